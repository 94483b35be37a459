import MaigenDomain
import MaigenStorage
import TestSupport
import Testing

/// What the tables of tasks and the community refuse to a program gone wrong: SQL that goes past everything but them.
@Suite("The rules of tasks and shares in the database itself", .timeLimit(.minutes(1)))
struct TaskRulesTests {
    private static let task = """
        INSERT INTO tasks (id, user_id, request_key, request_digest, title, title_key, test_count, price, state, attempt,
            percent, last_event, created_at, state_since, heard_at)
        VALUES ('t', 'a', 'k', '', 'T', 't', 3, 5, 'analyzing', 1, 40, 1, 0, 0, 0)
        """
    private static let completed = "UPDATE tasks SET state = 'completed', percent = 100, finished_at = 9"
    private static func event(_ sequence: Int, _ previous: String) -> String {
        "INSERT INTO task_events VALUES ('t', \(sequence), \(previous), 1, 'pending', 0, NULL, '', '', '', 0)"
    }
    private static func share(_ id: String, _ state: String = "pending", price: Int = 5) -> String {
        """
        INSERT INTO shares (id, task_id, author_id, title, description, search_key, price, test_count, state, created_at)
        VALUES ('\(id)', 't', 'a', 'T', 'd', 't', \(price), 3, '\(state)', 0)
        """
    }
    private static let approved =
        "UPDATE shares SET state = 'approved', reviewed_by = 'a', reviewed_at = 1 WHERE state = 'pending'"

    /// What the last of `statements` met, after the others went through; nil where it went through too.
    private func refused(_ kind: TestStore, _ statements: [String]) async throws -> SQLError.Kind? {
        try await kind.withStore { store, database async throws in
            for name in ["a", "b"] { try await addUser(name, database) }
            for statement in statements.dropLast() {
                try await database.transaction { _ = try $0.run(statement, []) }
            }
            do {
                try await database.transaction { _ = try $0.run(statements[statements.count - 1], []) }
                return nil
            } catch {
                return try #require(error as? SQLError).kind
            }
        }
    }

    @Test("A task that has ended does not change", arguments: TestStore.allCases)
    func ended(_ kind: TestStore) async throws {
        for statement in [
            "UPDATE tasks SET state = 'failed', fault = 'x'",
            "UPDATE tasks SET state = 'validating', finished_at = NULL",
            "UPDATE tasks SET heard_at = 10",
        ] {
            let kind = try await refused(kind, [Self.task, Self.completed, statement])
            #expect(kind == .trigger("a task that has ended does not change"), "\(statement)")
        }
    }

    @Test("A task goes on within its try or begins the next", arguments: TestStore.allCases)
    func tries(_ kind: TestStore) async throws {
        for statement in [
            "UPDATE tasks SET percent = 39", "UPDATE tasks SET attempt = 3, state = 'pending', percent = 0",
            "UPDATE tasks SET attempt = 0", "UPDATE tasks SET attempt = 2", "UPDATE tasks SET state = 'pending'",
            "UPDATE tasks SET price = 6", "UPDATE tasks SET user_id = 'b'",
        ] {
            let kind = try await refused(kind, [Self.task, statement])
            #expect(kind == .trigger("a task goes on within its try or begins the next"), "\(statement)")
        }
        let next = "UPDATE tasks SET attempt = 2, state = 'pending', percent = 0"
        #expect(try await refused(kind, [Self.task, next]) == nil)
    }

    @Test("States are known, and agree with what else a task says", arguments: TestStore.allCases)
    func states(_ kind: TestStore) async throws {
        let rules = [
            ("UPDATE tasks SET state = 'cancelled'", "tasks_finished"),
            ("UPDATE tasks SET finished_at = 9", "tasks_finished"),
            ("UPDATE tasks SET state = 'completed', finished_at = 9", "tasks_completed"),
            ("UPDATE tasks SET state = 'failed', finished_at = 9", "tasks_fault"),
            ("UPDATE tasks SET fault = 'x'", "tasks_fault"),
            ("UPDATE tasks SET percent = 101", "tasks_percent"),
        ]
        // It breaks two rules, and the databases do not agree on which to name.
        let unknown = try await refused(kind, [Self.task, "UPDATE tasks SET state = 'lost'"])
        #expect([.check("tasks_state_known"), .check("tasks_finished")].contains(unknown))
        for (statement, rule) in rules {
            #expect(try await refused(kind, [Self.task, statement]) == .check(rule), "\(statement)")
        }
    }

    @Test("A request key is one task's", arguments: TestStore.allCases)
    func requestKey(_ kind: TestStore) async throws {
        let second = Self.task.replacing("'t', 'a'", with: "'u', 'b'")
        #expect(try await refused(kind, [Self.task, second]) == .unique("tasks_request_key_key"))
    }

