import Foundation
import Synchronization

/// Ctrl-C, and polite requests to end.
///
/// From the first call of `cancelling` on these signals wake one thread, through a pipe. What it does depends on whether
/// there is work that would leave something behind. Before, they end the process as they always do, and a command that
/// never calls it (a server) handles them in its own way.
///
/// Neither `sigwait` nor a dispatch source: the first needs the signals blocked in every thread, which the pool's threads
/// undo; the second loses signals until it is registered, some time after it was made.
enum Interruption {
    /// Cancels the work in hand; nil where the process may end at once.
    private static let cancel = Mutex<(@Sendable () -> Void)?>(nil)
    /// The pipe's end for the handler. Written once, before there is a handler.
    private nonisolated(unsafe) static var wake: Int32 = -1

    /// Done once, by the first who asks.
    private static let handlers: Void = {
        // A reader who turns away ends the process too, but in order: see `Console.writeAll`.
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [-1, -1]
        // Out of descriptors so early: then the signals end the process as they always do.
        guard pipe(&ends) == 0 else { return }
        let waking = ends[0]
        wake = ends[1]
        for number in [SIGINT, SIGTERM, SIGHUP] { handle(number) }
        Thread.detachNewThread {
            var number: UInt8 = 0
            while true {
                let count = read(waking, &number, 1)
                if count < 0, errno == EINTR { continue }
                guard count == 1 else { return }
                guard let cancel = cancel.withLock({ $0 }) else {
                    // An ordinary exit: it takes the work folders along.
                    Foundation.exit(128 + Int32(number))
                }
                cancel()
            }
        }
    }()

    /// Does `work`, whose task is cancelled when somebody wants the process to end: it then ends by itself, in order.
    static func cancelling<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) async -> Value {
        _ = handlers
        let task = cancel.withLock { cancel in
            let task = Task(operation: work)
            cancel = { task.cancel() }
            return task
        }
        let value = await task.value
        cancel.withLock { $0 = nil }
        return value
    }

    private static func handle(_ number: Int32) {
        var action = sigaction()
        sigaction(number, nil, &action)
        // What was ignored when we were started (`nohup`, a script's background jobs) stays so: 1 is SIG_IGN.
        guard unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != 1 else { return }
        action = sigaction()
        action.sa_flags = SA_RESTART
        action.__sigaction_handler.sa_handler = { number in
            let error = errno
            var byte = UInt8(truncatingIfNeeded: number)
            _ = write(Interruption.wake, &byte, 1)
            errno = error
        }
        sigaction(number, &action, nil)
    }
}
