import Foundation
import HTTPTypes
import Hummingbird
import MaigenDomain

/// JSON as this site writes it.
package enum JSONText {
    /// The text of `value`, its keys sorted: the same value gives the same bytes.
    package static func encode(_ value: some Encodable) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return try encoder.encode(value)
        } catch {
            // Only numbers that are not finite make this fail, and no answer holds a floating-point number that could be.
            preconditionFailure("an answer cannot be written as JSON: \(error)")
        }
    }

    /// The same as text: one line, since JSON escapes line breaks.
    package static func line(_ value: some Encodable) -> String { String(decoding: encode(value), as: UTF8.self) }
}

/// A value as the answer to a request.
package struct JSONAnswer<Value: Encodable & Sendable>: ResponseGenerator, Sendable {
    /// What to answer.
    package var value: Value
    /// With which status.
    package var status: HTTPResponse.Status
    /// Further headers.
    package var headers: HTTPFields

    package init(_ value: Value, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
        self.value = value
        self.status = status
        self.headers = headers
    }

    package func response(from request: Request, context: some RequestContext) throws -> Response {
        var headers = headers
        headers[.contentType] = "application/json"
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: JSONText.encode(value))))
    }
}

/// The answer to a request that is done and has nothing to show.
package struct NothingToShow: ResponseGenerator, Sendable {
    /// Further headers.
    package var headers: HTTPFields

    package init(headers: HTTPFields = [:]) {
        self.headers = headers
    }

    package func response(from request: Request, context: some RequestContext) throws -> Response {
        Response(status: .noContent, headers: headers)
    }
}
