import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("Keeping tasks going", .timeLimit(.minutes(1)))
struct ReconcileTests {
    private func analyzing(_ dispatch: Dispatch, at platform: TestPlatform) -> TaskProgress {
        TaskProgress(
            dispatch: dispatch, state: .analyzing, percent: 5, message: Localized(verbatim: "at work"),
            at: platform.clock.now)
    }

    @Test("A task whose workers die is tried three times, then fails and is refunded", arguments: TestStore.allCases)
    func attempts(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit(by: member)
            let transport = RecordingTransport()
            let relay = RelayDispatches(platform.tasks, transport: transport)
            let reconcile = ReconcileTasks(platform.tasks, transport: transport)
            for attempt in 1...3 {
                _ = try await relay()
                let dispatch = Dispatch(task: task, attempt: attempt)
                #expect(transport.dispatched.last == dispatch)
                transport.drop(dispatch)
                _ = try await RecordReports(platform.tasks).progress(analyzing(dispatch, at: platform))
                platform.clock.advance(by: .seconds(10))
                #expect(try await reconcile() == ReconcileTasks.Reconciled(), "not silent for long enough")
                platform.clock.advance(by: .seconds(11))
                let done = try await reconcile()
                #expect(done.retried == (attempt < 3 ? 1 : 0) && done.failed == (attempt < 3 ? 0 : 1))
                #expect(try await reconcile() == ReconcileTasks.Reconciled(), "once is enough")
            }
            let detail = try await ReadTask(platform.tasks)(task, by: member)
            #expect(detail.summary.state == .failed && detail.fault?.kind == .platform)
            #expect(try await platform.moves(of: member) == [50, -5, 5])
            _ = try await relay()
            #expect(transport.dispatched.map(\.attempt) == [1, 2, 3])
            #expect(transport.withdrawn.map(\.attempt) == [1, 2, 3])
        }
    }

    @Test("A task that waits its turn is left alone however long the queue is", arguments: TestStore.allCases)
    func waiting(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit(by: member)
            let transport = RecordingTransport()
            let reconcile = ReconcileTasks(platform.tasks, transport: transport)
            // Not even told yet.
            platform.clock.advance(by: .seconds(60))
            #expect(try await reconcile().waiting == 1)
            _ = try await RelayDispatches(platform.tasks, transport: transport)()
            for _ in 0..<50 {
                platform.clock.advance(by: .seconds(60))
                #expect(try await reconcile() == ReconcileTasks.Reconciled(waiting: 1))
            }
            #expect(try await platform.store.task(task)?.summary.attempt == 1)
        }
    }

    @Test(
        "A message that is lost before anybody took it is told again, and counts as a try only in the end",
        arguments: TestStore.allCases)
    func lostMessage(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit(by: member)
            let transport = RecordingTransport()
            let relay = RelayDispatches(platform.tasks, transport: transport)
            let reconcile = ReconcileTasks(platform.tasks, transport: transport)
            var rounds = 0
            while try await platform.state(of: task) == .pending {
                _ = try await relay()
                for attempt in 1...3 { transport.drop(Dispatch(task: task, attempt: attempt)) }
                platform.clock.advance(by: .seconds(30))
                _ = try await reconcile()
                rounds += 1
            }
            #expect(rounds == 30 && transport.dispatched.count == 30)
            #expect(try await platform.state(of: task) == .failed)
            #expect(try await platform.moves(of: member) == [50, -5, 5])
        }
    }

    @Test("A worker that is alive keeps its task, with words or without", arguments: TestStore.allCases)
    func heartbeat(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let dispatch = Dispatch(task: try await platform.submit(by: member), attempt: 1)
            let transport = RecordingTransport()
            let record = RecordReports(platform.tasks)
            _ = try await RelayDispatches(platform.tasks, transport: transport)()
            transport.drop(dispatch)
            _ = try await record.progress(analyzing(dispatch, at: platform))
            for _ in 0..<10 {
                platform.clock.advance(by: .seconds(15))
                try await record.heartbeat(of: [dispatch, Dispatch(task: TaskID(rawValue: "ghost"), attempt: 1)])
                #expect(try await ReconcileTasks(platform.tasks, transport: transport)() == ReconcileTasks.Reconciled())
            }
            // A pulse of an older try keeps nothing alive.
            platform.clock.advance(by: .seconds(30))
            try await record.heartbeat(of: [Dispatch(task: dispatch.task, attempt: 2)])
            #expect(try await ReconcileTasks(platform.tasks, transport: transport)().retried == 1)
        }
    }

    @Test("Many who reconcile at once begin one further try", arguments: TestStore.allCases)
    func together(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let transport = RecordingTransport()
            var tasks: [TaskID] = []
            for number in 0..<5 { tasks.append(try await platform.submit("\(number)", by: member)) }
            _ = try await RelayDispatches(platform.tasks, transport: transport)()
            for task in tasks {
                let dispatch = Dispatch(task: task, attempt: 1)
                transport.drop(dispatch)
                _ = try await RecordReports(platform.tasks).progress(analyzing(dispatch, at: platform))
            }
            platform.clock.advance(by: .seconds(30))
            let done = try await platform.atOnce(16) { _ in
                try await ReconcileTasks(platform.tasks, transport: transport)()
            }
            #expect(done.map(\.retried).reduce(0, +) == 5)
            for task in tasks { #expect(try await platform.store.task(task)?.summary.attempt == 2) }
        }
    }

    @Test("Many who relay at once tell each thing once; what was not taken comes again", arguments: TestStore.allCases)
    func relaying(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let transport = RecordingTransport()
            for name in ["li", "wu", "he"] {
                let member = try await platform.member(name).signedIn
                for number in 0..<5 { _ = try await platform.submit("\(number)", by: member) }
            }
            transport.setDown(true)
            let failed = try await RelayDispatches(platform.tasks, transport: transport)()
            #expect(failed.told == 0 && failed.failures.count == 15)
            transport.setDown(false)
            // Somebody else may still be at it.
            #expect(try await RelayDispatches(platform.tasks, transport: transport)().told == 0)
            platform.clock.advance(by: .seconds(11))
            let told = try await platform.atOnce(8) { _ in
                try await RelayDispatches(platform.tasks, transport: transport)().told
            }
            #expect(told.reduce(0, +) == 15)
            #expect(Set(transport.dispatched).count == 15 && transport.dispatched.count == 15)
        }
    }

    @Test("A task that is cancelled before the broker knew of it is never dispatched", arguments: TestStore.allCases)
    func cancelledBefore(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit(by: member)
            try await CancelTask(platform.tasks)(task, by: member)
            let transport = RecordingTransport()
            _ = try await RelayDispatches(platform.tasks, transport: transport)()
            #expect(transport.dispatched == [] && transport.withdrawn.map(\.task) == [task])
        }
    }

    @Test("More tasks than one batch are all gone over, even where no time passes", arguments: TestStore.allCases)
    func batches(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let admin = try await platform.administrator()
            var settings = Settings()
            settings.points.task = 0
            settings.tasks.tasksInWork = 1000
            try await platform.changeSettings(to: settings, by: admin)
            let tools = TaskTools(
                tasks: platform.store, settings: platform.store, strategies: TestPlatform.strategies,
                surroundings: platform.surroundings, submissions: RateRule("many", 1000, per: .seconds(60)))
            _ = try await platform.atOnce(230) { number in
                try await SubmitTask(tools)(TestPlatform.snapshot("\(number)"), key: "\(number)", by: member)
            }
            let transport = RecordingTransport()
            _ = try await RelayDispatches(tools, transport: transport)()
            #expect(transport.dispatched.count == 230)
            for dispatch in transport.dispatched { transport.drop(dispatch) }
            platform.clock.advance(by: .seconds(30))
            #expect(try await ReconcileTasks(tools, transport: transport)().retold == 230)
            let atStart = ReconcileTasks(tools, transport: transport, silence: .zero)
            let again = try await atStart()
            #expect(again.waiting >= 200 && again.retold == 0)
        }
    }
}
