/// Counts what is done in each stage and tells the listener, one event at a time, so that no count goes back.
actor ProgressCounter {
    private let listener: @Sendable (ProgressEvent) -> Void
    private let start = ContinuousClock.now
    private var done: [ProgressEvent.Stage: Int] = [:]
    private var totals: [ProgressEvent.Stage: Int] = [:]

    init(_ listener: @escaping @Sendable (ProgressEvent) -> Void) {
        self.listener = listener
    }

    /// Announces a stage with so many parts.
    func begin(_ stage: ProgressEvent.Stage, of total: Int) {
        totals[stage] = total
        tell(stage)
    }

    /// Announces a stage that is over as soon as it begins.
    func complete(_ stage: ProgressEvent.Stage, of total: Int) {
        done[stage] = total
        begin(stage, of: total)
    }

    /// One more part of a stage is done.
    func advance(_ stage: ProgressEvent.Stage) {
        done[stage, default: 0] += 1
        tell(stage)
    }

    private func tell(_ stage: ProgressEvent.Stage) {
        listener(
            ProgressEvent(
                stage: stage, done: done[stage, default: 0], total: totals[stage, default: 0],
                elapsed: ContinuousClock.now - start))
    }
}
