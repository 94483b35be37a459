import Foundation
import MaigenAnalysis
import Yams

/// What a scripted model says: exchanges in the order in which they are played, written by hand or recorded from a real
/// endpoint. docs/model-scripts.md describes the file.
package struct ModelScript: Sendable, Hashable, Codable {
    /// The name of the model that it plays; `scripted` where nothing else is said.
    package var model: String?
    /// Whether answers are streamed to whoever asks for a stream; true where nothing is said.
    package var streams: Bool?
    /// What it rejects, as servers without it do: `json_schema`, `json_object`, `stream_options`, `max_tokens`.
    package var rejects: [String]?
    package var exchanges: [Exchange]

    package init(
        model: String? = nil, streams: Bool? = nil, rejects: [String]? = nil, exchanges: [Exchange]
    ) {
        self.model = model
        self.streams = streams
        self.rejects = rejects
        self.exchanges = exchanges
    }

    /// One answer, or one fault.
    package struct Exchange: Sendable, Hashable, Codable {
        /// Which questions it is for; any where nothing is said.
        package var when: Condition?
        /// How often it is played: 1 where nothing is said, 0 for as often as it is asked for.
        package var times: Int?
        /// The words.
        package var answer: String?
        /// The words in the pieces in which they are sent.
        package var chunks: [String]?
        /// What the model thinks aloud before.
        package var thoughts: String?
        /// What the model says in place of an answer.
        package var refusal: String?
        /// Why it stops: `stop`, `length`, `content_filter`.
        package var finish: String?
        /// What it says it used; nothing where nothing is said.
        package var usage: Usage?
        /// Milliseconds before it says anything, and between pieces.
        package var delay: Int?
        package var pause: Int?
        /// It takes the question and never says a word.
        package var silent: Bool?
        /// After so many pieces it falls silent, or the connection is cut.
        package var stall: Int?
        package var cut: Int?
        /// It answers with that status, these headers and this error.
        package var status: Int?
        package var headers: [String: String]?
        package var error: Fault?
        /// The body of the answer, whatever it is, sent as an event stream.
        package var raw: String?
        /// Words of so many bytes.
        package var huge: Int?

        package init(_ answer: String? = nil, when: Condition? = nil, usage: Usage? = nil) {
            self.answer = answer
            self.when = when
            self.usage = usage
        }
    }

    /// Which questions an exchange is for: all that is said here must be so.
    package struct Condition: Sendable, Hashable, Codable {
        /// The agent that asks.
        package var agent: String?
        /// The prompt and its version, as `analyst/1`.
        package var prompt: String?
        /// Which question of a conversation it is: 1, then 2 after the first answer.
        package var round: Int?
        package var model: String?
        /// A text that stands anywhere in the question.
        package var contains: String?
        /// The hash of the whole question. Not a condition: among exchanges that fit, one with the same hash is played
        /// before others.
        package var digest: String?

        package init(
            agent: String? = nil, prompt: String? = nil, round: Int? = nil, model: String? = nil,
            contains: String? = nil, digest: String? = nil
        ) {
            self.agent = agent
            self.prompt = prompt
            self.round = round
            self.model = model
            self.contains = contains
            self.digest = digest
        }
    }

    package struct Usage: Sendable, Hashable, Codable {
        package var prompt: Int
        package var answer: Int

        package init(prompt: Int, answer: Int) {
            self.prompt = prompt
            self.answer = answer
        }

        package var tokens: ModelUsage { ModelUsage(promptTokens: prompt, answerTokens: answer) }
    }

    package struct Fault: Sendable, Hashable, Codable {
        package var message: String
        package var code: String?
        package var type: String?

        package init(_ message: String, code: String? = nil, type: String? = nil) {
            self.message = message
            self.code = code
            self.type = type
        }
    }
}

extension ModelScript {
    /// A script that cannot be read.
    package struct Unreadable: Error, Hashable {
        /// What is wrong, in English, with its place.
        package var reason: String

        package init(reason: String) { self.reason = reason }
    }

    /// Reads a script: JSON where it begins with a brace, else YAML.
    package init(text: String) throws(Unreadable) {
        do {
            if text.drop(while: \.isWhitespace).first == "{" {
                self = try JSONDecoder().decode(ModelScript.self, from: Data(text.utf8))
            } else {
                self = try YAMLDecoder().decode(ModelScript.self, from: text)
            }
            try Self.checkNames(text)
        } catch let error as Unreadable {
            throw error
        } catch DecodingError.keyNotFound(let key, let context) {
            throw Unreadable(reason: "\(Self.path(context.codingPath)) lacks “\(key.stringValue)”")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw Unreadable(reason: "\(Self.path(context.codingPath)): \(context.debugDescription)")
        } catch {
            throw Unreadable(reason: String("\(error)".prefix(300)))
        }
        guard !exchanges.isEmpty else { throw Unreadable(reason: "there are no exchanges") }
        let known: Set = ["json_schema", "json_object", "stream_options", "max_tokens"]
        if let name = rejects?.first(where: { !known.contains($0) }) {
            throw Unreadable(reason: "rejects: “\(name)” is not known")
        }
    }

    /// The script as JSON, with every exchange on lines of its own.
    package var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        }
    }

    /// A misspelt name must not silently count for nothing, as it would with a decoder alone.
    private static func checkNames(_ text: String) throws {
        guard let root = try Yams.compose(yaml: text)?.mapping else { return }
        try check(root, ["model", "streams", "rejects", "exchanges"])
        for exchange in root["exchanges"]?.sequence.map(Array.init) ?? [] {
            guard let exchange = exchange.mapping else { continue }
            try check(
                exchange,
                [
                    "when", "times", "answer", "chunks", "thoughts", "refusal", "finish", "usage", "delay", "pause",
                    "silent", "stall", "cut", "status", "headers", "error", "raw", "huge",
                ])
            if let when = exchange["when"]?.mapping {
                try check(when, ["agent", "prompt", "round", "model", "contains", "digest"])
            }
        }
    }

    private static func check(_ mapping: Node.Mapping, _ known: Set<String>) throws {
        for key in mapping.keys where !known.contains(key.string ?? "") {
            throw Unreadable(
                reason: "“\(key.string ?? "?")” is not known" + (key.mark.map { " (line \($0.line))" } ?? ""))
        }
    }

    private static func path(_ path: [any CodingKey]) -> String {
        let text = path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
        return text.isEmpty ? "the script" : String(text.drop { $0 == "." })
    }
}
