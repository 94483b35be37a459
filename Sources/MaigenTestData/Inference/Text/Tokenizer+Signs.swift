/// Commands, code, quotation marks and signs.
extension Tokenizer {
    mutating func backslash() {
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
    mutating func styled(_ argument: String) {
        let trimmed = argument.trimmedBlanks
        if !trimmed.isEmpty, trimmed == argument, trimmed.unicodeScalars.allSatisfy({ $0.isASCIILetter || $0.isDigit }),
            !["and", "or", "for", "where", "mod", "with"].contains(trimmed)
        {
            nameRun(trimmed)
        } else if nesting < Self.deepestNesting {
            tokens += Tokenizer.tokens(of: argument, nesting: nesting + 1)
        } else {
            append(.symbol(.unknown), argument)
        }
    }

    mutating func bracedArgument() -> String? {
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

    mutating func code() {
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
        // `0 0` are numbers on a line.
        let parts = content.split(separator: " ")
        if parts.count > 1, parts.allSatisfy({ $0 == "0" || $0 == "-1" }) {
            tokens += Tokenizer.tokens(of: content)
            return
        }
        // `1 <= n <= 100` is mathematics in a typewriter face.
        if nesting < Self.deepestNesting, content.contains("<=") || content.contains("≤") || content.contains(">=") {
            tokens += Tokenizer.tokens(of: "$" + content + "$", nesting: nesting + 1)
        } else {
            append(.code(content), "`\(content)`")
        }
    }

    /// `'#'` and `"YES"` are shown as typed; other quotation marks are signs.
    mutating func quotation(_ opening: Unicode.Scalar) {
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

    mutating func star() {
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

    mutating func underscore() {
        let before = peek(-1) ?? " "
        position += 1
        let joins = before.isASCIILetter || before.isDigit || before == "}" || before == ")"
        if isMathematics || joins { append(.symbol(.subscripted), "_") }
    }

    mutating func hyphen() {
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

    mutating func comparison() {
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

    mutating func point() {
        var width = 1
        while peek(width) == "." { width += 1 }
        position += width
        append(.symbol(width > 1 ? .dots : .period), width > 1 ? "…" : ".")
    }

    mutating func other(_ scalar: Unicode.Scalar) {
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
