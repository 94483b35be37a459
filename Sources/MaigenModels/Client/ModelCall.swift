import Foundation
import Logging
import MaigenAnalysis
import MaigenDomain

/// One call on its way: the tries at one choice after another, and what they used together.
struct ModelCall {
    let client: OpenAIModel
    let prompt: ModelPrompt
    let schema: JSONSchema?
    let account: ModelAccount
    let deadline: ContinuousClock.Instant
    /// The same for every try, so that a server can tell that it is the same question.
    private let identity = Hex.text(Randomness.system.bytes(16))
    private var used = ModelUsage()
    /// What the last try says about whether the endpoint can be reached; nil where there was none yet.
    private var contact: ServerMemory.Contact?

    init(
        client: OpenAIModel, prompt: ModelPrompt, schema: JSONSchema?, account: ModelAccount,
        deadline: ContinuousClock.Instant
    ) {
        self.client = client
        self.prompt = prompt
        self.schema = schema
        self.account = account
        self.deadline = deadline
    }

    private var limits: ModelLimits { client.settings.limits }

    /// Asks `choice` until it answers, or may not be asked again.
    mutating func ask(_ choice: ModelChoice) async throws(ModelFault) -> ModelAnswer {
        let address = choice.endpoint.address
        let patience = limits.call - (await account.timeLost(on: address.description))
        guard patience > .zero else { throw .unreachable("\(address) has cost this task a call's time already") }
        guard client.memory.admits(address) else { throw .unreachable("\(address) could not be reached just before") }
        let start = ContinuousClock.now
        contact = nil
        do throws(ModelFault) {
            let answer = try await tries(choice, by: min(deadline, start + patience))
            client.memory.record(.reached, address)
            return answer
        } catch {
            client.memory.record(contact ?? .unknown, address)
            if contact == .notReached || (contact == .unknown && error == .late) {
                await account.lose(ContinuousClock.now - start, on: address.description)
            }
            throw error
        }
    }

    /// What a try says about whether the endpoint can be reached.
    private static func contact(_ outcome: ModelAttempt.Outcome) -> ServerMemory.Contact {
        switch outcome.fault {
        case .noConnection?, .broken?: .notReached
        case .rejected(let status, _, _)?: status >= 500 ? .notReached : .reached
        case .silent?: outcome.reply.pieces == 0 ? .notReached : .reached
        // It may have been the task that had no time left.
        case .late?: outcome.reply.pieces == 0 ? .unknown : .reached
        case .cancelled?: .unknown
        case nil, .tooLarge?, .malformed?: .reached
        }
    }

    /// What follows from a try.
    private enum Step {
        case answer(ModelAnswer)
        case fail(ModelFault)
        case again(RetryDirections, else: ModelFault)
        case otherwise(ModelDialect)
    }

    private mutating func tries(
        _ choice: ModelChoice, by deadline: ContinuousClock.Instant
    ) async throws(ModelFault) -> ModelAnswer {
        var dialect = client.memory.dialect(of: choice)
        var tries = 0
        while true {
            let outcome = try await attempt(choice, dialect, by: deadline)
            tries += 1
            switch step(outcome, choice, dialect) {
            case .answer(let answer):
                client.memory.learn(dialect, of: choice)
                return answer
            case .fail(let fault): throw fault
            case .otherwise(let next):
                // Not a retry: each dialect is tried once, and there are few.
                tries -= 1
                dialect = next
            case .again(let directions, let fault):
                guard tries < limits.tries,
                    let pause = RetryRule.pause(
                        after: tries, directions, limits, chance: .random(in: 0...1)),
                    .now + pause < deadline
                else { throw fault }
                log(choice, "asked again", ["pause_ms": "\(pause.milliseconds)", "fault": "\(fault)"])
                do {
                    try await Task.sleep(for: pause)
                } catch {
                    throw .cancelled
                }
            }
        }
    }

