import MaigenDomain

/// Shows a person their tasks.
package struct ListTasks: Sendable {
    private let tools: TaskTools

    package init(_ tools: TaskTools) {
        self.tools = tools
    }

    /// Newest first. Only the first 100 characters of the filter's text count.
    package func callAsFunction(
        of signedIn: SignedIn, _ filter: TaskFilter = TaskFilter(), _ page: PageRequest
    ) async throws(ServiceError) -> Page<TaskSummary> {
        let sought = TaskFilter(state: filter.state, text: .searched(filter.text))
        return try await store { () throws(StoreFailure) in
            try await tools.tasks.tasks(of: signedIn.account.id, sought, page)
        }
    }
}

extension String {
    /// What somebody searches for, as stores take it: bounded, and without U+0000.
    static func searched(_ text: String) -> String { String(text.filter { $0 != "\0" }.prefix(100)) }
}
