import MaigenDomain

/// Removes sessions and codes that can never be used again: housekeeping, for now and then.
package struct RemoveExpired: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// How many were removed.
    @discardableResult
    package func callAsFunction() async throws(ServiceError) -> Int {
        let now = tools.surroundings.now
        return try await store { () throws(StoreFailure) in
            try await tools.accounts.removeExpired(lifetime: tools.lifetime, at: now)
        }
    }
}
