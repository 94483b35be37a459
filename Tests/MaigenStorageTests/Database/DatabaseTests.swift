import MaigenDomain
import MaigenStorage
import TestSupport
import Testing

/// What every database must do: the same for each of them.
@Suite("Databases", .timeLimit(.minutes(1)))
struct DatabaseTests {
    private static let tables = """
        CREATE TABLE parents (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE children (
            id BIGINT PRIMARY KEY,
            parent_id BIGINT REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED,
            size BIGINT NOT NULL DEFAULT 1 CONSTRAINT children_size_positive CHECK (size > 0),
            first TEXT, second TEXT, amount DOUBLE PRECISION, data BYTEA,
            UNIQUE (first, second));
        """

    private func withTables(
        _ kind: TestStore, _ body: (any Database) async throws -> Void
    ) async throws {
        try await kind.withDatabase { database async throws in
            try await database.transaction { try $0.script(Self.tables) }
            try await body(database)
        }
    }

    private func kind(_ database: any Database, _ sql: String, _ arguments: [SQLValue] = []) async -> SQLError.Kind? {
        do {
            try await database.transaction { _ = try $0.run(sql, arguments) }
            return nil
        } catch {
            return (error as? SQLError)?.kind
        }
    }

    @Test("Values come back as they went in", arguments: TestStore.allCases)
    func values(_ kind: TestStore) async throws {
        try await withTables(kind) { database async throws in
            let values: [SQLValue] = [
                .int(.max), .null, .int(1), .text("张三 🐱 '\"\\"), .text(""), .double(0.1), .blob([0, 255, 1]),
            ]
            try await database.transaction { session in
                _ = try session.run(
                    """
                    INSERT INTO children (id, parent_id, size, first, second, amount, data)
                    VALUES ($1, $2, $3, $4, $5, $6, $7)
                    """, values)
                _ = try session.run(
                    "INSERT INTO children (id, data, amount) VALUES ($1, $2, $3)",
                    [.int(.min), .blob([]), .double(-1e300)])
            }
            let rows = try await database.read { try $0.run("SELECT * FROM children ORDER BY id DESC", []).rows }
            let columns = ["id", "parent_id", "size", "first", "second", "amount", "data"]
            #expect(try columns.map { try rows[0].value($0) } == values)
            #expect(try rows[1].value("data") == .blob([]))
            #expect(try rows[1].int("id") == .min)
            #expect(throws: SQLError.self) { try rows[1].int("first") }
            #expect(throws: SQLError.self) { try rows[1].value("nonsense") }
        }
    }

