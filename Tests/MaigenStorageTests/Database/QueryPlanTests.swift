import MaigenDomain
import MaigenStorage
import Synchronization
import TestSupport
import Testing

/// SQLite says how it would read; a list that is sorted or searched row by row grows slow unseen.
@Suite("Query plans", .timeLimit(.minutes(1)))
struct QueryPlanTests {
    /// A database that has SQLite explain everything it reads.
    private final class Explaining: Database {
        private let database: any Database
        private let lines = Mutex<[String]>([])

        init(_ database: any Database) { self.database = database }

        var dialect: SQLDialect { database.dialect }
        /// What was explained since last asked.
        func plans() -> [String] {
            lines.withLock { lines in
                defer { lines = [] }
                return lines
            }
        }

        func read<Value: Sendable>(
            _ body: @escaping @Sendable (any SQLSession) throws -> Value
        ) async throws -> Value {
            try await database.read { [self] session in try body(Session(session) { self.add($0) }) }
        }

        func transaction<Value: Sendable>(
            _ body: @escaping @Sendable (any SQLSession) throws -> Value
        ) async throws -> Value {
            try await database.transaction { [self] session in try body(Session(session) { self.add($0) }) }
        }

        func close() async { await database.close() }

        private func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private struct Session: SQLSession {
        let session: any SQLSession
        let explained: (String) -> Void

        init(_ session: any SQLSession, _ explained: @escaping (String) -> Void) {
            self.session = session
            self.explained = explained
        }

        var dialect: SQLDialect { session.dialect }

        func run(_ sql: String, _ arguments: [SQLValue]) throws(SQLError) -> SQLResult {
            for row in try session.run("EXPLAIN QUERY PLAN " + sql, arguments).rows {
                explained(try row.text("detail"))
            }
            return try session.run(sql, arguments)
        }

        func script(_ sql: String) throws(SQLError) { try session.script(sql) }
    }

    @Test("Every list and every look-up goes through an index, and no list is sorted afterwards")
    func lists() async throws {
        try await TestStore.sqlite.withDatabase { plain async throws in
            try await Migrator().migrate(plain)
            let database = Explaining(plain)
            let store = Store(database)
            let (user, task, share) = (UserID(rawValue: "u"), TaskID(rawValue: "t"), ShareID(rawValue: "s"))
            let (now, page) = (Timestamp(milliseconds: 0), PageRequest(after: Cursor("9.x")))
            let asked: [(String, () async throws -> Void)] = [
                ("task", { _ = try await store.task(task) }),
                ("tasks", { _ = try await store.tasks(of: user, TaskFilter(state: .failed, text: "x"), page) }),
                ("key", { _ = try await store.submission(under: IdempotencyKey("a", "b")) }),
                ("events", { _ = try await store.events(of: task, ownedBy: user, after: 0, limit: 10) }),
                ("outbox", { _ = try await store.claimOutbox(limit: 9, at: now, until: now) }),
                ("silent", { _ = try await store.silentTasks(since: now, limit: 9) }),
                ("old files", { _ = try await store.claimOldFiles(endedBy: now, limit: 9, at: now) }),
                ("orphans", { _ = try await store.orphans(among: ["x"]) }),
                ("share", { _ = try await store.sharedProblem(share, for: nil) }),
                ("by time", { _ = try await store.shares(by: .time, matching: "x", page, for: nil) }),
                ("by likes", { _ = try await store.shares(by: .likes, matching: "", page, for: nil) }),
                ("own shares", { _ = try await store.shares(of: user, page) }),
                ("review", { _ = try await store.shares(in: .pending, page) }),
                ("rejected", { _ = try await store.shares(in: .rejected, page) }),
                ("settings", { _ = try await store.settings() }),
                ("notices", { _ = try await store.notices(of: user, page) }),
                ("records", { _ = try await store.records(of: user, kind: .task, page) }),
            ]
            for (name, ask) in asked {
                _ = database.plans()
                try await ask()
                let plans = database.plans()
                #expect(!plans.isEmpty, "\(name)")
                for line in plans {
                    #expect(!line.hasPrefix("SCAN") || line.contains("USING"), "\(name): \(line)")
                    #expect(!line.contains("TEMP B-TREE"), "\(name): \(line)")
                }
            }
        }
    }

    @Test("Statistics of a period read that period")
    func statistics() async throws {
        try await TestStore.sqlite.withDatabase { plain async throws in
            try await Migrator().migrate(plain)
            let database = Explaining(plain)
            let period = StatisticsPeriod(days: 7, upTo: Timestamp(milliseconds: 1_800_000_000_000))
            _ = try await Store(database).statistics(of: period)
            let plans = database.plans()
            for index in [
                "users_created_at", "tasks_created_at", "tasks_finished_at", "points_transfers_created_at",
                "task_stages_state",
            ] {
                #expect(plans.contains { $0.hasPrefix("SEARCH") && $0.contains(index) }, "\(index): \(plans)")
            }
        }
    }
}
