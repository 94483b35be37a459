import Hummingbird
import Logging
import ServiceLifecycle

/// A server that only this machine can reach, for as long as somebody needs it.
enum LoopbackServer {
    private static let host = "127.0.0.1"

    /// Answers by `router` at `port` (0: any free one) until the calling task is cancelled; open connections are then
    /// dropped. `onRunning` hears the port in use.
    static func serve(
        _ router: Router<BasicRequestContext>, port: Int, onRunning: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let application = Application(
            router: router,
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { await onRunning($0.localAddress?.port ?? port) },
            logger: Logger(label: "loopback") { _ in SwiftLogNoOpLogHandler() })
        try await application.run()
    }

    /// Answers by what `router` makes at a free port for the time of `body`.
    static func run<Value>(
        _ router: @autoclosure @escaping @Sendable () -> Router<BasicRequestContext>,
        _ body: (Int) async throws -> Value
    ) async throws -> Value {
        let (ports, running) = AsyncStream<Int>.makeStream()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { running.finish() }
                try await serve(router(), port: 0) { running.yield($0) }
            }
            var port: Int?
            for await first in ports {
                port = first
                break
            }
            guard let port else {
                try await group.waitForAll()
                throw CancellationError()
            }
            let result: Result<Value, any Error>
            do {
                result = .success(try await body(port))
            } catch {
                result = .failure(error)
            }
            group.cancelAll()
            // Ends by the cancellation, which is no fault.
            while await group.nextResult() != nil {}
            return try result.get()
        }
    }
}
