/// The code with which a person invites others: eight characters that cannot be mistaken for one another.
package struct InvitationCode: Sendable, Hashable {
    /// The code in capitals.
    package let text: String

    private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
    private static let length = 8

    /// The code a person typed, in any case and with spaces or hyphens between; nil where it cannot be one.
    package init?(_ typed: String) {
        let code = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        guard code.count == Self.length, code.allSatisfy(Self.alphabet.contains) else { return nil }
        text = code
    }

    /// A new code, one of 31⁸.
    package init(_ randomness: Randomness) {
        text = randomness.text(of: Self.alphabet, count: Self.length)
    }
}
