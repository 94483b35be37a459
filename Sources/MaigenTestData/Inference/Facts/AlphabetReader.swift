/// Reads which characters a string or grid is made of: "只包含 `.` 和 `#`", "consists of lowercase English letters".
enum AlphabetReader {
    private static let lower = Array("abcdefghijklmnopqrstuvwxyz")
    private static let upper = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    private static let digits = Array("0123456789")

    /// Sets that say by themselves that they are an alphabet.
    private static let sets = PhraseTable<[Character]>([
        ("小写 [的] [英文|拉丁|英语] [字母|字符]", lower),
        ("大写 [的] [英文|拉丁|英语] [字母|字符]", upper),
        ("大小写|大写和小写|小写和大写|大、小写|大写或小写 [英文|拉丁|英语] 字母", upper + lower),
        (
            "[English|Latin] lowercase|lower-case|lower_case|small [English|Latin|Roman] letters|letter|characters|alphabets|alphabet",
            lower
        ),
        (
            "[English|Latin] uppercase|upper-case|upper_case|capital [English|Latin|Roman] letters|letter|characters|alphabets|alphabet",
            upper
        ),
        ("uppercase|upper-case and|or lowercase|lower-case [English|Latin] letters|characters", upper + lower),
        ("lowercase|lower-case and|or uppercase|upper-case [English|Latin] letters|characters", upper + lower),
        ("01 串|字符串|序列", ["0", "1"]),
        ("二进制串|二进制字符串", ["0", "1"]),
        ("[a] binary string", ["0", "1"]),
    ])

    /// Sets that are an alphabet only after "consists of".
    private static let setsAfterOpening = PhraseTable<[Character]>([
        ("数字|阿拉伯数字", digits),
        ("英文字母|拉丁字母|字母", upper + lower),
        ("[decimal] digits", digits),
        ("English|Latin letters", upper + lower),
    ])

    private static let openings = PhraseTable<Bool>([
        ("仅|只|均|都|全部|完全|全 [会] [仅|只] 由|包含|包括|含|含有|是|为|出现 [字符]", true),
        ("由 [字符|仅由]", true),
        (
            "[that|which] consists|consist|consisting|composed|made|contains|contain|containing [entirely] [only] [up] of|only [only] [the] [characters|character|symbols]",
            true
        ),
        (
            "[that|which] consists|consist|consisting|composed|made [entirely|only|solely] [up] of [only] [the] [characters|character|symbols|digits|letters]",
            true
        ),
        ("[that|which] only contains|contain [the] [characters|symbols]", true),
        ("each|every [character] [of] [them|which] [is] either", true),
    ])

    private static let closings = PhraseTable<Bool>([
        ("[这] [两|三|四|五|六|七|2|3|4] [种|个] [字符] 组成|构成 [的]", true),
        ("[这] [两|三|四|五|六|七|2|3|4] 种|个 字符|符号", true),
        ("字符|的字符", true),
        ("[only] characters|symbols [only]", true),
        ("only", true),
    ])

    /// The alphabet at `position`, and where its words end.
    static func alphabet(in tokens: [TextToken], at position: Int) -> ([Character], Int)? {
        let opening = openings.match(tokens, at: position)
        var index = opening?.match.end ?? position
        var characters: Set<Character> = []
        var end = index
        while index < tokens.count, let (found, next) = item(in: tokens, at: index, isOpened: opening != nil),
            characters.isEmpty || endsItem(tokens, at: next)
        {
            characters.formUnion(found)
            end = next
            index = next
            while index < tokens.count,
                NameList.isSeparator(tokens[index]) || tokens[index].kind == .word("or")
                    || tokens[index].kind == .word("或")
            {
                index += 1
            }
            if index == next { break }
        }
        guard !characters.isEmpty else { return nil }
        var isClosed = false
        // "都是 0 到 100 之间的整数" is a range of numbers.
        if end < tokens.count, rangeSigns.match(tokens, at: end) != nil, end + 1 < tokens.count,
            case .number = tokens[end + 1].kind
        {
            return nil
        }
        if let restated = restatement(of: characters, in: tokens, at: end) { end = restated }
        if let closing = closings.match(tokens, at: end) {
            end = closing.match.end
            isClosed = true
        }
        // "由 1 个…": without its end it is not an alphabet.
        if opening != nil, tokens[position].kind == .word("由"), !isClosed { return nil }
        return (characters.sorted(), end)
    }

    /// "lowercase letters (`a`–`z`)": the same characters once more.
    private static func restatement(of characters: Set<Character>, in tokens: [TextToken], at position: Int) -> Int? {
        var index = position
        let isEnclosed = index < tokens.count && tokens[index].isSymbol(.openParenthesis)
        if isEnclosed { index += 1 }
        var restated: Set<Character> = []
        while index < tokens.count, let (range, end) = characterRange(in: tokens, at: index) {
            restated.formUnion(range)
            index = end
            while index < tokens.count, NameList.isSeparator(tokens[index]) { index += 1 }
        }
        guard restated == characters else { return nil }
        guard isEnclosed else { return index }
        return index < tokens.count && tokens[index].isSymbol(.closeParenthesis) ? index + 1 : nil
    }

    /// "0 和 1，数字之间没有空格": after a comma a word is one more set only where it stands alone.
    private static func endsItem(_ tokens: [TextToken], at position: Int) -> Bool {
        guard position < tokens.count, case .word(let word) = tokens[position].kind else { return true }
        return ["或", "or"].contains(word) || NameList.isSeparator(tokens[position])
            || closings.match(tokens, at: position) != nil
    }

    private static func item(in tokens: [TextToken], at position: Int, isOpened: Bool) -> ([Character], Int)? {
        if let (set, match) = sets.match(tokens, at: position) { return (set, match.end) }
        guard isOpened else { return nil }
        if let range = characterRange(in: tokens, at: position) { return range }
        // "数字 `0` 到 `9`": the word only says what the characters written out are.
        if let (_, match) = setsAfterOpening.match(tokens, at: position), match.end < tokens.count,
            single(tokens[match.end]) != nil
        {
            return item(in: tokens, at: match.end, isOpened: true)
        }
        if let (set, match) = setsAfterOpening.match(tokens, at: position) { return (set, match.end) }
        return single(tokens[position]).map { ([$0], position + 1) }
    }

    private static func single(_ token: TextToken) -> Character? {
        switch token.kind {
        case .code(let text) where text.count == 1: text.first
        case .number(let digit) where (0...9).contains(digit): Character("\(digit)")
        case .name(let name) where name.count == 1 && name.first!.isASCII: name.first
        default: nil
        }
    }

    private static let rangeSigns = PhraseTable<Bool>([("到|至|~|-|–|…|to|through", true)])

    /// `` `a` 到 `z` ``, "0 to 9": all characters between two of one kind.
    private static func characterRange(in tokens: [TextToken], at position: Int) -> ([Character], Int)? {
        guard let first = single(tokens[position]), let (_, sign) = rangeSigns.match(tokens, at: position + 1),
            sign.end < tokens.count, let last = single(tokens[sign.end])
        else { return nil }
        for kind in [digits, lower, upper] {
            if let start = kind.firstIndex(of: first), let end = kind.firstIndex(of: last), start < end {
                return (Array(kind[start...end]), sign.end + 1)
            }
        }
        return nil
    }
}
