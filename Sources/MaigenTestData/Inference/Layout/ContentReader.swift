/// Reads what a line holds: "两个整数 n, m", "a string s of length n", "n space-separated integers a_1, …, a_n".
struct ContentReader {
    let tokens: [TextToken]
    let statement: Int
    /// An opening stands just before: what follows is on the line.
    var isExpected = false
    /// Names already read: a second mention explains them.
    var known: Set<String> = []

    /// The entry at `position`, and where it ends. Nil where none begins there.
    func entry(at position: Int) -> (LayoutEntry, Int)? {
        var index = position
        var entry = LayoutEntry(kind: .number, statement: statement, evidence: "")
        var hasNoun = false
        let isExact = tokens[index].kind == .word("exactly") || tokens[index].kind == .word("precisely")
        let count = quantity(at: isExact ? index + 1 : index)
        if isExact, count == nil { return nil }
        if count == nil || tokens[position].kind == .word("a"), let found = described(at: position) { return found }
        if let count {
            entry.count = count.term
            index = count.end
        }
        // "a sequence of n integers"
        if let (noun, match) = ContentPhrases.nouns.match(tokens, at: index), noun.kind == .sequence,
            match.end < tokens.count, tokens[match.end].kind == .word("of"), let inner = self.entry(at: match.end + 1)
        {
            return inner
        }
        index = adjectives(at: index, &entry)
        if let (noun, match) = ContentPhrases.nouns.match(tokens, at: index) {
            hasNoun = true
            entry.kind = noun.kind
            entry.noun = Array(tokens[index..<match.end]).quoted.lowercased()
            entry.isPositive = entry.isPositive || noun.isPositive
            entry.isNonNegative = entry.isNonNegative || noun.isNonNegative
            index = match.end
            // "the name of a visitor"
            if noun.kind == .string, let (_, owner) = ContentPhrases.owners.match(tokens, at: index) {
                index = owner.end
            }
            index = attributes(at: index, &entry)
        }
        let isTold = count != nil && Self.told.match(tokens, at: position) != nil
        guard hasNoun || count == nil || isTold || isFolded(before: index) else { return nil }
        let nameStart = skipComma(at: index, entry)
        if let (list, end) = NameList.names(in: tokens, at: nameStart) {
            entry.names = list.names
            entry.members = list.members
            index = end
        } else if !hasNoun || (count == nil && !isExpected && !follows(position)) {
            return nil
        }
        index = attributes(at: index, &entry)
        index = furtherNames(at: index, &entry)
        entry.evidence = Array(tokens[position..<index]).quoted
        return (entry, index)
    }

    /// "two integers n (1 ≤ n ≤ 5) and m (1 ≤ m ≤ 9)": names apart by what is said of each, up to their number.
    private func furtherNames(at position: Int, _ entry: inout LayoutEntry) -> Int {
        guard let count = entry.count?.constant, entry.members == nil, !entry.names.isEmpty else { return position }
        var index = position
        while Int128(entry.names.count) < count, index < tokens.count, NameList.isSeparator(tokens[index]) {
            var start = index
            while start < tokens.count, NameList.isSeparator(tokens[start]) { start += 1 }
            guard let (list, end) = NameList.names(in: tokens, at: start), list.members == nil,
                Int128(entry.names.count + list.names.count) <= count
            else { break }
            entry.names += list.names
            index = attributes(at: end, &entry)
        }
        return index
    }

    /// "the number of days d": whole, as counts are; of other words the sentence must say it elsewhere.
    private func described(at position: Int) -> (LayoutEntry, Int)? {
        let saysNumber =
            tokens[position...].prefix(2).contains { $0.kind == .word("number") }
            || tokens[position].isHan && Self.countsThings.match(tokens, at: position) != nil
        guard saysNumber || ContentPhrases.nouns.match(tokens, at: position + 1) == nil,
            ContentPhrases.adjectives.match(tokens, at: position + 1) == nil,
            let (_, match) = ContentPhrases.described.match(tokens, at: position)
                ?? ContentPhrases.describedRuns.match(tokens, at: position).flatMap({
                    $0.match.members == nil ? nil : $0
                }),
            !match.names.isEmpty,
            match.names.allSatisfy({ !known.contains($0.base) }), isExpected || follows(position),
            // "一个奇数 n" promises something.
            !(position..<match.end).contains(where: { AlarmPhrases.alarmsInTail(tokens, at: $0) })
        else { return nil }
        var entry = LayoutEntry(kind: .number, statement: statement, evidence: "")
        entry.names = match.names
        entry.members = match.members
        for word in match.words {
            let noun = ContentPhrases.nouns.match([TextToken(kind: .word(word), text: word)], at: 0)
            if let noun, noun.meaning.kind == .string { entry.kind = .string }
        }
        for start in [match.end - 3, match.end - 2] where start > position {
            if let noun = ContentPhrases.nouns.match(tokens, at: start)?.meaning, noun.kind == .string {
                entry.kind = .string
            }
        }
        let end = attributes(at: match.end, &entry)
        entry.evidence = Array(tokens[position..<end]).quoted
        return (entry, end)
    }

