/// One sentence of a problem, or one clause between semicolons.
struct Statement: Sendable, Hashable {
    var section: Section
    var tokens: [TextToken]
    /// Begins a list item.
    var startsItem: Bool
    /// Belongs to the same line of the text as the statement before it.
    var continuesLine: Bool
    /// A row of a table.
    var isTableRow: Bool
    /// As a person would write it.
    var text: String

    enum Section: String, Sendable, Hashable {
        case description, input, output, constraints
    }
}

/// The statements of every section of a problem, cut once.
struct ProblemStatements: Sendable {
    var description: [Statement]
    var input: [Statement]
    var output: [Statement]
    var constraints: [Statement]

    init(_ problem: ProblemDocument) {
        description = StatementSplitter.statements(of: problem.description, in: .description)
        input = StatementSplitter.statements(of: problem.input, in: .input)
        output = StatementSplitter.statements(of: problem.output, in: .output)
        constraints = StatementSplitter.statements(of: problem.constraints ?? "", in: .constraints)
    }

    var all: [Statement] { description + input + output + constraints }
}

/// Cuts a section into statements.
enum StatementSplitter {
    static func statements(of text: String, in section: Statement.Section) -> [Statement] {
        var result: [Statement] = []
        for line in logicalLines(of: text) {
            var isFirst = true
            for written in sentences(of: NumberWordReader.folded(Tokenizer.tokens(of: line.text))) {
                let tokens = Paraphrase.folded(written)
                if tokens.isEmpty { continue }
                result.append(
                    Statement(
                        section: section, tokens: tokens, startsItem: line.startsItem && isFirst,
                        continuesLine: !isFirst, isTableRow: line.isTableRow, text: written.quoted))
                isFirst = false
            }
        }
        return result
    }

    struct Line {
        var text: String
        var startsItem: Bool
        var isTableRow: Bool
    }

    /// Lines of Markdown; an English line that goes on is joined with the next one, fenced blocks are left out.
    static func logicalLines(of text: String) -> [Line] {
        var result: [Line] = []
        var canJoin = false
        var fence: Character?
        for raw in DisplayedFormat.fenced(text).split(separator: "\n", omittingEmptySubsequences: false) {
            let line = raw.trimmedBlanks
            if let mark = fenceMark(of: line) {
                fence = fence == nil ? mark : (fence == mark ? nil : fence)
                canJoin = false
                continue
            }
            if fence != nil { continue }
            // "【数据规模与约定】" is a heading.
            let plain = line.drop { $0 == "*" || $0 == "#" || $0 == " " }
            let isHeading =
                plain.hasPrefix("【") && (plain.hasSuffix("】") || plain.hasSuffix("】**"))
                && !plain.contains { $0.isASCII && $0 != "*" }
            if line.isEmpty || isHeading {
                canJoin = false
                continue
            }
            let isTableRow = line.hasPrefix("|") && line.hasSuffix("|") && line.count > 1
            let (bare, startsItem) = withoutBullet(line)
            // A file's name is no end of a sentence.
            let item = bare.replacing(/[*`_]*\b[A-Za-z0-9_\-]+\.(in|out|inp|dat)\b[*`_]*/) { _ in " inputfile " }
            let hasHan = item.unicodeScalars.contains { $0.isHan }
            if canJoin, !startsItem, !isTableRow, !hasHan, var last = result.popLast() {
                last.text += " " + item
                result.append(last)
            } else {
                result.append(Line(text: item, startsItem: startsItem, isTableRow: isTableRow))
            }
            canJoin = !hasHan && !isTableRow && !(item.last.map { ".;:!?".contains($0) } ?? true)
        }
        return result
    }

    /// The tables, each as its rows.
    static func tables(of text: String) -> [[String]] {
        var result: [[String]] = []
        var isInTable = false
        for line in logicalLines(of: text) {
            if line.isTableRow {
                if isInTable { result[result.count - 1].append(line.text) } else { result.append([line.text]) }
            }
            isInTable = line.isTableRow
        }
        return result
    }

    /// The contents of the fenced blocks.
    static func fencedBlocks(of text: String) -> [[String]] {
        var result: [[String]] = []
        var fence: Character?
        for raw in DisplayedFormat.fenced(text).split(separator: "\n", omittingEmptySubsequences: false) {
            let line = raw.trimmedBlanks
            if let mark = fenceMark(of: line) {
                if fence == nil {
                    fence = mark
                    result.append([])
                } else if fence == mark {
                    fence = nil
                }
            } else if fence != nil {
                result[result.count - 1].append(line)
            }
        }
        return result
    }

    static func fenceMark(of line: String) -> Character? {
        line.hasPrefix("```") ? "`" : line.hasPrefix("~~~") ? "~" : nil
    }

    /// Without `- `, `* `, `1. `, `> ` and `# ` in front.
    private static func withoutBullet(_ line: String) -> (String, Bool) {
        for bullet in ["- ", "* ", "+ ", "• ", "– ", "> "] where line.hasPrefix(bullet) {
            return (line.dropFirst(bullet.count).trimmedBlanks, bullet != "> ")
        }
        if line.hasPrefix("#") { return (line.drop { $0 == "#" }.trimmedBlanks, true) }
        let digits = line.prefix { $0.isNumber }
        if !digits.isEmpty, digits.count <= 2 {
            let rest = line.dropFirst(digits.count)
            for mark in [". ", ") ", "、", "）", "．"] where rest.hasPrefix(mark) {
                return (rest.dropFirst(mark.count).trimmedBlanks, true)
            }
        }
        return (line, false)
    }

    private static func sentences(of tokens: [TextToken]) -> [[TextToken]] {
        var result: [[TextToken]] = []
        var current: [TextToken] = []
        var depth = 0
        for token in tokens {
            switch token.kind {
            case .symbol(.openParenthesis): depth += 1
            case .symbol(.closeParenthesis): depth = max(0, depth - 1)
            default: break
            }
            let ends = token.isSymbol(.period) || (token.isSymbol(.semicolon) && depth == 0)
            if ends {
                if !current.isEmpty { result.append(current) }
                current = []
                if token.isSymbol(.period) { depth = 0 }
            } else {
                current.append(token)
            }
        }
        if !current.isEmpty { result.append(current) }
        return result
    }
}
