import Foundation
import TestSupport
import Testing

@Suite("The platform in many processes")
struct SeparateRolesTests {
    @Test("shares its work over PostgreSQL, Redis and a folder, and outlives a worker and an emptied Redis")
    func cluster() async throws {
        let folder = try TemporaryFolder()
        let redis = try await RedisServer()
        let script = Shell.root.appending(path: "Tests/MaigenCommandTests/separate_roles.py")
        let result = try await Shell.run(
            URL(fileURLWithPath: "/usr/bin/env"),
            [
                "python3", script.path, Shell.maigen.path, folder.url.path,
                try await PostgresServer.shared.newDatabase(), redis.address,
            ])
        withExtendedLifetime(redis) {}
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }

    @Test("A role of its own without what it shares is refused")
    func incomplete() async throws {
        let folder = try TemporaryFolder()
        let result = try await Shell.run(
            Shell.maigen, ["serve", "--role", "sandbox", "--data", folder.url.path],
            environment: ["MAIGEN_LANG": "en"])
        #expect(result.status == 2)
        #expect(result.errors.contains("MAIGEN_ROLE=sandbox is set, but it needs MAIGEN_REDIS_URL too"))
    }
}
