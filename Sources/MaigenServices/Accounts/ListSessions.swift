import MaigenDomain

/// Shows a person where they are logged in.
package struct ListSessions: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// The live sessions, last used first.
    package func callAsFunction(of signedIn: SignedIn) async throws(ServiceError) -> [Session] {
        let now = tools.surroundings.now
        return try await store { () throws(StoreFailure) in
            try await tools.accounts.sessions(of: signedIn.account.id, lifetime: tools.lifetime, at: now)
        }
    }
}
