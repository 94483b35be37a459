import Foundation

/// A request as tests make it.
package struct WebRequest: Sendable {
    package var method: String
    package var path: String
    package var headers: [(String, String)] = [("Host", "127.0.0.1")]
    package var body: Data?

    package init(_ method: String, _ path: String, json: String? = nil) {
        self.method = method
        self.path = path
        if let json {
            body = Data(json.utf8)
            headers.append(("Content-Type", "application/json"))
        }
    }

    /// The same with a further header; nil adds none.
    package func with(_ name: String, _ value: String?) -> WebRequest {
        var request = self
        if let value { request.headers.append((name, value)) }
        return request
    }

    /// The same with this body, of that type.
    package func with(body: Data, type: String?) -> WebRequest {
        var request = self
        request.body = body
        return request.with("Content-Type", type)
    }

    var bytes: [UInt8] {
        var head = "\(method) \(path) HTTP/1.1\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let body { head += "Content-Length: \(body.count)\r\n" }
        return Array((head + "\r\n").utf8) + Array(body ?? Data())
    }
}

/// An answer as tests read it.
package struct WebAnswer: Sendable {
    package var status: Int
    package var headers: [(String, String)] = []
    package var body = Data()

    /// The first header of that name, in lower case.
    package subscript(name: String) -> String? { headers.first { $0.0 == name }?.1 }

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The body; `.null` where it is no JSON.
    package var json: JSONNode {
        // What is no JSON has no members, and the test that wants one fails on that.
        (try? JSONDecoder().decode(JSONNode.self, from: body)) ?? .null
    }

    /// The stable code of a refusal.
    package var code: String? { json["code"].text }
}

/// JSON of any shape.
package enum JSONNode: Decodable, Sendable, Hashable {
    case null
    case truth(Bool)
    case number(Double)
    case string(String)
    case list([JSONNode])
    case object([String: JSONNode])

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .truth(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONNode].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONNode].self))
        }
    }

    package subscript(key: String) -> JSONNode {
        if case .object(let members) = self { members[key] ?? .null } else { .null }
    }

    package subscript(index: Int) -> JSONNode { list.indices.contains(index) ? list[index] : .null }

    package var list: [JSONNode] { if case .list(let items) = self { items } else { [] } }
    package var text: String? { if case .string(let text) = self { text } else { nil } }
    package var int: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
    package var bool: Bool? { if case .truth(let value) = self { value } else { nil } }
    package var keys: [String] { if case .object(let members) = self { members.keys.sorted() } else { [] } }
}

/// Somebody who talks to a server on this machine.
package struct WebClient: Sendable {
    package var port: Int
    /// A session's token.
    package var token: String?
    /// The address that a trusted proxy saw; nil for this machine's own.
    package var address: String?
    package var language: String?

    package init(port: Int, token: String? = nil, address: String? = nil, language: String? = nil) {
        self.port = port
        self.token = token
        self.address = address
        self.language = language
    }

    /// The request as this client sends it.
    package func dressed(_ request: WebRequest) -> WebRequest {
        request.with("Authorization", token.map { "Bearer " + $0 }).with("X-Forwarded-For", address)
            .with("Accept-Language", language)
    }

    /// Sends one request on a connection of its own.
    @discardableResult
    package func send(_ request: WebRequest) async throws -> WebAnswer {
        let request = dressed(request).with("Connection", "close")
        return try await WebConnection.open(port: port) { try await $0.answer(to: request) }
    }

    @discardableResult
    package func get(_ path: String) async throws -> WebAnswer { try await send(WebRequest("GET", "/api/v1/" + path)) }

    /// Posts JSON, or nothing.
    @discardableResult
    package func post(_ path: String, _ json: String? = nil, key: String? = nil) async throws -> WebAnswer {
        try await send(WebRequest("POST", "/api/v1/" + path, json: json).with("Idempotency-Key", key))
    }

    @discardableResult
    package func call(_ method: String, _ path: String, _ json: String? = nil) async throws -> WebAnswer {
        try await send(WebRequest(method, "/api/v1/" + path, json: json))
    }
}
