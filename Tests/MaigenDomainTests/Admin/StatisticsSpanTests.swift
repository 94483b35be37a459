import MaigenDomain
import Testing

@Suite struct StatisticsSpanTests {
    @Test("Days are added up from the newest back; the oldest span may be shorter")
    func spans() {
        let days = (0..<10).map { index in
            Statistics.Day(
                start: Timestamp(milliseconds: Int64(index) * StatisticsPeriod.day), users: index, submitted: 1,
                completed: 2, failed: 3, cancelled: 4, pointsIn: 5, pointsOut: 6)
        }
        let statistics = Statistics(
            days: days, users: 0, disabledUsers: 0, tasks: [:], stages: [], points: [:], held: 0,
            community: .init(shares: [:], likes: 0, purchases: 0, turnover: 0))
        let weeks = statistics.spans(of: 7)
        #expect(weeks.map(\.users) == [0 + 1 + 2, 3 + 4 + 5 + 6 + 7 + 8 + 9])
        #expect(weeks.map(\.start) == [days[0].start, days[3].start])
        #expect(weeks.map(\.submitted) == [3, 7] && weeks.map(\.completed) == [6, 14])
        #expect(weeks.map(\.failed) == [9, 21] && weeks.map(\.cancelled) == [12, 28])
        #expect(weeks.map(\.pointsIn) == [15, 35] && weeks.map(\.pointsOut) == [18, 42])
        #expect(statistics.spans(of: 1) == days && statistics.spans(of: 10).count == 1)
    }
}
