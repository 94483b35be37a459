/// One unit of a statement's text: a word, a Chinese character, a number, a name or a sign.
struct TextToken: Sendable, Hashable {
    var kind: Kind
    /// As written, for quotations.
    var text: String
    /// Stood between dollar signs or in `\( … \)`.
    var isMathematics = false

    enum Kind: Sendable, Hashable {
        /// An English word in lower case, or one Chinese character.
        case word(String)
        case number(Int128)
        /// A number with a point, as written.
        case decimal(String)
        /// The name of a variable: letters inside mathematics, single letters outside.
        case name(String)
        case symbol(Symbol)
        /// Inline code, as written.
        case code(String)
        /// A chain of comparisons that has been read; the number of its place in `Reading.chains`.
        case chain(Int)
        /// Words that stand for a piece of mathematics: "the length of s".
        case term(Term)
        /// A phrase that has been turned into a fact.
        case read
    }
}

/// Signs of mathematics and punctuation, however they are written.
enum Symbol: String, Sendable, Hashable {
    case lessOrEqual = "≤"
    case less = "<"
    case greaterOrEqual = "≥"
    case greater = ">"
    case equal = "="
    case notEqual = "≠"
    case plus = "+"
    case minus = "-"
    case times = "×"
    case divide = "/"
    case remainder = "mod"
    case power = "^"
    case subscripted = "_"
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    /// Groups in LaTeX; not visible on paper.
    case openBrace = "{"
    case closeBrace = "}"
    /// A brace that is visible on paper.
    case openSet = "\\{"
    case closeSet = "\\}"
    case openFloor = "⌊"
    case closeFloor = "⌋"
    case bar = "|"
    case comma = ","
    /// The Chinese full-width comma, which never joins the members of `1 ≤ n, m`.
    case wideComma = "，"
    case pause = "、"
    case semicolon = ";"
    case colon = ":"
    case period = "."
    case dots = "…"
    case percent = "%"
    case dash = "—"
    case sum = "∑"
    case tilde = "~"
    case member = "∈"
    case fraction = "\\frac"
    case quote = "\""
    case prime = "'"
    /// A sign no rule knows; its text tells which.
    case unknown = "�"

    var isComparison: Bool {
        switch self {
        case .lessOrEqual, .less, .greaterOrEqual, .greater, .equal, .notEqual: true
        default: false
        }
    }

    var comparison: Condition.Comparison? {
        switch self {
        case .lessOrEqual: .lessOrEqual
        case .less: .less
        case .greaterOrEqual: .greaterOrEqual
        case .greater: .greater
        case .equal: .equal
        case .notEqual: .notEqual
        default: nil
        }
    }
}

extension TextToken {
    func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }

    /// Whether a term or a name can start here.
    var mayBeginTerm: Bool {
        switch kind {
        case .number, .decimal, .name, .term, .code: true
        case .word(let word): Expression.NumberFunction(rawValue: word) != nil
        case .symbol(let symbol):
            switch symbol {
            case .openParenthesis, .openBrace, .openFloor, .bar, .minus, .plus, .sum, .fraction: true
            default: false
            }
        case .chain, .read: false
        }
    }

    var isWord: Bool {
        if case .word = kind { return true }
        return false
    }

    /// A word, also one that has been read for what else it says: "roads".
    var plainWord: String? {
        switch kind {
        case .word(let word): word
        case .read where !text.contains(" ") && text.allSatisfy(\.isLetter): text.lowercased()
        default: nil
        }
    }

    /// A number, a name or code as the type of a query.
    var typeToken: String? {
        switch kind {
        case .code(let text): text
        case .number(let number): "\(number)"
        case .name(let name): name
        default: nil
        }
    }

    /// One Chinese character.
    var isHan: Bool { isWord && text.unicodeScalars.first?.isHan == true }

    var isComparison: Bool {
        guard case .symbol(let symbol) = kind else { return false }
        return symbol.isComparison
    }
}

extension Array where Element == TextToken {
    /// The tokens as a person would write them.
    var quoted: String {
        var result = ""
        var previousEndsInWord = false
        for token in self where !token.text.isEmpty {
            let first = token.text.first!
            let startsInWord = first.isASCII && (first.isLetter || first.isNumber || first == "(" || first == "`")
            if previousEndsInWord && startsInWord { result += " " }
            result += token.text
            let last = token.text.last!
            previousEndsInWord = last.isASCII && (last.isLetter || last.isNumber || ",.;:)`".contains(last))
        }
        return result
    }
}
