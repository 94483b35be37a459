/// Reads an input drawn in a code block, as AtCoder does it:
///
///     N K
///     A_1 A_2 … A_N
///     X_1 Y_1
///     ⋮
///     X_K Y_K
///
/// What the names are is said elsewhere: only where all values are stated to be whole numbers is a drawing enough.
struct FormatBlockReader {
    private let statement: Int
    private let evidence: String

    private enum Element: Equatable {
        case name(VariableName)
        /// `A_1 … A_N`, the last subscript running.
        case run(VariableName, first: Term, last: Term)
        case verticalDots
    }

    private static let announcements = PhraseTable<Bool>([
        ("[the] input is given [from] [standard] [input] in the following format [:]", true),
        ("[the] input is given in the following format from standard input [:]", true),
        ("[the] input has|follows the following format [:]", true),
        ("输入 [数据] [按|按照] [以|从] [标准输入] 以|用|按|按照 以下|如下|下面|下列 [的] 格式 [给出] [:]", true),
    ])

    private static let wholeNumbers = PhraseTable<Bool>([
        ("all [the] [input] values [in] [the] [input] are integers", true),
        ("all values in input are integers", true),
        ("[所有] 输入 [的] [值|数|数据] [均|都|全部] 为|是 整数", true),
    ])

    static func announces(_ tokens: [TextToken]) -> Bool {
        announcements.match(tokens, at: 0).map { $0.match.end == tokens.count } ?? false
    }

    /// The lines drawn; nil where there is no drawing, or one that shows more than names.
    static func nodes(_ reading: Reading) -> [LayoutNode]? {
        guard reading.drawings.count == 1, let drawing = reading.drawings.first,
            let statement = reading.statements.firstIndex(where: {
                $0.statement.section == .input && announces($0.statement.tokens)
            }),
            reading.statements.contains(where: {
                !$0.isPartial && wholeNumbers.match($0.statement.tokens, at: 0)?.match.end == $0.statement.tokens.count
            })
        else { return nil }
        let reader = FormatBlockReader(statement: statement, evidence: reading.statements[statement].statement.text)
        return reader.nodes(drawing)
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
            case .verticalDots: return nil
            }
        }
        return .line(line)
    }

    /// `A_1 B_1`, `A_2 B_2`, dots, `A_K B_K`.
    private func rows(_ before: [[Element]], _ last: [Element]) -> LayoutNode? {
        guard let count = row(of: last), !before.isEmpty else { return nil }
        var line = LayoutLine(statement: statement)
        for (index, elements) in before.enumerated() {
            // Only counted from 1, and with nothing but the row's number changing.
            guard row(of: elements) == .number(Int128(index + 1)), shape(elements) == shape(last) else { return nil }
        }
        let number = Term.name(VariableName("i"))
        for element in last {
            switch element {
            case .name(let name): line.entries.append(entry(VariableName(name.base, [number])))
            case .run(let name, let first, let last):
                line.entries.append(
                    entry(VariableName(name.base, [number]), members: .init(first: first, last: last)))
            case .verticalDots: return nil
            }
        }
        return .rows(count: count, line)
    }

    /// The one number of the row that all names of the line bear.
    private func row(of elements: [Element]) -> Term? {
        var rows: Set<Term> = []
        for element in elements {
            switch element {
            case .name(let name), .run(let name, _, _):
                guard name.subscripts.count == 1 else { return nil }
                rows.insert(name.subscripts[0])
            case .verticalDots: return nil
            }
        }
        return rows.count == 1 ? rows.first : nil
    }

    private func shape(_ elements: [Element]) -> [Element] {
        elements.map { element in
            switch element {
            case .name(let name): .name(VariableName(name.base))
            case .run(let name, let first, let last): .run(VariableName(name.base), first: first, last: last)
            case .verticalDots: .verticalDots
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

    private func name(_ word: String) -> VariableName? {
        let tokens = Tokenizer.tokens(of: "$\(word)$")
        guard let (name, end) = TermParser.name(in: tokens, at: 0), end == tokens.count else { return nil }
        return name
    }
}
