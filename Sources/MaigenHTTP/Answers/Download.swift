import HTTPTypes
import Hummingbird
import MaigenDomain

/// A file as the answer to a request: whole, a part of it, or the news that the client has it already.
package struct Download: Sendable {
    /// Passes on the bytes of a range of the file, piece by piece.
    package typealias Reader = @Sendable (Range<Int64>, _ pass: (ByteBuffer) async throws -> Void) async throws -> Void

    private let name: String
    private let mediaType: String
    private let size: Int64
    private let tag: String
    private let read: Reader

    /// `digest` names the content: the same digest, the same bytes. `name` is what the client may save it as.
    package init(name: String, mediaType: String, size: Int64, digest: String, read: @escaping Reader) {
        self.name = name
        self.mediaType = mediaType
        self.size = size
        tag = "\"\(digest)\""
        self.read = read
    }

    /// The answer to `request`, by RFC 9110: conditions first, then the range.
    package func response(to request: Request) throws(HTTPRefusal) -> Response {
        if let wanted = request.headers[.ifMatch], !matches(wanted) { throw .preconditionFailed }
        var headers: HTTPFields = [
            .eTag: tag, .acceptRanges: "bytes", .cacheControl: "private, no-cache", .contentType: mediaType,
            .contentDisposition: Self.disposition(name),
        ]
        if let known = request.headers[.ifNoneMatch], matches(known) {
            return Response(status: .notModified, headers: headers)
        }
        let part = try range(request)
        let range = part ?? 0..<size
        if part != nil { headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)" }
        return Response(status: part == nil ? .ok : .partialContent, headers: headers, body: body(range))
    }

    private func body(_ range: Range<Int64>) -> ResponseBody {
        ResponseBody(contentLength: Int(range.count)) { [read] writer in
            var left = Int64(range.count)
            try await read(range) { piece in
                left -= Int64(piece.readableBytes)
                try await writer.write(piece)
            }
            // Fewer bytes than promised must not look like all of them: an error here ends the connection.
            guard left == 0 else { throw StoreFailure(.broken, "a file is \(left) bytes shorter than it was") }
            try await writer.finish(nil)
        }
    }

    private func matches(_ header: String) -> Bool {
        header.split(separator: ",").map { String($0).trimmingSpaces }.contains { candidate in
            candidate == "*" || candidate == tag || candidate == "W/" + tag
        }
    }

    /// The part that is asked for; nil for the whole file, which several parts, another unit and nonsense are answered
    /// with as well.
    private func range(_ request: Request) throws(HTTPRefusal) -> Range<Int64>? {
        guard let header = request.headers[.range], request.method == .get else { return nil }
        // Only a strong match: half of one file and half of another are no file.
        if let condition = request.headers[.ifRange], condition != tag { return nil }
        let parts = header.split(separator: "=", maxSplits: 1).map { String($0).trimmingSpaces }
        guard parts.count == 2, parts[0].lowercased() == "bytes" else { return nil }
        let ends = parts[1].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
        switch (Int64(ends[0]), Int64(ends[1])) {
        case (nil, let count?) where ends[0].isEmpty:
            guard count > 0, size > 0 else { throw .rangeUnsatisfiable(size: size) }
            return max(0, size - count)..<size
        case (let first?, let last) where ends[1].isEmpty || last != nil:
            if let last, last < first { return nil }
            guard first < size else { throw .rangeUnsatisfiable(size: size) }
            return first..<min(size, (last ?? size - 1).advanced(by: 1))
        default: return nil
        }
    }

    /// RFC 6266: an ASCII name for old clients, the real one for the rest; nothing in either can end the header, climb
    /// out of a folder, or turn the name around. A long name is cut before its ending.
    static func disposition(_ name: String) -> String {
        let kept = name.unicodeScalars.filter { scalar in
            ![.control, .format].contains(scalar.properties.generalCategory) && scalar != "/" && scalar != "\\"
        }.map(Character.init)
        let ending = kept.lastIndex(of: ".").map { Array(kept[$0...].prefix(8)) } ?? []
        let safe = String(kept.dropLast(ending.count).prefix(100 - ending.count) + ending)
        let ascii = String(safe.map { $0.isASCII && $0 != "\"" && $0 != "%" ? $0 : "_" })
        let attributes = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&+-.^_`|~".utf8)
        let encoded = safe.utf8.map { byte in
            attributes.contains(byte) ? String(UnicodeScalar(byte)) : "%" + Hex.text([byte]).uppercased()
        }
        return "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(encoded.joined())"
    }
}
