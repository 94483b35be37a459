/// What carries tasks to workers: the broker's cache and queues. It may lose what it carries; it is told again.
///
/// It keeps the tries of a task apart: what it is told of one says nothing of another, in whatever order it comes.
package protocol TaskTransport: Sendable {
    /// Puts the snapshot into the cache and the dispatch into the queue *awaiting analysis*. May be called again with
    /// the same dispatch.
    func dispatch(_ dispatch: Dispatch, _ snapshot: TaskSnapshot) async throws(StoreFailure)
    /// Drops what the cache holds for a try that is over, and tells the workers that have it in hand to stop. Unknown ones are as good as dropped.
    func withdraw(_ dispatch: Dispatch) async throws(StoreFailure)
    /// Whether `dispatch` still waits in a queue with all that a worker needs for it. False once a worker has taken it:
    /// from then on the worker shows that it is alive.
    func holds(_ dispatch: Dispatch) async throws(StoreFailure) -> Bool
}

/// One thing that the transport has to be told: kept in the transaction that makes it true.
package struct OutboxEntry: Sendable, Hashable {
    /// Which try of which task.
    package var dispatch: Dispatch
    /// What to tell.
    package var order: Order

    /// What there is to tell.
    package enum Order: Sendable, Hashable {
        /// A new try: `TaskTransport.dispatch`.
        case dispatch(TaskSnapshot)
        /// A try that is over: `TaskTransport.withdraw`.
        case withdraw
    }

    package init(dispatch: Dispatch, order: Order) {
        self.dispatch = dispatch
        self.order = order
    }
}

/// Told after something has been committed, so that nobody need wait for the next look. Hints: whoever misses one looks
/// by themselves soon after.
package struct TaskSignals: Sendable {
    /// A task has new events.
    package var changed: @Sendable (TaskID) async -> Void
    /// There is something to relay.
    package var outboxFilled: @Sendable () async -> Void

    package init(
        changed: @escaping @Sendable (TaskID) async -> Void, outboxFilled: @escaping @Sendable () async -> Void
    ) {
        self.changed = changed
        self.outboxFilled = outboxFilled
    }

    /// Nobody listens.
    package static let none = TaskSignals(changed: { _ in }, outboxFilled: {})
}
