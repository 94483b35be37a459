import MaigenDomain

/// Rate limits of all processes together, on a Redis server. While it is out of reach, each process counts for itself:
/// limits are then wider, and people can still log in.
struct RedisRateLimits: RateLimits {
    private let client: RedisClient
    private let alone = InProcessRateLimits()
    /// People wait for this.
    private static let limit = Duration.seconds(1)

    init(_ client: RedisClient) {
        self.client = client
    }

    func take(_ uses: [RateUse], at moment: Timestamp) async throws(StoreFailure) -> RateDecision {
        guard !uses.isEmpty else { return .allowed }
        do throws(StoreFailure) {
            let reply = try await client.run(
                .takeRates, keys: uses.map { client.key("rate:\($0.rule.name) \($0.subject)") },
                [.init(moment.milliseconds)]
                    + uses.flatMap { use -> [RedisCommand.Word] in
                        let period = use.rule.period
                        return [.init((period / use.rule.count).milliseconds), .init(period.milliseconds)]
                    },
                within: Self.limit)
            guard let wait = reply.number else { throw reply.nonsense("take-rates") }
            return wait < 0 ? .allowed : .wait(.milliseconds(wait))
        } catch {
            guard error.reason != .broken else { throw error }
            return try await alone.take(uses, at: moment)
        }
    }
}
