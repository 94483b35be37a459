/// Why a statement or a transaction failed, in terms that are the same for every database.
package struct SQLError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure.
    package enum Kind: Sendable, Hashable {
        /// A UNIQUE or PRIMARY KEY rule. Named as PostgreSQL names it by default: `users_email_key`, `users_pkey`.
        case unique(String)
        /// A CHECK rule, by its name.
        case check(String)
        /// A FOREIGN KEY rule, at the statement or, for deferred ones, at COMMIT. SQLite does not tell which.
        case foreignKey
        /// A NOT NULL column.
        case notNull
        /// A trigger of ours refused, in its words.
        case trigger(String)
        /// Another connection held the database for too long, or the transaction must be repeated.
        case busy
        /// The deadline passed.
        case deadline
        /// Too much work waits.
        case overloaded
        /// A write in a reading transaction.
        case readOnly
        /// The database cannot be opened, reached or written.
        case unavailable
        /// The statement, its arguments or its use are wrong: a fault in the program.
        case misuse
    }

    /// What kind of failure.
    package var kind: Kind
    /// The database's own words, for the log.
    package var message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { "\(kind): \(message)" }
}
