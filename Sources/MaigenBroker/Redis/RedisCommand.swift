/// One command in the form in which it goes over the wire: an array of byte strings.
struct RedisCommand: Sendable {
    private(set) var bytes: [UInt8] = []

    init(_ words: Word...) { self.init(words) }

    init(_ words: [Word]) {
        header("*", words.count)
        for word in words {
            header("$", word.bytes.count)
            bytes += word.bytes
            bytes += [0x0D, 0x0A]
        }
    }

    private mutating func header(_ kind: Character, _ count: Int) {
        bytes += "\(kind)\(count)\r\n".utf8
    }

    /// A name, a text, a number or any bytes.
    struct Word: Sendable, ExpressibleByStringLiteral {
        var bytes: [UInt8]

        init(stringLiteral text: String) { bytes = Array(text.utf8) }
        init(_ text: String) { bytes = Array(text.utf8) }
        init(_ number: some BinaryInteger) { bytes = Array(String(number).utf8) }
        init(_ bytes: [UInt8]) { self.bytes = bytes }
    }
}
