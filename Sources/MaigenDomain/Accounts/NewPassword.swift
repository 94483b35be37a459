/// A password good enough to be set: 8 to 128 characters, none of the common ones, no rule about what it is made of.
///
/// It is kept exactly as typed.
package struct NewPassword: Sendable, Hashable {
    /// What the person typed.
    package let text: String

    /// The password that `text` is, for the owner of `address`; says why where it is too weak.
    package init(_ text: String, for address: EmailAddress) throws(AccountRefusal) {
        guard text.count >= Self.minimum else { throw .passwordTooShort }
        guard text.count <= Self.maximum, text.utf8.count <= Self.maximumBytes else { throw .passwordTooLong }
        let isOwnAddress = CommonPasswords.isVariation(text, of: [address.key, address.localPart])
        guard !isOwnAddress, !CommonPasswords.contain(text) else { throw .passwordTooCommon }
        self.text = text
    }

    /// A password that a machine makes up: 20 characters, about 99 bits.
    package init(_ randomness: Randomness) {
        text = randomness.text(of: Array("23456789abcdefghjkmnpqrstuvwxyz"), count: 20)
    }

    /// Fewest characters.
    package static let minimum = 8
    /// Most characters.
    package static let maximum = 128
    /// Most bytes of UTF-8: characters may be put together from many.
    package static let maximumBytes = 1024
}

extension NewPassword: CustomStringConvertible {
    /// Never the password.
    package var description: String { "NewPassword(…)" }
}
