/// What LaTeX commands and single characters mean to the reader of a statement.
enum LatexCommands {
    static let symbols: [String: Symbol] = [
        "le": .lessOrEqual, "leq": .lessOrEqual, "leqslant": .lessOrEqual, "leqq": .lessOrEqual,
        "ge": .greaterOrEqual, "geq": .greaterOrEqual, "geqslant": .greaterOrEqual, "geqq": .greaterOrEqual,
        "lt": .less, "gt": .greater, "ne": .notEqual, "neq": .notEqual,
        "times": .times, "cdot": .times, "div": .divide, "ast": .times, "bmod": .remainder, "mod": .remainder,
        "dots": .dots, "ldots": .dots, "cdots": .dots, "dotsc": .dots, "dotsb": .dots, "vdots": .dots,
        "sum": .sum, "in": .member, "sim": .tilde, "mid": .bar, "vert": .bar, "lvert": .bar, "rvert": .bar,
        "lfloor": .openFloor, "rfloor": .closeFloor, "frac": .fraction, "dfrac": .fraction, "tfrac": .fraction,
        "lbrace": .openSet, "rbrace": .closeSet, "lbrack": .openBracket, "rbrack": .closeBracket, "prime": .prime,
        "%": .percent, "{": .openSet, "}": .closeSet, "|": .bar, "_": .subscripted,
    ]

    /// Commands that only change how things look.
    static let invisible: Set<String> = [
        "left", "right", "bigl", "bigr", "Bigl", "Bigr", "big", "Big", "displaystyle", "textstyle", "limits",
        ",", ";", "!", ":", " ", "quad", "qquad", "rm", "it", "bf", "tt", "\\", "nolimits", "space", "small",
    ]

    /// Commands whose argument is a name, text, or shown as typed.
    static let styled: Set<String> = [
        "text", "mathrm", "mathit", "mathbf", "operatorname", "textit", "textbf", "mbox", "mathsf", "mathcal",
        "mathbb", "bm", "boldsymbol", "textsf", "textrm",
    ]

    static let typed: Set<String> = ["texttt", "mathtt", "verb"]

    static let functions: Set<String> = ["min", "max", "gcd", "lcm", "log", "lg", "ln", "sqrt"]

    /// Signs written as one character.
    static let characters: [Unicode.Scalar: Symbol] = [
        "≤": .lessOrEqual, "⩽": .lessOrEqual, "≦": .lessOrEqual, "≥": .greaterOrEqual, "⩾": .greaterOrEqual,
        "≧": .greaterOrEqual, "<": .less, "＜": .less, ">": .greater, "＞": .greater, "=": .equal, "＝": .equal,
        "≠": .notEqual, "+": .plus, "＋": .plus, "−": .minus, "×": .times, "·": .times, "⋅": .times, "÷": .divide,
        "/": .divide, "^": .power, "(": .openParenthesis, "（": .openParenthesis, ")": .closeParenthesis,
        "）": .closeParenthesis, "[": .openBracket, "【": .openBracket, "]": .closeBracket, "】": .closeBracket,
        "{": .openBrace, "}": .closeBrace, "|": .bar, "∣": .bar, "｜": .bar, ",": .comma, "，": .wideComma,
        "、": .pause, ";": .semicolon, "；": .semicolon, ":": .colon, "：": .colon, "。": .period, "！": .period,
        "!": .period, "？": .period, "?": .period, "…": .dots, "⋯": .dots, "%": .percent, "％": .percent,
        "—": .dash, "–": .dash, "―": .dash, "∑": .sum, "Σ": .sum, "~": .tilde, "～": .tilde, "∼": .tilde,
        "∈": .member, "\"": .quote, "“": .quote, "”": .quote, "‘": .quote, "’": .prime, "'": .prime,
        "「": .quote, "」": .quote, "『": .quote, "』": .quote, "⌊": .openFloor, "⌋": .closeFloor,
    ]

    static let superscripts: [Unicode.Scalar: Int] = [
        "⁰": 0, "¹": 1, "²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6, "⁷": 7, "⁸": 8, "⁹": 9,
    ]

    /// `&le;` and the like, which web pages leave behind.
    static let entities: [(String, String)] = [
        ("&lt;", "<"), ("&gt;", ">"), ("&le;", "≤"), ("&leq;", "≤"), ("&ge;", "≥"), ("&geq;", "≥"), ("&ne;", "≠"),
        ("&amp;", "&"), ("&nbsp;", " "), ("&times;", "×"), ("&minus;", "−"), ("&hellip;", "…"), ("&quot;", "\""),
    ]
}
