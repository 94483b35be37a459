/// Words that stand for mathematics: sums, lengths, absolute values.
enum TermPhrases {
    enum Meaning: Sendable {
        /// The sum of `{n}` over all test cases, rows or elements.
        case sum
        /// The length of `{n}`.
        case length
        case absolute
        /// The sum of the lengths of `{n}`.
        case lengthSum
        case subject(Term.Subject)
        /// The sum of what the subject says.
        case subjectSum(Term.Subject)
    }

    static let table = PhraseTable<Meaning>([
        (
            "[the] sum|total [sum] of [all] [values] [of] {n} [over|across|in|among] [all] [the] [test|tests] [cases|case|data|testcases] [in|of] [one|a|each|the] [single] [test|file|input] [file|case]",
            .sum
        ),
        (
            "[the] sum|total of [all] [values] [of] {n} over|across all [the] {word} [of|in] [the|one|each] [input|test|file] [file]",
            .sum
        ),
        ("[the] sum of [the] lengths of [all] [strings|words] [{n}]", .subjectSum(.stringLength)),
        (
            "[the] total length of [all] [the] [strings|words] [over_all_test_cases|across_all_test_cases|over_all_the_test_cases|in_all_test_cases|over_all_testcases|in_the_input|in_one_test|in_a_test]",
            .subjectSum(.stringLength)
        ),
        (
            "[the] sum of [the] lengths of [all] [the] [strings|words] [over_all_test_cases|across_all_test_cases|over_all_the_test_cases|in_all_test_cases|over_all_testcases|in_the_input|in_one_test|in_a_test]",
            .subjectSum(.stringLength)
        ),
        ("[所有|全部|单个测试点内|每个测试点|同一测试点内|单个测试点中|各组] [测试] [数据|用例|测试点] [中|内|的] [所有|全部] [的] {n} 之和|总和|的和|的总和|之总和", .sum),
        ("{n} 的长度 之和|总和", .lengthSum),
        ("{n} 的长度|的字符数", .length),
        ("[the] length of [the] [each] [string|strings|word|words|sequence] {n}", .length),
        ("{n} 的绝对值", .absolute),
        ("[the] absolute value of {n}", .absolute),
        ("[所有|全部] [字符串|单词] 总长|总长度|长度之和|的总长度|的长度之和|长度总和", .subjectSum(.stringLength)),
        ("[每个|所有|输入|输入的|该] 字符串|单词|串 [的] [长度均|长度都|长度]", .subject(.stringLength)),
        ("[the] length of [the|each|every|all|any] [input] [string|strings|word|words]", .subject(.stringLength)),
        ("its|whose length", .subject(.stringLength)),
        ("[the] length|lengths of each|both|all of them|these", .subject(.stringLength)),
        ("[the] length|lengths of each|both|all [of] the|these strings|words|names", .subject(.stringLength)),
        ("their lengths|length", .subject(.stringLength)),
        ("[其] 长度", .subject(.stringLength)),
        ("每个数|所有数|每个整数|所有整数|每个元素|所有元素|每个数字|输入的数|输入的整数|数列中的数 [的值] [均|都]", .subject(.everyNumber)),
        ("每个数|所有数|每个整数|所有整数|每个元素|所有元素 的绝对值 [均|都]", .subject(.everyAbsolute)),
        (
            "all|each|every [input|the] [of_the] number|numbers|integer|integers|element|elements|value|values",
            .subject(.everyNumber)
        ),
        ("[测试] 数据组数|组数", .subject(.caseCount)),
        ("[the] number of test cases|testcases", .subject(.caseCount)),
        ("边权|[每条边] [的] 权值|the weights|edge weights", .subject(.edgeWeight)),
    ])
}