    /// Whether a comma or "and" stands before the position.
    private func follows(_ position: Int) -> Bool {
        position > 0 && NameList.isSeparator(tokens[position - 1])
    }

    private func isFolded(before index: Int) -> Bool { index > 0 && tokens[index - 1].kind == .read }

    /// "two integers, n and m"
    private func skipComma(at index: Int, _ entry: LayoutEntry) -> Int {
        guard index < tokens.count,
            tokens[index].isSymbol(.comma) || tokens[index].isSymbol(.wideComma) || tokens[index].isSymbol(.colon),
            entry.count != nil, NameList.names(in: tokens, at: index + 1) != nil
        else { return index }
        return index + 1
    }

    private func quantity(at position: Int) -> (term: Term, end: Int)? {
        guard position < tokens.count else { return nil }
        // "第一个整数 k，接着 k 个整数"
        if let (_, match) = Self.first.match(tokens, at: position) { return (.number(1), match.end) }
        // "the n brightness values"
        if let (_, match) = Self.told.match(tokens, at: position), let term = match.terms["n"], !term.isConstant,
            // "n real numbers" have a noun of their own.
            !(position..<match.end).contains(where: { place in
                ContentPhrases.nouns.match(tokens, at: place).map {
                    $0.match.end == match.end && $0.match.end - place > 1
                }
                    ?? false
            })
        {
            return (term, match.end)
        }
        var term: Term
        var end: Int
        if case .word(let word) = tokens[position].kind, let number = NumberWords.all[word] {
            (term, end) = (.number(Int128(number)), position + 1)
        } else if case .word(let word) = tokens[position].kind, word == "a" || word == "an" {
            (term, end) = (.number(1), position + 1)
        } else if case .name("a") = tokens[position].kind, ContentPhrases.nouns.match(tokens, at: position + 1) != nil {
            (term, end) = (.number(1), position + 1)
        } else if let found = TermParser.term(in: tokens, at: position) {
            (term, end) = found
        } else {
            return nil
        }
        guard end < tokens.count else { return nil }
        if case .word(let measure) = tokens[end].kind, ["个", "名", "位", "组", "串", "项"].contains(measure) {
            // 组 and 项 would be groups of values: left for other rules.
            return ["个", "名", "位"].contains(measure) ? (term, end + 1) : nil
        }
        // English, and "n 整数": the noun follows at once, perhaps after adjectives or a folded phrase.
        switch tokens[end].kind {
        case .read: return (term, end)
        case .word: break
        default: return nil
        }
        if ContentPhrases.nouns.match(tokens, at: end) != nil || ContentPhrases.adjectives.match(tokens, at: end) != nil
        {
            return (term, end)
        }
        return nil
    }

    private static let countsThings = PhraseTable<Bool>([("整数|数|数字|字符串|单词 的 个数|数量|数目", true)])

    /// Ends in the noun.
    private static let told = PhraseTable<Bool>([
        ("[the] {n} {word} [{word}] values|numbers", true), ("[the] {n} values", true),
    ])

    private static let first = PhraseTable<Bool>([
        ("[先|首先] [是|有] 第 一 个", true), ("[先|首先] 一 个", true), ("the first", true),
    ])

