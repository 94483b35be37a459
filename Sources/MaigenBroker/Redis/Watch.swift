import Foundation
import MaigenDomain

/// What a connection's thread waits for beside its socket.
struct Watch {
    /// Ends the wait when somebody calls.
    var call: WakeUp
    /// Done before every wait; names the moment at which to do it again in any case.
    var tick: () -> ContinuousClock.Instant?

    /// For `poll`: milliseconds, rounded up.
    static func timeout(until moment: ContinuousClock.Instant) -> Int32 {
        let left = moment - .now
        return left <= .zero ? 0 : Int32(clamping: left.milliseconds + 1)
    }

    /// Waits for a call, no longer than until `moment`.
    func pause(until moment: ContinuousClock.Instant) {
        let moment = tick().map { min($0, moment) } ?? moment
        var descriptor = pollfd(fd: call.descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&descriptor, 1, Watch.timeout(until: moment)) > 0 { call.drain() }
    }
}

/// Wakes a thread that waits in `poll`.
final class WakeUp: Sendable {
    /// Readable after a call.
    let descriptor: Int32
    private let writer: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        // Fails only where the process has no descriptors left: then nothing here can work.
        precondition(pipe(&ends) == 0, "no descriptor for a pipe")
        (descriptor, writer) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        close(descriptor)
        close(writer)
    }

    /// Wakes the thread, now or at its next wait.
    func callAsFunction() {
        // A pipe that is full wakes as well.
        _ = write(writer, [1], 1)
    }

    func drain() {
        var bytes = [UInt8](repeating: 0, count: 512)
        while read(descriptor, &bytes, bytes.count) == bytes.count {}
    }
}
