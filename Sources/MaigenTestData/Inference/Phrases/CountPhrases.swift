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
        ("[there] [is|are|will_be|exists|contains] ≥ one|1 operation|query|request|event of [the] type {k}", .atLeastOne),
        ("[there] [is|are|will_be|exists|contains] ≥ one|1 {k} operation|query|request|event|record", .atLeastOne),
        ("[保证] [有|存在] ≥ 一|1 次|个|条 操作|询问|类型 {k}", .atLeastOne),
        ("[保证] [有|存在] ≥ 一|1 次|个|条 第 {k} 类|种 [的] 操作|询问", .atLeastOne),
        ("[保证] [有|存在] ≥ 一|1 次|个|条 {k} [类|类型] [的] 操作|询问|记录|指令", .atLeastOne),
        ("[保证] [有|存在] ≥ 一|1 次|个|条 类型为 {k} 的 操作|询问", .atLeastOne),
    ])

    static func feature(in tokens: [TextToken], at position: Int) -> (Feature, Int)? {
        guard let (meaning, match) = table.match(tokens, at: position), let term = match.terms["k"] else { return nil }
        switch meaning {
        case .atMostRows:
            guard let number = term.constant else { return nil }
            return (.atMostRows(number), match.end)
        case .atLeastOne:
            if let number = term.constant { return (.atLeastOne("\(number)"), match.end) }
            guard case .name(let name) = term, name.subscripts.isEmpty else { return nil }
            return (.atLeastOne(name.base), match.end)
        }
    }
}
