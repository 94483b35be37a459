import AsyncHTTPClient
import Foundation
import Logging
import MaigenAnalysis
import MaigenDomain
import NIOCore

/// A language model behind an endpoint of OpenAI's protocol (`POST /v1/chat/completions`), streamed.
///
/// A call goes over the prompt agent's model and then the fallback. Each is asked up to `ModelLimits.tries` times
/// (`ModelCall`), within one deadline for all. Before each try the most it can use is reserved in the task's and the
/// day's budget, and afterwards what it did use is settled: what the server reports, else the most it can have been.
package final class OpenAIModel: LanguageModel {
    let settings: ModelSettings
    let http: HTTPClient
    let gate: ModelGate
    let memory: ServerMemory
    let logger: Logger
    /// What all tasks use together.
    package let day: DayBudget
    private let cache: AnswerCache?

    /// Whoever makes it calls `close` in the end.
    package init(_ settings: ModelSettings, logger: Logger = .silent, clock: WallClock = .system) {
        self.settings = settings
        self.logger = logger
        http = HTTPClient(configuration: .model(connect: settings.limits.connect))
        gate = ModelGate(atOnce: settings.limits.atOnce, waiting: settings.limits.waiting)
        memory = ServerMemory(rest: settings.limits.rest)
        day = DayBudget(tokens: settings.dayTokens, cost: settings.dayCost, clock: clock)
        cache = settings.cache.map { AnswerCache(folder: $0) }
    }

    /// Lends a client for the time of `body`.
    package static func using<Value>(
        _ settings: ModelSettings, logger: Logger = .silent, clock: WallClock = .system,
        _ body: (OpenAIModel) async throws -> Value
    ) async throws -> Value {
        let model = OpenAIModel(settings, logger: logger, clock: clock)
        do {
            let value = try await body(model)
            await model.close()
            return value
        } catch {
            await model.close()
            throw error
        }
    }

    /// Closes its connections; calls that are under way fail.
    package func close() async {
        // Fails only where it was closed before.
        try? await http.shutdown()
    }

    /// The account of a new task.
    ///
    /// - Parameter time: how long all its questions together may take
    package func account(time: Duration? = nil) -> ModelAccount {
        ModelAccount(limit: settings.taskTokens, deadline: time.map { .now + $0 })
    }

    package func answer(_ prompt: ModelPrompt, account: ModelAccount) async throws(ModelFault) -> ModelAnswer {
        var schema: JSONSchema?
        if let text = prompt.schema?.json {
            do throws(JSONSchema.Unreadable) {
                schema = try JSONSchema(text)
            } catch {
                throw .malformed("the prompt's own schema: \(error.reason)")
            }
        }
        let choices = settings.choices(for: prompt.agent)
        if let kept = cache?.answer(to: prompt, from: choices[0]) { return kept }
        let own = ContinuousClock.Instant.now + settings.limits.call
        var call = ModelCall(
            client: self, prompt: prompt, schema: schema, account: account,
            deadline: account.deadline.map { min($0, own) } ?? own)
        var fault = ModelFault.unreachable("no model")
        for choice in choices {
            do throws(ModelFault) {
                let answer = try await call.ask(choice)
                keep(answer, to: prompt, from: choices[0])
                return answer
            } catch {
                fault = error
                guard error.letsFallBack else { break }
            }
        }
        throw fault
    }

    private func keep(_ answer: ModelAnswer, to prompt: ModelPrompt, from choice: ModelChoice) {
        do {
            try cache?.keep(answer, to: prompt, from: choice)
        } catch {
            logger.warning("an answer cannot be cached", metadata: ["error": "\(error)"])
        }
    }
}

extension ModelFault {
    /// Whether another model may do better.
    fileprivate var letsFallBack: Bool {
        switch self {
        case .unreachable, .late, .rateLimited, .quotaSpent: true
        case .rejected, .refused, .tooLong, .empty, .malformed, .budgetSpent, .cancelled: false
        }
    }
}

extension HTTPClient.Configuration {
    /// No redirects, which would carry the key elsewhere, and no retries behind our back.
    package static func model(connect: Duration) -> Self {
        var configuration = Self(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .milliseconds(max(1, connect.milliseconds))))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        return configuration
    }
}

extension Logger {
    /// Says nothing.
    package static var silent: Logger { Logger(label: "maigen.model") { _ in SwiftLogNoOpLogHandler() } }
}
