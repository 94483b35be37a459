/// Names as sentences list them: `n, m and k`, or the members of a list `a_1, a_2, …, a_n`.
struct NameList: Sendable, Hashable {
    var names: [VariableName]
    /// `a_1, …, a_n`: the subscripts of the first and the last member.
    var members: Members?

    struct Members: Sendable, Hashable {
        var first: Term
        var last: Term
    }

    /// The names that start at `position`, and where they end.
    static func names(in tokens: [TextToken], at position: Int) -> (NameList, Int)? {
        guard let (first, firstEnd) = name(in: tokens, at: position) else { return nil }
        var names = [first]
        var end = firstEnd
        var dotsAfter: Int?
        while true {
            var next = end
            var hadDots = false
            while next < tokens.count, isSeparator(tokens[next]) || isEllipsis(tokens[next]) {
                if isEllipsis(tokens[next]) { hadDots = true }
                next += 1
            }
            // Names side by side (`$n$ $m$`, `$a_1 a_2 \dots a_n$`) are a list too.
            guard let (name, nameEnd) = name(in: tokens, at: next) else { break }
            // "a and b" yes; a name that a comparison follows belongs to the comparison: `n, m ≤ 5` has been folded.
            if hadDots { dotsAfter = names.count }
            names.append(name)
            end = nameEnd
            // The run is complete; another name after a comma begins its explanation: "v_1, …, v_n, where v_i is".
            if hadDots { break }
        }
        guard let dots = dotsAfter else { return (NameList(names: names), end) }
        return collapse(names, dots: dots).map { ($0, end) }
    }

    /// `a_1, a_2, …, a_n` → the list `a`, and the members' ends.
    private static func collapse(_ names: [VariableName], dots: Int) -> NameList? {
        guard let last = names.last, let first = names.first, let lastSubscript = last.subscripts.last,
            let firstSubscript = first.subscripts.last, dots == names.count - 1,
            names.allSatisfy({ $0.base == first.base && $0.subscripts.count == first.subscripts.count })
        else { return nil }
        var name = first
        name.subscripts[name.subscripts.count - 1] = .name(VariableName("i"))
        return NameList(names: [name], members: Members(first: firstSubscript, last: lastSubscript))
    }

    private static func name(in tokens: [TextToken], at position: Int) -> (VariableName, Int)? {
        guard position < tokens.count else { return nil }
        if let found = TermParser.name(in: tokens, at: position) { return found }
        // `n` in a typewriter face.
        if case .code(let text) = tokens[position].kind, isPlainName(text) { return (VariableName(text), position + 1) }
        return nil
    }

    static func isPlainName(_ text: String) -> Bool {
        guard let first = text.first, first.isASCII, first.isLetter, text.count <= 12 else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            && (text.count == 1 || text.contains { $0.isLowercase })
    }

    /// `…`, or the wave of `a_1 ~ a_n`.
    private static func isEllipsis(_ token: TextToken) -> Bool { token.isSymbol(.dots) || token.isSymbol(.tilde) }

    static func isSeparator(_ token: TextToken) -> Bool {
        switch token.kind {
        case .symbol(.comma), .symbol(.wideComma), .symbol(.pause): true
        case .word(let word): ["and", "和", "与", "及"].contains(word)
        default: false
        }
    }
}
