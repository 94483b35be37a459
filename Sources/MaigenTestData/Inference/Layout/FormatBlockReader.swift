/// Reads an input drawn in a code block, as AtCoder does it:
///
///     N K
///     A_1 A_2 … A_N
///     X_1 Y_1
///     ⋮
///     X_K Y_K
///
/// What the names are is said elsewhere: "all input values are integers", "S is a string of length N". Further blocks
/// show what `case_i` or `query_i` stands for.
struct FormatBlockReader {
    private let statement: Int
    private let evidence: String

    private enum Element: Equatable {
        case name(VariableName)
        /// `A_1 … A_N`, the last subscript running.
        case run(VariableName, first: Term, last: Term)
        /// `c_{1,1}c_{1,2}…c_{1,W}` without spaces.
        case glued(VariableName, first: Term, last: Term)
        case verticalDots
        /// A number written out: the type of a query.
        case literal(String)
    }

    private static let announcements = PhraseTable<Bool>([
        ("[the] input is given [from] [standard] [input] in the following format [from_standard_input] [:]", true),
        ("[the] input has|follows the following format [:]", true),
        ("[the] input [is] [given] in the following format [:]", true),
        ("[the] format of the input is [as_follows] [:]", true),
        ("[the] format [:]", true), ("输入格式 [为|如下] [:]", true), ("[输入] 格式如下 [:]", true),
        ("[输入] [数据] [的] 格式 [如下|为] [所示] [:]", true),
        ("{case} is|are given in [one_of] the following format|formats [:]", true),
        ("each|every|the test|testcase [case] is given in the following format [:]", true),
        (
            "each|every|the query|operation|event is given in [one_of] the following [two|three|four|five] format|formats [:]",
            true
        ),
        ("每个 询问|操作|查询 [以|按] 如下|以下|下列 格式 [之一] 给出 [:]", true),
        ("每组 [测试] 数据 [以|按] 如下|以下|下列 格式 给出 [:]", true),
        ("输入 [数据] [按|按照] [以|从] [标准输入] 以|用|按|按照 以下|如下|下面|下列 [的] 格式 [给出] [:]", true),
    ])

    private static let wholeNumbers = PhraseTable<Bool>([
        ("all [the] [input|given] values|numbers [in] [the] [input] are integers", true),
        ("all values in input are integers", true),
        ("[所有] 输入 [的] [值|数|数据] [均|都|全部] 为|是 整数", true),
    ])

    private static let definitions = PhraseTable<Bool>([
        (
            "[,] [where|here] [,] {case} denotes|represents|is|means the {i} -th|th|ith test|testcase|query|operation|event [case] [:]",
            true
        ),
        ("[,] [其中] {case} 表示|为|是 第 {i} 个|组|次|条 询问|操作|查询|测试数据 [:]", true),
    ])

    /// A sentence that only says that a drawing follows, or what `case_i` in it stands for.
    static func announces(_ tokens: [TextToken]) -> Bool {
        guard let end = (announcements.match(tokens, at: 0) ?? definitions.match(tokens, at: 0))?.match.end else {
            return false
        }
        return end == tokens.count || definitions.match(tokens, at: end)?.match.end == tokens.count
    }

    /// The lines drawn; nil where there is no drawing, or one that shows more than names.
    static func nodes(_ reading: Reading) -> [LayoutNode]? {
        guard let drawing = reading.drawings.first,
            let statement = reading.statements.firstIndex(where: {
                $0.statement.section == .input && announces($0.statement.tokens)
            })
        else { return nil }
        let reader = FormatBlockReader(statement: statement, evidence: reading.statements[statement].statement.text)
        guard let nodes = reader.nodes(drawing),
            let whole = reader.expanding(nodes, with: Array(reading.drawings.dropFirst()))
        else { return nil }
        let allWhole = reading.statements.contains {
            !$0.isPartial && wholeNumbers.match($0.statement.tokens, at: 0)?.match.end == $0.statement.tokens.count
        }
        if allWhole { return whole }
        let told = whole.compactMap { toldByBounds($0, reading) }
        return told.count == whole.count ? told : nil
    }

