import MaigenDomain
import MaigenStorage
import TestSupport
import Testing

@Suite("Points", .timeLimit(.minutes(1)))
struct PointsStoreTests {
    private let a = LedgerAccount.user(UserID(rawValue: "a"))
    private let b = LedgerAccount.user(UserID(rawValue: "b"))

    private func withUsers(_ kind: TestStore, _ body: (Store) async throws -> Void) async throws {
        try await kind.withStore { store, database async throws in
            for name in ["a", "b"] {
                try await addUser(name, database)
                let gift = transfer("gift-\(name)", 50, from: .system(.rewards), to: .user(UserID(rawValue: name)))
                #expect(try await store.transfer(gift) == .done)
            }
            try await body(store)
            #expect(try await store.checkLedger().isSound)
        }
    }

    @Test("The same transfer twice moves once; another under its key is refused", arguments: TestStore.allCases)
    func idempotency(_ kind: TestStore) async throws {
        try await withUsers(kind) { store async throws in
            let first = transfer("k", 5, from: a, to: .system(.tasks))
            #expect(try await store.transfer(first) == .done)
            #expect(try await store.transfer(transfer("k", 5, from: a, to: .system(.tasks))) == .repeated)
            #expect(try await store.transfer(transfer("k", 6, from: a, to: .system(.tasks))) == .keyReused)
            #expect(try await store.transfer(transfer("k", 5, from: b, to: .system(.tasks))) == .keyReused)
            #expect(try await store.balance(of: UserID(rawValue: "a")) == 45)
        }
    }

    @Test("What is not there cannot be spent, and a failed transfer leaves its key free", arguments: TestStore.allCases)
    func insufficient(_ kind: TestStore) async throws {
        try await withUsers(kind) { store async throws in
            let outcome = try await store.transfer(transfer("k", 51, from: a, to: b))
            #expect(outcome == .insufficient(a, balance: 50, needed: 51))
            #expect(try await store.transfer(transfer("k", 50, from: a, to: b)) == .done)
            #expect(try await store.balance(of: UserID(rawValue: "a")) == 0)
            #expect(try await store.balance(of: UserID(rawValue: "b")) == 100)
            let ghost = LedgerAccount.user(UserID(rawValue: "ghost"))
            #expect(try await store.transfer(transfer("g", 1, from: b, to: ghost)) == .accountUnknown(ghost))
            #expect(try await store.balance(of: UserID(rawValue: "ghost")) == nil)
        }
    }

    @Test("Records show kind, amount, balance and cause, page by page", arguments: TestStore.allCases)
    func records(_ kind: TestStore) async throws {
        try await withUsers(kind) { store async throws in
            for number in 1...5 {
                _ = try await store.transfer(transfer("k\(number)", Points(Int64(number)), from: a, to: b))
            }
            let user = UserID(rawValue: "a")
            let first = try await store.records(of: user, kind: nil, PageRequest(limit: 4))
            #expect(first.items.map(\.amount) == [-5, -4, -3, -2])
            #expect(first.items.map(\.balanceAfter) == [35, 40, 44, 47])
            #expect(first.items[0].cause == .task(TaskID(rawValue: "x")))
            // A record that arrives between two pages neither hides nor repeats any.
            _ = try await store.transfer(transfer("k6", 1, from: a, to: b))
            let second = try await store.records(of: user, kind: nil, PageRequest(after: first.nextCursor, limit: 4))
            #expect(second.items.map(\.amount) == [-1, 50] && second.nextCursor == nil)
            #expect(try await store.records(of: user, kind: .sale, PageRequest()).items.isEmpty)
        }
    }

    @Test("64 clients that repeat each other's transfers move each exactly once", arguments: TestStore.allCases)
    func attack(_ kind: TestStore) async throws {
        try await kind.withStore { store, database async throws in
            let users = (0..<8).map { "u\($0)" }
            for name in users {
                try await addUser(name, database)
                _ = try await store.transfer(
                    transfer("gift-\(name)", 30, from: .system(.rewards), to: .user(UserID(rawValue: name))))
            }
            let end = ContinuousClock.now + .seconds(2)
            let done = try await withThrowingTaskGroup(of: [String].self) { group in
                for client in 0..<64 {
                    group.addTask {
                        var done: [String] = []
                        var step = 0
                        while ContinuousClock.now < end {
                            // Four clients share each key and make the same transfer of it; every fifth key is used for
                            // another one.
                            let key = "\(client / 4)-\(step)"
                            let payer = users[(client / 4 + step) % 8]
                            let payee = users[(client / 4 + step * 3 + 1 + (step % 5 == 0 ? client % 4 : 0)) % 8]
                            step += 1
                            guard payer != payee else { continue }
                            let move = transfer(
                                key, Points(Int64(step % 7 + 1)), from: .user(UserID(rawValue: payer)),
                                to: .user(UserID(rawValue: payee)))
                            if try await store.transfer(move) == .done { done.append(key) }
                        }
                        return done
                    }
                }
                return try await group.reduce([], +)
            }
            #expect(Set(done).count == done.count, "a key moved points twice")
            let report = try await store.checkLedger()
            #expect(report.isSound, "\(report.faults)")
            #expect(report.transfers == done.count + users.count)
            var total = Points.zero
            for name in users { total = total + (try await store.balance(of: UserID(rawValue: name)) ?? .zero) }
            #expect(total == 240)
            #expect(done.count > users.count)
        }
    }

    @Test("The check finds a ledger that was tampered with", arguments: TestStore.allCases)
    func tampered(_ kind: TestStore) async throws {
        try await kind.withStore { store, database async throws in
            try await addUser("a", database)
            _ = try await store.transfer(transfer("g", 5, from: .system(.rewards), to: a))
            // Somebody with the file and all rules switched off.
            try await database.transaction { session in
                try session.script(
                    """
                    DROP TRIGGER points_accounts_moves_on\(database.dialect == .sqlite ? "" : " ON points_accounts");
                    DROP TRIGGER points_entries_no_update\(database.dialect == .sqlite ? "" : " ON points_entries");
                    UPDATE points_entries SET amount = 7 WHERE account_id = 'user:a' AND 1 = 0;
                    """)
                _ = try session.run(
                    "UPDATE points_accounts SET balance = 0, last_sequence = NULL WHERE id = 'user:a'", [])
            }
            let report = try await store.checkLedger()
            #expect(!report.isSound)
            #expect(report.faults.contains("user:a: the balance is not the sum of the entries"))
            #expect(report.total == -5)
        }
    }
}
