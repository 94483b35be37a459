import Foundation
import MaigenDomain

/// AWS Signature Version 4, as header: the proof that whoever sends a request holds the secret, and that method, path,
/// query, headers and body are the ones he sent.
///
/// Source: Amazon S3 API Reference, “Authenticating Requests: Using the Authorization Header”. By hand, since libcurl's
/// form of it (7.88) signs what it was told to leave out and wants the query sorted by its caller.
struct S3Signature {
    let key: S3Key
    let region: String
    var service = "s3"

    /// The value of the header `Authorization`.
    ///
    /// - Parameters:
    ///   - path: percent-encoded, from the first slash
    ///   - query: names and values, neither of them encoded
    ///   - headers: all that are signed; `host`, `x-amz-date` and `x-amz-content-sha256` must be among them
    ///   - payload: the body's SHA-256 in hexadecimal
    ///   - date: what `x-amz-date` says
    func header(
        method: String, path: String, query: [(name: String, value: String)], headers: [(name: String, value: String)],
        payload: String, date: String
    ) -> String {
        let signed = headers.map { (name: $0.name.lowercased(), value: Self.trimmed($0.value)) }
            .sorted { $0.name < $1.name }
        let names = signed.map(\.name).joined(separator: ";")
        let request = [
            method, path, Self.text(of: query), signed.map { "\($0.name):\($0.value)\n" }.joined(), names, payload,
        ].joined(separator: "\n")
        let day = String(date.prefix(8))
        let scope = "\(day)/\(region)/\(service)/aws4_request"
        let text = "AWS4-HMAC-SHA256\n\(date)\n\(scope)\n\(SHA256.hexadecimal(of: request))"
        let signature = Hex.text(HMAC.sha256(text, key: signingKey(day: day)))
        return "AWS4-HMAC-SHA256 Credential=\(key.name)/\(scope),SignedHeaders=\(names),Signature=\(signature)"
    }

    /// The key of one day, region and service.
    func signingKey(day: String) -> [UInt8] {
        [day, region, service, "aws4_request"].reduce(Array("AWS4\(key.secret)".utf8)) { HMAC.sha256($1, key: $0) }
    }

    /// The query as it is signed and sent: encoded, sorted by name.
    static func text(of query: [(name: String, value: String)]) -> String {
        query.map { (encoded($0.name), encoded($0.value)) }.sorted { $0 < $1 }.map { "\($0)=\($1)" }
            .joined(separator: "&")
    }

    /// Everything but RFC 3986's unreserved characters as `%XX`.
    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    private static func trimmed(_ value: String) -> String {
        value.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }

    /// `moment` as `x-amz-date` has it: `20130524T000000Z`.
    static func date(_ moment: Timestamp) -> String {
        var seconds = time_t(moment.milliseconds / 1000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func digits(_ number: Int32, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        return digits(parts.tm_year + 1900, 4) + digits(parts.tm_mon + 1, 2) + digits(parts.tm_mday, 2) + "T"
            + digits(parts.tm_hour, 2) + digits(parts.tm_min, 2) + digits(parts.tm_sec, 2) + "Z"
    }
}