    /// The node with the kinds of its values, where sentences tell every one of them.
    private static func toldByBounds(_ node: LayoutNode, _ reading: Reading) -> LayoutNode? {
        func told(_ line: LayoutLine) -> LayoutLine? {
            var line = line
            for index in line.entries.indices {
                let names = line.entries[index].names
                let facts = reading.features.filter { fact in
                    names.contains { name in fact.names.contains { $0.base == name.base } }
                }
                let isKind = facts.contains { if case .kind = $0.feature { true } else { false } }
                let isString = facts.contains { if case .alphabet = $0.feature { true } else { false } }
                if isKind { continue }
                if isString {
                    if line.entries[index].kind != .character { line.entries[index].kind = .string }
                } else if line.entries[index].kind != .character {
                    return nil
                }
            }
            return line
        }
        switch node {
        case .line(let line): return told(line).map { .line($0) }
        case .rows(let count, let line): return told(line).map { .rows(count: count, $0) }
        case .forms: return node
        case .cases(let inner):
            let nodes = inner.compactMap { toldByBounds($0, reading) }
            return nodes.count == inner.count ? .cases(nodes) : nil
        case .optional: return nil
        }
    }

    // MARK: drawings in drawings

    /// The nodes with `case_i` and `query_i` replaced by what the further drawings show.
    private func expanding(_ nodes: [LayoutNode], with drawings: [[String]]) -> [LayoutNode]? {
        guard let last = nodes.last, case .rows(let count, let line) = last, line.entries.count == 1,
            let name = line.entries[0].names.first, Self.isPlaceholder(name.base), let count
        else { return drawings.isEmpty ? nodes : nil }
        var result = Array(nodes.dropLast())
        if ["case", "test"].contains(where: { name.base.lowercased().contains($0) }) {
            guard drawings.count == 1, let inner = self.nodes(drawings[0]) else { return nil }
            result.append(.cases(inner))
            return result
        }
        var forms: [QueryForm] = []
        for drawing in drawings {
            guard drawing.count == 1, let elements = elements(drawing[0]) else { return nil }
            if case .literal(let token)? = elements.first {
                let names = elements.dropFirst().compactMap { element -> VariableName? in
                    if case .name(let name) = element { return name }
                    return nil
                }
                guard names.count == elements.count - 1 else { return nil }
                forms.append(QueryForm(token: token, names: names, statement: statement, evidence: drawing[0]))
            } else if drawings.count == 1, case .line(let only)? = self.line(elements) {
                result.append(.rows(count: count, only))
                return result
            } else {
                return nil
            }
        }
        // Without drawings of their own the forms stand in the description.
        result.append(
            forms.isEmpty ? .rows(count: count, LayoutLine(statement: statement)) : .forms(count: count, forms))
        return result
    }

    private static func isPlaceholder(_ base: String) -> Bool {
        let base = base.lowercased()
        return ["query", "case", "testcase", "test", "operation", "event"].contains(base)
    }

    private func nodes(_ drawing: [String]) -> [LayoutNode]? {
        var lines: [[Element]] = []
        for line in drawing {
            guard let elements = elements(line) else { return nil }
            if !elements.isEmpty { lines.append(elements) }
        }
        var result: [LayoutNode] = []
        var index = 0
        while index < lines.count {
            if let dots = lines[index...].firstIndex(of: [.verticalDots]), dots + 1 < lines.count,
                let rows = rows(Array(lines[index..<dots]), lines[dots + 1])
            {
                result.append(rows)
                index = dots + 2
            } else if let line = line(lines[index]) {
                result.append(line)
                index += 1
            } else {
                return nil
            }
        }
        return result.isEmpty ? nil : result
    }

    // MARK: lines

    private func line(_ elements: [Element]) -> LayoutNode? {
        var line = LayoutLine(statement: statement)
        for element in elements {
            switch element {
            case .name(let name): line.entries.append(entry(name))
            case .run(let name, let first, let last):
                guard name.subscripts.isEmpty else { return nil }
                line.entries.append(entry(name, members: .init(first: first, last: last)))
            case .glued, .verticalDots, .literal: return nil
            }
        }
        return .line(line)
    }

