/// How many digits stand after the point.
enum DecimalPhrases {
    static let table = PhraseTable<ClosedRange<Int>>(
        (NumberWords.chinese.map { ($0.0, $0.1) } + NumberWords.english.map { ($0.0, $0.1) }
            + (1...9).map { ("\($0)", $0) })
            .flatMap { word, count in
                [
                    ("[并且|且] [{names}] 恰好|恰|保留|精确到|均为|都有|有|保留到 [有] [小数点后] \(word) 位小数|位", count...count),
                    ("[{names}] [小数点后] [均] 最多|至多|不超过|≤ [有] [小数点后] [有] \(word) 位小数|位", 0...count),
                    ("[{names}] 最多|至多 [保留|含|带|有] \(word) 位 小数", 0...count),
                    ("[小数点后|小数部分] 恰|恰好|正好 [有] \(word) 位 [小数]", count...count),
                    ("小数点后 [恰好] [有] \(word) 位 [小数]", count...count),
                    (
                        "[given] [with] exactly \(word) digit|digits|decimals|decimal [after|places|digits] [the] [decimal] [point]",
                        count...count
                    ),
                    (
                        "[given] [with] at_most|up_to|no_more_than|≤ \(word) digit|digits|decimals|decimal [after|places|digits] [the] [decimal] [point]",
                        0...count
                    ),
                ]
            })
}
