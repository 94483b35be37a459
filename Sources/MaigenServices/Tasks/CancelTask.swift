import MaigenDomain

/// Lets a person give up a task that has not ended, and pays its price back.
package struct CancelTask: Sendable {
    private let tools: TaskTools

    package init(_ tools: TaskTools) {
        self.tools = tools
    }

    /// Refuses with `task_ended`, or `task_unknown` where the task is not the person's own. Cancelling twice is as good
    /// as once.
    package func callAsFunction(_ task: TaskID, by signedIn: SignedIn) async throws(ServiceError) {
        let ending = tools.ending()
        let outcome = try await store { () throws(StoreFailure) in
            try await tools.tasks.cancel(ending, of: task, by: signedIn.account.id)
        }
        switch outcome {
        case .cancelled(let event): await tools.announce(event)
        case .ended(.cancelled): return
        case .ended(let state): throw .refused(TaskRefusal.taskEnded(state))
        case .unknown: throw .refused(TaskRefusal.taskUnknown)
        }
    }
}
