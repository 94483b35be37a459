import CSQLite

/// A prepared statement of one connection.
final class SQLiteStatement {
    let pointer: OpaquePointer
    let columns: [String]
    let isReading: Bool
    let argumentCount: Int
    // For each parameter of the statement, in SQLite's order, which argument it takes. SQLite takes `$2` for a *name*
    // and numbers parameters by their first appearance, so `VALUES ($2, $1)` bound in order would swap the two.
    private let arguments: [Int]

    /// Takes over `pointer`.
    init(_ pointer: OpaquePointer) throws(SQLError) {
        self.pointer = pointer
        var arguments: [Int] = []
        for position in 1..<(sqlite3_bind_parameter_count(pointer) + 1) {
            guard let name = sqlite3_bind_parameter_name(pointer, position).map({ String(cString: $0) }),
                name.hasPrefix("$"), let number = Int(name.dropFirst()), number > 0
            else {
                sqlite3_finalize(pointer)
                throw SQLError(.misuse, "parameters are written $1, $2, …")
            }
            arguments.append(number - 1)
        }
        self.arguments = arguments
        argumentCount = (arguments.max() ?? -1) + 1
        columns = (0..<sqlite3_column_count(pointer)).map { String(cString: sqlite3_column_name(pointer, $0)) }
        isReading = sqlite3_stmt_readonly(pointer) != 0
    }

    deinit { sqlite3_finalize(pointer) }

    func bind(_ values: [SQLValue]) throws(SQLError) {
        guard values.count == argumentCount, Set(arguments).count == argumentCount else {
            throw SQLError(.misuse, "\(argumentCount) arguments wanted, \(values.count) given")
        }
        for (index, argument) in arguments.enumerated() {
            let status = try bind(values[argument], at: Int32(index + 1))
            guard status == SQLITE_OK else { throw SQLError(.misuse, "argument $\(argument + 1) is too long") }
        }
    }

    private func bind(_ value: SQLValue, at position: Int32) throws(SQLError) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(pointer, position)
        case .int(let value): return sqlite3_bind_int64(pointer, position, value)
        case .double(let value): return sqlite3_bind_double(pointer, position, value)
        case .text(var value):
            guard !value.utf8.contains(0) else { throw SQLError(.misuse, "text with U+0000") }
            return value.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    sqlite3_bind_text64(
                        pointer, position, characters.baseAddress ?? Self.nowhere, UInt64(characters.count),
                        Self.copied, UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let value):
            guard !value.isEmpty else { return sqlite3_bind_zeroblob(pointer, position, 0) }
            return value.withUnsafeBytes { bytes in
                sqlite3_bind_blob64(pointer, position, bytes.baseAddress, UInt64(bytes.count), Self.copied)
            }
        }
    }

    /// The values of the row on which the statement stands.
    func row() -> SQLRow {
        let values = (0..<Int32(columns.count)).map { column -> SQLValue in
            switch sqlite3_column_type(pointer, column) {
            case SQLITE_INTEGER: .int(sqlite3_column_int64(pointer, column))
            case SQLITE_FLOAT: .double(sqlite3_column_double(pointer, column))
            case SQLITE_TEXT:
                .text(String(decoding: bytes(of: column, at: sqlite3_column_text(pointer, column)), as: UTF8.self))
            case SQLITE_BLOB: .blob(Array(bytes(of: column, at: sqlite3_column_blob(pointer, column))))
            default: .null
            }
        }
        return SQLRow(columns: columns, values: values)
    }

    private func bytes(of column: Int32, at start: UnsafeRawPointer?) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(pointer, column)))
    }

    // SQLITE_TRANSIENT, a macro that Swift does not see: SQLite copies the bytes before the call returns.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
    // An empty text must not be a null pointer, which would mean NULL; nothing is read from this one.
    private static var nowhere: UnsafePointer<CChar>? { UnsafePointer(bitPattern: 1) }
}
