import Foundation
import MaigenDomain

/// Where to send mail: `MAIGEN_SMTP_URL`.
///
///     smtp://name:password@mail.example.org:587?from=maigen@example.org
///
/// `smtp` begins in clear and must become secret by STARTTLS before anything is said; `smtps` is secret from the start.
/// Name and password are percent-encoded, and may be absent. After `?`: `from`, the address that letters come from
/// (required); `ca`, a file with the certificates to trust in place of the system's; `tls=none`, to speak in clear,
/// which is refused together with a password.
package struct SMTPServer: Sendable, Hashable {
    /// How the connection is kept secret.
    package enum Security: Sendable, Hashable {
        /// In clear.
        case none
        /// STARTTLS, or nothing is sent.
        case startTLS
        /// TLS from the first byte.
        case tls
    }

    /// The server's name.
    package var host: String
    /// Its port.
    package var port: Int
    /// How the connection is kept secret.
    package var security: Security
    /// Name and password to log in with.
    package var login: Login?
    /// Where letters come from.
    package var sender: EmailAddress
    /// A file with certificates to trust; nil for the system's.
    package var certificates: String?

    /// Who we are to the server.
    package struct Login: Sendable, Hashable, CustomStringConvertible {
        /// The name.
        package var name: String
        /// The password.
        package var password: String

        /// Never the password.
        package var description: String { "\(name):…" }
    }

    /// What `url` says. Errors name the part that is wrong, and never hold the password.
    package init(url text: String) throws(SMTPServerError) {
        guard let url = URLComponents(string: text), let host = url.host, !host.isEmpty else { throw .malformed("URL") }
        let options = Dictionary(
            (url.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { _, last in last })
        if let unknown = options.keys.first(where: { !["from", "ca", "tls"].contains($0) }) {
            throw .malformed(unknown)
        }
        switch (url.scheme, options["tls"]) {
        case ("smtp", nil): security = .startTLS
        case ("smtp", "none"): security = .none
        case ("smtps", nil): security = .tls
        default: throw .malformed(options["tls"] == nil ? "scheme" : "tls")
        }
        guard ["", "/"].contains(url.path) else { throw .malformed("path") }
        guard let sender = options["from"].flatMap({ EmailAddress($0) }) else { throw .malformed("from") }
        let port = url.port ?? (security == .tls ? 465 : 587)
        guard (1...65535).contains(port) else { throw .malformed("port") }
        switch (url.user, url.password) {
        case (nil, nil): login = nil
        case (let name?, let password?):
            let control = { (text: String) in text.utf8.contains { $0 < 32 } }
            guard !control(name), !control(password) else { throw .malformed("name or password") }
            login = Login(name: name, password: password)
        default: throw .malformed("name and password belong together")
        }
        if login != nil && security == .none { throw .malformed("tls=none with a password") }
        self.host = host
        self.port = port
        self.sender = sender
        certificates = options["ca"]
    }
}

/// What is wrong with the URL of a mail server.
package enum SMTPServerError: Error, Sendable, Hashable {
    /// That part of it.
    case malformed(String)

    /// What whoever starts the platform reads.
    package var message: Localized {
        switch self {
        case .malformed(let part):
            Localized(zh: "MAIGEN_SMTP_URL 有误：\(part)", en: "MAIGEN_SMTP_URL is malformed: \(part)")
        }
    }
}
