import Foundation
import HTTPTypes
import Hummingbird
import Logging
import MaigenAnalysis
import MaigenModels
import NIOCore

/// A language model that says what a script says: a real server of OpenAI's protocol on this machine, for tests and for
/// sessions that are played again.
package struct ScriptedModel: Sendable {
    /// The port it listens at, on 127.0.0.1.
    package let port: Int
    private let play: ScriptPlay

    /// Where clients find it.
    package var address: String { "http://127.0.0.1:\(port)/v1" }
    /// What a client is told to ask it.
    package var choice: ModelChoice {
        guard let address = ModelAddress(address) else { preconditionFailure("not an address: \(address)") }
        return ModelChoice(endpoint: ModelEndpoint(address), model: play.script.model ?? "scripted")
    }
    /// What was asked so far, in order.
    package var asked: [AskedQuestion] { play.asked }
    /// What it said it used, all in all.
    package var usage: ModelUsage { play.usage }
    /// The numbers of the exchanges that were not played.
    package var unplayed: [Int] { play.unplayed }

    /// Plays `script` on a free port for the time of `body`.
    package static func run<Value>(
        _ script: ModelScript, _ body: (ScriptedModel) async throws -> Value
    ) async throws -> Value {
        let play = ScriptPlay(script)
        return try await LoopbackServer.run(router(play)) { port in
            try await body(ScriptedModel(port: port, play: play))
        }
    }

    /// Plays `script` at `port` (0: any free one) until the calling task is cancelled; `onRunning` hears the port.
    package static func serve(
        _ script: ModelScript, port: Int, onRunning: @escaping @Sendable (Int) async -> Void
    ) async throws {
        try await LoopbackServer.serve(router(ScriptPlay(script)), port: port, onRunning: onRunning)
    }

    private static func router(_ play: ScriptPlay) -> Router<BasicRequestContext> {
        let router = Router()
        for version in ["/v1", ""] {
            router.get("\(version)/models") { _, _ in
                let model = play.script.model ?? "scripted"
                return ScriptedReply.json(
                    #"{"object":"list","data":[{"id":\#(ScriptedReply.quoted(model)),"object":"model"}]}"#)
            }
            router.post("\(version)/chat/completions") { request, _ in
                let body = try await request.body.collect(upTo: 16 << 20)
                guard
                    let question = AskedQuestion(
                        body: Array(buffer: body),
                        header: { name in HTTPField.Name(name).flatMap { request.headers[$0] } })
                else {
                    return ScriptedReply.fault(400, ModelScript.Fault("the question is not what the protocol says"))
                }
                return try await answer(question, play)
            }
        }
        return router
    }

    private static func answer(_ question: AskedQuestion, _ play: ScriptPlay) async throws -> Response {
        if let name = rejected(question, play.script.rejects ?? []) {
            let hint = name == "max_tokens" ? " Use 'max_completion_tokens' instead." : ""
            return ScriptedReply.fault(
                400,
                ModelScript.Fault(
                    "Unsupported parameter: '\(name)' is not supported with this model.\(hint)",
                    code: "unsupported_parameter", type: "invalid_request_error"))
        }
        let (number, exchange) = play.next(question)
        guard let exchange else {
            return ScriptedReply.fault(
                404, ModelScript.Fault("the script has no answer to this question", code: "script_exhausted"))
        }
        if let delay = exchange.delay { try await Task.sleep(for: .milliseconds(delay)) }
        if exchange.silent == true { try await ScriptedReply.saysNothing() }
        let reply = ScriptedReply(exchange: exchange, question: question, play: play, number: number)
        if let status = exchange.status {
            return ScriptedReply.fault(
                status, exchange.error ?? ModelScript.Fault("scripted"), headers: exchange.headers ?? [:])
        }
        return question.isStreamed && play.script.streams != false ? reply.stream() : try reply.whole()
    }

    private static func rejected(_ question: AskedQuestion, _ rejects: [String]) -> String? {
        rejects.first { name in
            switch name {
            case "stream_options": question.isStreamed && question.wantsUsage
            case "max_tokens": !question.countsCompletion
            default: question.form == name
            }
        }
    }
}
