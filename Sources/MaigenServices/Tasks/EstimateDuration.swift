import MaigenDomain

/// Says how long a task will probably take: as long as the person's last ones, or everybody's for a person's first.
package struct EstimateDuration: Sendable {
    private let tools: TaskTools

    package init(_ tools: TaskTools) {
        self.tools = tools
    }

    /// How long tasks usually took.
    package struct Usual: Sendable, Hashable {
        /// The middle one of the last.
        package var duration: Duration
        /// Whether they were the person's own.
        package var isOwn: Bool

        package init(duration: Duration, isOwn: Bool) {
            self.duration = duration
            self.isOwn = isOwn
        }
    }

    /// So many of the last tasks count.
    private static let count = 15

    /// Nil on a platform where nothing was completed yet.
    package func callAsFunction(for signedIn: SignedIn) async throws(ServiceError) -> Usual? {
        for user in [signedIn.account.id, nil] {
            let last = try await store { () throws(StoreFailure) in
                try await tools.tasks.durations(of: user, limit: Self.count)
            }
            if !last.isEmpty { return Usual(duration: last.sorted()[last.count / 2], isOwn: user != nil) }
        }
        return nil
    }
}
