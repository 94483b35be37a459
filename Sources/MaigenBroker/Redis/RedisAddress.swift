import Foundation

/// Where a Redis server is, and who speaks to it.
package struct RedisAddress: Sendable, Hashable {
    enum Place: Sendable, Hashable {
        case host(String, port: Int)
        case socket(path: String)
    }

    var place: Place
    var user: String?
    var password: String?
    var database: Int

    /// Reads `redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE]` or `unix://[[USER]:PASSWORD@]/PATH[?db=DATABASE]`, with
    /// user and password percent-encoded; nil where it is neither.
    package init?(_ text: String) {
        guard let parts = URLComponents(string: text), parts.fragment == nil else { return nil }
        user = parts.user.flatMap { $0.isEmpty ? nil : $0 }
        password = parts.password
        switch parts.scheme {
        case "redis":
            guard let host = parts.host, !host.isEmpty, parts.query == nil else { return nil }
            let port = parts.port ?? 6379
            guard (1...65535).contains(port), let database = Self.database(parts.path.dropFirst()) else { return nil }
            place = .host(host.trimmingCharacters(in: ["[", "]"]), port: port)
            self.database = database
        case "unix":
            guard (parts.host ?? "").isEmpty, parts.port == nil, parts.path.hasPrefix("/"), parts.path.utf8.count <= 107
            else { return nil }
            let items = parts.queryItems ?? []
            guard items.count <= 1, items.allSatisfy({ $0.name == "db" }),
                let database = Self.database((items.first?.value ?? "")[...])
            else { return nil }
            place = .socket(path: parts.path)
            self.database = database
        default: return nil
        }
        guard user == nil || password != nil else { return nil }
    }

    private static func database(_ text: Substring) -> Int? {
        guard !text.isEmpty else { return 0 }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number < 1 << 16 else {
            return nil
        }
        return number
    }
}
