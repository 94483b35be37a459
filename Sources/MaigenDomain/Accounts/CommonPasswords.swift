/// The passwords that guessers try first.
///
/// Not a list of passwords but of what people make them from: a few hundred words (`common-words.txt`, our own), and
/// the ways in which people vary them. Together they cover far more than the usual lists of some thousands.
package enum CommonPasswords {
    /// Whether `password` is a common one.
    package static func contain(_ password: String) -> Bool {
        let folded = fold(password)
        return isVariation(password, of: words) || isTwoWords(candidates(password)) || isRepetition(folded)
            || isRun(folded) || isDate(folded)
    }

    /// Whether `password` is one of `words` with little around it: digits or signs before or after, letters replaced
    /// by the digits that look like them, the word twice.
    package static func isVariation(_ password: String, of words: some Collection<String>) -> Bool {
        let candidates = candidates(password)
        return words.contains { word in
            !word.isEmpty && candidates.contains { $0 == word || isRepeated(word, in: $0) }
        }
    }

    /// The password with each kind of variation undone.
    private static func candidates(_ password: String) -> Set<String> {
        let folded = fold(password)
        return Set([folded, core(folded), unmask(folded), unmask(core(folded)), core(unmask(folded))])
            .subtracting([""])
    }

    private static let words: Set<String> = Set(
        String(decoding: PackageResources.common_words_txt, as: UTF8.self)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))

    private static func fold(_ password: String) -> String { password.lowercased().filter { !$0.isWhitespace } }

    /// Without digits and signs at both ends, if that leaves at most six of them behind.
    private static func core(_ text: String) -> String {
        let isPadding = { (character: Character) in !character.isLetter }
        let trimmed = String(text.drop(while: isPadding).reversed().drop(while: isPadding).reversed())
        return trimmed.count >= 3 && text.count - trimmed.count <= 6 ? trimmed : ""
    }

    private static func unmask(_ text: String) -> String {
        String(text.map { masks[$0] ?? $0 })
    }

    private static let masks: [Character: Character] = [
        "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i", "|": "l",
    ]

    private static func isRepeated(_ word: String, in text: String) -> Bool {
        text.count > word.count && text.count % word.count == 0
            && text == String(repeating: word, count: text.count / word.count)
    }

    /// Two common words in a row, such as `iloveyou` and a name.
    private static func isTwoWords(_ candidates: Set<String>) -> Bool {
        candidates.contains { text in
            text.count <= 16
                && text.indices.dropFirst(3).contains {
                    words.contains(String(text[..<$0])) && words.contains(String(text[$0...]))
                }
        }
    }

    /// A short piece over and over: `aaaaaaaa`, `12121212`, `abcabcabc`.
    private static func isRepetition(_ text: String) -> Bool {
        let characters = Array(text)
        return (1...4).contains { width in
            characters.count >= 2 * width && characters.indices.allSatisfy { characters[$0] == characters[$0 % width] }
        }
    }

    /// Neighbours in the alphabet, among the digits or on the keyboard, forwards or backwards, in at most two runs.
    private static func isRun(_ text: String) -> Bool {
        let characters = Array(text)
        guard characters.count >= 2 else { return false }
        var breaks = 0
        var index = 0
        while index + 1 < characters.count {
            if !areNeighbours(characters[index], characters[index + 1]) { breaks += 1 }
            index += 1
        }
        return breaks <= 1
    }

    private static func areNeighbours(_ left: Character, _ right: Character) -> Bool {
        if left == right { return true }
        return rows.contains { row in
            guard let first = row.firstIndex(of: left), let second = row.firstIndex(of: right) else { return false }
            return abs(first - second) == 1
        }
    }

    private static let rows = [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./",
        "!@#$%^&*()", "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.",
    ].map(Array.init)

    /// Eight digits that are a day of the last or this century: `19991231`, `31121999`.
    private static func isDate(_ text: String) -> Bool {
        let digits = text.filter { !".-/".contains($0) }
        guard digits.count == 8, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
        func number(_ from: Int, _ count: Int) -> Int { Int(digits.dropFirst(from).prefix(count)) ?? 0 }
        func isDay(year: Int, _ a: Int, _ b: Int) -> Bool {
            (1900...2099).contains(year) && ((1...12).contains(a) && (1...31).contains(b))
        }
        let (first, second, year) = (number(0, 2), number(2, 2), number(4, 4))
        return isDay(year: number(0, 4), number(4, 2), number(6, 2)) || isDay(year: year, first, second)
            || isDay(year: year, second, first)
    }
}
