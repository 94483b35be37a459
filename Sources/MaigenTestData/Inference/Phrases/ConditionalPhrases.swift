/// "当 Z = 1 时，将 X 与 Y 合并": sentences of the input section that tell what a value means.
enum ConditionalPhrases {
    private static let openings = PhraseTable<Bool>([
        ("当|如果|若 {x} = {k} [时|,|则|，]", true),
        ("if|when {x} = {k}", true),
        ("if|when {x} is|equals {k}", true),
    ])

    /// Words that would make the layout depend on the condition, or say something of the values.
    private static let layout = PhraseTable<Bool>([
        ("后面|跟|接下来|输入|给出|整数|个数|一行|保证|读入|没有|不会|此时|≤|<|≥|>|不超过|范围", true),
        ("follow|follows|followed|contains|given|integers|integer|line|guaranteed|input|then_there|no|at_most", true),
    ])

    static func opens(_ tokens: [TextToken]) -> Bool { openings.match(tokens, at: 0) != nil }

    static func onlyExplains(_ tokens: [TextToken]) -> Bool { layout.first(in: tokens) == nil }

    /// Begin a sentence that puts a line into the input under a condition.
    private static let lines = PhraseTable<Bool>([
        (
            "if|when {x} =|is|equals {k} [,] [then] a|the second|third|next|further|last line follows|contains|consists|has|holds [with|of] [with]",
            true
        ),
        (
            "if|when {x} =|is|equals {k} [,] [then] [there] [is|follows] a|one|another [further|second|third|single|last] line [with|containing|follows] [with|containing]",
            true
        ),
        ("若|如果|当 {x} =|为|是|等于 {k} [时] [,] [则|那么] [接下来|还有|随后|再|另有|后面] [还有|有] 一 行 [,] [包含|给出|有|为] [包含]", true),
        ("若|如果|当 {x} =|为|是|等于 {k} [时] [,] [则|那么] 第 {l} 行 [,] [包含|给出|有|为|是]", true),
    ])

    /// What the condition compares, the value, and where the line's content begins.
    static func line(_ tokens: [TextToken]) -> (VariableName, Int128, Int)? {
        guard let (_, match) = lines.match(tokens, at: 0), case .name(let name)? = match.terms["x"],
            let value = match.terms["k"]?.constant
        else { return nil }
        return (name, value, match.end)
    }

    private static let absences = PhraseTable<Bool>([
        ("there is no second|third|further|next|such|additional|other line", true),
        ("no second|further|such|other line follows", true),
        ("没有 这 [一] 行", true), ("没有 第 {k} 行", true), ("不 会 有 这 [一] 行", true), ("这 一 行 不 存在|出现", true),
        ("这 一 行 只有 {k} 个 整数", true), ("这 一 行 只有|仅有 一|两|三|四 个 整 数", true),
    ])

    /// "If d = 0, there is no second line": what the other condition says already.
    static func saysNoLine(_ tokens: [TextToken]) -> Bool {
        guard let (_, match) = openings.match(tokens, at: 0) else { return false }
        return absences.first(in: Array(tokens[match.end...])) != nil
    }
}
