/// Finds how a clause opens a line whatever its words: between the start of the clause and the first value it may hold
/// only words that openings are made of, and of the story only what a line is for ("one line per courier with …").
///
/// `OpeningPhrases` knows whole phrases; this knows their parts, so that it reads the phrases nobody listed.
struct LooseOpening {
    enum Kind: Equatable {
        /// The line of this number; nil: the next one.
        case line(Int?)
        case rows(Term)
        case eachRow
        /// The line of this number of each test case.
        case caseLine(Int?)
    }

    let tokens: [TextToken]
    let content: ContentReader

    private static let longest = 26

    /// The opening at `position` and where its values begin; nil where the clause says anything else before them.
    func opening(at position: Int, ofOpenLines: Bool = false) -> (Kind, end: Int)? {
        var walk = Walk()
        if ofOpenLines, case .word(let word) = tokens[position].kind, Self.eachWords.contains(word) {
            walk.saysLine = true
        }
        guard let end = walked(from: position, &walk), walk.saysLine else { return nil }
        if walk.saysCase {
            return walk.saysEach && walk.count == nil && (walk.number != nil || walk.saysNext)
                ? (.caseLine(walk.number), end) : nil
        }
        if let count = walk.count { return (count == .number(1) ? .line(nil) : .rows(count), end) }
        if let number = walk.number { return (.line(number), end) }
        if walk.saysEach { return (.eachRow, end) }
        return walk.saysNext ? (.line(nil), end) : nil
    }

    /// "The m lines that follow describe the streets": lines whose values a later sentence tells.
    func announcement(at position: Int) -> Term? {
        guard position == 0, AlarmPhrases.conventions.match(tokens, at: 0)?.match.end != tokens.count else {
            return nil
        }
        var walk = Walk()
        walk.mayEnd = true
        guard walked(from: position, &walk) == tokens.count, let count = walk.count, !walk.saysCase,
            walk.number == nil, !count.isConstant
        else { return nil }
        return count
    }

    /// Where the values begin after an opening, over words that only lead to them.
    func bridge(from position: Int) -> Int? {
        var walk = Walk()
        walk.isBridge = true
        guard let end = walked(from: position, &walk), end > position, walk.count == nil, walk.number == nil,
            !walk.saysCase
        else { return nil }
        return end
    }

    private struct Walk {
        var saysLine = false
        var saysEach = false
        var saysNext = false
        var saysCase = false
        var number: Int?
        var count: Term?
        /// How many more words of the story may stand here.
        var story = 0
        var isBridge = false
        /// The clause may end without a value.
        var mayEnd = false
    }

    private func walked(from position: Int, _ walk: inout Walk) -> Int? {
        var index = position
        while index < min(position + Self.longest, tokens.count) {
            if let (_, match) = Self.starts.match(tokens, at: index) {
                walk.saysLine = true
                index = match.end
                continue
            }
            if let (count, end) = lineCount(at: index) {
                if walk.count != nil || walk.number != nil { return nil }
                (walk.count, walk.saysLine, walk.story) = (count, true, 0)
                index = end
                continue
            }
            if let (number, end) = lineNumber(at: index) {
                if walk.count != nil || walk.number != nil { return nil }
                (walk.number, walk.saysLine, walk.story) = (number, true, 0)
                index = end
                continue
            }
            if let (_, match) = Self.members.match(tokens, at: index) {
                (walk.saysEach, walk.saysLine) = (true, true)
                index = match.end
                continue
            }
            if let (_, match) = Self.cases.match(tokens, at: index) {
                walk.saysCase = true
                index = match.end
                continue
            }
            if isRowNumber(at: index), walk.story > 0 {
                index += 1
                continue
            }
            if index > position, walk.saysLine || walk.isBridge, beginsContent(at: index) { return index }
            switch tokens[index].kind {
            case .word(let word):
                if Self.lineWords.contains(word) {
                    walk.saysLine = true
                    walk.story = 0
                } else if Self.eachWords.contains(word) {
                    walk.saysEach = true
                } else if Self.nextWords.contains(word) {
                    walk.saysNext = true
                } else if Self.purposes.contains(word) {
                    walk.story = tokens[index].isHan ? 8 : 5
                } else if !Self.neutral.contains(word) {
                    guard walk.story > 0, !AlarmPhrases.alarmsInTail(tokens, at: index),
                        ContentPhrases.nouns.match(tokens, at: index) == nil
                    else { return nil }
                    walk.story -= 1
                }
                index += 1
            case .symbol(.comma), .symbol(.wideComma), .symbol(.colon):
                walk.story = 0
                index += 1
            case .read where walk.story > 0:
                // "for each road": a word of the story that has been read for what else it says.
                walk.story -= 1
                index += 1
            default:
                return nil
            }
        }
        return walk.mayEnd && index == tokens.count ? index : nil
    }