    /// `A_1 B_1`, `A_2 B_2`, dots, `A_K B_K`.
    private func rows(_ before: [[Element]], _ last: [Element]) -> LayoutNode? {
        guard let end = row(of: last), let start = before.first, case .number(let first)? = row(of: start) else {
            return nil
        }
        let count = first == 1 ? end : TermArithmetic.plus(TermArithmetic.minus(end, .number(first)), .number(1))
        var line = LayoutLine(statement: statement)
        for (index, elements) in before.enumerated() {
            // Counted one by one, and with nothing but the row's number changing.
            guard row(of: elements) == .number(first + Int128(index)), shape(elements) == shape(last) else {
                return nil
            }
        }
        let number = Term.name(VariableName("i"))
        for element in last {
            switch element {
            case .name(let name): line.entries.append(entry(VariableName(name.base, [number])))
            case .run(let name, let first, let last):
                line.entries.append(
                    entry(VariableName(name.base, [number]), members: .init(first: first, last: last)))
            case .glued(let name, let first, let last):
                var cells = entry(VariableName(name.base, [number]), members: .init(first: first, last: last))
                cells.kind = .character
                line.entries.append(cells)
            case .verticalDots, .literal: return nil
            }
        }
        return .rows(count: count, line)
    }

    /// The one number of the row that all names of the line bear.
    private func row(of elements: [Element]) -> Term? {
        var rows: Set<Term> = []
        for element in elements {
            switch element {
            case .name(let name), .run(let name, _, _), .glued(let name, _, _):
                guard name.subscripts.count == 1 else { return nil }
                rows.insert(name.subscripts[0])
            case .verticalDots, .literal: return nil
            }
        }
        return rows.count == 1 ? rows.first : nil
    }

    private func shape(_ elements: [Element]) -> [Element] {
        elements.map { element in
            switch element {
            case .name(let name): .name(VariableName(name.base))
            case .run(let name, let first, let last): .run(VariableName(name.base), first: first, last: last)
            case .glued(let name, let first, let last): .glued(VariableName(name.base), first: first, last: last)
            case .verticalDots, .literal: element
            }
        }
    }

    private func entry(_ name: VariableName, members: NameList.Members? = nil) -> LayoutEntry {
        var name = name
        if members != nil { name.subscripts.append(.name(VariableName("j"))) }
        return LayoutEntry(
            names: [name], members: members, kind: .integer, statement: statement, evidence: evidence)
    }

    // MARK: one line of the drawing

    private static let horizontal: Set<String> = ["…", "...", "..", "⋯", "\\ldots", "\\dots", "\\cdots"]
    private static let vertical: Set<String> = [":", "：", "⋮", "\\vdots", "\\vdots:", "...", "…", "．"]

    private func elements(_ line: String) -> [Element]? {
        let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "$" }).map(String.init)
        if words.count == 1, Self.vertical.contains(words[0]) { return [.verticalDots] }
        var result: [Element] = []
        var index = 0
        if words.count == 1, let cells = glued(words[0]) { return [cells] }
        if let first = words.first, Int(first) != nil {
            result.append(.literal(first))
            index = 1
        }
        while index < words.count {
            guard let name = name(words[index]) else { return nil }
            if let (run, end) = self.run(words, from: index) {
                result.append(run)
                index = end
            } else {
                result.append(.name(name))
                index += 1
            }
        }
        return result
    }

    /// `A_1 A_2 … A_N`: names that count up, dots, and the last one.
    private func run(_ words: [String], from start: Int) -> (Element, Int)? {
        guard let first = name(words[start]), case .number(let number)? = first.subscripts.last else { return nil }
        let outer = Array(first.subscripts.dropLast())
        var index = start
        while index < words.count, let next = name(words[index]), next.base == first.base,
            next.subscripts == outer + [.number(number + Int128(index - start))]
        {
            index += 1
        }
        guard index + 1 < words.count, Self.horizontal.contains(words[index]), let last = name(words[index + 1]),
            last.base == first.base, last.subscripts.count == first.subscripts.count,
            Array(last.subscripts.dropLast()) == outer, let end = last.subscripts.last
        else { return nil }
        return (.run(VariableName(first.base, outer), first: .number(number), last: end), index + 2)
    }

    private func glued(_ word: String) -> Element? {
        let tokens = Tokenizer.tokens(of: "$\(word)$")
        guard tokens.contains(where: { $0.isSymbol(.dots) }), let (list, end) = NameList.names(in: tokens, at: 0),
            end == tokens.count, let name = list.names.first, list.names.count == 1, let members = list.members
        else { return nil }
        return .glued(
            VariableName(name.base, Array(name.subscripts.dropLast())), first: members.first, last: members.last)
    }

    private func name(_ word: String) -> VariableName? {
        let tokens = Tokenizer.tokens(of: "$\(word)$")
        guard let (name, end) = TermParser.name(in: tokens, at: 0), end == tokens.count else { return nil }
        return name
    }
}
