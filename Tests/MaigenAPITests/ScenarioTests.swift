import Foundation
import TestSupport
import Testing

/// Everything that people do on the platform, from outside: the real program, a real port, a real SMTP server, the sandbox
/// at work. What is done and compared stands in `scripts/demo`.
@Suite("Every scenario")
struct ScenarioTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test(
        "Registration to data set, share, purchase, back office and profile, each number of points",
        .timeLimit(.minutes(6)), arguments: TestStore.allCases)
    func play(_ store: TestStore) async throws {
        try await withTemporaryFolder { folder in
            let zip = folder.appendingPathComponent("demo.zip").path
            let result = try await Program.run(
                Self.root.appendingPathComponent("scripts/demo").path,
                [try Program.built("maigen").path, zip],
                environment: try await store.environment().merging(["MAIGEN_LANG": "en"]) { $1 })
            #expect(result.status == 0, "\(result.text)\n\(result.message)")
            #expect(result.text.contains("10. Profile") && result.text.contains("the ledger is sound"))
            let listing = try await Program.run("unzip", ["-t", zip])
            #expect(listing.status == 0 && listing.text.contains("10.out"), "\(listing.text)")
        }
    }
}
