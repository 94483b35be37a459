import Foundation
import MaigenAnalysis
import MaigenDomain
import MaigenModels
import Synchronization

/// A question as the scripted model heard it.
package struct AskedQuestion: Sendable, Hashable {
    package var agent: String?
    /// The prompt and its version.
    package var prompt: String?
    package var model: String
    /// 1, and one more for each answer that the conversation holds.
    package var round: Int
    /// `json_schema`, `json_object`, or nil.
    package var form: String?
    package var isStreamed: Bool
    package var wantsUsage: Bool
    package var countsCompletion: Bool
    /// Every message, one after the other.
    package var text: String
    /// The header `Authorization`.
    package var authorization: String?
    package var idempotencyKey: String?
    /// The number of the exchange that was played; nil where none was left.
    package var exchange: Int?
    /// Whether whoever asked went away before the end.
    package var isAbandoned = false

    /// The hash of the messages.
    package var digest: String { String(SHA256.hexadecimal(of: text).prefix(16)) }

    /// Reads the body of a question; nil where it is none.
    package init?(body: [UInt8], header: (String) -> String?) {
        guard case .object(let members)? = JSONValue(text: String(decoding: body, as: UTF8.self)),
            case .text(let model)? = members["model"], case .list(let messages)? = members["messages"]
        else { return nil }
        self.model = model
        agent = header("x-maigen-agent")
        prompt = header("x-maigen-prompt")
        authorization = header("authorization")
        idempotencyKey = header("idempotency-key")
        var (texts, round): ([String], Int) = ([], 1)
        for case .object(let message) in messages {
            if message["role"] == .text("assistant") { round += 1 }
            if case .text(let text)? = message["content"] { texts.append(text) }
        }
        text = texts.joined(separator: "\n")
        self.round = round
        if case .object(let format)? = members["response_format"], case .text(let type)? = format["type"] {
            form = type
        }
        isStreamed = members["stream"] == .bool(true)
        countsCompletion = members["max_completion_tokens"] != nil
        if case .object(let options)? = members["stream_options"] {
            wantsUsage = options["include_usage"] == .bool(true)
        } else {
            wantsUsage = !isStreamed
        }
    }

    /// Whether `condition` is so.
    func fulfils(_ condition: ModelScript.Condition) -> Bool {
        func same<Value: Equatable>(_ wanted: Value?, _ value: Value?) -> Bool { wanted == nil || wanted == value }
        return same(condition.agent, agent) && same(condition.prompt, prompt) && same(condition.round, round)
            && same(condition.model, model) && condition.contains.map { text.contains($0) } != false
    }
}

/// Which exchange comes next, and what was asked so far.
final class ScriptPlay: Sendable {
    private struct State {
        var left: [Int]
        var asked: [AskedQuestion] = []
        var usage = ModelUsage()
    }

    let script: ModelScript
    private let state: Mutex<State>

    init(_ script: ModelScript) {
        self.script = script
        state = Mutex(State(left: script.exchanges.map { $0.times ?? 1 }))
    }

    var asked: [AskedQuestion] { state.withLock { $0.asked } }
    var usage: ModelUsage { state.withLock { $0.usage } }
    /// The numbers of the exchanges that are still to be played, without those that are played at any time.
    var unplayed: [Int] {
        state.withLock { state in
            script.exchanges.indices.filter { (script.exchanges[$0].times ?? 1) > 0 && state.left[$0] > 0 }
        }
    }

    /// The exchange for `question`, which counts as played; nil where there is none. Beside it the question's number.
    func next(_ question: AskedQuestion) -> (number: Int, exchange: ModelScript.Exchange?) {
        state.withLock { state in
            var question = question
            let fitting = script.exchanges.indices.filter { index in
                let exchange = script.exchanges[index]
                return (exchange.times == 0 || state.left[index] > 0)
                    && exchange.when.map { question.fulfils($0) } != false
            }
            question.exchange = fitting.first { script.exchanges[$0].when?.digest == question.digest } ?? fitting.first
            state.asked.append(question)
            guard let index = question.exchange else { return (state.asked.count - 1, nil) }
            state.left[index] -= 1
            return (state.asked.count - 1, script.exchanges[index])
        }
    }

    func abandon(_ number: Int) { state.withLock { $0.asked[number].isAbandoned = true } }

    func use(_ usage: ModelUsage) { state.withLock { $0.usage = $0.usage + usage } }
}
