import Logging
import MaigenDomain
import ServiceLifecycle

/// Why a piece of work is stopped before its end.
enum Stop: Sendable, Hashable {
    /// The message is in other hands, or may be.
    case lost
    /// Its owner gave the task up, or a later attempt has begun.
    case unwanted
    /// The process has to end.
    case draining
}

/// The signs of life of one loop.
struct Heart: Sendable {
    private let id: ID<WorkerBeat>
    private let role: WorkerRole
    private let broker: Broker
    private let pace: WorkerPace
    private let clock: WallClock
    private let since: Timestamp

    init(_ role: WorkerRole, _ broker: Broker, _ pace: WorkerPace, _ clock: WallClock) {
        self.role = role
        self.broker = broker
        self.pace = pace
        self.clock = clock
        since = clock.now()
        id = ID(at: since, .system)
    }

    /// Says that the loop is alive, and at what.
    func beat(at dispatch: Dispatch?) async throws(StoreFailure) {
        try await broker.beats.record(
            WorkerBeat(
                worker: id, role: role, process: HostProcess.name, since: since, at: clock.now(), task: dispatch),
            lifetime: pace.silence)
    }

    /// The loop ends. A beat that cannot be taken back is forgotten by itself.
    func stop() async { try? await broker.beats.forget(id) }

    /// Keeps `delivery` for its worker, until there is a reason to stop or the calling task is cancelled.
    func pulse(_ delivery: Delivery, _ logger: Logger) async -> Stop {
        var renewed = ContinuousClock.now
        var stopped: ContinuousClock.Instant?
        while !Task.isCancelled {
            let asked = ContinuousClock.now
            do throws(StoreFailure) {
                guard try await broker.queues.renew(delivery, lease: pace.lease) else { return .lost }
                renewed = asked
                guard try await broker.cache.isWanted(delivery.dispatch) else { return .unwanted }
                try await beat(at: delivery.dispatch)
            } catch {
                logger.warning("a worker's pulse failed", metadata: ["detail": "\(error.detail)"])
                // Without a word from the broker the lease has run out by now.
                if ContinuousClock.now - renewed > pace.lease { return .lost }
            }
            if Task.isShuttingDownGracefully {
                let since = stopped ?? .now
                stopped = since
                if ContinuousClock.now - since >= pace.drain { return .draining }
            }
            // Cancellation ends the pause and then the loop.
            try? await Task.sleep(for: pace.pulse)
        }
        return .draining
    }
}
