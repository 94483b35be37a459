import MaigenFiles

/// Which kinds of answer an output holds: `YES`, `NO`, `-1`, zero, other numbers, other words.
///
/// Outputs of many words say what all of them are, and what they hold beside. Words that differ from input to input (names,
/// strings) are no classes; whoever compares several outputs folds them with `fold`.
struct AnswerClasses: Sendable, Hashable {
    private(set) var names: Set<String>
    /// How much of an output is looked at.
    private static let limit = 64 << 10

    /// - Parameter path: an output.
    init(ofFile path: String) {
        self.init(Excerpt.ofFile(path, limit: Self.limit))
    }

    init(_ output: String) {
        let words = output.split(whereSeparator: \.isWhitespace)
        let kinds = Set(words.prefix(20_000).map(Self.kind))
        names = kinds
        if words.isEmpty { names.insert("nothing") }
        if words.count > 1, kinds.count == 1, let only = kinds.first { names.insert("only \(only)") }
    }

    private static func kind(_ word: Substring) -> String {
        if word == "-1" || word == "0" || word == "1" { return String(word) }
        if word.first?.isNumber ?? false { return "number" }
        if word.first == "-", word.dropFirst().first?.isNumber ?? false { return "negative number" }
        return word.count <= 16 ? String(word) : "long word"
    }

    /// Many different words are names and not verdicts: then they are all `word`.
    static func fold(_ all: [AnswerClasses]) -> [AnswerClasses] {
        let known: Set<String> = ["-1", "0", "1", "number", "negative number", "long word", "nothing", "word"]
        let words = Set(all.flatMap(\.names).filter { !known.contains($0) && !$0.hasPrefix("only ") })
        guard words.count > 8 else { return all }
        return all.map { classes in
            var result = classes
            result.names = Set(
                classes.names.map { name in
                    let word = name.hasPrefix("only ") ? String(name.dropFirst(5)) : name
                    return words.contains(word) ? (name == word ? "word" : "only word") : name
                })
            return result
        }
    }
}
