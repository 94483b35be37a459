/// Everything read from the sentences of a problem, before the layout is known.
struct Reading: Sendable {
    var statements: [ReadStatement] = []
    var chains: [ChainFact] = []
    var features: [FeatureFact] = []
    /// Bounds that tables of subtasks leave for all tests.
    var tabled: [BoundTableReader.Bound] = []
    /// Bounds of values told by their meaning.
    var worded: [WordedBound] = []
    /// What the statement calls a test case, where it is a thing of the story: "map".
    var caseNoun: String?
    /// Characters that a legend explains.
    var legend: [Character] = []
    /// The code blocks of the input section, line by line.
    var drawings: [[String]] = []
}

/// A statement whose comparisons and known phrases have been folded into single tokens.
struct ReadStatement: Sendable {
    var statement: Statement
    var tokens: [TextToken]
    /// Holds only for a part of the tests.
    var isPartial: Bool
}

/// Reads the sentences of a problem one by one.
struct StatementReader {
    var reading = Reading()

    static func read(_ problem: ProblemDocument, _ sections: ProblemStatements) -> Reading {
        var reader = StatementReader()
        reader.reading.drawings = StatementSplitter.fencedBlocks(of: problem.input)
        reader.reading.tabled = StatementSplitter.tables(of: problem.constraints ?? "").flatMap(BoundTableReader.bounds)
        for statements in [sections.description, sections.input, sections.constraints] {
            for (statement, isPartial) in ScopeReader.scoped(statements) {
                reader.read(statement, isPartial: isPartial)
            }
        }
        return reader.reading
    }

    mutating func read(_ statement: Statement, isPartial: Bool) {
        let index = reading.statements.count
        var tokens = Self.withComparisons(statement.tokens)
        tokens = Self.withTerms(tokens)
        let isConditional = statement.section == .input && ConditionalPhrases.opens(statement.tokens)
        if isConditional, let (_, _, end) = ConditionalPhrases.line(tokens) {
            // What stands on a line that is there only sometimes is bounded as elsewhere.
            var content = withChains(Array(tokens[end...]), of: statement, at: index)
            content = withFeatures(content, of: statement, at: index)
            tokens = tokens[..<end] + content
        }
        if !isPartial && !isConditional {
            tokens = withKinds(tokens, of: statement, at: index)
            tokens = withLengths(tokens, of: statement, at: index)
            tokens = withEndings(tokens, of: statement, at: index)
            tokens = withSets(tokens, of: statement, at: index)
            tokens = withRanges(tokens, of: statement, at: index)
            tokens = withDifferentPairs(tokens, of: statement, at: index)
            tokens = withTuples(tokens, of: statement, at: index)
            tokens = withChains(tokens, of: statement, at: index)
            tokens = withFeatures(tokens, of: statement, at: index)
            tokens = withWordedBounds(tokens, of: statement, at: index)
            if statement.section != .constraints { reading.legend += MarkerReader.legend(in: tokens) }
        }
        reading.statements.append(ReadStatement(statement: statement, tokens: tokens, isPartial: isPartial))
    }

    // MARK: words → signs

    static func withComparisons(_ tokens: [TextToken]) -> [TextToken] {
        WordComparisons.folded(tokens)
    }

    static func withTerms(_ tokens: [TextToken]) -> [TextToken] {
        var result = replacing(in: tokens) { position in
            guard let (meaning, match) = TermPhrases.table.match(tokens, at: position) else { return nil }
            let term: Term
            switch meaning {
            case .sum: term = .sum(match.terms["n"]!, upTo: nil)
            case .length: term = .length(match.terms["n"]!)
            case .lengthSum: term = .sum(.length(match.terms["n"]!), upTo: nil)
            case .absolute: term = .absolute(match.terms["n"]!)
            case .subject(let subject): term = .subject(subject)
            case .subjectSum(let subject): term = .sum(.subject(subject), upTo: nil)
            }
            // "长度" is a quantity only beside a comparison; elsewhere it is prose. "T test cases" needs no sum.
            guard isBesideComparison(tokens, position, match.end) else { return nil }
            return (.term(term), match.end)
        }
        // "the sum of n and the sum of m": joined as names are by a comma.
        for index in result.indices.dropFirst().dropLast() where result[index].isWord {
            if NameList.isSeparator(result[index]), case .term = result[index - 1].kind,
                case .term = result[index + 1].kind
            {
                result[index] = TextToken(kind: .symbol(.comma), text: result[index].text)
            }
        }
        return result
    }

