import Foundation
import Logging
import MaigenAnalysis
import MaigenDomain
import MaigenModelScripts
import MaigenModels
import Synchronization

/// A client and a scripted model that belong together, for one test.
struct Playing {
    let model: ScriptedModel
    let client: OpenAIModel
    let account: ModelAccount

    /// Asks a client of `script`; `change` alters what the client is told.
    static func run<Value>(
        _ script: ModelScript, limits: ModelLimits = .quick, key: String? = nil, logger: Logger = .silent,
        account: ModelAccount = ModelAccount(limit: 1_000_000), change: (inout ModelSettings) -> Void = { _ in },
        _ body: (Playing) async throws -> Value
    ) async throws -> Value {
        try await ScriptedModel.run(script) { model in
            var choice = model.choice
            choice.endpoint.key = key.flatMap { ModelKey($0) }
            var settings = ModelSettings(choice: choice, limits: limits)
            change(&settings)
            return try await OpenAIModel.using(settings, logger: logger) { client in
                try await body(Playing(model: model, client: client, account: account))
            }
        }
    }

    func ask(_ prompt: ModelPrompt = .hello) async throws(ModelFault) -> ModelAnswer {
        try await client.answer(prompt, account: account)
    }

    /// The answer's words, or the fault's name.
    func says(_ prompt: ModelPrompt = .hello) async -> String {
        do throws(ModelFault) {
            return try await ask(prompt).text
        } catch {
            return "\(error)"
        }
    }

    /// Why there is no answer; nil where there is one.
    func fault(_ prompt: ModelPrompt = .hello) async -> ModelFault? {
        do throws(ModelFault) {
            _ = try await ask(prompt)
            return nil
        } catch {
            return error
        }
    }
}

/// What a client is told beside the model and the limits.
func changing(_ change: @escaping (inout ModelSettings) -> Void) -> (inout ModelSettings) -> Void { change }

extension ModelLimits {
    /// Short pauses; patience as on a real machine, since test machines are slow.
    static var quick: ModelLimits {
        var limits = ModelLimits()
        limits.firstPause = .milliseconds(5)
        limits.longestPause = .milliseconds(20)
        limits.call = .seconds(60)
        return limits
    }

    /// Impatient: for servers that fall silent.
    static var impatient: ModelLimits {
        var limits = quick
        limits.firstToken = .seconds(2)
        limits.betweenTokens = .seconds(2)
        return limits
    }
}

extension ModelPrompt {
    static let hello = ModelPrompt(
        agent: .analyst, version: "analyst/1", system: "Be brief.", messages: [.init(.user, "Say hello.")],
        answerTokens: 100)

    /// Wants `{"n": …}`.
    static let number = ModelPrompt(
        agent: .coder, version: "coder/2", system: "Be exact.", messages: [.init(.user, "How many?")],
        schema: .init(
            name: "count",
            json:
                #"{"type":"object","properties":{"n":{"type":"integer","minimum":0}},"required":["n"],"additionalProperties":false}"#
        ), answerTokens: 100)
}

extension ModelScript {
    init(_ exchanges: Exchange...) { self.init(exchanges: exchanges) }
}

extension ModelScript.Exchange {
    /// An exchange that `change` fills in.
    static func with(_ answer: String? = nil, _ change: (inout Self) -> Void) -> Self {
        var exchange = Self(answer)
        change(&exchange)
        return exchange
    }

    static func status(
        _ status: Int, headers: [String: String] = [:], code: String? = nil, message: String = "scripted"
    ) -> Self {
        .with {
            $0.status = status
            $0.headers = headers
            $0.error = ModelScript.Fault(message, code: code)
        }
    }
}

/// Everything that is logged.
final class LoggedLines: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    var logger: Logger {
        Logger(label: "test") { _ in Handler(lines: self) }
    }

    private struct Handler: LogHandler {
        let lines: LoggedLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.lines.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
        }
    }
}
