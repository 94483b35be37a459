/// Keeps the ledger.
package protocol PointsStore: Sendable {
    /// What `user` holds; nil where there is no such account.
    func balance(of user: UserID) async throws(StoreFailure) -> Points?
    /// The records of `user`, newest first, of one kind or of all.
    func records(
        of user: UserID, kind: RecordKind?, _ page: PageRequest
    ) async throws(StoreFailure) -> Page<PointsRecord>
    /// Moves points, once for each key, all entries or none.
    func transfer(_ transfer: Transfer) async throws(StoreFailure) -> TransferOutcome
    /// Moves points at an administrator's wish, with the audit event and the notice to the person it concerns.
    func adjust(
        _ transfer: Transfer, audit: AuditEvent, notice: Notice
    ) async throws(StoreFailure) -> TransferOutcome
    /// Proves every balance from the entries.
    func checkLedger() async throws(StoreFailure) -> LedgerReport
}

/// What came of a transfer.
package enum TransferOutcome: Sendable, Hashable {
    /// The points moved now.
    case done
    /// They had moved already: the same transfer under the same key.
    case repeated
    /// The key was used for something else.
    case keyReused
    /// An account would have gone below zero: whose, what it holds and what it would have given.
    case insufficient(LedgerAccount, balance: Points, needed: Points)
    /// There is no such account.
    case accountUnknown(LedgerAccount)
}

/// The result of adding the whole ledger up.
package struct LedgerReport: Sendable, Hashable {
    /// How many accounts there are.
    package var accounts: Int
    /// How many transfers.
    package var transfers: Int
    /// How many entries.
    package var entries: Int
    /// The sum of all balances: zero in a sound ledger.
    package var total: Int64
    /// What is wrong, one line each; empty in a sound ledger.
    package var faults: [String]

    package init(accounts: Int, transfers: Int, entries: Int, total: Int64, faults: [String]) {
        self.accounts = accounts
        self.transfers = transfers
        self.entries = entries
        self.total = total
        self.faults = faults
    }

    /// Whether every balance is proved.
    package var isSound: Bool { faults.isEmpty && total == 0 }
}
