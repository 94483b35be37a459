/// Phrases that say for which tests the bounds beside them hold.
enum ScopePhrases {
    enum Meaning: Sendable {
        /// `{p}` percent of the tests.
        case percent
        case all
        case part
    }

    static let table = PhraseTable<Meaning>([
        (
            "[另外|另|还|其中] [对于|对|有|在|前] [另外|前|另] {p} % [的] 数据|测试数据|测试点|分数|评测用例|测试用例|输入数据|分|样例|的数据 [中|里] [,] [满足|保证|有]",
            .percent
        ),
        (
            "[for|in|on] [tests|test] [worth|cases] [another|additional|other] {p} % [of] [the] [test|tests|data|points|score|cases|total] [data|cases|points|tests] [,]",
            .percent
        ),
        ("[另外|另|还|其中] [对于|对|有|在] 一|两|三|四|五|六|七|八|九 成 [的] 数据|测试数据|测试点|分数|评测用例", .part),
        ("[另外|另|还|其中] [对于|对|有|在] 一半|半数 [的] 数据|测试数据|测试点|分数|评测用例", .part),
        ("in|for half of [the] tests|test|cases [cases]", .part),
        ("对于|对|在 所有|全部|全体|每个|每一个 [的] [测试] [数据|测试点|评测用例|用例|输入|样例]", .all),
        ("for|in|on all|every [of] [the] tests|test [cases|data|case|points]", .all),
        ("subtask|group|子任务 {p}", .part),
        ("测试点 {p} [~|-|至|到] [{q}]", .part),
        ("[for] test|tests {p} [to|-|~] [{q}]", .part),
        ("[对于] 特殊性质 [{p}]", .part),
        ("部分分|子任务|subtasks", .part),
        ("( {p} points|pts|分 ) [:]", .part),
        ("{p} 分 :", .part),
        ("[subtask] {p} ( {q} points|pts|分 ) [:]", .part),
        ("no additional|further|extra|special constraints|restrictions|limits [apply]", .part),
        ("没有|无 [其他|其它] 特殊|附加|额外 限制|性质|约束", .part),
    ])
}
