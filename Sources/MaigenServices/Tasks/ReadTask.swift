import MaigenDomain

/// Shows a task to its owner or an administrator. To everybody else there is no such task: `task_unknown`.
package struct ReadTask: Sendable {
    private let tools: TaskTools

    package init(_ tools: TaskTools) {
        self.tools = tools
    }

    /// The task.
    package func callAsFunction(_ id: TaskID, by signedIn: SignedIn) async throws(ServiceError) -> TaskDetail {
        try await tools.task(id, visibleTo: signedIn)
    }

    /// Its tests, with the beginning of each; `task_not_completed` where there are none yet. They stay readable after
    /// the ZIP has been removed because of its age.
    package func tests(of id: TaskID, by signedIn: SignedIn) async throws(ServiceError) -> TestListing {
        _ = try await tools.task(id, visibleTo: signedIn)
        let tests = try await store { () throws(StoreFailure) in try await tools.tasks.tests(of: id) }
        return try parsed(tests, or: TaskRefusal.taskNotCompleted)
    }

    /// The ZIP to be sent; `task_not_completed` where there is none yet, `data_removed` where it was too old.
    package func file(of id: TaskID, by signedIn: SignedIn) async throws(ServiceError) -> DataFile {
        let file = try parsed(
            try await tools.task(id, visibleTo: signedIn).file, or: TaskRefusal.taskNotCompleted)
        return try file.present()
    }

    /// The events after number `sequence`, oldest first, at most `limit` (moved into 1 ... 200): what a page that lost
    /// its connection has missed. None for a task that the person may not see; quick enough to be asked again and again.
    package func events(
        of id: TaskID, after sequence: Int64, limit: Int = 200, by signedIn: SignedIn
    ) async throws(ServiceError) -> [TaskEvent] {
        let owner = signedIn.account.role == .administrator ? nil : signedIn.account.id
        return try await store { () throws(StoreFailure) in
            try await tools.tasks.events(of: id, ownedBy: owner, after: sequence, limit: min(max(limit, 1), 200))
        }
    }
}

extension DataFile {
    /// Refuses where the ZIP was removed.
    func present() throws(ServiceError) -> DataFile {
        guard removedAt == nil else { throw .refused(TaskRefusal.dataRemoved) }
        return self
    }
}
