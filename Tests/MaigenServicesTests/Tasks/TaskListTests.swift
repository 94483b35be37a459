import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("Reading tasks", .timeLimit(.minutes(1)))
struct TaskListTests {
    @Test("A list is one's own, newest first, by state and by title", arguments: TestStore.allCases)
    func list(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let other = try await platform.member("wu").signedIn
            let done = try await platform.completedTask("Max_Flow 100%", by: member)
            platform.clock.advance(by: .seconds(1))
            for title in ["max flow", "最大流"] {
                _ = try await platform.submit(title, by: member)
                platform.clock.advance(by: .seconds(1))
            }
            _ = try await platform.submit("foreign", by: other)
            func titles(_ filter: TaskFilter = TaskFilter()) async throws -> [String] {
                try await ListTasks(platform.tasks)(of: member, filter, PageRequest()).items.map(\.title)
            }
            #expect(try await titles() == ["最大流", "max flow", "Max_Flow 100%"])
            #expect(try await titles(TaskFilter(state: .completed)) == ["Max_Flow 100%"])
            #expect(try await titles(TaskFilter(text: "MAX")) == ["max flow", "Max_Flow 100%"])
            #expect(try await titles(TaskFilter(text: "x_f")) == ["Max_Flow 100%"])
            #expect(try await titles(TaskFilter(text: "%")) == ["Max_Flow 100%"])
            #expect(try await titles(TaskFilter(text: "大\0流")) == ["最大流"])
            #expect(try await titles(TaskFilter(state: .pending, text: "100")) == [])
            #expect(try await ReadTask(platform.tasks)(done, by: member).summary.state == .completed)
        }
    }

    @Test("Pages neither repeat nor hide tasks while others arrive", arguments: TestStore.allCases)
    func pages(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            func add(_ title: String) async throws {
                _ = try await platform.completedTask(title, by: member)
                platform.clock.advance(by: .milliseconds(1))
            }
            for number in 0..<5 { try await add("\(number)") }
            var seen: [String] = []
            var page = try await ListTasks(platform.tasks)(of: member, TaskFilter(), PageRequest(limit: 2))
            while true {
                seen += page.items.map(\.title)
                guard let cursor = page.nextCursor else { break }
                try await add("new")
                page = try await ListTasks(platform.tasks)(
                    of: member, TaskFilter(), PageRequest(after: cursor, limit: 2))
            }
            #expect(seen == ["4", "3", "2", "1", "0"])
        }
    }

    @Test("A task exists for its owner and administrators only", arguments: TestStore.allCases)
    func access(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let member = try await platform.member("li").signedIn
            let other = try await platform.member("wu").signedIn
            let task = try await platform.completedTask(by: member)
            let read = ReadTask(platform.tasks)
            let ways: [(SignedIn) async throws -> Void] = [
                { _ = try await read(task, by: $0) },
                { _ = try await read.tests(of: task, by: $0) },
                { _ = try await read.file(of: task, by: $0) },
            ]
            for way in ways {
                #expect(try await refusal { try await way(other) } == "task_unknown")
                #expect(try await refusal { try await way(member) } == nil)
                #expect(try await refusal { try await way(admin) } == nil)
            }
            #expect(try await refusal { try await CancelTask(platform.tasks)(task, by: other) } == "task_unknown")
            #expect(try await read.events(of: task, after: 0, by: other).isEmpty)
            #expect(try await read.events(of: task, after: 0, by: member).count == 2)
            #expect(try await read.events(of: task, after: 1, by: admin).map(\.sequence) == [2])
            #expect(try await read.events(of: task, after: 0, limit: 0, by: member).map(\.sequence) == [1])
            let ghost = TaskID(rawValue: "ghost")
            #expect(try await refusal { _ = try await read(ghost, by: admin) } == "task_unknown")
        }
    }

    @Test(
        "How long a task will take is told by the person's own last tasks, or by everybody's",
        arguments: TestStore.allCases)
    func usualDuration(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let estimate = EstimateDuration(platform.tasks)
            let (li, wang) = (
                try await platform.member("li").signedIn, try await platform.member("wang").signedIn
            )
            #expect(try await estimate(for: li) == nil)
            func complete(_ member: SignedIn, after seconds: Int) async throws {
                let task = try await platform.submit(by: member)
                platform.clock.advance(by: .seconds(seconds))
                let report = GenerationReport(
                    dispatch: Dispatch(task: task, attempt: 1), result: .made(TestPlatform.dataSet("file-\(task)")))
                #expect(try await RecordReports(platform.tasks).generation(report) != nil)
            }
            for seconds in [10, 90, 20] { try await complete(wang, after: seconds) }
            #expect(try await estimate(for: li) == .init(duration: .seconds(20), isOwn: false))
            // What was cancelled says nothing.
            let cancelled = try await platform.submit(by: li)
            _ = try await CancelTask(platform.tasks)(cancelled, by: li)
            #expect(try await estimate(for: li)?.isOwn == false)
            try await complete(li, after: 70)
            #expect(try await estimate(for: li) == .init(duration: .seconds(70), isOwn: true))
            #expect(try await estimate(for: wang) == .init(duration: .seconds(20), isOwn: true))
        }
    }

    @Test("There is no data before a task is completed", arguments: TestStore.allCases)
    func notCompleted(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit(by: member)
            let read = ReadTask(platform.tasks)
            #expect(try await refusal { _ = try await read.tests(of: task, by: member) } == "task_not_completed")
            #expect(try await refusal { _ = try await read.file(of: task, by: member) } == "task_not_completed")
        }
    }

    @Test("Strategies are listed with whether they can be chosen", arguments: TestStore.allCases)
    func strategies(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            var settings = Settings()
            settings.strategiesOff = [StrategyID(rawValue: 2)]
            try await platform.changeSettings(to: settings, by: admin)
            let listed = try await ListStrategies(platform.tasks)()
            #expect(listed.map(\.strategy.slug) == ["small", "large", "odd"])
            #expect(listed.map(\.isOn) == [true, false, true])
        }
    }
}
