/// An e-mail address that is safe to put into a message's header and an SMTP command.
///
/// Narrower than the standards on purpose: printable ASCII, no quoted local parts, no comments, no address literals.
package struct EmailAddress: Sendable, Hashable {
    /// The address as its owner wrote it, without surrounding spaces: where mail goes.
    package let text: String
    /// What makes two addresses the same person's: `text` in lower case.
    package let key: String

    /// The address that `text` spells; nil where it is none.
    package init?(_ text: String) {
        let trimmed = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        let bytes = Array(trimmed.utf8)
        guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        guard Self.isLocalPart(bytes[..<at]), Self.isDomain(bytes[(at + 1)...]) else { return nil }
        self.text = trimmed
        key = trimmed.lowercased()
    }

    /// The part before the `@`, in lower case.
    package var localPart: String { String(key[..<(key.lastIndex(of: "@") ?? key.endIndex)]) }

    private static func isLocalPart(_ part: ArraySlice<UInt8>) -> Bool {
        guard (1...64).contains(part.count), part.first != dot, part.last != dot else { return false }
        guard !zip(part, part.dropFirst()).contains(where: { $0 == dot && $1 == dot }) else { return false }
        return part.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains($0) }
    }

    private static func isDomain(_ part: ArraySlice<UInt8>) -> Bool {
        let labels = part.split(separator: dot, omittingEmptySubsequences: false)
        guard labels.count >= 2 else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
        }
    }

    private static let dot = UInt8(ascii: ".")
    private static let hyphen = UInt8(ascii: "-")

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
