import MaigenDomain

extension Store {
    /// Adds the whole ledger up anew, trusting none of the sums that the tables hold.
    package func checkLedger() async throws(StoreFailure) -> LedgerReport {
        try await read { session in
            let counts = try session.row(
                """
                SELECT (SELECT count(*) FROM points_accounts) AS accounts,
                    (SELECT count(*) FROM points_transfers) AS transfers,
                    (SELECT count(*) FROM points_entries) AS entries,
                    (SELECT CAST(coalesce(sum(balance), 0) AS BIGINT) FROM points_accounts) AS total
                """)
            guard let counts else { throw SQLError(.misuse, "no counts") }
            var faults: [String] = []
            for check in checks {
                faults += try session.rows(check.sql).map { row throws(SQLError) in
                    "\(try row.text("id")): \(check.fault)"
                }
            }
            return LedgerReport(
                accounts: Int(try counts.int("accounts")), transfers: Int(try counts.int("transfers")),
                entries: Int(try counts.int("entries")), total: try counts.int("total"), faults: faults)
        }
    }
}

/// What makes a ledger unsound: each query returns the rows that are wrong, at most a hundred.
private let checks: [(fault: String, sql: String)] = [
    (
        "the balance is not the sum of the entries",
        """
        SELECT a.id FROM points_accounts a LEFT JOIN points_entries e ON e.account_id = a.id
        GROUP BY a.id, a.balance HAVING a.balance <> coalesce(sum(e.amount), 0) LIMIT 100
        """
    ),
    (
        "a person's balance is below zero",
        "SELECT id FROM points_accounts WHERE user_id IS NOT NULL AND balance < 0 LIMIT 100"
    ),
    (
        "the entries do not sum to zero, or some are missing",
        """
        SELECT t.id FROM points_transfers t LEFT JOIN points_entries e ON e.transfer_id = t.id
        GROUP BY t.id, t.entry_count
        HAVING coalesce(sum(e.amount), 1) <> 0 OR count(e.position) <> t.entry_count LIMIT 100
        """
    ),
    (
        "an entry's balance is not the sum of the entries up to it, or a number is missing",
        """
        SELECT DISTINCT account_id AS id FROM (
            SELECT account_id, sequence, balance_after,
                sum(amount) OVER (PARTITION BY account_id ORDER BY sequence) AS running,
                row_number() OVER (PARTITION BY account_id ORDER BY sequence) AS number
            FROM points_entries) AS history
        WHERE balance_after <> running OR sequence <> number LIMIT 100
        """
    ),
    (
        "the account does not name its last entry",
        """
        SELECT a.id FROM points_accounts a LEFT JOIN points_entries e ON e.account_id = a.id
        GROUP BY a.id, a.last_sequence HAVING coalesce(a.last_sequence, 0) <> count(e.sequence) LIMIT 100
        """
    ),
    (
        "the user has no points account",
        "SELECT u.id FROM users u LEFT JOIN points_accounts a ON a.user_id = u.id WHERE a.id IS NULL LIMIT 100"
    ),
]
