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
        let end = tokens[words.upperBound...].firstIndex(where: isBreak) ?? tokens.count
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
    private static func unitEnd(_ tokens: [TextToken], at position: Int) -> Int {
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

    // MARK: meanings

    /// The variables that a bound speaks of; nil where they cannot be told for certain.
    static func variables(_ bound: WordedBound, _ glossary: Glossary, _ table: VariableTable) -> [Variable]? {
        if let named = named(bound, table) { return named }
        if let both = both(bound, table) { return both }
        if let all = all(bound, table) { return all }
        if let strings = strings(bound, table) { return strings }
        if let joined = joined(bound, glossary, table) { return joined }
        if pointsBack(bound) { return antecedent(bound, table) }
        let things = Glossary.stems(bound.things[...]).union(Glossary.phrase(bound.things[...]))
        if !things.isEmpty, !isOfThem(bound.things) {
            let counts = glossary.counting(things)
            // "Each bag holds 1 to 50 parcels" is about a count of its own, not about all parcels.
            let saysEach = bound.subject.contains { ["each", "every", "per", "每", "各"].contains($0.text.lowercased()) }
            let fitting = counts.filter { !saysEach || $0.isRowField || $0.blocks.count > 1 }
            if fitting.count == 1 { return fitting }
            if !counts.isEmpty { return nil }
            // "Every chest holds at most 9 coins", where c_i is the number of coins in a chest.
            if saysEach {
                let meant = glossary.meant(by: things).filter { $0.isList || $0.isRowField }
                if meant.count == 1 { return meant }
            }
        }
        let text = bound.subject.map(\.text).joined()
        for ending in countEndings where text.hasSuffix(ending) {
            // "单词的个数" is a number of words, never a word.
            let counts = glossary.counting([
                String(text.dropLast(ending.count).suffix(4)), String(text.dropLast(ending.count).suffix(2)),
            ])
            if counts.count == 1 { return counts }
            let meant = glossary.meant(by: Glossary.meaning(bound.subject))
            // A number of words is no length of a word.
            let isNumber = meant.allSatisfy { ($0.isList || $0.isRowField) && $0.kind != .string }
            return counts.isEmpty && meant.count == 1 && isNumber ? meant : nil
        }
        let words = Glossary.meaning(bound.subject).subtracting(["absolute", "绝对", "对值"])
        if words.isEmpty { return previous(bound, glossary) }
        if let number = bound.subject.firstIndex(where: { $0.kind == .word("number") }),
            number + 2 <= bound.subject.count
        {
            let counts = glossary.counting(Glossary.stems(bound.subject[(number + 2)...]))
            return counts.count == 1 ? counts : nil
        }
        let meant = glossary.meant(by: words, head: head(bound.subject))
        return meant.isEmpty ? nil : meant
    }

    private static let countEndings = ["的个数", "的数量", "的数目", "的总数", "的件数", "的人数", "的条数", "的行数", "的组数"]

    /// The word a subject is about: the last of the Chinese, the last before "of" in English.
    private static func head(_ subject: [TextToken]) -> String? {
        let words = subject.filter { $0.plainWord != nil && !["均", "都", "是", "为", "总", "的", "会"].contains($0.text) }
        if words.last?.text.unicodeScalars.first?.isHan == true {
            let text = words.map(\.text).joined()
            return text.count >= 2 ? String(text.suffix(2)) : nil
        }
        let stems = words.compactMap(\.plainWord)
        let end = stems.firstIndex(of: "of") ?? stems.count
        return stems[..<end].last { !Glossary.stopWords.contains($0) }.map(Glossary.stem)
    }

    /// "there are at most 20 of them", "whose absolute values", "its length".
    private static func pointsBack(_ bound: WordedBound) -> Bool {
        let words = bound.subject.map { $0.text.lowercased() }
        let rest = Set(words).subtracting(backwards).subtracting(Glossary.stopWords)
        if words.isEmpty, bound.things.count == 1, Glossary.measures.contains(bound.things[0].text) { return true }
        let isBack = bound.pointsAtThem || !Set(words).isDisjoint(with: backwards) || isOfThem(bound.things)
        return rest.isEmpty && isBack && (bound.things.isEmpty || isOfThem(bound.things))
    }

    private static let backwards: Set<String> = [
        "whose", "its", "their", "it", "absolute", "value", "values", "绝", "对", "值", "它", "其", "们", "的", "且", "总",
    ]

    /// The names mentioned last before the clause.
    private static func antecedent(_ bound: WordedBound, _ table: VariableTable) -> [Variable]? {
        for position in bound.before.indices.reversed() {
            guard case .name = bound.before[position].kind else { continue }
            // Back to the first of "x and y".
            var start = position
            while start > 0,
                let (list, _) = NameList.names(in: bound.before, at: start - 1) ?? separated(bound.before, start - 1),
                list.names.count > 1
            {
                start -= 1
            }
            guard let (list, _) = NameList.names(in: bound.before, at: start) else { return nil }
            let found = list.names.flatMap { table.matching($0) }
            if !found.isEmpty { return found }
        }
        return nil
    }

    /// "每名选手有一个等级分，是不超过 9 的正整数": what the clause just before ends with.
    private static func previous(_ bound: WordedBound, _ glossary: Glossary) -> [Variable]? {
        guard bound.things.isEmpty,
            bound.subject.allSatisfy({
                ["是", "为", "它", "其", "都", "均", "且", "which", "is", "are", "这", "but", "and"].contains($0.text)
            }),
            let last = bound.before.last, isBreak(last)
        else { return nil }
        let clause = bound.before.dropLast().reversed().prefix { !isBreak($0) }.reversed()
        guard let head = head(Array(clause)) else { return nil }
        let meant = glossary.meant(by: [head], head: head)
        return meant.count == 1 ? meant : nil
    }

    private static func separated(_ tokens: [TextToken], _ position: Int) -> (NameList, Int)? {
        guard position > 0, NameList.isSeparator(tokens[position]) else { return nil }
        return NameList.names(in: tokens, at: position - 1)
    }

    private static func isOfThem(_ tokens: [TextToken]) -> Bool {
        tokens.count >= 2 && tokens[0].kind == .word("of") && tokens[1].kind == .word("them")
    }

    /// "the number of days d, which is at most 100": the name stands in the subject.
    private static func named(_ bound: WordedBound, _ table: VariableTable) -> [Variable]? {
        guard
            let last = bound.subject.indices.last(where: {
                if case .name = bound.subject[$0].kind { return true }
                return false
            }),
            let (list, end) = NameList.names(in: bound.subject, at: last),
            bound.subject[end...].allSatisfy({ token in
                switch token.kind {
                case .symbol(.comma), .symbol(.wideComma): true
                case .word(let word): ["which", "that", "is", "are", "and", "它", "其"].contains(word)
                default: false
                }
            })
        else { return nil }
        let found = list.names.flatMap { table.matching($0) }
        return found.isEmpty ? nil : found
    }

    /// "The string has at most 100 characters": the length of the only string, or of all.
    private static func strings(_ bound: WordedBound, _ table: VariableTable) -> [Variable]? {
        guard characters.match(bound.things, at: 0)?.match.end == bound.things.count else { return nil }
        let strings = table.variables.filter { $0.kind == .string }
        let saysAll = bound.subject.contains {
            ["each", "every", "all", "both", "每", "均", "都"].contains($0.text.lowercased())
        }
        let noun = ["string", "word", "name", "串", "词", "名"].contains { noun in
            bound.subject.contains { $0.text.lowercased().hasPrefix(noun) }
        }
        if strings.count == 1 { return noun || bound.subject.isEmpty ? strings : nil }
        return noun && saysAll && !strings.isEmpty ? strings : nil
    }

    private static let characters = PhraseTable<Bool>([
        ("characters|letters|symbols|character", true), ("个 [字符|字母]", true), ("characters|letters long", true),
    ])

    private static let everyNumber = PhraseTable<Bool>([
        ("all|each|every [of] [the] [input] numbers|number|values|value|integers|integer|elements|element", true),
        ("[数列|序列|数组|输入|其] [中] [的] 所有|每个|全部 [的] 数|整数|数字|元素", true),
    ])

    /// "All numbers in both schedules": the numbers of every list.
    private static func all(_ bound: WordedBound, _ table: VariableTable) -> [Variable]? {
        guard bound.things.isEmpty, everyNumber.match(bound.subject, at: 0) != nil else { return nil }
        let lists = table.variables.filter { $0.isList && $0.kind != .string && $0.kind != .character }
        let isSame = Set(lists.map(\.blocks)).count == 1
        return isSame && !lists.isEmpty ? lists : nil
    }

    /// "The number of guards and the number of hours": each part by itself, if all can be told.
    private static func joined(_ bound: WordedBound, _ glossary: Glossary, _ table: VariableTable) -> [Variable]? {
        guard bound.things.isEmpty else { return nil }
        let parts = bound.subject.split {
            [.word("and"), .word("和"), .word("与"), .word("以"), .word("及")].contains($0.kind)
        }
        guard parts.count > 1 else { return nil }
        var result: [Variable] = []
        for part in parts {
            var single = bound
            single.subject = Array(part)
            guard let found = variables(single, glossary, table), found.count == 1,
                !result.contains(where: {
                    $0.identifier == found[0].identifier
                })
            else { return nil }
            result += found
        }
        return result
    }

    /// "neither exceeds 1500": the two values of the line.
    private static func both(_ bound: WordedBound, _ table: VariableTable) -> [Variable]? {
        guard bound.subject.contains(where: { ["neither", "both"].contains($0.text.lowercased()) }),
            Glossary.meaning(bound.subject).isSubset(of: ["neither", "both"])
        else { return nil }
        let places = table.variables.filter { !$0.isList && $0.statement <= bound.statement }.map(\.statement)
        guard let nearest = places.max() else { return nil }
        let pair = table.variables.filter { $0.statement == nearest && !$0.isList }
        return pair.count == 2 ? pair : nil
    }
}
