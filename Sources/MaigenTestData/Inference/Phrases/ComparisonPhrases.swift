/// Comparisons said in words. They become signs before anything else is read, so that "n does not exceed 100" is
/// the same as `n ≤ 100`.
enum ComparisonPhrases {
    static let table = PhraseTable<Symbol>([
        ("[均|都] 不超过|不大于|不多于|小于等于|小于或等于|至多为|最多为|不会超过|不高于", .lessOrEqual),
        ("[均|都] 不小于|不少于|不低于|大于等于|大于或等于|至少为", .greaterOrEqual),
        ("[均|都] [也] 不会 大于|多于|高于", .lessOrEqual),
        ("[均|都] 不会 小于|少于|低于", .greaterOrEqual),
        ("[均|都] 小于|严格小于", .less),
        ("[均|都] 大于|严格大于", .greater),
        ("不等于", .notEqual),
        ("[both] does|do|will|must not exceed", .lessOrEqual),
        ("not_exceeding|no_more_than|not_more_than|not_greater_than|no_greater_than|no_larger_than", .lessOrEqual),
        ("does|do|will|can never|not exceed|surpass", .lessOrEqual),
        ("[is|are|be] never more_than|exceeds|exceed|above|greater_than|larger_than|exceeding", .lessOrEqual),
        ("[is|are|be] never less_than|below|smaller_than|under", .greaterOrEqual),
        ("[is|are|be] at_most|up_to", .lessOrEqual),
        ("[is|are|be] not_above|not_over|no_longer_than|not_longer_than", .lessOrEqual),
        ("is|are|be no_more_than|not_more_than|not_greater_than|no_greater_than|no_larger_than", .lessOrEqual),
        ("[is|are|be] less_than_or_equal_to|smaller_than_or_equal_to", .lessOrEqual),
        ("[is|are|be] greater_than_or_equal_to|larger_than_or_equal_to", .greaterOrEqual),
        ("[is|are|be] at_least|no_less_than|not_less_than|no_fewer_than", .greaterOrEqual),
        ("[is|are|be] [strictly] less_than|smaller_than|below", .less),
        ("[is|are|be] [strictly] greater_than|larger_than", .greater),
    ])

    /// Comparisons only before a number: "至多 10 个", "最多有一百组".
    static let beforeNumbers = PhraseTable<Symbol>([
        ("至多|最多 [只] [会] [有|为|是|包含|存在]", .lessOrEqual), ("至少|最少 [会] [有|为|是|包含|存在]", .greaterOrEqual),
        ("存在 至少", .greaterOrEqual),
    ])

    /// What is said of a number by an adjective: the sign and the number it is compared with.
    /// "neither number is zero": of counts, at least one.
    static let neither = PhraseTable<Int128>([("neither [number|value|of_them] is zero", 1)])

    static let neitherAbove = PhraseTable<Bool>([
        ("neither [number|value|of_them] exceeds|is_above|is_greater_than|is_more_than|is_larger_than", true)
    ])

    static let predicates = PhraseTable<Int128>([
        ("[均|都] 为|是 正 [的] [整] 数", 1), ("[均|都] 为|是 非负 [的] [整] 数", 0), ("[均|都] 为|是 自然数", 0),
        ("[均|都] 不为负 [数]", 0), ("[均|都] 不会 为|是 负 [数]", 0),
        ("is|are [both|all] [a] positive [integer|integers|number|numbers]", 1),
        ("is|are [both|all] [a] non-negative|nonnegative [integer|integers|number|numbers]", 0),
        ("is|are never|not negative", 0),
    ])

    /// Between a comparison and a second one of the same quantity: "不少于 1 且不超过 20".
    static let continuations = PhraseTable<Bool>([
        ("[,] 且|并且|而且|但|and|but", true)
    ])

