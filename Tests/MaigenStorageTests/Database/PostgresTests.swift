import Foundation
import MaigenDomain
import TestSupport
import Testing

@testable import MaigenStorage

/// What only a server can do to its clients.
@Suite("PostgreSQL")
struct PostgresTests {
    private func withDatabase(
        limits: DatabaseLimits = DatabaseLimits(), _ body: (PostgresDatabase, String) async throws -> Void
    ) async throws {
        let address = try await PostgresServer.shared.newDatabase()
        let database = try PostgresDatabase(address, connections: 3, limits: limits)
        try await database.transaction {
            try $0.script("CREATE TABLE numbers (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)")
        }
        do { try await body(database, address) } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    /// Ends every connection to the database but the one that asks, as a restart of the server does.
    private func endConnections(_ address: String) async throws {
        let other = try PostgresDatabase(address, connections: 1)
        let ended = try await other.transaction { session in
            try session.rows(
                """
                SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                """
            ).count
        }
        #expect(ended > 0)
        await other.close()
    }

    @Test("A connection that the server ended is replaced, without anybody noticing")
    func lostConnections() async throws {
        try await withDatabase { database, address in
            for number in 0..<5 {
                try await endConnections(address)
                try await database.transaction {
                    try $0.change("INSERT INTO numbers (id, n) VALUES ($1, 0)", .int(Int64(number)))
                }
            }
            let count = try await database.read { try $0.row("SELECT count(*) AS c FROM numbers")?.int("c") }
            #expect(count == 5)
        }
    }

    @Test("A transaction whose connection is lost before its end is done again, once")
    func lostInTheMiddle() async throws {
        try await withDatabase { database, address in
            let tries = Counter()
            try await database.transaction { session in
                try session.change("INSERT INTO numbers (id, n) VALUES (1, 0)")
                guard tries.next() == 1 else { return }
                // Ends itself, as a failover would.
                _ = try session.run("SELECT pg_terminate_backend(pg_backend_pid()) AS ended", [])
            }
            #expect(tries.count == 2)
            let count = try await database.read { try $0.row("SELECT count(*) AS c FROM numbers")?.int("c") }
            #expect(count == 1)
        }
    }

    @Test("A transaction that may have been kept is not done again")
    func lostAtCommit() async throws {
        try await withDatabase { database, _ in
            try await database.transaction {
                try $0.script(
                    """
                    CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON numbers DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION die();
                    """)
            }
            let tries = Counter()
            do {
                try await database.transaction { session in
                    _ = tries.next()
                    try session.change("INSERT INTO numbers (id, n) VALUES (1, 0)")
                }
                Issue.record("it was kept")
            } catch let error as SQLError {
                #expect(error.kind == .unavailable)
            }
            #expect(tries.count == 1)
            // The next one is served as if nothing had been.
            let count = try await database.read { try $0.row("SELECT count(*) AS c FROM numbers")?.int("c") }
            #expect(count == 0)
        }
    }

    @Test("Transactions that would deadlock are all kept, one after the other")
    func deadlocks() async throws {
        try await withDatabase(limits: DatabaseLimits(patience: .seconds(30))) { database, _ in
            try await database.transaction { try $0.script("INSERT INTO numbers (id, n) VALUES (1, 0), (2, 0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<6 {
                    group.addTask {
                        let (first, second): (Int64, Int64) = number.isMultiple(of: 2) ? (1, 2) : (2, 1)
                        try await database.transaction { session in
                            try session.change("UPDATE numbers SET n = n + 1 WHERE id = $1", .int(first))
                            Thread.sleep(forTimeInterval: 0.02)
                            try session.change("UPDATE numbers SET n = n + 1 WHERE id = $1", .int(second))
                        }
                    }
                }
                try await group.waitForAll()
            }
            let sum = try await database.read { try $0.row("SELECT sum(n) AS s FROM numbers")?.int("s") }
            #expect(sum == 12)
        }
    }

    @Test("Numbers, texts and bytes of every kind come back as they went")
    func values() async throws {
        try await withDatabase { database, _ in
            let values: [SQLValue] = [
                .int(.min), .int(.max), .int(0), .double(-0.1), .double(.greatestFiniteMagnitude), .text(""),
                .text("中文 🎯 \\ ' \""), .blob([]), .blob([0, 255, 0]), .null,
            ]
            for value in values {
                let back = try await database.read { session -> SQLValue? in
                    switch value {
                    case .int: try session.row("SELECT CAST($1 AS BIGINT) AS v", value)?.value("v")
                    case .double: try session.row("SELECT CAST($1 AS DOUBLE PRECISION) AS v", value)?.value("v")
                    case .blob: try session.row("SELECT CAST($1 AS BYTEA) AS v", value)?.value("v")
                    case .text, .null: try session.row("SELECT CAST($1 AS TEXT) AS v", value)?.value("v")
                    }
                }
                #expect(back == value)
            }
            for (number, expected) in [("0", 0), ("10000", 10_000), ("-1", -1), ("9223372036854775807", Int64.max)] {
                let sum = try await database.read {
                    try $0.row("SELECT CAST('\(number)' AS NUMERIC) AS v")?.int("v")
                }
                #expect(sum == expected)
            }
            for number in ["0.5", "9223372036854775808", "NaN"] {
                await #expect(throws: SQLError.self) {
                    _ = try await database.read { try $0.row("SELECT CAST('\(number)' AS NUMERIC) AS v")?.int("v") }
                }
            }
        }
    }

