extension LayoutReader {
    private static let several = PhraseTable<Bool>([
        ("[the] input [file] contains|consists_of|describes multiple|several|many [different] {word}", true),
        ("[the] [description|descriptions] of several|multiple|many {word} follow|are_given", true),
    ])

    /// "The input contains several maps", where each map is a test case.
    func announcesCases(_ tokens: [TextToken]) -> Bool {
        guard let noun = reading.caseNoun, let (_, match) = Self.several.match(tokens, at: 0),
            match.end == tokens.count, match.words.first.map(Glossary.stem) == noun
        else { return false }
        return true
    }

    /// `` `#` denotes an empty cell ``: where the meaning of a character ends.
    func legend(_ tokens: [TextToken], at position: Int) -> Int? {
        guard case .code(let text) = tokens[position].kind, text.count == 1,
            let end = MarkerReader.meaningEnd(in: tokens, at: position + 1)
        else { return nil }
        var index = end
        while index < tokens.count, !isBreak(tokens[index]) {
            switch tokens[index].kind {
            case .code: return index
            case .word(let word) where !["exactly", "once", "only", "恰", "仅", "只"].contains(word): index += 1
            case .read: index += 1
            default: return nil
            }
        }
        return index
    }

    /// "Lakeville is a modest town: neither number exceeds 1500": the story that leads to a bound.
    func prelude(in tokens: [TextToken], at position: Int) -> Int? {
        guard let colon = tokens[position...].firstIndex(where: isBreak), tokens[colon].isSymbol(.colon),
            colon + 1 < tokens.count, tokens[colon + 1].kind == .read
        else { return nil }
        let clause = Array(tokens[position..<colon])
        let isStory = clause.indices.allSatisfy { index in
            clause[index].isWord && !AlarmPhrases.alarmsInTail(clause, at: index)
                && OpeningPhrases.table.match(clause, at: index) == nil
                && ContentPhrases.nouns.match(clause, at: index) == nil
        }
        return isStory ? colon : nil
    }

    /// Where a clause ends that only says what stands between values: "单词（字母）与整数之间用一个空格隔开".
    func spacing(in tokens: [TextToken], at position: Int) -> Int? {
        var index = position
        while index < tokens.count {
            if let (_, match) = AlarmPhrases.spacing.match(tokens, at: index) {
                return match.end == tokens.count || isBreak(tokens[match.end]) ? match.end : nil
            }
            switch tokens[index].kind {
            case .symbol(.openParenthesis), .symbol(.closeParenthesis), .code: index += 1
            case .word(let word) where !["行", "line", "lines", "不", "没", "no", "not"].contains(word): index += 1
            default: return nil
            }
        }
        return nil
    }

    /// Where a clause ends that begins at `position` and promises nothing.
    func freedom(in tokens: [TextToken], at position: Int) -> Int? {
        let end = tokens[position...].firstIndex(where: isBreak) ?? tokens.count
        let clause = Array(tokens[position..<end])
        return FreedomPhrases.isFreedom(clause) || FreedomPhrases.continues(clause) ? end : nil
    }
}
