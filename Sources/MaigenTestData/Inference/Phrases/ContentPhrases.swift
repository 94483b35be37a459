/// The words for values on a line.
enum ContentPhrases {
    enum Adjective: Sendable {
        case nothing
        case positive
        case nonNegative
        /// "长度为 {n} 的"
        case length
        case absolute
    }

    struct Noun: Sendable {
        var kind: LayoutEntry.Kind
        var isPositive = false
        var isNonNegative = false
        var isNonEmpty = false
    }

    static let adjectives = PhraseTable<Adjective>([
        ("用|由|以|被|两两|之间用|中间用 [一个|单个] [英文|半角] 空格 隔开|分隔|分开|间隔 [的]", .nothing),
        ("[一行] [用] 空格 隔开|分隔|分开|间隔 [的]", .nothing),
        (
            "space-separated|separated_by_spaces|separated_by_a_space|separated_by_a_single_space|separated_by_single_spaces|blank-separated|whitespace-separated|space_separated",
            .nothing
        ),
        ("单独的|single|different_variables|given|further|additional|exactly", .nothing),
        ("长度 [恰好] 为|是|等于 {n} 的", .length),
        ("长 [度] 为 {n} 的", .length),
        ("正的|positive", .positive),
        ("非负的|non-negative|nonnegative", .nonNegative),
        ("绝对值", .absolute),
    ])

    static let nouns = PhraseTable<Noun>([
        ("整数|数字|integer|integers", Noun(kind: .integer)),
        ("正整数", Noun(kind: .integer, isPositive: true)),
        ("positive integer|integers", Noun(kind: .integer, isPositive: true)),
        ("正 整 数 [数字]", Noun(kind: .integer, isPositive: true)),
        ("whole number|numbers", Noun(kind: .integer)),
        ("positive whole number|numbers", Noun(kind: .integer, isPositive: true)),
        ("非负整数|自然数", Noun(kind: .integer, isNonNegative: true)),
        ("non-negative|nonnegative integer|integers", Noun(kind: .integer, isNonNegative: true)),
        ("数|number|numbers", Noun(kind: .number)),
        ("integer number|numbers", Noun(kind: .integer)),
        ("integer value|values", Noun(kind: .integer)),
        ("实数|浮点数|小数", Noun(kind: .real)),
        ("real|floating-point|floating_point|decimal [number|numbers]", Noun(kind: .real)),
        ("字符串|单词|串|数字串|数字字符串|string|strings|word|words", Noun(kind: .string)),
        ("名字|姓名|人名|地名|城市名|英文名|英文单词|name|names", Noun(kind: .string)),
        ("[a] binary string", Noun(kind: .string)),
        ("非空 字符串|单词|串", Noun(kind: .string, isNonEmpty: true)),
        ("non-empty|nonempty string|strings|word|words", Noun(kind: .string, isNonEmpty: true)),
        ("字符|character|characters", Noun(kind: .character)),
        ("整数 序列|数列|数组", Noun(kind: .sequence)),
        ("序列|数列|数组|sequence|array|list", Noun(kind: .sequence)),
    ])

    /// After the noun.
    static let attributes = PhraseTable<Adjective>([
        ("[,] of length [exactly] {n}", .length),
        ("of [exactly] {n} characters|letters|digits", .length),
        ("[,] with length {n}", .length),
        ("[,] whose length is {n}", .length),
        ("[,] 长度 [恰好] 为|是 {n}", .length),
        ("[,] [all] [given] [separated|delimited] by [a] [single|one] space|spaces|blanks|whitespace|blank", .nothing),
        ("[,] on|in a|one|the_same|one_single [single] line", .nothing),
        ("[,] [中间|其间|之间|两数|数字|数|整数] [之间|间] [以|用|由|有] [一个|单个|一] 空格|空格符 隔开|分隔|分开|间隔", .nothing),
        ("[,] [each] [two] [neighboring] [values] separated by [a] [single] space|spaces", .nothing),
        ("[,] [两两] [之间] [用|以] [一个|单个] 空格 隔开|分隔|分开|间隔", .nothing),
        ("in one|a|single line", .nothing),
        ("[,] 相邻 [的] [两] [个] 整数|数|数字|数据 [之间] 用|使用|以 一 个 [英文|半角] 空格 [符] 隔开|分隔|分开|间隔", .nothing),
        ("[,] 绝对值", .absolute),
    ])

    /// Whose name it is.
    static let owners = PhraseTable<Bool>([("of a|an|the|one|each [{word}] {word}", true)])

    /// Words between a noun and its names or beside values that say nothing.
    static let fillers = PhraseTable<Bool>([
        ("，|,|和|与|以及|及|and|followed_by", true)
    ])

