/// Turns comparisons in words into signs and numbers: "does not exceed twenty" is `≤ 20`.
enum WordComparisons {
    static func folded(_ tokens: [TextToken]) -> [TextToken] {
        let tokens = withPredicates(withoutNone(withoutNeither(withMeasures(tokens))))
        let compared = StatementReader.replacing(in: tokens) { position in
            if let (symbol, match) = ComparisonPhrases.table.match(tokens, at: position) {
                return (.symbol(symbol), match.end)
            }
            if let (symbol, match) = ComparisonPhrases.beforeNumbers.match(tokens, at: position),
                isNumber(tokens, at: match.end)
            {
                return (.symbol(symbol), match.end)
            }
            return nil
        }
        return withSmallNumbers(compared)
    }

    /// "Neither the number of x nor the number of y is larger than 5" is "the number of x and the number of y ≤ 5".
    private static func withoutNeither(_ tokens: [TextToken]) -> [TextToken] {
        guard let neither = tokens.firstIndex(where: { $0.kind == .word("neither") }),
            let nor = tokens[neither...].firstIndex(where: { $0.kind == .word("nor") }), nor > neither + 1
        else { return tokens }
        for position in (nor + 1)..<tokens.count {
            if WordedBounds.isBreak(tokens[position]) { return tokens }
            guard let (symbol, match) = denied.match(tokens, at: position) else { continue }
            var result = Array(tokens[..<neither]) + tokens[(neither + 1)..<nor]
            result.append(TextToken(kind: .word("and"), text: "nor"))
            result += tokens[(nor + 1)..<position]
            result.append(TextToken(kind: .symbol(symbol), text: Array(tokens[position..<match.end]).quoted))
            return result + tokens[match.end...]
        }
        return tokens
    }

    /// "no higher than 5 metres" is "height ≤ 5 metres".
    private static func withMeasures(_ tokens: [TextToken]) -> [TextToken] {
        let measures = ["wider", "higher", "taller", "heavier", "deeper", "thicker", "older"]
        guard tokens.contains(where: { measures.contains($0.text.lowercased()) }) else { return tokens }
        var result: [TextToken] = []
        var position = 0
        while position < tokens.count {
            if position + 2 < tokens.count, ["no", "not", "never"].contains(tokens[position].text.lowercased()),
                measures.contains(tokens[position + 1].text.lowercased()), tokens[position + 2].kind == .word("than"),
                isNumber(tokens, at: position + 3),
                let measure = Glossary.measuresByAdjective[tokens[position + 1].text]
            {
                result.append(TextToken(kind: .word(measure), text: measure))
                result.append(
                    TextToken(kind: .symbol(.lessOrEqual), text: Array(tokens[position..<(position + 3)]).quoted))
                position += 3
            } else {
                result.append(tokens[position])
                position += 1
            }
        }
        return result
    }

    /// "No chest holds more than 5 coins" is "every chest holds ≤ 5 coins".
    private static func withoutNone(_ tokens: [TextToken]) -> [TextToken] {
        guard let no = tokens.firstIndex(where: { [.word("no"), .word("nobody")].contains($0.kind) }),
            no == 0 || WordedBounds.isBreak(tokens[no - 1]) || tokens[no - 1].kind == .word("and")
        else { return tokens }
        for position in (no + 2)..<max(no + 2, min(no + 8, tokens.count)) {
            if let (symbol, match) = deniedAfterVerb.match(tokens, at: position), isNumber(tokens, at: match.end) {
                var result = tokens
                // "No weight or strength" is "every weight and strength".
                for index in no..<position where tokens[index].kind == .word("or") {
                    result[index] = TextToken(kind: .word("and"), text: "or")
                }
                result[no] = TextToken(kind: .word("every"), text: tokens[no].text)
                result.replaceSubrange(
                    position..<match.end,
                    with: [TextToken(kind: .symbol(symbol), text: Array(tokens[position..<match.end]).quoted)])
                return result
            }
            guard tokens[position - 1].isWord else { return tokens }
        }
        return tokens
    }

