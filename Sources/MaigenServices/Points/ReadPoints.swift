import MaigenDomain

/// Shows a person what they hold and why.
package struct ReadPoints: Sendable {
    private let points: any PointsStore

    package init(points: any PointsStore) {
        self.points = points
    }

    /// The balance.
    package func balance(of signedIn: SignedIn) async throws(ServiceError) -> Points {
        let balance = try await store { () throws(StoreFailure) in try await points.balance(of: signedIn.account.id) }
        guard let balance else { throw .failed(StoreFailure(.broken, "no points account of \(signedIn.account.id)")) }
        return balance
    }

    /// The records, newest first, of one kind or of all.
    package func records(
        of signedIn: SignedIn, kind: RecordKind?, _ page: PageRequest
    ) async throws(ServiceError) -> Page<PointsRecord> {
        try await store { () throws(StoreFailure) in
            try await points.records(of: signedIn.account.id, kind: kind, page)
        }
    }
}
