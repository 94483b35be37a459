import MaigenAnalysis
import MaigenDomain

/// What all tasks together may use on a day (UTC), in tokens and in money. Reserved before a question and settled after
/// it, so that it holds with any number of questions at a time.
///
/// Counted in this process: a restart begins anew.
package actor DayBudget {
    /// What was set aside, and for which day.
    package struct Reservation: Sendable {
        fileprivate var day: Int64
        fileprivate var tokens: Int
        fileprivate var cost: ModelCost
    }

    private let tokens: Int?
    private let cost: ModelCost?
    private let clock: WallClock
    private var day: Int64 = 0
    private var usedTokens = 0
    private var usedCost = ModelCost.nothing
    private var reservedTokens = 0
    private var reservedCost = ModelCost.nothing

    /// - Parameters:
    ///   - tokens: the most tokens; nil for any number
    ///   - cost: the most money; nil for any amount
    package init(tokens: Int? = nil, cost: ModelCost? = nil, clock: WallClock = .system) {
        self.tokens = tokens
        self.cost = cost
        self.clock = clock
    }

    /// Today's use so far.
    package var used: (tokens: Int, cost: ModelCost) {
        beginDay()
        return (usedTokens, usedCost)
    }

    /// Sets that much aside; nil where today's budget does not allow it.
    func reserve(_ tokens: Int, _ cost: ModelCost) -> Reservation? {
        beginDay()
        if let most = self.tokens, usedTokens + reservedTokens + tokens > most { return nil }
        if let most = self.cost, usedCost + reservedCost + cost > most { return nil }
        reservedTokens += tokens
        reservedCost = reservedCost + cost
        return Reservation(day: day, tokens: tokens, cost: cost)
    }

    /// Ends a reservation with what was really used. What was reserved yesterday is yesterday's.
    func settle(_ reservation: Reservation, used: ModelUsage, cost: ModelCost) {
        beginDay()
        guard reservation.day == day else { return }
        reservedTokens -= reservation.tokens
        reservedCost = reservedCost - reservation.cost
        usedTokens += used.promptTokens + used.answerTokens
        usedCost = usedCost + cost
    }

    private func beginDay() {
        let today = clock.now().milliseconds / 86_400_000
        guard today != day else { return }
        day = today
        (usedTokens, reservedTokens) = (0, 0)
        (usedCost, reservedCost) = (.nothing, .nothing)
    }
}
