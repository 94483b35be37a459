/// Brings wordings that mean the same to one form before any rule reads them, so that rules know one form only.
///
/// A paraphrase may drop words only where they say nothing of the input, or say again what stands beside them.
enum Paraphrase {
    /// What stands in place of a wording: tokens of the template, with `{a}` for what was matched.
    private struct Wording: Sendable {
        var parts: [Part]

        enum Part: Sendable {
            case token(TextToken)
            case term(String)
        }

        init(_ template: String) {
            parts = template.split(separator: " ").flatMap { word -> [Part] in
                if word.hasPrefix("{"), word.hasSuffix("}") { return [.term(String(word.dropFirst().dropLast()))] }
                return Tokenizer.tokens(of: String(word)).map { .token($0) }
            }
        }

        func tokens(_ match: Phrase.Match) -> [TextToken] {
            parts.flatMap { part -> [TextToken] in
                switch part {
                case .token(let token): return [token]
                case .term(let slot): return match.terms[slot].map { [Self.token($0)] } ?? []
                }
            }
        }

        private static func token(_ term: Term) -> TextToken {
            if let value = term.constant, value >= 0 { return TextToken(kind: .number(value), text: "\(value)") }
            if case .name(let name) = term, name.subscripts.isEmpty {
                return TextToken(kind: .name(name.base), text: name.base)
            }
            return TextToken(kind: .term(term), text: term.shown)
        }
    }

    private static let table = PhraseTable<Wording>(
        (ranges + lengths + lines + origins + scopes).map { ($0, Wording($1)) })

    /// Ranges written with dots or a dash.
    private static let ranges: [(String, String)] = [
        ("in|within [the] range|interval [of] [from] {a} …|-|– {b} [inclusive]", "in the range [ {a} , {b} ]"),
        ("in|within [the] range|interval [of] {a} to|through {b} [inclusive]", "in the range [ {a} , {b} ]"),
        ("in|within [the] range|interval [ {a} … {b} ]", "in the range [ {a} , {b} ]"),
        ("in|within [the] range|interval [of] [from] {a} to|through {b} [inclusive]", "in the range [ {a} , {b} ]"),
        ("in|within [the] range|interval between {a} and {b} [inclusive]", "in the range [ {a} , {b} ]"),
        ("in|within [the] inclusive range|interval [ {a} , {b} ]", "in the range [ {a} , {b} ]"),
        // Both ends belong to a range unless the statement says otherwise.
        ("( 包括|包含|含 [端点|两端|两端点|边界] )", ""),
        ("( 包括|包含|含 {a} 和|与|、|及 {b} )", ""),
        ("( [both] [ends|bounds] inclusive )", ""), ("( including {a} and {b} )", ""),
    ]

    /// The length of a string beside its noun.
    private static let lengths: [(String, String)] = [
        ("( 不含|不包含|没有|无|中间没有|其中没有 空格 )", ""),
        (
            "string|word|name of length between {a} and {b} [,] [inclusive] [,]",
            "string whose length is in the range [ {a} , {b} ] ,"
        ),
        (
            "strings|words|names of length between {a} and {b} [,] [inclusive] [,]",
            "strings whose length is in the range [ {a} , {b} ] ,"
        ),
        (
            "string|word|name of length in the range [ {a} , {b} ]",
            "string whose length is in the range [ {a} , {b} ] ,"
        ),
        (
            "string|word|name of length from {a} to {b} [,] [inclusive] [,]",
            "string whose length is in the range [ {a} , {b} ] ,"
        ),
    ]

    /// Numbers of lines in words.
    private static let lines: [(String, String)] = [
        ("[从] 第 一|二|三|四|五 行 起|开始 [,] [的] {b} 行", "接下来 {b} 行"),
        ("第 二 行 到|至|~|-|— 第 {b} 行", "第 2 行 到 第 {b} 行"), ("第 三 行 到|至|~|-|— 第 {b} 行", "第 3 行 到 第 {b} 行"),
        ("第 四 行 到|至|~|-|— 第 {b} 行", "第 4 行 到 第 {b} 行"),
    ]

    /// Where the input comes from and goes to.
    private static let origins: [(String, String)] = [
        ("从标准输入 [流] [中] 读入|读取|输入 [以下] 数据|内容", ""), ("从标准输入 [流] [中] 读入|读取", ""),
        ("[read] from [the] standard input", ""), ("on [the] standard input", ""),
        ("the standard input", "the input"),
    ]

    /// Words before a bound that only call it one.
    private static let scopes: [(String, String)] = [
        ("additional constraint|constraints on the input :", ""), ("additional constraint|constraints :", ""),
        ("pairs of integers", "two integers"), ("triples of integers", "three integers"),
        ("the following [additional] constraints|conditions|limits hold|apply :", ""),
        ("the input satisfies the following constraints|conditions :", ""),
    ]

    /// "If i ≠ j, then a_i ≠ a_j": that different elements are meant.
    private static let subscripts = PhraseTable<Bool>([
        ("if {i} ≠ {j} , [then]", true), ("for [all] {i} ≠ {j} ,", true), ("当|若 {i} ≠ {j} 时 ,", true),
        ("for all|each|every|any {i} [,] it_holds|we_have [that]", true), ("for all|each|every|any {i} :", true),
    ])

    private static func sayWhichElements(_ match: Phrase.Match) -> Bool {
        match.terms["i"] == .name(VariableName("i")) && [nil, .name(VariableName("j"))].contains(match.terms["j"])
    }

    /// "`#` (a shelf)": where the words end that only tell what a character stands for.
    private static func glossEnd(_ tokens: [TextToken], after position: Int) -> Int? {
        guard case .code(let text) = tokens[position].kind, text.count == 1, position + 1 < tokens.count,
            tokens[position + 1].isSymbol(.openParenthesis)
        else { return nil }
        var index = position + 2
        while index < tokens.count, index - position < 10, tokens[index].isWord {
            if AlarmPhrases.alarmsInTail(tokens, at: index) { return nil }
            index += 1
        }
        return index < tokens.count && tokens[index].isSymbol(.closeParenthesis) ? index + 1 : nil
    }

    static func folded(_ tokens: [TextToken]) -> [TextToken] {
        var result: [TextToken] = []
        var position = 0
        while position < tokens.count {
            if let (_, match) = subscripts.match(tokens, at: position), sayWhichElements(match) {
                position = match.end
                continue
            }
            guard let (wording, match) = table.match(tokens, at: position) else {
                result.append(tokens[position])
                position = glossEnd(tokens, after: position) ?? position + 1
                continue
            }
            result += wording.tokens(match)
            position = match.end
        }
        return result
    }
}
