import MaigenAnalysis

/// How many tokens there can be at most. A token of today's vocabularies spells at least one byte, so bytes bound them;
/// what servers put around each message is some ten tokens more.
package enum TokenEstimate {
    private static let aroundMessage = 16

    /// The most tokens of a question as it is sent.
    package static func prompt(_ prompt: ModelPrompt) -> Int {
        let schema = prompt.schema.map { $0.json.utf8.count + $0.name.utf8.count + 128 } ?? 0
        return prompt.messages.reduce(prompt.system.utf8.count + aroundMessage + schema) {
            $0 + $1.text.utf8.count + aroundMessage
        }
    }

    /// The most tokens of what has arrived; a server that was told a limit does not write more.
    static func answer(_ reply: ChatReply, limit: Int) -> Int {
        min(limit, reply.text.utf8.count + reply.refusal.utf8.count + reply.reasoningBytes)
    }

    /// The most that a question with its answer can use.
    package static func most(_ prompt: ModelPrompt) -> ModelUsage {
        ModelUsage(promptTokens: Self.prompt(prompt), answerTokens: max(0, prompt.answerTokens))
    }
}
