/// Reads the input section's sentences into lines, repeated lines and test cases, and says what it could not read.
///
/// A sentence is a walk over its tokens: openings ("第一行", "each of the next m lines") choose the line, contents put
/// values on it, tails ("表示…", "denoting…") explain and are skipped unless they hold an alarming word, and anything
/// else is unread.
struct LayoutReader {
    var nodes: [LayoutNode] = []
    var unread: [Unread] = []
    /// Numbers of lines, as stated, to compare with the order in which they were read.
    var caseNodes: [LayoutNode]?
    var current: Target = .none
    var announced: Term??
    let reading: Reading

    enum Target {
        case none
        case line(LayoutLine)
        case rows(Term?, LayoutLine)
        case forms(Term, [QueryForm])
    }

    static func read(_ reading: Reading) -> (nodes: [LayoutNode], unread: [Unread]) {
        var reader = LayoutReader(reading: reading)
        let drawn = FormatBlockReader.nodes(reading)
        for (index, statement) in reading.statements.enumerated()
        where statement.statement.section == .input && !statement.isPartial {
            if drawn != nil, FormatBlockReader.announces(statement.statement.tokens) { continue }
            reader.read(statement, at: index)
        }
        reader.close()
        if let cases = reader.caseNodes { reader.nodes.append(.cases(cases)) }
        if let drawn {
            // Sentences that put more on lines than the drawing does cannot be reconciled with it.
            if !reader.nodes.isEmpty { reader.unread.append(Unread(statement: 0, words: "```")) }
            return (drawn, reader.unread)
        }
        reader.formsFromDescription()
        reader.casesFromRows()
        return (reader.nodes, reader.unread)
    }

    private init(reading: Reading) {
        self.reading = reading
    }

    // MARK: one sentence

