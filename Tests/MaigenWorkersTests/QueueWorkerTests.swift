import MaigenBroker
import MaigenDomain
import MaigenWorkers
import Synchronization
import TestSupport
import Testing

/// The loops of analysis and execution workers, with capabilities that the tests play.
@Suite(.timeLimit(.minutes(1))) struct QueueWorkerTests {
    private let stage = Stage(broker: .inProcess())
    private let broker: Broker
    private static let file = String(repeating: "ab", count: 16)

    init() { broker = stage.broker }

    @Test("What analysis finds goes to execution and to the API")
    func analysis() async throws {
        try await stage.submit(.of("a"))
        let analyst = Scripted { progress throws(TaskFault) in
            progress(.analyzing, percent: 5, by: .analyst, Localized(verbatim: "reading"))
            return "the specification"
        }
        try await stage.running([stage.analysis(analyst)]) {
            try await stage.expect(.of("a"), from: .awaitingExecution)
            try await stage.expect(.of("a"), from: .analysisDone)
        }
        let report = try await broker.cache.value(at: .analysis(of: .of("a")))
        #expect(report == AnalysisReport(dispatch: .of("a"), result: .ready(specification: "the specification")))
        let steps = try await broker.progress.steps(atMost: 10, patience: .zero)
        #expect(steps.map(\.percent) == [5])
        #expect(steps.map(\.dispatch) == [.of("a")])
        #expect(try await broker.queues.standing(of: .of("a")) == .unknown)
        #expect(try await broker.beats.beats() == [])
    }

    @Test("A fault found by analysis goes to the API alone")
    func analysisFault() async throws {
        try await stage.submit(.of("a"))
        try await stage.running([stage.analysis(Scripted { _ throws(TaskFault) in throw Stage.fault })]) {
            try await stage.expect(.of("a"), from: .analysisDone)
        }
        let report = try await broker.cache.value(at: .analysis(of: .of("a")))
        #expect(report == AnalysisReport(dispatch: .of("a"), result: .failed(Stage.fault)))
        #expect(try await broker.queues.depth(of: .awaitingExecution) == QueueDepth(waiting: 0, held: 0))
    }

    @Test("What execution makes goes to the API")
    func execution() async throws {
        try await stage.analysed(.of("a"))
        try await stage.running([stage.execution(Scripted { _ throws(TaskFault) in Self.file })]) {
            try await stage.expect(.of("a"), from: .generationDone)
        }
        let report = try await broker.cache.value(at: .generation(of: .of("a")))
        guard case .made(let data) = report?.result else {
            Issue.record("no data set")
            return
        }
        #expect(data.file == Self.file)
        #expect(stage.files.removed == [])
    }

    @Test("A message without its cache entry is dropped, and the worker goes on")
    func lostEntry() async throws {
        try await broker.queues.send(.of("lost"), to: .awaitingAnalysis)
        try await stage.submit(.of("a"))
        try await stage.running([stage.analysis(Scripted { _ throws(TaskFault) in "spec" })]) {
            try await stage.expect(.of("a"), from: .analysisDone)
            try await stage.until(.of("lost"), is: .unknown)
        }
    }

    @Test("Competing workers do each of 60 tasks once")
    func competition() async throws {
        let done: Mutex<Int> = Mutex(0)
        let workers = (0..<4).map { _ in
            stage.analysis(
                Scripted { _ throws(TaskFault) in
                    done.withLock { $0 += 1 }
                    return "spec"
                })
        }
        try await stage.running(workers) {
            for number in 0..<60 { try await stage.submit(.of("\(number)")) }
            var tasks: Set<Dispatch> = []
            for _ in 0..<60 { if let task = try await stage.take(from: .analysisDone) { tasks.insert(task) } }
            #expect(tasks.count == 60)
        }
        #expect(done.withLock { $0 } == 60)
    }

    @Test("A long piece of work keeps its lease, and says that it is alive")
    func longWork() async throws {
        try await stage.submit(.of("a"))
        let (begun, end) = (Moment(), Moment())
        var pace = Stage.quick
        pace.lease = .milliseconds(100)
        let analyst = Scripted { _ throws(TaskFault) in
            begun.happen()
            await end.wait()
            return "spec"
        }
        try await stage.running([stage.analysis(analyst, pace: pace)]) {
            await begun.wait()
            // Another receiver waits three leases long for it.
            #expect(
                try await broker.queues.receive(
                    from: .awaitingAnalysis, lease: Stage.long, patience: .milliseconds(300)) == nil)
            #expect(try await broker.beats.beats().map(\.task) == [.of("a")])
            end.happen()
            try await stage.expect(.of("a"), from: .analysisDone)
        }
    }

    @Test("A task that is given up stops its worker, which goes on with the next")
    func cancellation() async throws {
        try await stage.analysed(.of("a"))
        let (begun, stopped) = (Moment(), Moment())
        let executor = Scripted { progress throws(TaskFault) in
            begun.happen()
            // Only cancellation ends it.
            try? await Task.sleep(for: Stage.long)
            stopped.happen()
            return Self.file
        }
        try await stage.running([stage.execution(executor)]) {
            await begun.wait()
            try await broker.cache.withdraw(.of("a"))
            await stopped.wait()
            try await stage.until(.of("a"), is: .unknown)
        }
        #expect(try await broker.queues.depth(of: .generationDone) == QueueDepth(waiting: 0, held: 0))
        #expect(stage.files.removed.map(\.text) == [Self.file])
    }

    @Test("A worker that lost its message reports nothing and leaves no file")
    func fencing() async throws {
        try await stage.analysed(.of("a"))
        let (begun, stopped) = (Moment(), Moment())
        let executor = Scripted { _ throws(TaskFault) in
            begun.happen()
            try? await Task.sleep(for: Stage.long)
            stopped.happen()
            return Self.file
        }
        // Whoever steals the receipt stands for a broker that gave the message to somebody else.
        let queues = StolenReceipts(broker.queues)
        var stolen = broker
        stolen.queues = queues
        let worker = QueueWorker.execution(
            by: executor, broker: stolen, files: stage.files, pace: Stage.quick, logger: Stage.logger)
        try await stage.running([worker]) {
            await begun.wait()
            queues.steal()
            await stopped.wait()
        }
        #expect(try await broker.queues.depth(of: .generationDone) == QueueDepth(waiting: 0, held: 0))
        #expect(stage.files.removed.map(\.text) == [Self.file])
        #expect(try await broker.queues.standing(of: .of("a")) != .unknown)
    }

    @Test("A stop waits for the work in hand")
    func drain() async throws {
        try await stage.submit(.of("a"))
        try await stage.submit(.of("b"))
        let (begun, end) = (Moment(), Moment())
        var pace = Stage.quick
        pace.drain = Stage.long
        let analyst = Scripted { _ throws(TaskFault) in
            begun.happen()
            await end.wait()
            return "spec"
        }
        try await stage.running([stage.analysis(analyst, pace: pace)]) {
            await begun.wait()
            Task.detached { end.happen() }
        }
        try await stage.expect(.of("a"), from: .analysisDone)
        #expect(try await broker.queues.depth(of: .awaitingAnalysis) == QueueDepth(waiting: 1, held: 0))
    }

    @Test("A stop does not wait for ever: work that takes too long is given back, uncounted")
    func impatientDrain() async throws {
        try await stage.submit(.of("a"))
        for _ in 0..<Delivery.limit + 1 {
            let begun = Moment()
            let analyst = Scripted { _ throws(TaskFault) in
                begun.happen()
                try? await Task.sleep(for: Stage.long)
                return "spec"
            }
            try await stage.running([stage.analysis(analyst)]) { await begun.wait() }
            #expect(try await broker.queues.depth(of: .awaitingAnalysis) == QueueDepth(waiting: 1, held: 0))
        }
        #expect(try await broker.queues.depth(of: .analysisDone) == QueueDepth(waiting: 0, held: 0))
    }

    @Test("Work beyond its deadline is stopped and reported")
    func deadline() async throws {
        try await stage.submit(.of("a"))
        var pace = Stage.quick
        pace.deadline = .milliseconds(20)
        let analyst = Scripted { _ throws(TaskFault) in
            try? await Task.sleep(for: Stage.long)
            throw Stage.fault
        }
        try await stage.running([stage.analysis(analyst, pace: pace)]) {
            try await stage.expect(.of("a"), from: .analysisDone)
        }
        let report = try await broker.cache.value(at: .analysis(of: .of("a")))
        guard case .failed(let fault) = report?.result else {
            Issue.record("no fault")
            return
        }
        #expect(fault.code == "took-too-long")
    }

    @Test("A full queue behind a worker holds it up and loses nothing")
    func backPressure() async throws {
        var narrow = broker
        narrow.queues = InProcessQueues(capacity: 1)
        let stage = Stage(broker: narrow)
        // Somebody else's message fills the queue to the API.
        try await narrow.queues.send(.of("other"), to: .analysisDone)
        try await stage.submit(.of("a"))
        try await stage.running([stage.analysis(Scripted { _ throws(TaskFault) in "spec" })]) {
            try await stage.expect(.of("a"), from: .awaitingExecution)
            try await stage.expect(.of("other"), from: .analysisDone)
            try await stage.expect(.of("a"), from: .analysisDone)
            // The work was done again for it, so there may be another message to execution.
            try await stage.until(.of("a"), is: .waiting)
        }
    }
}

