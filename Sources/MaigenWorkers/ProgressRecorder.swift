import Logging
import MaigenDomain
import ServiceLifecycle

/// The steps of running tasks → the database, by way of a service.
package struct ProgressRecorder: Service {
    private let broker: Broker
    private let pace: WorkerPace
    private let logger: Logger
    private let record: @Sendable (TaskProgress) async throws(ServiceError) -> Void

    /// - Parameter record: keeps one step; does nothing for one that is old or known.
    package init(
        broker: Broker, pace: WorkerPace = WorkerPace(), logger: Logger,
        record: @escaping @Sendable (TaskProgress) async throws(ServiceError) -> Void
    ) {
        self.broker = broker
        self.pace = pace
        self.logger = logger
        self.record = record
    }

    package func run() async {
        await cancelWhenGracefulShutdown {
            var backoff = Backoff(first: pace.pause)
            while !Task.isCancelled {
                do throws(StoreFailure) {
                    for step in try await broker.progress.steps(atMost: 64, patience: pace.patience) {
                        try await kept { () async throws(ServiceError) in try await record(step) }
                    }
                    backoff.succeeded()
                } catch {
                    // The rest of the batch is lost, as steps may be.
                    logger.warning("steps were not recorded", metadata: ["detail": "\(error.detail)"])
                    // Cancellation ends the pause and then the loop.
                    try? await Task.sleep(for: backoff.next())
                }
            }
        }
    }
}
