/// The lines of a note that bound or promise something of the input: there they count as much as in a section of bounds.
enum NotePromises {
    private static let samples = PhraseTable<Bool>([
        ("样例|示例|例子|例如|比如|解释", true), ("sample|samples|example|examples|explanation|for_instance|case_1", true),
    ])

    /// Those lines of `note`, as written; what explains a sample is left out unless it says of which tests it speaks.
    static func lines(of note: String) -> String {
        var fence = false
        return note.split(separator: "\n", omittingEmptySubsequences: false).filter { raw in
            let line = String(raw)
            if StatementSplitter.fenceMark(of: line.trimmedBlanks) != nil {
                fence.toggle()
                return false
            }
            if fence { return false }
            if line.trimmedBlanks.hasPrefix("|") { return true }
            let tokens = WordComparisons.folded(NumberWordReader.folded(Tokenizer.tokens(of: line)))
            if ScopePhrases.table.first(in: tokens) != nil || HypotheticalPhrases.guarantees.first(in: tokens) != nil {
                return true
            }
            return tokens.contains(where: \.isComparison) && samples.first(in: tokens) == nil
        }.joined(separator: "\n\n")
    }
}
