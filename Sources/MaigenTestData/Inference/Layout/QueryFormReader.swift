/// Reads `` `1 x v`：表示… `` and `$2\ l\ r$`: one form of a query, a type token and the names after it.
enum QueryFormReader {
    private static let leading = PhraseTable<Bool>([
        ("格式为|形如|操作|询问|输入|第 {k} 种 操作|询问|类型", true),
        ("操作|类型 {k} [,|:|：]", true),
        ("type {k} [:]", true),
    ])

    static func form(in tokens: [TextToken], statement: Int, evidence: String, startsItem: Bool = false) -> QueryForm? {
        guard !tokens.isEmpty else { return nil }
        var position = 0
        if let (_, match) = leading.match(tokens, at: 0) { position = match.end }
        while position < tokens.count, tokens[position].isSymbol(.colon) || tokens[position].isSymbol(.openParenthesis)
        { position += 1 }
        guard position < tokens.count else { return nil }
        var token: String
        var names: [VariableName] = []
        var end = position + 1
        switch tokens[position].kind {
        case .code(let text):
            let parts = text.split(separator: " ").map(String.init)
            guard let first = parts.first, isTypeToken(first), parts.count > 1 || first.first?.isSign != true else {
                return nil
            }
            token = first
            for part in parts.dropFirst() {
                guard let (name, end) = TermParser.name(in: Tokenizer.tokens(of: "$\(part)$"), at: 0), end > 0 else {
                    return nil
                }
                names.append(name)
            }
            // `` `1` `x` ``: names after a lone type token in code or mathematics.
            if parts.count == 1, let (list, next) = NameList.names(in: tokens, at: end), list.members == nil {
                names = list.names
                end = next
            }
        case .number(let number) where tokens[position].isMathematics && (0...20).contains(number):
            token = "\(number)"
            if let (list, next) = NameList.names(in: tokens, at: end), list.members == nil {
                names = list.names
                end = next
            } else if !startsItem {
                return nil
            }
            if end < tokens.count, tokens[end].isSymbol(.openParenthesis), let close = boundsEnd(tokens, at: end) {
                end = close
            }
        default:
            return nil
        }
        // A form stands by itself: an explanation or the end follows.
        guard end == tokens.count || isExplanation(tokens, at: end) else { return nil }
        if names.isEmpty, end == tokens.count { return nil }
        return QueryForm(token: token, names: names, statement: statement, evidence: evidence)
    }

    /// `(1 ≤ l ≤ r ≤ n)` after the names: comparisons that have been read.
    private static func boundsEnd(_ tokens: [TextToken], at position: Int) -> Int? {
        var index = position + 1
        while index < tokens.count {
            switch tokens[index].kind {
            case .chain, .read, .symbol(.comma), .symbol(.semicolon): index += 1
            case .symbol(.closeParenthesis): return index + 1
            default: return nil
            }
        }
        return nil
    }

    /// Types are numbers or words in capitals: `1`, `Q`, `ADD`; a lower-case word only where names follow.
    private static func isTypeToken(_ text: String) -> Bool {
        if let number = Int(text) { return (0...20).contains(number) }
        if text.count == 1, text.first!.isSign { return true }
        return !text.isEmpty && text.count <= 12 && text.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") }
            && (text.contains { $0.isUppercase } || text.count > 1)
    }

    private static let explanations = PhraseTable<Bool>([
        (":|,|表示|代表|询问|查询|将|把|—|for|means|denotes|represents|is|asks|where|(|-", true)
    ])

    private static func isExplanation(_ tokens: [TextToken], at position: Int) -> Bool {
        explanations.match(tokens, at: position) != nil || tokens[position].kind == .symbol(.dash)
    }
}

extension Character {
    /// A sign that may be the type of a query: `+ x`.
    fileprivate var isSign: Bool { "+-?!*=<>#".contains(self) }
}