    @Test("Arguments go by their number, whatever the order and however often", arguments: TestStore.allCases)
    func argumentOrder(_ kind: TestStore) async throws {
        try await withTables(kind) { database async throws in
            try await database.transaction { session in
                _ = try session.run(
                    "INSERT INTO children (second, first, size, id) VALUES ($3, $2, $1, $1)",
                    [.int(7), .text("two"), .text("three")])
            }
            let row = try #require(
                try await database.read {
                    try $0.run("SELECT * FROM children WHERE $2 = first AND size = $1", [.int(7), .text("two")]).rows
                }.first)
            #expect(try row.text("first") == "two" && row.text("second") == "three" && row.int("id") == 7)
        }
    }

    @Test("Arguments that are missing, left over or out of place are faults", arguments: TestStore.allCases)
    func argumentCount(_ store: TestStore) async throws {
        try await withTables(store) { database async throws in
            let sql = "SELECT * FROM parents WHERE id = $1"
            #expect(await kind(database, sql) == .misuse)
            #expect(await kind(database, sql, [1, 2]) == .misuse)
            #expect(await kind(database, sql, [1]) == nil)
            #expect(await kind(database, "SELECT * FROM parents WHERE id = $2", [1, 2]) == .misuse)
            #expect(await kind(database, "SELECT 1; DELETE FROM parents") == .misuse)
            #expect(await kind(database, "SELEC") == .misuse)
            #expect(await kind(database, "INSERT INTO parents (id, name) VALUES (1, $1)", ["a\0b"]) == .misuse)
        }
    }

    @Test("Broken rules are told apart, and named alike on every database", arguments: TestStore.allCases)
    func violations(_ store: TestStore) async throws {
        try await withTables(store) { database async throws in
            #expect(await kind(database, "INSERT INTO parents (id, name) VALUES (1, 'a')") == nil)
            #expect(
                await kind(database, "INSERT INTO parents (id, name) VALUES (2, 'a')") == .unique("parents_name_key"))
            #expect(await kind(database, "INSERT INTO parents (id, name) VALUES (1, 'b')") == .unique("parents_pkey"))
            #expect(await kind(database, "INSERT INTO parents (id, name) VALUES (2, NULL)") == .notNull)
            #expect(
                await kind(database, "INSERT INTO children (id, size) VALUES (1, 0)")
                    == .check("children_size_positive"))
            #expect(await kind(database, "INSERT INTO children (id, parent_id) VALUES (1, 9)") == .foreignKey)
            let twins = "INSERT INTO children (id, first, second) VALUES (1, 'x', 'y'), (2, 'x', 'y')"
            #expect(await kind(database, twins) == .unique("children_first_second_key"))
        }
    }

    @Test(
        "A transaction that throws leaves nothing, a deferred rule is judged at its end", arguments: TestStore.allCases)
    func allOrNothing(_ kind: TestStore) async throws {
        struct Stop: Error {}
        try await withTables(kind) { database async throws in
            await #expect(throws: Stop.self) {
                try await database.transaction { session in
                    _ = try session.run("INSERT INTO parents (id, name) VALUES (1, 'a')", [])
                    throw Stop()
                }
            }
            try await database.transaction { session in
                _ = try session.run("INSERT INTO children (id, parent_id) VALUES (1, 5)", [])
                _ = try session.run("INSERT INTO parents (id, name) VALUES (5, 'late')", [])
            }
            await #expect(throws: SQLError.self) {
                try await database.transaction { session in
                    _ = try session.run("INSERT INTO parents (id, name) VALUES (6, 'x')", [])
                    _ = try session.run("INSERT INTO children (id, parent_id) VALUES (2, 7)", [])
                }
            }
            let names = try await database.read {
                try $0.run("SELECT name FROM parents", []).rows.map { try $0.text("name") }
            }
            #expect(names == ["late"])
        }
    }

    @Test("After an error inside a transaction the connection serves the next one", arguments: TestStore.allCases)
    func errorsInside(_ store: TestStore) async throws {
        try await withTables(store) { database async throws in
            for _ in 0..<20 {
                #expect(await kind(database, "INSERT INTO parents (id, name) VALUES (1, NULL)") == .notNull)
            }
            #expect(await kind(database, "INSERT INTO parents (id, name) VALUES (1, 'a')") == nil)
        }
    }

    @Test("Reading cannot write", arguments: TestStore.allCases)
    func reading(_ kind: TestStore) async throws {
        try await withTables(kind) { database async throws in
            do {
                _ = try await database.read { try $0.run("INSERT INTO parents (id, name) VALUES (1, 'a')", []) }
                Issue.record("written")
            } catch let error as SQLError {
                #expect(error.kind == .readOnly)
            }
        }
    }

    @Test("Concurrent changes of one row lose nothing", arguments: TestStore.allCases)
    func concurrentChanges(_ kind: TestStore) async throws {
        try await withTables(kind) { database async throws in
            try await database.transaction { _ = try $0.run("INSERT INTO children (id, size) VALUES (1, 1)", []) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<64 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await database.transaction { session in
                                let size = try session.run(
                                    "SELECT size FROM children WHERE id = 1\(session.dialect.forUpdate)", []
                                ).rows[0].int("size")
                                _ = try session.run("UPDATE children SET size = $1 WHERE id = 1", [.int(size + 1)])
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let size = try await database.read { try $0.run("SELECT size FROM children", []).rows[0].int("size") }
            #expect(size == 641)
        }
    }

    @Test("A statement that runs too long is stopped, and undone", arguments: TestStore.allCases)
    func deadline(_ kind: TestStore) async throws {
        try await kind.withDatabase(limits: DatabaseLimits(patience: .seconds(1), waiting: 100)) {
            database async throws in
            try await database.transaction { try $0.script(Self.tables) }
            let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n"
            let began = ContinuousClock.now
            do {
                try await database.transaction { session in
                    _ = try session.run("INSERT INTO parents (id, name) VALUES (1, 'a')", [])
                    _ = try session.run(endless, [])
                }
                Issue.record("it ended")
            } catch let error as SQLError {
                #expect(error.kind == .deadline)
            }
            #expect(ContinuousClock.now - began < .seconds(5))
            let rows = try await database.read { try $0.run("SELECT * FROM parents", []).rows }
            #expect(rows.isEmpty)
        }
    }

    @Test("More than may wait is refused at once", arguments: TestStore.allCases)
    func overload(_ kind: TestStore) async throws {
        try await kind.withDatabase(limits: DatabaseLimits(patience: .milliseconds(500), waiting: 4)) {
            database async throws in
            let slow = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n"
            let kinds = await withTaskGroup(of: SQLError.Kind?.self) { group in
                for _ in 0..<20 { group.addTask { await self.kind(database, slow) } }
                return await group.reduce(into: [SQLError.Kind?]()) { $0.append($1) }
            }
            #expect(kinds.count { $0 == .overloaded } >= 20 - 4 - kind.readers)
            #expect(kinds.allSatisfy { $0 == .overloaded || $0 == .deadline })
        }
    }

    @Test("A closed database says so", arguments: TestStore.allCases)
    func closed(_ kind: TestStore) async throws {
        try await kind.withDatabase { database async throws in
            await database.close()
            #expect(await self.kind(database, "SELECT 1") == .unavailable)
        }
    }
}
