/// What a code sent by e-mail proves the address for.
package enum EmailCodePurpose: String, Sendable, Hashable, CaseIterable, Codable {
    /// Opening an account.
    case registration = "register"
    /// Setting a new password without the old one.
    case passwordReset = "reset"
}

/// The six digits sent to an address to prove that its owner reads it.
package struct EmailCode: Sendable, Hashable {
    /// The digits.
    package let digits: String

    /// The code a person typed, spaces ignored; nil where it is not six ASCII digits.
    package init?(_ typed: String) {
        let digits = typed.filter { !$0.isWhitespace }
        guard digits.utf8.count == 6, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        self.digits = digits
    }

    /// A new code, one of a million.
    package init(_ randomness: Randomness) {
        digits = randomness.text(of: Array("0123456789"), count: 6)
    }

    /// How long a code is good for.
    package static let lifetime = Duration.seconds(600)
    /// How often one code may be tried, the right try included.
    package static let tries = 5
}

/// A code as it is kept: hashed like a password, because six digits are soon guessed from a faster hash.
package struct StoredEmailCode: Sendable, Hashable {
    /// Names this issue of a code; a newer one for the same address and purpose replaces it.
    package var id: ID<StoredEmailCode>
    /// The address it was sent to.
    package var address: EmailAddress
    /// What it is for.
    package var purpose: EmailCodePurpose
    /// The hash of the digits.
    package var hash: PasswordHash
    /// When it was made.
    package var createdAt: Timestamp

    package init(
        id: ID<StoredEmailCode>, address: EmailAddress, purpose: EmailCodePurpose, hash: PasswordHash,
        createdAt: Timestamp
    ) {
        self.id = id
        self.address = address
        self.purpose = purpose
        self.hash = hash
        self.createdAt = createdAt
    }

    /// From when on it is refused.
    package var expiresAt: Timestamp { createdAt + EmailCode.lifetime }
}