    /// Ranges said in words: `{t}` from `{a}` to `{b}`.
    static let ranges = PhraseTable<Bool>([
        ("{names} is|are|lies|lie|be [an|integers] [integer|integers] [always] between {a} and {b} [inclusive]", true),
        (
            "{names} is|are [a|an] [positive] whole|integer|integral number|numbers between {a} and {b} [inclusive]",
            true
        ),
        ("{names} is|are|lies|lie in|within [the] [range] [ {a} , {b} ]", true),
        ("{names} ∈ [ {a} , {b} ]", true),
        ("{names} is|are [an] integer|integers in|within [the] [range] [ {a} , {b} ]", true),
        ("{names} ranges|range from {a} to|through {b} [inclusive]", true),
        ("{names} [均|都] 在|是|为|属于 [区间|范围] [ {a} , {b} ] [内|中|之间|范围内] [的] [整数]", true),
        ("{names} [均|都] 是|为 {a} 到|至|~ {b} 之间|范围内|以内 的 [整数|正整数]", true),
        ("{names} is|are in|within [the] [range] from|between {a} to|and {b}", true),
        ("{names} [均|都] 在|介于|位于 {a} 到|至|和|~|与|- {b} 之间|范围内|以内", true),
        ("{names} [的] [取值] 范围 为|是|在 {a} 到|至|~|- {b}", true),
    ])

    /// The same of a quantity told in words: "the length of S is between 1 and 5".
    static let rangesOfTerms = PhraseTable<Bool>([
        ("{t} [is|are] [always] between {a} and {b} [,] [inclusive]", true),
        ("{t} is|are in|within [the] [range|interval] [ {a} , {b} ]", true),
        ("{t} ranges|range from {a} to {b}", true),
        ("{t} [均|都] 在|介于 {a} 到|至|~|和|与 {b} 之间|范围内|以内", true),
        ("{t} [均|都] 在|属于 [区间|范围] [ {a} , {b} ] [内|中|之间|范围内]", true),
    ])

    /// Two values that follow one another: "d is either 0 or 1".
    static let pairs = PhraseTable<Bool>([
        ("{names} is|are [always] [either] {a} or {b}", true),
        ("{names} [的值] [均|都] [只|仅] [可能|会|能] 为|是|取 {a} 或 [者] {b}", true),
    ])

    enum Least: Sendable { case positive, nonNegative }

    /// "n 是一个不超过 100 的正整数": an upper end, and the lower one by the kind of number.
    static let ceilings = PhraseTable<Least>([
        ("{names} [均|都] 是|为 [一个|两个|三个] ≤ {b} 的 正 整 数", .positive),
        ("{names} [均|都] 是|为 [一个|两个|三个] ≤ {b} 的 非 负 整 数", .nonNegative),
        ("{names} [均|都] 是|为 [一个|两个|三个] ≤ {b} 的 自然数", .nonNegative),
        (
            "{names} is|are [both|all] [a] positive [whole] integer|integers|number|numbers [which|that] [is|are] ≤ {b}",
            .positive
        ),
        (
            "{names} is|are [both|all] [a] non-negative|nonnegative [whole] integer|integers|number|numbers [which|that] [is|are] ≤ {b}",
            .nonNegative
        ),
        ("{names} is|are [both|all] [a] positive integer|integers , [which] ≤ {b}", .positive),
    ])

    /// Ranges beside the quantity they bound: "an integer from 1 to n".
    static let adjoined = PhraseTable<Bool>([
        ("[,] [each] [of_which] [is] [lying] between {a} and {b} [,] [inclusive]", true),
        ("[,] [each] [is] in|within [the] [range|interval] [ {a} , {b} ]", true),
        ("[,] [均|都] [在|属于] [区间|范围] [ {a} , {b} ] [内|中|之间|范围内] [的]", true),
        ("[,] [each] [in] [the] [range] from {a} to {b} [,] [inclusive]", true),
        ("[在] {a} 到|至|~ {b} 之间|范围内|以内 [的]", true),
        ("[,] [均|都] 在 {a} 到|至|~ {b} 之间|范围内|以内 [的]", true),
    ])
}
