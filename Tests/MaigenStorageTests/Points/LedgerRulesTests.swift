import MaigenDomain
import MaigenStorage
import TestSupport
import Testing

/// The ledger's rules against a program gone wrong: SQL that goes past everything but the tables themselves.
@Suite("The ledger's own rules", .timeLimit(.minutes(1)))
struct LedgerRulesTests {
    private static let rewards = LedgerAccount.system(.rewards)

    /// A ledger in which `a` holds 50 and `b` 10, as everything below must find it afterwards.
    private func withLedger(
        _ kind: TestStore, _ body: @Sendable (any Database) async throws -> Void
    ) async throws {
        try await kind.withStore { store, database async throws in
            for (name, amount) in [("a", 50), ("b", 10)] as [(String, Int64)] {
                try await addUser(name, database)
                let gift = transfer(
                    "gift-\(name)", Points(amount), from: Self.rewards, to: .user(UserID(rawValue: name)))
                #expect(try await store.transfer(gift) == .done)
            }
            try await body(database)
            let report = try await store.checkLedger()
            #expect(report.isSound && report.entries == 4, "\(report.faults)")
            #expect(try await store.balance(of: UserID(rawValue: "a")) == 50)
        }
    }

    private func refused(_ database: any Database, _ statements: String...) async -> SQLError.Kind? {
        do {
            try await database.transaction { session in
                for statement in statements { _ = try session.run(statement, []) }
            }
            return nil
        } catch {
            return (error as? SQLError)?.kind
        }
    }

    private static func header(_ id: String, _ count: Int) -> String {
        """
        INSERT INTO points_transfers (id, idempotency_key, fingerprint, cause, reason, created_at, entry_count)
        VALUES ('\(id)', '\(id)', '', 'task:x', '', 0, \(count))
        """
    }

    private static func move(_ account: String, _ amount: Int) -> String {
        """
        UPDATE points_accounts SET balance = balance + \(amount), last_sequence = coalesce(last_sequence, 0) + 1
        WHERE id = '\(account)'
        """
    }

    /// An entry that agrees with its account, whatever its part in the transfer.
    private static func entry(
        _ id: String, _ position: Int, of count: Int, _ account: String, _ amount: Int, before: Int
    ) -> String {
        """
        INSERT INTO points_entries SELECT '\(id)', \(position), \(count), 'task', id, \(amount),
            \(position == 1 ? "NULL" : "\(position - 1)"), \(before), \(before + amount), last_sequence,
            CASE WHEN last_sequence > 1 THEN last_sequence - 1 END, balance - (\(amount)), balance
        FROM points_accounts WHERE id = '\(account)'
        """
    }

    @Test(
        "A sound transfer written by hand passes: what the other tests try differs in one thing each",
        arguments: TestStore.allCases)
    func sound(_ kind: TestStore) async throws {
        try await kind.withStore { store, database async throws in
            try await addUser("a", database)
            let outcome = await refused(
                database, Self.header("t", 2), Self.move("user:a", 5),
                Self.entry("t", 1, of: 2, "user:a", 5, before: 0),
                Self.move("system:tasks", -5), Self.entry("t", 2, of: 2, "system:tasks", -5, before: 5))
            #expect(outcome == nil)
            #expect(try await store.checkLedger().isSound)
        }
    }

    @Test("Points from nowhere, or into nowhere", arguments: TestStore.allCases)
    func unbalanced(_ kind: TestStore) async throws {
        try await withLedger(kind) { database async throws in
            let unequal = await refused(
                database, Self.header("t", 2), Self.move("user:a", 5),
                Self.entry("t", 1, of: 2, "user:a", 5, before: 0),
                Self.move("system:tasks", -4), Self.entry("t", 2, of: 2, "system:tasks", -4, before: 5))
            #expect(unequal == .check("points_entries_zero"))
            let falseSum = await refused(
                database, Self.header("t", 2), Self.move("user:a", 5),
                Self.entry("t", 1, of: 2, "user:a", 5, before: 0),
                Self.move("system:tasks", -4), Self.entry("t", 2, of: 2, "system:tasks", -4, before: 4))
            #expect(falseSum == .foreignKey)
            let falseStart = await refused(
                database, Self.header("t", 2), Self.move("user:a", 5),
                Self.entry("t", 1, of: 2, "user:a", 5, before: -5))
            #expect(falseStart == .check("points_entries_first_sum"))
        }
    }

