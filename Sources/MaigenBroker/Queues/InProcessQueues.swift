import MaigenDomain
import Synchronization

/// The four queues in the memory of this process.
package final class InProcessQueues: WorkQueues {
    private struct State {
        var lines: [WorkQueue: QueueLine] = [:]
        var receipts: UInt64 = 0
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let bells: [WorkQueue: Bell]

    /// At most `capacity` messages are in each queue, held ones included.
    package init(capacity: Int = 10_000) {
        self.capacity = capacity
        bells = Dictionary(uniqueKeysWithValues: WorkQueue.allCases.map { ($0, Bell()) })
    }

    package func send(_ dispatch: Dispatch, to queue: WorkQueue) async throws(StoreFailure) {
        let isAdded = state.withLock { state in
            state.lines[queue, default: QueueLine()].add(dispatch, capacity: capacity, now: .now)
        }
        guard isAdded else { throw StoreFailure(.overloaded, "\(queue.rawValue) holds \(capacity) messages") }
        bells[queue]?.ring()
    }

    package func receive(
        from queue: WorkQueue, lease: Duration, patience: Duration
    ) async throws(StoreFailure) -> Delivery? {
        let taken = await bells[queue]?.wait(until: .now + patience) { () -> (Delivery?, ContinuousClock.Instant?) in
            // A receiver that is told to stop takes nothing with it.
            guard !Task.isCancelled else { return (nil, nil) }
            return state.withLock { state in
                let now = ContinuousClock.now
                state.receipts += 1
                let receipt = String(state.receipts)
                let dispatch = state.lines[queue, default: QueueLine()].take(
                    receipt: receipt, until: now + lease, now: now)
                guard let dispatch else { return (nil, state.lines[queue]?.nextExpiry) }
                return (Delivery(queue: queue, dispatch: dispatch, receipt: receipt), nil)
            }
        }
        return taken
    }

    package func renew(_ delivery: Delivery, lease: Duration) async throws(StoreFailure) -> Bool {
        change(delivery) { $0.renew($1, until: .now + lease, now: .now) }
    }

    package func settle(_ delivery: Delivery) async throws(StoreFailure) {
        _ = change(delivery) { $0.settle($1) }
    }

    package func giveBack(_ delivery: Delivery) async throws(StoreFailure) {
        if change(delivery, { $0.giveBack($1) }) { bells[delivery.queue]?.ring() }
    }

    package func standing(of dispatch: Dispatch) async throws(StoreFailure) -> DispatchStanding {
        state.withLock { state in
            var standing = DispatchStanding.unknown
            for queue in WorkQueue.allCases {
                switch state.lines[queue]?.standing(of: dispatch, now: .now) ?? .unknown {
                case .held: return .held
                case .waiting: standing = .waiting
                case .unknown: break
                }
            }
            return standing
        }
    }

    package func condition(of queue: WorkQueue) async throws(StoreFailure) -> QueueCondition {
        state.withLock { $0.lines[queue, default: QueueLine()].condition(now: .now) }
    }

    package func redrive(_ queue: WorkQueue) async throws(StoreFailure) -> Int {
        let count = state.withLock { $0.lines[queue, default: QueueLine()].redrive(capacity: capacity) }
        if count > 0 { bells[queue]?.ring() }
        return count
    }

    private func change(_ delivery: Delivery, _ body: (inout QueueLine, Delivery) -> Bool) -> Bool {
        state.withLock { body(&$0.lines[delivery.queue, default: QueueLine()], delivery) }
    }
}
