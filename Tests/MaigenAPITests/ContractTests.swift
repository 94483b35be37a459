import Foundation
import TestSupport
import Testing

@testable import maigen

/// The server against its own description, by schemathesis: valid requests, invalid ones, missing and broken credentials.
@Suite("The contract")
struct ContractTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let schemathesis = root.appendingPathComponent(".toolchain/python/bin/schemathesis").path

    @Test(
        "Every answer is one that openapi.yaml describes, and none is a failure of ours",
        .enabled(
            if: FileManager.default.fileExists(atPath: schemathesis)
                || ProcessInfo.processInfo.environment["CI"] != nil,
            "scripts/setup-python installs schemathesis"),
        .timeLimit(.minutes(6)))
    func contract() async throws {
        try await TestSite.run { site in
            let administrator = try await site.administrator()
            let share = try await site.publish(
                by: try await site.member("ada"), price: 3, key: "k", reviewer: administrator)
            let token = try #require(administrator.token)
            try await withTemporaryFolder { folder in
                let configuration = folder.appendingPathComponent("schemathesis.toml")
                try Self.configuration(task: share.task, share: share.share)
                    .write(to: configuration, atomically: true, encoding: .utf8)
                let result = try await Program.run(
                    Self.schemathesis,
                    [
                        "--config-file", configuration.path, "run",
                        "http://127.0.0.1:\(site.port)/api/v1/openapi.yaml", "--header",
                        "Authorization: Bearer \(token)",
                        "--phases", "examples,coverage,fuzzing", "--max-examples", "4", "--mode", "all", "--seed", "1",
                        "--continue-on-failure", "--request-timeout", "30", "--exclude-operation-id", "logOut",
                        "--generation-database", "none", "--no-color",
                    ], in: folder)
                #expect(result.status == 0, "\(result.text.suffix(8000))")
                // A run that tested nothing would pass as well.
                #expect(result.text.contains("Tested: 44"), "\(result.text.suffix(2000))")
            }
            #expect(!site.log.lines.contains { $0.contains(#""level":"error""#) })
        }
    }

    /// What is valid by its form may still be refused for what it says (422). Addresses of things that exist stand in for
    /// invented ones where only those have answers worth looking at.
    private static func configuration(task: String, share: String) -> String {
        func operations(_ pattern: String, _ id: String) -> String {
            """

            [[operations]]
            include-method = "GET"
            include-path-regex = "\(pattern)"
            parameters = { "path.id" = "\(id)" }

            """
        }
        return """
            [checks.positive_data_acceptance]
            expected-statuses = ["2xx", "3xx", "401", "403", "404", "409", "422", "429"]

            """ + operations("^/tasks/", task) + operations("^/community/", share)
    }
}
