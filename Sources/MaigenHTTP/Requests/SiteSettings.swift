import Foundation
import MaigenDomain

/// How the site is reached, as far as answers depend on it.
package struct SiteSettings: Sendable, Hashable {
    /// What people type to get here: scheme, host and port, without a path.
    package var origin: SiteOrigin
    /// The proxies whose word about clients counts.
    package var proxies: [AddressRange]
    /// Opens `/metrics` to whoever shows it; nil leaves them to programs on this machine.
    package var metricsToken: String?

    package init(origin: SiteOrigin, proxies: [AddressRange] = [], metricsToken: String? = nil) {
        self.origin = origin
        self.proxies = proxies
        self.metricsToken = metricsToken
    }
}

/// Scheme, host and port of a site: what browsers call its origin.
package struct SiteOrigin: Sendable, Hashable, CustomStringConvertible {
    /// As browsers send it in `Origin`: lower case, the scheme's own port left out.
    package let text: String
    /// Whether the connection to people's browsers is secret.
    package let isSecure: Bool

    /// The origin that `text` spells: `https://host[:port]`, a slash at the end allowed; nil otherwise.
    package init?(_ text: String) {
        guard let url = URLComponents(string: text.lowercased()), let scheme = url.scheme, let host = url.host,
            ["http", "https"].contains(scheme), !host.isEmpty, ["", "/"].contains(url.path), url.query == nil,
            url.fragment == nil, url.user == nil
        else { return nil }
        let port = url.port.flatMap { $0 == (scheme == "https" ? 443 : 80) ? nil : ":\($0)" } ?? ""
        self.text = "\(scheme)://\(host)\(port)"
        isSecure = scheme == "https"
    }

    package var description: String { text }
}
