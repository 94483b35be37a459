import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("What workers report", .timeLimit(.minutes(1)))
struct ReportTests {
    private func step(
        _ task: TaskID, _ state: TaskState, _ percent: Int, _ words: String, attempt: Int = 1, at platform: TestPlatform
    ) -> TaskProgress {
        TaskProgress(
            dispatch: Dispatch(task: task, attempt: attempt), state: state, percent: percent, agent: .analyst,
            message: Localized(verbatim: words), detail: "d", at: platform.clock.now)
    }

    @Test(
        "A task goes through its states to its data, and everybody concerned learns of it",
        arguments: TestStore.allCases)
    func life(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit(by: member)
            let record = RecordReports(platform.tasks)
            let dispatch = Dispatch(task: task, attempt: 1)
            _ = try await record.progress(step(task, .analyzing, 5, "reading", at: platform))
            #expect(try await platform.state(of: task) == .analyzing)
            platform.clock.advance(by: .seconds(2))
            _ = try await record.analysis(AnalysisReport(dispatch: dispatch, result: .ready(specification: "n: 1\0")))
            _ = try await record.progress(step(task, .generating, 40, "compiling", at: platform))
            _ = try await record.progress(step(task, .validating, 80, "checking", at: platform))
            platform.clock.advance(by: .seconds(3))
            _ = try await record.generation(
                GenerationReport(dispatch: dispatch, result: .made(TestPlatform.dataSet("f"))))
            let detail = try await ReadTask(platform.tasks)(task, by: member)
            #expect(detail.summary.state == .completed && detail.summary.percent == 100)
            #expect(detail.summary.finishedAt == platform.clock.now)
            #expect(detail.specification == "n: 1\u{FFFD}" && detail.file?.name == "f" && detail.file?.size == 1234)
            let log = try await platform.log(of: task)
            #expect(log.map(\.sequence) == Array(1...6))
            #expect(
                log.map(\.progress.state) == [.pending, .analyzing, .generating, .generating, .validating, .completed])
            #expect(log.map(\.progress.percent) == [0, 5, 5, 40, 80, 100])
            #expect(try await platform.news(of: member) == [.taskCompleted(task: task, title: "A+B")])
            #expect(try await platform.moves(of: member) == [50, -5])
            let tests = try await ReadTask(platform.tasks).tests(of: task, by: member)
            #expect(tests.previews.first?.output == "3\n")
            let transport = RecordingTransport()
            _ = try await RelayDispatches(platform.tasks, transport: transport)()
            #expect(transport.dispatched == [] && transport.withdrawn == [dispatch])
        }
    }

    @Test(
        "A percentage never goes back within a try, and messages that overtake each other do no harm",
        arguments: TestStore.allCases)
    func percentages(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit(by: member)
            let record = RecordReports(platform.tasks)
            _ = try await record.progress(step(task, .validating, 70, "d", at: platform))
            let late = try await record.progress(step(task, .analyzing, 20, "b", at: platform))
            #expect(late?.progress.state == .validating && late?.progress.percent == 70)
            // Faulty code goes back to analysis.
            let back = try await record.progress(step(task, .analyzing, 70, "mend", at: platform))
            #expect(back?.progress.state == .analyzing && back?.progress.percent == 70)
            // Nothing but a report ends a task.
            let end = try await record.progress(step(task, .completed, 100, "z", at: platform))
            #expect(end?.progress.state == .analyzing && end?.progress.percent == 99)
            #expect(try await platform.state(of: task) == .analyzing)
        }
    }

    @Test("A message that comes twice is logged once", arguments: TestStore.allCases)
    func twice(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit(by: member)
            let message = step(task, .analyzing, 5, "reading", at: platform)
            let kept = try await platform.atOnce(16) { _ in
                try await RecordReports(platform.tasks).progress(message)
            }
            #expect(kept.compactMap(\.self).count == 1)
            #expect(try await platform.log(of: task).count == 2)
        }
    }

    @Test("What an old try reports changes nothing", arguments: TestStore.allCases)
    func stale(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit(by: member)
            let transport = RecordingTransport()
            let record = RecordReports(platform.tasks)
            _ = try await RelayDispatches(platform.tasks, transport: transport)()
            transport.drop(Dispatch(task: task, attempt: 1))
            _ = try await record.progress(step(task, .analyzing, 30, "a", at: platform))
            platform.clock.advance(by: .seconds(30))
            let done = try await ReconcileTasks(platform.tasks, transport: transport)()
            #expect(done.retried == 1)
            let old = Dispatch(task: task, attempt: 1)
            #expect(try await record.progress(step(task, .generating, 50, "b", at: platform)) == nil)
            #expect(
                try await record.analysis(AnalysisReport(dispatch: old, result: .ready(specification: "s"))) == nil)
            #expect(
                try await record.generation(
                    GenerationReport(dispatch: old, result: .made(TestPlatform.dataSet("old")))) == nil)
            #expect(
                try await record.generation(
                    GenerationReport(dispatch: old, result: .failed(.workersSilent))) == nil)
            #expect(try await record.progress(step(task, .analyzing, 1, "c", attempt: 3, at: platform)) == nil)
            let detail = try await ReadTask(platform.tasks)(task, by: member)
            #expect(detail.summary.state == .pending && detail.summary.attempt == 2 && detail.summary.percent == 0)
            #expect(detail.file == nil && detail.specification == nil)
        }
    }

    @Test("A fault ends the task with its reason, a notice and the price paid back", arguments: TestStore.allCases)
    func failure(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit(by: member)
            let fault = TaskFault(
                kind: .input, code: "does-not-compile", message: Localized(zh: "不能编译。", en: "Does not compile."),
                detail: "line 1")
            let dispatch = Dispatch(task: task, attempt: 1)
            _ = try await RecordReports(platform.tasks).analysis(
                AnalysisReport(dispatch: dispatch, result: .failed(fault)))
            let detail = try await ReadTask(platform.tasks)(task, by: member)
            #expect(detail.summary.state == .failed && detail.fault == fault)
            let last = try await platform.log(of: task).last
            #expect(last?.progress.state == .failed && last?.progress.detail == "line 1")
            #expect(
                last?.progress.message
                    == Localized(
                        zh: "不能编译。已退还 5 积分。", en: "Does not compile. 5 points were paid back."))
            #expect(try await platform.moves(of: member) == [50, -5, 5])
            let notice = try #require(try await platform.news(of: member).first)
            #expect(notice.text[.chinese] == "任务“A+B”失败：不能编译。已退还 5 积分。")
            #expect(notice.subject == .task(task))
        }
    }

    @Test("A task is refunded what it cost, whatever tasks cost by then", arguments: TestStore.allCases)
    func refundedPrice(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let member = try await platform.member("li").signedIn
            let dear = try await platform.submit("dear", by: member)
            var settings = Settings()
            settings.points.task = 0
            try await platform.changeSettings(to: settings, by: admin)
            let free = try await platform.submit("free", by: member)
            for task in [dear, free] { try await CancelTask(platform.tasks)(task, by: member) }
            #expect(try await platform.moves(of: member) == [50, -5, 5])
            #expect(try await platform.log(of: free).last?.progress.message[.chinese] == "任务已取消。")
        }
    }

    @Test("Cancelling ends a task once, and never one that has ended", arguments: TestStore.allCases)
    func cancellation(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit(by: member)
            for _ in 0..<3 { try await CancelTask(platform.tasks)(task, by: member) }
            #expect(try await platform.state(of: task) == .cancelled)
            #expect(try await platform.moves(of: member) == [50, -5, 5])
            let done = try await platform.completedTask("B", by: member)
            #expect(try await refusal { try await CancelTask(platform.tasks)(done, by: member) } == "task_ended")
        }
    }

    @Test(
        "Cancel, fail, complete and reconcile at once: one of them ends the task, and it is refunded at most once",
        arguments: TestStore.allCases)
    func race(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let transport = RecordingTransport()
            for round in 0..<8 {
                let task = try await platform.submit("\(round)", by: member)
                let dispatch = Dispatch(task: task, attempt: 1)
                _ = try await RelayDispatches(platform.tasks, transport: transport)()
                transport.drop(dispatch)
                platform.clock.advance(by: .seconds(60))
                _ = try await platform.atOnce(32) { number in
                    let record = RecordReports(platform.tasks)
                    switch number % 4 {
                    case 0: _ = try await refusal { try await CancelTask(platform.tasks)(task, by: member) }
                    case 1: _ = try await record.fail(dispatch, .workersSilent)
                    case 2: _ = try await ReconcileTasks(platform.tasks, transport: transport)()
                    default:
                        _ = try await record.generation(
                            GenerationReport(
                                dispatch: dispatch, result: .made(TestPlatform.dataSet("f\(round)"))))
                    }
                }
                let detail = try await ReadTask(platform.tasks)(task, by: member)
                #expect(detail.summary.state.isFinal)
                let log = try await platform.log(of: task)
                #expect(log.filter(\.progress.state.isFinal).count == 1)
                #expect(log.map(\.sequence) == Array(1...Int64(log.count)))
                let records = try await platform.store.records(
                    of: member.account.id, kind: nil, PageRequest(limit: 100))
                let refunds = records.items.filter { $0.cause == .task(task) && $0.kind == .taskRefund }
                #expect(refunds.count == (detail.summary.state == .completed ? 0 : 1))
                #expect((detail.file != nil) == (detail.summary.state == .completed))
            }
        }
    }

    @Test(
        "A log is bounded: a worker that talks without end still moves the bar and ends the task",
        arguments: TestStore.allCases)
    func bounded(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.submit(by: member)
            let record = RecordReports(platform.tasks)
            let long = String(repeating: "x", count: 100_000)
            for number in 0..<(TaskEvent.limit + 20) {
                var message = step(task, .analyzing, number * 90 / TaskEvent.limit, "\(number)", at: platform)
                if number < 40 { message.detail = long }
                _ = try await record.progress(message)
            }
            let log = try await platform.log(of: task)
            #expect(log.count == TaskEvent.limit)
            #expect(log.map(\.progress.detail.utf8.count).max() == TaskProgress.detailLimit)
            #expect(log.map(\.progress.detail.utf8.count).reduce(0, +) <= TaskEvent.detailBytes)
            #expect(try await platform.store.task(task)?.summary.percent == 91)
            try await CancelTask(platform.tasks)(task, by: member)
            #expect(try await platform.log(of: task).last?.progress.state == .cancelled)
        }
    }
}
