import Logging
import MaigenDomain
import MaigenServices
import MaigenWorkers
import ServiceLifecycle

/// What runs in a process of each role, wired to what it works with.
///
/// Workers see the broker and the file store; the API role alone calls services, and through them the database. All of
/// it runs until the process is asked to stop, and outlives every failure of what it works with.
package struct Roles: Sendable {
    private let broker: Broker
    private let files: any FileStore
    private let pace: WorkerPace
    private let rhythm: Rhythm
    private let clock: WallClock
    private let logger: Logger

    /// How often the API role looks by itself.
    package struct Rhythm: Sendable, Hashable {
        /// For dispatches to relay that nobody announced.
        package var relay: Duration
        /// For tasks that went silent.
        package var reconcile: Duration
        /// How long nothing may be heard of a task.
        package var silence: Duration
        /// For files that are too old.
        package var sweep: Duration
        /// For files that belong to no task.
        package var orphans: Duration

        package init(
            relay: Duration = .seconds(1), reconcile: Duration = .seconds(3), silence: Duration = .seconds(15),
            sweep: Duration = .seconds(60), orphans: Duration = .seconds(3600)
        ) {
            self.relay = relay
            self.reconcile = reconcile
            self.silence = silence
            self.sweep = sweep
            self.orphans = orphans
        }
    }

    package init(
        broker: Broker, files: any FileStore, pace: WorkerPace = WorkerPace(), rhythm: Rhythm = Rhythm(),
        clock: WallClock = .system, logger: Logger
    ) {
        self.broker = broker
        self.files = files
        self.pace = pace
        self.rhythm = rhythm
        self.clock = clock
        self.logger = logger
    }

    /// The analysis role: `loops` workers that compete with all others.
    package func analysis(by analyst: any TaskAnalyst, loops: Int) -> any Service {
        Together(
            (0..<loops).map { _ in
                QueueWorker.analysis(by: analyst, broker: broker, pace: pace, logger: logger, clock: clock)
            })
    }

    /// The sandbox role: `loops` workers that compete with all others.
    package func sandbox(by executor: any TaskExecutor, loops: Int) -> any Service {
        Together(
            (0..<loops).map { _ in
                QueueWorker.execution(
                    by: executor, broker: broker, files: files, pace: pace, logger: logger, clock: clock)
            })
    }

    /// The API role's part in the work on tasks: it records what workers report, tells the broker of new tries, and
    /// keeps every task going.
    package func api(_ tools: TaskTools) -> any Service {
        let (reports, transport) = (RecordReports(tools), BrokerTransport(broker))
        let relay = RelayDispatches(tools, transport: transport)
        let reconcile = ReconcileTasks(tools, transport: transport, silence: rhythm.silence)
        let removal = RemoveOldFiles(tools) { [files] name throws(StoreFailure) in
            if let file = FileName(name) { try await files.remove(file) }
        }
        return Together([
            ProgressRecorder(broker: broker, pace: pace, logger: logger) { step throws(ServiceError) in
                try await reports.progress(step)
            },
            QueueWorker.analysisDone(
                broker: broker, pace: pace, logger: logger, clock: clock
            ) { report throws(ServiceError) in try await reports.analysis(report) },
            QueueWorker.generationDone(
                broker: broker, pace: pace, logger: logger, clock: clock
            ) { report throws(ServiceError) in try await record(report, reports, removal) },
            Repeated("relaying dispatches", every: rhythm.relay, on: .dispatches, broker: broker, logger: logger) {
                () async throws(ServiceError) in
                if let failure = try await relay().failures.first { throw .failed(failure) }
            },
            Repeated("reconciling tasks", every: rhythm.reconcile, broker: broker, logger: logger) {
                () async throws(ServiceError) in
                try await reports.heartbeat(of: workedOn())
                log(try await reconcile())
            },
            Repeated("removing old files", every: rhythm.sweep, broker: broker, logger: logger) {
                () async throws(ServiceError) in
                if let failure = try await removal().failures.first { throw .failed(failure) }
            },
            Repeated("removing orphaned files", every: rhythm.orphans, broker: broker, logger: logger) {
                () async throws(ServiceError) in try await removeOrphans(removal)
            },
        ])
    }

    /// Brings back everything that an in-process broker lost with the process before this one: whatever the database
    /// has in work is dispatched anew. To be called before any worker starts, and only where no other process works.
    package func restore(_ tools: TaskTools) async throws(ServiceError) {
        log(try await ReconcileTasks(tools, transport: BrokerTransport(broker), silence: .zero)())
    }

    // MARK: - What the API role adds to the services

    /// Keeps the report. A data set that nobody takes is removed, unless a task has it already: a report may come twice.
    private func record(
        _ report: GenerationReport, _ reports: RecordReports, _ removal: RemoveOldFiles
    ) async throws(ServiceError) {
        guard try await reports.generation(report) == nil, case .made(let data) = report.result else { return }
        if let failure = try await removal.orphans(among: [data.file]).failures.first { throw .failed(failure) }
    }

    /// Removes the files of workers that died before they could report them.
    private func removeOrphans(_ removal: RemoveOldFiles) async throws(ServiceError) {
        let (limit, batch) = (clock.now() - Self.orphanAge, 200)
        do throws(StoreFailure) {
            try await files.removeUnfinished(before: limit)
        } catch {
            throw .failed(error)
        }
        var last: FileName?
        while true {
            let page: [FileName]
            do throws(StoreFailure) {
                page = try await files.files(keptBefore: limit, after: last, limit: batch)
            } catch {
                throw .failed(error)
            }
            if let failure = try await removal.orphans(among: page.map(\.text)).failures.first {
                throw .failed(failure)
            }
            guard page.count == batch else { return }
            last = page.last
        }
    }

    /// By then every report of a file has been recorded, or never will be: a piece of work has a shorter deadline.
    private static let orphanAge = Duration.seconds(24 * 3600)

    /// What workers are at, as far as they said so lately.
    private func workedOn() async throws(ServiceError) -> [Dispatch] {
        do throws(StoreFailure) {
            let now = clock.now()
            return try await broker.beats.beats().filter { now - $0.at <= pace.silence }.compactMap(\.task)
        } catch {
            throw .failed(error)
        }
    }

    private func log(_ done: ReconcileTasks.Reconciled) {
        guard done.retold + done.retried + done.failed > 0 else { return }
        logger.notice(
            "tasks went silent",
            metadata: ["retold": "\(done.retold)", "retried": "\(done.retried)", "failed": "\(done.failed)"])
    }
}

/// Several loops that start and stop together.
private struct Together: Service {
    private let loops: [any Service]

    init(_ loops: [any Service]) {
        self.loops = loops
    }

    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for loop in loops { group.addTask { try await loop.run() } }
            try await group.waitForAll()
        }
    }
}