    @Test("Processes that start together bring the tables up to date once")
    func migrations() async throws {
        let address = try await PostgresServer.shared.newDatabase()
        let ran = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for _ in 0..<6 {
                group.addTask {
                    let database = try PostgresDatabase(address, connections: 1)
                    let ran = try await Migrator().migrate(database)
                    await database.close()
                    return ran
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(ran.sorted() == Migration.all.map(\.number))
    }

    @Test("A server that is not there is told within the patience, and the password is not")
    func nobodyThere() async throws {
        let database = try PostgresDatabase(
            "postgresql://ada:sesame@127.0.0.1:1/x", connections: 1, limits: DatabaseLimits(patience: .seconds(1)))
        let start = ContinuousClock.now
        do {
            _ = try await database.read { try $0.rows("SELECT 1 AS one") }
            Issue.record("somebody answered")
        } catch let error as SQLError {
            #expect(error.kind == .unavailable && !"\(error)".contains("sesame"))
        }
        #expect(.now - start < .seconds(5))
        await database.close()
        #expect(throws: SQLError(.misuse, "not an address of a PostgreSQL database")) {
            _ = try PostgresDatabase("postgresql://ada:sesame@[::1/x")
        }
    }

    @Test("A server that takes the connection and says nothing costs the patience and no more")
    func silence() async throws {
        // A socket that nobody accepts from: the kernel completes the connection all the same.
        let listener = try SilentListener()
        let database = try PostgresDatabase(
            "postgresql://ada@127.0.0.1:\(listener.port)/x?sslmode=disable", connections: 1,
            limits: DatabaseLimits(patience: .milliseconds(500)))
        let start = ContinuousClock.now
        await #expect(throws: SQLError.self) { _ = try await database.read { try $0.rows("SELECT 1 AS one") } }
        #expect(.now - start < .seconds(10))
        await database.close()
        listener.close()
    }
}

/// Counts the runs of a closure.
private final class Counter: @unchecked Sendable {
    // Unchecked: guarded by the lock.
    private let lock = NSLock()
    private var value = 0

    var count: Int { lock.withLock { value } }

    func next() -> Int {
        lock.withLock {
            value += 1
            return value
        }
    }
}

/// A port on which nobody ever answers.
private struct SilentListener {
    private let descriptor: Int32
    let port: UInt16

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, generic, &length) == 0
            }
        }
        try #require(isBound)
        self.descriptor = descriptor
        port = UInt16(bigEndian: address.sin_port)
    }

    func close() { _ = Foundation.close(descriptor) }
}
