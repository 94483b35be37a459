/// Lengths said by a number of characters: "consists of between 1 and 20 letters", "由 1 到 5 个字母组成".
enum LengthPhrases {
    enum Meaning: Sendable {
        /// From `{a}` to `{b}`.
        case between
        case atMost
        case atLeast
        case exactly
    }

    /// Before an alphabet. What opens an alphabet stays, only the number goes.
    static let table = PhraseTable<Meaning>([
        ("between {a} and {b}", .between), ("{a} to|- {b}", .between), ("from {a} to {b}", .between),
        ("≤ {b}", .atMost), ("≥ {a} [,] and|but [,] ≤ {b}", .between), ("≤ {b} [,] and|but [,] ≥ {a}", .between),
        ("{a} 到|至|~ {b} 个", .between), ("≤ {b} 个", .atMost), ("≥ {a} [个] [,] 且|并且|而 ≤ {b} 个", .between),
        ("[exactly] {b}", .exactly), ("[恰好] {b} 个", .exactly),
    ])

    static let openings = PhraseTable<Bool>([
        ("consists|consist|consisting|composed|made|comprises [up] [of]", true), ("由|仅由|只由|均由", true),
        ("contains|contain|has|have", true),
    ])

    /// After the noun: "a string of at most 30 letters".
    static let nouns = PhraseTable<Bool>([("string|strings|word|words|name|names of|with", true)])
}
