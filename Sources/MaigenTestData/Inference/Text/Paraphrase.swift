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
        (ranges + lengths + origins + scopes).map { ($0, Wording($1)) })

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
        ("string|word|name of length between {a} and {b} [,] [inclusive] [,]", "string whose length is in the range [ {a} , {b} ] ,"),
        ("strings|words|names of length between {a} and {b} [,] [inclusive] [,]", "strings whose length is in the range [ {a} , {b} ] ,"),
        ("string|word|name of length in the range [ {a} , {b} ]", "string whose length is in the range [ {a} , {b} ] ,"),
        ("string|word|name of length from {a} to {b} [,] [inclusive] [,]", "string whose length is in the range [ {a} , {b} ] ,"),
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
        ("the following [additional] constraints|conditions|limits hold|apply :", ""),
        ("the input satisfies the following constraints|conditions :", ""),
    ]

    /// "If i ≠ j, then a_i ≠ a_j": that different elements are meant.
    private static let subscripts = PhraseTable<Bool>([
        ("if {i} ≠ {j} , [then]", true), ("for [all] {i} ≠ {j} ,", true), ("当|若 {i} ≠ {j} 时 ,", true),
    ])

    private static func sayWhichElements(_ match: Phrase.Match) -> Bool {
        match.terms["i"] == .name(VariableName("i")) && match.terms["j"] == .name(VariableName("j"))
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
                position += 1
                continue
            }
            result += wording.tokens(match)
            position = match.end
        }
        return result
    }
}
