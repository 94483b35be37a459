import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP

/// Proves that a form which changes something came from one of our own pages, beside what browsers say of its origin.
///
/// Theory of operation: each browser has a secret that pages of other sites cannot read. For a session it is derived from
/// its token, so that the server keeps nothing; a visitor gets a random one in a cookie. A form carries the secret and
/// must bring back the same. It is written as a random pad and the secret under that pad, because an answer that is
/// compressed must not hold the same secret beside what its sender chose (BREACH).
struct FormTokens: Sendable {
    private let session: SessionCookie
    private let visitor: String
    private let attributes: String
    private let randomness: Randomness

    init(for origin: SiteOrigin, _ randomness: Randomness) {
        session = SessionCookie(for: origin)
        visitor = origin.isSecure ? "__Host-maigen-form" : "maigen-form"
        attributes = "Path=/; HttpOnly; SameSite=Lax" + (origin.isSecure ? "; Secure" : "")
        self.randomness = randomness
    }

    /// What a page's forms carry, and the header that makes a new visitor's browser remember it.
    func issue(for request: Request, isMember: Bool) -> (token: String, cookie: String?) {
        if let secret = secret(of: request, isMember: isMember) { return (masked(secret), nil) }
        let secret = randomness.bytes(Self.size)
        return (masked(secret), "\(visitor)=\(Hex.text(secret)); \(attributes)")
    }

    /// Whether a form with `token` came from a page of ours that the same browser was shown.
    func accept(_ token: String, from request: Request, isMember: Bool) -> Bool {
        guard let secret = secret(of: request, isMember: isMember), let bytes = Self.bytes(hex: token),
            bytes.count == 2 * Self.size
        else { return false }
        let shown = zip(bytes[..<Self.size], bytes[Self.size...]).map { $0 ^ $1 }
        // Every byte is looked at, so that the time says nothing of where they differ.
        return zip(shown, secret).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static let size = 32

    private func secret(of request: Request, isMember: Bool) -> [UInt8]? {
        if isMember {
            guard let credential = Credential(request.headers, cookie: session) else { return nil }
            var hash = SHA256()
            hash.update("maigen form " + credential.token)
            return hash.finalize()
        }
        guard let cookie = request.cookies[visitor]?.value, let bytes = Self.bytes(hex: cookie),
            bytes.count == Self.size
        else { return nil }
        return bytes
    }

    private func masked(_ secret: [UInt8]) -> String {
        let pad = randomness.bytes(secret.count)
        return Hex.text(pad) + Hex.text(zip(pad, secret).map { $0 ^ $1 })
    }

    private static func bytes(hex: String) -> [UInt8]? {
        let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == hex.utf8.count, digits.count % 2 == 0 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
