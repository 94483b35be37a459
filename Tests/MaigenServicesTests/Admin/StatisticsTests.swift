import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("Statistics", .timeLimit(.minutes(1)))
struct StatisticsTests {
    @Test("Numbers by day, by state, by stage, by kind of points, and of the community", arguments: TestStore.allCases)
    func numbers(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            let buyer = try await platform.member("wu").signedIn
            platform.clock.advance(by: .seconds(86_400))
            for (number, seconds) in [10, 20, 30].enumerated() {
                let task = try await platform.submit("\(number)", by: author)
                platform.clock.advance(by: .seconds(seconds))
                let dispatch = Dispatch(task: task, attempt: 1)
                _ = try await RecordReports(platform.tasks).generation(
                    GenerationReport(
                        dispatch: dispatch,
                        result: number == 2 ? .failed(.workersSilent) : .made(TestPlatform.dataSet("f\(number)"))))
            }
            let cancelled = try await platform.submit("3", by: author)
            try await CancelTask(platform.tasks)(cancelled, by: author)
            _ = try await platform.submit("4", by: author)
            let share = try await platform.approvedShare("5", price: 9, by: author, approvedBy: admin)
            _ = try await PurchaseShare(platform.community)(share.id, price: 9, by: buyer)
            _ = try await LikeShare(platform.community)(share.id, isLiked: true, by: buyer)
            let read = ReadStatistics(statistics: platform.store, surroundings: platform.surroundings)
            #expect(try await refusal { _ = try await read(by: author) } == "not_allowed")
            let found = try await read(days: 3, offset: .zero, by: admin)
            #expect(found.users == 3 && found.disabledUsers == 0)
            #expect(found.tasks == [.completed: 3, .failed: 1, .cancelled: 1, .pending: 1])
            #expect(found.days.map(\.users) == [0, 3, 0])
            #expect(found.days.map(\.submitted) == [0, 0, 6])
            #expect(found.days.map(\.completed) == [0, 0, 3])
            #expect(found.days.map(\.failed) == [0, 0, 1] && found.days.map(\.cancelled) == [0, 0, 1])
            #expect(found.successRate == 0.75)
            // Six tasks at 5, two of them refunded; a sale at 9; three registrations on the day before.
            #expect(found.days.map(\.pointsOut) == [0, 0, 39])
            #expect(found.days.map(\.pointsIn) == [0, 150, 14])
            #expect(found.points == [.registration: 150, .task: -30, .taskRefund: 10, .purchase: -9, .sale: 4])
            #expect(found.held == 125)
            let pending = found.stages.first { $0.state == .pending }
            #expect(pending?.count == 5)
            #expect(pending?.median == .seconds(10) && pending?.percentile95 == .seconds(30))
            #expect(found.stages.first { $0.state == .validating }?.median == nil)
            #expect(found.community.shares == [.approved: 1])
            #expect(found.community.likes == 1 && found.community.purchases == 1 && found.community.turnover == 9)
        }
    }

    @Test("An empty platform has days without anything", arguments: TestStore.allCases)
    func empty(_ kind: TestStore) async throws {
        try await kind.withStore { store, _ async throws in
            let period = StatisticsPeriod(days: 2, upTo: Timestamp(milliseconds: 1_800_000_000_000))
            let found = try await store.statistics(of: period)
            #expect(found.days.count == 2 && found.successRate == nil && found.users == 0 && found.held == 0)
        }
    }
}
