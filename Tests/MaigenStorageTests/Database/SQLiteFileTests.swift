import Foundation
import MaigenDomain
import MaigenStorage
import TestSupport
import Testing

/// What concerns the file: the rest is in `DatabaseTests`, for every database.
@Suite("SQLite files", .timeLimit(.minutes(1)))
struct SQLiteFileTests {
    @Test("A path that cannot be used stops the start, not the first request")
    func badPath() async throws {
        try await withTemporaryFolder { folder in
            let missing = folder.appendingPathComponent("missing/test.db").path
            let error = #expect(throws: SQLError.self) { try SQLiteDatabase(path: missing) }
            #expect(error?.kind == .unavailable)
            let text = folder.appendingPathComponent("text")
            try Data(String(repeating: "not a database ", count: 100).utf8).write(to: text)
            #expect(throws: SQLError.self) { try SQLiteDatabase(path: text.path) }
        }
    }

    @Test("What was committed is there for the next process, what was not is gone")
    func reopening() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("test.db").path
            let first = try SQLiteDatabase(path: path)
            try await first.transaction { try $0.script("CREATE TABLE t (x BIGINT); INSERT INTO t VALUES (1)") }
            // Copied while in use, as a crash would leave it: without closing, so with the log beside it.
            let copy = folder.appendingPathComponent("copy.db").path
            for end in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + end, toPath: copy + end) }
            let second = try SQLiteDatabase(path: copy)
            let count = try await second.read { try $0.run("SELECT count(*) AS c FROM t", []).rows[0].int("c") }
            #expect(count == 1)
            await first.close()
            await second.close()
        }
    }

    @Test("A second process beside the server waits its turn")
    func twoProcesses() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("test.db").path
            let databases = [try SQLiteDatabase(path: path), try SQLiteDatabase(path: path)]
            try await databases[0].transaction { try $0.script("CREATE TABLE t (x BIGINT); INSERT INTO t VALUES (0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    let database = databases[number % 2]
                    group.addTask {
                        try await database.transaction { session in
                            let x = try session.run("SELECT x FROM t", []).rows[0].int("x")
                            _ = try session.run("UPDATE t SET x = $1", [.int(x + 1)])
                        }
                    }
                }
                try await group.waitForAll()
            }
            let x = try await databases[1].read { try $0.run("SELECT x FROM t", []).rows[0].int("x") }
            #expect(x == 60)
            for database in databases { await database.close() }
        }
    }
}
