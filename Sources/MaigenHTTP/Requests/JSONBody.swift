import Foundation
import HTTPTypes
import Hummingbird
import MaigenDomain
import NIOCore
import NIOHTTP1

extension Request {
    /// The value that the body spells, of at most `limit` bytes.
    ///
    /// The type of the body is checked first: a page of another site can send a form as `text/plain`, but never JSON under
    /// its own name without the browser asking us.
    package mutating func json<Value: Decodable>(
        _ type: Value.Type = Value.self, limit: ByteCount = .kibibytes(64)
    ) async throws -> Value {
        guard MediaRange(headers[.contentType] ?? "").isJSON else { throw HTTPRefusal.contentTypeUnknown }
        let bytes = Array(try await bytes(limit: limit).readableBytesView)
        guard JSONShape.isAcceptable(bytes) else { throw HTTPRefusal.bodyMalformed }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw HTTPRefusal(error)
        }
    }

    /// The body, of at most `limit` bytes.
    package mutating func bytes(limit: ByteCount) async throws -> ByteBuffer {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit.bytes {
            throw HTTPRefusal.bodyTooLarge(limit: limit)
        }
        do {
            return try await collectBody(upTo: limit.bytes)
        } catch is NIOTooManyBytesError {
            throw HTTPRefusal.bodyTooLarge(limit: limit)
        } catch let error as HTTPParserError {
            // Hummingbird answers this one, and ends the connection.
            throw error
        } catch {
            // The client went away in the middle of it.
            throw HTTPRefusal.malformed
        }
    }
}

extension HTTPRefusal {
    /// What is wrong with a body that is JSON but not what was expected. Says where, never in the decoder's words.
    init(_ error: DecodingError) {
        let path: [any CodingKey]
        switch error {
        case .keyNotFound(let key, let context): path = context.codingPath + [key]
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            path = context.codingPath
        @unknown default: path = []
        }
        guard !path.isEmpty else {
            self = .bodyMalformed
            return
        }
        let names = path.prefix(8).map { key in key.intValue.map { "[\($0)]" } ?? "." + key.stringValue.prefix(64) }
        self = .fieldMalformed(String(names.joined().drop { $0 == "." }))
    }
}

/// A media type as `Content-Type` names it.
struct MediaRange {
    let isJSON: Bool

    init(_ header: String) {
        let parts = header.lowercased().split(separator: ";").map { String($0).trimmingSpaces }
        let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }
        isJSON =
            parts.first == "application/json"
            && charset.map { $0.dropFirst(8).filter { $0 != "\"" } == "utf-8" } ?? true
    }
}

/// What a text must be before a decoder sees it: UTF-8, not nested deeply, and without U+0000, which neither databases
/// nor C programs keep.
enum JSONShape {
    /// Deeper than anything that is asked for, far from where a decoder's recursion would end the process.
    private static let depth = 32

    static func isAcceptable(_ bytes: [UInt8]) -> Bool {
        guard String(validating: bytes, as: UTF8.self) != nil else { return false }
        var depth = 0
        var isInString = false
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where isInString:
                if bytes[index...].starts(with: #"\u0000"#.utf8) { return false }
                index += 1
            case UInt8(ascii: "\""): isInString.toggle()
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if !isInString { depth += 1 }
                if depth > Self.depth { return false }
            case UInt8(ascii: "]"), UInt8(ascii: "}"): if !isInString { depth -= 1 }
            default: break
            }
            index += 1
        }
        return true
    }
}
