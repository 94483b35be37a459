import MaigenDomain

/// How a loop keeps time.
package struct WorkerPace: Sendable, Hashable {
    /// A message belongs to a worker for so long after its last sign of life.
    package var lease: Duration
    /// How often a working loop prolongs its lease, says that it is alive, and looks whether it is still wanted.
    package var pulse: Duration
    /// The longest wait for a message before saying again that nothing came.
    package var patience: Duration
    /// The longest that one piece of work may take.
    package var deadline: Duration
    /// How long a stop waits for the work in hand before giving it back.
    package var drain: Duration
    /// The first pause after a failure of the broker; each further one is twice as long, up to 16 times.
    package var pause: Duration

    package init(
        lease: Duration = .seconds(10), pulse: Duration = .seconds(1), patience: Duration = .seconds(3),
        deadline: Duration = .seconds(900), drain: Duration = .seconds(10), pause: Duration = .milliseconds(250)
    ) {
        self.lease = lease
        self.pulse = pulse
        self.patience = patience
        self.deadline = deadline
        self.drain = drain
        self.pause = pause
    }

    /// A beat that is older than this is no sign of life any more.
    package var silence: Duration { max(pulse, patience) * 3 }
}

/// The pauses after failures in a row.
struct Backoff {
    private let first: Duration
    private var failures = 0

    init(first: Duration) {
        self.first = first
    }

    mutating func succeeded() { failures = 0 }

    /// The next pause: longer each time, and never exactly as long as another's.
    mutating func next() -> Duration {
        let longest = first * (1 << min(failures, 4))
        failures += 1
        return longest * Double.random(in: 0.5...1)
    }
}
