import Foundation
import MaigenAnalysis
import MaigenDomain

/// What the body of a question looks like: the parts of the protocol that not every server takes.
package struct ModelDialect: Sendable, Hashable {
    /// How the form of an answer is asked for, the strictest last.
    package enum Form: Int, Sendable, Hashable, Comparable {
        /// In words.
        case words
        /// In words, and the server sees to it that the answer is JSON.
        case object
        /// The server sees to it that the answer obeys the schema.
        case schema

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package var form = Form.schema
    /// Whether usage is asked for in streams.
    package var asksForUsage = true
    /// `max_completion_tokens` in place of `max_tokens`.
    package var countsCompletion = false

    package init() {}

    /// A simpler or other dialect to ask in after the server rejected this one; nil where the question's form was not
    /// what it rejected.
    package func adapted(to rejection: ServerMessage, status: Int, hasSchema: Bool) -> ModelDialect? {
        var next = self
        let text = rejection.searched
        let isAboutForm = ["response_format", "json_schema", "json_object", "grammar", "structured"].contains {
            text.contains($0)
        }
        guard [400, 415, 422, 501].contains(status) || (status == 500 && isAboutForm) else { return nil }
        guard !rejection.isAboutContent else { return nil }
        if asksForUsage, text.contains("stream_options") {
            next.asksForUsage = false
        } else if !countsCompletion, text.contains("max_completion_tokens") || text.contains("'max_tokens'") {
            next.countsCompletion = true
        } else if hasSchema, form > .words {
            // Servers say in a hundred ways, or not at all, that they do not take the form.
            next.form = form == .schema ? .object : .words
        } else {
            return nil
        }
        return next
    }
}

/// The body of a question.
package struct ChatRequest: Encodable {
    private var model: String
    private var messages: [Message]
    private var stream: Bool
    private var maxTokens: Int?
    private var maxCompletionTokens: Int?
    private var streamOptions: StreamOptions?
    private var format: Format

    private enum Format {
        case none, object
        case schema(ModelPrompt.Schema)
    }

    private struct Message: Encodable {
        var role: String
        var content: String
    }

    private struct StreamOptions: Encodable {
        var includeUsage = true
        private enum CodingKeys: String, CodingKey { case includeUsage = "include_usage" }
    }

    private enum CodingKeys: String, CodingKey {
        case model, messages, stream
        case maxTokens = "max_tokens"
        case maxCompletionTokens = "max_completion_tokens"
        case streamOptions = "stream_options"
    }

    /// Asks `model` in `dialect`.
    package init(_ prompt: ModelPrompt, model: String, dialect: ModelDialect, stream: Bool = true) {
        self.model = model
        self.stream = stream
        messages =
            [Message(role: "system", content: Self.system(prompt, dialect))]
            + prompt.messages.map { Message(role: $0.author.rawValue, content: $0.text) }
        maxTokens = dialect.countsCompletion ? nil : prompt.answerTokens
        maxCompletionTokens = dialect.countsCompletion ? prompt.answerTokens : nil
        streamOptions = stream && dialect.asksForUsage ? StreamOptions() : nil
        format =
            switch (prompt.schema, dialect.form) {
            case (nil, _), (_, .words): .none
            case (_, .object): .object
            case (let schema?, .schema): .schema(schema)
            }
    }

    /// What the model is told to be, with the schema where the server does not see to it.
    static func system(_ prompt: ModelPrompt, _ dialect: ModelDialect) -> String {
        guard let schema = prompt.schema, dialect.form < .schema else { return prompt.system }
        return prompt.system + """


            Answer with one JSON value and nothing else: no words and no code fence around it. It obeys this JSON schema:
            \(schema.json)
            """
    }

    /// The body as JSON. The schema stands in it letter by letter: servers make a model write its parts in the order in
    /// which the schema lists them, and an encoder would sort them.
    package func body() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var body = Array(try encoder.encode(self))
        func append(_ format: String) {
            body.removeLast()
            body += Array(#","response_format":\#(format)}"#.utf8)
        }
        switch format {
        case .none: break
        case .object: append(#"{"type":"json_object"}"#)
        case .schema(let schema):
            let name = String(decoding: try encoder.encode(schema.name), as: UTF8.self)
            append(#"{"type":"json_schema","json_schema":{"name":\#(name),"strict":true,"schema":\#(schema.json)}}"#)
        }
        return body
    }
}
