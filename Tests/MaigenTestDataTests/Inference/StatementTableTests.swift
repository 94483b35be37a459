import Foundation
import MaigenTestData
import Testing

/// Statements in the wordings of real contests, as tables in `Statements/`: each with the specification it must be read
/// as, or "unclear" where a reader must refuse: a promise it cannot express, a contradiction, or words it cannot tie to
/// a value. A statement that is refused today may become readable; one that is read must never be read otherwise.
@Suite struct StatementTableTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var parts: [String: String] = [:]
        var testDescription: String { name }

        var problem: ProblemDocument {
            ProblemDocument(
                title: name, description: parts["description"] ?? "", input: parts["input"] ?? "",
                output: parts["output"] ?? "", constraints: parts["constraints"],
                samples: [.init(input: parts["sample"] ?? "", output: "0\n")])
        }
        var expected: String { parts["expect"] ?? "" }
    }

    /// A case begins with `=== name`, a part of it with `@part`.
    static let cases: [Case] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Statements")
            .standardizedFileURL
        let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        var result: [Case] = []
        for file in files {
            guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8) else { continue }
            var part = ""
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                if line.hasPrefix("=== ") {
                    result.append(Case(name: String(line.dropFirst(4))))
                    part = ""
                } else if line.hasPrefix("@") {
                    part = String(line.dropFirst())
                } else if !part.isEmpty, !result.isEmpty {
                    result[result.count - 1].parts[part, default: ""] += line + "\n"
                }
            }
        }
        for index in result.indices {
            for (part, text) in result[index].parts {
                let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
                result[index].parts[part] = part == "sample" ? trimmed + "\n" : trimmed
            }
        }
        return result
    }()

    @Test func `The tables hold what they promise: many statements, and many that must be refused`() {
        #expect(Self.cases.filter { $0.expected != "unclear" }.count >= 100)
        #expect(Self.cases.filter { $0.expected == "unclear" }.count >= 50)
        #expect(Set(Self.cases.map(\.name)).count == Self.cases.count)
    }

    @Test(arguments: cases) func `A statement is read as the table says, or refused`(statement: Case) {
        switch ProblemAnalysis.analyze(statement.problem) {
        case .understood(let understanding):
            // Without the version and the title.
            let text = SpecificationWriter.write(understanding.specification).split(separator: "\n").dropFirst(2)
                .joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(text == statement.expected)
        case .unclear(let misunderstanding):
            #expect(
                statement.expected == "unclear",
                "unclear: \(misunderstanding.reasons.map(\.english).joined(separator: "; "))")
        }
    }
}
