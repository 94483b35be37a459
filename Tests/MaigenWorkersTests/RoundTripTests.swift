import MaigenBroker
import MaigenDomain
import MaigenWorkers
import Synchronization
import TestSupport
import Testing

/// The way of a task back to its agents and on again, through both queues.
@Suite(.timeLimit(.minutes(1))) struct RoundTripTests {
    private let stage = Stage(broker: .inProcess())
    /// No lease runs out, however busy the machine is: that is not what these tests are about.
    private static let calm = WorkerPace(
        lease: .seconds(60), pulse: .milliseconds(10), patience: .milliseconds(200), deadline: .seconds(60),
        drain: .milliseconds(30), pause: .milliseconds(1))

    private static func file(_ number: Int) -> String { String(repeating: "0\(number)", count: 16) }

    private static func data(_ number: Int, killed: Int, of count: Int) -> StoredDataSet {
        StoredDataSet(
            file: file(number), size: 1, sha256: "", tests: "", report: "", previews: [],
            trial: Trial(
                rivals: (0..<count).map {
                    Trial.Fate(name: "\($0)", kind: .wrong, killedBy: $0 < killed ? [1] : [], compiles: true)
                }))
    }

    private static let fault = TaskFault(
        kind: .data, code: "input-rejected", message: Localized(zh: "校验器拒绝", en: "the validator rejects"))

    /// Plays both roles. Gives what the API is told, what the agents were told, and what the page shows.
    private func play(
        _ outcomes: [Result<StoredDataSet, TaskFault>], ideas: Int = 9
    ) async throws -> (GenerationReport?, [Evidence?], [TaskProgress]) {
        let agents = Agents(outcomes, ideas: ideas)
        try await stage.submit(.of("a"))
        try await stage.running([stage.analysis(agents, pace: Self.calm), stage.execution(agents, pace: Self.calm)]) {
            try await stage.expect(.of("a"), from: .generationDone)
        }
        return (
            try await stage.broker.cache.value(at: .generation(of: .of("a"))), agents.told,
            try await stage.broker.progress.steps(atMost: 100, patience: .zero)
        )
    }

    @Test("Weak data goes back with the evidence; the best of all rounds is delivered, the others' files are removed")
    func best() async throws {
        let (report, told, steps) = try await play([
            .success(Self.data(1, killed: 0, of: 3)), .success(Self.data(2, killed: 2, of: 3)),
            .success(Self.data(3, killed: 1, of: 3)),
        ])
        guard case .made(let data) = report?.result else {
            Issue.record("no data")
            return
        }
        #expect(data.file == Self.file(2))
        #expect(Set(stage.files.removed.map(\.text)) == [Self.file(1), Self.file(3)])
        #expect(told.map { $0?.blueprint.round } == [nil, 0, 1])
        #expect(told.map { $0?.trial?.survivors.count } == [nil, 3, 1])
        // The page sees it go back and on, and its percentage never goes back.
        #expect(steps.map(\.percent) == steps.map(\.percent).sorted())
        #expect(
            steps.filter { $0.message.english.hasPrefix("Back to the agents") }.map(\.state) == [
                .analyzing, .analyzing,
            ])
        var standing = TaskStanding(attempt: 1, state: .pending, percent: 0)
        var states: [TaskState] = []
        for step in steps {
            standing = standing.advanced(by: step) ?? standing
            if states.last != standing.state { states.append(standing.state) }
        }
        #expect(states == [.analyzing, .generating, .analyzing, .generating, .analyzing, .generating])
    }

    @Test("A fault that agents can mend goes back, and after three rounds is the task's")
    func fault() async throws {
        let (report, told, _) = try await play([.failure(Self.fault), .failure(Self.fault), .failure(Self.fault)])
        #expect(report?.result == .failed(Self.fault))
        #expect(told.map { $0?.fault } == [nil, Self.fault, Self.fault])
    }

    @Test("A mended fault ends in data")
    func mended() async throws {
        let (report, told, _) = try await play([.failure(Self.fault), .success(Self.data(1, killed: 1, of: 1))])
        #expect(report?.result == .made(Self.data(1, killed: 1, of: 1)))
        #expect(told.count == 2)
    }

    @Test("Agents without a further idea end the task with what there is")
    func noIdeas() async throws {
        let (report, _, _) = try await play([.success(Self.data(1, killed: 0, of: 1))], ideas: 1)
        #expect(report?.result == .made(Self.data(1, killed: 0, of: 1)))
        #expect(stage.files.removed == [])
    }

    @Test("A worker that finds its round judged already passes the message on instead of working twice")
    func judgedAlready() async throws {
        let dispatch = Dispatch.of("a")
        let blueprint = Blueprint(specification: "s", isMendable: true)
        try await stage.broker.cache.put(Stage.snapshot, at: .snapshot(of: dispatch))
        try await stage.broker.cache.put(
            AnalysisReport(dispatch: dispatch, result: .ready(blueprint)), at: .analysis(of: dispatch))
        try await stage.broker.cache.put(
            RoundRecord(evidence: Evidence(blueprint: blueprint, fault: Self.fault, hasData: false), best: nil),
            at: .rounds(of: dispatch))
        try await stage.broker.queues.send(dispatch, to: .awaitingExecution)
        try await stage.running([stage.execution(Agents([], ideas: 0), pace: Self.calm)]) {
            try await stage.expect(dispatch, from: .awaitingAnalysis)
        }
    }

    @Test("A task that is withdrawn leaves nothing of its rounds in the cache")
    func withdrawn() async throws {
        let dispatch = Dispatch.of("a")
        let blueprint = Blueprint(specification: "s")
        try await stage.broker.cache.put(
            RoundRecord(evidence: Evidence(blueprint: blueprint, hasData: false), best: nil), at: .rounds(of: dispatch))
        try await stage.broker.cache.withdraw(dispatch)
        #expect(try await stage.broker.cache.value(at: .rounds(of: dispatch)) == nil)
    }
}

/// Both capabilities: so many ideas, and outcomes in turn.
private final class Agents: TaskAnalyst, TaskExecutor {
    private let ideas: Int
    private let heard = Mutex<[Evidence?]>([])
    private let outcomes: Mutex<[Result<StoredDataSet, TaskFault>]>
    var told: [Evidence?] { heard.withLock { $0 } }

    init(_ outcomes: [Result<StoredDataSet, TaskFault>], ideas: Int) {
        self.ideas = ideas
        self.outcomes = Mutex(outcomes)
    }

    func blueprint(
        for snapshot: TaskSnapshot, after evidence: Evidence?, progress: ProgressSink
    ) async throws(TaskFault) -> Blueprint? {
        progress(.analyzing, percent: 10, by: .analyst, Localized(verbatim: "thinking"))
        let count = heard.withLock { heard in
            heard.append(evidence)
            return heard.count
        }
        return count <= ideas ? Blueprint(specification: "\(count)", isMendable: true) : nil
    }

    func dataSet(
        for snapshot: TaskSnapshot, blueprint: Blueprint, progress: ProgressSink
    ) async throws(TaskFault) -> StoredDataSet {
        progress(.generating, percent: 60, Localized(verbatim: "making"))
        return try outcomes.withLock { $0.removeFirst() }.get()
    }
}
