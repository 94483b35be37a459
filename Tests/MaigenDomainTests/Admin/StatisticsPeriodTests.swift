import MaigenDomain
import Testing

@Suite("The days of statistics")
struct StatisticsPeriodTests {
    // 2027-01-15 08:00:00 UTC
    private let moment = Timestamp(milliseconds: 1_800_000_000_000)

    @Test("They begin at midnight of the place, today included")
    func midnight() {
        let utc = StatisticsPeriod(days: 1, upTo: moment)
        #expect(utc.start.milliseconds % StatisticsPeriod.day == 0)
        #expect(utc.start <= moment && moment < utc.end)
        let shanghai = StatisticsPeriod(days: 7, upTo: moment, offset: .seconds(8 * 3600))
        #expect((shanghai.start.milliseconds + 8 * 3_600_000) % StatisticsPeriod.day == 0)
        #expect(shanghai.start <= moment && moment < shanghai.end)
        #expect(shanghai.end - shanghai.start == .seconds(7 * 86_400))
    }

    @Test("Counts and offsets beyond reason are moved to the nearest that makes sense")
    func bounded() {
        #expect(StatisticsPeriod(days: 0, upTo: moment).count == 1)
        #expect(StatisticsPeriod(days: .max, upTo: moment).count == 366)
        let far = StatisticsPeriod(days: 1, upTo: moment, offset: .seconds(1_000_000_000))
        #expect(far.start <= moment && moment < far.end)
        let early = StatisticsPeriod(days: 1, upTo: Timestamp(milliseconds: -1))
        #expect(early.start.milliseconds == -StatisticsPeriod.day)
    }
}

extension Timestamp {
    fileprivate static func <= (left: Timestamp, right: Timestamp) -> Bool { !(right < left) }
}
