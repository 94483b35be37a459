import CSQLite

/// One open SQLite database, used by the thread that opened it.
final class SQLiteConnection: SQLSession {
    private let handle: OpaquePointer
    private var statements: [String: SQLiteStatement] = [:]
    private var deadline: ContinuousClock.Instant?

    /// Opens the file at `path`; a connection that writes makes it where it is missing.
    init(path: String, isReading: Bool, busyTimeout: Duration) throws(SQLError) {
        var handle: OpaquePointer?
        let access = isReading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        // NOMUTEX: the connection never leaves its thread.
        guard sqlite3_open_v2(path, &handle, access | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK, let handle else {
            let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(handle)
            throw SQLError(.unavailable, "\(path): \(message)")
        }
        self.handle = handle
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, Int32(clamping: busyTimeout.milliseconds))
        // WAL lets readers go on beside the writer. FULL syncs at each commit: with NORMAL, what was answered as done
        // in the last moments before a loss of power would be undone, and points move here.
        if !isReading { try script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;") }
        // RECURSIVE_TRIGGERS: without it, REPLACE would remove rows past the triggers that keep them.
        try script(
            """
            PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA case_sensitive_like = ON;
            PRAGMA trusted_schema = OFF;
            """)
        // Long statements look at the clock themselves: nobody else touches the connection.
        let me = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_progress_handler(
            handle, 1000,
            { me in
                guard let me else { return 0 }
                return Unmanaged<SQLiteConnection>.fromOpaque(me).takeUnretainedValue().isLate ? 1 : 0
            }, me)
    }

    deinit {
        statements = [:]
        sqlite3_close_v2(handle)
    }

    var dialect: SQLDialect { .sqlite }

    /// Runs `body` between `begin` and COMMIT; whatever it throws undoes all of it. No statement goes on after
    /// `deadline`, and nothing is committed after it.
    func transaction<Value>(
        _ begin: String, by deadline: ContinuousClock.Instant, _ body: (any SQLSession) throws -> Value
    ) throws -> Value {
        self.deadline = deadline
        try script(begin)
        do {
            let value = try body(self)
            try script("COMMIT")
            return value
        } catch {
            self.deadline = nil
            // SQLite ends the transaction by itself at some errors; then there is nothing left to undo. Where even
            // ROLLBACK fails, `isIdle` makes the pool replace the connection, and closing it undoes the rest.
            if !isIdle { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
            throw error
        }
    }

    /// Whether no transaction is open.
    var isIdle: Bool { sqlite3_get_autocommit(handle) != 0 }

    @discardableResult
    func run(_ sql: String, _ arguments: [SQLValue]) throws(SQLError) -> SQLResult {
        try checkDeadline()
        let statement = try statement(sql)
        defer {
            sqlite3_reset(statement.pointer)
            sqlite3_clear_bindings(statement.pointer)
        }
        try statement.bind(arguments)
        var rows: [SQLRow] = []
        while true {
            switch sqlite3_step(statement.pointer) {
            case SQLITE_ROW: rows.append(statement.row())
            case SQLITE_DONE:
                return SQLResult(rows: rows, changes: statement.isReading ? 0 : Int(sqlite3_changes(handle)))
            default: throw lastError
            }
        }
    }

    func script(_ sql: String) throws(SQLError) {
        try checkDeadline()
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw lastError }
    }

    private func statement(_ sql: String) throws(SQLError) -> SQLiteStatement {
        if let known = statements[sql] { return known }
        var pointer: OpaquePointer?
        var rest = ""
        let status = sql.withCString { text in
            var tail: UnsafePointer<CChar>?
            let status = sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, &tail)
            rest = tail.map { String(cString: $0) } ?? ""
            return status
        }
        guard status == SQLITE_OK else { throw lastError }
        guard let pointer else { throw SQLError(.misuse, "no statement in \"\(sql)\"") }
        let statement = try SQLiteStatement(pointer)
        guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }) else {
            throw SQLError(.misuse, "more than one statement: \(rest)")
        }
        // SQL texts are constants of the program, so there are never many; a text made at run time must not leak.
        if statements.count >= 512 { statements = [:] }
        statements[sql] = statement
        return statement
    }

    private var isLate: Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }

    private func checkDeadline() throws(SQLError) {
        if isLate { throw SQLError(.deadline, "the transaction took too long") }
    }

    private var lastError: SQLError {
        SQLError(sqlite: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)))
    }
}
