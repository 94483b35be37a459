import Foundation
import Logging
import MaigenBroker
import MaigenDomain
import MaigenFiles
import MaigenRoles
import MaigenServices
import MaigenStorage
import MaigenTestData
import ServiceLifecycle
import Synchronization

/// The platform's roles in one process, as `maigen serve` runs them, with capabilities that are quick: a process that
/// tests kill, or that kills itself at a given step.
///
/// Usage: `CrashSubject FOLDER OWNER FIRST COUNT CRASH`. Works on what the database in `FOLDER` has in work, submits the
/// tasks `FIRST`, `FIRST + 1`, … (`COUNT` of them) for `OWNER`, and ends with 0 once every task has ended. `CRASH` is the
/// number of the step at which it sends itself a SIGKILL, or 0. Says on standard output what it does.
@main
enum CrashSubject {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let first = Int(arguments[3]), let count = Int(arguments[4]),
            let crash = Int(arguments[5])
        else {
            say("usage: CrashSubject FOLDER OWNER FIRST COUNT CRASH")
            exit(2)
        }
        let life = Life(crash: crash)
        let platform = try Platform(in: arguments[1], life)
        try await platform.live(owner: UserID(rawValue: arguments[2]), submitting: first..<(first + count))
        say("steps \(life.steps)")
        exit(0)
    }
}

/// The parts, each of which counts its steps.
private struct Platform {
    private let store: Store
    private let tools: TaskTools
    private let roles: Roles
    private let files: any FileStore
    private let folder: String
    private let life: Life

    init(in folder: String, _ life: Life) throws {
        let clock = WallClock.system
        let broker = Broker.inProcess().counting(life)
        store = Store(CountingDatabase(try SQLiteDatabase(path: folder + "/maigen.db"), life))
        files = CountingFiles(try DirectoryFileStore(folder: folder + "/files"), life)
        tools = TaskTools(
            tasks: store, settings: store, strategies: StrategyCatalogue(Strategy.all),
            signals: TaskSignals(
                // What is not announced is found a little later.
                changed: { try? await broker.announcements.announce(.task($0)) },
                outboxFilled: { try? await broker.announcements.announce(.dispatches) }),
            surroundings: Surroundings(clock: clock, limits: InProcessRateLimits()),
            submissions: RateRule("submissions", 10_000, per: .seconds(60)))
        roles = Roles(
            broker: broker, files: files, clock: clock,
            logger: Logger(label: "subject") { StreamLogHandler.standardError(label: $0) })
        self.folder = folder
        self.life = life
    }

    /// Works until every task has ended.
    func live(owner: UserID, submitting numbers: Range<Int>) async throws {
        try await roles.restore(tools)
        let quick = Quick(files: files, folder: folder, life: life)
        let services = [roles.api(tools), roles.analysis(by: quick, loops: 2), roles.sandbox(by: quick, loops: 2)]
        let group = ServiceGroup(
            configuration: .init(
                services: services, logger: Logger(label: "group") { StreamLogHandler.standardError(label: $0) }))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await submit(numbers, for: owner)
            try await untilAllHaveEnded()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    private func untilAllHaveEnded() async throws {
        let later = Timestamp(milliseconds: .max / 2)
        while try await !store.silentTasks(since: later, limit: 1).isEmpty {
            try await Task.sleep(for: .milliseconds(25))
        }
    }

    private func submit(_ numbers: Range<Int>, for owner: UserID) async throws {
        guard let account = try await store.credentials(of: owner)?.account else {
            throw StoreFailure(.broken, "there is no account \(owner)")
        }
        let signedIn = SignedIn(account: account, session: ID(rawValue: "none"))
        for number in numbers {
            life.step("submit \(number)")
            let id = try await SubmitTask(tools)(Kind.snapshot(number), key: "task-\(number)", by: signedIn)
            say("submitted \(number) \(id)")
            if Kind(number) == .cancelled { try await cancel(id, by: signedIn) }
        }
    }

    private func cancel(_ task: TaskID, by signedIn: SignedIn) async throws(ServiceError) {
        do throws(ServiceError) {
            try await CancelTask(tools)(task, by: signedIn)
        } catch {
            // It may have been quicker.
            guard error.refusal?.code == "task_ended" else { throw error }
        }
    }
}

/// What becomes of a task, by its number.
enum Kind {
    case completed, failedInAnalysis, failedInExecution, cancelled

    init(_ number: Int) {
        self =
            switch number % 10 {
            case 1: .cancelled
            case 2: .failedInExecution
            case 3: .failedInAnalysis
            default: .completed
            }
    }

    static func snapshot(_ number: Int) -> TaskSnapshot {
        TaskSnapshot(
            problem: ProblemDocument(
                title: "\(number)", description: "求和", input: "$n$", output: "$n$", constraints: "$1 \\le n \\le 9$",
                samples: [ProblemDocument.Sample(input: "1\n", output: "1\n")]),
            program: StandardProgram(source: "int main() {}"), tests: [TestWish(strategy: .randomSmall, count: 1)])
    }
}

/// Both capabilities, quick: what they make depends on the task's number alone.
private struct Quick: TaskAnalyst, TaskExecutor {
    let files: any FileStore
    let folder: String
    let life: Life

    private static let fault = TaskFault(kind: .input, code: "scripted", message: Localized(zh: "失败", en: "failed"))

    func blueprint(
        for snapshot: TaskSnapshot, after evidence: Evidence?, progress: ProgressSink
    ) async throws(TaskFault) -> Blueprint? {
        for percent in [5, 10, 15] {
            life.step("analysis at \(percent) %")
            progress(.analyzing, percent: percent, by: .analyst, Localized(verbatim: "\(percent)"))
        }
        if Int(snapshot.problem.title).map(Kind.init) == .failedInAnalysis { throw Self.fault }
        return Blueprint(specification: "title: \(snapshot.problem.title)\n")
    }

    func dataSet(
        for snapshot: TaskSnapshot, blueprint: Blueprint, progress: ProgressSink
    ) async throws(TaskFault) -> StoredDataSet {
        for (state, percent) in [(TaskState.generating, 30), (.generating, 60), (.validating, 90)] {
            life.step("execution at \(percent) %")
            progress(state, percent: percent, Localized(verbatim: "\(percent)"))
        }
        if Int(snapshot.problem.title).map(Kind.init) == .failedInExecution { throw Self.fault }
        do {
            let path = "\(folder)/\(FileName(.system).text).zip"
            try Data(blueprint.specification.utf8).write(to: URL(fileURLWithPath: path))
            let file = try await files.keep(path)
            return StoredDataSet(
                file: file.text, size: Int64(blueprint.specification.utf8.count),
                sha256: SHA256.hexadecimal(of: blueprint.specification),
                tests: "{}", report: "{}", previews: [])
        } catch {
            say("the file was not kept: \(error)")
            throw Self.fault
        }
    }
}

/// Writes one line at once: what was said before a SIGKILL has been said.
func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}
