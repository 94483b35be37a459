import Foundation
import Hummingbird
import MaigenDomain

/// The parameters after `?` in a request's address, or those of a form: each at most once, in UTF-8, without U+0000.
package struct Query: Sendable {
    private var values: [String: String] = [:]

    /// The parameters of `request`.
    package init(_ request: Request) throws(HTTPRefusal) {
        try self.init(text: request.uri.query ?? "")
    }

    /// The parameters that `text` spells, as HTML forms write them.
    package init(text: String) throws(HTTPRefusal) {
        for pair in text.split(separator: "&").prefix(100) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(parts[0])
            let value = parts.count == 2 ? Self.decoded(parts[1]) : ""
            guard let name, let value, !value.utf8.contains(0), values[name] == nil else {
                throw .parameterMalformed(name.map { String($0.prefix(64)) } ?? "?")
            }
            values[name] = value
        }
    }

    /// The text of a parameter; nil where it is absent.
    package subscript(_ name: String) -> String? { values[name] }

    /// What `parse` makes of a parameter; nil where it is absent.
    package func value<Value>(_ name: String, _ parse: (String) -> Value?) throws(HTTPRefusal) -> Value? {
        guard let text = values[name] else { return nil }
        guard let value = parse(text) else { throw .parameterMalformed(name) }
        return value
    }

    /// Which page is asked for, by `cursor` and `limit` (1 to 100).
    package func page() throws(HTTPRefusal) -> PageRequest {
        let limit = try value("limit") { text in Int(text).flatMap { (1...100).contains($0) ? $0 : nil } }
        return PageRequest(after: try value("cursor", Cursor.init), limit: limit ?? 20)
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}

extension RequestContext {
    /// The identifier that stands in the address as `name`; refuses as `unknown` where it cannot be one.
    package func id<Subject>(_ name: String = "id", or unknown: some Refusal) throws -> ID<Subject> {
        guard let text = parameters.get(name)?.removingPercentEncoding, let id = ID<Subject>(text) else {
            throw ServiceError.refused(unknown)
        }
        return id
    }
}
