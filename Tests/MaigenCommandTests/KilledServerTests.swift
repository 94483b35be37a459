import Foundation
import Testing

@Suite("A server that is killed while its sandbox works")
struct KilledServerTests {
    @Test("leaves no process; the next one ends every task, and each was paid for once", arguments: [7, 11])
    func killed(seed: Int) async throws {
        let folder = try TemporaryFolder()
        let script = Shell.root.appending(path: "Tests/MaigenCommandTests/killed_server.py")
        let result = try await Shell.run(
            URL(fileURLWithPath: "/usr/bin/env"),
            ["python3", script.path, Shell.maigen.path, folder.url.path, "\(seed)"])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }
}
