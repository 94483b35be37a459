/// Turns one logical line of Markdown with LaTeX into tokens, so that `$1\le n\le 10^5$`, `1≤n≤10^5` and
/// `1 <= n <= 1e5` become the same.
struct Tokenizer {
    let scalars: [Unicode.Scalar]
    let hasHan: Bool
    /// How many arguments of commands the line is inside of.
    let nesting: Int
    var position = 0
    var isMathematics = false
    var tokens: [TextToken] = []

    /// No statement nests its commands deeper, unless it was written to overflow the stack; what does stays unread.
    static let deepestNesting = 8

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

    mutating func step() {
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

    mutating func append(_ kind: TextToken.Kind, _ text: String) {
        tokens.append(TextToken(kind: kind, text: text, isMathematics: isMathematics))
    }

    func peek(_ offset: Int) -> Unicode.Scalar? {
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
            // Typeset separators join any digits: 86\,400.
            let isTypeset = ["{,}", "\\,", "\\ ", "\u{2009}"].contains(separator)
            let isGroup =
                (0..<3).allSatisfy { isTypeset ? peek(width + $0)?.isDigit == true : peek(width + $0) == "0" }
                && peek(width + 3)?.isDigit != true
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
        } else if let words = contraction(after: run) {
            for word in words { append(.word(word), word) }
        } else {
            append(.word(run.lowercased()), run)
        }
    }

    /// "doesn't" is "does not", "it's" is "it is"; the `'s` of a possessor says nothing.
    private mutating func contraction(after run: String) -> [String]? {
        guard let mark = peek(0), mark == "'" || mark == "’" else { return nil }
        var ending = ""
        while let letter = peek(1 + ending.count), letter.isASCIILetter { ending.unicodeScalars.append(letter) }
        let word = run.lowercased()
        let words: [String]
        switch ending {
        case "" where word.hasSuffix("s"): words = [word]
        case "s": words = ["it", "that", "there", "here", "what"].contains(word) ? [word, "is"] : [word]
        case "t" where word == "won": words = ["will", "not"]
        case "t" where word == "can": words = ["can", "not"]
        case "t" where word.hasSuffix("n"): words = [String(word.dropLast()), "not"]
        case "re": words = [word, "are"]
        case "ll": words = [word, "will"]
        case "ve": words = [word, "have"]
        default: return nil
        }
        position += 1 + ending.count
        return words
    }

    /// `x1` is a name of its own outside mathematics; inside, letters and digits are kept together too (`x1`), as
    /// nobody multiplies in that order.
    mutating func nameRun(_ run: String) {
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
