import MaigenDomain

/// Statistics that are added up beforehand where that takes longer than an administrator should wait.
///
/// A young platform adds up in a few milliseconds and sees each number as it is now. With 10⁵ tasks a year takes more than
/// a second: then the periods that the site offers are kept, renewed every minute or two, and say when they were added up.
package actor KeptStatistics: StatisticsStore {
    private let source: any StatisticsStore
    private let clock: WallClock
    private var kept: [StatisticsPeriod: Statistics] = [:]

    /// What takes no longer is added up for each reader.
    private static let quick = Duration.milliseconds(15)
    /// What is older was not renewed, and is not shown.
    private static let lifetime = Duration.seconds(1800)

    package init(_ source: any StatisticsStore, clock: WallClock) {
        self.source = source
        self.clock = clock
    }

    package func statistics(of period: StatisticsPeriod) async throws(StoreFailure) -> Statistics {
        if let found = kept[period], let asOf = found.asOf, clock.now() - asOf < Self.lifetime { return found }
        return try await source.statistics(of: period)
    }

    /// Adds up the periods that the site offers and keeps those that took long.
    ///
    /// - Returns: how long all of them took.
    package func renew() async throws(StoreFailure) -> Duration {
        var fresh: [StatisticsPeriod: Statistics] = [:]
        let (timer, start) = (ContinuousClock(), ContinuousClock.now)
        for days in StatisticsPeriod.offered {
            let (now, began) = (clock.now(), timer.now)
            let period = StatisticsPeriod(days: days, upTo: now, offset: StatisticsPeriod.siteOffset)
            var statistics = try await source.statistics(of: period)
            guard timer.now - began > Self.quick else { continue }
            statistics.asOf = now
            fresh[period] = statistics
        }
        kept = fresh
        return timer.now - start
    }
}
