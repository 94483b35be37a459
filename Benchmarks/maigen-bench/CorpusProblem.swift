import Foundation
import MaigenTestData

/// One folder of the corpus: what a setter hands in, and what a careful setter would have written beside it.
struct CorpusProblem: Sendable {
    /// Whether MAIGEN's makers may look at the problem while they work.
    enum Half: String, Sendable, Codable, CaseIterable {
        case seen, unseen
    }

    var slug: String
    var half: Half
    /// The author's time limit.
    var timeLimit: Duration
    var statement: String
    var standardProgram: String
    /// The author's own validator, written without MAIGEN.
    var validator: String
    /// The least and the greatest value of each variable, as its author read them off the statement.
    var limits: [String: [Decimal]]
    /// The specification that a person wrote from the statement; nil where there is none.
    var specification: String?
    /// In the order of their names.
    var rivals: [Rival]

    private struct Tags: Decodable {
        var half: Half?
        var timeLimitMs: Int
    }

    struct NotThere: Error, CustomStringConvertible {
        var description: String
    }

    /// The problems in `folder`, by name.
    ///
    /// - Parameter names: only these; nil for all.
    /// - Throws: `NotThere` for a name without a folder, and what reading a file throws.
    static func all(in folder: String, named names: [String]?) throws -> [CorpusProblem] {
        let found = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/problem.md") }.sorted()
        if let missing = names?.first(where: { !found.contains($0) }) {
            throw NotThere(description: "no problem \(missing) in \(folder)")
        }
        return try found.filter { names?.contains($0) ?? true }.map { try CorpusProblem(folder: folder, slug: $0) }
    }

    private init(folder: String, slug: String) throws {
        func url(_ name: String) -> URL { URL(filePath: folder).appending(path: slug).appending(path: name) }
        func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }
        let tags = try JSONDecoder().decode(Tags.self, from: Data(contentsOf: url("tags.json")))
        self.slug = slug
        half = tags.half ?? .seen
        timeLimit = .milliseconds(tags.timeLimitMs)
        statement = try text("problem.md")
        standardProgram = try text("std.cpp")
        validator = try text("validator.cpp")
        limits = try JSONDecoder().decode([String: [Decimal]].self, from: Data(contentsOf: url("limits.json")))
        let byHand = url("input.yaml")
        specification =
            FileManager.default.fileExists(atPath: byHand.path) ? try String(contentsOf: byHand, encoding: .utf8) : nil
        rivals = []
        for part in ["correct", "wrong"] where FileManager.default.fileExists(atPath: url(part).path) {
            for name in try FileManager.default.contentsOfDirectory(atPath: url(part).path).sorted()
            where name.hasSuffix(".cpp") {
                guard let fate = Rival.Fate(folder: part, name: name) else {
                    throw NotThere(description: "\(slug)/\(part)/\(name): the name begins with no verdict")
                }
                rivals.append(Rival(name: String(name.dropLast(4)), fate: fate, source: try text("\(part)/\(name)")))
            }
        }
    }
}

/// A program that good data tells from a correct one, or must not.
struct Rival: Sendable {
    /// What good data should do to it.
    enum Fate: String, Sendable, Codable {
        /// It prints a wrong answer (`wa_`).
        case wrong
        /// It crashes (`re_`).
        case crashes
        /// It takes too long (`tle_`).
        case slow
        /// It passes every test.
        case passes

        /// - Parameter folder: of the problem: `correct` or `wrong`.
        init?(folder: String, name: String) {
            switch (folder, name.prefix { $0 != "_" }) {
            case ("correct", _): self = .passes
            case (_, "wa"): self = .wrong
            case (_, "re"): self = .crashes
            case (_, "tle"): self = .slow
            default: return nil
            }
        }
    }

    /// The file's name without `.cpp`.
    var name: String
    var fate: Fate
    var source: String
}
