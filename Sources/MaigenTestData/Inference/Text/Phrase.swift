/// A phrase of a statement with gaps, in the small language of the phrase tables:
/// words apart by spaces; `a|b` either; `[a]` perhaps; `{n}` a term; `{names}` names joined by commas;
/// `{token}` a type token such as `Q` or 2; `{word}` one word of the story, `{words}` up to four words or six characters, as few as possible;
/// `_` joins the words of one alternative. Chinese words may stand without spaces.
struct Phrase: Sendable {
    private let parts: [Part]

    private enum Part: Sendable {
        case literal(alternatives: [[TextToken.Kind]], isOptional: Bool)
        case slot(String, isOptional: Bool)

        var isLong: Bool {
            if case .slot("words", _) = self { return true }
            return false
        }
    }

    /// Words that no gap for words of the story may swallow.
    private static let loadBearing: Set<String> = [
        "no", "not", "none", "only", "except", "at", "most", "least", "than", "each", "every", "all", "one", "two",
        "three", "both", "either", "if", "unless", "distinct", "different", "same", "sorted", "line", "lines", "then",
        "两", "三", "四", "不", "没", "无", "非", "未", "仅", "只", "除", "至", "最", "每", "各", "互", "若", "则", "行", "同", "异", "排",
        "序",
    ]

    /// What stood in the gaps.
    struct Match: Sendable {
        var end: Int
        var terms: [String: Term] = [:]
        var names: [VariableName] = []
        /// Where the names are a run: its first and last subscript.
        var members: NameList.Members?
        /// What stood for `{word}` and `{words}`.
        var words: [String] = []
    }

    init(_ pattern: String) {
        parts = pattern.split(separator: " ").map { word in
            if word.hasPrefix("{") { return .slot(String(word.dropFirst().dropLast()), isOptional: false) }
            if word.hasPrefix("[{") { return .slot(String(word.dropFirst(2).dropLast(2)), isOptional: true) }
            let isOptional = word.hasPrefix("[") && word.hasSuffix("]") && word.count > 2
            let alternatives = (isOptional ? word.dropFirst().dropLast() : word).split(separator: "|")
            // The longest alternative is tried first.
            let kinds = alternatives.map(Self.kinds).sorted { $0.count > $1.count }
            return .literal(alternatives: kinds, isOptional: isOptional)
        }
    }

    private static func kinds(_ alternative: Substring) -> [TextToken.Kind] {
        alternative.split(separator: "_").flatMap { word in
            Tokenizer.tokens(of: String(word)).map { token -> TextToken.Kind in
                // In a table, single letters are words of the phrase only where they are English words.
                if case .name(let name) = token.kind { return .word(name.lowercased()) }
                return token.kind
            }
        }
    }

    /// The first kinds of token the phrase may begin with, and whether it may begin with a gap.
    var beginnings: (kinds: Set<TextToken.Kind>, gap: Bool) {
        var result: Set<TextToken.Kind> = []
        var gap = false
        for part in parts {
            switch part {
            case .literal(let alternatives, let isOptional):
                for alternative in alternatives {
                    if let first = alternative.first { result.insert(Self.plain(first)) }
                }
                if !isOptional { return (result, gap) }
            case .slot(_, let isOptional):
                gap = true
                if !isOptional { return (result, gap) }
            }
        }
        return (result, gap)
    }

    /// The phrase at `position`, as long as possible.
    func match(_ tokens: [TextToken], at position: Int) -> Match? {
        match(tokens, part: 0, Match(end: position))
    }

