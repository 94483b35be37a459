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
            colon > position, colon + 1 < tokens.count, tokens[colon + 1].kind == .read
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

    private static let owners = PhraseTable<Bool>([("for each|every [of_the] {word}", true), ("per {word}", true)])
    private static let counters = PhraseTable<Bool>([
        ("[the] number {x} of {word}", true), ("[the] number of {word} {x}", true), ("{x} {word}", true),
    ])

    /// How many lines "for each tunnel, there is a line" is: the only value that counts tunnels.
    private mutating func countOfOwner(_ tokens: [TextToken]) -> Term? {
        guard let (_, _, match) = Self.owners.first(in: tokens), let owner = match.words.first else { return nil }
        let known = content(tokens, 0, isExpected: false).known
        var found: Set<String> = []
        for statement in reading.statements where statement.statement.section == .input {
            for index in statement.statement.tokens.indices {
                guard let (_, match) = Self.counters.match(statement.statement.tokens, at: index),
                    let word = match.words.last, word.hasSuffix("s"), Glossary.stem(word) == Glossary.stem(owner),
                    case .name(let name)? = match.terms["x"], known.contains(name.base)
                else { continue }
                found.insert(name.base)
            }
        }
        if found.isEmpty { return nameCount(of: owner) }
        return found.count == 1 ? found.first.map { .name(VariableName($0)) } : nil
    }

    private static let counted = PhraseTable<Bool>([("[the] number of {word}", true)])

    /// "The first line contains the number of couriers": a value without a name that counts, and gets one.
    private mutating func nameCount(of owner: String) -> Term? {
        closeFilled()
        current = .none
        var places: [Int] = []
        for (index, node) in nodes.enumerated() {
            guard case .line(let line) = node, line.entries.count == 1, let entry = line.entries.first,
                entry.names.isEmpty, !entry.isList, entry.count == nil || entry.count == .number(1),
                let (_, _, match) = Self.counted.first(in: reading.statements[line.statement].statement.tokens),
                let thing = match.words.first, Glossary.stem(thing) == Glossary.stem(owner)
            else { continue }
            places.append(index)
        }
        let names = ["n", "m", "k"].filter { name in
            !reading.statements.contains { $0.statement.tokens.contains { $0.kind == .name(name) } }
        }
        guard places.count == 1, let name = names.first, case .line(var line) = nodes[places[0]] else { return nil }
        line.entries[0].names = [VariableName(name)]
        nodes[places[0]] = .line(line)
        return .name(VariableName(name))
    }

    /// "describes student i:": whose line it is, told by the number of the line; where the words end.
    func owner(_ tokens: [TextToken], at position: Int) -> Int? {
        var index = position
        while index < tokens.count, index - position < 5, tokens[index].isWord || tokens[index].kind == .read,
            !AlarmPhrases.alarmsInTail(tokens, at: index), ContentPhrases.nouns.match(tokens, at: index) == nil
        { index += 1 }
        guard index > position, index + 1 < tokens.count, case .name(let name) = tokens[index].kind,
            ["i", "j", "k"].contains(name), !tokens[index + 1].isSymbol(.subscripted),
            !content(tokens, 0, isExpected: false).known.contains(name)
        else { return nil }
        var end = index + 1
        while end < tokens.count, tokens[end].isWord, end - index < 4,
            ["个", "名", "位", "种", "件", "条"].contains(tokens[end].text)
        {
            end += 1
        }
        let joins = ["with", "by", "and", "it", "that", "which", "contains", "consists"]
        guard isBreak(tokens[end]) || joins.contains(tokens[end].text.lowercased()) else { return nil }
        return end
    }

    /// "For each tunnel, there is a line": as many lines as tunnels, not one.
    func isDistributed(
        _ meaning: OpeningPhrases.Meaning, _ tokens: [TextToken], before position: Int, after end: Int? = nil
    ) -> Bool {
        guard case .line(nil) = meaning, caseNodes == nil else { return false }
        if let end, Self.owners.match(tokens, at: end) != nil { return true }
        if case .rows = current { return false }
        return tokens[..<position].contains { ["each", "every", "每"].contains($0.plainWord) }
    }

    /// Begin a clause that can only tell what a value means.
    private static let definers = PhraseTable<Bool>([
        ("为|是|表示|代表|即|分别|依次|描述|单位|对应|编号|也就是", true),
        (
            "the|a|an|its|their|his|her|of|in|on|at|for|per|from|to|by|who|between|one_for|one_per|measured|given_in",
            true
        ),
    ])

    /// Opens a line where a phrase of the table knows only the beginning of its opening: "the only line | of each
    /// testcase contains".
    mutating func openLoosely(
        _ tokens: [TextToken], pastTable position: Int, _ expectsContent: Bool, statement: Int
    ) -> Int? {
        guard let (meaning, match) = OpeningPhrases.table.match(tokens, at: position), match.end < tokens.count,
            content(tokens, statement, isExpected: true).entry(at: match.end) == nil
        else { return nil }
        switch meaning {
        case .line, .lineNumbered, .rows, .eachRow: break
        case .rowsBetween, .rowsUntil, .cases, .announcement: return nil
        }
        let loose = LooseOpening(tokens: tokens, content: content(tokens, statement, isExpected: true))
        guard let (_, end) = loose.opening(at: position), end > match.end else { return nil }
        return openLoosely(tokens, at: position, true, expectsContent, false, statement: statement)
    }

    /// Opens a line whose opening is no phrase of the table, or walks over what stands between an opening and its
    /// values; where the values begin.
    mutating func openLoosely(
        _ tokens: [TextToken], at position: Int, _ isAtBreak: Bool, _ expectsContent: Bool, _ inTail: Bool,
        statement: Int
    ) -> Int? {
        let reader = content(tokens, statement, isExpected: true)
        let loose = LooseOpening(tokens: tokens, content: reader)
        if isAtBreak, !expectsContent || isLineEmpty,
            let (kind, end) = loose.opening(at: position, ofOpenLines: endsOpenly)
        {
            switch kind {
            case .eachRow:
                if openEachRow() { return end }
            case .caseLine(let number):
                if caseNodes == nil {
                    closeFilled()
                    current = .none
                    caseNodes = []
                }
                closeFilled()
                if let number { checkNumber(number, statement, Array(tokens[position..<end])) }
                current = .line(LayoutLine(statement: statement))
                return end
            case .rows(let count):
                closeFilled()
                current = .rows(count, LayoutLine(statement: statement))
                return end
            case .line(let number):
                let words = Array(tokens[..<end])
                if isDistributed(.line(number), tokens, before: position)
                    || caseNodes == nil && number == nil && Self.owners.first(in: words) != nil
                {
                    guard let count = countOfOwner(words) else { return nil }
                    closeFilled()
                    current = .rows(count, LayoutLine(statement: statement))
                    return end
                }
                closeFilled()
                if let number { checkNumber(number, statement, Array(tokens[position..<end])) }
                current = .line(LayoutLine(statement: statement))
                return end
            }
        }
        if let count = loose.announcement(at: position) {
            closeFilled()
            current = .rows(count, LayoutLine(statement: statement))
            return tokens.count
        }
        guard expectsContent, isLineEmpty, reader.entry(at: position) == nil else { return nil }
        return loose.bridge(from: position)
    }

    /// "…, the bosses of employees 2, 3, …, n: f_2, …, f_n": a run that ends the sentence and is as long as the values
    /// just read, which had no name, is their name.
    mutating func runOfTail(_ tokens: [TextToken], at position: Int) -> Int? {
        let last: LayoutEntry?
        switch current {
        case .line(let line), .rows(_, let line): last = line.entries.last
        case .none, .forms: last = nil
        }
        guard let entry = last, entry.names.isEmpty, let count = entry.count, count.constant == nil,
            ContentPhrases.tails.match(tokens, at: position) != nil || isBreak(tokens[position])
        else { return nil }
        var passed = position
        for index in position..<tokens.count where index >= passed {
            if let end = subscriptedName(tokens, at: index) { return end }
            if let end = cell(tokens, at: index) {
                passed = end
                continue
            }
            if case .name = tokens[index].kind, let (list, end) = NameList.names(in: tokens, at: index),
                let members = list.members, let name = list.names.first, list.names.count == 1
            {
                let written = TermArithmetic.plus(TermArithmetic.minus(members.last, members.first), .number(1))
                guard written == TermArithmetic.plus(count, .number(0)),
                    !content(tokens, 0, isExpected: false).known.contains(name.base),
                    nameLast([name], members: members)
                else { return nil }
                return end
            }
            switch tokens[index].kind {
            case .word: if AlarmPhrases.alarmsInTail(tokens, at: index), tokens[index].text != "依" { return nil }
            case .number, .name, .symbol(.comma), .symbol(.wideComma), .symbol(.dots), .symbol(.pause), .symbol(.colon),
                .read, .symbol(.dash):
                break
            default: return nil
            }
        }
        return nil
    }

    /// "格子 (i, j)": where a place of a table ends.
    private func cell(_ tokens: [TextToken], at index: Int) -> Int? {
        guard tokens[index].isSymbol(.openParenthesis), index + 4 < tokens.count,
            case .name = tokens[index + 1].kind, case .name = tokens[index + 3].kind,
            NameList.isSeparator(tokens[index + 2]), tokens[index + 4].isSymbol(.closeParenthesis)
        else { return nil }
        return index + 5
    }

    /// "…，表示每个窗口的时间 t_i": the only name of the sentence with a running subscript, at the end of its clause.
    private mutating func subscriptedName(_ tokens: [TextToken], at index: Int) -> Int? {
        guard case .name = tokens[index].kind, index > 0, tokens[index - 1].isWord,
            let (name, end) = TermParser.name(in: tokens, at: index), (1...2).contains(name.subscripts.count),
            name.subscripts.allSatisfy({ part in
                if case .name(let letter) = part { ["i", "j", "k"].contains(letter.base) } else { false }
            }),
            end == tokens.count || isBreak(tokens[end]) || explanation(tokens, at: end, knowing: [name]) != nil,
            !content(tokens, 0, isExpected: false).known.contains(name.base)
        else { return nil }
        for other in end..<max(end, tokens.count) {
            if case .name = tokens[other].kind, let (second, _) = TermParser.name(in: tokens, at: other),
                !second.subscripts.isEmpty, second.base != name.base
            {
                return nil
            }
        }
        return nameLast([name]) ? end : nil
    }

    /// "T, the number of test cases; T lines follow, each with …": every line is a test case.
    mutating func casesFromRows() {
        guard caseNodes == nil, case .rows(let count?, let line)? = nodes.last, case .name(let name) = count,
            !line.entries.isEmpty,
            !nodes.contains(where: { if case .cases = $0 { true } else { false } }),
            let told = nodes.lazy.compactMap({ node -> Int? in
                guard case .line(let line) = node, line.entries.contains(where: { $0.names.contains(name) }) else {
                    return nil
                }
                return line.statement
            }).first,
            reading.features.contains(where: {
                $0.feature == .caseCount && $0.statement == told && ($0.names.isEmpty || $0.names.contains(name))
            })
        else { return }
        nodes[nodes.count - 1] = .cases([.line(line)])
    }

    /// Lines until the input ends, opened by "每行" alone.
    var endsOpenly: Bool {
        nodes.isEmpty && caseNodes == nil
            && reading.features.contains { fact in
                if case .terminator = fact.feature { return true }
                return fact.feature == .untilEnd
            }
    }

    var isLineEmpty: Bool {
        switch current {
        case .line(let line), .rows(_, let line): line.entries.isEmpty
        case .none: true
        case .forms: false
        }
    }

    /// Where a clause ends that tells the story of the values just read: words alone, none of which could promise
    /// anything or put anything on a line.
    func explanation(_ tokens: [TextToken], at position: Int, knowing names: [VariableName] = []) -> Int? {
        guard hasLine, position < tokens.count else { return nil }
        let end =
            tokens[position...].firstIndex { isBreak($0) || $0.isSymbol(.openParenthesis) } ?? tokens.count
        // A sentence of its own, or a clause with another beginning, may tell what holds of the values.
        guard end > position, position > 0, !names.isEmpty || Self.definers.match(tokens, at: position) != nil else {
            return nil
        }
        let known = content(tokens, 0, isExpected: false).known.union(names.map(\.base))
        for index in position..<end {
            switch tokens[index].kind {
            case .word(let word):
                guard !AlarmPhrases.alarmsInTail(tokens, at: index), !Self.structure.contains(word) else { return nil }
            case .name(let name):
                guard known.contains(name) || ["i", "j"].contains(name) else { return nil }
            case .symbol(.subscripted), .symbol(.openBrace), .symbol(.closeBrace), .symbol(.dash): break
            case .read: break
            case .number: guard pointsAtSomething(tokens, index) else { return nil }
            default: return nil
            }
        }
        return end
    }

    /// Words that may say what stands on lines, or of which all or none is promised.
    private static let structure: Set<String> = [
        "value", "values", "element", "elements", "entry", "entries", "one", "ones", "other", "others", "than",
        "smaller", "bigger", "larger", "greater", "higher", "lower", "less", "fewer", "earlier", "later", "taller",
        "shorter", "longer", "heavier", "lighter", "最", "相", "互", "倍", "半",
        "line", "lines", "row", "rows", "integer", "integers", "number", "numbers", "string", "strings", "character",
        "characters", "all", "every", "each", "any", "both", "neither", "nor", "none", "must", "cannot", "consists",
        "contains", "行", "整", "串", "字", "均", "都", "所", "每", "任", "必", "须", "只", "仅", "无", "没", "不", "未",
    ]
}
