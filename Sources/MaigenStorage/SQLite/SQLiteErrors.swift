import CSQLite

extension SQLError {
    /// What SQLite's result code and message say, in the terms of every database.
    init(sqlite code: Int32, message: String) {
        self.init(Self.kind(code, message), "\(message) (SQLite \(code))")
    }

    // Extended codes are macros of the form (SQLITE_CONSTRAINT | (n << 8)), which Swift does not see.
    private static func kind(_ code: Int32, _ message: String) -> Kind {
        switch code {
        case SQLITE_CONSTRAINT | 1 << 8: .check(text(after: "CHECK constraint failed: ", in: message))
        case SQLITE_CONSTRAINT | 3 << 8: .foreignKey
        case SQLITE_CONSTRAINT | 5 << 8: .notNull
        case SQLITE_CONSTRAINT | 6 << 8: .unique(uniqueName(message, isPrimary: true))
        case SQLITE_CONSTRAINT | 7 << 8: .trigger(message)
        case SQLITE_CONSTRAINT | 8 << 8: .unique(uniqueName(message, isPrimary: false))
        default: primaryKind(code & 0xFF)
        }
    }

    private static func primaryKind(_ code: Int32) -> Kind {
        switch code {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_INTERRUPT: .deadline
        case SQLITE_READONLY: .readOnly
        case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_FULL, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_NOMEM: .unavailable
        default: .misuse
        }
    }

    /// From "UNIQUE constraint failed: users.email" to `users_email_key`.
    private static func uniqueName(_ message: String, isPrimary: Bool) -> String {
        let columns = text(after: "UNIQUE constraint failed: ", in: message).split(separator: ",").map { column in
            column.split(separator: ".").map { $0.filter { !$0.isWhitespace } }
        }
        guard let table = columns.first?.first else { return message }
        if isPrimary { return table + "_pkey" }
        return ([table] + columns.compactMap(\.last) + ["key"]).joined(separator: "_")
    }

    private static func text(after prefix: String, in message: String) -> String {
        message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message
    }
}
