import MaigenDomain

/// Shows administrators how the platform is doing.
package struct ReadStatistics: Sendable {
    private let statistics: any StatisticsStore
    private let surroundings: Surroundings

    package init(statistics: any StatisticsStore, surroundings: Surroundings) {
        self.statistics = statistics
        self.surroundings = surroundings
    }

    /// The last `days` days, today included, as they are cut `offset` ahead of UTC.
    package func callAsFunction(
        days: Int = 30, offset: Duration = StatisticsPeriod.siteOffset, by signedIn: SignedIn
    ) async throws(ServiceError) -> Statistics {
        try signedIn.mustBeAdministrator()
        let period = StatisticsPeriod(days: days, upTo: surroundings.now, offset: offset)
        return try await store { () throws(StoreFailure) in try await statistics.statistics(of: period) }
    }
}
