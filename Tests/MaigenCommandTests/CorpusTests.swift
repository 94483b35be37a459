import Foundation
import Testing

@testable import MaigenTestData

/// Problems of every family through `maigen generate`, judged by what their authors wrote independently: a validator and
/// the bounds of the statement. `make bench-corpus` does the same, and more, with the whole corpus; here is one of each
/// kind, half of them Chinese, so that the tests end in time.
@Suite(.serialized) struct CorpusTests {
    static let problems = [
        "bead-chain", "binary-search", "bookshelf", "bracket-fate", "cable-network", "company-tree", "course-plan",
        "frequent-word", "hall-bookings", "invoice", "maze-escape", "mentor-pairs", "paper-squares", "rectangle-sums",
        "village-roads", "warehouse",
    ]

    private struct Output: Decodable {
        struct Report: Decodable {
            struct Boundary: Decodable {
                var name: String
                var least: String
                var greatest: String
                var hitsLeast: Bool
                var hitsGreatest: Bool
            }
            var boundaries: [Boundary]
            var attack: Attack
            struct Attack: Decodable {
                var tried: Int
                var refused: Int
            }
        }
        var status: String
        var tests: [Entry]
        var report: Report

        struct Entry: Decodable {
            var number: Int
        }
    }

    @Test func `there are at least fifteen problems, half of them Chinese`() throws {
        #expect(Self.problems.count >= 15)
        let chinese = try Self.problems.filter { name in
            let tags = try Data(contentsOf: Shell.root.appending(path: "Corpus/\(name)/tags.json"))
            let object = try JSONSerialization.jsonObject(with: tags) as? [String: Any]
            return object?["language"] as? String == "zh"
        }
        #expect(2 * chinese.count == Self.problems.count)
    }

    @Test(arguments: problems)
    func `data for a corpus problem is valid and reaches every stated bound`(name: String) async throws {
        let folder = Shell.root.appending(path: "Corpus/\(name)")
        let scratch = try TemporaryFolder()
        let zip = scratch.url.appending(path: "data.zip")

        // When its data is made as a user would,
        let result = try await Shell.run(
            Shell.maigen,
            [
                "generate", "--problem", folder.appending(path: "problem.md").path, "--solution",
                folder.appending(path: "std.cpp").path, "--out", zip.path, "--json",
            ])
        try #require(result.status == 0, "\(name): \(result.status) \(result.errors.suffix(1500))")
        let output = try JSONDecoder().decode(Output.self, from: Data(result.output.utf8))
        #expect(output.tests.count == 20)

        // then its validator withstands what is nearly valid, the ZIP opens, and the author's own validator accepts every input,
        #expect(output.report.attack.tried >= 30)
        #expect(output.report.attack.refused == output.report.attack.tried, "\(name)")
        let unzip = try await Shell.run("unzip", "-q", zip.path, "-d", scratch.url.path)
        try #require(unzip.status == 0, "\(unzip.errors)")
        let validator = scratch.url.appending(path: "independent")
        let compile = try await Shell.run(
            "g++", "-O1", "-std=c++17", "-I", Shell.root.appending(path: ".toolchain").path, "-o", validator.path,
            folder.appending(path: "validator.cpp").path)
        try #require(compile.status == 0, "\(compile.errors.prefix(2000))")
        for test in output.tests {
            let verdict = try await Shell.run(
                validator, [], input: scratch.url.appending(path: "\(test.number).in"))
            #expect(verdict.status == 0, "\(name) test \(test.number): \(verdict.errors.prefix(500))")
        }

        // and every bound that the statement gives is reached.
        let limits =
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: folder.appending(path: "limits.json"))) as? [String: [Any]] ?? [:]
        for (variable, ends) in limits {
            guard let found = output.report.boundaries.first(where: { $0.name == variable }) else {
                // Ends of edges, parents and permutations follow from the number of vertices.
                #expect(["u", "v", "p"].contains(variable), "\(name): no bound for \(variable)")
                continue
            }
            #expect(found.hitsLeast && found.hitsGreatest, "\(name): \(found)")
            #expect(try Self.decimal(ends[0]) == DecimalNumber(found.least), "\(name): \(variable) \(found.least)")
            #expect(
                try Self.decimal(ends[1]) == DecimalNumber(found.greatest), "\(name): \(variable) \(found.greatest)")
        }
    }

    /// A bound of limits.json: a number, or text where digits matter.
    private static func decimal(_ value: Any) throws -> DecimalNumber? {
        let text = value as? String ?? "\(value)"
        return DecimalNumber(text) ?? Double(text).flatMap { DecimalNumber(String($0)) }
    }
}
