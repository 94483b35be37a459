import MaigenDomain

/// Lets an administrator change another person's role, or disable and enable the account.
package struct ChangeStanding: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// Disabling ends the person's sessions at once. Nil leaves as it is.
    package func callAsFunction(
        of user: UserID, role: Role?, isDisabled: Bool?, by signedIn: SignedIn, from client: Client
    ) async throws(ServiceError) -> Account {
        try signedIn.mustBeAdministrator()
        // Whoever may do this cannot undo it for themselves, so one administrator always remains.
        guard user != signedIn.account.id else { throw .refused(AccountRefusal.ownAccount) }
        let known = try await store { () throws(StoreFailure) in try await tools.accounts.credentials(of: user) }
        var account = try parsed(known?.account, or: AccountRefusal.accountUnknown)
        account.role = role ?? account.role
        if let isDisabled { account.disabledAt = isDisabled ? account.disabledAt ?? tools.surroundings.now : nil }
        let changed = account
        let state = changed.disabledAt == nil ? "enabled" : "disabled"
        let audit = tools.surroundings.audit(
            .standingChanged, by: signedIn.account.id, of: user.rawValue, from: client,
            detail: "\(changed.role.rawValue), \(state)")
        let isChanged = try await store { () throws(StoreFailure) in
            try await tools.accounts.setStanding(
                of: user, role: changed.role, disabledAt: changed.disabledAt, audit: audit)
        }
        guard isChanged else { throw .refused(AccountRefusal.accountUnknown) }
        return changed
    }
}
