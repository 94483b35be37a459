/// Comparisons, ranges and lengths become facts.
extension StatementReader {
    /// `x ∈ {0, 1, 2}`, where the numbers follow one another.
    mutating func withSets(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
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

    mutating func withEndings(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        var found: [Feature] = []
        let result = Self.replacing(in: tokens) { position in
            guard let (features, match) = FeaturePhrases.endings.match(tokens, at: position) else { return nil }
            found += features
            return (.read, match.end)
        }
        for feature in found {
            reading.features.append(
                FeatureFact(
                    feature: feature, names: [], statement: index, evidence: statement.text, section: statement.section)
            )
        }
        return result
    }

    /// What names are, said outside the layout.
    mutating func withKinds(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
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
    mutating func withLengths(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        for position in tokens.indices {
            let opening = LengthPhrases.openings.match(tokens, at: position)
            guard let start = (opening ?? LengthPhrases.nouns.match(tokens, at: position))?.match.end,
                let (meaning, match) = LengthPhrases.table.match(tokens, at: start)
            else { continue }
            let words =
                opening == nil
                ? [TextToken(kind: .word("consisting"), text: ""), TextToken(kind: .word("of"), text: "")] : []
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

    private static let differentPairs = PhraseTable<Bool>([
        (
            "two distinct|different [positive] integers|numbers|integer|vertices|nodes|towns|cities [,] {names}",
            true
        ),
        ("两|2 个 不同|互不相同|不相等|不相同 的 [正] 整数|数|点|编号 [,] {names}", true),
    ])

    /// "two distinct integers a and b" are two integers of which `a ≠ b`.
    mutating func withDifferentPairs(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        guard statement.section == .input, let (at, _, match) = Self.differentPairs.first(in: tokens),
            match.names.count == 2, match.members == nil
        else { return tokens }
        add(
            [Chain(operands: match.names.map { .name($0) }, comparisons: [.notEqual])], statement, index)
        let words: Set<String> = ["distinct", "different", "不", "同", "互", "相", "等"]
        var result = Array(tokens[..<at])
        for token in tokens[at..<match.end] where !words.contains(token.text.lowercased()) {
            // "不同的整数": the particle goes with its word.
            if token.text == "的" { continue }
            result.append(token)
        }
        return result + tokens[match.end...]
    }

    mutating func withTuples(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
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

    mutating func withRanges(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        var found: [(chains: [Chain], position: Int)] = []
        let base = reading.chains.count
        let result = Self.replacing(in: tokens) { position in
            if case .term(let quantity) = tokens[position].kind,
                let (_, match) = ComparisonPhrases.rangesOfTerms.match(tokens, at: position),
                let lower = match.terms["a"], let upper = match.terms["b"]
            {
                found.append(
                    ([Chain(operands: [lower, quantity, upper], comparisons: [.lessOrEqual, .lessOrEqual])], position))
                return (.chain(base), match.end)
            }
            if let (_, match) = ComparisonPhrases.pairs.match(tokens, at: position), let a = match.terms["a"],
                let b = match.terms["b"], let low = a.constant, b.constant == low + 1,
                statement.section != .description || !Self.isHypothetical(tokens, position)
            {
                found.append(
                    (
                        match.names.map {
                            Chain(operands: [a, .name($0), b], comparisons: [.lessOrEqual, .lessOrEqual])
                        }, position
                    ))
                return (.chain(base), match.end)
            }
            if let (least, match) = ComparisonPhrases.ceilings.match(tokens, at: position), let upper = match.terms["b"]
            {
                let lower = Term.number(least == .positive ? 1 : 0)
                found.append(
                    (
                        match.names.map {
                            Chain(operands: [lower, .name($0), upper], comparisons: [.lessOrEqual, .lessOrEqual])
                        }, position
                    ))
                return (.chain(base), match.end)
            }
            guard let (_, match) = ComparisonPhrases.ranges.match(tokens, at: position),
                let lower = match.terms["a"], let upper = match.terms["b"]
            else { return nil }
            found.append(
                (
                    match.names.map {
                        Chain(operands: [lower, .name($0), upper], comparisons: [.lessOrEqual, .lessOrEqual])
                    }, position
                ))
            return (.chain(base), match.end)
        }
        for (chains, position) in found {
            let isHypothetical = statement.section == .description && Self.isHypothetical(tokens, position)
            add(chains, statement, index, isHypothetical)
        }
        return result
    }

    mutating func withChains(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
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
            let isHypothetical =
                statement.section == .description && Self.isHypothetical(tokens, position)
                && !Self.isParenthesis(tokens, position..<end, chains)
            add(chains, statement, index, isHypothetical, isExplanation: Self.isExplanation(tokens, position))
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
            if statement.section == .input, let names = newNames(chains, tokens, before: position) { result += names }
            result.append(TextToken(kind: .chain(reading.chains.count), text: Array(tokens[position..<end]).quoted))
            position = end
        }
        return result
    }

    mutating func add(
        _ chains: [Chain], _ statement: Statement, _ index: Int, _ isHypothetical: Bool? = nil,
        isExplanation: Bool = false
    ) {
        for chain in chains {
            reading.chains.append(
                ChainFact(
                    chain: chain, statement: index, evidence: statement.text, section: statement.section,
                    isHypothetical: isHypothetical
                        ?? (statement.section == .description && HypotheticalPhrases.isHypothetical(statement.tokens)),
                    isExplanation: isExplanation))
        }
    }

    /// "a positive integer p ≤ 100", "two integers 1 ≤ n, m ≤ 9": the values of a line are named by their bounds. The
    /// names that stand nowhere before, as tokens of their own.
    private func newNames(_ chains: [Chain], _ tokens: [TextToken], before position: Int) -> [TextToken]? {
        guard position > 0,
            [1, 2, 3].contains(where: { width in
                position >= width
                    && ContentPhrases.nouns.match(tokens, at: position - width)?.match.end == position
            })
        else { return nil }
        let earlier = reading.statements.flatMap(\.tokens) + tokens[..<position]
        var names: [VariableName] = []
        for name in chains.flatMap(\.operands).flatMap({ operand -> [VariableName] in
            if case .name(let name) = operand { return [name] }
            return []
        })
        where !names.contains(name)
            && !earlier.contains(where: { if case .name(name.base) = $0.kind { true } else { false } })
        {
            names.append(name)
        }
        guard !names.isEmpty, names.allSatisfy(\.subscripts.isEmpty) else { return nil }
        return names.enumerated().flatMap { index, name -> [TextToken] in
            let token = TextToken(kind: .name(name.base), text: "", isMathematics: true)
            return index == 0 ? [token] : [TextToken(kind: .symbol(.comma), text: ""), token]
        }
    }

    /// "His N cows (1 ≤ N ≤ 1000) want": a parenthesis that is nothing but bounds from below and above states them,
    /// whatever its sentence asks.
    private static func isParenthesis(_ tokens: [TextToken], _ range: Range<Int>, _ chains: [Chain]) -> Bool {
        guard range.lowerBound > 0, tokens[range.lowerBound - 1].isSymbol(.openParenthesis),
            range.upperBound < tokens.count,
            [.closeParenthesis, .comma, .semicolon].contains(where: { tokens[range.upperBound].isSymbol($0) })
        else { return false }
        return chains.allSatisfy { chain in
            chain.operands.count >= 3 && chain.operands.first?.isConstant == true
                && chain.operands.last.map { $0.isConstant || $0.names.allSatisfy(\.subscripts.isEmpty) } == true
        }
    }

    private static let explaining = PhraseTable<Bool>([
        ("表示|代表|意味着|denoting|denotes|meaning|means|represents|representing|describes|describing|that_asks", true)
    ])

    /// Whether the clause before a comparison says what a line means.
    static func isExplanation(_ tokens: [TextToken], _ position: Int) -> Bool {
        let start = tokens[..<position].lastIndex(where: WordedBounds.isBreak).map { $0 + 1 } ?? 0
        return explaining.first(in: Array(tokens[start..<position])) != nil
    }

    /// Whether a comparison of the description may be about what is asked; a clause with "where" tells what is.
    static func isHypothetical(_ tokens: [TextToken], _ position: Int) -> Bool {
        guard HypotheticalPhrases.isHypothetical(tokens) else { return false }
        let start = tokens[..<position].lastIndex(where: WordedBounds.isBreak).map { $0 + 1 } ?? 0
        let end = tokens[position...].firstIndex(where: WordedBounds.isBreak) ?? tokens.count
        let clause = Array(tokens[start..<end])
        guard HypotheticalPhrases.definitions.match(clause, at: 0) != nil else { return true }
        return HypotheticalPhrases.isHypothetical(clause)
    }

    /// "Tolls are never above one billion crowns": the variable is found when all are known.
    mutating func withWordedBounds(_ tokens: [TextToken], of statement: Statement, at index: Int) -> [TextToken] {
        var result: [TextToken] = []
        var position = 0
        // After the "and" that a clause just read ends at.
        var next = 0
        while position < tokens.count {
            let isStart = position == 0 || WordedBounds.isBreak(tokens[position - 1]) || position == next
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
            next = end + 1
        }
        return result
    }
}
