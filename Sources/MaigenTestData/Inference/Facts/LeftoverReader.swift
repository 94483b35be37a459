/// Finds what no rule has read in sentences of bounds and in guarantees of the description: there every word counts.
struct LeftoverReader {
    /// Whether a name is one of the input's.
    private let isKnown: (VariableName) -> Bool
    /// What the statement calls its values.
    private var glossary: Glossary?
    /// Whether the statement speaks of edges.
    private var isGraph = false

    /// The first words of a sentence that nothing has read; nil where all is read.
    static func leftover(_ tokens: ArraySlice<TextToken>, isKnown: @escaping (VariableName) -> Bool) -> String? {
        LeftoverReader(isKnown: isKnown, glossary: nil).leftover(tokens)
    }

    static func unread(_ reading: Reading, _ table: VariableTable) -> [Unread] {
        var reader = LeftoverReader(
            isKnown: { name in table.variables.contains { $0.name.base == name.base } }, glossary: nil)
        reader.glossary = Glossary(reading, table, without: .constraints)
        let graphFeatures: Set<Feature> = [.graph, .edge, .directed, .undirected]
        reader.isGraph = reading.features.contains { graphFeatures.contains($0.feature) }
        var result: [Unread] = []
        for (index, statement) in reading.statements.enumerated() where !statement.isPartial {
            switch statement.statement.section {
            case .constraints:
                if let words = reader.leftover(statement.tokens[...]) {
                    result.append(Unread(statement: index, words: words))
                }
            case .description:
                if let words = reader.leftoverGuarantee(statement.tokens) ?? reader.leftoverLimit(statement.tokens)
                    ?? MarkerReader.unnamedMarker(statement.statement.tokens, reading)
                    ?? AlarmPhrases.randomness.first(in: statement.statement.tokens).map({ _ in statement.statement.text
                    })
                {
                    result.append(Unread(statement: index, words: words))
                }
            case .input, .output: break
            }
        }
        return result
    }

    /// Promises of the output section that are not about the answer: they are rarely there, but then they count.
    static func unreadPromises(in output: [Statement], _ table: VariableTable) -> [String] {
        output.filter { statement in
            let tokens = WordComparisons.folded(statement.tokens)
            if AlarmPhrases.randomness.first(in: tokens) != nil { return true }
            let isBound = tokens.contains(where: \.isComparison) && HypotheticalPhrases.mood(tokens) == .assertion
            guard HypotheticalPhrases.guarantees.first(in: tokens) != nil || isBound,
                AlarmPhrases.answers.first(in: tokens) == nil
            else { return false }
            return AlarmPhrases.objects.first(in: tokens) != nil
                || tokens.contains { token in
                    if case .name(let name) = token.kind { return !table.matching(VariableName(name)).isEmpty }
                    return false
                }
        }.map(\.text)
    }

    /// The first words of a sentence that nothing has read; nil where all is read.
    func leftover(_ tokens: ArraySlice<TextToken>) -> String? {
        let all = Array(tokens)
        if AlarmPhrases.harmless.match(all, at: 0) != nil { return nil }
        // A heading or a word alone ("Constraints") says nothing.
        var position = 0
        var inTail = false
        while position < all.count {
            if let (_, match) = AlarmPhrases.conventions.match(all, at: position) {
                position = match.end
                continue
            }
            if AlarmPhrases.harmless.match(all, at: position) != nil {
                position = nextBreak(all, position)
                continue
            }
            if let (_, match) = Self.definitions.match(all, at: position) {
                position = match.end
                inTail = true
                continue
            }
            if let end = knownNoun(all, at: position) {
                position = end
                continue
            }
            if let (_, match) = Self.nouns.match(all, at: position) {
                position = match.end
                continue
            }
            switch all[position].kind {
            case .chain, .read:
                position += 1
                continue
            case .symbol(let symbol):
                if [.comma, .wideComma, .colon, .pause, .semicolon].contains(symbol) { inTail = false }
                if [.comma, .wideComma, .colon, .pause, .semicolon, .openParenthesis, .closeParenthesis, .dash, .quote]
                    .contains(symbol)
                {
                    position += 1
                    continue
                }
            case .code(let text) where text.count == 1 && all.contains { $0.kind == .read }:
                position += 1
                continue
            case .word(let word) where FillerPhrases.words.contains(word):
                position += 1
                continue
            case .name, .term:
                if let (name, end) = TermParser.name(in: all, at: position), isKnown(name) {
                    position = end
                    continue
                }
                if inTail || isAbsoluteName(all, position) {
                    position += 1
                    continue
                }
            case .word(let word) where inTail && !isAlarming(all, position) && word.count < 30:
                position += 1
                continue
            default: break
            }
            if all[position].isSymbol(.bar) {
                position += 1
                continue
            }
            return Array(all[position..<max(nextBreak(all, position), position + 1)]).quoted
        }
        return nil
    }

