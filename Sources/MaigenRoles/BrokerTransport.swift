import MaigenDomain

/// Tells the broker what the database has decided.
package struct BrokerTransport: TaskTransport {
    private let broker: Broker

    package init(_ broker: Broker) {
        self.broker = broker
    }

    package func dispatch(_ dispatch: Dispatch, _ snapshot: TaskSnapshot) async throws(StoreFailure) {
        // First what a worker needs, then what calls one.
        try await broker.cache.put(snapshot, at: .snapshot(of: dispatch))
        try await broker.queues.send(dispatch, to: .awaitingAnalysis)
    }

    package func withdraw(_ dispatch: Dispatch) async throws(StoreFailure) {
        try await broker.cache.withdraw(dispatch)
    }

    /// A message that lost its cache entry counts as held: the worker that takes it finds out and drops it.
    package func holds(_ dispatch: Dispatch) async throws(StoreFailure) -> Bool {
        try await broker.queues.standing(of: dispatch) == .waiting
    }
}
