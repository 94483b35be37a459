/// What a bound told by meaning is about.
extension WordedBounds {
    /// The variables that a bound speaks of; nil where they cannot be told for certain.
    static func variables(_ bound: WordedBound, _ glossary: Glossary, _ table: VariableTable) -> [Variable]? {
        if let named = named(bound, table) { return named }
        if let both = both(bound, table) { return both }
        if let all = all(bound, table) { return all }
        if let strings = strings(bound, table) { return strings }
        if let joined = joined(bound, glossary, table) { return joined }
        if let run = runBefore(bound, table) { return run }
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
        var words = Glossary.meaning(bound.subject).subtracting(["absolute", "绝对", "对值"])
        // "The wall is at most 100 wide": the width of the wall.
        let measures = Set(bound.things.compactMap(\.plainWord)).intersection(Glossary.measuresByAdjective.keys)
        if bound.things.count == 1, let measure = measures.first.flatMap({ Glossary.measuresByAdjective[$0] }) {
            words.insert(measure)
            let meant = glossary.meant(by: words, head: measure)
            return meant.isEmpty ? nil : meant
        }
        if words.isEmpty { return previous(bound, glossary) }
        if let number = bound.subject.firstIndex(where: { $0.kind == .word("number") }),
            number + 2 <= bound.subject.count
        {
            let counts = glossary.counting(Glossary.stems(bound.subject[(number + 2)...]))
            return counts.count == 1 ? counts : nil
        }
        let saysEach = bound.subject.contains {
            ["each", "every", "everyone", "everybody", "all", "每", "各"].contains($0.text.lowercased())
        }
        if saysEach {
            // "Each length" is the length of every car, not the one length of the deck.
            let many = glossary.meant(by: words, head: head(bound.subject)) { $0.isList || $0.isRowField }
            if !many.isEmpty { return many }
        }
        let meant = glossary.meant(by: words, head: head(bound.subject))
        return meant.isEmpty ? nil : meant
    }

    static let countEndings = ["的个数", "的数量", "的数目", "的总数", "的件数", "的人数", "的条数", "的行数", "的组数"]

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

    /// "Each of them lies between 1 and 9": the only values that the sentence just before, or this one, holds.
    private static func runBefore(_ bound: WordedBound, _ table: VariableTable) -> [Variable]? {
        let words = bound.subject.map { $0.text.lowercased() }
        guard bound.things.isEmpty, words.count >= 3, ["each", "all", "every"].contains(words[0]),
            Array(words[1...2]) == ["of", "them"],
            Set(words[3...]).isSubset(of: ["lies", "lie", "is", "are", "has", "have"])
        else { return nil }
        let here = table.variables.filter { $0.statement == bound.statement }
        let near = here.isEmpty ? table.variables.filter { $0.statement == bound.statement - 1 } : here
        return near.count == 1 && (near[0].isList || near[0].isRowField) ? near : nil
    }

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
            // Names that no line holds are what is meant all the same: nothing further back may be taken for them.
            return found.isEmpty ? nil : found
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

    static func isOfThem(_ tokens: [TextToken]) -> Bool {
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

    static let characters = PhraseTable<Bool>([
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
            Glossary.meaning(bound.subject).isSubset(of: [
                "neither", "both", "measure", "dimension", "side", "quantity", "length",
            ])
        else { return nil }
        let places = table.variables.filter { !$0.isList && $0.statement <= bound.statement }.map(\.statement)
        if bound.section == .description {
            let all = table.variables.filter { !$0.isList && $0.kind != .string }
            return all.count == 2 && table.variables.count == 2 ? all : nil
        }
        guard let nearest = places.max() else { return nil }
        let pair = table.variables.filter { $0.statement == nearest && !$0.isList }
        return pair.count == 2 ? pair : nil
    }
}
