/// Cuts statements where a phrase such as "对于 30% 的数据" says for which tests the bounds beside it hold.
enum ScopeReader {
    /// The statements with whether each holds only for a part of the tests. The scope words are gone.
    static func scoped(_ statements: [Statement]) -> [(Statement, isPartial: Bool)] {
        var result: [(Statement, isPartial: Bool)] = []
        // A scope that stands alone on its line holds for the lines below, one at a line's start for its whole line.
        var standing: Bool?
        var standsAlone = false
        for statement in statements {
            if statement.isTableRow {
                result.append((statement, true))
                continue
            }
            let marks = self.marks(in: statement.tokens)
            if !statement.continuesLine, !statement.startsItem, !standsAlone, marks.isEmpty { standing = nil }
            guard let first = marks.first else {
                result.append((statement, standing ?? false))
                continue
            }
            if first.range.lowerBound <= leading(statement.tokens) {
                for (index, mark) in marks.enumerated() {
                    let end = index + 1 < marks.count ? marks[index + 1].range.lowerBound : statement.tokens.count
                    result.append((piece(statement, mark.range.upperBound..<end), mark.isPartial))
                    standing = mark.isPartial
                    standsAlone =
                        leading(Array(statement.tokens[mark.range.upperBound..<end])) == end - mark.range.upperBound
                }
            } else {
                // "n ≤ 100 for 30% of the tests"
                var start = 0
                for mark in marks {
                    result.append((piece(statement, start..<mark.range.lowerBound), mark.isPartial))
                    start = mark.range.upperBound
                }
                result.append((piece(statement, start..<statement.tokens.count), false))
            }
        }
        return result.filter { !$0.0.tokens.isEmpty }
    }

    private static func piece(_ statement: Statement, _ range: Range<Int>) -> Statement {
        var piece = statement
        piece.tokens = Array(statement.tokens[range])
        return piece
    }

    /// How many tokens in front are only punctuation or "保证".
    private static func leading(_ tokens: [TextToken]) -> Int {
        tokens.prefix { token in
            switch token.kind {
            case .symbol(.comma), .symbol(.wideComma), .symbol(.colon), .symbol(.unknown), .symbol(.openParenthesis),
                .symbol(.openBracket):
                true
            case .word(let word): ["保", "证", "其", "中", "另", "外", "有"].contains(word)
            default: false
            }
        }.count
    }

    private static func marks(in tokens: [TextToken]) -> [(range: Range<Int>, isPartial: Bool)] {
        var result: [(range: Range<Int>, isPartial: Bool)] = []
        var position = 0
        while let (at, meaning, match) = ScopePhrases.table.first(in: tokens, from: position) {
            position = match.end
            switch meaning {
            case .all: result.append((at..<match.end, false))
            case .part: result.append((at..<match.end, true))
            case .percent: result.append((at..<match.end, match.terms["p"]?.constant != 100))
            }
        }
        return result
    }
}
