/// The identifier of one `Subject`: opaque text that is never reused.
///
/// New ones are UUIDs of version 7, which sort by the time they were made. They are names, not secrets: knowing one
/// gives no right to anything.
package struct ID<Subject>: RawRepresentable, Sendable, Hashable, Comparable {
    /// The text.
    package var rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The identifier that a client sent; nil where it cannot be one. Whether there is such a `Subject` is another
    /// question.
    package init?(_ text: String) {
        guard text.isShortVisibleASCII else { return nil }
        rawValue = text
    }

    /// A new identifier made at `moment`.
    package init(at moment: Timestamp, _ randomness: Randomness) {
        var bytes = randomness.bytes(16)
        let milliseconds = UInt64(max(0, moment.milliseconds))
        for index in 0..<6 {
            bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> UInt64(8 * (5 - index)))
        }
        bytes[6] = bytes[6] & 0x0F | 0x70
        bytes[8] = bytes[8] & 0x3F | 0x80
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
        rawValue = groups.map { Hex.text(bytes[$0]) }.joined(separator: "-")
    }

    package static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
}

extension String {
    /// Whether this is 1 to 64 visible ASCII characters, as identifiers and cursors are.
    var isShortVisibleASCII: Bool {
        (1...64).contains(utf8.count) && utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}

extension ID: CustomStringConvertible {
    /// The text.
    package var description: String { rawValue }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
