import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("Submitting tasks", .timeLimit(.minutes(1)))
struct SubmissionTests {
    @Test("A task is charged, logged and put into the outbox with its snapshot", arguments: TestStore.allCases)
    func submission(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit("最短路", by: member)
            let detail = try await ReadTask(platform.tasks)(task, by: member)
            #expect(detail.summary.state == .pending && detail.summary.percent == 0 && detail.summary.attempt == 1)
            #expect(detail.summary.title == "最短路" && detail.summary.testCount == 3 && detail.summary.price == 5)
            #expect(detail.snapshot == TestPlatform.snapshot("最短路"))
            #expect(detail.file == nil && detail.fault == nil && detail.share == nil && detail.lastEvent == 1)
            #expect(try await platform.moves(of: member) == [50, -5])
            let record = try await platform.store.records(of: member.account.id, kind: .task, PageRequest()).items.first
            #expect(record?.cause == .task(task))
            #expect(try await platform.log(of: task).map(\.sequence) == [1])
            let transport = RecordingTransport()
            #expect(try await RelayDispatches(platform.tasks, transport: transport)().told == 1)
            #expect(transport.dispatched == [Dispatch(task: task, attempt: 1)])
            #expect(try await RelayDispatches(platform.tasks, transport: transport)().told == 0)
        }
    }

    @Test("What is wrong is refused by name, and costs nothing", arguments: TestStore.allCases)
    func refusals(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            func code(_ change: (inout TaskSnapshot) -> Void, key: String = "k") async throws -> String? {
                var snapshot = TestPlatform.snapshot()
                change(&snapshot)
                let changed = snapshot
                return try await refusal {
                    _ = try await SubmitTask(platform.tasks)(changed, key: key, by: member)
                }
            }
            let sample = ProblemDocument.Sample(input: "1\n", output: "1\n")
            #expect(try await code { $0.problem.samples = [] } == "sample_missing")
            #expect(
                try await code { $0.problem.samples = Array(repeating: sample, count: 1_000_000) }
                    == "samples_too_many")
            #expect(try await code { $0.problem.samples[0].output = " \n" } == "sample_malformed")
            #expect(
                try await code { $0.problem.samples[0].input = String(repeating: "1", count: 70_000) }
                    == "sample_malformed")
            #expect(try await code { $0.problem.title = "  " } == "title_malformed")
            #expect(try await code { $0.problem.title = "a\nb" } == "title_malformed")
            #expect(try await code { $0.problem.title = String(repeating: "题", count: 101) } == "title_malformed")
            #expect(try await code { $0.problem.input = "" } == "statement_incomplete")
            #expect(
                try await code { $0.problem.description = String(repeating: "x", count: 66_000) }
                    == "statement_too_long")
            #expect(try await code { $0.problem.output = "a\0b" } == "text_malformed")
            #expect(try await code { $0.problem.title = "a\0b" } == "title_malformed")
            #expect(try await code { $0.program.source = "" } == "program_malformed")
            #expect(
                try await code { $0.program.source = String(repeating: "/", count: 70_000) } == "program_malformed")
            #expect(
                try await code { $0.specification = String(repeating: "a", count: 70_000) } == "specification_too_long")
            #expect(try await code { $0.tests = [] } == "test_count_malformed")
            func tests(_ wishes: [(Int, Int)]) async throws -> String? {
                try await code { snapshot in
                    snapshot.tests = wishes.map { TestWish(strategy: StrategyID(rawValue: $0), count: $1) }
                }
            }
            #expect(try await tests([(1, 20), (2, 1)]) == "test_count_malformed")
            #expect(try await tests([(1, 0)]) == "test_count_malformed")
            #expect(try await tests([(1, .max), (2, .max)]) == "test_count_malformed")
            #expect(try await tests([(1, 1), (1, 1)]) == "strategy_repeated")
            #expect(try await tests([(9, 1)]) == "strategy_unknown")
            #expect(try await code({ _ in }, key: "") == "idempotency_key_malformed")
            #expect(try await platform.balance(of: member.account) == 50)
            #expect(try await ListTasks(platform.tasks)(of: member, TaskFilter(), PageRequest()).items.isEmpty)
        }
    }

    @Test("Line ends and samples are kept as files hold them", arguments: TestStore.allCases)
    func normalised(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            var snapshot = TestPlatform.snapshot("  A+B ")
            snapshot.problem.samples[0] = ProblemDocument.Sample(input: "1\r\n2", output: "3\r\n")
            snapshot.problem.description = "a\r\nb\rc"
            snapshot.problem.constraints = " \n"
            snapshot.engine = .llm
            let task = try await SubmitTask(platform.tasks)(snapshot, key: "k", by: member)
            let kept = try await ReadTask(platform.tasks)(task, by: member).snapshot
            #expect(kept.problem.title == "A+B" && kept.problem.description == "a\nb\nc")
            #expect(kept.problem.samples == [ProblemDocument.Sample(input: "1\n2\n", output: "3\n")])
            #expect(kept.problem.constraints == nil && kept.engine == .auto)
        }
    }

    @Test("The same request is one task; its key for another request is refused", arguments: TestStore.allCases)
    func idempotency(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let other = try await platform.member("wu").signedIn
            let first = try await platform.submit(key: "k", by: member)
            #expect(try await platform.submit(key: "k", by: member) == first)
            #expect(
                try await refusal { _ = try await platform.submit("B", key: "k", by: member) }
                    == "idempotency_key_reused")
            // A key is its owner's own word.
            #expect(try await platform.submit(key: "k", by: other) != first)
            #expect(try await platform.moves(of: member) == [50, -5])
            // Also once the settings would refuse it.
            let admin = try await platform.administrator()
            var settings = Settings()
            settings.strategiesOff = [StrategyID(rawValue: 1)]
            try await platform.changeSettings(to: settings, by: admin)
            #expect(try await platform.submit(key: "k", by: member) == first)
            #expect(try await refusal { _ = try await platform.submit(key: "l", by: member) } == "strategy_off")
        }
    }

    @Test("Not enough points is refused with balance and price, and leaves no task", arguments: TestStore.allCases)
    func insufficient(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            try await platform.grant(-46, to: member.account)
            do {
                _ = try await platform.submit(by: member)
                Issue.record("submitted")
            } catch let error as ServiceError {
                #expect(error.refusal as? PointsRefusal == .insufficient(balance: 4, needed: 5))
            }
            #expect(try await ListTasks(platform.tasks)(of: member, TaskFilter(), PageRequest()).items.isEmpty)
            // The key is still free.
            try await platform.grant(1, to: member.account)
            _ = try await platform.submit(by: member)
            #expect(try await platform.balance(of: member.account) == 0)
        }
    }

    @Test("A person may have only so many tasks in work", arguments: TestStore.allCases)
    func inWork(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let first = try await platform.submit("0", by: member)
            for number in 1..<5 { _ = try await platform.submit("\(number)", by: member) }
            #expect(try await refusal { _ = try await platform.submit("5", by: member) } == "tasks_in_work")
            try await CancelTask(platform.tasks)(first, by: member)
            _ = try await platform.submit("5", by: member)
            #expect(try await platform.balance(of: member.account) == 25)
        }
    }

    @Test("Submissions are rated, repetitions are not", arguments: TestStore.allCases)
    func rated(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let tools = TaskTools(
                tasks: platform.store, settings: platform.store, strategies: TestPlatform.strategies,
                surroundings: platform.surroundings, submissions: RateRule("few", 2, per: .seconds(60)))
            for key in ["a", "b", "b", "a", "a"] {
                _ = try await SubmitTask(tools)(TestPlatform.snapshot(key), key: key, by: member)
            }
            #expect(
                try await refusal { _ = try await SubmitTask(tools)(TestPlatform.snapshot("c"), key: "c", by: member) }
                    == "too_many_attempts")
        }
    }

    @Test("A disabled account submits nothing, whatever its request still carries", arguments: TestStore.allCases)
    func disabled(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let member = try await platform.member("li").signedIn
            _ = try await ChangeStanding(platform.tools)(
                of: member.account.id, role: nil, isDisabled: true, by: admin, from: TestPlatform.home)
            #expect(try await refusal { _ = try await platform.submit(by: member) } == "not_signed_in")
        }
    }

    @Test(
        "64 clients who submit with equal and different keys pay exactly for the tasks there are",
        arguments: TestStore.allCases)
    func attack(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let tasks = try await platform.atOnce(64) { number -> TaskID? in
                var made: TaskID?
                let code = try await refusal {
                    made = try await platform.submit("\(number % 16)", key: "\(number % 16)", by: member)
                }
                #expect(code == nil || code == "tasks_in_work" || code == "points_insufficient")
                return made
            }
            let made = Set(tasks.compactMap(\.self))
            #expect(made.count == 5, "the bound on tasks in work")
            #expect(
                try await ListTasks(platform.tasks)(of: member, TaskFilter(), PageRequest(limit: 100)).items.count == 5)
            #expect(try await platform.balance(of: member.account) == 25)
            // As many cancel and submit again as come.
            _ = try await platform.atOnce(64) { number in
                for task in made { _ = try await refusal { try await CancelTask(platform.tasks)(task, by: member) } }
                _ = try await refusal { _ = try await platform.submit("again", key: "again-\(number % 3)", by: member) }
            }
            let inWork = try await ListTasks(platform.tasks)(of: member, TaskFilter(state: .pending), PageRequest())
                .items
            #expect(inWork.count == 3)
            #expect(try await platform.balance(of: member.account) == 35)
        }
    }
}
