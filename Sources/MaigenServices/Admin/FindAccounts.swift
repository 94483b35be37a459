import MaigenDomain

/// Lets an administrator look for people by address or name.
package struct FindAccounts: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// Newest first; everybody where `text` is empty. Only the first 100 characters of it count.
    package func callAsFunction(
        matching text: String, _ page: PageRequest, by signedIn: SignedIn
    ) async throws(ServiceError) -> Page<FoundAccount> {
        try signedIn.mustBeAdministrator()
        return try await store { () throws(StoreFailure) in
            try await tools.accounts.accounts(matching: .searched(text), page)
        }
    }
}
