import MaigenDomain

/// Texts of models on their way out: bounded, and free of what a model has no business to repeat.
///
/// A model that obeys a statement may be made to say its own prompt, or the mark of the quotations. Neither may reach a
/// ZIP or a page, so answers that hold a piece of them are refused.
struct Spoken: Sendable {
    private let mark: String
    /// Hashes of all pieces of that length of all prompts.
    private static let pieces: Set<Int> = Set(AgentPrompt.all.flatMap { pieces(of: plain($0.role)) })
    private static let length = 40

    init(_ quotation: Quotation) {
        mark = quotation.mark
    }

    /// Whether `text` repeats a prompt or a mark.
    func leaks(_ text: String) -> Bool {
        text.contains(mark) || Self.pieces(of: Self.plain(text)).contains(where: Self.pieces.contains)
    }

    /// One line of at most so many characters; nil where it is none, or leaks.
    func line(_ text: String, length: Int = 120) -> String? {
        guard !leaks(text) else { return nil }
        return String(line: text, length: 1...length)
    }

    /// A text in both languages; what lacks one gets the other's words.
    func line(_ text: SpokenText) -> Localized? {
        let (chinese, english) = (line(text.zh), line(text.en))
        guard let one = chinese ?? english else { return nil }
        return Localized(zh: chinese ?? one, en: english ?? one)
    }

    /// A program; nil where it is none, is too long, or leaks.
    func program(_ source: String) -> String? {
        guard source.utf8.count <= Blueprint.programLimit, source.contains("main"), !source.utf8.contains(0),
            !leaks(source)
        else { return nil }
        return source.last == "\n" ? source : source + "\n"
    }

    /// Small letters without spaces and signs, so that wrapping and quoting hide nothing.
    private static func plain(_ text: String) -> [UInt8] {
        text.utf8.compactMap { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 128...255: byte
            default: nil
            }
        }
    }

    /// A rolling hash (Karp and Rabin 1987) over every stretch.
    private static func pieces(of text: [UInt8]) -> [Int] {
        guard text.count >= length else { return [] }
        let base = 1_000_003
        let top = (1..<length).reduce(1) { power, _ in power &* base }
        var hash = text.prefix(length).reduce(0) { $0 &* base &+ Int($1) }
        var result = [hash]
        for place in length..<text.count {
            hash = (hash &- Int(text[place - length]) &* top) &* base &+ Int(text[place])
            result.append(hash)
        }
        return result
    }
}

/// A text as models give it.
struct SpokenText: Decodable, Sendable, Hashable {
    var zh: String
    var en: String
}
