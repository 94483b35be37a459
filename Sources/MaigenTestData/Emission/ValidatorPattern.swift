/// Patterns in testlib's own small language of regular expressions.
enum ValidatorPattern {
    /// A set of characters: `[a-z_]`. Everything but letters and digits is escaped, as testlib gives parentheses and
    /// bars a meaning even inside brackets.
    static func set(_ alphabet: [Character]) -> String {
        var parts = ""
        var position = 0
        while position < alphabet.count {
            var end = position
            while end + 1 < alphabet.count, follows(alphabet[end], alphabet[end + 1]) { end += 1 }
            if end - position >= 2 {
                parts += "\(alphabet[position])-\(alphabet[end])"
                position = end + 1
            } else {
                parts += escaped(alphabet[position])
                position += 1
            }
        }
        return "[\(parts)]"
    }

    /// One of the words.
    static func words(_ words: [String]) -> String {
        words.map { $0.map(escaped).joined() }.joined(separator: "|")
    }

    private static func escaped(_ character: Character) -> String {
        isPlain(character) ? String(character) : "\\\(character)"
    }

    private static func isPlain(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    private static func follows(_ left: Character, _ right: Character) -> Bool {
        guard isPlain(left), isPlain(right), let first = left.asciiValue, let second = right.asciiValue else {
            return false
        }
        return first + 1 == second
    }
}

/// C++ literals of texts.
enum CppText {
    /// `"…"`, or a raw string where there are backslashes or quotation marks.
    static func literal(_ text: String) -> String {
        if text.contains("\\") || text.contains("\""), !text.contains(")\"") { return "R\"(\(text))\"" }
        return "\"\(escaped(text))\""
    }

    /// A literal for `printf`-like functions that shows the texts as they are, with a `long long` between every two.
    static func format(_ texts: String...) -> String {
        "\"" + texts.map { escaped($0.replacing("%", with: "%%")) }.joined(separator: "%lld") + "\""
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "\\", "\"": result += "\\\(character)"
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
    }

    /// Text for a `//` comment: one line that does not end with a backslash.
    static func comment(_ text: String) -> String {
        var line = String(text.map { $0.isNewline ? " " : $0 })
        while line.last == "\\" || line.last == " " { line.removeLast() }
        return line
    }
}
