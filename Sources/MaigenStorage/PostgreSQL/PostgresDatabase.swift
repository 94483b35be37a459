import CLibPQ
import MaigenDomain

/// A PostgreSQL server (15 or later): a pool of connections, each on a thread of its own.
///
/// For any number of processes at once. A connection that broke is replaced at the next use. A transaction that can be
/// repeated is: after a deadlock or a serialization failure, and after a connection was lost before COMMIT was sent.
package final class PostgresDatabase: Database {
    private let pool: WorkerPool<PostgresConnection>
    private let limits: DatabaseLimits

    /// How many times a transaction is tried before its failure is told.
    private static let tries = 6

    /// A database at `address`, a URL that libpq takes: `postgresql://user:password@host:port/name?sslmode=verify-full`.
    /// Connects at the first use, so that a process may start before its server.
    ///
    /// - Parameter connections: how many of the server's connections this process takes at most.
    package init(
        _ address: String, connections: Int = 10, limits: DatabaseLimits = DatabaseLimits()
    ) throws(SQLError) {
        var words: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(address, &words) else {
            // Its own words may quote the address, and with it the password.
            PQfreemem(words)
            throw SQLError(.misuse, "not an address of a PostgreSQL database")
        }
        PQconninfoFree(options)
        self.limits = limits
        let patience = limits.patience
        pool = WorkerPool(
            name: "postgres", threads: connections, capacity: limits.waiting,
            open: { try PostgresConnection(address, by: .now + patience) }, isUsable: \.isUsable)
    }

    package var dialect: SQLDialect { .postgres }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value {
        try await run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    package func transaction<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value {
        // READ COMMITTED: what a rule needs unchanged it locks (`forUpdate`), and what it claims the tables check.
        try await run("BEGIN ISOLATION LEVEL READ COMMITTED", body)
    }

    package func close() async { await pool.close() }

    private func run<Value: Sendable>(
        _ begin: String, _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value {
        let deadline = ContinuousClock.now + limits.patience
        var pause = Duration.milliseconds(2)
        var last: (any Error)?
        for attempt in 1... {
            let outcome: Attempt<Value>
            do {
                outcome = try await pool.run(by: deadline) { Attempt($0, begin, deadline, body) }
            } catch let error as WorkerPoolError {
                // What went wrong says more than that there is no time left to try again.
                throw last ?? SQLError(error)
            } catch let error as SQLError where error.kind == .unavailable {
                // There is no connection: a server that restarts is back in a moment.
                outcome = .again(error)
            }
            switch outcome {
            case .kept(let value): return value
            case .failed(let error): throw error
            case .again(let error):
                guard attempt < Self.tries, .now + pause < deadline else { throw error }
                last = error
            }
            try await Task.sleep(for: pause * Double.random(in: 0.5...1.5))
            pause *= 4
        }
        throw SQLError(.busy, "the transaction was repeated too often")
    }
}

/// How one try at a transaction ended.
private enum Attempt<Value: Sendable>: Sendable {
    case kept(Value)
    case failed(any Error)
    /// Nothing of it is kept, and it may succeed the next time.
    case again(any Error)

    init(
        _ connection: PostgresConnection, _ begin: String, _ deadline: ContinuousClock.Instant,
        _ body: (any SQLSession) throws -> Value
    ) {
        do {
            self = .kept(try connection.transaction(begin, by: deadline, body))
        } catch let error as SQLError where error.kind == .busy {
            self = .again(error)
        } catch let error as SQLError where error.kind == .unavailable && !connection.isCommitUnknown {
            self = .again(error)
        } catch {
            self = .failed(error)
        }
    }
}
