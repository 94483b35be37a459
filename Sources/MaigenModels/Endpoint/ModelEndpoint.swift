import Foundation
import MaigenDomain

/// Where models are asked: the address and the key.
package struct ModelEndpoint: Sendable, Hashable {
    package var address: ModelAddress
    /// nil where the server wants none.
    package var key: ModelKey?

    package init(_ address: ModelAddress, key: ModelKey? = nil) {
        self.address = address
        self.key = key
    }
}

/// One model of one endpoint.
package struct ModelChoice: Sendable, Hashable {
    package var endpoint: ModelEndpoint
    /// The model's name there.
    package var model: String

    package init(endpoint: ModelEndpoint, model: String) {
        self.endpoint = endpoint
        self.model = model
    }
}

/// The base of an endpoint's addresses, up to and with its version: `https://api.example.org/v1`.
package struct ModelAddress: Sendable, Hashable, CustomStringConvertible {
    /// The address without a slash at its end.
    package let description: String

    /// Reads an `http` or `https` address. `/v1` is added where no part of the path is a version, and a path up to
    /// `/chat/completions` is cut back. nil where it is no such address, or holds a name, a password, a query or a
    /// fragment: a key does not belong there.
    package init?(_ text: String) {
        guard text.utf8.count <= 500, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = parts.encodedHost, !host.isEmpty, parts.user == nil,
            parts.password == nil, parts.query == nil, parts.fragment == nil
        else { return nil }
        if let port = parts.port, !(1...65535).contains(port) { return nil }
        var path = parts.percentEncodedPath.split(separator: "/")
        if path.suffix(2) == ["chat", "completions"] { path.removeLast(2) }
        let hasVersion = path.contains { part in
            part.first == "v" && part.dropFirst().first.map { $0.isASCII && $0.isNumber } == true
        }
        if !hasVersion { path.append("v1") }
        let port = parts.port.map { ":\($0)" } ?? ""
        description = "\(scheme)://\(host)\(port)/\(path.joined(separator: "/"))"
    }

    /// The address of a resource, as `chat/completions`.
    package func url(_ resource: String) -> String { "\(description)/\(resource)" }
}

/// The secret that opens an endpoint. It says nothing of itself to logs, errors and debuggers; `header` alone holds it.
package struct ModelKey: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let secret: String

    /// nil where `text` cannot stand in a header: 1 to 1000 visible ASCII characters can.
    package init?(_ text: String) {
        guard (1...1000).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        secret = text
    }

    /// The value of the header `Authorization`.
    package var header: String { "Bearer \(secret)" }

    /// `text` without the key, should it stand there: servers repeat what they were sent.
    package func removed(from text: String) -> String { text.replacing(secret, with: "…") }

    package var description: String { "ModelKey(…)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
