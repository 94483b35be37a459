/// How sentences begin that say what stands on which line.
enum OpeningPhrases {
    enum Meaning: Sendable {
        /// The line of this number; nil: the next one.
        case line(Int?)
        /// "第 {k} 行"
        case lineNumbered
        /// `{c}` lines of one kind.
        case rows
        /// From line `{a}` to line `{b}`.
        case rowsBetween
        /// Each of the lines announced before.
        case eachRow
        /// Lines up to the terminator or the end.
        case rowsUntil
        /// Test cases begin.
        case cases
        /// Says how many lines there are; what they hold comes later.
        case announcement
    }

    /// A test case by a thing of the story.
    static let caseNouns = PhraseTable<Bool>([
        ("[the] description of [a|an|each|one] {word} starts|begins|consists [with|of] [a|one] [single] line", true),
        ("each {word} starts|begins with [a|one] [single] line", true),
        ("[the] first line of each {word}", true),
        ("[the] {word} are [then] described one after another|the_other", true),
    ])

    static let table = PhraseTable<Meaning>(lines + rows + cases)

    private static let verb = " [只|仅|共|会|依次|分别] [包含|包括|含有|含|为|是|有|给出|输入|读入|描述] [了]"
    private static let englishVerb =
        " [of] [the] [each] [input|test|description] [case|file] [will] [contains|contain|consists|has|gives|is|containing|with|consist|describes|starts_with|begins_with|start_with|begin_with|starting_with|beginning_with|holds|hold|have] [of|the] [description]"

    private static var lines: [(String, Meaning)] {
        var result: [(String, Meaning)] = []
        for (word, number) in NumberWords.chinese {
            result.append(("[输入] [文件|数据] [的] [中] [,] 第 \(word) 行 [,]" + verb, .line(number)))
        }
        for (word, number) in NumberWords.ordinals {
            result.append(("[the] [input] [then] [,] [the] \(word) [input] line|row|one" + englishVerb, .line(number)))
        }
        return result + [
            ("[输入] [文件|数据] [的] 第 {k} 行 [,]" + verb, .lineNumbered),
            ("[输入] [文件|数据] [的] 首行" + verb, .line(1)),
            ("接下来|下面|然后|随后|之后|最后|再|下 [的] 一 行 [,]" + verb, .line(nil)),
            ("最后 [的] 一 行" + verb, .line(nil)),
            ("[输入] [数据|文件] [仅|共|只|仅有|只有|包含|包括|有|为|是] 一 行 [,] [包含|:]" + verb, .line(nil)),
            ("输入 [数据|文件] [只|仅|共] 包含|包括|含有|为|是|有|给出|只有|仅有" + verb, .line(nil)),
            ("输入 [:]", .line(nil)),
            ("[接下来] 单独 一 行 [,]" + verb, .line(nil)),
            ("一 行 [,] 包含|包括|为|是|有|给出|只有|仅有|仅包含", .line(nil)),
            ("[then] [,] the next|last|only|single|following [input] line|row" + englishVerb, .line(nil)),
            ("[the] input [consists|contains|is|has] [of] [a|one|only] single|one|only line" + englishVerb, .line(nil)),
            ("[the] input consists|contains|is|gives|has [of]", .line(nil)),
            ("[a] single|one|only line contains|with|containing|has", .line(nil)),
            ("[a|one|single] line with|containing|that_contains", .line(nil)),
            ("line {k} contains|has|gives|:", .lineNumbered),
            (
                "line {k} of these|those|them|which [lines] contains|has|gives|holds|describes|consists_of|:",
                .lineNumbered
            ),
            ("you are given|given", .line(nil)),
            (
                "[the] [standard] input starts|begins|opens with [a|one|the] [single] [first] [line] [with|containing|that_contains|holding]",
                .line(nil)
            ),
            (
                "on the next|first|second|third|last|following line [,] [there] [is|are] [you_are_given|given]",
                .line(nil)
            ),
            (
                "[then] [there] [is|comes|follows] a|one|another [single|final|last|further|second|third] line [with|containing|that_contains|which_contains|consisting_of|follows|holding]",
                .line(nil)
            ),
        ]
    }

