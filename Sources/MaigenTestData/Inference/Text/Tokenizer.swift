/// Turns one logical line of Markdown with LaTeX into tokens, so that `$1\le n\le 10^5$`, `1≤n≤10^5` and
/// `1 <= n <= 1e5` become the same.
struct Tokenizer {
    private let scalars: [Unicode.Scalar]
    private let hasHan: Bool
    private let nesting: Int
    private var position = 0
    private var isMathematics = false
    private var tokens: [TextToken] = []

    /// - Parameter nesting: how many arguments of commands the line is inside of. Deep ones stay unread: no statement has
    ///   any, unless it was written to overflow the stack.
    static func tokens(of line: String, nesting: Int = 0) -> [TextToken] {
        var text = line
        if text.contains("&") {
            for (entity, sign) in LatexCommands.entities {
                text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: sign)
            }
        }
        var tokenizer = Tokenizer(scalars: Array(text.unicodeScalars), nesting: nesting)
        tokenizer.run()
        return tokenizer.tokens
    }

    private init(scalars: [Unicode.Scalar], nesting: Int) {
        self.scalars = scalars
        self.nesting = nesting
        hasHan = scalars.contains { $0.isHan }
    }

    private mutating func run() {
        while position < scalars.count { step() }
    }

    private mutating func step() {
        let scalar = scalars[position]
        switch scalar {
        case _ where scalar.properties.isWhitespace || scalar.value == 0x200B:
            position += 1
        case "$":
            isMathematics.toggle()
            position += peek(1) == "$" ? 2 : 1
        case "\\":
            backslash()
        case "`":
            code()
        case "'", "\"", "“", "‘":
            quotation(scalar)
        case _ where scalar.isDigit:
            number()
        case _ where scalar.isASCIILetter:
            letters()
        case _ where scalar.isHan:
            append(.word(String(scalar)), String(scalar))
            position += 1
        case _ where scalar.isGreek && LatexCommands.characters[scalar] == nil:
            append(.name(String(scalar)), String(scalar))
            position += 1
        case "*":
            star()
        case "_":
            underscore()
        case "-":
            hyphen()
        case "<", ">", "!", "=":
            comparison()
        case ".":
            point()
        case "~":
            // An unbreakable space in LaTeX, a range in text.
            position += 1
            if !isMathematics { append(.symbol(.tilde), "~") }
        default:
            other(scalar)
        }
    }

    private mutating func append(_ kind: TextToken.Kind, _ text: String) {
        tokens.append(TextToken(kind: kind, text: text, isMathematics: isMathematics))
    }

    private func peek(_ offset: Int) -> Unicode.Scalar? {
        let index = position + offset
        return index >= 0 && index < scalars.count ? scalars[index] : nil
    }

    // MARK: numbers

    private mutating func number() {
        var digits = takeDigits()
        // 100,000 and 100 000 and 100{,}000
        while let width = groupSeparator(after: digits) {
            position += width
            digits += takeDigits()
        }
        if peek(0) == ".", let next = peek(1), next.isDigit {
            position += 1
            let fraction = takeDigits()
            append(.decimal("\(digits).\(fraction)"), "\(digits).\(fraction)")
            return
        }
        let text = digits
        guard var value = Int128(digits) else {
            append(.symbol(.unknown), digits)
            return
        }
        if peek(0) == "e" || peek(0) == "E", let next = peek(1),
            next.isDigit || (next == "+" && peek(2)?.isDigit == true)
        {
            let start = position
            position += next == "+" ? 2 : 1
            let exponent = takeDigits()
            if let power = Int(exponent), power <= 36, peek(0)?.isASCIILetter != true {
                for _ in 0..<power { value = value.multipliedReportingOverflow(by: 10).partialValue }
                append(.number(value), "\(text)e\(exponent)")
                return
            }
            position = start
        }
        // 10万, 1 亿, 10 million
        let start = position
        while peek(0) == " " { position += 1 }
        if let han = peek(0), let factor = Self.hanFactors[han] {
            position += 1
            append(.number(value * factor), text + String(han))
            return
        }
        for (word, factor) in Self.wordFactors where matches(word) {
            position += word.unicodeScalars.count
            append(.number(value * factor), "\(text) \(word)")
            return
        }
        position = start
        append(.number(value), text)
        var exponent = 0
        var hasExponent = false
        while let scalar = peek(0), let digit = LatexCommands.superscripts[scalar] {
            exponent = exponent * 10 + digit
            hasExponent = true
            position += 1
        }
        if hasExponent {
            append(.symbol(.power), "^")
            append(.number(Int128(exponent)), "\(exponent)")
        }
    }

    private static let hanFactors: [Unicode.Scalar: Int128] = ["百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000]
    private static let wordFactors: [(String, Int128)] = [
        ("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000),
    ]

    private func matches(_ word: String) -> Bool {
        for (offset, scalar) in word.unicodeScalars.enumerated() where peek(offset) != scalar { return false }
        return true
    }

    private mutating func takeDigits() -> String {
        var digits = ""
        while let scalar = peek(0), scalar.isDigit, digits.count < 60 {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        return digits
    }

    /// The width of a separator between groups of three digits: only before `000`, so that `[1,100]` stays a pair.
    private func groupSeparator(after digits: String) -> Int? {
        guard digits.count <= 3 || digits.count % 3 == 0 || digits.count > 3, digits.first != "0" else { return nil }
        let separators = [",", " ", "{,}", "\\,", "\\ ", "\u{2009}", "\u{00A0}", "'"]
        for separator in separators where matches(separator) {
            let width = separator.unicodeScalars.count
            let isGroup = (0..<3).allSatisfy { peek(width + $0) == "0" } && peek(width + 3)?.isDigit != true
            // "[1,000]" reads as one number only outside brackets.
            let isInBrackets = tokens.last?.isSymbol(.openBracket) == true || tokens.last?.isSymbol(.openSet) == true
            if isGroup && !isInBrackets { return width }
        }
        return nil
    }

    // MARK: words and names

    private mutating func letters() {
        let start = position
        while let scalar = peek(0), scalar.isASCIILetter || scalar.isDigit { position += 1 }
        if !isMathematics {
            // space-separated, i-th; not n-1
            while peek(0) == "-", let next = peek(1), next.isASCIILetter, peek(2)?.isASCIILetter == true,
                position - start > 1
            {
                position += 1
                while let scalar = peek(0), scalar.isASCIILetter { position += 1 }
            }
        }
        let run = String(String.UnicodeScalarView(scalars[start..<position]))
        if isMathematics || isName(run, from: start) {
            nameRun(run)
        } else {
            append(.word(run.lowercased()), run)
        }
    }

    /// `x1` is a name of its own outside mathematics; inside, letters and digits are kept together too (`x1`), as
    /// nobody multiplies in that order.
    private mutating func nameRun(_ run: String) {
        if isMathematics, let function = LatexCommands.functions.first(where: { $0 == run }) {
            append(.word(function), run)
        } else if run == "mod" {
            append(.symbol(.remainder), run)
        } else {
            append(.name(run), run)
        }
    }

    private func isName(_ run: String, from start: Int) -> Bool {
        let before = start > 0 ? scalars[start - 1] : " "
        let after = peek(0) ?? " "
        if after == "_", let next = peek(1), next.isASCIILetter || next.isDigit || next == "{" { return true }
        if ["min", "max", "gcd", "mod"].contains(run) { return false }
        let isShort = run.count == 1 || (run.count <= 3 && run.dropFirst().allSatisfy(\.isNumber))
        if hasHan {
            if before.isHan || after.isHan || isShort {
                return !Self.acronyms.contains(run.lowercased()) && run.count <= 6
            }
            return false
        }
        guard isShort else { return false }
        guard run == "a" || run == "A" || run == "I" else { return true }
        // The article is followed by a word; the variable by a sign or by one of a few words.
        var index = position
        while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
        guard index < scalars.count, scalars[index].isASCIILetter else { return true }
        var word = ""
        while index < scalars.count, scalars[index].isASCIILetter {
            word.unicodeScalars.append(scalars[index])
            index += 1
        }
        return Self.wordsAfterAName.contains(word)
    }

    private static let acronyms: Set<String> = [
        "dag", "eof", "ascii", "lca", "mst", "yes", "no", "and", "or", "bfs", "dfs", "xor", "id", "oi", "acm", "cin",
        "int", "long", "std", "note", "char", "string", "scanf", "lf", "cr",
    ]
    private static let wordsAfterAName: Set<String> = ["and", "denotes", "is", "are", "denoting", "or", "does"]

    // MARK: signs

    private mutating func backslash() {
        position += 1
        guard let next = peek(0) else { return }
        guard next.isASCIILetter else {
            let text = String(next)
            position += 1
            switch text {
            case "(", "[": isMathematics = true
            case ")", "]": isMathematics = false
            default:
                if let symbol = LatexCommands.symbols[text], isMathematics {
                    append(.symbol(symbol), symbol.rawValue)
                } else if !LatexCommands.invisible.contains(text) && !isMathematics {
                    position -= 1
                    if ["$", "`", "*", "_", "\\"].contains(text) { position += 1 } else { step() }
                }
            }
            return
        }
        let start = position
        while let scalar = peek(0), scalar.isASCIILetter { position += 1 }
        let command = String(String.UnicodeScalarView(scalars[start..<position]))
        if LatexCommands.invisible.contains(command) { return }
        if let symbol = LatexCommands.symbols[command] {
            append(.symbol(symbol), symbol.rawValue.hasPrefix("\\") ? "" : symbol.rawValue)
        } else if LatexCommands.functions.contains(command) {
            append(.word(command), command)
        } else if LatexCommands.typed.contains(command), let argument = bracedArgument() {
            append(.code(argument), argument)
        } else if LatexCommands.styled.contains(command), let argument = bracedArgument() {
            styled(argument)
        } else if command == "infty" {
            append(.symbol(.unknown), "∞")
        } else {
            append(.name(command), command)
        }
    }

    /// `\text{len}` is a name; `\text{ and }` is words.
    private mutating func styled(_ argument: String) {
        let trimmed = argument.trimmedBlanks
        if !trimmed.isEmpty, trimmed == argument, trimmed.unicodeScalars.allSatisfy({ $0.isASCIILetter || $0.isDigit }),
            !["and", "or", "for", "where", "mod", "with"].contains(trimmed)
        {
            nameRun(trimmed)
        } else if nesting < 8 {
            tokens += Tokenizer.tokens(of: argument, nesting: nesting + 1)
        } else {
            append(.symbol(.unknown), argument)
        }
    }

    private mutating func bracedArgument() -> String? {
        guard peek(0) == "{" else { return nil }
        var depth = 0
        var index = position
        while index < scalars.count {
            if scalars[index] == "{" { depth += 1 }
            if scalars[index] == "}" { depth -= 1 }
            if depth == 0 { break }
            index += 1
        }
        guard index < scalars.count else { return nil }
        let argument = String(String.UnicodeScalarView(scalars[(position + 1)..<index]))
        position = index + 1
        return argument
    }

    private mutating func code() {
        var width = 1
        while peek(width) == "`" { width += 1 }
        var index = position + width
        while index < scalars.count,
            !(0..<width).allSatisfy({ index + $0 < scalars.count && scalars[index + $0] == "`" })
        {
            index += 1
        }
        guard index < scalars.count else {
            append(.symbol(.unknown), "`")
            position += 1
            return
        }
        var content = String(String.UnicodeScalarView(scalars[(position + width)..<index]))
        if content.count > 1 { content = content.trimmedBlanks }
        position = index + width
        // `1 <= n <= 100` is mathematics in a typewriter face.
        if nesting < 8, content.contains("<=") || content.contains("≤") || content.contains(">=") {
            tokens += Tokenizer.tokens(of: "$" + content + "$", nesting: nesting + 1)
        } else {
            append(.code(content), "`\(content)`")
        }
    }

    /// `'#'` and `"YES"` are shown as typed; other quotation marks are signs.
    private mutating func quotation(_ opening: Unicode.Scalar) {
        let closings: Set<Unicode.Scalar> = ["'", "\"", "”", "’"]
        let before = peek(-1) ?? " "
        if !isMathematics, !before.isASCIILetter {
            var index = position + 1
            while index < scalars.count, index - position <= 12, scalars[index].isASCII {
                if closings.contains(scalars[index]), index > position + 1 { break }
                index += 1
            }
            if index < scalars.count, index - position <= 12, closings.contains(scalars[index]) {
                let content = String(String.UnicodeScalarView(scalars[(position + 1)..<index]))
                position = index + 1
                return append(.code(content), "`\(content)`")
            }
        }
        other(opening)
    }

    private mutating func star() {
        let before = peek(-1) ?? " "
        var width = 1
        while peek(width) == "*" { width += 1 }
        let after = peek(width) ?? " "
        position += width
        if width == 2, before.isDigit, after.isDigit { return append(.symbol(.power), "**") }
        guard width == 1 else { return }
        let isOperator = isMathematics || before.properties.isWhitespace == after.properties.isWhitespace
        if isOperator { append(.symbol(.times), "*") }
    }

    private mutating func underscore() {
        let before = peek(-1) ?? " "
        position += 1
        let joins = before.isASCIILetter || before.isDigit || before == "}" || before == ")"
        if isMathematics || joins { append(.symbol(.subscripted), "_") }
    }

    private mutating func hyphen() {
        var width = 1
        while peek(width) == "-" { width += 1 }
        let before = peek(-1) ?? " "
        let after = peek(width) ?? " "
        position += width
        if width == 1, peek(0) == ">" {
            position += 1
            return append(.symbol(.dash), "->")
        }
        let startsOperand = after.isDigit || after.isASCIILetter || after == "(" || after == "$" || after == "\\"
        let isSpaced = before.properties.isWhitespace && after.properties.isWhitespace
        let isMinus =
            isMathematics || (width == 1 && !isSpaced && startsOperand) || (isSpaced && width == 1 && isBetweenOperands)
        append(.symbol(isMinus ? .minus : .dash), isMinus ? "-" : "—")
    }

    /// A spaced hyphen between two numbers or names is a minus; before a word it is a dash.
    private var isBetweenOperands: Bool {
        guard let last = tokens.last else { return false }
        switch last.kind {
        case .number, .name, .symbol(.closeParenthesis):
            var index = position
            while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
            guard index < scalars.count else { return false }
            if scalars[index].isDigit { return true }
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            return scalars[index].isASCIILetter && !next.isASCIILetter
        default: return false
        }
    }

    private mutating func comparison() {
        let scalar = scalars[position]
        let isDouble = peek(1) == "="
        let symbol: Symbol
        switch (scalar, isDouble) {
        case ("<", true): symbol = .lessOrEqual
        case (">", true): symbol = .greaterOrEqual
        case ("!", true): symbol = .notEqual
        case ("=", _): symbol = .equal
        case ("<", false): symbol = .less
        case (">", false): symbol = .greater
        default: symbol = .period
        }
        position += isDouble ? 2 : 1
        append(.symbol(symbol), symbol.rawValue)
    }

    private mutating func point() {
        var width = 1
        while peek(width) == "." { width += 1 }
        position += width
        append(.symbol(width > 1 ? .dots : .period), width > 1 ? "…" : ".")
    }

    private mutating func other(_ scalar: Unicode.Scalar) {
        position += 1
        if let symbol = LatexCommands.characters[scalar] {
            if symbol == .dots, tokens.last?.isSymbol(.dots) == true { return }
            if symbol == .dash, tokens.last?.isSymbol(.dash) == true { return }
            let isGroup = symbol == .openBrace || symbol == .closeBrace
            append(
                .symbol(isGroup && !isMathematics ? (symbol == .openBrace ? .openSet : .closeSet) : symbol),
                isGroup ? "" : String(scalar))
        } else if scalar == "#" || scalar == "•" || scalar == "&" {
            append(.symbol(.unknown), String(scalar))
        } else if scalar.properties.isAlphabetic {
            append(.word(String(scalar)), String(scalar))
        } else {
            append(.symbol(.unknown), String(scalar))
        }
    }
}

extension Unicode.Scalar {
    var isHan: Bool { (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) }
    var isDigit: Bool { (0x30...0x39).contains(value) }
    var isASCIILetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
    var isGreek: Bool { (0x370...0x3FF).contains(value) }
}

extension StringProtocol {
    /// Without spaces and tabs at both ends.
    var trimmedBlanks: String {
        var scalars = Substring(self)
        while let first = scalars.first, first.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
