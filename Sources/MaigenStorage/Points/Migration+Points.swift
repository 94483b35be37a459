extension Migration {
    /// The ledger. Its two rules are the database's own, whatever a program does:
    ///
    /// 1. **Each transfer sums to zero.** Its entries are numbered, and each carries the sum so far and the number of
    ///    entries there will be. An entry names its predecessor's sum (a foreign key), adds its own amount (a CHECK),
    ///    and the last one must arrive at zero (a CHECK). No entry lies beyond the last (a CHECK); the transfer itself
    ///    names its last entry with the sum zero (a foreign key checked at COMMIT), so that none is missing.
    /// 2. **A person's balance is the sum of the entries and never below zero.** An account's entries are numbered as
    ///    well; each names the balance its predecessor left (a foreign key) and adds its amount (a CHECK). The account
    ///    names its last entry and the balance after it (a foreign key checked at COMMIT), and the balance of a person
    ///    is not negative (a CHECK).
    ///
    /// The sums rest on foreign keys and CHECKs, not on code in triggers: SQLite has no triggers that wait for COMMIT,
    /// and the same text means the same in PostgreSQL. Triggers only close the ends, and their conditions are one text
    /// too: what was written is never changed, an account moves on by one entry at a time and never back, and an entry
    /// is written only for an account that has just moved on to it.
    ///
    /// The dialects differ in the frame of a trigger, and in tables that refer to each other: SQLite takes them as they
    /// are written, PostgreSQL wants the second reference added afterwards.
    static let points = Migration(2, "points ledger") { dialect in
        let toLastOfTransfer = """
            CONSTRAINT points_transfers_complete FOREIGN KEY (id, entry_count, closing_sum)
                REFERENCES points_entries (transfer_id, position, sum_after) DEFERRABLE INITIALLY DEFERRED
            """
        let toLastOfAccount = """
            CONSTRAINT points_accounts_proved FOREIGN KEY (id, last_sequence, balance)
                REFERENCES points_entries (account_id, sequence, balance_after) DEFERRABLE INITIALLY DEFERRED
            """
        let inline = { (constraint: String) in dialect == .sqlite ? ",\n    " + constraint : "" }
        let afterwards = { (table: String, constraint: String) in
            dialect == .postgres ? "ALTER TABLE \(table) ADD \(constraint);\n" : ""
        }
        return """
            CREATE TABLE points_accounts (
                id TEXT PRIMARY KEY,
                user_id TEXT UNIQUE REFERENCES users (id),
                balance BIGINT NOT NULL DEFAULT 0,
                -- The number of the account's last entry; NULL before the first.
                last_sequence BIGINT,
                CONSTRAINT points_accounts_not_negative CHECK (user_id IS NULL OR balance >= 0),
                CONSTRAINT points_accounts_begin_empty CHECK (last_sequence IS NOT NULL OR balance = 0)\
            \(inline(toLastOfAccount))
            );

            CREATE TABLE points_transfers (
                id TEXT PRIMARY KEY,
                idempotency_key TEXT NOT NULL UNIQUE,
                -- The whole request: the same key with another one is refused.
                fingerprint TEXT NOT NULL,
                cause TEXT NOT NULL,
                reason TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                entry_count BIGINT NOT NULL CONSTRAINT points_transfers_size CHECK (entry_count BETWEEN 2 AND 8),
                closing_sum BIGINT NOT NULL DEFAULT 0 CONSTRAINT points_transfers_zero CHECK (closing_sum = 0),
                UNIQUE (id, entry_count)\
            \(inline(toLastOfTransfer))
            );

            CREATE TABLE points_entries (
                transfer_id TEXT NOT NULL,
                position BIGINT NOT NULL,
                entry_count BIGINT NOT NULL,
                kind TEXT NOT NULL,
                account_id TEXT NOT NULL REFERENCES points_accounts (id),
                amount BIGINT NOT NULL CONSTRAINT points_entries_moves CHECK (amount <> 0),

                previous_position BIGINT,
                sum_before BIGINT NOT NULL,
                sum_after BIGINT NOT NULL,

                sequence BIGINT NOT NULL,
                previous_sequence BIGINT,
                balance_before BIGINT NOT NULL,
                balance_after BIGINT NOT NULL,

                PRIMARY KEY (transfer_id, position),
                UNIQUE (transfer_id, position, sum_after),
                UNIQUE (account_id, sequence),
                UNIQUE (account_id, sequence, balance_after),

                CONSTRAINT points_entries_of_transfer
                    FOREIGN KEY (transfer_id, entry_count) REFERENCES points_transfers (id, entry_count),
                CONSTRAINT points_entries_position CHECK (position BETWEEN 1 AND entry_count),
                CONSTRAINT points_entries_sum CHECK (sum_after = sum_before + amount),
                CONSTRAINT points_entries_zero CHECK (position < entry_count OR sum_after = 0),
                CONSTRAINT points_entries_first_sum CHECK (position > 1 OR sum_before = 0),
                CONSTRAINT points_entries_chained
                    CHECK ((position = 1 AND previous_position IS NULL)
                        OR (position > 1 AND previous_position IS NOT NULL AND previous_position = position - 1)),
                CONSTRAINT points_entries_previous FOREIGN KEY (transfer_id, previous_position, sum_before)
                    REFERENCES points_entries (transfer_id, position, sum_after),

                CONSTRAINT points_entries_balance CHECK (balance_after = balance_before + amount),
                CONSTRAINT points_entries_first_balance CHECK (sequence > 1 OR balance_before = 0),
                CONSTRAINT points_entries_sequence
                    CHECK ((sequence = 1 AND previous_sequence IS NULL)
                        OR (sequence > 1 AND previous_sequence IS NOT NULL AND previous_sequence = sequence - 1)),
                CONSTRAINT points_entries_previous_balance FOREIGN KEY (account_id, previous_sequence, balance_before)
                    REFERENCES points_entries (account_id, sequence, balance_after)
            );

            \(afterwards("points_accounts", toLastOfAccount))\
            \(afterwards("points_transfers", toLastOfTransfer))\
            \(appendOnly("points_transfers", dialect))
            \(appendOnly("points_entries", dialect))
            \(refusal(
                "points_accounts_moves_on", before: "UPDATE", on: "points_accounts",
                where: """
                    NEW.last_sequence IS DISTINCT FROM coalesce(OLD.last_sequence, 0) + 1
                        OR NEW.id <> OLD.id OR NEW.user_id IS DISTINCT FROM OLD.user_id
                    """, "an account changes by one entry at a time", dialect))
            \(refusal(
                "points_entries_entered", before: "INSERT", on: "points_entries",
                where: """
                    NOT EXISTS (SELECT 1 FROM points_accounts
                        WHERE id = NEW.account_id AND last_sequence = NEW.sequence AND balance = NEW.balance_after)
                    """, "an entry without its account", dialect))
            \(refusal(
                "points_accounts_stay", before: "DELETE", on: "points_accounts", where: "1 = 1",
                "accounts are never removed", dialect))

            INSERT INTO points_accounts (id) VALUES
                ('system:rewards'), ('system:tasks'), ('system:community'), ('system:adjustments');
            """
    }
}