    private static let rows: [(String, Meaning)] = [
        ("接下来|之后|然后|随后|后面|以下|下面|其后|再接下来|接着|最后 [的] [有|共有|是|输入|给出] {c} 行 [,|:] [每|每一|其中每] [行]" + verb, .rows),
        ("接下来|之后|然后|随后|后面|以下|下面|其后|接着|最后 [的] [有|共有] {c} 行 [,] [其中] 第 {i} 行" + verb, .rows),
        ("接下来|之后|然后|随后|后面|以下|下面|其后|接着|最后 [的] [有|共有] {c} 行 [中] [,] [的] 第 {i} 行" + verb, .rows),
        ("第 {a} 到|至|~|-|— {b} 行 [,|:] 每 行" + verb, .rowsBetween),
        ("第 {a} 行 到|至|~|-|— 第 {b} 行 [,|:] 每 行" + verb, .rowsBetween),
        ("[从] 第 {a} 行 [起|开始] 到|至|~|-|— 第 {b} 行 [,|:] [每] [行]" + verb, .rowsBetween),
        (
            "lines {a} …|to|through|- {b} [:|,] [each|every] [line] [of_which|of_them] [contain|contains|will_contain|has|have|describe|describes|with]",
            .rowsBetween
        ),
        ("第 {a} 行 到|至|~|-|— 第 {b} 行 [,] 每 行" + verb, .rowsBetween),
        ("第 {a} 到|至|~|-|— 第 {b} 行 [,] 每 行" + verb, .rowsBetween),
        ("[其中] 每|每一 行" + verb, .eachRow),
        ("[其中] 第 {i} 行" + verb, .eachRow),
        ("[then] [,] each of the next|following|remaining|last|subsequent {c} lines|rows" + englishVerb, .rows),
        (
            "[then] [,] [each] [of] the next|following|remaining|last|subsequent {c} lines|rows [each]" + englishVerb
                + " [each]", .rows
        ),
        ("[then] [,] next|following {c} lines|rows [each]" + englishVerb, .rows),
        (
            "[then|there] [,] follow|follows|come|comes {c} lines|rows [,] [the] {i} -th|th|ith [of] [which|them|these] [contains|containing|contain|describing|describes|gives|holds]",
            .rows
        ),
        ("[then|there] [,] {c} lines|rows follow [,] [the] {i} -th|th|ith line|row [of_them]" + englishVerb, .rows),
        (
            "[then] [,] each of the next|following|remaining {c} lines|rows describes|represents|specifies [a|an|one] {word} [:|by|with|and_contains]",
            .rows
        ),
        ("[输入] [文件|数据] 包含|包括|有|共有|共 若干|多 行 [数据] [,|:] 每 [一] 行" + verb, .rowsUntil),
        ("[输入] [文件|数据] [的] 每 [一] 行" + verb + " [直到文件结束]", .eachRow),
        (
            "[then|there] [,] {c} lines|rows follow [,] [the] {i} -th|th|ith [of] [which|them|these] [contains|containing|contain|describing|describes|gives|holds]",
            .rows
        ),
        (
            "on each of the next|following|remaining|last {c} lines|rows [,] [there] [is|are] [you_are_given|given]",
            .rows
        ),
        ("[the] {c} lines|rows after|following that|this|it" + englishVerb + " [each]", .rows),
        (
            "{c} [more|further|additional] lines|rows [follow] [,] [one] [for|per] [each] [of_the] {word} [,|:] [each] [of_them|of_which] [contains|containing|with|consisting_of|such_a_line_contains|such_a_line_starts_with]",
            .rows
        ),
        (
            "[then] [,] {c} lines|rows follow [,] [each] [of] [them|which] [containing|contains|contain|describing|with|consisting] [of]",
            .rows
        ),
        (
            "[then|there] follow|follows {c} lines|rows [,] [each] [of] [them|which] [containing|contains|contain|describing|with|consisting] [of]",
            .rows
        ),
        ("[then] [,] the {i} -th|th of the next|following {c} lines|rows" + englishVerb, .rows),
        ("[then] [,] the {i} -th|th line|row of the next|following {c} lines|rows" + englishVerb, .rows),
        ("{c} lines|rows [,] each|every [line|row] [of_them|of_which] with|containing|consisting_of", .rows),
        ("{c} lines|rows with|containing", .rows),
        ("each [such] line|row" + englishVerb, .eachRow),
        ("such a line|row [contains|consists_of|starts_with|begins_with|holds]", .eachRow),
        (
            "each line|row describes|represents|specifies|gives|is a|one|an {word} [:|by|with|and] [contains|consists_of|it_contains] [of]",
            .eachRow
        ),
        ("each of them|these_lines|those_lines" + englishVerb, .eachRow),
        ("[the] {i} -th|th of these|them|those [lines]" + englishVerb, .eachRow),
        ("[the] {i} -th|th line|row" + englishVerb, .eachRow),
        (
            "[the] input consists|contains of one|several|multiple [or] [more] lines [,] each [of] [which|them] [describes|contains|consists] [a] [sheet|pair] [with|of]",
            .rowsUntil
        ),
    ]

