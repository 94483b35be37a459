/// The four queues between the roles. What travels in them is a `Dispatch` alone; everything else lies in the cache.
package enum WorkQueue: String, Sendable, Hashable, CaseIterable, Codable {
    /// API → analysis workers.
    case awaitingAnalysis = "awaiting-analysis"
    /// Analysis workers → execution workers.
    case awaitingExecution = "awaiting-execution"
    /// Analysis workers → API.
    case analysisDone = "analysis-done"
    /// Execution workers → API.
    case generationDone = "generation-done"

    /// What a person reads.
    package var title: Localized {
        switch self {
        case .awaitingAnalysis: Localized(zh: "待分析", en: "Awaiting analysis")
        case .awaitingExecution: Localized(zh: "待执行", en: "Awaiting execution")
        case .analysisDone: Localized(zh: "分析完成", en: "Analysis done")
        case .generationDone: Localized(zh: "生成完成", en: "Generation done")
        }
    }
}

/// The queues: transport, which may lose everything. The database knows what has to be in them.
///
/// Delivery is at least once: a message that was received belongs to its receiver for the time of its lease. When the
/// lease runs out (its holder died or hangs) the message is there for others again, in front; after `Delivery.limit`
/// deliveries it is dropped, since it seems to kill whoever takes it, and kept apart for a while (a dead letter). All
/// consumers are idempotent.
package protocol WorkQueues: Sendable {
    /// Puts `dispatch` at the end of `queue`. One that already waits or is held there is not added again.
    ///
    /// - Throws: `overloaded` where the queue is full: the sender keeps what it has and tries again.
    func send(_ dispatch: Dispatch, to queue: WorkQueue) async throws(StoreFailure)

    /// The next message of `queue`, held for `lease`; nil where none came within `patience` or the calling task was
    /// cancelled. Each message goes to one of the receivers.
    func receive(
        from queue: WorkQueue, lease: Duration, patience: Duration
    ) async throws(StoreFailure) -> Delivery?

    /// Prolongs the lease to `lease` from now. False where the message is no longer this delivery's: its holder stops.
    func renew(_ delivery: Delivery, lease: Duration) async throws(StoreFailure) -> Bool

    /// The message is done with and goes. Nothing happens where it is no longer this delivery's.
    func settle(_ delivery: Delivery) async throws(StoreFailure)

    /// The message goes back to the front at once, as if it had not been delivered: its holder stops for reasons of its
    /// own. Nothing happens where it is no longer this delivery's.
    func giveBack(_ delivery: Delivery) async throws(StoreFailure)

    /// Where `dispatch` is: what the reconciler asks about every task that was silent for a while.
    func standing(of dispatch: Dispatch) async throws(StoreFailure) -> DispatchStanding

    /// How `queue` does, for whoever looks after it.
    func condition(of queue: WorkQueue) async throws(StoreFailure) -> QueueCondition

    /// Sends the messages of `queue` that were dropped again, the oldest first, as many as there is room for; how many.
    func redrive(_ queue: WorkQueue) async throws(StoreFailure) -> Int
}

extension WorkQueues {
    /// How full `queue` is.
    package func depth(of queue: WorkQueue) async throws(StoreFailure) -> QueueDepth {
        try await condition(of: queue).depth
    }
}

/// One message in the hands of one receiver.
package struct Delivery: Sendable, Hashable {
    /// Where it came from.
    package var queue: WorkQueue
    /// What it says.
    package var dispatch: Dispatch
    /// Names this delivery: a later one of the same message has another.
    package var receipt: String

    /// A message is delivered so many times before it is dropped.
    package static let limit = 2

    package init(queue: WorkQueue, dispatch: Dispatch, receipt: String) {
        self.queue = queue
        self.dispatch = dispatch
        self.receipt = receipt
    }
}

/// Where the broker has a dispatch.
package enum DispatchStanding: Sendable, Hashable {
    /// In no queue: it is over, or was lost.
    case unknown
    /// In a queue, and nobody has taken it: however long that lasts, nothing is wrong.
    case waiting
    /// In the hands of somebody whose lease has not run out.
    case held
}

/// How full a queue is.
package struct QueueDepth: Sendable, Hashable, Codable {
    /// Messages that nobody has taken.
    package var waiting: Int
    /// Messages that somebody holds.
    package var held: Int

    package init(waiting: Int, held: Int) {
        self.waiting = waiting
        self.held = held
    }
}

/// How a queue does.
package struct QueueCondition: Sendable, Hashable, Codable {
    /// How full it is.
    package var depth: QueueDepth
    /// How long ago the oldest message came that is still there; nil where there is none.
    package var oldest: Duration?
    /// How often the message was delivered that was delivered most often, of those that are there.
    package var deliveries: Int
    /// Messages that were dropped after `Delivery.limit` deliveries, as far as they are kept.
    package var dead: Int

    package init(depth: QueueDepth, oldest: Duration?, deliveries: Int, dead: Int) {
        self.depth = depth
        self.oldest = oldest
        self.deliveries = deliveries
        self.dead = dead
    }
}
