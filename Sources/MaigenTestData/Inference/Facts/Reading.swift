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
    private(set) var reading = Reading()

    static func read(_ problem: ProblemDocument) -> Reading {
        var reader = StatementReader()
        reader.reading.drawings = StatementSplitter.fencedBlocks(of: problem.input)
        reader.reading.tabled = StatementSplitter.tables(of: problem.constraints ?? "").flatMap(BoundTableReader.bounds)
        let sections: [(String, Statement.Section)] = [
            (problem.description, .description), (problem.input, .input), (problem.constraints ?? "", .constraints),
        ]
        for (text, section) in sections {
            let statements = StatementSplitter.statements(of: text, in: section)
            for (statement, isPartial) in ScopeReader.scoped(statements) {
                reader.read(statement, isPartial: isPartial)
            }
        }
        return reader.reading
    }

    private mutating func read(_ statement: Statement, isPartial: Bool) {
        let index = reading.statements.count
        var tokens = Self.withComparisons(statement.tokens)
        tokens = Self.withTerms(tokens)
        let isConditional = statement.section == .input && ConditionalPhrases.opens(statement.tokens)
        if !isPartial && !isConditional {
            tokens = withKinds(tokens, of: statement, at: index)
            tokens = withLengths(tokens, of: statement, at: index)
            tokens = withEndings(tokens, of: statement, at: index)
            tokens = withSets(tokens, of: statement, at: index)
            tokens = withRanges(tokens, of: statement, at: index)
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
        replacing(in: tokens) { position in
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
    }

    private static func isBesideComparison(_ tokens: [TextToken], _ start: Int, _ end: Int) -> Bool {
        if start > 0, tokens[start - 1].isComparison { return true }
        var index = end
        while index < tokens.count, case .word(let word) = tokens[index].kind,
            ["均", "都", "is", "are", "总", "必"].contains(word)
        {
            index += 1
        }
        guard index < tokens.count else { return false }
        if tokens[index].isComparison { return true }
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

    // MARK: comparisons → facts

    /// `x ∈ {0, 1, 2}`, where the numbers follow one another.
    private mutating func withSets(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        var found: [[Chain]] = []
        let result = Self.replacing(in: tokens) { position in
            guard let (name, end) = TermParser.name(in: tokens, at: position), end + 1 < tokens.count,
                tokens[end].isSymbol(.member), tokens[end + 1].isSymbol(.openSet)
            else { return nil }
            var values: [Int128] = []
            var next = end + 2
            while let (term, termEnd) = TermParser.term(in: tokens, at: next), let value = term.constant {
                values.append(value)
                next = termEnd
                guard next < tokens.count, NameList.isSeparator(tokens[next]) else { break }
                next += 1
            }
            guard let first = values.first, next < tokens.count, tokens[next].isSymbol(.closeSet),
                values.indices.allSatisfy({ values[$0] == first + Int128($0) })
            else { return nil }
            found.append([
                Chain(
                    operands: [.number(first), .name(name), .number(values[values.count - 1])],
                    comparisons: [.lessOrEqual, .lessOrEqual])
            ])
            return (.chain(0), next + 1)
        }
        for chains in found { add(chains, statement, index) }
        return result
    }

    private mutating func withEndings(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        var found: [Feature] = []
        let result = Self.replacing(in: tokens) { position in
            guard let (features, match) = FeaturePhrases.endings.match(tokens, at: position) else { return nil }
            found += features
            return (.read, match.end)
        }
        for feature in found {
            reading.features.append(
                FeatureFact(
                    feature: feature, names: [], statement: index, evidence: statement.text, section: statement.section))
        }
        return result
    }

    /// What names are, said outside the layout.
    private mutating func withKinds(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        guard statement.section != .input else { return tokens }
        var found: [KindReader.Told] = []
        let result = Self.replacing(in: tokens) { position in
            guard let told = KindReader.kind(in: tokens, at: position) else { return nil }
            found.append(told)
            return (.read, told.end)
        }
        for told in found {
            reading.features.append(
                FeatureFact(
                    feature: .kind(told.kind, length: told.length), names: told.names, statement: index,
                    evidence: statement.text, section: statement.section))
        }
        return result
    }

    /// "consists of between 1 and 20 lowercase letters": the number bounds the length, the rest is an alphabet.
    private mutating func withLengths(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        for position in tokens.indices {
            let opening = LengthPhrases.openings.match(tokens, at: position)
            guard let start = (opening ?? LengthPhrases.nouns.match(tokens, at: position))?.match.end,
                let (meaning, match) = LengthPhrases.table.match(tokens, at: start)
            else { continue }
            let words = opening == nil ? [TextToken(kind: .word("consisting"), text: ""), TextToken(kind: .word("of"), text: "")] : []
            let rest = Array(tokens[..<start]) + words + Array(tokens[match.end...])
            let alphabetStart = opening == nil ? start : position
            guard AlphabetReader.alphabet(in: rest, at: alphabetStart) != nil else { continue }
            let length = Term.subject(.stringLength)
            let chain: Chain? =
                switch (meaning, match.terms["a"], match.terms["b"]) {
                case (.between, let a?, let b?):
                    Chain(operands: [a, length, b], comparisons: [.lessOrEqual, .lessOrEqual])
                case (.atMost, _, let b?): Chain(operands: [length, b], comparisons: [.lessOrEqual])
                case (.atLeast, let a?, _): Chain(operands: [length, a], comparisons: [.greaterOrEqual])
                case (.exactly, _, let b?):
                    Chain(operands: [b, length, b], comparisons: [.lessOrEqual, .lessOrEqual])
                default: nil
                }
            guard let chain else { continue }
            add([chain], statement, index)
            return rest
        }
        return tokens
    }

    private mutating func withTuples(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        guard statement.section != .description else { return tokens }
        var found: [[VariableName]] = []
        let result = Self.replacing(in: tokens) { position in
            guard let (names, end) = TupleReader.tuple(in: tokens, at: position) else { return nil }
            found.append(names)
            return (.read, end)
        }
        for names in found {
            reading.features.append(
                FeatureFact(
                    feature: .distinctRows, names: names, statement: index, evidence: statement.text,
                    section: statement.section))
        }
        return result
    }

    private mutating func withRanges(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        var found: [[Chain]] = []
        let base = reading.chains.count
        let result = Self.replacing(in: tokens) { position in
            if case .term(let quantity) = tokens[position].kind,
                let (_, match) = ComparisonPhrases.rangesOfTerms.match(tokens, at: position),
                let lower = match.terms["a"], let upper = match.terms["b"]
            {
                found.append([
                    Chain(operands: [lower, quantity, upper], comparisons: [.lessOrEqual, .lessOrEqual])
                ])
                return (.chain(base), match.end)
            }
            if let (least, match) = ComparisonPhrases.ceilings.match(tokens, at: position), let upper = match.terms["b"] {
                let lower = Term.number(least == .positive ? 1 : 0)
                found.append(
                    match.names.map {
                        Chain(operands: [lower, .name($0), upper], comparisons: [.lessOrEqual, .lessOrEqual])
                    })
                return (.chain(base), match.end)
            }
            guard let (_, match) = ComparisonPhrases.ranges.match(tokens, at: position),
                let lower = match.terms["a"], let upper = match.terms["b"]
            else { return nil }
            found.append(
                match.names.map {
                    Chain(operands: [lower, .name($0), upper], comparisons: [.lessOrEqual, .lessOrEqual])
                })
            return (.chain(base), match.end)
        }
        for chains in found { add(chains, statement, index) }
        return result
    }

    private mutating func withChains(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        var result: [TextToken] = []
        var position = 0
        while position < tokens.count {
            if let (order, name, end) = OrderChain.order(in: tokens, at: position) {
                let text = Array(tokens[position..<end]).quoted
                reading.features.append(
                    FeatureFact(
                        feature: .order(order), names: [name], statement: index, evidence: statement.text,
                        section: statement.section))
                result.append(TextToken(kind: .read, text: text))
                position = end
                continue
            }
            guard let (chains, chainEnd) = ChainParser.chains(in: tokens, at: position) else {
                result.append(tokens[position])
                position += 1
                continue
            }
            var end = chainEnd
            let isHypothetical = statement.section == .description && Self.isHypothetical(tokens, position)
            add(chains, statement, index, isHypothetical)
            // "不少于 1 且不超过 20"
            while let (_, match) = ComparisonPhrases.continuations.match(tokens, at: end), match.end < tokens.count,
                case .symbol(let symbol) = tokens[match.end].kind, let comparison = symbol.comparison,
                !["有", "存在", "包含"].contains(where: { tokens[match.end].text.contains($0) }),
                let (term, next) = TermParser.term(in: tokens, at: match.end + 1)
            {
                add(
                    chains.map { Chain(operands: [$0.operands[0], term], comparisons: [comparison]) }, statement, index,
                    isHypothetical)
                end = next
            }
            result.append(TextToken(kind: .chain(reading.chains.count), text: Array(tokens[position..<end]).quoted))
            position = end
        }
        return result
    }

    private mutating func add(
        _ chains: [Chain], _ statement: Statement, _ index: Int, _ isHypothetical: Bool? = nil
    ) {
        for chain in chains {
            reading.chains.append(
                ChainFact(
                    chain: chain, statement: index, evidence: statement.text, section: statement.section,
                    isHypothetical: isHypothetical
                        ?? (statement.section == .description && HypotheticalPhrases.isHypothetical(statement.tokens))))
        }
    }

    /// Whether a comparison of the description may be about what is asked; a clause with "where" tells what is.
    private static func isHypothetical(_ tokens: [TextToken], _ position: Int) -> Bool {
        guard HypotheticalPhrases.isHypothetical(tokens) else { return false }
        let start = tokens[..<position].lastIndex(where: WordedBounds.isBreak).map { $0 + 1 } ?? 0
        let end = tokens[position...].firstIndex(where: WordedBounds.isBreak) ?? tokens.count
        let clause = Array(tokens[start..<end])
        guard HypotheticalPhrases.definitions.match(clause, at: 0) != nil else { return true }
        return HypotheticalPhrases.isHypothetical(clause)
    }

    /// "Tolls are never above one billion crowns": the variable is found when all are known.
    private mutating func withWordedBounds(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken]
    {
        var result: [TextToken] = []
        var position = 0
        while position < tokens.count {
            let isStart = position == 0 || WordedBounds.isBreak(tokens[position - 1])
            guard isStart, let (found, end) = WordedBounds.clause(tokens, at: position, statement, index) else {
                result.append(tokens[position])
                position += 1
                continue
            }
            var bound = found
            // The clause before a semicolon may name what "them" points at.
            if statement.continuesLine, let last = reading.statements.last { bound.before = last.tokens + bound.before }
            reading.worded.append(bound)
            if statement.section == .description {
                result += tokens[position..<end]
            } else {
                result.append(TextToken(kind: .read, text: Array(tokens[position..<end]).quoted))
            }
            position = end
        }
        return result
    }

    // MARK: phrases → features

    private mutating func withFeatures(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        var features: [FeatureFact] = []
        let earlier = reading.features.filter { $0.statement == index }
        func add(_ feature: Feature, _ names: [VariableName] = [], before position: Int? = nil) {
            var names = names
            if names.isEmpty, let position {
                names = Self.subject(in: tokens, before: position) ?? (features.last ?? earlier.last)?.names ?? []
            }
            features.append(
                FeatureFact(
                    feature: feature, names: names, statement: index, evidence: statement.text,
                    section: statement.section,
                    mood: statement.section == .description ? Self.mood(of: tokens, at: position ?? 0) : .assertion))
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
                for feature in found { add(feature, names, before: position) }
                return (.read, match.end)
            }
            return nil
        }
        reading.features += features
        return result
    }

    /// The mood of the clause around a place.
    private static func mood(of tokens: [TextToken], at position: Int) -> HypotheticalPhrases.Mood {
        func ends(_ token: TextToken) -> Bool {
            token.isSymbol(.wideComma) || token.isSymbol(.comma) || token.isSymbol(.colon) || token.isSymbol(.dash)
        }
        let start = tokens[..<position].lastIndex(where: ends).map { $0 + 1 } ?? 0
        let end = tokens[position...].firstIndex(where: ends) ?? tokens.count
        return HypotheticalPhrases.mood(Array(tokens[start..<end]))
    }

    /// The name just before a phrase, over a comma and "which": what the phrase speaks of.
    /// Nil where a phrase already read stands there: then it speaks of the same.
    private static func subject(in tokens: [TextToken], before position: Int) -> [VariableName]? {
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
