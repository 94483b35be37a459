import Foundation

/// What a server says is wrong.
package struct ServerMessage: Sendable, Hashable, Decodable {
    package var message: String
    package var code: String
    package var type: String
    /// The setting that it rejects.
    package var parameter: String

    package init(message: String, code: String = "", type: String = "", parameter: String = "") {
        self.message = message
        self.code = code
        self.type = type
        self.parameter = parameter
    }

    private enum CodingKeys: String, CodingKey {
        case message, code, type
        case parameter = "param"
    }

    package init(from decoder: any Decoder) throws {
        // Ollama's error is a text, everybody else's an object; codes are texts or numbers.
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(message: text)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) -> String {
            (try? container.decodeIfPresent(String.self, forKey: key))
                ?? (try? container.decodeIfPresent(Int.self, forKey: key)).map { String($0) } ?? ""
        }
        self.init(message: text(.message), code: text(.code), type: text(.type), parameter: text(.parameter))
    }

    private struct Body: Decodable {
        var error: ServerMessage?
        var message: String?
        var detail: String?
    }

    /// The message in the body of a failed answer; its beginning where it has no known form.
    package init(body: [UInt8]) {
        let data = Data(body)
        // Any other body is read as text just below.
        if let parsed = try? JSONDecoder().decode(Body.self, from: data),
            let found = parsed.error ?? (parsed.message ?? parsed.detail).map({ ServerMessage(message: $0) })
        {
            self = found
        } else {
            self.init(message: String(decoding: body.prefix(300), as: UTF8.self))
        }
    }

    /// Everything it says in lower case, to look for words in.
    var searched: String { [message, code, type, parameter].joined(separator: " ").lowercased() }

    /// The account is empty: asking again is of no use.
    package var isQuota: Bool {
        let text = searched
        return ["insufficient_quota", "insufficient balance", "billing_hard_limit"].contains { text.contains($0) }
    }

    /// It is not about the form of the question.
    var isAboutContent: Bool {
        let text = searched
        return ["context_length", "context length", "model_not_found", "content_filter", "content_policy", "api key"]
            .contains { text.contains($0) }
    }

    /// One line of at most 300 characters, without `key` and without what looks like one.
    func shown(without key: ModelKey?) -> String {
        let line = String(message.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0 })
        let hidden = (key?.removed(from: line) ?? line)
            .replacing(/(?i:bearer\s+\S+)|\bsk-[A-Za-z0-9_*\-]{4,}/, with: "…")
        return String(hidden.prefix(300))
    }
}