    mutating func read(_ statement: ReadStatement, at index: Int) {
        let tokens = statement.tokens
        if AlarmPhrases.harmless.match(tokens, at: 0) != nil { return }
        if awaitsForms || hasForms,
            let form = ConditionalFormReader.form(in: tokens, statement: index, evidence: statement.statement.text)
        {
            return add(form)
        }
        if let (name, value, end) = ConditionalPhrases.line(tokens) {
            return readOptional(tokens, name, value, from: end, at: index)
        }
        if ConditionalPhrases.opens(statement.statement.tokens) {
            if ConditionalPhrases.saysNoLine(statement.statement.tokens) { return }
            if !ConditionalPhrases.onlyExplains(statement.statement.tokens) {
                unread.append(Unread(statement: index, words: statement.statement.text))
            }
            return
        }
        if let form = QueryFormReader.form(
            in: tokens, statement: index, evidence: statement.statement.text,
            startsItem: statement.statement.startsItem), !(form.names.isEmpty && holdsCharacters)
        {
            return add(form)
        }
        if announcesCases(tokens) || isFactAlone(tokens) { return }
        if AlarmPhrases.conventions.match(tokens, at: 0)?.match.end == tokens.count { return }
        var position = 0
        var expectsContent = false
        var inTail = false
        var isStrict = false
        var visits = 0
        var visited = -1
        while position < tokens.count {
            // A rule that reads nothing must not read it for ever.
            visits = position == visited ? visits + 1 : 0
            visited = position
            if visits > 2 {
                unread.append(Unread(statement: index, words: tokens[position].text))
                position += 1
                continue
            }
            let isAtBreak = position == 0 || isBreak(tokens[position - 1])
            if let (_, match) = ContentPhrases.namings.match(tokens, at: position), isNew(match.names),
                match.end == tokens.count || isBreak(tokens[match.end]) || tokens[match.end].isSymbol(.openParenthesis)
                    || ContentPhrases.tails.match(tokens, at: match.end) != nil
                    || explanation(tokens, at: match.end, knowing: match.names) != nil,
                nameLast(match.names, members: match.members)
            {
                position = match.end
                (expectsContent, inTail) = (false, true)
                continue
            }
            if hasLine, !expectsContent, let (names, end) = namesOfTail(tokens, at: position), nameLast(names) {
                position = end
                inTail = true
                continue
            }
            if hasLine, !expectsContent, let end = runOfTail(tokens, at: position) {
                position = end
                inTail = true
                continue
            }
            if let end = legend(tokens, at: position) {
                position = end
                continue
            }
            if expectsContent, isLineEmpty, let end = owner(tokens, at: position) {
                position = end
                continue
            }
            if isAtBreak, let end = openLoosely(tokens, pastTable: position, expectsContent, statement: index) {
                position = end
                (expectsContent, inTail, isStrict) = (true, false, false)
                continue
            }
            if isAtBreak || !inTail, let (meaning, match) = OpeningPhrases.table.match(tokens, at: position),
                !(inTail && isWeak(meaning)), !leadsToFact(tokens, match, position),
                isAtBreak || expectsContent || isStrong(meaning),
                !isDistributed(meaning, tokens, before: position, after: match.end),
                open(meaning, match, Array(tokens[position..<match.end]), at: index)
            {
                position = match.end
                (expectsContent, inTail, isStrict) = (true, false, false)
                continue
            }
            if let end = openLoosely(tokens, at: position, isAtBreak, expectsContent, inTail, statement: index) {
                position = end
                (expectsContent, inTail, isStrict) = (true, false, false)
                continue
            }
            if isAtBreak, position > 0, awaitsForms || hasForms,
                let form = ConditionalFormReader.form(
                    in: Array(tokens[position...]), statement: index, evidence: statement.statement.text)
            {
                add(form)
                return
            }
            if let form = isAtBreak
                ? QueryFormReader.form(
                    in: Array(tokens[position...]), statement: index, evidence: statement.statement.text) : nil,
                case .forms = current
            {
                add(form)
                return
            }
            if isAtBreak,
                let end = freedom(in: tokens, at: position) ?? spacing(in: tokens, at: position)
                    ?? prelude(in: tokens, at: position)
            {
                position = end
                continue
            }
            if holdsCharacters, let (_, match) = AlarmPhrases.glued.match(tokens, at: position) {
                position = match.end
                continue
            }
            if hasLine, !expectsContent, let (_, match) = ContentPhrases.continuations.match(tokens, at: position),
                let (entry, end) = content(tokens, index, isExpected: true).entry(at: match.end),
                entry.count != nil || entry.members != nil
            {
                add(entry, at: index)
                position = end
                inTail = false
                continue
            }
            if !expectsContent, !isStrict, hasLine, repeatsNames(tokens, at: position) { inTail = true }
            if expectsContent || (!inTail && !isStrict && hasLine && position > 0),
                let (entry, end) = content(tokens, index, isExpected: expectsContent).entry(at: position)
            {
                add(entry, at: index)
                position = end
                expectsContent = false
                if let end = splitLast(tokens, at: position) {
                    position = end
                    inTail = true
                    continue
                }
                if !entry.names.isEmpty, let end = explanation(tokens, at: position) { position = end }
                continue
            }
            if let end = boundsLast(tokens, at: position, statement: index) {
                position = end
                continue
            }
            if let (_, match) = AlarmPhrases.conventions.match(tokens, at: position) {
                position = match.end
                continue
            }
            if AlarmPhrases.harmless.match(tokens, at: position) != nil {
                while position < tokens.count, !isBreak(tokens[position]) { position += 1 }
                continue
            }
            if let (_, match) = HypotheticalPhrases.guarantees.match(tokens, at: position) {
                position = match.end
                (isStrict, inTail) = (true, false)
                continue
            }
            if let (_, match) = ContentPhrases.tails.match(tokens, at: position), hasLine || hasForms || awaitsForms,
                position > 0 || explains(tokens)
            {
                position = match.end
                inTail = true
                continue
            }
            if isAtBreak, !expectsContent, !isStrict, let end = explanation(tokens, at: position) {
                position = end
                continue
            }
            switch tokens[position].kind {
            case .chain, .read:
                position += 1
                continue
            case .symbol(let symbol)
            where [.comma, .wideComma, .pause, .colon, .openParenthesis, .closeParenthesis, .semicolon, .dash].contains(
                symbol):
                if isStrict, symbol == .wideComma || symbol == .comma { isStrict = false }
                position += 1
                continue
            case .word(let word)
            where FillerPhrases.words.contains(word) && (!inTail || word != "对") && !expectsContent:
                position += 1
                continue
            case .word("一") where inTail, .word("describes") where inTail:
                position += 1
                continue
            case .name(let name) where isStrict && isKnown(name):
                position += 1
                continue
            case .code(let text) where isStrict && text.count == 1 && tokens.contains { $0.kind == .read }:
                position += 1
                continue
            default: break
            }
            if inTail, !isAlarming(tokens, position), !assertsInTail(tokens, position) {
                position += 1
                continue
            }
            let end = tokens[position...].firstIndex { isBreak($0) && $0.kind != tokens[position].kind } ?? tokens.count
            unread.append(Unread(statement: index, words: Array(tokens[position..<max(end, position + 1)]).quoted))
            position = max(end, position + 1)
        }
    }