    private func adjectives(at position: Int, _ entry: inout LayoutEntry) -> Int {
        var index = position
        while index < tokens.count {
            if tokens[index].kind == .read || tokens[index].kind == .word("的") {
                // "a binary string" has been read for its characters; it is a string all the same.
                if tokens[index].text.lowercased().hasSuffix("string") || tokens[index].text.hasSuffix("串") {
                    entry.kind = .string
                }
                index += 1
            } else if case .chain = tokens[index].kind, index + 1 < tokens.count, tokens[index + 1].kind == .word("的") {
                // "长度不超过 9 的字符串": of the only string of the line, as the chain says itself.
                index += 2
            } else if let (bound, end) = bound(at: index), end < tokens.count, tokens[end].kind == .word("的") {
                entry.bounds.append(bound)
                index = end + 1
            } else if let (_, match) = ComparisonPhrases.adjoined.match(tokens, at: index),
                let lower = match.terms["a"], let upper = match.terms["b"]
            {
                entry.bounds.append(.init(comparison: .greaterOrEqual, term: lower, isAbsolute: false))
                entry.bounds.append(.init(comparison: .lessOrEqual, term: upper, isAbsolute: false))
                index = match.end
            } else if let (adjective, match) = ContentPhrases.adjectives.match(tokens, at: index),
                ContentPhrases.nouns.match(tokens, at: index).map({ $0.match.end <= match.end }) ?? true
            {
                switch adjective {
                case .positive: entry.isPositive = true
                case .nonNegative: entry.isNonNegative = true
                case .length: entry.length = match.terms["n"]
                case .nothing, .absolute: break
                }
                if case .absolute = adjective {
                    guard let (bound, end) = bound(at: match.end) else { return index }
                    entry.bounds.append(.init(comparison: bound.comparison, term: bound.term, isAbsolute: true))
                    index = end
                } else {
                    index = match.end
                }
            } else {
                break
            }
        }
        return index
    }

    /// `≤ 10^5` with nothing on its left.
    private func bound(at position: Int) -> (LayoutEntry.Bound, Int)? {
        guard position < tokens.count, case .symbol(let symbol) = tokens[position].kind,
            let comparison = symbol.comparison,
            let (term, end) = TermParser.term(in: tokens, at: position + 1)
        else { return nil }
        return (.init(comparison: comparison, term: term, isAbsolute: false), end)
    }

    /// What follows the noun or the names: "of length n", "(1 ≤ n ≤ 5)", ", which does not exceed 100".
    private func attributes(at position: Int, _ entry: inout LayoutEntry) -> Int {
        var index = position
        while index < tokens.count {
            if let (attribute, match) = ContentPhrases.attributes.match(tokens, at: index) {
                if case .absolute = attribute {
                    guard let (bound, end) = bound(at: match.end) else { return index }
                    entry.bounds.append(.init(comparison: bound.comparison, term: bound.term, isAbsolute: true))
                    index = end
                    continue
                }
                if case .length = attribute { entry.length = match.terms["n"] }
                index = match.end
            } else if let (_, match) = ComparisonPhrases.adjoined.match(tokens, at: index),
                let lower = match.terms["a"], let upper = match.terms["b"]
            {
                entry.bounds.append(.init(comparison: .greaterOrEqual, term: lower, isAbsolute: false))
                entry.bounds.append(.init(comparison: .lessOrEqual, term: upper, isAbsolute: false))
                index = match.end
            } else if let end = looseBound(at: index, &entry) {
                index = end
            } else if tokens[index].kind == .read {
                index += 1
            } else if tokens[index].isSymbol(.openParenthesis), let close = foldedParenthesis(at: index) {
                index = close
            } else if tokens[index].isSymbol(.openParenthesis), let close = limits(inside: index, &entry) {
                index = close
            } else {
                break
            }
        }
        return index
    }

    /// ", which does not exceed 100", ", each of which is at least 1 and at most 5"
    private func looseBound(at position: Int, _ entry: inout LayoutEntry) -> Int? {
        guard let limits = LimitReader(tokens: tokens).limits(at: position),
            entry.names.count <= 1 || limits.saysAll
        else { return nil }
        entry.bounds += limits.bounds
        return limits.end
    }

    /// "（不超过 500 的正整数）"
    private func limits(inside position: Int, _ entry: inout LayoutEntry) -> Int? {
        guard let limits = LimitReader(tokens: tokens).limits(at: position + 1), entry.names.count <= 1 else {
            return nil
        }
        var index = limits.end
        if index < tokens.count, tokens[index].kind == .word("的") { index += 1 }
        var isPositive = false
        if let (noun, match) = ContentPhrases.nouns.match(tokens, at: index), noun.kind == .integer {
            isPositive = noun.isPositive
            index = match.end
        }
        guard index < tokens.count, tokens[index].isSymbol(.closeParenthesis) else { return nil }
        entry.bounds += limits.bounds
        if isPositive { entry.isPositive = true }
        return index + 1
    }

    /// A parenthesis that holds nothing but comparisons and phrases already read.
    private func foldedParenthesis(at position: Int) -> Int? {
        var index = position + 1
        while index < tokens.count {
            switch tokens[index].kind {
            case .chain, .read, .symbol(.comma), .symbol(.wideComma), .symbol(.semicolon), .symbol(.pause),
                .word("and"), .word("且"), .word("for"), .word("all"):
                index += 1
            case .symbol(.closeParenthesis): return index + 1
            default: return nil
            }
        }
        return nil
    }
}
