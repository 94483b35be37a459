import MaigenDomain

/// Changes the name that others see and the language in which MAIGEN speaks.
package struct UpdateProfile: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// Nil leaves as it is. Refuses with `name_malformed`.
    package func callAsFunction(
        name: String?, language: Language?, by signedIn: SignedIn
    ) async throws(ServiceError) -> Account {
        var account = signedIn.account
        if let name { account.name = try parsed(DisplayName(name), or: AccountRefusal.nameMalformed) }
        if let language { account.language = language }
        let changed = account
        try await store { () throws(StoreFailure) in
            try await tools.accounts.updateProfile(of: changed.id, name: changed.name, language: changed.language)
        }
        return changed
    }
}
