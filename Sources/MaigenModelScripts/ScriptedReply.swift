import Foundation
import HTTPTypes
import Hummingbird
import MaigenAnalysis
import NIOCore

/// One exchange as it goes over the wire.
struct ScriptedReply: Sendable {
    let exchange: ModelScript.Exchange
    let question: AskedQuestion
    let play: ScriptPlay
    let number: Int

    /// The connection ends here, as the script says.
    private struct Cut: Error {}

    private struct Piece: Encodable {
        var id = "scripted"
        var object: String
        var created = 0
        var model: String
        var choices: [Choice]
        var usage: Usage?

        struct Choice: Encodable {
            var index = 0
            var delta: Words?
            var message: Words?
            var finish: String?

            private enum CodingKeys: String, CodingKey {
                case index, delta, message
                case finish = "finish_reason"
            }
        }

        struct Words: Encodable {
            var role = "assistant"
            var content: String?
            var refusal: String?
            var thoughts: String?

            private enum CodingKeys: String, CodingKey {
                case role, content, refusal
                case thoughts = "reasoning_content"
            }
        }

        struct Usage: Encodable {
            var prompt: Int
            var answer: Int
            var total: Int { prompt + answer }

            private enum CodingKeys: String, CodingKey {
                case prompt = "prompt_tokens"
                case answer = "completion_tokens"
                case total = "total_tokens"
            }

            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode(prompt, forKey: .prompt)
                try container.encode(answer, forKey: .answer)
                try container.encode(total, forKey: .total)
            }
        }
    }

    private var finish: String { exchange.finish ?? "stop" }

    private var words: [String] {
        if let chunks = exchange.chunks { return chunks }
        if let huge = exchange.huge {
            return Array(repeating: String(repeating: "x", count: 4096), count: huge / 4096 + 1)
        }
        var (rest, pieces): (Substring, [String]) = ((exchange.answer ?? "")[...], [])
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(24)))
            rest = rest.dropFirst(24)
        }
        return pieces
    }

    /// The answer in pieces, with the faults that the script puts between them.
    func stream() -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/event-stream"],
            body: .init { [self] writer in
                do {
                    if let raw = exchange.raw {
                        try await writer.write(ByteBuffer(string: raw))
                    } else {
                        for (index, event) in try events().enumerated() {
                            if index > 0, let pause = exchange.pause { try await Task.sleep(for: .milliseconds(pause)) }
                            if index == exchange.cut { throw Cut() }
                            if index == exchange.stall { try await Self.saysNothing() }
                            try await writer.write(ByteBuffer(string: "data: \(event)\n\n"))
                        }
                        use()
                        try await writer.write(ByteBuffer(string: "data: [DONE]\n\n"))
                    }
                    try await writer.finish(nil)
                } catch {
                    if !(error is Cut) { play.abandon(number) }
                    throw error
                }
            })
    }

    /// The answer in one piece.
    func whole() throws -> Response {
        if let raw = exchange.raw { return Self.json(raw) }
        let message = Piece.Words(
            content: exchange.refusal == nil ? words.joined() : nil, refusal: exchange.refusal,
            thoughts: exchange.thoughts)
        use()
        return Self.json(
            try text(Piece.Choice(message: message, finish: finish), "chat.completion", usage: exchange.usage))
    }

    private func events() throws -> [String] {
        func piece(_ words: Piece.Words, finish: String? = nil) throws -> String {
            try text(Piece.Choice(delta: words, finish: finish), "chat.completion.chunk")
        }
        var events = try words.map { try piece(Piece.Words(content: $0)) }
        if let thoughts = exchange.thoughts { events.insert(try piece(Piece.Words(thoughts: thoughts)), at: 0) }
        if let refusal = exchange.refusal { events.append(try piece(Piece.Words(refusal: refusal))) }
        events.append(try piece(Piece.Words(), finish: finish))
        if let usage = exchange.usage, question.wantsUsage {
            events.append(try text(nil, "chat.completion.chunk", usage: usage))
        }
        return events
    }

    private func text(_ choice: Piece.Choice?, _ object: String, usage: ModelScript.Usage? = nil) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let piece = Piece(
            object: object, model: question.model, choices: choice.map { [$0] } ?? [],
            usage: usage.map { Piece.Usage(prompt: $0.prompt, answer: $0.answer) })
        return String(decoding: try encoder.encode(piece), as: UTF8.self)
    }

    private func use() {
        if let usage = exchange.usage, question.wantsUsage { play.use(usage.tokens) }
    }

    /// Waits for whoever asked to lose patience.
    static func saysNothing() async throws { try await Task.sleep(for: .seconds(600)) }

    static func fault(_ status: Int, _ fault: ModelScript.Fault, headers: [String: String] = [:]) -> Response {
        let members =
            [("message", fault.message), ("code", fault.code), ("type", fault.type)]
            .compactMap { name, value in value.map { "\"\(name)\":\(quoted($0))" } }.joined(separator: ",")
        var response = json("{\"error\":{\(members)}}")
        response.status = HTTPResponse.Status(code: status)
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        return response
    }

    static func json(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        // A text can always be written.
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}
