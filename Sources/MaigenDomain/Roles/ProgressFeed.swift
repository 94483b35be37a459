/// Brings the steps of running tasks to the API role, which records them: quick, bounded, and lost in a crash. A step
/// is news, never a fact that the platform depends on.
package protocol ProgressFeed: Sendable {
    /// Adds a step. Where too many wait, the oldest is lost.
    func publish(_ step: TaskProgress) async throws(StoreFailure)

    /// The next steps, at most `count`, in the order in which they were published; empty where none came within
    /// `patience` or the calling task was cancelled. Each step goes to one of the receivers.
    func steps(atMost count: Int, patience: Duration) async throws(StoreFailure) -> [TaskProgress]
}

/// Writes the steps of one try as a worker's capability takes them.
package struct ProgressSink: Sendable {
    private let dispatch: Dispatch
    private let clock: WallClock
    private let send: @Sendable (TaskProgress) -> Void

    /// - Parameter send: called on any thread; it should be quick.
    package init(_ dispatch: Dispatch, clock: WallClock = .system, send: @escaping @Sendable (TaskProgress) -> Void) {
        self.dispatch = dispatch
        self.clock = clock
        self.send = send
    }

    /// The same with every step changed.
    func mapped(_ change: @escaping @Sendable (TaskProgress) -> TaskProgress) -> ProgressSink {
        ProgressSink(dispatch, clock: clock) { [send] in send(change($0)) }
    }

    /// Tells of one step. Too long a `detail` is cut between characters.
    package func callAsFunction(
        _ state: TaskState, percent: Int, by agent: Agent? = nil, _ message: Localized, detail: String = ""
    ) {
        send(
            TaskProgress(
                dispatch: dispatch, state: state, percent: min(max(percent, 0), 100), agent: agent, message: message,
                detail: detail.prefix(bytes: TaskProgress.detailLimit), at: clock.now()))
    }
}
