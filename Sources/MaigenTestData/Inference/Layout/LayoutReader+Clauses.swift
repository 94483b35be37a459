extension LayoutReader {
    /// Where a clause ends that begins at `position` and promises nothing.
    func freedom(in tokens: [TextToken], at position: Int) -> Int? {
        let end = tokens[position...].firstIndex(where: isBreak) ?? tokens.count
        let clause = Array(tokens[position..<end])
        return FreedomPhrases.isFreedom(clause) || FreedomPhrases.continues(clause) ? end : nil
    }
}
