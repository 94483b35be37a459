import Logging
import MaigenDomain
import ServiceLifecycle

/// Does something again and again: after a pause, or at once when it is announced that there is something to do.
package struct Repeated: Service {
    private let name: String
    private let interval: Duration
    private let topic: Topic?
    private let announcements: any Announcements
    private let logger: Logger
    private let body: @Sendable () async throws(ServiceError) -> Void

    /// - Parameters:
    ///   - name: what it is called in the log.
    ///   - interval: the pause after each round.
    ///   - topic: what ends the pause early.
    ///   - body: one round; every wait in it has a deadline. A failure is logged, and the next round tries again.
    package init(
        _ name: String, every interval: Duration, on topic: Topic? = nil, broker: Broker, logger: Logger,
        _ body: @escaping @Sendable () async throws(ServiceError) -> Void
    ) {
        self.name = name
        self.interval = interval
        self.topic = topic
        announcements = broker.announcements
        self.logger = logger
        self.body = body
    }

    package func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // Heard from before the round on, so that nothing announced during it is missed.
                let calls = await calls()
                do throws(StoreFailure) {
                    try await kept(body)
                } catch {
                    logger.error("\(name) failed", metadata: ["detail": "\(error.detail)"])
                }
                await pause(or: calls)
            }
        }
    }

    private func calls() async -> AsyncStream<Void>? {
        guard let topic else { return nil }
        do {
            return try await announcements.hear(topic)
        } catch {
            logger.warning("\(name) hears no announcements", metadata: ["detail": "\(error.detail)"])
            return nil
        }
    }

    private func pause(or calls: AsyncStream<Void>?) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                // Cancelled by a call, or at the end.
                try? await Task.sleep(for: interval)
            }
            if let calls { group.addTask { for await _ in calls { return } } }
            await group.next()
            group.cancelAll()
        }
    }
}