    /// A sentence that says nothing of the layout but a fact that has been read: "Both strings consist of …".
    func isFactAlone(_ tokens: [TextToken]) -> Bool {
        guard nodes.count + (caseNodes?.count ?? 0) > 0 || hasLine || hasForms,
            tokens.contains(where: { token in
                switch token.kind {
                case .chain, .read: true
                default: false
                }
            }), OpeningPhrases.table.match(tokens, at: 0) == nil
        else { return false }
        let known = content(tokens, 0, isExpected: false).known
        return LeftoverReader.leftover(tokens[...]) { known.contains($0.base) } == nil
    }

    /// Whether no line before the one being read holds a value of one of these names.
    private func isNew(_ names: [VariableName]) -> Bool {
        let current: Set<String> =
            switch current {
            case .line(let line), .rows(_, let line):
                Set(line.entries.last?.names.map(\.base) ?? [])
            case .none, .forms: []
            }
        let known = content([], 0, isExpected: false).known.subtracting(current)
        return names.allSatisfy { !known.contains($0.base) }
    }

    func content(_ tokens: [TextToken], _ statement: Int, isExpected: Bool) -> ContentReader {
        var known: Set<String> = []
        func collect(_ line: LayoutLine) { for name in line.entries.flatMap(\.names) { known.insert(name.base) } }
        for node in nodes + (caseNodes ?? []) {
            switch node {
            case .line(let line), .rows(_, let line): collect(line)
            case .forms(_, let forms): for name in forms.flatMap(\.names) { known.insert(name.base) }
            case .cases, .optional: break
            }
        }
        switch current {
        case .line(let line), .rows(_, let line): collect(line)
        case .forms(_, let forms): for name in forms.flatMap(\.names) { known.insert(name.base) }
        case .none: break
        }
        return ContentReader(tokens: tokens, statement: statement, isExpected: isExpected, known: known)
    }

    /// "输入" before the words that say how it ends opens no line.
    func leadsToFact(_ tokens: [TextToken], _ match: Phrase.Match, _ position: Int) -> Bool {
        match.end - position <= 4 && match.end < tokens.count && tokens[match.end].kind == .read
            && tokens[position..<match.end].map(\.text).joined().hasPrefix("输入")
    }

    /// Whether a sentence that begins like an explanation has the verb of one: "The numbers denote the weights".
    private func explains(_ tokens: [TextToken]) -> Bool {
        guard case .word(let first) = tokens[0].kind, ["the", "as", "for", "a", "an"].contains(first) else {
            return true
        }
        return tokens.contains { token in
            guard case .word(let word) = token.kind else { return false }
            return ["denot", "represent", "describ", "indicat", "specif", "tells", "gives"].contains {
                word.hasPrefix($0)
            }
        }
    }

    func isBreak(_ token: TextToken) -> Bool {
        switch token.kind {
        case .symbol(.comma), .symbol(.wideComma), .symbol(.colon), .symbol(.semicolon), .symbol(.closeParenthesis):
            true
        default: false
        }
    }

    /// After a comma an explanation may turn into an assertion about the values: "…，表示颜色，同色的总是挨在一起".
    private func assertsInTail(_ tokens: [TextToken], _ position: Int) -> Bool {
        guard case .word(let word) = tokens[position].kind, AlarmPhrases.assertions.contains(word) else { return false }
        return tokens[..<position].contains { $0.isSymbol(.wideComma) || $0.isSymbol(.comma) || $0.isSymbol(.dash) }
            && tokens[position] != tokens[0]
            && Self.clauseIsLater(tokens, position)
    }

    /// Whether the clause around `position` comes after another that already explained.
    private static func clauseIsLater(_ tokens: [TextToken], _ position: Int) -> Bool {
        guard
            let start = tokens[..<position].lastIndex(where: { $0.isSymbol(.wideComma) || $0.isSymbol(.comma) }),
            start > 0
        else { return false }
        // A clause that begins as an explanation does, "denoting", "which is", is the first of its tail.
        return ContentPhrases.tails.match(tokens, at: start + 1) == nil
            && ContentPhrases.tails.match(tokens, at: start) == nil
    }

    func isAlarming(_ tokens: [TextToken], _ position: Int) -> Bool {
        if AlarmPhrases.alarmsInTail(tokens, at: position) { return true }
        switch tokens[position].kind {
        case .decimal: return true
        case .symbol(let symbol):
            return symbol.isComparison || symbol == .member || symbol == .sum || symbol == .percent
        case .number:
            return !pointsAtSomething(tokens, position)
        default: return false
        }
    }

    /// "编号 1", "1 号", "第 1 个", "x+1": a number that only points at something.
    func pointsAtSomething(_ tokens: [TextToken], _ position: Int) -> Bool {
        let neighbours = [position - 1, position + 1].filter(tokens.indices.contains).map { tokens[$0].kind }
        return neighbours.contains { kind in
            switch kind {
            case .word(let word): Self.pointers.contains(word)
            case .symbol(.plus), .symbol(.minus), .symbol(.subscripted), .symbol(.power): true
            default: false
            }
        }
    }

