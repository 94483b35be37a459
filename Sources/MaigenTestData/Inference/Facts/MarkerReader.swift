/// Reads which characters stand in a grid exactly once, and what a legend of characters lists.
enum MarkerReader {
    private static let exactlyOne = PhraseTable<Bool>([
        ("恰好|恰|有且仅|有且只|仅|只|正好|保证 [有|包含|出现|存在] [且] [仅] 一 个|次", true),
        ("有且仅有一个|有且只有一个|恰有一个|恰好出现一次|只出现一次|仅出现一次|恰好各有一个|各恰好有一个|各有且仅有一个|分别有且仅有一个", true),
        ("各|分别 恰好|恰|有且仅|有且只|仅|只|正好 [有|出现|包含|存在] [且] [仅] 一 个|次", true),
        ("恰好|恰 各|分别 [有|出现|包含|存在] 一 个|次", true),
        ("恰好|恰|有且仅|有且只|正好 [有|出现|包含|存在] 一 个|次", true),
        ("exactly one|once", true),
        ("exactly one cell|character", true),
    ])

    private static let meanings = PhraseTable<Bool>([
        ("表示|代表|为|是|：|:|—|denotes|denote|represents|means|is|are|stands_for|for|indicates|marks", true),
        ("( denotes|represents|means", true),
    ])

    /// Where the verb ends that gives a character its meaning.
    static func meaningEnd(in tokens: [TextToken], at position: Int) -> Int? {
        meanings.match(tokens, at: position)?.match.end
    }

    /// `` `S` 表示起点，恰好有一个 ``: the markers of the statement and the place of the words, or nil.
    static func markers(in tokens: [TextToken]) -> (characters: [Character], words: Range<Int>)? {
        guard let (at, _, match) = exactlyOne.first(in: tokens) else { return nil }
        func codes(_ range: Range<Int>) -> [Character] {
            tokens[range].compactMap { token in
                guard case .code(let text) = token.kind, text.count == 1 else { return nil }
                return text.first
            }
        }
        // "恰好有一个 `S`" names them after; "`S` 表示起点，恰好有一个" before, and then only one can be meant.
        let (after, end) = listed(tokens, from: match.end)
        if !after.isEmpty { return (after, at..<(codes(match.end..<end).count == after.count ? end : match.end)) }
        let before = codes(0..<at)
        let saysEach = tokens[at..<match.end].contains { $0.kind == .word("各") || $0.kind == .word("分") }
        guard before.count == 1 || (saysEach && !before.isEmpty) else { return nil }
        return (before, at..<match.end)
    }

    /// The characters right after "exactly one", over what joins them: "`S` and exactly one `T`"; of characters further
    /// on nothing is said.
    private static func listed(_ tokens: [TextToken], from start: Int) -> ([Character], Int) {
        var result: [Character] = []
        var end = start
        var index = start
        while index < tokens.count {
            if let (_, match) = exactlyOne.match(tokens, at: index) {
                index = match.end
                continue
            }
            switch tokens[index].kind {
            case .code(let text) where text.count == 1:
                result.append(text.first!)
                index += 1
                end = index
            case .symbol(.comma), .symbol(.wideComma), .symbol(.pause), .symbol(.quote): index += 1
            case .word(let word) where joining.contains(word): index += 1
            default: return (result, end)
            }
        }
        return (result, end)
    }

    private static let joining: Set<String> = [
        "and", "one", "a", "the", "cell", "cells", "character", "characters", "letter", "square", "squares", "field",
        "和", "与", "以", "及", "一", "个", "字", "符", "标", "记", "各",
    ]

    /// The characters that the statement explains: `` `.` 表示空地 ``.
    static func legend(in tokens: [TextToken]) -> [Character] {
        var result: [Character] = []
        for (index, token) in tokens.enumerated() {
            guard case .code(let text) = token.kind, text.count == 1 else { continue }
            if meanings.match(tokens, at: index + 1) != nil { result.append(text.first!) }
        }
        return result
    }

    /// "起点和终点各有且仅有一个", where the characters are named elsewhere: a promise that cannot be tied to them.
    static func unnamedMarker(_ tokens: [TextToken], _ reading: Reading) -> String? {
        guard exactlyOne.first(in: tokens) != nil, markers(in: tokens) == nil else { return nil }
        var meanings: Set<String> = []
        for statement in reading.statements {
            let all = statement.statement.tokens
            for index in all.indices {
                guard case .code(let text) = all[index].kind, text.count == 1,
                    let start = meaningEnd(in: all, at: index + 1)
                else { continue }
                let end = all[start...].firstIndex(where: WordedBounds.isBreak) ?? all.count
                meanings.formUnion(Glossary.meaning(Array(all[start..<end])))
            }
        }
        return Glossary.meaning(tokens).isDisjoint(with: meanings) ? nil : tokens.quoted
    }
}