    /// "人数 n 在 2 与 9 之间", "the number of towns n is at most 9": what the statement calls the value whose name or
    /// bound stands right after.
    private func knownNoun(_ tokens: [TextToken], at position: Int) -> Int? {
        guard let glossary else { return nil }
        var end = position
        while end < tokens.count, tokens[end].isWord, end - position < 8, !isAlarming(tokens, end) { end += 1 }
        guard end > position, end < tokens.count else { return nil }
        switch tokens[end].kind {
        case .name, .chain: break
        default: return nil
        }
        let words = Array(tokens[position..<end])
        let meaning = Glossary.meaning(words)
        guard !meaning.isEmpty, AlarmPhrases.limits.first(in: words) == nil,
            AlarmPhrases.objects.first(in: words) == nil
        else { return nil }
        let called = glossary.called(meaning)
        let text = tokens[end].text
        return called.contains { text.contains($0.name.base) } ? end : nil
    }

    private func isAbsoluteName(_ tokens: [TextToken], _ position: Int) -> Bool {
        if case .term = tokens[position].kind { return true }
        return false
    }

    private func isAlarming(_ tokens: [TextToken], _ position: Int) -> Bool {
        AlarmPhrases.alarmsInTail(tokens, at: position)
    }

    private func nextBreak(_ tokens: [TextToken], _ position: Int) -> Int {
        tokens[position...].firstIndex { $0.isSymbol(.comma) || $0.isSymbol(.wideComma) || $0.isSymbol(.semicolon) }
            ?? tokens.count
    }

    /// "where |s| is the length of s", "for each i from 2 to n"
    private static let definitions = PhraseTable<Bool>([
        ("where | {n} | is|denotes", true),
        ("where {n} is|denotes the_length|the_number", true),
        ("其中 | {n} | 表示|为|是", true),
        ("其中 {n} 表示|为|是", true),
        ("for each|all|every|any {i} from {a} to {b}", true),
        ("表示|代表|denotes", true),
        ("[the] length of [the] [string]", true),
    ])

    /// Words for things that a bound may stand beside.
    private static let nouns = PhraseTable<Bool>([
        ("数列中|序列中|数组中|数列|字符串|名字|姓名|单词|非空|整数|正整数|数组|序列|元素|节点|顶点|点|边|树|图|格子|矩阵|单词|单位|变量|输入的|给出的", true),
        (
            "queries|query|operations|operation|events|real|have|string|strings|string_of|name|names|non-empty|array|sequence|elements|vertices|edges|graph|number|numbers|words|word|grid|matrix|matrices|respectively|as_well|constraint|technical|note",
            true
        ),
    ])

    /// In the description only what follows "保证" up to the end of its clause must be read.
    func leftoverGuarantee(_ tokens: [TextToken]) -> String? {
        guard let (_, _, match) = HypotheticalPhrases.guarantees.first(in: tokens) else { return nil }
        let clause = tokens[match.end..<nextBreak(tokens, match.end)]
        if AlarmPhrases.harmless.match(Array(clause), at: 0) != nil { return nil }
        // "the lamps are guaranteed to be distinct": at least one fact, and nothing alarming beside it.
        let hasFact = clause.contains { token in
            switch token.kind {
            case .read, .chain: true
            default: false
            }
        }
        if hasFact && !clause.indices.contains(where: { isAlarming(tokens, $0) }) { return nil }
        return leftover(clause)
    }

    /// "Each vertex has degree at most 3": a clause of the description that limits a part of the input.
    private func leftoverLimit(_ tokens: [TextToken]) -> String? {
        if HypotheticalPhrases.examples.first(in: tokens) != nil { return nil }
        let clauses = tokens.split { $0.isSymbol(.comma) || $0.isSymbol(.wideComma) || $0.isSymbol(.colon) }
        for clause in clauses.map(Array.init) {
            let mood = HypotheticalPhrases.mood(clause)
            // "No two may be equal" promises, though it says "may".
            if mood != .question, AlarmPhrases.prohibitions.first(in: clause) != nil { return clause.quoted }
            if isGraph, mood != .question, AlarmPhrases.connections.first(in: clause) != nil,
                AlarmPhrases.doubts.first(in: clause) == nil, FreedomPhrases.isFreedom(clause) == false
            {
                return clause.quoted
            }
            guard mood == .assertion else { continue }
            if AlarmPhrases.promises.first(in: clause) != nil, FreedomPhrases.isFreedom(clause) == false {
                return clause.quoted
            }
            if AlarmPhrases.limits.first(in: clause) != nil, AlarmPhrases.objects.first(in: clause) != nil {
                return clause.quoted
            }
        }
        return nil
    }
}
