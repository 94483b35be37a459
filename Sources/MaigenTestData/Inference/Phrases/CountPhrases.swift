/// Phrases with a number that becomes part of the fact.
enum CountPhrases {
    private enum Meaning: Sendable { case atMostRows, atLeastOne }

    private static let table = PhraseTable<Meaning>([
        (
            "[the] input contains|has|consists_of ≤ {k} sheets|lines|rows|records|data_sets|datasets|test_cases|cases|pairs|queries|items",
            .atMostRows
        ),
        ("[there] are|will_be ≤ {k} lines|rows|records|data_sets|datasets|test_cases|cases", .atMostRows),
        ("[测试] 数据 [组数] ≤ {k} 组", .atMostRows),
        ("[至多|最多] ≤ {k} 组 [测试] [数据]", .atMostRows),
        ("there ≥ one operation|query|request of type {k}", .atLeastOne),
        ("there will be ≥ one operation|query|request of type {k}", .atLeastOne),
        ("there exists ≥ one operation|query|request of type {k}", .atLeastOne),
        ("[保证] [至少] [有|存在] ≥ 一 次|个 操作|询问 {k}", .atLeastOne),
        ("[保证] 至少有|至少存在|存在至少 一 次|个 操作|询问|类型 {k}", .atLeastOne),
        ("[保证] 至少有|至少存在|存在至少 一 次|个 第 {k} 类|种 操作|询问", .atLeastOne),
        ("[保证] 至少有|至少存在|存在至少 一 次|个 类型为 {k} 的 操作|询问", .atLeastOne),
    ])

    static func feature(in tokens: [TextToken], at position: Int) -> (Feature, Int)? {
        guard let (meaning, match) = table.match(tokens, at: position), let number = match.terms["k"]?.constant else {
            return nil
        }
        switch meaning {
        case .atMostRows: return (.atMostRows(number), match.end)
        case .atLeastOne: return (.atLeastOne("\(number)"), match.end)
        }
    }
}
