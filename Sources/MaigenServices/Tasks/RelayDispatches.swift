import MaigenDomain

/// Tells the transport what the database has decided: new tries of tasks, and tries that are over.
///
/// Several processes may relay at once; each entry is taken by one of them, and comes again where that one dies.
package struct RelayDispatches: Sendable {
    private let tools: TaskTools
    private let transport: any TaskTransport

    /// How long an entry is kept from others once somebody took it.
    private static let patience = Duration.seconds(3)
    private static let batch = 50

    package init(_ tools: TaskTools, transport: any TaskTransport) {
        self.tools = tools
        self.transport = transport
    }

    /// What came of it.
    package struct Relayed: Sendable, Hashable {
        /// How many entries the transport took.
        package var told = 0
        /// Why it did not take others; they come again.
        package var failures: [StoreFailure] = []
    }

    /// Relays everything there is, or up to the first batch in which the transport fails.
    package func callAsFunction() async throws(ServiceError) -> Relayed {
        var relayed = Relayed()
        while true {
            let now = tools.surroundings.now
            let entries = try await store { () throws(StoreFailure) in
                try await tools.tasks.claimOutbox(limit: Self.batch, at: now, until: now + Self.patience)
            }
            for entry in entries {
                do {
                    try await tell(entry)
                    relayed.told += 1
                } catch {
                    relayed.failures.append(error)
                }
            }
            guard entries.count == Self.batch, relayed.failures.isEmpty else { return relayed }
        }
    }

    private func tell(_ entry: OutboxEntry) async throws(StoreFailure) {
        switch entry.order {
        case .dispatch(let snapshot): try await transport.dispatch(entry.dispatch, snapshot)
        case .withdraw: try await transport.withdraw(entry.dispatch)
        }
        try await tools.tasks.markTold(entry, at: tools.surroundings.now)
    }
}
