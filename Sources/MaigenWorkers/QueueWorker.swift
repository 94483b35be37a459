import Logging
import MaigenDomain
import ServiceLifecycle

/// Takes messages from one queue, one at a time, and does what each is about; one of many that compete.
///
/// Theory of operation. While a message is in hand two tasks run side by side: the *job*, and the *pulse*, which every
/// second prolongs the lease, tells that the worker is alive, and looks whether somebody still wants the result. When
/// the job ends first, the message is settled. When the pulse ends first, because the lease was lost, the task was
/// cancelled or taken over, or the process has to stop, the job is cancelled and its result forgotten. The loop outlives
/// every failure of the broker; it ends when the process is asked to stop.
package struct QueueWorker: Service {
    /// What a job says about its message.
    package enum Verdict: Sendable, Hashable {
        /// It is done with.
        case settle
        /// Somebody has to do it later: what was needed could not be reached.
        case giveBack
    }

    private let role: WorkerRole
    private let queue: WorkQueue
    private let broker: Broker
    private let pace: WorkerPace
    private let logger: Logger
    private let clock: WallClock
    private let emptiesQueue: Bool
    private let job: @Sendable (Dispatch) async throws(StoreFailure) -> Verdict

    /// - Parameters:
    ///   - emptiesQueue: whether a stop waits until nothing is left in the queue.
    ///   - job: does the work of one message. It ends soon after its task is cancelled. A failure it throws is logged;
    ///     the message is given back, or settled where trying again would not help (`broken`).
    package init(
        role: WorkerRole, queue: WorkQueue, broker: Broker, pace: WorkerPace, logger: Logger,
        clock: WallClock = .system, emptiesQueue: Bool = false,
        job: @escaping @Sendable (Dispatch) async throws(StoreFailure) -> Verdict
    ) {
        self.role = role
        self.queue = queue
        self.broker = broker
        self.pace = pace
        self.logger = logger
        self.clock = clock
        self.emptiesQueue = emptiesQueue
        self.job = job
    }

    package func run() async {
        let heart = Heart(role, broker, pace, clock)
        var backoff = Backoff(first: pace.pause)
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            do {
                try await heart.beat(at: nil)
                if let delivery = try await next() {
                    try await work(on: delivery, heart)
                }
                backoff.succeeded()
            } catch {
                log(error, nil)
                let pause = backoff.next()
                // Cancellation ends the pause and then the loop.
                await cancelWhenGracefulShutdown { try? await Task.sleep(for: pause) }
            }
        }
        if emptiesQueue { await empty(heart) }
        await heart.stop()
    }

    /// Takes what is left, up to the first failure.
    private func empty(_ heart: Heart) async {
        do {
            while let delivery = try await broker.queues.receive(from: queue, lease: pace.lease, patience: .zero) {
                try await work(on: delivery, heart)
            }
        } catch {
            log(error, nil)
        }
    }

    /// The next message, if one comes before the loop has to end.
    private func next() async throws(StoreFailure) -> Delivery? {
        let received = await cancelWhenGracefulShutdown { () async -> Result<Delivery?, StoreFailure> in
            do throws(StoreFailure) {
                return .success(
                    try await broker.queues.receive(from: queue, lease: pace.lease, patience: pace.patience))
            } catch {
                return .failure(error)
            }
        }
        return try received.get()
    }

    private enum End: Sendable {
        case job(Result<Verdict, StoreFailure>)
        case pulse(Stop)
    }

    private func work(on delivery: Delivery, _ heart: Heart) async throws(StoreFailure) {
        let end = await withTaskGroup(of: End.self) { group in
            group.addTask {
                do throws(StoreFailure) {
                    return .job(.success(try await job(delivery.dispatch)))
                } catch {
                    return .job(.failure(error))
                }
            }
            group.addTask { .pulse(await heart.pulse(delivery, logger)) }
            // Two tasks were added, so there is a first one to end.
            let first = await group.next()!
            group.cancelAll()
            return first
        }
        switch end {
        case .job(.success(.settle)): try await broker.queues.settle(delivery)
        case .job(.success(.giveBack)): try await giveBack(delivery)
        case .job(.failure(let failure)):
            guard failure.reason != .broken else {
                log(failure, delivery.dispatch)
                return try await broker.queues.settle(delivery)
            }
            try await giveBack(delivery)
            throw failure
        case .pulse(.lost): logger.info("message lost to another worker", metadata: metadata(delivery.dispatch))
        case .pulse(.unwanted): try await broker.queues.settle(delivery)
        case .pulse(.draining): try await giveBack(delivery)
        }
    }

    private func giveBack(_ delivery: Delivery) async throws(StoreFailure) {
        logger.info("message given back", metadata: metadata(delivery.dispatch))
        try await broker.queues.giveBack(delivery)
    }

    private func log(_ failure: StoreFailure, _ dispatch: Dispatch?) {
        var metadata = dispatch.map(self.metadata) ?? ["queue": "\(queue.rawValue)"]
        metadata["detail"] = "\(failure.detail)"
        logger.error("a queue's worker failed", metadata: metadata)
    }

    private func metadata(_ dispatch: Dispatch) -> Logger.Metadata {
        ["queue": "\(queue.rawValue)", "task": "\(dispatch.task)", "attempt": "\(dispatch.attempt)"]
    }
}
