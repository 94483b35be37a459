/// Finds what the statement calls a test case, where it is a thing of the story: "each map starts with a line".
enum CaseNounReader {
    static func noun(_ reading: Reading) -> String? {
        var found: Set<String> = []
        for statement in reading.statements where statement.statement.section == .input {
            for position in statement.statement.tokens.indices {
                if let (_, match) = OpeningPhrases.caseNouns.match(statement.statement.tokens, at: position),
                    let noun = match.words.first,
                    !["test", "testcase", "case", "line", "query", "operation"].contains(noun)
                {
                    found.insert(Glossary.stem(noun))
                }
            }
        }
        return found.count == 1 ? found.first : nil
    }
}
