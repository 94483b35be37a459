import Foundation
import MaigenDomain
import MaigenStorage

/// A PostgreSQL server of this test process alone: on a socket in a temporary folder, without a port, started at its
/// first use. It ends, and its folder goes, when this process ends, however it does.
package actor PostgresServer {
    package static let shared = PostgresServer()
    private var running: Task<(folder: URL, keeper: KeeperShell), any Error>?
    private var count = 0

    /// The address of a new, empty database.
    package func newDatabase() async throws -> String {
        let folder = try await started()
        count += 1
        let name = "test_\(count)"
        let made = try await Program.run(
            Self.program("psql"),
            ["-qXh", folder.path, "-U", "maigen", "-d", "postgres", "-c", "CREATE DATABASE \(name)"])
        guard made.status == 0 else { throw PostgresFailure(made.message) }
        return "postgresql:///\(name)?host=\(folder.path)&user=maigen"
    }

    private func started() async throws -> URL {
        let start = running ?? Task { try await Self.start() }
        running = start
        return try await start.value.folder
    }

    private static func program(_ name: String) -> String {
        let installed = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        let newest = installed.compactMap { Int($0) }.max() ?? 15
        return "/usr/lib/postgresql/\(newest)/bin/\(name)"
    }

    private static func start() async throws -> (folder: URL, keeper: KeeperShell) {
        let folder = URL(fileURLWithPath: "/tmp/maigen-pg-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // The server refuses to run as root.
        let script = """
            folder=$1 bin=$2
            as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
            [ "$(id -u)" != 0 ] || chown postgres "$folder"
            as "$bin/initdb" -D "$folder/data" -U maigen -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1 &&
                as "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off \
                    -c max_connections=400 -c shared_buffers=64MB -c log_min_messages=fatal >>"$folder/log" 2>&1 &
            cat >/dev/null
            kill -INT "$(head -n 1 "$folder/data/postmaster.pid")" 2>/dev/null
            wait
            rm -rf "$folder"
            """
        let keeper = try KeeperShell(script, [folder.path, String(program("").dropLast())])
        let end = ContinuousClock.now + .seconds(60)
        while .now < end {
            let ready = try await Program.run(program("pg_isready"), ["-qh", folder.path, "-U", "maigen"])
            if ready.status == 0 { return (folder, keeper) }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw PostgresFailure((try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? "no log")
    }
}

/// Why there is no server.
package struct PostgresFailure: Error {
    package var message: String

    package init(_ message: String) { self.message = message }
}
