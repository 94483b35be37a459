/// Reads bounds from a table of subtasks: every row bounds some tests, so that the widest row bounds all.
///
/// A cell without a bound leaves its row unlimited, and then the column says nothing of all tests.
enum BoundTableReader {
    struct Bound: Sendable, Hashable {
        var name: VariableName
        /// Of a string: the bound is of its length.
        var isLength: Bool
        var lower: Term?
        var upper: Term?
        var evidence: String
    }

    /// The bounds of the table whose rows, each as the text between bars, these are.
    static func bounds(_ rows: [String]) -> [Bound] {
        let cells = rows.map(Self.cells).filter { !$0.allSatisfy(isRule) }
        guard let header = cells.first, cells.count > 1 else { return [] }
        var result: [Bound] = []
        for (column, title) in header.enumerated() {
            guard let head = Head(title) else { continue }
            let values = cells.dropFirst().map { column < $0.count ? limit(head, $0[column]) : nil }
            for name in head.names {
                let uppers = values.map { $0?[name]?.upper }
                let lowers = values.map { $0?[name]?.lower }
                let upper = uppers.contains(nil) ? nil : uppers.compactMap { $0 }.max { $0.constant! < $1.constant! }
                let lower = lowers.contains(nil) ? nil : lowers.compactMap { $0 }.min { $0.constant! < $1.constant! }
                guard upper != nil || lower != nil else { continue }
                // Only the equal sign: the sizes are what they are, not a range.
                let widest = values.filter { $0?[name]?.upper == upper && $0?[name]?.isExact == false }
                guard !widest.isEmpty else { continue }
                result.append(
                    Bound(
                        name: name, isLength: head.isLength, lower: lower, upper: upper,
                        evidence: rows.joined(separator: " ")))
            }
        }
        return result
    }

    private static func cells(_ row: String) -> [String] {
        // "\vert" and "|S|" inside mathematics are no borders.
        var result: [String] = []
        var current = ""
        var isMathematics = false
        var previous: Character = " "
        for character in row.trimmedBlanks.dropFirst().dropLast() {
            if character == "$" { isMathematics.toggle() }
            if character == "|", !isMathematics, previous != "\\" {
                result.append(current.trimmedBlanks)
                current = ""
            } else {
                current.append(character)
            }
            previous = character
        }
        return result + [current.trimmedBlanks]
    }

    private static func isRule(_ cell: String) -> Bool { cell.allSatisfy { "-: ".contains($0) } && cell.contains("-") }

    /// `$n$`, `$n, m \le$`, `$|S| \le$`: the names of a column, and the comparison where the title has one.
    private struct Head {
        var names: [VariableName]
        var comparison: Condition.Comparison?
        var isLength = false

        init?(_ title: String) {
            let tokens = WordComparisons.folded(NumberWordReader.folded(Tokenizer.tokens(of: title)))
            var position = 0
            var names: [VariableName] = []
            while position < tokens.count {
                if let (term, end) = TermParser.term(in: tokens, at: position) {
                    switch term {
                    case .name(let name): names.append(name)
                    case .absolute(.name(let name)):
                        names.append(name)
                        isLength = true
                    default: return nil
                    }
                    position = end
                } else if position < tokens.count, NameList.isSeparator(tokens[position]) {
                    position += 1
                } else {
                    break
                }
            }
            guard !names.isEmpty else { return nil }
            self.names = names
            if position < tokens.count, case .symbol(let symbol) = tokens[position].kind, let found = symbol.comparison
            {
                comparison = found
                position += 1
            }
            guard position == tokens.count else { return nil }
        }
    }

    private struct Limit {
        var lower: Term?
        var upper: Term?
        var isExact = false
    }

    /// What a cell says of the names of its column.
    private static func limit(_ head: Head, _ cell: String) -> [VariableName: Limit]? {
        let tokens = WordComparisons.folded(NumberWordReader.folded(Tokenizer.tokens(of: cell)))
        if let comparison = head.comparison {
            guard let (term, end) = TermParser.term(in: tokens, at: 0), end == tokens.count, term.constant != nil else {
                return nil
            }
            return Dictionary(uniqueKeysWithValues: Set(head.names).map { ($0, limit(comparison, term)) })
        }
        if let first = tokens.first, case .symbol(let symbol) = first.kind, let comparison = symbol.comparison,
            let (term, end) = TermParser.term(in: tokens, at: 1), term.constant != nil
        {
            // "= 1 或 = 5" holds of some sizes; its greatest counts.
            var greatest = limit(comparison, term)
            var position = end
            while position < tokens.count {
                guard [.word("或"), .word("or"), .symbol(.comma), .symbol(.pause)].contains(tokens[position].kind),
                    position + 1 < tokens.count, case .symbol(let symbol) = tokens[position + 1].kind,
                    let next = symbol.comparison, let (other, nextEnd) = TermParser.term(in: tokens, at: position + 2),
                    let value = other.constant
                else { return nil }
                let another = limit(next, other)
                if let upper = greatest.upper?.constant, value > upper { greatest.upper = another.upper }
                if let lower = greatest.lower?.constant, value < lower { greatest.lower = another.lower }
                position = nextEnd
            }
            return Dictionary(uniqueKeysWithValues: Set(head.names).map { ($0, greatest) })
        }
        guard let (chains, end) = ChainParser.chains(in: tokens, at: 0), end == tokens.count else { return nil }
        var result: [VariableName: Limit] = [:]
        for chain in chains {
            guard let place = chain.operands.firstIndex(where: { $0.constant == nil }),
                case .name(let name) = chain.operands[place],
                chain.comparisons.allSatisfy({ $0 == .lessOrEqual })
            else { return nil }
            var limit = Limit()
            if place > 0 { limit.lower = chain.operands[place - 1] }
            if place + 1 < chain.operands.count { limit.upper = chain.operands[place + 1] }
            guard [limit.lower, limit.upper].allSatisfy({ $0 == nil || $0?.constant != nil }) else {
                return nil
            }
            result[name] = limit
        }
        return result
    }

    private static func limit(_ comparison: Condition.Comparison, _ term: Term) -> Limit {
        switch comparison {
        case .lessOrEqual: Limit(upper: term)
        case .less: Limit(upper: term.constant.map { .number($0 - 1) })
        case .greaterOrEqual: Limit(lower: term)
        case .greater: Limit(lower: term.constant.map { .number($0 + 1) })
        case .equal: Limit(lower: term, upper: term, isExact: true)
        case .notEqual: Limit()
        }
    }
}
