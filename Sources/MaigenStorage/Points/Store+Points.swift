import MaigenDomain

extension Store: PointsStore {
    package func balance(of user: UserID) async throws(StoreFailure) -> Points? {
        try await read { session in
            try session.row("SELECT balance FROM points_accounts WHERE user_id = $1", .id(user))?.points("balance")
        }
    }

    package func records(
        of user: UserID, kind: RecordKind?, _ page: PageRequest
    ) async throws(StoreFailure) -> Page<PointsRecord> {
        let after = page.cursor.map { Int64($0.position) ?? 0 } ?? Int64.max
        // A condition that may not hold keeps databases from using an index.
        let ofKind = kind == nil ? "CAST($3 AS TEXT) IS NULL" : "e.kind = $3"
        let found = try await read { session in
            try session.rows(
                """
                SELECT e.sequence, e.transfer_id, e.kind, e.amount, e.balance_after, t.cause, t.reason, t.created_at
                FROM points_entries e JOIN points_transfers t ON t.id = e.transfer_id
                WHERE e.account_id = $1 AND e.sequence < $2 AND \(ofKind)
                ORDER BY e.sequence DESC LIMIT $4
                """, .text(LedgerAccount.user(user).name), .int(after), .optional(kind?.rawValue),
                .int(Int64(page.limit + 1))
            ).map(Self.record)
        }
        return Page(found, request: page) { String($0.sequence) }
    }

    package func transfer(_ transfer: Transfer) async throws(StoreFailure) -> TransferOutcome {
        try await write { session in
            let outcome = try Ledger(session).post(transfer)
            return outcome == .done ? .keep(outcome) : .undo(outcome)
        }
    }

    package func adjust(
        _ transfer: Transfer, audit: AuditEvent, notice: Notice
    ) async throws(StoreFailure) -> TransferOutcome {
        try await write { session in
            let outcome = try Ledger(session).post(transfer)
            guard outcome == .done else { return .undo(outcome) }
            try AuditLog(session).add(audit)
            try Notices(session).add(notice)
            return .keep(outcome)
        }
    }

    private static func record(_ row: SQLRow) throws(SQLError) -> PointsRecord {
        PointsRecord(
            sequence: try row.int("sequence"), transfer: try row.id("transfer_id"),
            kind: try row.parsed("kind", RecordKind.init(rawValue:)), amount: try row.points("amount"),
            balanceAfter: try row.points("balance_after"), cause: try row.parsed("cause", TransferCause.init(text:)),
            reason: try row.text("reason"), at: try row.moment("created_at"))
    }
}
