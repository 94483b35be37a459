/// A password's slow hash as text that carries its own parameters and salt (the PHC string format).
package struct PasswordHash: Sendable, Hashable {
    /// For example `$argon2id$v=19$m=19456,t=2,p=1$…`.
    package var text: String

    package init(text: String) {
        self.text = text
    }
}

/// What comparing a password with a hash found.
package enum PasswordMatch: Sendable, Hashable {
    /// Another password.
    case different
    /// The right one.
    case same
    /// The right one, hashed with older parameters: hash it anew while it is at hand.
    case sameButOutdated
}

/// Slow hashes of what people could guess: passwords and the codes sent by mail.
package protocol Secrets: Sendable {
    /// Hashes what a person typed, with a fresh salt. Takes tens of milliseconds and megabytes, and waits its turn.
    func hash(_ secret: String) async throws(StoreFailure) -> PasswordHash
    /// Compares what a person typed with `hash`, in the time that a hash takes, whatever the answer.
    func compare(_ secret: String, with hash: PasswordHash) async throws(StoreFailure) -> PasswordMatch
    /// The hash of a secret that nobody knows: comparing with it costs what comparing with a real one does.
    var decoy: PasswordHash { get }
}
