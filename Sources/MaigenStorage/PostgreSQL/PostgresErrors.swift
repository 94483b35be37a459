extension SQLError {
    /// What PostgreSQL's SQLSTATE and message say, in the terms of every database.
    init(postgres state: String, message: String, constraint: String) {
        self.init(Self.kind(state, message, constraint), "\(message) (SQLSTATE \(state.isEmpty ? "none" : state))")
    }

    private static func kind(_ state: String, _ message: String, _ constraint: String) -> Kind {
        switch state {
        case "23505": .unique(constraint)
        case "23514": .check(constraint)
        case "23503": .foreignKey
        case "23502": .notNull
        case "P0001": .trigger(message)
        // Serialization failure, deadlock, lock timeout.
        case "40001", "40P01", "55P03": .busy
        // statement_timeout.
        case "57014": .deadline
        case "25006": .readOnly
        // Arguments that do not fit the statement.
        case "08P01": .misuse
        // Too many connections, a server that starts or stops, out of memory or disk, and a lost connection.
        case "": .unavailable
        default:
            ["08", "53", "57", "58", "3D", "28"].contains(String(state.prefix(2))) ? .unavailable : .misuse
        }
    }
}
