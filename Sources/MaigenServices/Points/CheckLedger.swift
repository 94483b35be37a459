import MaigenDomain

/// Proves every balance from the entries, for whoever runs the machine.
package struct CheckLedger: Sendable {
    private let points: any PointsStore

    package init(points: any PointsStore) {
        self.points = points
    }

    /// The whole ledger, added up anew.
    package func callAsFunction() async throws(ServiceError) -> LedgerReport {
        try await store { () throws(StoreFailure) in try await points.checkLedger() }
    }
}
