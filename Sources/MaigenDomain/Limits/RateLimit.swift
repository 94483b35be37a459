/// How often something may happen: `count` times in a row at most, and `count` per `period` over time.
package struct RateRule: Sendable, Hashable {
    /// A stable name that separates this rule's counters from every other's.
    package var name: String
    /// How many.
    package var count: Int
    /// In how long.
    package var period: Duration

    /// `count` is positive and `period` at least `count` milliseconds.
    package init(_ name: String, _ count: Int, per period: Duration) {
        precondition(count > 0 && period.milliseconds >= count)
        self.name = name
        self.count = count
        self.period = period
    }

    /// One use of this rule by `subject`: an address, a client, a user.
    package func by(_ subject: String) -> RateUse { RateUse(rule: self, subject: subject) }
}

/// One use of a limited thing by one subject.
package struct RateUse: Sendable, Hashable {
    /// The rule it is counted under.
    package var rule: RateRule
    /// Who uses it.
    package var subject: String
}

/// The answer of the rate limits.
package enum RateDecision: Sendable, Hashable {
    /// Go ahead; it has been counted.
    case allowed
    /// Not now; nothing has been counted.
    case wait(Duration)
}

/// Counts uses of guessable and costly things: in this process, or in Redis for many.
package protocol RateLimits: Sendable {
    /// Counts all of `uses`, or none where one of them is over its limit.
    func take(_ uses: [RateUse], at moment: Timestamp) async throws(StoreFailure) -> RateDecision
}

/// The arithmetic of one counter (the generic cell rate algorithm): one moment is all it stores.
package enum RateCounter {
    /// The counter after one more use at `moment`, or how long to wait for it.
    ///
    /// `counter` is the moment at which all earlier uses will have been paid off; nil where there were none.
    package static func advance(_ counter: Timestamp?, by rule: RateRule, at moment: Timestamp) -> Result {
        let step = rule.period / rule.count
        let base = max(counter ?? moment, moment)
        let advanced = base + step
        let ahead = advanced - moment
        return ahead <= rule.period ? .counted(advanced) : .wait(ahead - rule.period)
    }

    /// What `advance` found.
    package enum Result: Sendable, Hashable {
        /// Allowed: keep this counter.
        case counted(Timestamp)
        /// Over the limit for that long.
        case wait(Duration)
    }
}
