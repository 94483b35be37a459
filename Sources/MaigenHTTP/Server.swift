import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// The server on its port.
package enum Server {
    /// A service that answers by `router` at `host` and `port`; a port of 0 takes any free one. `onRunning` hears the
    /// port in use.
    package static func application(
        _ router: Router<SiteContext>, host: String, port: Int, logger: Logger,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router,
            server: .http1(
                configuration: .init(
                    // A connection that says nothing for so long, or has not finished its headers, is closed.
                    idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))),
            configuration: .init(
                address: .hostname(host, port: port), serverName: nil, backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(8192)),
            onServerRunning: { await onRunning($0.localAddress?.port ?? port) },
            logger: logger)
    }

    /// A port of `host` that nobody uses at this moment. Somebody may before the server does; then it does not start.
    package static func freePort(at host: String) async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: host, port: 0).get()
        let port = channel.localAddress?.port ?? 0
        try await channel.close()
        return port
    }
}
