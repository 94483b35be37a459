import MaigenDomain

/// Shows a person who registered with their invitation code.
package struct ListInvitees: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// Newest first.
    package func callAsFunction(
        of signedIn: SignedIn, _ page: PageRequest
    ) async throws(ServiceError) -> Page<Invitee> {
        try await store { () throws(StoreFailure) in
            try await tools.accounts.invited(by: signedIn.account.id, page)
        }
    }
}
