/// A bound whose variable is told by its meaning: "tolls are never above one billion crowns".
struct WordedBound: Sendable {
    /// The words before the comparison, and those after its number.
    var subject: [TextToken]
    var things: [TextToken]
    /// The sentence up to the clause: what "them", "its" and "whose" point at.
    var before: [TextToken]
    /// "at most twenty of them"
    var pointsAtThem = false
    /// The bound is of the sum over all rows or test cases.
    var isTotal = false
    var lower: Term?
    var upper: Term?
    var isAbsolute: Bool
    var statement: Int
    var section: Statement.Section
    var evidence: String
}

/// Finds bounds told by meanings and ties them to variables.
enum WordedBounds {
    static func isBreak(_ token: TextToken) -> Bool {
        [.comma, .wideComma, .colon, .semicolon, .dash, .openParenthesis, .closeParenthesis].contains {
            token.isSymbol($0)
        }
    }

    /// The bound of the clause that begins at `position`, and where the clause ends.
    static func clause(_ tokens: [TextToken], at position: Int, _ statement: Statement, _ index: Int)
        -> (WordedBound, end: Int)?
    {
        let first = tokens[position...].firstIndex(where: isBreak) ?? tokens.count
        guard let (lower, upper, words, counted) = bound(in: tokens, position..<first),
            statement.section != .description || [lower, upper].allSatisfy({ $0?.isConstant ?? true })
        else { return nil }
        if lower == nil, upper != nil, let (_, match) = together.match(tokens, at: words.upperBound),
            match.end == tokens.count || isBreak(tokens[match.end]),
            tokens[position..<words.lowerBound].allSatisfy({ joining.contains($0.text.lowercased()) })
        {
            // ", and not more than 5 on all maps together": the sum of what was bounded just before.
            return (
                WordedBound(
                    subject: [], things: [], before: Array(tokens[..<position]), isTotal: true, lower: nil,
                    upper: upper,
                    isAbsolute: false, statement: index, section: statement.section, evidence: statement.text),
                match.end
            )
        }
        let wholeEnd = tokens[words.upperBound...].firstIndex(where: isBreak) ?? tokens.count
        // "is ≤ 10 wide and its height ≤ 5": a second comparison with a subject of its own.
        let end =
            (words.upperBound..<wholeEnd).first { place in
                [.word("and"), .word("but"), .word("且")].contains(tokens[place].kind)
                    && (bound(in: tokens, (place + 1)..<wholeEnd) != nil
                        || isReadAlready(tokens[(place + 1)..<wholeEnd]))
            } ?? wholeEnd
        let subject = Array(tokens[position..<words.lowerBound])
        var things = counted + Array(tokens[words.upperBound..<end])
        var least = lower
        if least == nil, let (kind, match) = kinds.match(things, at: 0), match.end == things.count {
            least = .number(kind)
            things = []
        }
        if things.count == 2, things[0].kind == .word("整"), things[1].kind == .word("数") { things = [] }
        if things.count == 3, things.map(\.text) == ["的", "整", "数"] { things = [] }
        let rest = subject + things
        let pointsAtThem = tokens[words].contains { $0.kind == .word("them") }
        let hasNames = things.contains { if case .name = $0.kind { true } else { false } }
        let text = subject.map(\.text).joined(separator: " ").lowercased()
        let isSum = ["sum", "total", "总 和", "之 和", "和", "product", "乘 积", "average", "平 均", "difference", "差"].contains
        {
            text.hasSuffix($0) || text.contains($0 + " ")
        }
        guard !isSum, !hasNames, rest.allSatisfy(isPlain),
            !rest.indices.contains(where: { AlarmPhrases.alarmsInTail(rest, at: $0) }),
            pointsAtThem
                || subject.isEmpty && things.isEmpty && lower != nil && upper != nil && statement.section != .input
                || ["both", "neither", "两 者"].contains(text)
                || statement.continuesLine && ["it", "they", "它"].contains(text)
                || rest.contains(where: { $0.isWord && !fillers.contains($0.text.lowercased()) })
        else { return nil }
        if statement.section == .description {
            guard HypotheticalPhrases.mood(rest) == .assertion, modal.first(in: rest) == nil else { return nil }
        } else if statement.section == .input, !subject.contains(where: { $0.kind == .word("neither") }) {
            // What stands on a line is for the layout.
            let isLayout = subject.indices.contains { place in
                OpeningPhrases.table.match(subject, at: place) != nil
                    || ContentPhrases.nouns.match(subject, at: place) != nil
            }
            let text = subject.map(\.text).joined()
            let isCount = countEndings.contains { text.hasSuffix($0) }
            let isLength = characters.match(things, at: 0)?.match.end == things.count && !things.isEmpty
            if isLayout && !isCount && !isLength { return nil }
        }
        var clauseEnd = end
        if least == nil, end < tokens.count, let (_, match) = noneOf.match(tokens, at: end + 1),
            match.end == tokens.count || isBreak(tokens[match.end])
        {
            (least, clauseEnd) = (.number(0), match.end)
        }
        let absolute = subject.contains { $0.kind == .word("absolute") } || subject.map(\.text).joined().contains("绝对值")
        return (
            WordedBound(
                subject: subject, things: things, before: Array(tokens[..<position]),
                pointsAtThem: pointsAtThem, lower: least, upper: upper, isAbsolute: absolute, statement: index,
                section: statement.section, evidence: statement.text), clauseEnd
        )
    }

