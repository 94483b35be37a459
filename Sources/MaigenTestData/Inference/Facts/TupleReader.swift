/// Reads `(A_i, B_i) ≠ (A_j, B_j)`: every two rows differ.
enum TupleReader {
    private static let conditions = PhraseTable<Bool>([
        ("[,] if|when|whenever|for [all|any|every|each]", true), ("当|对于 [任意|所有]", true),
    ])

    /// The fields that together differ, and where the words end. What follows says for which rows.
    static func tuple(in tokens: [TextToken], at position: Int) -> ([VariableName], Int)? {
        guard let (left, leftEnd) = names(in: tokens, at: position), leftEnd < tokens.count,
            tokens[leftEnd].isSymbol(.notEqual), let (right, end) = names(in: tokens, at: leftEnd + 1),
            left.count >= 2, left.map(\.base) == right.map(\.base), Set(left.map(\.base)).count == left.count
        else { return nil }
        let rows = (Set(left.map(\.subscripts)), Set(right.map(\.subscripts)))
        guard rows.0.count == 1, rows.1.count == 1, rows.0 != rows.1, isLetter(left[0]), isLetter(right[0]) else {
            return nil
        }
        guard let (_, match) = conditions.match(tokens, at: end) else { return (left, end) }
        return (left, match.end)
    }

    /// `A_i`, not `A_1` or `A_{i+1}`.
    private static func isLetter(_ name: VariableName) -> Bool {
        guard name.subscripts.count == 1, case .name = name.subscripts[0] else { return false }
        return true
    }

    private static func names(in tokens: [TextToken], at position: Int) -> ([VariableName], Int)? {
        guard position < tokens.count, tokens[position].isSymbol(.openParenthesis),
            let (list, end) = NameList.names(in: tokens, at: position + 1), list.members == nil, end < tokens.count,
            tokens[end].isSymbol(.closeParenthesis)
        else { return nil }
        return (list.names, end + 1)
    }
}
