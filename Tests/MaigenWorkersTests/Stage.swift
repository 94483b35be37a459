import Logging
import MaigenBroker
import MaigenDomain
import MaigenWorkers
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing

/// A broker with one worker on it that a test scripts.
struct Stage: Sendable {
    let broker: Broker
    let files = MemoryFiles()
    static let quick = WorkerPace(
        lease: .milliseconds(400), pulse: .milliseconds(10), patience: .milliseconds(200), deadline: .seconds(60),
        drain: .milliseconds(30), pause: .milliseconds(1))
    static let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    static let long = Duration.seconds(60)

    /// Runs `services` beside `body` and asks them to stop when it is over.
    func running(_ services: [any Service], _ body: @Sendable () async throws -> Void) async throws {
        let group = ServiceGroup(configuration: .init(services: services, logger: Self.logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await body()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// Puts a task where an analysis worker finds it.
    func submit(_ dispatch: Dispatch) async throws {
        try await broker.cache.put(Self.snapshot, at: .snapshot(of: dispatch))
        try await broker.queues.send(dispatch, to: .awaitingAnalysis)
    }

    /// Puts a task where an execution worker finds it.
    func analysed(_ dispatch: Dispatch) async throws {
        try await broker.cache.put(Self.snapshot, at: .snapshot(of: dispatch))
        try await broker.cache.put(
            AnalysisReport(dispatch: dispatch, result: .ready(specification: "spec")), at: .analysis(of: dispatch))
        try await broker.queues.send(dispatch, to: .awaitingExecution)
    }

    /// Takes the next message of `queue`, which is `dispatch`.
    func expect(
        _ dispatch: Dispatch, from queue: WorkQueue, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let taken = try await take(from: queue)
        #expect(taken == dispatch, sourceLocation: sourceLocation)
    }

    /// The next message of `queue`, settled.
    func take(from queue: WorkQueue) async throws -> Dispatch? {
        guard let delivery = try await broker.queues.receive(from: queue, lease: Self.long, patience: Self.long) else {
            return nil
        }
        try await broker.queues.settle(delivery)
        return delivery.dispatch
    }

    /// Waits until the broker has `dispatch` nowhere, or there.
    func until(_ dispatch: Dispatch, is standing: DispatchStanding) async throws {
        while try await broker.queues.standing(of: dispatch) != standing { await Task.yield() }
    }

    func analysis(_ analyst: any TaskAnalyst, pace: WorkerPace = quick) -> QueueWorker {
        .analysis(by: analyst, broker: broker, pace: pace, logger: Self.logger)
    }

    func execution(_ executor: any TaskExecutor, pace: WorkerPace = quick) -> QueueWorker {
        .execution(by: executor, broker: broker, files: files, pace: pace, logger: Self.logger)
    }

    static let snapshot = TaskSnapshot(
        problem: ProblemDocument(
            title: "求和", description: "", input: "", output: "",
            samples: [ProblemDocument.Sample(input: "1\n", output: "1\n")]),
        program: StandardProgram(source: "int main() {}"),
        tests: [TestWish(strategy: StrategyID(rawValue: 1), count: 1)])

    static let fault = TaskFault(kind: .data, code: "scripted", message: Localized(zh: "失败", en: "failed"))
}

/// A capability that a test plays.
struct Scripted: TaskAnalyst, TaskExecutor {
    private let body: @Sendable (ProgressSink) async throws(TaskFault) -> String

    init(_ body: @escaping @Sendable (ProgressSink) async throws(TaskFault) -> String) {
        self.body = body
    }

    func blueprint(
        for snapshot: TaskSnapshot, after evidence: Evidence?, progress: ProgressSink
    ) async throws(TaskFault) -> Blueprint? {
        Blueprint(specification: try await body(progress))
    }

    func dataSet(
        for snapshot: TaskSnapshot, blueprint: Blueprint, progress: ProgressSink
    ) async throws(TaskFault) -> StoredDataSet {
        StoredDataSet(file: try await body(progress), size: 1, sha256: "", tests: "", report: "", previews: [])
    }
}

/// Something that happens once, and that others wait for.
final class Moment: Sendable {
    private let stream: AsyncStream<Void>
    private let input: AsyncStream<Void>.Continuation

    init() { (stream, input) = AsyncStream.makeStream() }

    /// It happens.
    func happen() { input.yield() }

    /// Returns when it has happened, or when the calling task is cancelled. One waits.
    func wait() async { _ = await stream.first { _ in true } }
}

/// A file store that only remembers what was removed.
final class MemoryFiles: FileStore {
    private let gone: Mutex<[FileName]> = Mutex([])
    var removed: [FileName] { gone.withLock { $0 } }

    func remove(_ file: FileName) async throws(StoreFailure) { gone.withLock { $0.append(file) } }
    func keep(_ path: String) async throws(StoreFailure) -> FileName { throw StoreFailure(.broken, "not expected") }
    func size(of file: FileName) async throws(StoreFailure) -> ByteCount? {
        throw StoreFailure(.broken, "not expected")
    }
    func bytes(of file: FileName, in range: Range<Int64>) async throws(StoreFailure) -> [UInt8]? {
        throw StoreFailure(.broken, "not expected")
    }
    func files(
        keptBefore moment: Timestamp, after name: FileName?, limit: Int
    ) async throws(StoreFailure) -> [FileName] { throw StoreFailure(.broken, "not expected") }
}