    @Test("A transfer that lacks entries or has too many", arguments: TestStore.allCases)
    func incomplete(_ kind: TestStore) async throws {
        try await withLedger(kind) { database async throws in
            #expect(await refused(database, Self.header("t", 2)) == .foreignKey)
            let half = await refused(
                database, Self.header("t", 2), Self.move("user:a", 5), Self.entry("t", 1, of: 2, "user:a", 5, before: 0)
            )
            #expect(half == .foreignKey)
            let surplus = await refused(
                database, Self.header("t", 2), Self.move("user:a", 5),
                Self.entry("t", 1, of: 2, "user:a", 5, before: 0),
                Self.move("system:tasks", -5), Self.entry("t", 2, of: 2, "system:tasks", -5, before: 5),
                Self.move("user:b", 5), Self.entry("t", 3, of: 2, "user:b", 5, before: 0))
            #expect(surplus == .check("points_entries_position"))
            let otherCount = await refused(
                database, Self.header("t", 2), Self.move("user:a", 5), Self.entry("t", 1, of: 3, "user:a", 5, before: 0)
            )
            #expect(otherCount == .foreignKey)
            let alone = await refused(database, Self.header("t", 1))
            #expect(alone == .check("points_transfers_size"))
        }
    }

    @Test("A balance below zero", arguments: TestStore.allCases)
    func negative(_ kind: TestStore) async throws {
        try await withLedger(kind) { database async throws in
            #expect(await refused(database, Self.move("user:a", -51)) == .check("points_accounts_not_negative"))
        }
    }

    @Test("A balance without an entry, an entry without a balance", arguments: TestStore.allCases)
    func unproved(_ kind: TestStore) async throws {
        try await withLedger(kind) { database async throws in
            #expect(await refused(database, Self.move("user:a", 5)) == .foreignKey)
            let still = "UPDATE points_accounts SET balance = balance + 5 WHERE id = 'user:a'"
            #expect(await refused(database, still) == .trigger("an account changes by one entry at a time"))
            let forgotten = "UPDATE points_accounts SET balance = 0, last_sequence = NULL WHERE id = 'user:a'"
            #expect(await refused(database, forgotten) == .trigger("an account changes by one entry at a time"))
            let stranger = "UPDATE points_accounts SET user_id = NULL, last_sequence = 2 WHERE id = 'user:a'"
            #expect(await refused(database, stranger) == .trigger("an account changes by one entry at a time"))
            let loose = Self.entry("t", 1, of: 2, "user:a", 5, before: 0)
                .replacing("last_sequence,", with: "last_sequence + 1,")
            #expect(await refused(database, Self.header("t", 2), loose) == .trigger("an entry without its account"))
            #expect(
                await refused(database, "INSERT INTO points_accounts (id, balance) VALUES ('system:new', 5)")
                    == .check("points_accounts_begin_empty"))
            #expect(
                await refused(
                    database, "INSERT INTO points_accounts (id, balance, last_sequence) VALUES ('system:new', 5, 1)")
                    == .foreignKey)
        }
    }

    @Test("History that changes", arguments: TestStore.allCases)
    func history(_ kind: TestStore) async throws {
        try await withLedger(kind) { database async throws in
            #expect(
                await refused(database, "UPDATE points_entries SET amount = 6 WHERE account_id = 'user:a'")
                    == .trigger("points_entries is append-only"))
            #expect(
                await refused(database, "DELETE FROM points_entries") == .trigger("points_entries is append-only"))
            #expect(
                await refused(database, "UPDATE points_transfers SET cause = 'task:y'")
                    == .trigger("points_transfers is append-only"))
            #expect(
                await refused(database, "DELETE FROM points_transfers") == .trigger("points_transfers is append-only"))
            #expect(
                await refused(database, "DELETE FROM points_accounts WHERE id = 'system:community'")
                    == .trigger("accounts are never removed"))
        }
    }
}

/// A user with a points account, past the services.
func addUser(_ name: String, _ database: any Database) async throws {
    try await database.transaction { session in
        _ = try session.run(
            """
            INSERT INTO users (id, email, email_key, name, password_hash, role, language, invitation_code, created_at)
            VALUES ($1, $2, $2, $1, 'hash', 'user', 'en', $3, 0)
            """, [.text(name), .text("\(name)@example.org"), .text(InvitationCode(.system).text)])
        _ = try session.run(
            "INSERT INTO points_accounts (id, user_id) VALUES ($1, $2)", [.text("user:\(name)"), .text(name)])
    }
}

/// A transfer under `key`, made now.
func transfer(_ key: String, _ amount: Points, from payer: LedgerAccount, to payee: LedgerAccount) -> Transfer {
    Transfer(
        id: ID(at: Timestamp(milliseconds: 0), .system), key: IdempotencyKey("test", key),
        cause: .task(TaskID(rawValue: "x")),
        at: Timestamp(milliseconds: 0), kind: .task, amount, from: payer, to: payee)!
}