    /// "… and has exactly two digits": a second property, which another rule has read.
    private static func isReadAlready(_ tokens: ArraySlice<TextToken>) -> Bool {
        tokens.contains { $0.kind == .read }
            && tokens.allSatisfy { $0.kind == .read || FillerPhrases.words.contains($0.text.lowercased()) }
    }

    private static func isPlain(_ token: TextToken) -> Bool {
        switch token.kind {
        case .word, .name: true
        default: token.plainWord != nil
        }
    }

    /// ", and it is possible that Tina has none": the least is zero.
    private static let noneOf = PhraseTable<Bool>([
        ("[and|or|but] it is possible that {words} none", true), ("[and|or|but] possibly none [at_all]", true),
        ("[and|or|but] [there] may|might|can be none [at_all|of_them]", true), ("[也] 可能|可以 [一个] [也|都] 没有", true),
        ("[and|or|but] {words} may|might have none", true),
        ("[and|or|but] some [of_them] [may|might|can] get|have|hold|contain|are none|nothing|empty", true),
    ])

    private static let fillers: Set<String> = [
        "each", "which", "that", "and", "all", "both", "is", "are", "it", "of", "them", "均", "都", "且", "并", "每", "个",
        "各", "的", "为",
        "there", "have", "has", "be", "with", "for", "every", "data", "保", "证", "其", "中",
    ]

    private static let together = PhraseTable<Bool>([
        ("[{word}] on|in|over|across|for all|the {words} together|combined|in_total", true),
        ("[{word}] in|over|across|for all [the] {word}", true),
        ("[{word}] in total|all|the_whole_input", true), ("[{word}] altogether|together|combined", true),
    ])
    /// "…, but no more than 30": of what was bounded just before.
    static func continues(_ bound: WordedBound) -> Bool {
        // "…，至少有一人": a measure of what was bounded just before.
        if bound.subject.allSatisfy({ joining.contains($0.text.lowercased()) }), bound.things.count == 1,
            bound.things[0].isHan, Glossary.measures.contains(bound.things[0].text) || bound.things[0].text == "人",
            (bound.lower == nil) != (bound.upper == nil)
        {
            return true
        }
        return bound.things.isEmpty && !bound.subject.isEmpty
            && bound.subject.allSatisfy { joining.contains($0.text.lowercased()) }
    }

    private static let joining: Set<String> = ["and", "but", "there", "are", "also", "且", "但"]

    private static let modal = PhraseTable<Bool>([
        (
            "will|must|should|would|be|loaded|chosen|at_once|at_the_same_time|same_time|allowed|cost|costs|takes|take|跳|走|选|取|花费|消耗|同时",
            true
        )
    ])

    // MARK: clauses

