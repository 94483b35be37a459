import Foundation
import MaigenAnalysis

/// A piece of a streamed answer, or a whole one: servers differ in what they leave out.
package struct ChatPiece: Decodable {
    package var choices: [Choice]?
    package var usage: Usage?
    package var model: String?
    package var error: ServerMessage?

    package struct Choice: Decodable {
        package var delta: Words?
        package var message: Words?
        package var finish: String?

        private enum CodingKeys: String, CodingKey {
            case delta, message
            case finish = "finish_reason"
        }
    }

    package struct Words: Decodable {
        package var content: String?
        package var refusal: String?
        /// What the model thinks aloud before it answers; counted, never used.
        package var reasoning: String?

        private enum CodingKeys: String, CodingKey {
            case content, refusal, reasoning
            case reasoningContent = "reasoning_content"
        }

        private struct Part: Decodable {
            var type: String?
            var text: String?
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            // Some servers send a list of parts in place of a text.
            if let parts = try? container.decodeIfPresent([Part].self, forKey: .content) {
                content = parts.filter { $0.type ?? "text" == "text" }.compactMap(\.text).joined()
            } else {
                content = try container.decodeIfPresent(String.self, forKey: .content)
            }
            refusal = try container.decodeIfPresent(String.self, forKey: .refusal)
            // Servers disagree on what it is; whatever is no text is passed over, as it only is counted.
            reasoning =
                (try? container.decodeIfPresent(String.self, forKey: .reasoningContent))
                ?? (try? container.decodeIfPresent(String.self, forKey: .reasoning))
        }
    }

    package struct Usage: Decodable {
        package var promptTokens: Int?
        package var completionTokens: Int?

        private enum CodingKeys: String, CodingKey {
            case promptTokens = "prompt_tokens"
            case completionTokens = "completion_tokens"
        }

        /// nil where the server cannot mean it.
        var tokens: ModelUsage? {
            guard let promptTokens, let completionTokens, (0...100_000_000).contains(promptTokens),
                (0...100_000_000).contains(completionTokens)
            else { return nil }
            return ModelUsage(promptTokens: promptTokens, answerTokens: completionTokens)
        }
    }
}

/// What has arrived of an answer.
package struct ChatReply: Sendable {
    package init() {}

    package var text = ""
    package var refusal = ""
    package var reasoningBytes = 0
    /// Why the model stopped; nil as long as it has not.
    package var finish: String?
    package var usage: ModelUsage?
    package var model: String?
    /// The server said that nothing follows.
    package var isDone = false
    /// Pieces with words in them.
    package var pieces = 0

    /// Whether the model has said all it had to say.
    package var isWhole: Bool { isDone || finish != nil }

    /// Adds a piece; true where it brought the answer on.
    package mutating func add(_ piece: ChatPiece) -> Bool {
        let choice = piece.choices?.first
        let words = choice?.delta ?? choice?.message
        text += words?.content ?? ""
        refusal += words?.refusal ?? ""
        reasoningBytes += words?.reasoning?.utf8.count ?? 0
        if let finish = choice?.finish, !finish.isEmpty { self.finish = finish }
        if let usage = piece.usage?.tokens { self.usage = usage }
        if let model = piece.model, !model.isEmpty { self.model = String(model.prefix(200)) }
        let hasWords = [words?.content, words?.refusal, words?.reasoning].contains { $0?.isEmpty == false }
        if hasWords { pieces += 1 }
        return hasWords || choice?.finish != nil
    }
}
