/// Reads comparisons: `1 ≤ n, m ≤ 10^5`, `|a_i| < 10^9`, `1 ≤ l ≤ r ≤ n`.
enum ChainParser {
    /// The comparisons that start at `position`, with shared bounds spread over chains of single terms, and where
    /// they end. Nil where no chain starts exactly there.
    static func chains(in tokens: [TextToken], at position: Int) -> ([Chain], Int)? {
        guard let (first, firstEnd) = group(in: tokens, at: position) else { return nil }
        var end = firstEnd
        var groups = [first]
        var comparisons: [Condition.Comparison] = []
        while end < tokens.count, case .symbol(let symbol) = tokens[end].kind, let comparison = symbol.comparison {
            guard let (next, nextEnd) = group(in: tokens, at: end + 1) else { break }
            comparisons.append(comparison)
            groups.append(next)
            end = nextEnd
        }
        guard !comparisons.isEmpty, isPure(groups) else { return nil }
        return (spread(groups, comparisons), end)
    }

    private static func isPure(_ groups: [[Term]]) -> Bool {
        for (index, group) in groups.enumerated() where group.count > 1 {
            if group.contains(where: \.isConstant) { return false }
            if Set(group).count != group.count { return false }
            for (other, members) in groups.enumerated() where other != index && !Set(members).isDisjoint(with: group) {
                return false
            }
        }
        return true
    }

    private static func spread(_ groups: [[Term]], _ comparisons: [Condition.Comparison]) -> [Chain] {
        var result: [[Term]] = [[]]
        for group in groups { result = result.flatMap { start in group.map { start + [$0] } } }
        return result.map { Chain(operands: $0, comparisons: comparisons) }
    }

    /// Terms joined by commas. A comma before a member that begins a new chain of its own ends the group.
    private static func group(in tokens: [TextToken], at position: Int) -> ([Term], Int)? {
        guard let (first, firstEnd) = TermParser.term(in: tokens, at: position) else { return nil }
        var terms = [first]
        var end = firstEnd
        let followsComparison = position > 0 && tokens[position - 1].isComparison
        while end < tokens.count, tokens[end].isSymbol(.comma) || tokens[end].isSymbol(.pause),
            let (next, nextEnd) = TermParser.term(in: tokens, at: end + 1)
        {
            if followsComparison {
                // After a comparison the group goes on only over names, and only where the last name is compared
                // with something: `1 ≤ n, m ≤ 5`.
                guard !terms[0].isConstant, !next.isConstant, isCompared(tokens, from: nextEnd) else { break }
                // `l ≤ r, x ≤ y`: a name on the left of the comparison makes it two chains.
                guard startsWithConstant(tokens, before: position) else { break }
            }
            terms.append(next)
            end = nextEnd
        }
        return (terms, end)
    }

    /// Whether, after more names and commas, a comparison follows.
    private static func isCompared(_ tokens: [TextToken], from position: Int) -> Bool {
        var end = position
        while end < tokens.count, tokens[end].isSymbol(.comma) || tokens[end].isSymbol(.pause),
            let (next, nextEnd) = TermParser.term(in: tokens, at: end + 1), !next.isConstant
        {
            end = nextEnd
        }
        return end < tokens.count && tokens[end].isComparison
    }

    /// Whether the operand left of the comparison just before `position` is a number.
    private static func startsWithConstant(_ tokens: [TextToken], before position: Int) -> Bool {
        var index = position - 2
        while index >= 0 {
            switch tokens[index].kind {
            case .number, .decimal, .symbol(.power), .symbol(.minus), .symbol(.times), .symbol(.openBrace),
                .symbol(.closeBrace), .symbol(.plus):
                index -= 1
            case .name:
                return false
            default:
                return true
            }
        }
        return true
    }
}
