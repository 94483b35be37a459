import MaigenDomain
import MaigenServices
import Synchronization
import Testing

@Suite struct KeptStatisticsTests {
    @Test func `what takes long is added up beforehand and says when`() async throws {
        let now = Timestamp(milliseconds: 1_800_000_000_000)
        let source = CountedStatistics(takes: .milliseconds(40))
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

    @Test func `what is quick is added up for each reader`() async throws {
        let now = Timestamp(milliseconds: 1_800_000_000_000)
        let source = CountedStatistics(takes: .zero)
        let kept = KeptStatistics(source, clock: WallClock { now })
        let period = StatisticsPeriod(days: 7, upTo: now, offset: StatisticsPeriod.siteOffset)
        let before = source.count
        #expect(try await kept.statistics(of: period).asOf == nil)
        #expect(source.count == before + 1)
    }
}

/// Statistics of an empty platform, which take their time.
private final class CountedStatistics: StatisticsStore {
    private let calls = Mutex(0)
    private let time: Duration

    init(takes time: Duration) {
        self.time = time
    }

    var count: Int { calls.withLock { $0 } }

    func statistics(of period: StatisticsPeriod) async throws(StoreFailure) -> Statistics {
        calls.withLock { $0 += 1 }
        // Ends early only where the test does.
        try? await Task.sleep(for: time)
        let days = (0..<period.count).map { index in
            Statistics.Day(
                start: Timestamp(milliseconds: period.start.milliseconds + Int64(index) * StatisticsPeriod.day))
        }
        return Statistics(
            days: days, users: 0, disabledUsers: 0, tasks: [:], stages: [], points: [:], held: 0,
            community: .init(shares: [:], likes: 0, purchases: 0, turnover: 0))
    }
}
