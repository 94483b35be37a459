/// Turns numbers written in words into numbers: "twenty thousand", "one hundred and fifty", "一百", "二十万".
///
/// A small number alone ("one", "两") stays a word: it may be an article or a count of the layout.
enum NumberWordReader {
    static func folded(_ tokens: [TextToken]) -> [TextToken] {
        var result: [TextToken] = []
        var position = 0
        while position < tokens.count {
            guard let (value, end) = english(tokens, at: position) ?? chinese(tokens, at: position) else {
                result.append(tokens[position])
                position += 1
                continue
            }
            result.append(TextToken(kind: .number(value), text: Array(tokens[position..<end]).quoted))
            position = repetition(of: value, in: tokens, at: end) ?? end
        }
        return result
    }

    /// "one billion ($10^9$)": the same number once more.
    private static func repetition(of value: Int128, in tokens: [TextToken], at position: Int) -> Int? {
        guard position < tokens.count, tokens[position].isSymbol(.openParenthesis),
            let (term, end) = TermParser.term(in: tokens, at: position + 1), term.constant == value,
            end < tokens.count, tokens[end].isSymbol(.closeParenthesis)
        else { return nil }
        return end + 1
    }

    // MARK: English

    private static let units: [String: Int128] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90,
    ]
    private static let scales: [String: Int128] = [
        "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
        "trillion": 1_000_000_000_000,
    ]

    private static func english(_ tokens: [TextToken], at position: Int) -> (Int128, Int)? {
        var total: Int128 = 0
        var current: Int128 = 0
        var end = position
        var words = 0
        var hasScale = false
        while end < tokens.count, case .word(let word) = tokens[end].kind {
            if word == "and", current > 0 || total > 0, hasScale, end + 1 < tokens.count,
                case .word(let next) = tokens[end + 1].kind, unit(next) != nil, tokens[end - 1].kind == .word("hundred")
            {
                end += 1
            } else if word == "a", words == 0, end + 1 < tokens.count, case .word(let next) = tokens[end + 1].kind,
                scales[next] != nil
            {
                current = 1
                end += 1
            } else if let value = unit(word), current == 0 || current % 100 == 0 || (current % 10 == 0 && value < 10) {
                current += value
                end += 1
                words += value > 10 ? 2 : 1
            } else if let scale = scales[word], words > 0 || current > 0 {
                hasScale = true
                words += 1
                if scale == 100 {
                    current *= 100
                } else {
                    total += max(current, total == 0 ? current : 0) * scale
                    current = 0
                }
                end += 1
            } else {
                break
            }
        }
        let value = total + current
        guard value > 0, hasScale || value > 10, words > 0 else { return nil }
        return (value, end)
    }

    /// "twenty-four" is one word.
    private static func unit(_ word: String) -> Int128? {
        if let value = units[word] { return value }
        let parts = word.split(separator: "-").compactMap { units[String($0)] }
        guard parts.count == 2, parts[0] >= 20, parts[1] < 10, word.contains("-") else { return nil }
        return parts[0] + parts[1]
    }

    // MARK: Chinese

    private static let digits: [String: Int128] = [
        "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let ranks: [String: Int128] = ["十": 10, "百": 100, "千": 1000]
    private static let groups: [String: Int128] = ["万": 10_000, "亿": 100_000_000]

    private static func chinese(_ tokens: [TextToken], at position: Int) -> (Int128, Int)? {
        var total: Int128 = 0
        var section: Int128 = 0
        var digit: Int128?
        var end = position
        var hasRank = false
        while end < tokens.count, case .word(let word) = tokens[end].kind {
            if let value = digits[word] {
                guard digit == nil || digit == 0 else { break }
                digit = value
            } else if let rank = ranks[word] {
                guard digit != nil || (word == "十" && section == 0) else { break }
                section += (digit ?? 1) * rank
                digit = nil
                hasRank = true
            } else if let group = groups[word] {
                let value = section + (digit ?? 0)
                guard value > 0 || total > 0 else { break }
                total = (total + value) * group
                section = 0
                digit = nil
                hasRank = true
            } else {
                break
            }
            end += 1
        }
        guard hasRank, end - position >= 2 else { return nil }
        return (total + section + (digit ?? 0), end)
    }
}