    static func isBesideComparison(_ tokens: [TextToken], _ start: Int, _ end: Int) -> Bool {
        if start > 0, tokens[start - 1].isComparison { return true }
        var index = end
        while index < tokens.count, case .word(let word) = tokens[index].kind,
            ["均", "都", "is", "are", "总", "必"].contains(word)
        {
            index += 1
        }
        guard index < tokens.count else { return false }
        if tokens[index].isComparison { return true }
        // "the sum of n and the sum of m do not exceed 5": the first of several quantities.
        if NameList.isSeparator(tokens[index]), let (_, next) = TermPhrases.table.match(tokens, at: index + 1) {
            return isBesideComparison(tokens, index + 1, next.end)
        }
        // The quantity itself may follow its words: "所有测试数据的 n 之和 ∑ n ≤ 5".
        if tokens[index].isSymbol(.sum) { return true }
        return ComparisonPhrases.adjoined.match(tokens, at: index) != nil
    }

    /// `tokens` with every stretch that `replacement` names replaced by one token.
    static func replacing(
        in tokens: [TextToken], _ replacement: (Int) -> (TextToken.Kind, Int)?
    ) -> [TextToken] {
        var result: [TextToken] = []
        var position = 0
        while position < tokens.count {
            if let (kind, end) = replacement(position) {
                result.append(TextToken(kind: kind, text: Array(tokens[position..<end]).quoted))
                position = end
            } else {
                result.append(tokens[position])
                position += 1
            }
        }
        return result
    }

    // MARK: phrases → features

    mutating func withFeatures(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        var features: [FeatureFact] = []
        let earlier = reading.features.filter { $0.statement == index }
        func add(_ feature: Feature, _ names: [VariableName] = [], before position: Int? = nil, upTo end: Int? = nil) {
            var names = names
            if names.isEmpty, let position {
                names = Self.subject(in: tokens, before: position) ?? (features.last ?? earlier.last)?.names ?? []
            }
            features.append(
                FeatureFact(
                    feature: feature, names: names, statement: index, evidence: statement.text,
                    section: statement.section,
                    mood: statement.section == .description
                        ? Self.mood(of: feature, tokens, at: position ?? 0, upTo: end) : .assertion))
        }
        let markers = MarkerReader.markers(in: tokens)
        for character in markers?.characters ?? [] { add(.marker(character, 1)) }
        let result = Self.replacing(in: tokens) { position in
            if let markers, position == markers.words.lowerBound { return (.read, markers.words.upperBound) }
            if let (decimals, match) = DecimalPhrases.table.match(tokens, at: position) {
                add(.decimals(decimals), match.names, before: position)
                return (.read, match.end)
            }
            if let (alphabet, end) = AlphabetReader.alphabet(in: tokens, at: position) {
                add(.alphabet(alphabet), before: position)
                return (.read, end)
            }
            if let (feature, end) = CountPhrases.feature(in: tokens, at: position) {
                add(feature)
                return (.read, end)
            }
            if let (found, match) = FeaturePhrases.table.match(tokens, at: position) {
                // "Neighbours differ" is about some pairs only.
                if found == [.distinct], Self.saysNeighbours(tokens, around: position) { return nil }
                // "n 个不同的整数" of the input, not "不同的方案".
                if found == [.distinct], Array(tokens[position..<match.end]).quoted.hasSuffix("的"),
                    statement.section == .description || ContentPhrases.nouns.match(tokens, at: match.end) == nil
                {
                    return nil
                }
                // "a non-empty string s" is for the layout.
                if found == [.nonEmpty], statement.section == .input,
                    position < 2 || ![.word("is"), .word("are")].contains(tokens[position - 2].kind)
                {
                    return nil
                }
                let ends = ["a", "b"].compactMap { slot -> VariableName? in
                    if case .name(let name)? = match.terms[slot] { return name }
                    return nil
                }
                // "connects A and B": these two names are the ends.
                if found == [.edge], match.terms["a"] != nil, ends.count < 2 { return nil }
                let names = found == [.edge] && ends.count == 2 ? ends : match.names
                if case .numbered? = found.first, let last = match.terms["n"] { add(.numberedUpTo(last)) }
                if found == [.distinct], names.isEmpty, match.end < tokens.count,
                    ContentPhrases.nouns.match(tokens, at: match.end) != nil, position > 0,
                    Self.subject(in: tokens, before: position)?.isEmpty == false
                {
                    features.append(
                        FeatureFact(
                            feature: .distinct, names: [], statement: index, evidence: statement.text,
                            section: statement.section, describesRun: true))
                    return (.read, match.end)
                }
                for feature in found {
                    add(feature, names, before: position, upTo: tokens[position].isHan ? nil : match.end)
                }
                return (.read, match.end)
            }
            return nil
        }
        reading.features += features
        return result
    }

