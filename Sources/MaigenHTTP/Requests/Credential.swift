import HTTPTypes
import Hummingbird
import MaigenDomain

/// What a request shows to prove whose it is.
package enum Credential: Sendable, Hashable {
    /// A token in `Authorization: Bearer`, which no browser adds by itself.
    case bearer(String)
    /// The session's cookie, which browsers add to every request, whoever's page causes it.
    case cookie(String)

    /// What `request` shows; a token goes before a cookie.
    package init?(_ request: HTTPFields, cookie: SessionCookie) {
        if let authorization = request[.authorization] {
            let parts = authorization.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
            self = .bearer(String(parts[1]))
        } else if let token = cookie.token(in: request) {
            self = .cookie(token)
        } else {
            return nil
        }
    }

    /// The session's token.
    package var token: String {
        switch self {
        case .bearer(let token), .cookie(let token): token
        }
    }
}

/// The cookie that keeps a browser logged in.
package struct SessionCookie: Sendable, Hashable {
    /// `__Host-` binds it to this host and to TLS; a site on plain HTTP, which only a machine's own loopback should be,
    /// cannot have that.
    package let name: String
    private let attributes: String

    package init(for origin: SiteOrigin) {
        name = origin.isSecure ? "__Host-maigen-session" : "maigen-session"
        attributes = "Path=/; HttpOnly; SameSite=Lax" + (origin.isSecure ? "; Secure" : "")
    }

    /// The token in a request's cookies.
    package func token(in request: HTTPFields) -> String? {
        for header in request[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                if parts.count == 2, String(parts[0]).trimmingSpaces == name { return String(parts[1]).trimmingSpaces }
            }
        }
        return nil
    }

    /// The header that makes a browser keep `token` as long as its session can live.
    package func setting(_ token: SessionToken, lifetime: SessionLifetime) -> String {
        "\(name)=\(token.text); Max-Age=\(lifetime.absolute.components.seconds); \(attributes)"
    }

    /// The header that makes a browser forget it.
    package var clearing: String { "\(name)=; Max-Age=0; \(attributes)" }
}
