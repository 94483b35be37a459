/// A variable of the input, with its place in the layout.
struct Variable: Sendable {
    /// As the statement calls it.
    var name: VariableName
    /// As the specification calls it.
    var identifier: String
    var kind: LayoutEntry.Kind
    /// One value per line, or a run of values.
    var isList: Bool
    /// How many values the run has.
    var count: Term?
    /// The statement's subscript of the first value of the run.
    var firstSubscript: Int128
    /// Where the variable is read: the place of its block in nesting, from the outermost.
    var blocks: [Int]
    var statement: Int
    var entry: LayoutEntry
    /// A field of repeated rows.
    var isRowField: Bool
}

extension Variable {
    /// Whether the variable's block encloses, or is enclosed by, the block of `other`: two forms of a query do not see
    /// each other.
    func isVisible(from other: Variable?) -> Bool {
        guard let other else { return true }
        return other.blocks.starts(with: blocks) || blocks.starts(with: other.blocks)
    }
}

/// The variables of a layout in reading order.
struct VariableTable: Sendable {
    private(set) var variables: [Variable] = []
    /// Names that could not be told apart.
    private(set) var clashes: [String] = []
    private var identifiers: Set<String> = []

    init(_ nodes: [LayoutNode]) {
        var nextBlock = 1
        add(nodes, blocks: [0], &nextBlock)
    }

    private mutating func add(_ nodes: [LayoutNode], blocks: [Int], _ nextBlock: inout Int) {
        for node in nodes {
            switch node {
            case .line(let line):
                for entry in line.entries { add(entry, blocks: blocks, isRowField: false) }
            case .rows(_, let line):
                for entry in line.entries { add(entry, blocks: blocks + [nextBlock], isRowField: true) }
                nextBlock += 1
            case .forms(_, let forms):
                for form in forms {
                    for name in form.names {
                        let entry = LayoutEntry(
                            names: [name], kind: .number, statement: form.statement, evidence: form.evidence)
                        add(entry, blocks: blocks + [nextBlock], isRowField: true)
                    }
                    nextBlock += 1
                }
            case .optional(_, _, let inner):
                let block = nextBlock
                nextBlock += 1
                add(inner, blocks: blocks + [block], &nextBlock)
            case .cases(let inner):
                let block = nextBlock
                nextBlock += 1
                add(inner, blocks: blocks + [block], &nextBlock)
            }
        }
    }

    private mutating func add(_ entry: LayoutEntry, blocks: [Int], isRowField: Bool) {
        let isList = entry.isList
        var first: Int128 = 1
        if let members = entry.members, let number = members.first.constant { first = number }
        for name in entry.names {
            if variables.contains(where: {
                $0.name == name || ($0.name.base == name.base && $0.name.number == nil && name.number == nil)
            }),
                !variables.contains(where: {
                    $0.blocks != blocks && $0.blocks.count == blocks.count && $0.name.base == name.base
                        && blocks.count > 1
                })
            {
                clashes.append(name.base)
            }
            variables.append(
                Variable(
                    name: name, identifier: identifier(for: name, isList: isList), kind: entry.kind, isList: isList,
                    count: entry.listCount, firstSubscript: first, blocks: blocks, statement: entry.statement,
                    entry: entry,
                    isRowField: isRowField))
        }
    }

    /// A C++ identifier, unique in the specification.
    private mutating func identifier(for name: VariableName, isList: Bool) -> String {
        var text = name.base.map { $0 == "'" ? "_prime" : String($0) }.joined()
        if !isList, let number = name.number { text += "_\(number)" }
        text = String(text.unicodeScalars.map { $0.isASCIILetter || $0.isDigit || $0 == "_" ? Character($0) : "v" })
        if Self.reserved.contains(text) { text += "_" }
        var candidate = text
        var suffix = 2
        while identifiers.contains(candidate) {
            candidate = "\(text)_\(suffix)"
            suffix += 1
        }
        identifiers.insert(candidate)
        return candidate
    }

    private static let reserved: Set<String> = [
        "int", "long", "char", "double", "float", "for", "if", "do", "or", "and", "not", "new", "min", "max", "abs",
        "gcd", "sum", "len", "least", "greatest", "bool", "void", "xor", "case", "this", "true", "false", "inf", "rnd",
    ]

    /// The variables a name of the statement speaks of: `x_1` itself, `x_i` all of `x`.
    func matching(_ name: VariableName) -> [Variable] {
        let sameBase = variables.filter { $0.name.base == name.base }
        if let number = name.number {
            let exact = sameBase.filter { !$0.isList && $0.name.number == number }
            if !exact.isEmpty { return exact }
            // a_1 of a list is one element, not the list.
            return []
        }
        return sameBase
    }

    func firstMatching(_ name: VariableName) -> Variable? { matching(name).first }

    func index(of identifier: String) -> Int { variables.firstIndex { $0.identifier == identifier } ?? 0 }
}

extension LayoutEntry {
    /// The number of values of a run; nil for single values.
    var listCount: Term? {
        guard isList else { return nil }
        if let count, count != .number(1) || members != nil { return count }
        if kind == .sequence, let length { return length }
        if let members {
            return TermArithmetic.plus(TermArithmetic.minus(members.last, members.first), .number(1))
        }
        return length
    }

    /// Whether the entry is a run of values: written out, counted by a variable, or by a number with one name.
    var isList: Bool {
        if members != nil || kind == .sequence { return true }
        guard let count else { return false }
        guard let number = count.constant else { return true }
        return number > 1 && names.count == 1
    }
}
