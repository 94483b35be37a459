/// Reads the input section's sentences into lines, repeated lines and test cases, and says what it could not read.
///
/// A sentence is a walk over its tokens: openings ("第一行", "each of the next m lines") choose the line, contents put
/// values on it, tails ("表示…", "denoting…") explain and are skipped unless they hold an alarming word, and anything
/// else is unread.
struct LayoutReader {
    private(set) var nodes: [LayoutNode] = []
    private(set) var unread: [Unread] = []
    /// Numbers of lines, as stated, to compare with the order in which they were read.
    private var caseNodes: [LayoutNode]?
    private var current: Target = .none
    private var announced: Term??
    let reading: Reading

    private enum Target {
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
        return (reader.nodes, reader.unread)
    }

    private init(reading: Reading) {
        self.reading = reading
    }

    // MARK: one sentence

    private mutating func read(_ statement: ReadStatement, at index: Int) {
        let tokens = statement.tokens
        if AlarmPhrases.harmless.match(tokens, at: 0) != nil { return }
        if awaitsForms || hasForms,
            let form = ConditionalFormReader.form(in: tokens, statement: index, evidence: statement.statement.text)
        {
            return add(form)
        }
        if ConditionalPhrases.opens(statement.statement.tokens) {
            if !ConditionalPhrases.onlyExplains(statement.statement.tokens) {
                unread.append(Unread(statement: index, words: statement.statement.text))
            }
            return
        }
        if let form = QueryFormReader.form(
            in: tokens, statement: index, evidence: statement.statement.text,
            startsItem: statement.statement.startsItem)
        {
            return add(form)
        }
        if announcesCases(tokens) || isFactAlone(tokens) { return }
        var position = 0
        var expectsContent = false
        var inTail = false
        var isStrict = false
        while position < tokens.count {
            let isAtBreak = position == 0 || isBreak(tokens[position - 1])
            if let (_, match) = ContentPhrases.namings.match(tokens, at: position),
                match.end == tokens.count || isBreak(tokens[match.end]) || tokens[match.end].isSymbol(.openParenthesis),
                nameLast(match.names)
            {
                position = match.end
                (expectsContent, inTail) = (false, true)
                continue
            }
            if isAtBreak || !inTail, let (meaning, match) = OpeningPhrases.table.match(tokens, at: position),
                !(inTail && isWeak(meaning)), isAtBreak || expectsContent || isStrong(meaning),
                open(meaning, match, Array(tokens[position..<match.end]), at: index)
            {
                position = match.end
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
            if isAtBreak, let end = freedom(in: tokens, at: position) ?? spacing(in: tokens, at: position)
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
                let (entry, end) = content(tokens, index, isExpected: false).entry(at: match.end),
                entry.count != nil
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
            if let (_, match) = ContentPhrases.tails.match(tokens, at: position), hasLine || hasForms || awaitsForms {
                position = match.end
                inTail = true
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
            if inTail, !isAlarming(tokens, position) {
                position += 1
                continue
            }
            let end = tokens[position...].firstIndex { isBreak($0) && $0.kind != tokens[position].kind } ?? tokens.count
            unread.append(Unread(statement: index, words: Array(tokens[position..<max(end, position + 1)]).quoted))
            position = max(end, position + 1)
        }
    }

    /// A sentence that says nothing of the layout but a fact that has been read: "Both strings consist of …".
    private func isFactAlone(_ tokens: [TextToken]) -> Bool {
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

    private func content(_ tokens: [TextToken], _ statement: Int, isExpected: Bool) -> ContentReader {
        var known: Set<String> = []
        func collect(_ line: LayoutLine) { for name in line.entries.flatMap(\.names) { known.insert(name.base) } }
        for node in nodes + (caseNodes ?? []) {
            switch node {
            case .line(let line), .rows(_, let line): collect(line)
            case .forms, .cases: break
            }
        }
        switch current {
        case .line(let line), .rows(_, let line): collect(line)
        case .none, .forms: break
        }
        return ContentReader(tokens: tokens, statement: statement, isExpected: isExpected, known: known)
    }

    func isBreak(_ token: TextToken) -> Bool {
        switch token.kind {
        case .symbol(.comma), .symbol(.wideComma), .symbol(.colon), .symbol(.semicolon), .symbol(.closeParenthesis):
            true
        default: false
        }
    }

    private func isAlarming(_ tokens: [TextToken], _ position: Int) -> Bool {
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
    private func pointsAtSomething(_ tokens: [TextToken], _ position: Int) -> Bool {
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

    private func isWeak(_ meaning: OpeningPhrases.Meaning) -> Bool {
        if case .eachRow = meaning { return true }
        return false
    }

    private func isStrong(_ meaning: OpeningPhrases.Meaning) -> Bool {
        switch meaning {
        case .rows, .rowsBetween, .cases: true
        case .line, .lineNumbered, .eachRow, .rowsUntil, .announcement: false
        }
    }

    private func isKnown(_ name: String) -> Bool { name.count <= 3 }

    private var hasLine: Bool {
        switch current {
        case .line(let line), .rows(_, let line): !line.entries.isEmpty
        case .none, .forms: false
        }
    }

    /// Characters without spaces between them are what strings are; of numbers it would mean their digits.
    private var holdsCharacters: Bool {
        switch current {
        case .line(let line), .rows(_, let line): line.entries.count == 1 && line.entries[0].kind == .string
        case .none, .forms: false
        }
    }

    /// Lines have been announced whose values come in forms.
    private var awaitsForms: Bool {
        if case .rows(_, let line) = current { return line.entries.isEmpty }
        return false
    }

    /// "T 代表…" after "两个整数 T, M": names already read begin an explanation.
    private func repeatsNames(_ tokens: [TextToken], at position: Int) -> Bool {
        guard let (name, end) = TermParser.name(in: tokens, at: position),
            ContentPhrases.tails.match(tokens, at: end) != nil || ContentPhrases.copulas.match(tokens, at: end) != nil
        else { return false }
        switch current {
        case .line(let line), .rows(_, let line):
            return line.entries.contains { $0.names.contains { $0.base == name.base } }
        case .none, .forms: return false
        }
    }

    private var hasForms: Bool {
        if case .forms = current { return true }
        return false
    }

    // MARK: lines

    private mutating func close() {
        let node: LayoutNode?
        switch current {
        case .none: node = nil
        case .line(let line): node = .line(line)
        case .rows(let count, let line): node = .rows(count: count, line)
        case .forms(let count, let forms): node = .forms(count: count, forms)
        }
        current = .none
        guard let node else { return }
        if caseNodes != nil { caseNodes!.append(node) } else { nodes.append(node) }
    }

    /// Starts the line an opening speaks of; false where the opening makes no sense here.
    private mutating func open(
        _ meaning: OpeningPhrases.Meaning, _ match: Phrase.Match, _ words: [TextToken], at statement: Int
    ) -> Bool {
        if speaksOfEachCase(words), caseNodes == nil {
            closeFilled()
            current = .none
            caseNodes = []
        }
        switch meaning {
        case .cases:
            if caseNodes == nil {
                closeFilled()
                current = .none
                caseNodes = []
            }
            // "each test case contains two integers": a line without an opening of its own.
            if case .none = current { current = .line(LayoutLine(statement: statement)) }
        case .line(let number):
            closeFilled()
            if let number { checkNumber(number, statement, words) }
            current = .line(LayoutLine(statement: statement))
        case .lineNumbered:
            guard let number = match.terms["k"]?.constant else {
                // "第 i 行": one of the lines announced before.
                return openEachRow()
            }
            closeFilled()
            checkNumber(Int(clamping: number), statement, words)
            current = .line(LayoutLine(statement: statement))
        case .rows:
            guard let count = match.terms["c"] else { return false }
            closeFilled()
            if count == .number(1) {
                current = .line(LayoutLine(statement: statement))
            } else {
                current = .rows(count, LayoutLine(statement: statement))
            }
        case .rowsBetween:
            guard let first = match.terms["a"], let last = match.terms["b"] else { return false }
            closeFilled()
            current = .rows(
                TermArithmetic.plus(TermArithmetic.minus(last, first), .number(1)), LayoutLine(statement: statement))
        case .eachRow:
            return openEachRow()
        case .rowsUntil:
            closeFilled()
            current = .rows(nil, LayoutLine(statement: statement))
        case .announcement:
            return false
        }
        return true
    }

    private mutating func openEachRow() -> Bool {
        if case .rows(_, let line) = current { return line.entries.isEmpty }
        return false
    }

    private mutating func closeFilled() {
        if case .line(let line) = current, line.entries.isEmpty {
            current = .none
        } else {
            close()
        }
    }

    private func speaksOfEachCase(_ words: [TextToken]) -> Bool {
        for index in words.indices.dropLast() {
            switch (words[index].kind, words[index + 1].kind) {
            case (.word("each"), .word("test")), (.word("每"), .word("组")): return true
            default: break
            }
        }
        return false
    }

    /// The number of a line must be its place, where the lines before it are single lines.
    private mutating func checkNumber(_ number: Int, _ statement: Int, _ words: [TextToken]) {
        var place = 1
        for node in caseNodes ?? nodes {
            switch node {
            case .line: place += 1
            case .rows, .forms, .cases: return
            }
        }
        if place != number { unread.append(Unread(statement: statement, words: words.quoted)) }
    }

    private mutating func add(_ entry: LayoutEntry, at statement: Int) {
        switch current {
        case .none:
            current = .line(LayoutLine(entries: [entry], statement: statement))
        case .line(var line):
            line.entries.append(entry)
            current = .line(line)
        case .rows(let count, var line):
            line.entries.append(entry)
            current = .rows(count, line)
        case .forms:
            unread.append(Unread(statement: statement, words: entry.evidence))
        }
    }

    private mutating func add(_ form: QueryForm) {
        switch current {
        case .forms(let count, let forms):
            current = .forms(count, forms + [form])
        case .rows(let count?, let line) where line.entries.isEmpty:
            current = .forms(count, [form])
        default:
            unread.append(Unread(statement: form.statement, words: form.evidence))
        }
    }

    /// ", 均不超过 10^9": a comparison without its left side speaks of the values just read, where they are one
    /// thing or the words say "all".
    private mutating func boundsLast(_ tokens: [TextToken], at position: Int, statement: Int) -> Int? {
        guard tokens[position].isComparison, case .symbol(let symbol) = tokens[position].kind,
            let comparison = symbol.comparison,
            let (term, firstEnd) = TermParser.term(in: tokens, at: position + 1)
        else { return nil }
        var found = [LayoutEntry.Bound(comparison: comparison, term: term, isAbsolute: false)]
        var end = firstEnd
        // "均不小于 1 且不超过 600"
        while let (_, match) = ComparisonPhrases.continuations.match(tokens, at: end), match.end < tokens.count,
            case .symbol(let symbol) = tokens[match.end].kind, let comparison = symbol.comparison,
            let (term, next) = TermParser.term(in: tokens, at: match.end + 1)
        {
            found.append(.init(comparison: comparison, term: term, isAbsolute: false))
            end = next
        }
        func bounded(_ line: LayoutLine) -> LayoutLine? {
            guard var entry = line.entries.last, entry.statement == statement, line.entries.count == 1 else {
                return nil
            }
            let saysAll = ["均", "都", "both", "each", "all"].contains { tokens[position].text.contains($0) }
            guard entry.names.count <= 1 || saysAll else { return nil }
            entry.bounds += found
            var line = line
            line.entries[0] = entry
            return line
        }
        switch current {
        case .line(let line):
            guard let line = bounded(line) else { return nil }
            current = .line(line)
        case .rows(let count, let line):
            guard let line = bounded(line) else { return nil }
            current = .rows(count, line)
        case .none, .forms: return nil
        }
        return end
    }

    /// Gives names to the values read last, which had none.
    private mutating func nameLast(_ names: [VariableName]) -> Bool {
        func named(_ line: LayoutLine) -> LayoutLine? {
            guard var entry = line.entries.last, entry.names.isEmpty || entry.names == names else { return nil }
            guard entry.isList || entry.count == nil || entry.count?.constant == Int128(names.count) else { return nil }
            entry.names = names
            var line = line
            line.entries[line.entries.count - 1] = entry
            return line
        }
        switch current {
        case .line(let line):
            guard let line = named(line) else { return false }
            current = .line(line)
        case .rows(let count, let line):
            guard let line = named(line) else { return false }
            current = .rows(count, line)
        case .none, .forms: return false
        }
        return true
    }

    /// Queries "in the format given above": the forms stand in the description.
    private mutating func formsFromDescription() {
        guard case .rows(let count?, let line)? = (nodes.last ?? nil), line.entries.isEmpty else { return }
        var forms: [QueryForm] = []
        for (index, statement) in reading.statements.enumerated() where statement.statement.section == .description {
            if let form = QueryFormReader.form(
                in: statement.tokens, statement: index, evidence: statement.statement.text,
                startsItem: statement.statement.startsItem)
            {
                forms.append(form)
            }
        }
        if forms.count >= 2, Set(forms.map(\.token)).count == forms.count {
            nodes[nodes.count - 1] = .forms(count: count, forms)
        }
    }
}
