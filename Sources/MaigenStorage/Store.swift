import MaigenDomain

/// Everything the platform keeps, in one database. Its parts are in the feature folders.
package struct Store: Sendable {
    let database: any Database

    /// `database` has been migrated.
    package init(_ database: any Database) {
        self.database = database
    }

    /// Runs `body` on an unchanging view of the database.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws(StoreFailure) -> Value {
        do {
            return try await database.read(body)
        } catch {
            throw StoreFailure(error)
        }
    }

    /// Runs `body` in a transaction that its answer keeps or undoes.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Ending<Value>
    ) async throws(StoreFailure) -> Value {
        do {
            return try await database.transaction { session in
                switch try body(session) {
                case .keep(let value): return value
                case .undo(let value): throw Undone(value: value)
                }
            }
        } catch let undone as Undone<Value> {
            return undone.value
        } catch {
            throw StoreFailure(error)
        }
    }
}

/// How a transaction ends, and what its caller learns.
enum Ending<Value: Sendable>: Sendable {
    /// Its changes stay.
    case keep(Value)
    /// Its changes are undone: the request was refused half-way.
    case undo(Value)
}

private struct Undone<Value: Sendable>: Error {
    var value: Value
}

extension StoreFailure {
    /// What callers of a store need to know of a database's error.
    init(_ error: any Error) {
        guard let error = error as? SQLError else {
            self.init(.broken, "\(error)")
            return
        }
        switch error.kind {
        case .overloaded: self.init(.overloaded, error.description)
        case .busy, .deadline: self.init(.timedOut, error.description)
        case .unavailable: self.init(.unavailable, error.description)
        case .unique, .check, .foreignKey, .notNull, .trigger, .readOnly, .misuse:
            self.init(.broken, error.description)
        }
    }
}
