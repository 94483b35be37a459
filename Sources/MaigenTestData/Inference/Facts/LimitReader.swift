/// Reads the bounds that stand beside what they bound without naming it: "is at least 1 and at most 5",
/// "，均不小于 1 且不超过 600", ", each of which lies in the range [1, n]".
struct LimitReader {
    let tokens: [TextToken]

    struct Limits {
        var bounds: [LayoutEntry.Bound]
        /// The words say that every value is meant: "each of which", "均".
        var saysAll: Bool
        var end: Int
    }

    /// Words between a value and its bounds: "which is", "each of them".
    private static let links = PhraseTable<Bool>([
        ("[,] [,] each|all|both [of] [which|them|these]", true), ("[,] 均|都|各", true), ("[,] 每 个 [数]", true),
        ("[,] [and] which|that|it|these|they", false), ("is|are|lie|lies|be|为|是|且|并|with", false),
        (",", false),
    ])

    private static let absolutes = PhraseTable<Bool>([
        ("[integers|numbers] [with|of|whose|the] [an|the|their] absolute value|values [of|is|are]", true),
        ("[的] 绝对值 [均|都]", true),
    ])

    private static let kinds = PhraseTable<Int128?>([
        ("的 正 整 数", 1), ("的 非 负 整 数", 0), ("的 自 然 数", 0), ("的 整 数", nil),
    ])

    private static let joints = PhraseTable<Bool>([
        ("[,] 且|并且|而且|但|and|but|yet [also] [it] [they] [is|are]", true), ("、", true),
    ])

    /// The bounds at `position`, over words that link them to what stands before; nil where none stand there.
    func limits(at position: Int) -> Limits? {
        var index = position
        var saysAll = false
        var links = 0
        while links < 4, let (meaning, match) = Self.links.match(tokens, at: index) {
            saysAll = saysAll || meaning
            index = match.end
            links += 1
        }
        // "with an absolute value of at most 5"
        let absolute = Self.absolutes.match(tokens, at: index)
        if let absolute { index = absolute.match.end }
        guard var (bounds, end) = limit(at: index) else { return nil }
        saysAll =
            saysAll || ["均", "都", "both", "each", "all", "do ", "are "].contains { tokens[index].text.contains($0) }
        while let (_, joint) = Self.joints.match(tokens, at: end), let (more, next) = limit(at: joint.end) {
            bounds += more
            end = next
        }
        // "不超过 9 的正整数": the kind of number is a bound too.
        if let (least, match) = Self.kinds.match(tokens, at: end) {
            end = match.end
            if let least, absolute == nil, !bounds.contains(where: { $0.comparison == .greaterOrEqual }) {
                bounds.append(.init(comparison: .greaterOrEqual, term: .number(least), isAbsolute: false))
            }
        }
        if absolute != nil {
            bounds = bounds.map { .init(comparison: $0.comparison, term: $0.term, isAbsolute: true) }
        }
        return Limits(bounds: bounds, saysAll: saysAll, end: end)
    }

    private func limit(at position: Int) -> ([LayoutEntry.Bound], Int)? {
        guard position < tokens.count else { return nil }
        if let (_, match) = ComparisonPhrases.adjoined.match(tokens, at: position), let a = match.terms["a"],
            let b = match.terms["b"]
        {
            return (
                [
                    .init(comparison: .greaterOrEqual, term: a, isAbsolute: false),
                    .init(comparison: .lessOrEqual, term: b, isAbsolute: false),
                ], match.end
            )
        }
        guard case .symbol(let symbol) = tokens[position].kind, let comparison = symbol.comparison,
            let (term, end) = TermParser.term(in: tokens, at: position + 1)
        else { return nil }
        return ([.init(comparison: comparison, term: term, isAbsolute: false)], end)
    }
}