    /// The word for a test case may be one of the story: "each map starts with", "the description of a ship".
    private static let noteworthyCases: [(String, Meaning)] = [
        (
            "each test|testcase [case] is|consists|has|contains|occupies [of] [given] [on|by] [a|one|exactly_one|only_one] [single] line [with|containing|that_contains|of|and_contains]",
            .cases
        ),
        (
            "each test|testcase [case] is [described] [by] [given] [on|in] [{k}|two|three|four|several] [lines] [as_follows] [:]",
            .cases
        ),
        ("[for] each [of_the] test|testcase|data_set|dataset [case] [,] [there] [is|are] [:]", .cases),
        (
            "each [input] data_set|dataset|block|instance|scenario [case] starts|begins|consists|contains|has [of|with] [a|one] [single] [line] [with|containing|that_contains]",
            .cases
        ),
        (
            "[the] description of [a|an|each|one] {word} starts|begins|consists [with|of] [a|one] [single] line [with|containing|that_contains]",
            .cases
        ),
        ("each {word} starts|begins with [a|one] [single] line [with|containing|that_contains]", .cases),
        ("[接下来] 每 组|个 [测试] 数据|用例 [的] 第 一 行 [,] [包含|是|为|有|输入|给出]", .cases),
        ("每 组 [测试] 数据 [占|仅|只|共|有|仅有|只有|包含|为|是] 一 行 [,] [包含|是|为|有|输入|给出]", .cases),
        ("每 组 [测试] 数据 [先] [包含|是|为|有|输入|给出]", .cases),
    ]

    private static let cases: [(String, Meaning)] =
        noteworthyCases
        + NumberWords.english.map { word, _ in
            ("each test|testcase [case] contains|consists|has|is [of] [described] [by] \(word) line|lines", .cases)
        } + [
            (
                "[接下来] [依次] [是|有|输入|给出|共|描述] [{c}] [组] [测试] [数据] [,|:] [对于|其中|对] 每|每一 组|个 [测试] 数据|用例|样例|测试 [,|:] [格式] [如下] [:]",
                .cases
            ),
            ("[接下来] [对于|其中|对] 每|每一 组|个 [测试] 数据|用例|样例|测试 [的] [格式] [如下] [,|:]", .cases),
            ("[接下来] [对于|其中|对] 每|每一 组|个 [测试] 数据|用例|样例|测试 [的] [包含|包括|有|共|占] {k} 行 [,|:|。]", .cases),
            ("[接下来] {c} 组 [测试] 数据 [,|:]", .cases),
            ("for each test|testcase [case] [,|:]", .cases),
            ("[after_that|then] [,] per|for_each|for_every test|testcase [case] [,|:]", .cases),
            (
                "each|every test|testcase [case] starts|begins with a|one|a_single line [with|containing|that_contains|which_contains]",
                .cases
            ),
            (
                "each test|testcase [case] contains|consists|is [of] [described] [by] [{k}] [lines|as_follows] [:|.]",
                .cases
            ),
            ("each test|testcase [case] contains|consists|has [of] {k} lines [:|.]", .cases),
            ("each test|testcase [case] contains|consists|has [of]", .cases),
            (
                "[then] [the] [{c}] [description|descriptions] [of] [the|each] [{c}] test cases|case|testcases follow|follows [.|:]",
                .cases
            ),
            ("[then] {c} test cases follow [.|:]", .cases),
            ("[the] description of [the|each] test case|cases follows|is_as_follows", .cases),
        ]
}
