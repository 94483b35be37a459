import MaigenDomain

/// A SQLite file: one connection that writes, several that read, each on a thread of its own.
///
/// For one process at a time by intention; a second one (a console command beside the server) waits its turn.
package final class SQLiteDatabase: Database {
    private let writer: WorkerPool<SQLiteConnection>
    private let readers: WorkerPool<SQLiteConnection>
    private let limits: DatabaseLimits

    /// Opens the file at `path`, made where it is missing; its folder must exist.
    package init(path: String, readers count: Int = 2, limits: DatabaseLimits = DatabaseLimits()) throws(SQLError) {
        let busyTimeout = limits.patience
        // At once and here, so that a path that cannot be used stops the start and not the first request; and so that
        // the file is in WAL mode before a connection that only reads opens it.
        _ = try SQLiteConnection(path: path, isReading: false, busyTimeout: busyTimeout)
        self.limits = limits
        writer = WorkerPool(
            name: "sqlite-writer", threads: 1, capacity: limits.waiting,
            open: { try SQLiteConnection(path: path, isReading: false, busyTimeout: busyTimeout) },
            isUsable: \.isIdle)
        readers = WorkerPool(
            name: "sqlite-reader", threads: count, capacity: limits.waiting,
            open: { try SQLiteConnection(path: path, isReading: true, busyTimeout: busyTimeout) },
            isUsable: \.isIdle)
    }

    package var dialect: SQLDialect { .sqlite }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value {
        try await run(on: readers, "BEGIN", body)
    }

    package func transaction<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value {
        // IMMEDIATE takes the right to write before anything is read. A deferred transaction that reads a balance
        // first and writes later is how double spends happen, or fails when it comes to write.
        try await run(on: writer, "BEGIN IMMEDIATE", body)
    }

    package func close() async {
        await readers.close()
        // Last: it folds the log into the file when it closes.
        await writer.close()
    }

    private func run<Value: Sendable>(
        on pool: WorkerPool<SQLiteConnection>, _ begin: String,
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value {
        let deadline = ContinuousClock.now + limits.patience
        do {
            return try await pool.run(by: deadline) { try $0.transaction(begin, by: deadline, body) }
        } catch let error as WorkerPoolError {
            throw SQLError(error)
        }
    }
}

/// How much a database lets wait, and for how long.
package struct DatabaseLimits: Sendable, Hashable {
    /// The time that a transaction may take, waiting included.
    package var patience: Duration
    /// How many transactions may wait for a connection.
    package var waiting: Int

    package init(patience: Duration = .seconds(10), waiting: Int = 2048) {
        self.patience = patience
        self.waiting = waiting
    }
}

extension SQLError {
    /// Why the pool did not even begin.
    init(_ error: WorkerPoolError) {
        switch error {
        case .overloaded: self.init(.overloaded, "too many transactions wait")
        case .expired: self.init(.deadline, "the transaction waited too long")
        case .closed: self.init(.unavailable, "the database is closed")
        }
    }
}
