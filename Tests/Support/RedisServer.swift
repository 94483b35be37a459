import Foundation

/// A Redis server of this test process: on a socket in a temporary folder, without a port. It ends, and its folder goes, when
/// its owner lets go of it, and when this process ends, however it does.
package final class RedisServer: Sendable {
    private let folder: URL
    private let keeper: KeeperShell

    private static let starting = Task { try await RedisServer() }

    /// The server that tests share which keep to a namespace of their own.
    package static var shared: RedisServer {
        get async throws { try await starting.value }
    }

    /// Starts a server and waits until it answers. It writes nothing to the disk.
    package init() async throws {
        folder = URL(fileURLWithPath: "/tmp/maigen-redis-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // What is not an order to start is the signal that the server gets.
        let script = """
            folder=$1 server=
            while read -r order; do
                case $order in
                start)
                    redis-server --port 0 --unixsocket "$folder/socket" --dir "$folder" --save '' --appendonly no \
                        </dev/null >>"$folder/log" 2>&1 &
                    server=$! ;;
                *) kill -"$order" "$server" ;;
                esac
            done
            kill -KILL "$server"
            wait
            rm -rf "$folder"
            """
        keeper = try KeeperShell(script, [folder.path])
        try await start()
    }

    /// What a URL says to reach it.
    package var address: String { "unix://\(folder.path)/socket" }

    /// Starts it again, empty.
    package func start() async throws {
        try keeper.order("start")
        try await wait(until: true)
    }

    /// Kills it: all it held is gone.
    package func kill() async throws {
        try keeper.order("KILL")
        try await wait(until: false)
    }

    /// From now on it does nothing, and keeps its connections.
    package func freeze() throws { try keeper.order("STOP") }

    /// Goes on after `freeze`.
    package func thaw() throws { try keeper.order("CONT") }

    /// What the server answers to a command that `redis-cli` sends.
    @discardableResult
    package func command(_ words: String...) async throws -> String {
        let result = try await Program.run("redis-cli", ["-s", folder.path + "/socket"] + words)
        guard result.status == 0 else { throw RedisFailure(result.text + result.message) }
        return result.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func wait(until isThere: Bool) async throws {
        let end = ContinuousClock.now + .seconds(30)
        while .now < end {
            let answer = try? await command("PING")  // no answer is an answer here
            if (answer == "PONG") == isThere { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw RedisFailure((try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? "no log")
    }
}

/// Why there is no server.
package struct RedisFailure: Error {
    package var message: String

    package init(_ message: String) { self.message = message }
}