    @Test("A log has no gaps and is never changed", arguments: TestStore.allCases)
    func log(_ kind: TestStore) async throws {
        let first = [Self.task, Self.event(1, "NULL")]
        #expect(try await refused(kind, first + [Self.event(2, "1")]) == nil)
        #expect(try await refused(kind, first + [Self.event(3, "2")]) == .foreignKey)
        #expect(try await refused(kind, first + [Self.event(2, "NULL")]) == .check("task_events_gapless"))
        #expect(try await refused(kind, first + [Self.event(3, "1")]) == .check("task_events_gapless"))
        #expect(try await refused(kind, first + [Self.event(1, "NULL")]) == .unique("task_events_pkey"))
        for statement in ["UPDATE task_events SET message_zh = 'x'", "DELETE FROM task_events"] {
            #expect(try await refused(kind, first + [statement]) == .trigger("task_events is append-only"))
        }
    }

    @Test("A try is dispatched once, and a file is one task's", arguments: TestStore.allCases)
    func once(_ kind: TestStore) async throws {
        let dispatch = "INSERT INTO task_outbox (task_id, attempt, content, created_at) VALUES ('t', 1, 'dispatch', 0)"
        #expect(try await refused(kind, [Self.task, dispatch, dispatch]) == .unique("task_outbox_pkey"))
        func result(_ task: String) -> String {
            "INSERT INTO task_results VALUES ('\(task)', 'f', 1, '', '', '', '', 0, NULL, NULL)"
        }
        let other = Self.task.replacing("'t', 'a', 'k'", with: "'u', 'a', 'l'")
        #expect(
            try await refused(kind, [Self.task, other, result("t"), result("u")]) == .unique("task_results_file_key"))
    }

    @Test("A task has one share that is pending or approved", arguments: TestStore.allCases)
    func oneShare(_ kind: TestStore) async throws {
        let begin = [Self.task, Self.share("s")]
        #expect(try await refused(kind, begin + [Self.share("r")]) == .unique("shares_task_id_key"))
        #expect(try await refused(kind, begin + [Self.approved, Self.share("r")]) == .unique("shares_task_id_key"))
        let rejected =
            "UPDATE shares SET state = 'rejected', rejection = 'x', reviewed_by = 'a', reviewed_at = 1"
        #expect(try await refused(kind, begin + [rejected, Self.share("r")]) == nil)
    }

    @Test(
        "A share is decided on once, with a reviewer and a reason, and keeps its price", arguments: TestStore.allCases)
    func decisions(_ kind: TestStore) async throws {
        let begin = [Self.task, Self.share("s")]
        let once = SQLError.Kind.trigger("a share is decided on once, and keeps its price")
        #expect(
            try await refused(kind, begin + [Self.approved, "UPDATE shares SET state = 'rejected', rejection = 'x'"])
                == once)
        #expect(try await refused(kind, begin + ["UPDATE shares SET price = 6"]) == once)
        #expect(
            try await refused(kind, begin + ["UPDATE shares SET state = 'approved'"]) == .check("shares_reviewed"))
        let silent = Self.approved.replacing("'approved'", with: "'rejected'")
        #expect(try await refused(kind, begin + [silent]) == .check("shares_rejection"))
        #expect(try await refused(kind, [Self.task, Self.share("s", price: 1001)]) == .check("shares_price"))
        #expect(try await refused(kind, [Self.task, Self.share("s", "gone")]) != nil)
        #expect(try await refused(kind, begin + ["UPDATE shares SET likes = 1"]) == .check("shares_open"))
        #expect(
            try await refused(kind, begin + [Self.approved, "UPDATE shares SET likes = -1"]) == .check("shares_likes"))
    }

    @Test("A person likes and buys a share once, and pays where it costs something", arguments: TestStore.allCases)
    func purchases(_ kind: TestStore) async throws {
        let begin = [Self.task, Self.share("s", price: 0), Self.approved]
        let like = "INSERT INTO share_likes VALUES ('s', 'b', 0)"
        #expect(try await refused(kind, begin + [like, like]) == .unique("share_likes_pkey"))
        let bought = "INSERT INTO share_purchases VALUES ('s', 'b', 0, NULL, 0)"
        #expect(try await refused(kind, begin + [bought, bought]) == .unique("share_purchases_pkey"))
        let unpaid = "INSERT INTO share_purchases VALUES ('s', 'b', 5, NULL, 0)"
        #expect(try await refused(kind, begin + [unpaid]) == .check("share_purchases_paid"))
        #expect(
            try await refused(kind, begin + [bought, "DELETE FROM share_purchases"])
                == .trigger("share_purchases is append-only"))
    }
}
