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
}
