/// One task of a person: from a problem to a data set.
package enum GenerationTask {}

/// Names one task.
package typealias TaskID = ID<GenerationTask>

/// One try at a task. Its number is the fencing token: whatever a worker reports under an older attempt than the
/// task's present one changes nothing.
package struct Dispatch: Sendable, Hashable, Codable {
    /// Which task.
    package var task: TaskID
    /// 1, 2, 3, … within the task.
    package var attempt: Int

    package init(task: TaskID, attempt: Int) {
        self.task = task
        self.attempt = attempt
    }

    /// A task is tried so many times before it fails and is refunded.
    package static let maximumAttempts = 3
}