/// Queues of which somebody takes all that is held away.
private final class StolenReceipts: WorkQueues {
    private let queues: any WorkQueues
    private let isStolen = Mutex(false)

    init(_ queues: any WorkQueues) { self.queues = queues }

    func steal() { isStolen.withLock { $0 = true } }

    func renew(_ delivery: Delivery, lease: Duration) async throws(StoreFailure) -> Bool {
        guard !isStolen.withLock({ $0 }) else { return false }
        return try await queues.renew(delivery, lease: lease)
    }
    func send(_ dispatch: Dispatch, to queue: WorkQueue) async throws(StoreFailure) {
        try await queues.send(dispatch, to: queue)
    }
    func receive(from queue: WorkQueue, lease: Duration, patience: Duration) async throws(StoreFailure) -> Delivery? {
        guard !isStolen.withLock({ $0 }) else { return nil }
        return try await queues.receive(from: queue, lease: lease, patience: patience)
    }
    func settle(_ delivery: Delivery) async throws(StoreFailure) { try await queues.settle(delivery) }
    func giveBack(_ delivery: Delivery) async throws(StoreFailure) { try await queues.giveBack(delivery) }
    func standing(of dispatch: Dispatch) async throws(StoreFailure) -> DispatchStanding {
        try await queues.standing(of: dispatch)
    }
    func condition(of queue: WorkQueue) async throws(StoreFailure) -> QueueCondition {
        try await queues.condition(of: queue)
    }
    func redrive(_ queue: WorkQueue) async throws(StoreFailure) -> Int { try await queues.redrive(queue) }
}
