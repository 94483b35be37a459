/// Reads what names are: "S is a string of length N", "N and K are integers".
enum KindReader {
    private enum Meaning: Sendable { case integer, string, character }

    private static let table = PhraseTable<Meaning>([
        ("{names} is|are [all|both] [an|a] integer|integers|number|numbers [s]", .integer),
        ("{names} [均|都] 是|为 [一个] 整数", .integer),
        ("{names} is|are [each|all|both] [a] [non-empty] string|strings|word|words", .string),
        ("{names} is|are [each|all|both] [a] [non-empty] string|strings|word|words of length [exactly] {n}", .string),
        ("{names} is|are [each|all|both] [a] string|strings of {n} characters", .string),
        ("{names} is|are [each|all|both] [a] {n} -character|characters string|strings", .string),
        ("{names} [均|都] 是|为 [一个] [非空] 字符串|串", .string),
        ("{names} [均|都] 是|为 [一个] 长度 [为|是] {n} 的 字符串|串", .string),
        ("each|every {names} is|are [a] string of length [exactly] {n}", .string),
        ("{names} is|are [a] string|strings with length {n}", .string),
        ("{names} is|are [a] character|characters", .character),
        ("string|strings {names} [,] [both|each|all] of [the] [same] length [exactly] {n}", .string),
        ("string|strings {names} with [a] length [of] {n}", .string),
        ("length {n} string|strings {names}", .string),
        ("长度 [均|都|恰好|同] 为|是 {n} 的 [{words}] 字符串|串|单词 {names}", .string),
        ("长 [度] [均|都|恰好|同] 为|是 {n} 的 [{words}] 字符串|串|单词 {names}", .string),
    ])

    struct Told {
        var names: [VariableName]
        var kind: LayoutEntry.Kind
        var length: Term?
        var end: Int
    }

    static func kind(in tokens: [TextToken], at position: Int) -> Told? {
        guard let (meaning, match) = table.match(tokens, at: position) else { return nil }
        let kind: LayoutEntry.Kind =
            switch meaning {
            case .integer: .integer
            case .string: .string
            case .character: .character
            }
        return Told(names: match.names, kind: kind, length: match.terms["n"], end: match.end)
    }

    /// The nodes with what sentences outside the layout say of their values.
    static func applied(to nodes: [LayoutNode], _ reading: Reading) -> [LayoutNode] {
        nodes.map { node in
            switch node {
            case .line(let line): .line(applied(to: line, reading))
            case .rows(let count, let line): .rows(count: count, applied(to: line, reading))
            case .forms: node
            case .cases(let inner): .cases(applied(to: inner, reading))
            case .optional(let name, let value, let inner): .optional(name, value, applied(to: inner, reading))
            }
        }
    }

    private static func applied(to line: LayoutLine, _ reading: Reading) -> LayoutLine {
        var line = line
        for index in line.entries.indices {
            for fact in reading.features {
                guard case .kind(let kind, let length) = fact.feature, kind != .integer,
                    line.entries[index].names.contains(where: { name in
                        fact.names.contains { $0.base == name.base && $0.number == name.number }
                    })
                else { continue }
                if line.entries[index].kind != .real { line.entries[index].kind = kind }
                if let length, line.entries[index].length == nil { line.entries[index].length = length }
            }
        }
        return line
    }
}
