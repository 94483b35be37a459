import MaigenDomain

/// The ledger within a transaction: whatever moves points moves them here, in the transaction of what they are paid
/// for.
struct Ledger {
    private let session: any SQLSession

    init(_ session: any SQLSession) {
        self.session = session
    }

    /// Opens the account of a new user.
    func open(_ user: UserID) throws(SQLError) {
        try session.change(
            "INSERT INTO points_accounts (id, user_id) VALUES ($1, $2)", .text(LedgerAccount.user(user).name),
            .id(user))
    }

    /// Moves points. After `insufficient` or `accountUnknown` the transaction must be undone: a part may have moved.
    func post(_ transfer: Transfer) throws(SQLError) -> TransferOutcome {
        // The unique key decides between two at once: the second one waits here, then finds the first one's row.
        let added = try session.row(
            """
            INSERT INTO points_transfers (id, idempotency_key, fingerprint, cause, reason, created_at, entry_count)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (idempotency_key) DO NOTHING RETURNING id
            """, .id(transfer.id), .text(transfer.key.text), .text(transfer.fingerprint), .text(transfer.cause.text),
            .text(transfer.reason), .at(transfer.at), .int(Int64(transfer.entries.count)))
        guard added != nil else { return try outcomeOfRepetition(transfer) }
        var sum = Points.zero
        for (index, entry) in transfer.entries.enumerated() {
            guard let state = try advance(entry) else { return try shortfall(entry) }
            try insert(entry, of: transfer, position: Int64(index + 1), sumBefore: sum, state)
            sum = sum + entry.amount
        }
        return .done
    }

    private func outcomeOfRepetition(_ transfer: Transfer) throws(SQLError) -> TransferOutcome {
        let earlier = try session.row(
            "SELECT fingerprint FROM points_transfers WHERE idempotency_key = $1", .text(transfer.key.text))
        return try earlier?.text("fingerprint") == transfer.fingerprint ? .repeated : .keyReused
    }

    /// The account after `entry`; nil where there is none or it would go below zero. One statement looks and changes,
    /// so no other transaction comes between.
    private func advance(_ entry: TransferEntry) throws(SQLError) -> (sequence: Int64, balance: Int64)? {
        let row = try session.row(
            """
            UPDATE points_accounts SET balance = balance + $2, last_sequence = coalesce(last_sequence, 0) + 1
            WHERE id = $1 AND (user_id IS NULL OR balance + $2 >= 0)
            RETURNING balance, last_sequence
            """, .text(entry.account.name), .points(entry.amount))
        guard let row else { return nil }
        return (try row.int("last_sequence"), try row.int("balance"))
    }

    private func shortfall(_ entry: TransferEntry) throws(SQLError) -> TransferOutcome {
        let row = try session.row("SELECT balance FROM points_accounts WHERE id = $1", .text(entry.account.name))
        guard let row else { return .accountUnknown(entry.account) }
        return .insufficient(entry.account, balance: try row.points("balance"), needed: -entry.amount)
    }

    private func insert(
        _ entry: TransferEntry, of transfer: Transfer, position: Int64, sumBefore: Points,
        _ state: (sequence: Int64, balance: Int64)
    ) throws(SQLError) {
        try session.run(
            """
            INSERT INTO points_entries (
                transfer_id, position, entry_count, kind, account_id, amount,
                previous_position, sum_before, sum_after, sequence, previous_sequence, balance_before, balance_after)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            [
                .id(transfer.id), .int(position), .int(Int64(transfer.entries.count)), .text(entry.kind.rawValue),
                .text(entry.account.name), .points(entry.amount),
                position == 1 ? .null : .int(position - 1), .points(sumBefore), .points(sumBefore + entry.amount),
                .int(state.sequence), state.sequence == 1 ? .null : .int(state.sequence - 1),
                .int(state.balance - entry.amount.count), .int(state.balance),
            ])
    }
}
