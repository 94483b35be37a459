import MaigenAnalysis

/// Whether what arrived is an answer.
enum AnswerCheck {
    /// The words of the answer; where the prompt has a schema, the JSON in it, which obeys the schema.
    static func text(
        of reply: ChatReply, schema: JSONSchema?, key: ModelKey?
    ) throws(ModelFault) -> String {
        guard reply.refusal.trimmed.isEmpty else {
            throw .refused(ServerMessage(message: reply.refusal.trimmed).shown(without: key))
        }
        guard reply.finish != "content_filter" else { throw .refused("content_filter") }
        guard reply.finish != "length" else { throw .tooLong }
        let text = JSONText.withoutThoughts(reply.text)
        guard !text.isEmpty else { throw .empty }
        guard let schema else { return text }
        guard let json = JSONText.found(in: text) else { throw .malformed("the answer holds no JSON value") }
        do throws(JSONSchema.Violation) {
            try schema.check(json.value)
        } catch {
            throw .malformed(String(error.description.prefix(500)))
        }
        return json.text
    }
}
