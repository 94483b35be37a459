/// Reads what several values without names mean, one part for each: "two integers: the number of parcels (between 1 and
/// 50) and the length of the route".
///
/// There must be as many parts as values; a part is words of the story, none of which could promise anything, and
/// perhaps the bounds of its value in parentheses or after it.
struct PartsReader {
    let tokens: [TextToken]

    struct Part {
        var meaning: [TextToken]
        var bounds: [LayoutEntry.Bound]
    }

    private static let heads = PhraseTable<Bool>([
        ("[,] 分别|依次 [表示|为|是|代表|对应]", true), ("[,] 表示|代表|即", true), (":", true), (",", true), ("—|-", true),
        ("[,] denoting|representing|giving|describing|namely|which_are|being|indicating|respectively", true),
        ("[,] which denote|represent|describe|give|are", true),
    ])

    /// The parts of the values that end at `position`, and where they end.
    func parts(at position: Int, count: Int) -> ([Part], end: Int)? {
        guard let (_, head) = Self.heads.match(tokens, at: position) else { return nil }
        var parts: [Part] = []
        var index = head.end
        while parts.count < count {
            guard let (part, end) = part(at: index) else { return nil }
            parts.append(part)
            index = end
            guard parts.count < count else { break }
            guard index < tokens.count, NameList.isSeparator(tokens[index]) else { return nil }
            while index < tokens.count, NameList.isSeparator(tokens[index]) { index += 1 }
        }
        // One part more would be a value more.
        if index < tokens.count, LimitReader(tokens: tokens).limits(at: index)?.saysAll != true {
            guard WordedBounds.isBreak(tokens[index]) else { return nil }
            if NameList.isSeparator(tokens[index]), self.part(at: index + 1) != nil,
                tokens[index...].dropFirst().contains(where: NameList.isSeparator)
            {
                return nil
            }
        }
        return (parts, index)
    }

    private func part(at position: Int) -> (Part, Int)? {
        var index = position
        var meaning: [TextToken] = []
        while index < tokens.count, tokens[index].isWord, !NameList.isSeparator(tokens[index]), meaning.count < 16 {
            guard !AlarmPhrases.alarmsInTail(tokens, at: index) else { return nil }
            meaning.append(tokens[index])
            index += 1
        }
        guard !Glossary.meaning(meaning).isEmpty || meaning.count >= 2 || meaning.first?.isHan == true,
            !Self.compares(meaning)
        else { return nil }
        var bounds: [LayoutEntry.Bound] = []
        if index < tokens.count, tokens[index].isSymbol(.openParenthesis) {
            guard let (found, end) = parenthesis(at: index) else { return nil }
            bounds = found
            index = end
        } else if let limits = LimitReader(tokens: tokens).limits(at: index), !limits.saysAll {
            bounds = limits.bounds
            index = WordedBounds.unitEnd(tokens, at: limits.end)
        }
        return (Part(meaning: meaning, bounds: bounds), index)
    }

    /// "The smaller number", "the start and the end": meanings that say how the values compare, which nobody wrote down.
    private static func compares(_ meaning: [TextToken]) -> Bool {
        let text = meaning.map { $0.text.lowercased() }
        if text.contains(where: comparing.contains) { return true }
        let joined = text.joined()
        return ["较", "更", "最小", "最大", "最低", "最高", "起", "终", "始", "末", "左", "右", "上界", "下界", "上限", "下限"].contains {
            joined.contains($0)
        }
    }

    private static let comparing: Set<String> = [
        "smaller", "larger", "bigger", "greater", "lower", "higher", "lesser", "upper", "shorter", "taller", "longer",
        "heavier", "lighter", "earlier", "later", "minimum", "maximum", "min", "max", "least", "smallest", "largest",
        "lowest", "highest", "greatest", "biggest", "low", "high", "start", "end", "beginning", "begin", "first",
        "last",
        "left", "right", "from", "until", "arrival", "departure", "opening", "closing", "older", "younger", "remaining",
    ]

    /// "(between 1 and 50)", "(in kilometres)", "(in metres, at most 9)".
    private func parenthesis(at position: Int) -> ([LayoutEntry.Bound], Int)? {
        var index = position + 1
        var bounds: [LayoutEntry.Bound] = []
        while index < tokens.count {
            if tokens[index].isSymbol(.closeParenthesis) { return (bounds, index + 1) }
            if bounds.isEmpty, let limits = LimitReader(tokens: tokens).limits(at: index) {
                bounds = limits.bounds
                index = limits.end
                continue
            }
            switch tokens[index].kind {
            case .symbol(.comma), .symbol(.wideComma): index += 1
            case .word where !AlarmPhrases.alarmsInTail(tokens, at: index): index += 1
            default: return nil
            }
        }
        return nil
    }
}