    /// Begin an explanation of what the values mean.
    static let tails = PhraseTable<Bool>([
        ("[其中] 第 {i} 个 [整] 数|整数|数字|元素 表示|代表|对应", true),
        ("意为|意思是|表示|分别表示|依次表示|代表|分别代表|描述|分别描述|分别为|分别是|分别对应|依次为|依次是|即|其中|表示了|给出了|是指|指的是|为一|就是", true),
        (
            "—|-|denoting|representing|describing|indicating|giving|specifying|denotes|denote|represents|represent|describes|describe|indicates|where|which|meaning|respectively|the_number_of|the_length_of|the_size_of|the_value|the_values|that_is",
            true
        ),
        ("[,] the|as|for", true),
        ("[,] 含义|意义|其含义|对应|依次对应|依次给出|描述了|依次描述", true),
        ("[,] a|an {word} of|from|to|between|in|which|whose", true),
        (
            "what|standing_for|being|meaning_that|saying|which_means|which_denotes|that_describe|that_describes|that_represent|that_denote",
            true
        ),
        (":|：", true),
    ])

    /// After a name that was read before: they begin its explanation.
    static let copulas = PhraseTable<Bool>([("为|是|is|are", true)])

    /// A value told by what it means: "the number of days d", "the number n of towns".
    static let described = PhraseTable<Bool>([
        ("[the|a] number of [the] {words} {names}", true),
        ("[the|a] number [,] {names} [,] of {words}", true),
        ("[the] number of {words} , {names}", true),
        ("an|the|a [integer] {word} {names}", true),
        ("[the] {word} {names} of [the|a|an|each|that] {word}", true),
        ("the {i} th|-th {word} {names}", true),
        ("the ith|i-th {word} {names}", true),
        ("the {word} of [the|a|an|each] {word} {names}", true),
        ("the {word} {names} of [the|a|an|each|that] {word}", true),
        ("{words} 的 [总] 个数|数量|数目|人数|总数|次数|条数|长度|大小 {names}", true),
        ("{words} 数 [量] {names}", true),
        ("整数|数|数字|字符串|单词 的 个数|数量|数目 {names}", true),
        ("一|两|三|四|五 个|位|门|名|种|条|件|本|次 [{words}] 的 {words} {names}", true),
        ("[该|这|此] [个|位|名|种] {words} 的 {words} {names}", true),
    ])

    /// "their dancing skills a_1, …, a_b": written out, so that their number is known.
    static let describedRuns = PhraseTable<Bool>([
        ("the|their|its|his|her [{words}] {names}", true), ("{words} {names}", true),
        ("the {word} of the {n} {word} {names}", true), ("the {words} of [the|all] {words} [,] {names}", true),
    ])

    /// Between values of one line: "接着 k 个整数".
    static let continuations = PhraseTable<Bool>([
        ("[,] 接着|接下来|后面|之后|随后|然后|再|后跟|后面跟着|紧接着|followed_by|then|and_then [有|是|跟|给出]", true)
    ])

    /// Give the name of the values just read.
    static let namings = PhraseTable<Bool>([
        ("[,] 依次|分别 [表示|为|是|代表|给出] {names}", true),
        ("[,] 表示|代表|为|是|即 [{words}] {names}", true),
        ("[,] [依次|分别] 表示|代表|为|是|即 每|各 [个|位|名|件|条|只|头|座|颗|棵|株|种|道|本|次] {words} {names}", true),
        ("[其中] [,] [其中] 第 {i} 行 [的] [整] 数|整数|数字|字符串|元素|实数|单词|数值 {names} [为|是|表示|代表]", true),
        ("[其中] [,] [其中] 第 {i} 行 [的] [这] [两个|三个|四个] [整数|数|数字] [分别|依次] 为|是|表示|代表|给出|描述 {names}", true),
        ("[其中] [,] [其中] 第 {i} 个 [整] 数|整数|数字|字符串|元素|实数|单词|数值 {names} [为|是|表示|代表]", true),
        (
            "[,] [where] [the] {i} -th|th [of] [them|these|which] [integer|number|string|value|element|word] , {names}",
            true
        ),
        ("[,] [which] denote|denotes|representing|denoting|describing|are|is {names}", true),
        ("[,] the [{words}] {names}", true),
        ("[其中] [,] [其中] 第 {i} 行 [的] 第 {j} 列|个 [的] [整] 数|数字|整数|元素|字符 [为|是|表示] {names}", true),
        ("[其中] [,] [第] [{j}] 第 {i} 个 [整] 数|整数|数字|字符串|元素|实数|单词|数值 [为|是|表示|代表] {names}", true),
        (
            "[,] [where] the {j} -th|th [of] [them|these|which] [integer|number|string|value|element|word] [of|in] [the] [{i}] [-th] [of] [these|those|the] [lines|line|row|rows] is|denotes|equals {names}",
            true
        ),
        (
            "[,] [where] the {j} -th|th [integer|number|string|value|element|word|of] [them|these] is|denotes|equals {names}",
            true
        ),
    ])
}
