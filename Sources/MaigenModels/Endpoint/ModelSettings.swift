import MaigenAnalysis
import MaigenDomain

/// Everything that the operator decides about models.
package struct ModelSettings: Sendable {
    /// What is asked, unless an agent has a model of its own.
    package var choice: ModelChoice
    /// Agents whose model at the same endpoint is another one.
    package var models: [Agent: String]
    /// What is asked where `choice` cannot be reached, is too busy, or its quota is spent.
    package var fallback: ModelChoice?
    package var limits: ModelLimits
    /// What a model's tokens cost. A model that is not here costs nothing.
    package var prices: [String: ModelPrice]
    /// The most tokens a task may use.
    package var taskTokens: Int
    /// The most tokens that all tasks together may use on one day (UTC).
    package var dayTokens: Int?
    /// The most that all tasks together may cost on one day (UTC).
    package var dayCost: ModelCost?
    /// The folder where answers are kept by what was asked, so that the same question is asked once: for development.
    package var cache: String?

    package init(
        choice: ModelChoice, models: [Agent: String] = [:], fallback: ModelChoice? = nil,
        limits: ModelLimits = ModelLimits(), prices: [String: ModelPrice] = [:], taskTokens: Int = 400_000,
        dayTokens: Int? = nil, dayCost: ModelCost? = nil, cache: String? = nil
    ) {
        self.choice = choice
        self.models = models
        self.fallback = fallback
        self.limits = limits
        self.prices = prices
        self.taskTokens = taskTokens
        self.dayTokens = dayTokens
        self.dayCost = dayCost
        self.cache = cache
    }

    /// What is asked for `agent`, in this order.
    func choices(for agent: Agent) -> [ModelChoice] {
        var first = choice
        if let model = models[agent] { first.model = model }
        return [first] + (fallback.map { [$0] } ?? [])
    }
}

/// What a call is held to.
package struct ModelLimits: Sendable, Hashable {
    /// Until there is a connection.
    package var connect = Duration.seconds(10)
    /// From the request to the first word.
    package var firstToken = Duration.seconds(90)
    /// From one word to the next.
    package var betweenTokens = Duration.seconds(45)
    /// A whole call: waiting its turn, every retry, and the fallback.
    package var call = Duration.seconds(240)
    /// How often a choice is asked in one call.
    package var tries = 3
    /// The first pause before a retry where the server does not say how long; each further one is twice as long.
    package var firstPause = Duration.milliseconds(500)
    /// The longest such pause.
    package var longestPause = Duration.seconds(8)
    /// The longest pause that a server may ask for. Where it asks for more there is no retry.
    package var longestAskedPause = Duration.seconds(60)
    /// How long an endpoint that could not be reached is left alone.
    package var rest = Duration.seconds(30)
    /// Calls at a time.
    package var atOnce = 8
    /// Calls that wait their turn; the next one is turned away.
    package var waiting = 64
    /// The most bytes of one reply, with all that surrounds the words.
    package var replyBytes = 16 << 20

    package init() {}
}
