/// Where a task stands: what a worker's report is judged by.
package struct TaskStanding: Sendable, Hashable {
    /// The present try: a report of another one changes nothing.
    package var attempt: Int
    /// The present state.
    package var state: TaskState
    /// Of the whole task, 0 to 100.
    package var percent: Int

    package init(attempt: Int, state: TaskState, percent: Int) {
        self.attempt = attempt
        self.state = state
        self.percent = percent
    }

    /// Whether a report of `attempt` is about this task's present try, and the task has not ended.
    package func accepts(_ attempt: Int) -> Bool { attempt == self.attempt && !state.isFinal }

    /// Where the task stands after `progress`; nil where that is stale.
    ///
    /// Messages may be lost and may overtake each other, so a step forward may skip states on its way through the
    /// table; a step back is one that sends faulty code back to analysis, which a late message cannot pass for because
    /// its percentage is lower. Only reports end a task.
    package func advanced(by progress: TaskProgress) -> TaskStanding? {
        guard accepts(progress.dispatch.attempt) else { return nil }
        var next = self
        let isLate = progress.percent < percent
        if !progress.state.isFinal, progress.state.order > state.order || !isLate, state.leads(to: progress.state) {
            next.state = progress.state
        }
        next.percent = min(max(percent, progress.percent), 99)
        return next
    }

    /// Where the task stands once its specification is there; nil where the report is stale.
    package func analysed(in attempt: Int) -> TaskStanding? {
        guard accepts(attempt) else { return nil }
        var next = self
        if state.order < TaskState.generating.order { next.state = .generating }
        return next
    }
}

extension TaskState {
    /// Whether the table leads from here to `state` within one try and before the end.
    package func leads(to state: TaskState) -> Bool {
        var reached: Set<TaskState> = []
        var open = [self]
        while let next = open.popLast() {
            for successor in next.successors where !successor.isFinal && successor != .pending {
                if reached.insert(successor).inserted { open.append(successor) }
            }
        }
        return reached.contains(state)
    }

    /// How far along the way to data.
    package var order: Int {
        switch self {
        case .pending: 0
        case .analyzing: 1
        case .generating: 2
        case .validating: 3
        case .completed, .failed, .cancelled: 4
        }
    }
}
