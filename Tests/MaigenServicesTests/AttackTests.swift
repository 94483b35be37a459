import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("Everything at once", .timeLimit(.minutes(2)))
struct AttackTests {
    /// What 64 clients do, one step after the other: numbers decide, so that every run asks for the same.
    private func step(
        _ number: Int, as person: SignedIn, _ shares: [Share], _ transport: RecordingTransport,
        on platform: TestPlatform
    ) async throws {
        let key = "\(number % 7)"
        switch number % 11 {
        case 0, 1: _ = try await platform.submit(key, key: key, by: person)
        case 2: _ = try await platform.submit("another", key: key, by: person)
        case 3, 4:
            let open = try await ListTasks(platform.tasks)(of: person, TaskFilter(state: .pending), PageRequest()).items
            if let task = open.first { try await CancelTask(platform.tasks)(task.id, by: person) }
        case 5, 6, 7:
            let share = shares[number % shares.count]
            _ = try await PurchaseShare(platform.community)(share.id, price: share.price.count, by: person)
        case 8: _ = try await LikeShare(platform.community)(shares[number % 2].id, isLiked: number % 3 > 0, by: person)
        case 9:
            let open = try await ListTasks(platform.tasks)(of: person, TaskFilter(), PageRequest()).items
            for task in open.prefix(2) {
                let dispatch = Dispatch(task: task.id, attempt: task.attempt)
                _ = try await RecordReports(platform.tasks).generation(
                    GenerationReport(
                        dispatch: dispatch,
                        result: number % 2 == 0
                            ? .failed(.workersSilent) : .made(TestPlatform.dataSet("\(task.id)"))))
            }
        default:
            _ = try await RelayDispatches(platform.tasks, transport: transport)()
            _ = try await ReconcileTasks(platform.tasks, transport: transport, silence: .zero)()
        }
    }

    @Test(
        "64 clients who submit, cancel, finish, buy, like and repeat move every point exactly once",
        arguments: TestStore.allCases)
    func everything(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("author").signedIn
            var shares: [Share] = []
            for (number, price) in [0, 1, 6, 13].enumerated() {
                shares.append(
                    try await platform.approvedShare("\(number)", price: Int64(price), by: author, approvedBy: admin))
            }
            var people: [SignedIn] = []
            for number in 0..<8 { people.append(try await platform.member("p\(number)").signedIn) }
            let (offered, crowd, transport) = (shares, people, RecordingTransport())
            _ = try await platform.atOnce(64) { client in
                for number in 0..<16 {
                    // Refusals are part of it; anything else fails the test.
                    _ = try await refusal {
                        try await step(
                            client * 5 + number * 3, as: crowd[client % 8], offered, transport, on: platform)
                    }
                }
            }
            for person in people {
                let tasks = try await ListTasks(platform.tasks)(of: person, TaskFilter(), PageRequest(limit: 100)).items
                #expect(tasks.count <= 7, "one task for each key")
                let kept = tasks.filter { $0.state != .failed && $0.state != .cancelled }.count
                let spent = try await platform.moves(of: person, .purchase).reduce(.zero, +)
                let bought = try await bought(by: person, of: shares, on: platform)
                #expect(spent == -bought)
                #expect(try await platform.balance(of: person.account) == Points(Int64(50 - 5 * kept)) - bought)
            }
            let likes = try await platform.store.statistics(
                of: StatisticsPeriod(days: 1, upTo: platform.clock.now)
            ).community.likes
            var counted = 0
            for share in shares { counted += try await ReadShare(platform.community)(share.id, for: nil).share.likes }
            #expect(likes == counted)
        }
    }

    private func bought(
        by person: SignedIn, of shares: [Share], on platform: TestPlatform
    ) async throws -> Points {
        var sum = Points.zero
        for share in shares where try await ReadShare(platform.community)(share.id, for: person).standing.isBought {
            sum = sum + share.price
        }
        return sum
    }
}
