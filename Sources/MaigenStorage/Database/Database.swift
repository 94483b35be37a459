/// A database that keeps SQL tables: SQLite, or PostgreSQL.
///
/// Transactions are synchronous closures that run on the thread that owns the connection: nothing can be awaited in
/// the middle of one, and nothing blocks Swift's cooperative pool. They see the same SQL text on every database:
/// parameters `$1`, `$2`, …, the types BIGINT, TEXT, DOUBLE PRECISION and BYTEA, and what reference tables call
/// portable. A row that is read in order to be changed is read with `forUpdate`. A closure must not do anything but SQL: it may run more than once where the database asks for that.
package protocol Database: Sendable {
    /// Which of the few differences in SQL text apply.
    var dialect: SQLDialect { get }
    /// Runs `body` on an unchanging view of the database; writing in it is an error.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> Value) async throws -> Value
    /// Runs `body` and keeps all of its changes if it returns, none if it throws.
    func transaction<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value
    /// Finishes what runs and waits, and closes every connection.
    func close() async
}

/// One connection inside a transaction. Not `Sendable`: it exists on its thread only.
package protocol SQLSession {
    /// Which of the few differences in SQL text apply.
    var dialect: SQLDialect { get }
    /// Runs one statement with its arguments: the first for `$1`, and so on, none missing and none left over.
    @discardableResult
    func run(_ sql: String, _ arguments: [SQLValue]) throws(SQLError) -> SQLResult
    /// Runs statements without arguments, as migrations hold them.
    func script(_ sql: String) throws(SQLError)
}

extension SQLSession {
    /// The rows of one statement.
    func rows(_ sql: String, _ arguments: SQLValue...) throws(SQLError) -> [SQLRow] { try run(sql, arguments).rows }
    /// The first row of one statement.
    func row(_ sql: String, _ arguments: SQLValue...) throws(SQLError) -> SQLRow? {
        try run(sql, arguments).rows.first
    }
    /// Runs one statement and says how many rows it changed.
    @discardableResult
    func change(_ sql: String, _ arguments: SQLValue...) throws(SQLError) -> Int { try run(sql, arguments).changes }
}

/// The databases' languages, where they truly differ: table definitions that refer to each other, and triggers.
package enum SQLDialect: Sendable, Hashable, CaseIterable {
    case sqlite
    case postgres

    /// After a SELECT of rows that the transaction will change: keeps other transactions from changing them first.
    /// SQLite has one writer, which keeps everybody else away. Keys never change, so rows that refer to these may be
    /// added meanwhile.
    package var forUpdate: String {
        switch self {
        case .sqlite: ""
        case .postgres: " FOR NO KEY UPDATE"
        }
    }

    /// Makes every other transaction that changes tables wait for this one's end. SQLite's writers are alone anyway.
    var migrationLock: String {
        switch self {
        case .sqlite: ""
        // A number of our own ("maigen").
        case .postgres: "SELECT pg_advisory_xact_lock(120265147639150)"
        }
    }

    /// The same for rows of the table called `table` alone, leaving out those that another transaction holds.
    func forUpdateSkippingLocked(of table: String) -> String {
        switch self {
        case .sqlite: ""
        case .postgres: " FOR NO KEY UPDATE OF \(table) SKIP LOCKED"
        }
    }
}
