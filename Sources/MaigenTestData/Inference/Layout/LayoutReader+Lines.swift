/// Lines are opened, filled, named and closed.
extension LayoutReader {
    mutating func close() {
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
    mutating func open(
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

    mutating func openEachRow() -> Bool {
        if case .rows(_, let line) = current { return line.entries.isEmpty }
        if case .none = current, endsOpenly {
            current = .rows(nil, LayoutLine(statement: reading.statements.count - 1))
            return true
        }
        return false
    }

    mutating func closeFilled() {
        if case .line(let line) = current, line.entries.isEmpty {
            current = .none
        } else {
            close()
        }
    }

    func speaksOfEachCase(_ words: [TextToken]) -> Bool {
        for index in words.indices.dropLast() {
            switch (words[index].kind, words[index + 1].kind) {
            case (.word("each"), .word("test")), (.word("每"), .word("组")): return true
            default: break
            }
        }
        return false
    }

    /// The number of a line must be its place, where the lines before it are single lines.
    mutating func checkNumber(_ number: Int, _ statement: Int, _ words: [TextToken]) {
        var place = 1
        for node in caseNodes ?? nodes {
            switch node {
            case .line: place += 1
            case .rows, .forms, .cases, .optional: return
            }
        }
        if place != number { unread.append(Unread(statement: statement, words: words.quoted)) }
    }

    mutating func add(_ entry: LayoutEntry, at statement: Int) {
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

    mutating func add(_ form: QueryForm) {
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
    mutating func boundsLast(_ tokens: [TextToken], at position: Int, statement: Int) -> Int? {
        guard let limits = LimitReader(tokens: tokens).limits(at: position) else { return nil }
        func bounded(_ line: LayoutLine) -> LayoutLine? {
            guard var entry = line.entries.last, entry.statement == statement, line.entries.count == 1 else {
                return nil
            }
            guard entry.names.count <= 1 || limits.saysAll else { return nil }
            entry.bounds += limits.bounds
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
        return limits.end
    }

    /// "two integers: the width and the height": values without names become values of one meaning each.
    mutating func splitLast(_ tokens: [TextToken], at position: Int) -> Int? {
        func split(_ line: LayoutLine) -> (LayoutLine, Int)? {
            guard let entry = line.entries.last, entry.names.isEmpty, entry.bounds.isEmpty, entry.members == nil,
                let count = entry.count?.constant, (2...8).contains(count),
                entry.kind == .integer || entry.kind == .number,
                let (parts, end) = PartsReader(tokens: tokens).parts(at: position, count: Int(count))
            else { return nil }
            var line = line
            line.entries.removeLast()
            // "…, 均不超过 100": what is said of all of them.
            let common = LimitReader(tokens: tokens).limits(at: end)
            let all = common?.saysAll == true ? common : nil
            for part in parts {
                var single = entry
                single.count = .number(1)
                single.meaning = part.meaning
                single.bounds = part.bounds + (all?.bounds ?? [])
                line.entries.append(single)
            }
            return (line, all?.end ?? end)
        }
        switch current {
        case .line(let line):
            guard let (line, end) = split(line) else { return nil }
            current = .line(line)
            return end
        case .rows(let count, let line):
            guard let (line, end) = split(line) else { return nil }
            current = .rows(count, line)
            return end
        case .none, .forms: return nil
        }
    }

    /// Gives names to the values read last, which had none.
    mutating func nameLast(_ names: [VariableName], members: NameList.Members? = nil) -> Bool {
        func named(_ line: LayoutLine) -> LayoutLine? {
            guard var entry = line.entries.last, entry.names.isEmpty || entry.names == names else { return nil }
            guard entry.isList || entry.count == nil || entry.count?.constant == Int128(names.count) else { return nil }
            entry.names = names
            if entry.members == nil { entry.members = members }
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
    mutating func formsFromDescription() {
        guard case .rows(let count?, let line)? = nodes.last,
            line.entries.isEmpty || line.entries.count == 1 && line.entries[0].names.isEmpty
        else { return }
        // "每行三个整数，表示一次操作": the type and two more.
        let width = line.entries.first?.count?.constant
        if let entry = line.entries.first, entry.kind == .string || (width ?? 0) < 2 { return }
        var forms: [QueryForm] = []
        for (index, statement) in reading.statements.enumerated() where statement.statement.section == .description {
            if let form = QueryFormReader.form(
                in: statement.tokens, statement: index, evidence: statement.statement.text,
                startsItem: statement.statement.startsItem)
            {
                forms.append(form)
            }
        }
        if let width, forms.contains(where: { Int128($0.names.count) + 1 != width }) { return }
        if forms.count >= 2, Set(forms.map(\.token)).count == forms.count {
            nodes[nodes.count - 1] = .forms(count: count, forms)
        }
    }
}
