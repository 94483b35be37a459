/// Reads a form of a query told as a condition: "若第一个数为 1，则后面跟着三个整数 l, r, v", "if the type is 2, one
/// integer x follows".
enum ConditionalFormReader {
    private static let openings = PhraseTable<Bool>([
        ("若|如果|当 [第一个数|第一个整数|第一个字符|操作类型|类型|操作编号|操作] 为|是|= {k} [时] [,] [则|那么]", true),
        ("若|如果|当 {x} 为|是|= {k} [时] [,] [则|那么]", true),
        ("if|when the [first] number|integer|type|character is|equals {k} [,] [then]", true),
        ("if|when {x} is|=|equals {k} [,] [then]", true),
    ])
    private static let followings = PhraseTable<Bool>([
        ("[后面|接下来|同一行|这一行|其后|此后|随后|接着] [会] [还] [跟着|跟|有|给出|输入|跟有|接着] [另外|还有]", true),
        ("[the] [rest] [of] [the] [line] [is] [followed_by|contains|there_are|there_follow|it_is_followed_by]", true),
    ])

    static func form(in tokens: [TextToken], statement: Int, evidence: String) -> QueryForm? {
        guard let (_, opening) = openings.match(tokens, at: 0), let token = opening.terms["k"]?.constant else {
            return nil
        }
        let start = followings.match(tokens, at: opening.end)?.match.end ?? opening.end
        guard let (entry, end) = ContentReader(tokens: tokens, statement: statement, isExpected: true).entry(at: start),
            !entry.names.isEmpty, entry.members == nil, entry.count?.constant == Int128(entry.names.count),
            start > opening.end || tokens.count > end && ["follow", "follows"].contains(tokens[end].text)
        else { return nil }
        guard
            end == tokens.count
                || !tokens[end...].indices.contains(where: { AlarmPhrases.alarmsInTail(tokens, at: $0) })
        else { return nil }
        return QueryForm(token: "\(token)", names: entry.names, statement: statement, evidence: evidence)
    }
}
