/// The secret that a logged-in client shows with every request: 256 random bits, known to that client only.
package struct SessionToken: Sendable, Hashable {
    /// URL-safe text of 43 characters.
    package let text: String

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The token that a client sent; nil where it cannot be one.
    package init?(_ text: String) {
        guard text.utf8.count == 43, text.utf8.allSatisfy(Self.alphabet.contains) else { return nil }
        self.text = text
    }

    /// A new token.
    package init(_ randomness: Randomness) {
        // Base64url without padding: 32 bytes are 42 full characters and one of four bits.
        var text: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for byte in randomness.bytes(32) {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(Self.alphabet[Int(buffer >> UInt32(bits)) & 63])
            }
        }
        text.append(Self.alphabet[Int(buffer << UInt32(6 - bits)) & 63])
        self.text = String(decoding: text, as: UTF8.self)
    }
}

/// The SHA-256 of a session token, in hexadecimal: all that is stored of it.
package struct TokenDigest: Sendable, Hashable {
    /// 64 digits.
    package var hex: String

    package init(hex: String) {
        self.hex = hex
    }

    /// The digest of `token`. A quick hash is enough for what nobody can guess.
    package init(of token: SessionToken) {
        hex = SHA256.hexadecimal(of: token.text)
    }
}

/// One login of one person on one client.
package struct Session: Sendable, Hashable {
    /// Names the session in its owner's list; not a secret.
    package var id: SessionID
    /// Whose it is.
    package var user: UserID
    /// From where it was opened.
    package var client: Client
    /// When the person logged in.
    package var createdAt: Timestamp
    /// When it was last used, to the minute.
    package var lastSeenAt: Timestamp

    package init(id: SessionID, user: UserID, client: Client, createdAt: Timestamp, lastSeenAt: Timestamp) {
        self.id = id
        self.user = user
        self.client = client
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
    }
}

/// Names one session.
package typealias SessionID = ID<Session>

/// How long sessions live.
package struct SessionLifetime: Sendable, Hashable {
    /// A session that was not used for that long has ended.
    package var idle: Duration
    /// A session ends that long after the login however much it is used.
    package var absolute: Duration

    package init(idle: Duration = .seconds(7 * 86_400), absolute: Duration = .seconds(30 * 86_400)) {
        self.idle = idle
        self.absolute = absolute
    }

    /// How exactly the last use is kept: a write for every request would cost more than it tells.
    package static let precision = Duration.seconds(60)
}

/// Who a request comes from, once its session is known.
package struct SignedIn: Sendable, Hashable {
    /// The person.
    package var account: Account
    /// The session that proved it.
    package var session: SessionID

    package init(account: Account, session: SessionID) {
        self.account = account
        self.session = session
    }
}
