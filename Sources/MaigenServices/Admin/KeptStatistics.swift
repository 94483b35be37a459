import MaigenDomain

/// Statistics that are added up beforehand where there is too much to add up while an administrator waits.
///
/// A young platform adds up in a few milliseconds and sees each number as it is now. With 10⁵ tasks a year takes more than
/// a second: then the periods that the site offers are kept, renewed every minute or two, and say when they were added up.
/// How many tasks there are decides, and not how long one sum took: a slow moment must not make numbers old.
package actor KeptStatistics: StatisticsStore {
    private let source: any StatisticsStore
    private let clock: WallClock
    private var kept: [StatisticsPeriod: Statistics] = [:]

    /// With fewer tasks everything is added up for each reader.
    package static let many = 5_000
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

    /// Adds up the periods that the site offers and keeps them, where there are many tasks.
    ///
    /// - Returns: how long all of them took.
    package func renew() async throws(StoreFailure) -> Duration {
        var fresh: [StatisticsPeriod: Statistics] = [:]
        let start = ContinuousClock.now
        for days in StatisticsPeriod.offered {
            let now = clock.now()
            let period = StatisticsPeriod(days: days, upTo: now, offset: StatisticsPeriod.siteOffset)
            var statistics = try await source.statistics(of: period)
            guard statistics.tasks.values.reduce(0, +) >= Self.many else { break }
            statistics.asOf = now
            fresh[period] = statistics
        }
        kept = fresh
        return ContinuousClock.now - start
    }
}