    /// "describes student i:": the number of the row, not a value on it.
    private func isRowNumber(at index: Int) -> Bool {
        guard case .name(let name) = tokens[index].kind, ["i", "j", "k"].contains(name), index > 0,
            tokens[index - 1].isWord, !content.known.contains(name), index + 1 < tokens.count
        else { return false }
        switch tokens[index + 1].kind {
        case .symbol(.comma), .symbol(.wideComma), .symbol(.colon): return true
        case .word(let word): return ["with", "by", "and", "it", "which", "的"].contains(word)
        default: return false
        }
    }

    private func beginsContent(at index: Int) -> Bool {
        if case .word(let word) = tokens[index].kind {
            // "a single line", "one line": an article alone is no value.
            guard
                NumberWords.all[word] != nil || ["a", "an", "the", "每", "一"].contains(word) == false
                    || content.entry(at: index)?.0.count != nil
            else { return false }
        }
        guard let (entry, end) = content.entry(at: index), end > index else { return false }
        return entry.count != nil || !entry.names.isEmpty || !entry.noun.isEmpty
    }

    /// `n lines`, `m 行`, "two further lines".
    private func lineCount(at index: Int) -> (Term, Int)? {
        guard let (_, match) = Self.counts.match(tokens, at: index) else { return nil }
        if let term = match.terms["c"] { return (term, match.end) }
        guard case .word(let word) = tokens[index].kind, let number = NumberWords.all[word] else { return nil }
        return (.number(Int128(number)), match.end)
    }

    private func lineNumber(at index: Int) -> (Int, Int)? {
        for (number, table) in Self.numbers {
            if let (_, match) = table.match(tokens, at: index) { return (number, match.end) }
        }
        return nil
    }

    private static let counts = PhraseTable<Bool>([
        ("{c} [more|further|additional|other|separate|such] lines|rows", true), ("{c} 行", true),
        ("two|three|four|five|six|seven|eight|nine|ten [more|further|additional|other|separate] lines|rows", true),
        ("一|两|二|三|四|五|六|七|八|九|十 行", true),
    ])

    private static let numbers: [(Int, PhraseTable<Bool>)] =
        NumberWords.ordinals.map { word, number in
            (
                number,
                PhraseTable([
                    ("\(word) [input] line|row|one", true), ("the \(word) has|contains|holds|gives|consists", true),
                ])
            )
        }
        + NumberWords.chinese.map { word, number in (number, PhraseTable([("第 \(word) 行", true)])) }

    /// One of the lines announced: "the i-th of them", "第 i 行", "每行".
    private static let members = PhraseTable<Bool>([
        ("[the] {i} -th|th [of] [the] [these|those|them|which] [line|lines|row|rows]", true),
        ("[the] {i} -th|th of {c} lines|rows", true),
        ("第 {i} 行", true), ("每 [一] 行", true), ("each|every line|row|one", true),
        ("each of them|these|those|which", true),
        ("line|row {i} of these|those|them|which [lines|rows]", true),
    ])
    /// "第二行起": where the lines begin, not what one of them holds.
    private static let starts = PhraseTable<Bool>([
        ("从 第 一|二|三|四|五 行 起|开始 [,] [的]", true), ("第 一|二|三|四|五 行 起|开始 [,] [的]", true),
        ("[starting] from|with|on the second|third|fourth line [on|onwards] [,]", true),
    ])
    private static let cases = PhraseTable<Bool>([
        ("test|data|testcase|dataset|testcases [case|cases|set|sets]", true), ("组|测试|数据 [测试] [数据]", true),
    ])

    private static let lineWords: Set<String> = ["line", "lines", "row", "rows", "行"]
    private static let eachWords: Set<String> = ["each", "every", "每"]
    private static let nextWords: Set<String> = [
        "next", "following", "then", "last", "final", "finally", "single", "only", "one", "a", "another", "afterwards",
        "接", "然", "随", "最", "再", "之", "单", "独", "一", "下",
    ]
    /// After these the story may say what a line is for.
    private static let purposes: Set<String> = [
        "for", "per", "of", "describing", "describes", "describe", "about", "representing", "represents", "to",
        "corresponding", "示", "述", "表", "描", "应", "对",
    ]
    private static let neutral: Set<String> = [
        "the", "this", "there", "follow", "follows", "followed", "come", "comes", "these", "those", "them", "which",
        "such", "after", "thereafter",
        "on", "in", "at", "and", "by", "with", "input", "file", "very", "will", "you", "find", "contain", "contains",
        "containing", "consist", "consists", "consisting", "has", "have", "having", "give", "gives", "giving", "given",
        "is", "are", "be", "hold", "holds", "holding", "begin", "begins", "start", "starts", "starting", "comprises",
        "own", "separate", "it", "that", "remaining", "rest", "further", "additional", "more", "description",
        "descriptions", "information", "made", "up", "written", "exactly", "again", "also", "similarly", "likewise",
        "we", "where",
        "此", "来", "后", "面", "以", "其", "着", "共", "有", "的", "中", "包", "含", "括", "为", "是", "给", "出", "输", "入",
        "文", "件", "依", "次", "分", "别", "仅", "只", "会", "将", "从", "到", "这", "些", "里", "内", "在", "上", "先", "由",
        "紧", "跟", "了", "还", "另", "余", "剩", "下",
    ]
}
