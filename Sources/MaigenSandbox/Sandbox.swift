import Foundation
import MaigenDomain
import Synchronization

/// Compiles and runs programs that nobody trusts.
///
/// One `Sandbox` serves the whole process; its methods may be called from any number of tasks, of which
/// `configuration.jobs` at a time are served, first come, first served. Cancelling the calling task kills the run.
///
/// Every run is a process tree of its own below the helper `jail` (Sources/jail/main.c tells how it works). This type
/// chooses the level of isolation, hands out slots, and keeps compiled programs.
package final class Sandbox: Sendable {
    /// What it was made with.
    package let configuration: SandboxConfiguration
    /// How well programs are locked in here.
    package let protection: ProtectionReport
    /// A private folder on a disk for the caller's own files: inputs, outputs. Removed with the sandbox.
    package var workDirectory: String { files.path }

    let files: WorkFolder
    let slots: SlotQueue
    /// Held for as long as the slots may be used.
    private let slotNumbers: SlotNumbers
    /// The runs' users are 60000 plus these.
    var slotNumberList: [Int] { slotNumbers.numbers }
    let compiler: CompilerChoice
    let headers: PrecompiledHeaders
    let cache: ProgramCache
    /// Numbers for the names of temporary files.
    private let counter = Atomic(0)
    /// Work that nobody waits for; nil once closed.
    private let background = Mutex<[Task<Void, Never>]?>([])

    /// Finds the strongest level of isolation that works on this machine by running a program under it.
    ///
    /// - Throws: `.missing` without helper, `.unprotected` where no level works and `allowUnprotected` is false.
    package init(configuration: SandboxConfiguration) async throws(SandboxFault) {
        guard access(configuration.helper, X_OK) == 0 else {
            throw .missing(
                Localized(
                    zh: "找不到沙箱助手程序 \(configuration.helper)。请运行 scripts/build-jail。",
                    en: "The sandbox helper \(configuration.helper) is not there. Run scripts/build-jail."))
        }
        self.configuration = configuration
        protection = try ProtectionReport(
            await HelperProbe.run(configuration.helper), forced: configuration.level,
            allowUnprotected: configuration.allowUnprotected)
        files = try WorkFolder(in: configuration.workDirectory)
        slotNumbers = SlotNumbers(count: configuration.jobs)
        slots = SlotQueue(slotNumbers.numbers)
        compiler = CompilerChoice()
        cache = try ProgramCache(folder: "\(configuration.cacheDirectory)/programs", limit: configuration.cacheLimit)
        headers = try PrecompiledHeaders(folder: "\(configuration.cacheDirectory)/headers")
    }

    /// Ends what still goes on in the background, and waits for it: afterwards nothing of this sandbox runs that its
    /// users do not know of. To be called by who is about to end the process.
    package func close() async {
        let tasks = background.withLock { tasks in
            defer { tasks = nil }
            return tasks ?? []
        }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }

    /// Begins work that nobody waits for, unless the sandbox is closed.
    func inBackground(_ work: @escaping @Sendable () async -> Void) {
        background.withLock { $0?.append(Task.detached(priority: .background, operation: work)) }
    }

    /// A path in the work directory that nothing has used yet.
    package func temporaryPath(_ name: String) -> String {
        "\(workDirectory)/\(counter.add(1, ordering: .relaxed).newValue)-\(name)"
    }

    /// Where a run's scratch directory is, seen from the host, at the levels without mounts; made when needed.
    func scratchHost(_ slot: Slot) throws(SandboxFault) -> String {
        let path = "\(workDirectory)/box-\(slot.number)"
        if !protection.hasMounts, mkdir(path, 0o700) != 0, errno != EEXIST { throw .file(path) }
        return path
    }

    /// The scratch directory's name as the program knows it.
    func scratchInside(_ slot: Slot) throws(SandboxFault) -> String {
        protection.hasMounts ? "/box" : try scratchHost(slot)
    }
}