    private func match(_ tokens: [TextToken], part index: Int, _ soFar: Match) -> Match? {
        guard index < parts.count else { return soFar }
        switch parts[index] {
        case .literal(let alternatives, let isOptional):
            for alternative in alternatives {
                let end = soFar.end + alternative.count
                guard end <= tokens.count,
                    alternative.indices.allSatisfy({ Self.equal(alternative[$0], tokens[soFar.end + $0].kind) })
                else { continue }
                var next = soFar
                next.end = end
                if let match = match(tokens, part: index + 1, next) { return match }
            }
            return isOptional ? match(tokens, part: index + 1, soFar) : nil
        case .slot("word", let isOptional), .slot("words", let isOptional):
            var next = soFar
            if parts[index].isLong, index + 1 == parts.count, let end = Self.runToBreak(tokens, soFar.end) {
                next.words += tokens[soFar.end..<end].compactMap(\.plainWord)
                next.end = end
                return next
            }
            let most = parts[index].isLong ? (tokens[min(soFar.end, tokens.count - 1)].isHan ? 6 : 4) : 1
            while next.end < tokens.count, next.end - soFar.end < most, let word = tokens[next.end].plainWord,
                !Self.loadBearing.contains(word), word != "the" || next.end > soFar.end
            {
                next.end += 1
                next.words.append(word)
                if let match = match(tokens, part: index + 1, next) { return match }
            }
            return isOptional ? match(tokens, part: index + 1, soFar) : nil
        case .slot(let slot, let isOptional):
            var next = soFar
            if slot == "token" {
                if let token = tokens.indices.contains(soFar.end) ? tokens[soFar.end].typeToken : nil {
                    next.words.append(token)
                    next.end += 1
                }
            } else if slot == "names" {
                if let (names, end) = NameList.names(in: tokens, at: soFar.end) {
                    next.names = names.names
                    next.members = names.members
                    next.end = end
                }
            } else if let (term, end) = TermParser.term(in: tokens, at: soFar.end) {
                next.terms[slot] = term
                next.end = end
            }
            if next.end > soFar.end, let match = match(tokens, part: index + 1, next) { return match }
            return isOptional ? match(tokens, part: index + 1, soFar) : nil
        }
    }

    /// The end of a short run of Chinese words of the story that ends its clause: "城市" of "任意一座城市。".
    private static func runToBreak(_ tokens: [TextToken], _ start: Int) -> Int? {
        var end = start
        while end < tokens.count, tokens[end].isHan, let word = tokens[end].plainWord, !loadBearing.contains(word),
            end - start < 6
        { end += 1 }
        guard end > start, end == tokens.count || WordedBounds.isBreak(tokens[end]) else { return nil }
        return end
    }

    private static func equal(_ pattern: TextToken.Kind, _ kind: TextToken.Kind) -> Bool {
        pattern == kind || plain(pattern) == plain(kind)
    }

    /// Both commas are one in phrases, and a capital article or a lone letter is a word.
    static func plain(_ kind: TextToken.Kind) -> TextToken.Kind {
        switch kind {
        case .symbol(.wideComma): .symbol(.comma)
        case .name("A"), .name("a"): .word("a")
        default: kind
        }
    }
}

/// Phrases with what they mean; the longest match at a place wins.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private var byBeginning: [TextToken.Kind: [(Phrase, Meaning)]] = [:]
    private var anywhere: [(Phrase, Meaning)] = []

    init(_ entries: [(String, Meaning)]) {
        for (pattern, meaning) in entries {
            let phrase = Phrase(pattern)
            let beginnings = phrase.beginnings
            if beginnings.gap { anywhere.append((phrase, meaning)) }
            for beginning in beginnings.kinds { byBeginning[beginning, default: []].append((phrase, meaning)) }
        }
    }

    /// The longest phrase at `position`; of equally long ones the first in the table.
    func match(_ tokens: [TextToken], at position: Int) -> (meaning: Meaning, match: Phrase.Match)? {
        guard position < tokens.count else { return nil }
        var best: (meaning: Meaning, match: Phrase.Match)?
        func consider(_ entries: [(Phrase, Meaning)]) {
            for (phrase, meaning) in entries {
                guard let match = phrase.match(tokens, at: position), match.end > (best?.match.end ?? position) else {
                    continue
                }
                best = (meaning, match)
            }
        }
        if let candidates = byBeginning[Phrase.plain(tokens[position].kind)] { consider(candidates) }
        if !anywhere.isEmpty, tokens[position].mayBeginTerm || tokens[position].isWord { consider(anywhere) }
        return best
    }

    /// The first place where a phrase matches, looking from `position` on.
    func first(in tokens: [TextToken], from position: Int = 0) -> (at: Int, meaning: Meaning, match: Phrase.Match)? {
        for index in position..<max(position, tokens.count) {
            if let (meaning, match) = match(tokens, at: index) { return (index, meaning, match) }
        }
        return nil
    }
}
