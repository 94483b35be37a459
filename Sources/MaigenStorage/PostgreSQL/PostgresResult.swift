import CLibPQ

/// What the server answered to one statement.
final class PostgresResult {
    private let pointer: OpaquePointer

    /// Takes over `pointer`.
    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    /// What it refused, if it did.
    var error: SQLError? {
        switch PQresultStatus(pointer) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: nil
        default: SQLError(postgres: field("C"), message: field("M"), constraint: field("n"))
        }
    }

    /// The statement's name and, after some, its row count: "COMMIT", "INSERT 0 1".
    var command: String { String(cString: PQcmdStatus(pointer)) }

    /// Rows and changes.
    func sqlResult() throws(SQLError) -> SQLResult {
        let columns = (0..<PQnfields(pointer)).map { String(cString: PQfname(pointer, $0)) }
        var rows: [SQLRow] = []
        for row in 0..<PQntuples(pointer) {
            var values: [SQLValue] = []
            for column in 0..<PQnfields(pointer) { values.append(try value(row, column)) }
            rows.append(SQLRow(columns: columns, values: values))
        }
        // "SELECT 3" counts as well, but those rows did not change.
        let changes = command.hasPrefix("SELECT") ? 0 : Int(String(cString: PQcmdTuples(pointer))) ?? 0
        return SQLResult(rows: rows, changes: changes)
    }

    private func value(_ row: Int32, _ column: Int32) throws(SQLError) -> SQLValue {
        guard PQgetisnull(pointer, row, column) == 0 else { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(pointer, row, column), count: Int(PQgetlength(pointer, row, column)))
        switch (PQftype(pointer, column), bytes.count) {
        case (PostgresParameters.int8, 8): return .int(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
        case (23, 4): return .int(Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self))))
        case (21, 2): return .int(Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self))))
        case (16, 1): return .int(Int64(bytes[0]))
        case (PostgresParameters.float8, 8):
            return .double(Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))))
        case (PostgresParameters.bytea, _): return .blob(Array(bytes))
        // text, varchar, bpchar, name, unknown
        case (PostgresParameters.text, _), (1043, _), (1042, _), (19, _), (705, _):
            return .text(String(decoding: bytes, as: UTF8.self))
        case (1700, _): return try numeric(bytes)
        case (let type, _):
            let name = String(cString: PQfname(pointer, column))
            throw SQLError(.misuse, "column \(name) has type \(type), which no value here has: CAST it")
        }
    }

    /// A whole NUMERIC, which is what a sum of BIGINT gives: digits in base 10,000 after four 16-bit numbers, the count of
    /// digits, the weight of the first, the sign, and the decimals.
    private func numeric(_ bytes: UnsafeRawBufferPointer) throws(SQLError) -> SQLValue {
        func short(_ index: Int) -> Int16 {
            Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: 2 * index, as: Int16.self))
        }
        guard bytes.count >= 8, bytes.count == 8 + 2 * Int(short(0)), short(0) <= short(1) + 1,
            [0, 0x4000].contains(short(2))
        else {
            throw SQLError(.misuse, "a number that is not whole: CAST it")
        }
        var result: Int64 = 0
        for index in 0..<max(0, Int(short(1)) + 1) {
            let digit = index < Int(short(0)) ? Int64(short(4 + index)) : 0
            let (product, isTooLarge) = result.multipliedReportingOverflow(by: 10_000)
            let (sum, isTooLargeNow) = product.addingReportingOverflow(digit)
            guard !isTooLarge, !isTooLargeNow else { throw SQLError(.misuse, "a number past 64 bits") }
            result = sum
        }
        return .int(short(2) == 0 ? result : -result)
    }

    private func field(_ code: Character) -> String {
        PQresultErrorField(pointer, Int32(code.asciiValue ?? 0)).map { String(cString: $0) } ?? ""
    }
}
