/// Comparisons said in words. They become signs before anything else is read, so that "n does not exceed 100" is
/// the same as `n ≤ 100`.
enum ComparisonPhrases {
    static let table = PhraseTable<Symbol>([
        ("[均|都] 不超过|不大于|不多于|小于等于|小于或等于|至多为|最多为|不会超过|不高于", .lessOrEqual),
        ("[均|都] 不小于|不少于|不低于|大于等于|大于或等于|至少为", .greaterOrEqual),
        ("[均|都] 小于|严格小于", .less),
        ("[均|都] 大于|严格大于", .greater),
        ("不等于", .notEqual),
        ("[both] does|do|will|must not exceed", .lessOrEqual),
        ("not exceeding|no_more_than|not_more_than|not_greater_than|no_greater_than|no_larger_than", .lessOrEqual),
        ("[is|are|be] at_most", .lessOrEqual),
        ("is|are|be no_more_than|not_more_than|not_greater_than|no_greater_than|no_larger_than", .lessOrEqual),
        ("[is|are|be] less_than_or_equal_to|smaller_than_or_equal_to", .lessOrEqual),
        ("[is|are|be] greater_than_or_equal_to|larger_than_or_equal_to", .greaterOrEqual),
        ("[is|are|be] at_least|no_less_than|not_less_than|no_fewer_than", .greaterOrEqual),
        ("[is|are|be] [strictly] less_than|smaller_than|below", .less),
        ("[is|are|be] [strictly] greater_than|larger_than", .greater),
    ])

    /// Between a comparison and a second one of the same quantity: "不少于 1 且不超过 20".
    static let continuations = PhraseTable<Bool>([
        ("[,] 且|并且|而且|但|and|but", true)
    ])

    /// Ranges said in words: `{t}` from `{a}` to `{b}`.
    static let ranges = PhraseTable<Bool>([
        ("{names} is|are|lies|lie|be [an|integers] [integer|integers] [always] between {a} and {b} [inclusive]", true),
        ("{names} is|are|lies|lie in|within [the] [range] [ {a} , {b} ]", true),
        ("{names} is|are in|within [the] [range] from|between {a} to|and {b}", true),
        ("{names} [均|都] 在|介于|位于 {a} 到|至|和|~|与|- {b} 之间|范围内|以内", true),
        ("{names} [的] [取值] 范围 为|是|在 {a} 到|至|~|- {b}", true),
    ])

    /// Ranges beside the quantity they bound: "an integer from 1 to n".
    static let adjoined = PhraseTable<Bool>([
        ("[,] [each] between {a} and {b} [,] [inclusive]", true),
        ("[,] [each] [in] [the] [range] from {a} to {b} [,] [inclusive]", true),
        ("[在] {a} 到|至|~ {b} 之间|范围内|以内 [的]", true),
        ("[,] [均|都] 在 {a} 到|至|~ {b} 之间|范围内|以内 [的]", true),
    ])
}
