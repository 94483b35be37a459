import MaigenDomain

/// Something that answers prompts: an endpoint of the OpenAI protocol, behind its retries, budgets and cache.
///
/// What it answers is somebody's words, never an instruction: callers parse, bound and try it before they use it.
package protocol LanguageModel: Sendable {
    /// One whole answer to `prompt`. Reserves the most it can cost in `account` before it asks, and settles what it did
    /// cost afterwards, also where it fails. Ends soon after the calling task is cancelled.
    func answer(_ prompt: ModelPrompt, account: ModelAccount) async throws(ModelFault) -> ModelAnswer
}

/// One question to a model.
package struct ModelPrompt: Sendable, Hashable {
    /// Who asks: decides which model is asked and whose account is charged.
    package var agent: Agent
    /// Which version of which prompt this is ("analyst/3"), for traces and caches.
    package var version: String
    /// What the model is told to be and to do; never holds anything of the user's.
    package var system: String
    /// The conversation so far, oldest first; what comes from users stands in it marked as data.
    package var messages: [Message]
    /// The form of the answer; nil for free text.
    package var schema: Schema?
    /// The most tokens the answer may have.
    package var answerTokens: Int

    package init(
        agent: Agent, version: String, system: String, messages: [Message], schema: Schema? = nil,
        answerTokens: Int = 8_000
    ) {
        self.agent = agent
        self.version = version
        self.system = system
        self.messages = messages
        self.schema = schema
        self.answerTokens = answerTokens
    }

    package struct Message: Sendable, Hashable {
        package enum Author: String, Sendable, Hashable { case user, assistant }
        package var author: Author
        package var text: String

        package init(_ author: Author, _ text: String) {
            self.author = author
            self.text = text
        }
    }

    /// A JSON schema (draft 2020-12, the strict subset that servers offer) by name.
    package struct Schema: Sendable, Hashable {
        package var name: String
        /// The schema as JSON text.
        package var json: String

        package init(name: String, json: String) {
            self.name = name
            self.json = json
        }
    }
}

/// What a model said.
package struct ModelAnswer: Sendable, Hashable {
    /// The answer; where the prompt has a schema, JSON text (nothing around it) that obeys
    /// it.
    package var text: String
    /// The model that answered.
    package var model: String
    /// What the answer cost, with every retry that was charged.
    package var usage: ModelUsage

    package init(text: String, model: String, usage: ModelUsage) {
        self.text = text
        self.model = model
        self.usage = usage
    }
}

/// Tokens that were used.
package struct ModelUsage: Sendable, Hashable, Codable {
    package var promptTokens: Int
    package var answerTokens: Int

    package init(promptTokens: Int = 0, answerTokens: Int = 0) {
        self.promptTokens = promptTokens
        self.answerTokens = answerTokens
    }

    package static func + (left: Self, right: Self) -> Self {
        Self(
            promptTokens: left.promptTokens + right.promptTokens, answerTokens: left.answerTokens + right.answerTokens)
    }
}

/// Why there is no answer. The task goes on without a model in every case.
package enum ModelFault: Error, Sendable, Hashable {
    /// No connection, or the server failed (5xx, broken stream) as often as it may.
    case unreachable(String)
    /// The call's or the task's deadline passed.
    case late
    /// The server asks for fewer requests for longer than we wait.
    case rateLimited
    /// The operator's account is empty.
    case quotaSpent
    /// The server does not take what it was sent (4xx), as with a wrong key or an unknown model.
    case rejected(status: Int, String)
    /// The model declined, in its own words.
    case refused(String)
    /// The answer was cut off at the most tokens it may have.
    case tooLong
    /// The answer is empty.
    case empty
    /// The answer is not what the protocol or the schema says.
    case malformed(String)
    /// The task's or the day's budget does not allow the question.
    case budgetSpent
    /// The calling task was cancelled.
    case cancelled
}

/// What one task may spend on models and has spent, by agent. Reservations make the limit hold with calls side by side.
package actor ModelAccount {
    /// The most tokens (prompt and answer together) the task may use.
    package let limit: Int
    /// When the task's time for all its questions is over; nil where only each call has a deadline.
    package nonisolated let deadline: ContinuousClock.Instant?
    private var reserved = 0
    private var spent: [Agent: ModelUsage] = [:]
    private var costs: [Agent: ModelCost] = [:]
    private var lost: [String: Duration] = [:]

    package init(limit: Int, deadline: ContinuousClock.Instant? = nil) {
        self.limit = limit
        self.deadline = deadline
    }

    /// What was spent, by agent.
    package var usage: [Agent: ModelUsage] { spent }

    /// What that cost by the operator's prices, by agent.
    package var cost: [Agent: ModelCost] { costs }

    /// Sets `tokens` aside; false where the limit does not allow them.
    package func reserve(_ tokens: Int) -> Bool {
        let total = spent.values.reduce(0) { $0 + $1.promptTokens + $1.answerTokens }
        guard tokens >= 0, tokens <= limit - total - reserved else { return false }
        reserved += tokens
        return true
    }

    /// Ends a reservation of `tokens` with what was really used.
    package func settle(_ tokens: Int, used: ModelUsage, by agent: Agent, cost: ModelCost = .nothing) {
        reserved -= tokens
        spent[agent, default: ModelUsage()] = spent[agent, default: ModelUsage()] + used
        costs[agent] = (costs[agent] ?? .nothing) + cost
    }

    /// Notes that `duration` was spent on `endpoint` without an answer, so that one which cannot be reached delays the
    /// whole task by one call's deadline at most.
    package func lose(_ duration: Duration, on endpoint: String) { lost[endpoint, default: .zero] += duration }

    /// What was lost on `endpoint` so far.
    package func timeLost(on endpoint: String) -> Duration { lost[endpoint] ?? .zero }
}
