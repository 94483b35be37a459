import Foundation
import HTTPTypes
import Hummingbird
import MaigenDomain

/// A refusal as it is answered: its status, its headers, and what to say.
package struct Problem: Sendable {
    /// What is wrong.
    package var refusal: any Refusal
    /// Names the request in our log.
    package var request: String
    /// In which language to say it.
    package var language: Language

    package init(refusal: any Refusal, request: String, language: Language) {
        self.refusal = refusal
        self.request = request
        self.language = language
    }

    /// The headers that belong to the refusal, whatever form the answer has.
    package var headers: HTTPFields {
        var headers = HTTPFields()
        if let wait = refusal.retryAfter {
            let seconds = max(1, (wait.milliseconds + 999) / 1000)
            headers[.retryAfter] = String(seconds)
            if refusal.status == .tooManyRequests { headers[.rateLimit] = "\"\(refusal.code)\";r=0;t=\(seconds)" }
        }
        if refusal.status == .unauthorized { headers[.wwwAuthenticate] = "Bearer realm=\"maigen\"" }
        switch refusal as? HTTPRefusal {
        case .methodUnknown(let allowed): headers[.allow] = allowed.joined(separator: ", ")
        case .rangeUnsatisfiable(let size): headers[.contentRange] = "bytes */\(size)"
        default: break
        }
        return headers
    }

    /// As `application/problem+json` (RFC 9457).
    package func jsonResponse() -> Response {
        let body = Body(
            type: "urn:maigen:problem:" + refusal.code, title: refusal.status.reasonPhrase,
            status: refusal.status.code, detail: refusal.message[language], instance: "urn:maigen:request:" + request,
            code: refusal.code)
        var headers = headers
        headers[.contentType] = "application/problem+json"
        headers[.contentLanguage] = language.rawValue
        headers[.cacheControl] = "no-store"
        let bytes = JSONText.encode(body)
        return Response(
            status: refusal.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private struct Body: Encodable {
        var type: String
        var title: String
        var status: Int
        var detail: String
        var instance: String
        var code: String
    }
}
