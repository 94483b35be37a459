import MaigenDomain

/// A value that goes into a statement or comes out of one: the five kinds that every database here has in common.
///
/// Truth values and moments are whole numbers (0 and 1; milliseconds), identifiers are text.
package enum SQLValue: Sendable, Hashable {
    /// No value.
    case null
    /// BIGINT.
    case int(Int64)
    /// DOUBLE PRECISION.
    case double(Double)
    /// TEXT; without U+0000, which PostgreSQL cannot hold.
    case text(String)
    /// BYTEA.
    case blob([UInt8])

    /// The text, or NULL for nil.
    static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }
    /// The milliseconds, or NULL for nil.
    static func optional(_ moment: Timestamp?) -> SQLValue { moment.map { .int($0.milliseconds) } ?? .null }
    /// The milliseconds.
    static func at(_ moment: Timestamp) -> SQLValue { .int(moment.milliseconds) }
    /// The identifier.
    static func id<Subject>(_ id: ID<Subject>) -> SQLValue { .text(id.rawValue) }
    /// A pattern for LIKE … ESCAPE '\\' that finds `text` within lower-case text, NULL where it is empty. What somebody
    /// typed stands for itself: LIKE's own signs are disarmed.
    static func containing(_ text: String) -> SQLValue {
        guard !text.isEmpty else { return .null }
        return .text("%" + text.lowercased().map { "\\%_".contains($0) ? "\\\($0)" : String($0) }.joined() + "%")
    }
    /// The number.
    static func points(_ points: Points) -> SQLValue { .int(points.count) }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    package init(integerLiteral value: Int64) { self = .int(value) }
    package init(stringLiteral value: String) { self = .text(value) }
}

/// One row of a result.
package struct SQLRow: Sendable {
    // One array for all rows of a result.
    let columns: [String]
    let values: [SQLValue]

    package init(columns: [String], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value of the column; a column that the statement does not return is a fault of ours.
    package func value(_ column: String) throws(SQLError) -> SQLValue {
        guard let index = columns.firstIndex(of: column) else {
            throw SQLError(.misuse, "no column \(column) among \(columns.joined(separator: ", "))")
        }
        return values[index]
    }

    /// A whole number.
    package func int(_ column: String) throws(SQLError) -> Int64 {
        guard case .int(let value) = try value(column) else { throw mismatch(column, "a whole number") }
        return value
    }

    /// A text.
    package func text(_ column: String) throws(SQLError) -> String {
        guard case .text(let value) = try value(column) else { throw mismatch(column, "text") }
        return value
    }

    /// Whether the column is NULL.
    package func isNull(_ column: String) throws(SQLError) -> Bool { try value(column) == .null }

    /// A moment.
    func moment(_ column: String) throws(SQLError) -> Timestamp { Timestamp(milliseconds: try int(column)) }
    /// A moment, or nil for NULL.
    func momentIfAny(_ column: String) throws(SQLError) -> Timestamp? {
        try isNull(column) ? nil : try moment(column)
    }
    /// An identifier.
    func id<Subject>(_ column: String) throws(SQLError) -> ID<Subject> { ID(rawValue: try text(column)) }
    /// An amount.
    func points(_ column: String) throws(SQLError) -> Points {
        let count = try int(column)
        guard Points.range.contains(count) else { throw mismatch(column, "an amount of points") }
        return Points(count)
    }

    /// What `parse` makes of a text; nil from `parse` means that the stored text makes no sense.
    func parsed<Value>(_ column: String, _ parse: (String) -> Value?) throws(SQLError) -> Value {
        guard let value = parse(try text(column)) else { throw mismatch(column, "\(Value.self)") }
        return value
    }

    private func mismatch(_ column: String, _ wanted: String) -> SQLError {
        SQLError(.misuse, "column \(column) does not hold \(wanted)")
    }
}

/// What a statement answered.
package struct SQLResult: Sendable {
    /// The rows it returned.
    package var rows: [SQLRow]
    /// How many rows it inserted, updated or deleted; rows of a reading statement do not count.
    package var changes: Int

    package init(rows: [SQLRow], changes: Int) {
        self.rows = rows
        self.changes = changes
    }
}
