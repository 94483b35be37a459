import MaigenDomain

/// Lets an administrator correct a person's points, with a reason that the person reads.
package struct AdjustPoints: Sendable {
    private let points: any PointsStore
    private let surroundings: Surroundings

    package init(points: any PointsStore, surroundings: Surroundings) {
        self.points = points
        self.surroundings = surroundings
    }

    /// Moves `amount` to the person, or from them if negative, once for each `key` of this administrator.
    package func callAsFunction(
        of user: UserID, by amount: Int64, reason: String, key: String, by signedIn: SignedIn, from client: Client
    ) async throws(ServiceError) {
        try signedIn.mustBeAdministrator()
        let administrator = signedIn.account.id
        guard amount != 0, (-1_000_000...1_000_000).contains(amount) else {
            throw .refused(PointsRefusal.amountMalformed)
        }
        let change = Points(amount)
        let reason = try parsed(Self.reason(reason), or: PointsRefusal.reasonMalformed)
        let key = try parsed(
            IdempotencyKey("adjustment", chosen: key, by: administrator), or: PointsRefusal.keyMalformed)
        let now = surroundings.now
        let person = LedgerAccount.user(user)
        let transfer = try parsed(
            Transfer(
                id: surroundings.newID(), key: key, cause: .administrator(administrator), reason: reason, at: now,
                kind: .adjustment, amount > 0 ? change : -change,
                from: amount > 0 ? .system(.adjustments) : person, to: amount > 0 ? person : .system(.adjustments)),
            or: PointsRefusal.amountMalformed)
        let audit = surroundings.audit(
            .pointsAdjusted, by: administrator, of: user.rawValue, from: client, detail: "\(amount): \(reason)")
        let notice = Notice(
            id: surroundings.newID(), user: user, event: .pointsAdjusted(amount: change, reason: reason), at: now)
        let outcome = try await store { () throws(StoreFailure) in
            try await points.adjust(transfer, audit: audit, notice: notice)
        }
        try outcome.check()
    }

    private static func reason(_ text: String) -> String? {
        let trimmed = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        return (1...200).contains(trimmed.count) && trimmed.utf8.count <= 2000 && !trimmed.utf8.contains(0)
            ? trimmed : nil
    }
}

extension TransferOutcome {
    /// Refuses unless the points moved, now or earlier.
    func check() throws(ServiceError) {
        switch self {
        case .done, .repeated: return
        case .keyReused: throw .refused(PointsRefusal.keyReused)
        case .insufficient(_, let balance, let needed):
            throw .refused(PointsRefusal.insufficient(balance: balance, needed: needed))
        case .accountUnknown: throw .refused(AccountRefusal.accountUnknown)
        }
    }
}