    /// The mood of the words before, too, where the feature may be what is asked for: "拔掉一些，使得剩下的…，高度递增".
    static func mood(of feature: Feature, _ tokens: [TextToken], at position: Int, upTo end: Int?)
        -> HypotheticalPhrases.Mood
    {
        let own = mood(of: tokens, at: position, upTo: end)
        switch feature {
        case .order, .distinct, .permutation, .distinctPlaces, .distinctRows:
            let before = HypotheticalPhrases.mood(Array(tokens[..<min(position, tokens.count)]))
            return before == .question ? .question : own
        default: return own
        }
    }

    private static let neighbours = PhraseTable<Bool>([
        ("相邻|连续|前后|neighbour|neighbours|neighbor|neighbors|neighbouring|neighboring|adjacent|consecutive", true)
    ])

    private static func saysNeighbours(_ tokens: [TextToken], around position: Int) -> Bool {
        let start = tokens[..<position].lastIndex(where: WordedBounds.isBreak).map { $0 + 1 } ?? 0
        let end = tokens[position...].firstIndex(where: WordedBounds.isBreak) ?? tokens.count
        return neighbours.first(in: Array(tokens[start..<end])) != nil
    }

    /// The mood of the clause around a place.
    /// Its own words do not count: "every island can be reached" is a promise.
    static func mood(of tokens: [TextToken], at position: Int, upTo phraseEnd: Int?) -> HypotheticalPhrases.Mood {
        func ends(_ token: TextToken) -> Bool {
            token.isSymbol(.wideComma) || token.isSymbol(.comma) || token.isSymbol(.colon) || token.isSymbol(.dash)
        }
        let start = tokens[..<position].lastIndex(where: ends).map { $0 + 1 } ?? 0
        let end = tokens[position...].firstIndex(where: ends) ?? tokens.count
        guard let phraseEnd, phraseEnd <= end else { return HypotheticalPhrases.mood(Array(tokens[start..<end])) }
        return HypotheticalPhrases.mood(Array(tokens[start..<position]) + Array(tokens[phraseEnd..<end]))
    }

    /// The name just before a phrase, over a comma and "which": what the phrase speaks of.
    /// Nil where a phrase already read stands there: then it speaks of the same.
    static func subject(in tokens: [TextToken], before position: Int) -> [VariableName]? {
        var index = position - 1
        while index >= 0, position - index <= 4 {
            switch tokens[index].kind {
            case .symbol(.comma), .symbol(.wideComma), .symbol(.openParenthesis): index -= 1
            case .word(let word)
            where ["which", "that", "is", "are", "均", "都", "按", "仅", "只", "且", "a", "and", "it"].contains(word):
                index -= 1
            case .read: return nil
            default:
                // Back over subscripts to the name they belong to.
                for start in max(0, index - 8)...index {
                    if let (name, end) = TermParser.name(in: tokens, at: start), end == index + 1 { return [name] }
                }
                return []
            }
        }
        return []
    }
}