    /// The bound told in the clause `range` of a sentence; nil where its words tell something else, or more.
    static func bound(in tokens: [TextToken], _ range: Range<Int>)
        -> (lower: Term?, upper: Term?, words: Range<Int>, counted: [TextToken])?
    {
        var counted: [TextToken] = []
        guard let start = range.first(where: { isFree(tokens, at: $0, range) }) else { return nil }
        var lower: Term?
        var upper: Term?
        var position = start
        while let (low, high, end) = limit(tokens, at: position) {
            guard low == nil || lower == nil, high == nil || upper == nil else { return nil }
            (lower, upper) = (lower ?? low, upper ?? high)
            position = end
            if position + 1 < tokens.count, isOfThem(Array(tokens[position..<min(position + 2, tokens.count)])) {
                position += 2
            }
            // "at least one book and no more than 50 of them": what is counted may stand between.
            let next = (position...position + 3).lazy.compactMap { place -> (Int, Int)? in
                guard place < tokens.count,
                    tokens[position..<place].allSatisfy({ isPlain($0) && !$0.isHan || $0.kind == .word("of") }),
                    let (_, joint) = joints.match(tokens, at: place), limit(tokens, at: joint.end) != nil
                else { return nil }
                return (place, joint.end)
            }.first
            guard let (place, end) = next else { break }
            counted += tokens[position..<place]
            position = end
        }
        guard lower != nil || upper != nil else { return nil }
        return (lower, upper, start..<position, counted)
    }

    private static let joints = PhraseTable<Bool>([
        ("[,] 且|并且|而且|但|and|but|yet [also] [it|they] [is|are]", true),
        ("[,] and|but there [are|is|will_be]", true), ("、", true), ("[,] 且|但|而 [最多|至多] [有]", true),
    ])

    /// A comparison without anything to compare before it.
    private static func isFree(_ tokens: [TextToken], at position: Int, _ range: Range<Int>) -> Bool {
        guard limit(tokens, at: position) != nil else { return false }
        guard position > range.lowerBound else { return true }
        switch tokens[position - 1].kind {
        case .name, .number, .decimal, .term, .chain, .symbol(.closeParenthesis), .symbol(.closeBrace), .symbol(.bar):
            return false
        default: return true
        }
    }

    private static func limit(_ tokens: [TextToken], at position: Int) -> (lower: Term?, upper: Term?, end: Int)? {
        guard position < tokens.count else { return nil }
        if let (_, match) = ComparisonPhrases.adjoined.match(tokens, at: position), let a = match.terms["a"],
            let b = match.terms["b"], isEnd(a), isEnd(b)
        {
            return (a, b, unitEnd(tokens, at: match.end))
        }
        guard case .symbol(let symbol) = tokens[position].kind, let comparison = symbol.comparison,
            let (term, end) = TermParser.term(in: tokens, at: position + 1), isEnd(term)
        else { return nil }
        let next = unitEnd(tokens, at: end)
        switch comparison {
        case .lessOrEqual: return (nil, term, next)
        case .greaterOrEqual: return (term, nil, next)
        case .less: return term.constant.map { (nil, .number($0 - 1), next) }
        case .greater: return term.constant.map { (.number($0 + 1), nil, next) }
        case .equal, .notEqual: return nil
        }
    }

    /// A number, or a value of the input.
    private static func isEnd(_ term: Term) -> Bool {
        if case .name(let name) = term { return name.subscripts.isEmpty }
        return term.decimalText != nil
    }

    /// "不超过 C 的正整数": the kind of number gives the lower end.
    private static let kinds = PhraseTable<Int128>([
        ("[的] 正 整 数", 1), ("[的] 非 负 整 数", 0), ("[的] 自然数", 0),
    ])

    /// "10 grams": the unit says nothing.
    static func unitEnd(_ tokens: [TextToken], at position: Int) -> Int {
        guard position < tokens.count, case .word(let word) = tokens[position].kind else { return position }
        if position + 1 < tokens.count, tokens[position].isHan, units.contains(word + tokens[position + 1].text) {
            return position + 2
        }
        guard units.contains(word) else { return position }
        return position + 1
    }

    private static let units: Set<String> = [
        "gram", "grams", "kilogram", "kilograms", "cent", "cents", "crown", "crowns", "euro", "euros", "dollar",
        "dollars",
        "coin", "coins", "meter", "meters", "metre", "metres", "kilometer", "kilometers", "second", "seconds", "minute",
        "minutes", "hour", "hours", "day", "days", "unit", "units", "point", "points", "克", "米", "元", "秒",
        "millimetres",
        "millimeters", "centimetres", "centimeters", "毫米", "厘米", "分米", "千米", "公里", "千克", "公斤", "分钟", "小时",
        "吨", "升", "天", "分", "美元",
    ]
}
