import MaigenDomain
import MaigenServices
import Synchronization
import Testing

@Suite struct KeptStatisticsTests {
    @Test func `statistics of many tasks are added up beforehand and say when`() async throws {
        let now = Timestamp(milliseconds: 1_800_000_000_000)
        let source = CountedStatistics(tasks: KeptStatistics.many)
        let kept = KeptStatistics(source, clock: WallClock { now })
        _ = try await kept.renew()
        let before = source.count
        for days in StatisticsPeriod.offered {
            let period = StatisticsPeriod(days: days, upTo: now, offset: StatisticsPeriod.siteOffset)
            let found = try await kept.statistics(of: period)
            #expect(found.asOf == now && found.days.count == days)
        }
        #expect(source.count == before)
        // A period that the site does not offer is added up for whoever asks.
        let other = try await kept.statistics(of: StatisticsPeriod(days: 2, upTo: now))
        #expect(other.asOf == nil && source.count == before + 1)
    }

    @Test func `statistics of few tasks are added up for each reader`() async throws {
        let now = Timestamp(milliseconds: 1_800_000_000_000)
        let source = CountedStatistics(tasks: KeptStatistics.many - 1)
        let kept = KeptStatistics(source, clock: WallClock { now })
        _ = try await kept.renew()
        let period = StatisticsPeriod(days: 7, upTo: now, offset: StatisticsPeriod.siteOffset)
        let before = source.count
        #expect(try await kept.statistics(of: period).asOf == nil)
        #expect(source.count == before + 1)
    }
}

/// Statistics of a platform with so many tasks.
private final class CountedStatistics: StatisticsStore {
    private let calls = Mutex(0)
    private let tasks: Int

    init(tasks: Int) {
        self.tasks = tasks
    }

    var count: Int { calls.withLock { $0 } }

    func statistics(of period: StatisticsPeriod) async throws(StoreFailure) -> Statistics {
        calls.withLock { $0 += 1 }
        let days = (0..<period.count).map { index in
            Statistics.Day(
                start: Timestamp(milliseconds: period.start.milliseconds + Int64(index) * StatisticsPeriod.day))
        }
        return Statistics(
            days: days, users: 0, disabledUsers: 0, tasks: [.completed: tasks], stages: [], points: [:], held: 0,
            community: .init(shares: [:], likes: 0, purchases: 0, turnover: 0))
    }
}
