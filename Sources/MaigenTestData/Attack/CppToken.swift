/// A piece of a C++ source text, as far as one must tell pieces apart to change them.
struct CppToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case word, number, symbol
        /// A string or character literal.
        case literal
        /// A whole preprocessor directive with its continuation lines.
        case directive
    }

    var kind: Kind
    var text: String
    /// Whether white space or a comment stands before it, and behind it.
    var isSpacedBefore = false
    var isSpacedAfter = false
    /// The line it begins in, from 1.
    var line: Int

    /// The tokens of a source text; comments and white space are left out. What is no C++ comes out as symbols.
    static func tokens(of source: String) -> [CppToken] {
        var reader = CppTokenReader(source)
        return reader.tokens()
    }
}

private struct CppTokenReader {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var isLineStart = true
    private var result: [CppToken] = []

    init(_ source: String) {
        bytes = Array(source.utf8)
    }

    mutating func tokens() -> [CppToken] {
        while skipSpace() {
            let start = position
            let startLine = line
            let isSpaced = start == 0 || isSpace(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "/")
            let kind = read()
            let text = String(decoding: bytes[start..<position], as: UTF8.self)
            result.append(CppToken(kind: kind, text: text, isSpacedBefore: isSpaced, line: startLine))
            isLineStart = false
        }
        for index in result.indices.dropLast() { result[index].isSpacedAfter = result[index + 1].isSpacedBefore }
        return result
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    private func peek(_ distance: Int = 0) -> UInt8 {
        position + distance < bytes.count ? bytes[position + distance] : 0
    }

    private mutating func advance() {
        if peek() == UInt8(ascii: "\n") {
            line += 1
            isLineStart = true
        }
        position += 1
    }

    /// Skips white space and comments; false at the end.
    private mutating func skipSpace() -> Bool {
        while position < bytes.count {
            if isSpace(peek()) {
                advance()
            } else if peek() == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
                while position < bytes.count, peek() != UInt8(ascii: "\n") { advance() }
            } else if peek() == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
                position += 2
                while position < bytes.count, !(peek() == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) {
                    advance()
                }
                position = min(bytes.count, position + 2)
            } else {
                return true
            }
        }
        return false
    }

    private mutating func read() -> CppToken.Kind {
        let first = peek()
        if first == UInt8(ascii: "#"), isLineStart { return directive() }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return literal(first) }
        if isDigit(first) || first == UInt8(ascii: ".") && isDigit(peek(1)) { return number() }
        if isWord(first) {
            while isWord(peek()) { advance() }
            return .word
        }
        let longest = [
            "<<=", ">>=", "<=>", "...", "->*", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "++", "--", "+=", "-=",
            "*=", "/=", "%=", "&=", "|=", "^=", "->", "::",
        ].first { symbol in
            symbol.utf8.enumerated().allSatisfy { peek($0.offset) == $0.element }
        }
        for _ in 0..<(longest?.utf8.count ?? 1) { advance() }
        return .symbol
    }

    private mutating func directive() -> CppToken.Kind {
        while position < bytes.count, peek() != UInt8(ascii: "\n") {
            if peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "\n") { advance() }
            advance()
        }
        return .directive
    }

    private mutating func literal(_ quote: UInt8) -> CppToken.Kind {
        advance()
        while position < bytes.count, peek() != quote, peek() != UInt8(ascii: "\n") {
            if peek() == UInt8(ascii: "\\") { advance() }
            advance()
        }
        advance()
        return .literal
    }

    private mutating func number() -> CppToken.Kind {
        while isWord(peek()) || peek() == UInt8(ascii: ".") || peek() == UInt8(ascii: "'")
            || ((peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-")) && isExponent(bytes[position - 1]))
        {
            advance()
        }
        return .number
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private func isExponent(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") }
    private func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_") || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte >= 0x80
    }
}
