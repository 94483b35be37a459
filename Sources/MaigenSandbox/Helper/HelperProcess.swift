import CLinux
import Foundation
import Synchronization

/// One running `jail`: started with nothing of this process but two pipes, waited for with a deadline.
///
/// Theory of operation. The helper's standard output is the pipe of its one result line; its standard input is the
/// lifeline, a pipe whose other end only this process holds: when this process dies, even by SIGKILL, the pipe breaks
/// and the helper ends the run. Every other descriptor is closed on the way. Waiting blocks a thread of its own, never
/// one of Swift's pool. Cancelling sends SIGTERM, which the helper answers by killing the run and reporting so.
final class HelperProcess: Sendable {
    private enum State {
        case waiting
        case running(pid_t)
        case ended
    }

    private let state = Mutex(State.waiting)
    private let cancelled = Atomic(false)

    /// Starts `helper`, waits for its end, and returns what it printed.
    ///
    /// - Parameters:
    ///   - deadline: when the helper itself is taken for stuck and killed.
    ///   - isPolite: whether it yields the CPU to every other run.
    /// - Throws: `.cancelled` when the task was cancelled, `.helper` when the helper could not be started or got stuck.
    static func output(
        of helper: String, arguments: [String], deadline: Duration, isPolite: Bool = false
    ) async throws(SandboxFault) -> [UInt8] {
        let process = HelperProcess()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Result<[UInt8], SandboxFault>, Never>) in
                Thread.detachNewThread {
                    continuation.resume(
                        returning: process.runToEnd(helper, arguments, deadline: deadline, isPolite: isPolite))
                }
            }
        } onCancel: {
            process.cancel()
        }
        if process.cancelled.load(ordering: .acquiring) { throw .cancelled() }
        return try result.get()
    }

    private func cancel() {
        cancelled.store(true, ordering: .releasing)
        send(SIGTERM)
    }

    /// The lock makes sure that the number still means our child: it is reaped under the same lock.
    private func send(_ signal: Int32) {
        state.withLock { state in
            if case .running(let process) = state { kill(process, signal) }
        }
    }

    private func runToEnd(
        _ helper: String, _ arguments: [String], deadline: Duration, isPolite: Bool
    ) -> Result<[UInt8], SandboxFault> {
        do throws(SandboxFault) {
            let result = try Pipe.open()
            defer { result.close() }
            let lifeline = try Pipe.open()
            defer { lifeline.close() }
            let process = try spawn(helper, arguments, result: result.writing, lifeline: lifeline.reading)
            // Only its wish; a refusal changes nothing but the order of work.
            if isPolite { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), id_t(process), 19) }
            result.closeWriting()
            // Cancelled between the continuation's start and here: there was nothing to kill yet.
            if cancelled.load(ordering: .acquiring) { send(SIGTERM) }
            let output = read(result.reading, deadline: deadline)
            reap(process, hasEnded: output != nil)
            guard let output else { return .failure(.helper("no answer within \(deadline)")) }
            return .success(output)
        } catch {
            return .failure(error)
        }
    }

    private func spawn(
        _ helper: String, _ arguments: [String], result: Int32, lifeline: Int32
    ) throws(SandboxFault) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, lifeline, 0)
        posix_spawn_file_actions_adddup2(&actions, result, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The helper unblocks the signals that stop it once it can answer them; until then they wait for it.
        var stopping = sigset_t()
        sigemptyset(&stopping)
        sigaddset(&stopping, SIGTERM)
        sigaddset(&stopping, SIGINT)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &stopping)
        posix_spawnattr_setsigdefault(&attributes, &all)
        // A group of its own: the terminal's Ctrl-C is for MAIGEN, which then cancels its runs.
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

        var words: [UnsafeMutablePointer<CChar>?] = ([helper] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        var process = pid_t()
        let error = state.withLock { state in
            let error = posix_spawn(&process, helper, &actions, &attributes, &words, &environment)
            if error == 0 { state = .running(process) }
            return error
        }
        guard error == 0 else {
            throw .helper("cannot start \(helper): \(String(cString: strerror(error)))")
        }
        return process
    }

    /// Everything up to the end of the pipe; nil when the deadline passed first.
    private func read(_ descriptor: Int32, deadline: Duration) -> [UInt8]? {
        let end = ContinuousClock.now + deadline
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16384)
        while true {
            let left = end - ContinuousClock.now
            guard left > .zero else { return nil }
            var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&event, 1, Int32(clamping: left.components.seconds * 1000 + 1000)) > 0 else { continue }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0, bytes.count < 1 << 20 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Waits for the process itself, which has closed its output and has nothing left to do; one that has not is killed.
    private func reap(_ process: pid_t, hasEnded: Bool) {
        if !hasEnded { send(SIGKILL) }
        var status: Int32 = 0
        // The exit is seen without reaping first, so that the lock is never held while waiting.
        var information = siginfo_t()
        while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        state.withLock { state in
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            state = .ended
        }
    }
}

/// A pipe whose ends this process's other children do not inherit.
private final class Pipe {
    let reading: Int32
    private(set) var writing: Int32

    static func open() throws(SandboxFault) -> Pipe {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .helper("pipe: \(String(cString: strerror(errno)))") }
        // Away from 0 to 2, where posix_spawn's own moves would meet them.
        let pipe = Pipe(reading: fcntl(ends[0], F_DUPFD_CLOEXEC, 10), writing: fcntl(ends[1], F_DUPFD_CLOEXEC, 10))
        Glibc.close(ends[0])
        Glibc.close(ends[1])
        guard pipe.reading >= 0, pipe.writing >= 0 else { throw .helper("out of descriptors") }
        return pipe
    }

    private init(reading: Int32, writing: Int32) {
        self.reading = reading
        self.writing = writing
    }

    func closeWriting() {
        Glibc.close(writing)
        writing = -1
    }

    func close() {
        Glibc.close(reading)
        if writing >= 0 { Glibc.close(writing) }
    }
}