    private static let deniedAfterVerb = PhraseTable<Symbol>([
        ("more_than|larger_than|greater_than|longer_than|heavier_than|higher_than|bigger_than", .lessOrEqual),
        ("exceeds|exceed", .lessOrEqual),
        ("less_than|fewer_than|smaller_than|shorter_than|lighter_than|lower_than", .greaterOrEqual),
    ])

    /// What a comparison means where it is denied.
    private static let denied = PhraseTable<Symbol>([
        ("is|are|be larger_than|greater_than|more_than|above|over|longer_than|bigger_than|higher_than", .lessOrEqual),
        ("exceeds|exceed|exceeding", .lessOrEqual),
        ("is|are|be less_than|smaller_than|below|fewer_than|under|lower_than", .greaterOrEqual),
    ])

    /// "n is positive" is `n ≥ 1`; "a positive integer n" is left to the layout.
    private static func withPredicates(_ tokens: [TextToken]) -> [TextToken] {
        var result: [TextToken] = []
        var position = 0
        while position < tokens.count {
            if let (least, match) = ComparisonPhrases.neither.match(tokens, at: position) {
                result.append(tokens[position])
                result.append(TextToken(kind: .symbol(.greaterOrEqual), text: "is"))
                result.append(TextToken(kind: .number(least), text: "not zero"))
                position = match.end
                continue
            }
            if let (_, match) = ComparisonPhrases.neitherAbove.match(tokens, at: position) {
                result.append(tokens[position])
                result.append(TextToken(kind: .symbol(.lessOrEqual), text: "exceeds"))
                position = match.end
                continue
            }
            guard position > 0, let (least, match) = ComparisonPhrases.predicates.match(tokens, at: position),
                isOperand(tokens[position - 1]) || endsHere(tokens, match.end),
                NameList.names(in: tokens, at: match.end) == nil
            else {
                result.append(tokens[position])
                position += 1
                continue
            }
            result.append(TextToken(kind: .symbol(.greaterOrEqual), text: Array(tokens[position..<match.end]).quoted))
            result.append(TextToken(kind: .number(least), text: ""))
            position = match.end
        }
        return result
    }

    /// "tolls are never negative and never above …": a sentence of its own.
    private static func endsHere(_ tokens: [TextToken], _ position: Int) -> Bool {
        guard position < tokens.count else { return true }
        return WordedBounds.isBreak(tokens[position])
            || [.word("and"), .word("but"), .word("且")].contains(tokens[position].kind)
    }

    private static func isOperand(_ token: TextToken) -> Bool {
        switch token.kind {
        case .word("which"), .word("that"): true
        case .name, .term, .symbol(.closeBrace), .symbol(.bar), .symbol(.closeParenthesis): true
        default: false
        }
    }

    private static func isNumber(_ tokens: [TextToken], at position: Int) -> Bool {
        guard position < tokens.count else { return false }
        switch tokens[position].kind {
        case .number: return true
        case .word(let word): return NumberWords.all[word] != nil
        default: return false
        }
    }

    /// A small number in words is a number after a comparison and in "between one and five", "在一到五之间".
    private static func withSmallNumbers(_ tokens: [TextToken]) -> [TextToken] {
        var result = tokens
        func fold(_ index: Int) {
            guard case .word(let word) = result[index].kind, let number = NumberWords.all[word] else { return }
            result[index] = TextToken(kind: .number(Int128(number)), text: tokens[index].text)
        }
        for index in tokens.indices.dropFirst() where isNumber(tokens, at: index) {
            if tokens[index - 1].isComparison { fold(index) }
            guard isNumber(tokens, at: index + 2) else { continue }
            switch (tokens[index - 1].kind, tokens[index + 1].kind) {
            case (.word("between"), .word("and")), (.word("from"), .word("to")), (.word("在"), .word("到")),
                (.word("在"), .word("至")), (.word("于"), .word("到")):
                fold(index)
                fold(index + 2)
            default: break
            }
        }
        return result
    }
}