    /// One try within the budgets, which is settled however it ends.
    private mutating func attempt(
        _ choice: ModelChoice, _ dialect: ModelDialect, by deadline: ContinuousClock.Instant
    ) async throws(ModelFault) -> ModelAttempt.Outcome {
        let body: [UInt8]
        do {
            body = try ChatRequest(prompt, model: choice.model, dialect: dialect).body()
        } catch {
            throw .malformed("the question cannot be written as JSON")
        }
        let most = TokenEstimate.most(prompt)
        let tokens = most.promptTokens + most.answerTokens
        let price = client.settings.prices[choice.model]
        try await client.gate.enter(by: deadline)
        guard await account.reserve(tokens) else {
            await client.gate.leave()
            throw .budgetSpent
        }
        guard let day = await client.day.reserve(tokens, price?.cost(of: most) ?? .nothing) else {
            await account.settle(tokens, used: ModelUsage(), by: prompt.agent)
            await client.gate.leave()
            throw .budgetSpent
        }
        let start = ContinuousClock.now
        let outcome = await ModelAttempt(
            http: client.http, endpoint: choice.endpoint, limits: limits, deadline: deadline
        ).run(
            body,
            headers: [
                ("Idempotency-Key", identity), ("X-Maigen-Agent", prompt.agent.rawValue),
                ("X-Maigen-Prompt", prompt.version),
            ])
        contact = Self.contact(outcome)
        let usage = Self.usage(outcome, prompt)
        let cost = price?.cost(of: usage) ?? .nothing
        await account.settle(tokens, used: usage, by: prompt.agent, cost: cost)
        await client.day.settle(day, used: usage, cost: cost)
        // Only now: whoever comes next finds what this try did not use.
        await client.gate.leave()
        used = used + usage
        log(
            choice, "asked",
            [
                "ms": "\((ContinuousClock.now - start).milliseconds)", "prompt_tokens": "\(usage.promptTokens)",
                "answer_tokens": "\(usage.answerTokens)",
            ])
        return outcome
    }

    /// What the server reports; else, where it took the question, the most that the question and what arrived of the
    /// answer can have been.
    private static func usage(_ outcome: ModelAttempt.Outcome, _ prompt: ModelPrompt) -> ModelUsage {
        if let reported = outcome.reply.usage { return reported }
        guard outcome.isTaken else { return ModelUsage() }
        return ModelUsage(
            promptTokens: TokenEstimate.prompt(prompt),
            answerTokens: TokenEstimate.answer(outcome.reply, limit: prompt.answerTokens))
    }

    private func step(
        _ outcome: ModelAttempt.Outcome, _ choice: ModelChoice, _ dialect: ModelDialect
    ) -> Step {
        let key = choice.endpoint.key
        func shown(_ text: String) -> String { ServerMessage(message: text).shown(without: key) }
        switch outcome.fault {
        case nil:
            do throws(ModelFault) {
                let text = try AnswerCheck.text(of: outcome.reply, schema: schema, key: key)
                return .answer(ModelAnswer(text: text, model: outcome.reply.model ?? choice.model, usage: used))
            } catch {
                // The server took the dialect, whatever the model said in it.
                client.memory.learn(dialect, of: choice)
                return .fail(error)
            }
        case .noConnection(let text)?, .broken(let text)?:
            return .again(RetryDirections(), else: .unreachable(shown(text)))
        case .rejected(let status, let message, let directions)?:
            if let next = dialect.adapted(to: message, status: status, hasSchema: schema != nil) {
                return .otherwise(next)
            }
            let text = message.shown(without: key)
            let fault: ModelFault =
                if message.isQuota || status == 402 {
                    .quotaSpent
                } else if status == 429 {
                    .rateLimited
                } else if status >= 500 || status == 408 {
                    .unreachable("\(status): \(text)")
                } else {
                    .rejected(status: status, text)
                }
            return RetryRule.mayRetry(status, message, directions) ? .again(directions, else: fault) : .fail(fault)
        // Whoever said nothing for so long would most likely do so again.
        case .silent?, .late?: return .fail(.late)
        case .tooLarge?: return .fail(.tooLong)
        case .malformed(let text)?: return .fail(.malformed(shown(text)))
        case .cancelled?: return .fail(.cancelled)
        }
    }

    private func log(_ choice: ModelChoice, _ event: Logger.Message, _ more: Logger.Metadata) {
        client.logger.debug(
            event,
            metadata: [
                "endpoint": "\(choice.endpoint.address)", "model": "\(choice.model)",
                "agent": "\(prompt.agent.rawValue)", "prompt": "\(prompt.version)",
            ].merging(more) { $1 })
    }
}