    private static let pointers: Set<String> = [
        "第", "号", "vertex", "node", "city", "employee", "station", "position", "index",
    ]

    func isWeak(_ meaning: OpeningPhrases.Meaning) -> Bool {
        if case .eachRow = meaning { return true }
        return false
    }

    func isStrong(_ meaning: OpeningPhrases.Meaning) -> Bool {
        switch meaning {
        case .rows, .rowsBetween, .cases: true
        case .line, .lineNumbered, .eachRow, .rowsUntil, .announcement: false
        }
    }

    func isKnown(_ name: String) -> Bool { name.count <= 3 }

    var hasLine: Bool {
        switch current {
        case .line(let line), .rows(_, let line): !line.entries.isEmpty
        case .none, .forms: false
        }
    }

    /// Characters without spaces between them are what strings are; of numbers it would mean their digits.
    var holdsCharacters: Bool {
        switch current {
        case .line(let line), .rows(_, let line):
            line.entries.count == 1 && [.string, .character].contains(line.entries[0].kind)
        case .none, .forms: false
        }
    }

    /// Lines have been announced whose values come in forms.
    var awaitsForms: Bool {
        if case .rows(_, let line) = current { return line.entries.isEmpty }
        return false
    }

    /// "T 代表…" after "两个整数 T, M": names already read begin an explanation.
    func repeatsNames(_ tokens: [TextToken], at position: Int) -> Bool {
        guard let (name, end) = TermParser.name(in: tokens, at: position),
            ContentPhrases.tails.match(tokens, at: end) != nil || ContentPhrases.copulas.match(tokens, at: end) != nil
        else { return false }
        switch current {
        case .line(let line), .rows(_, let line):
            return line.entries.contains { $0.names.contains { $0.base == name.base } }
        case .none, .forms: return false
        }
    }

    var hasForms: Bool {
        if case .forms = current { return true }
        return false
    }

    /// "，分别表示包裹的件数 n 和小车的载重 C": the names of values that had none, among what they mean.
    func namesOfTail(_ tokens: [TextToken], at position: Int) -> ([VariableName], Int)? {
        let entry: LayoutEntry
        switch current {
        case .line(let line), .rows(_, let line):
            guard let last = line.entries.last, last.names.isEmpty, !last.isList else { return nil }
            entry = last
        case .none, .forms: return nil
        }
        guard let count = entry.count?.constant, count > 1,
            ContentPhrases.tails.match(tokens, at: position) != nil || tokens[position].isSymbol(.wideComma)
                || tokens[position].isSymbol(.comma) || tokens[position].isSymbol(.colon)
        else { return nil }
        var names: [VariableName] = []
        var index = position
        while index < tokens.count, names.count < count {
            if let (name, end) = TermParser.name(in: tokens, at: index) {
                guard index > 0, tokens[index - 1].isWord || NameList.isSeparator(tokens[index - 1]),
                    end == tokens.count || NameList.isSeparator(tokens[end]) || isBreak(tokens[end])
                        || tokens[end].isSymbol(.openParenthesis) || names.count + 1 == count
                        || tokens[end].isWord && !isAlarming(tokens, end)
                else { return nil }
                names.append(name)
                index = end
            } else {
                switch tokens[index].kind {
                case .word, .symbol(.comma), .symbol(.wideComma), .symbol(.pause), .symbol(.colon), .read, .chain,
                    .symbol(.openParenthesis), .symbol(.closeParenthesis):
                    index += 1
                default: return nil
                }
            }
        }
        let known = content(tokens, 0, isExpected: false).known
        guard Int128(names.count) == count, Set(names).count == names.count,
            names.allSatisfy({ !known.contains($0.base) })
        else { return nil }
        return (names, index)
    }

    /// "If d = 1, a second line follows with n integers": a line that is there only sometimes.
    mutating func readOptional(
        _ tokens: [TextToken], _ name: VariableName, _ value: Int128, from start: Int, at index: Int
    ) {
        closeFilled()
        current = .line(LayoutLine(statement: index))
        guard let (entry, end) = content(tokens, index, isExpected: true).entry(at: start),
            !tokens[end...].indices.contains(where: { isAlarming(tokens, $0) })
        else {
            unread.append(Unread(statement: index, words: tokens.quoted))
            current = .none
            return
        }
        add(entry, at: index)
        if let (_, match) = ContentPhrases.namings.match(tokens, at: end) { _ = nameLast(match.names) }
        guard case .line(let line) = current else { return }
        current = .none
        let node = LayoutNode.optional(name, value, [.line(line)])
        if caseNodes != nil { caseNodes!.append(node) } else { nodes.append(node) }
    }
}
