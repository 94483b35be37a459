/// Arguments as the server takes them: each with its type, numbers and bytes in binary, NULL without a type.
struct PostgresParameters {
    // Object identifiers of the types, the same in every server.
    static let (int8, float8, bytea, text) = (UInt32(20), UInt32(701), UInt32(17), UInt32(25))

    private(set) var types: [UInt32] = []
    private(set) var lengths: [Int32] = []
    /// 0: text with a zero at its end; 1: binary.
    private(set) var formats: [Int32] = []
    private var bytes: [UInt8] = []
    /// Where each begins; nil for NULL.
    private var starts: [Int?] = []

    init(_ values: [SQLValue]) throws(SQLError) {
        for value in values {
            starts.append(value == .null ? nil : bytes.count)
            switch value {
            case .null: add([], type: 0, format: 1)
            case .int(let number): add(Self.bigEndian(UInt64(bitPattern: number)), type: Self.int8, format: 1)
            case .double(let number): add(Self.bigEndian(number.bitPattern), type: Self.float8, format: 1)
            case .blob(let content): add(content, type: Self.bytea, format: 1)
            case .text(let content):
                guard !content.utf8.contains(0) else { throw SQLError(.misuse, "text with U+0000") }
                add(Array(content.utf8), type: Self.text, format: 0)
            }
        }
    }

    /// Which parameters a statement names: $1, $2, …. Texts in it hold no dollar signs: what is not a constant is an
    /// argument.
    static func numbers(in sql: String) -> Set<Int> {
        Set(
            sql.split(separator: "$", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
                Int(piece.prefix { $0.isASCII && $0.isNumber })
            })
    }

    private mutating func add(_ content: [UInt8], type: UInt32, format: Int32) {
        types.append(type)
        lengths.append(Int32(clamping: content.count))
        formats.append(format)
        bytes += content
        // Ends a text, and gives an empty content an address that is not NULL's.
        bytes.append(0)
    }

    private static func bigEndian(_ value: UInt64) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }

    /// Runs `body` with a pointer to each argument.
    func withPointers<Value>(_ body: ([UnsafePointer<CChar>?]) -> Value) -> Value {
        bytes.withUnsafeBytes { buffer in
            body(
                starts.map { start in
                    start.flatMap { buffer.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
                })
        }
    }
}
