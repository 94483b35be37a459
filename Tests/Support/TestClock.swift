import MaigenDomain
import Synchronization

/// A clock that moves when a test says so.
package final class TestClock: Sendable {
    private let moment: Mutex<Timestamp>

    package init(_ start: Timestamp = Timestamp(milliseconds: 1_800_000_000_000)) {
        moment = Mutex(start)
    }

    /// The clock as services see it.
    package var clock: WallClock { WallClock { self.now } }

    /// The present moment.
    package var now: Timestamp { moment.withLock { $0 } }

    /// Moves on.
    package func advance(by duration: Duration) { moment.withLock { $0 = $0 + duration } }
}
