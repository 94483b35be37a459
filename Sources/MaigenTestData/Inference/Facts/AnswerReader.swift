/// Reads the words that an answer may be: `YES`, `NO`, `-1`.
enum AnswerReader {
    static func answers(in output: [Statement]) -> [String] {
        var result: [String] = []
        for statement in output {
            let tokens = statement.tokens
            for (index, token) in tokens.enumerated() {
                var answer: String?
                switch token.kind {
                case .code(let text) where isWord(text): answer = text
                case .number(1)
                where index > 0 && tokens[index - 1].isSymbol(.minus) && isPrinted(tokens, before: index - 1):
                    answer = "-1"
                default: break
                }
                if let answer, !result.contains(answer) { result.append(answer) }
            }
        }
        return result
    }

    private static func isWord(_ text: String) -> Bool {
        if text == "-1" { return true }
        return text.count >= 2 && text.count <= 20 && text.allSatisfy { $0.isASCII && $0.isLetter }
    }

    private static func isPrinted(_ tokens: [TextToken], before index: Int) -> Bool {
        guard index > 0, case .word(let word) = tokens[index - 1].kind else { return false }
        return ["出", "print", "output", "prints", "为", "printed"].contains(word)
    }
}
