/// Phrases with a number that becomes part of the fact.
enum CountPhrases {
    private enum Meaning: Sendable { case atMostRows, atLeastOne }

    private static let table = PhraseTable<Meaning>([
        (
            "[the] input contains|has|consists_of ≤ {k} sheets|lines|rows|records|data_sets|datasets|test_cases|cases|pairs|queries|items",
            .atMostRows
        ),
        ("[there] [is|are|will_be] ≤ {k} test_cases|testcases|data_sets|datasets", .atMostRows),
        ("there [is|are|will_be] ≤ {k} lines|rows|records|data_sets|datasets|test_cases|cases", .atMostRows),
        (
            "there [is|are|will_be] ≤ {k} [such] [lines|rows|records|data_sets|datasets|test_cases|cases|pairs|queries|items] in [the|a|each] [input|file] [file]",
            .atMostRows
        ),
        ("[the] number of lines|rows|records|data_sets|datasets|test_cases|cases ≤ {k}", .atMostRows),
        ("with ≤ {k} lines|rows|records|data_sets|datasets|test_cases|cases", .atMostRows),
        ("[测试] 数据 [组数] ≤ {k} 组", .atMostRows),
        ("[输入] [数据] [的] [总] 行数 ≤ {k} [行]", .atMostRows),
        ("[至多|最多] ≤ {k} 组 [测试] [数据]", .atMostRows),
        (
            "[there] [is|are|will_be|exists|contains] ≥ one|1 operation|query|request|event of [the] type {token}",
            .atLeastOne
        ),
        (
            "[there] [is|are|will_be|exists|contains] ≥ one|1 {token} operation|query|request|event|record|command",
            .atLeastOne
        ),
        ("[保证] [有|存在] ≥ 一|1 次|个|条 操作|询问|类型 {token}", .atLeastOne),
        ("[保证] [有|存在] ≥ 一|1 次|个|条 第 {token} 类|种 [的] 操作|询问|指令", .atLeastOne),
        ("[保证] [有|存在] ≥ 一|1 次|个|条 {token} [类|类型] [的] 操作|询问|记录|指令|命令|查询", .atLeastOne),
        ("[保证] [有|存在] ≥ 一|1 次|个|条 类型为 {token} 的 操作|询问", .atLeastOne),
    ])

    static func feature(in tokens: [TextToken], at position: Int) -> (Feature, Int)? {
        guard let (meaning, match) = table.match(tokens, at: position) else { return nil }
        switch meaning {
        case .atMostRows: return match.terms["k"]?.constant.map { (.atMostRows($0), match.end) }
        case .atLeastOne: return match.words.first.map { (.atLeastOne($0), match.end) }
        }
    }
}
