import MaigenDomain

/// Removes the ZIPs of tasks that ended long ago and are not shared, as the settings say.
package struct RemoveOldFiles: Sendable {
    private let tools: TaskTools
    private let remove: @Sendable (String) async throws(StoreFailure) -> Void

    private static let batch = 50

    /// `remove` removes the file of that name from the file store; one that is gone already is as good.
    package init(_ tools: TaskTools, remove: @escaping @Sendable (String) async throws(StoreFailure) -> Void) {
        self.tools = tools
        self.remove = remove
    }

    /// What came of it.
    package struct Removed: Sendable, Hashable {
        /// How many files are gone.
        package var count = 0
        /// Why others are not; they come again.
        package var failures: [StoreFailure] = []
    }

    /// Removes at most a batch, so that whoever calls decides when to go on.
    package func callAsFunction() async throws(ServiceError) -> Removed {
        var removed = Removed()
        guard let days = try await tools.presentSettings().settings.retention.dataDays else { return removed }
        let now = tools.surroundings.now
        let limit = now - .seconds(Int64(days) * 86_400)
        let files = try await store { () throws(StoreFailure) in
            try await tools.tasks.claimOldFiles(endedBy: limit, limit: Self.batch, at: now)
        }
        for file in files {
            do {
                try await remove(file.name)
                try await tools.tasks.confirmRemoval(of: file.task)
                removed.count += 1
            } catch {
                removed.failures.append(error)
            }
        }
        return removed
    }

    /// Removes those of `files` that no task refers to: results that came too late, or of workers that died. `files`
    /// were kept so long ago that whoever made them has reported them or never will.
    package func orphans(among files: [String]) async throws(ServiceError) -> Removed {
        var removed = Removed()
        let orphans = try await store { () throws(StoreFailure) in try await tools.tasks.orphans(among: files) }
        for file in orphans {
            do {
                try await remove(file)
                removed.count += 1
            } catch {
                removed.failures.append(error)
            }
        }
        return removed
    }
}
