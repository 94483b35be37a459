import MaigenDomain

/// Replaces the password of a person who knows the present one, and ends their other sessions.
package struct ChangePassword: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// Refuses with `password_wrong` where the present password is another.
    package func callAsFunction(
        from present: String, to newPassword: String, by signedIn: SignedIn, from client: Client
    ) async throws(ServiceError) {
        let account = signedIn.account
        let password = try tools.newPassword(newPassword, for: account.address)
        guard present.utf8.count <= NewPassword.maximumBytes else { throw .refused(AccountRefusal.passwordWrong) }
        try await tools.surroundings.allow(tools.limits.passwordChecks.by(account.id.rawValue))
        let known = try await store { () throws(StoreFailure) in
            try await tools.accounts.credentials(of: account.id)
        }
        let credentials = try parsed(known, or: AccountRefusal.notSignedIn)
        let match = try await store { () throws(StoreFailure) in
            try await tools.secrets.compare(present, with: credentials.hash)
        }
        guard match != .different else {
            try await tools.note(.passwordCheckFailed, by: account.id, of: account.id.rawValue, from: client)
            throw .refused(AccountRefusal.passwordWrong)
        }
        let hash = try await tools.hash(password)
        let audit = tools.surroundings.audit(.passwordChanged, by: account.id, of: account.id.rawValue, from: client)
        let isChanged = try await store { () throws(StoreFailure) in
            try await tools.accounts.changePassword(
                of: account.id, from: credentials.hash, to: hash, keeping: signedIn.session, audit: audit)
        }
        // Somebody changed it while this one was compared: the present password is another now.
        guard isChanged else { throw .refused(AccountRefusal.passwordWrong) }
        try await tools.post(MailMessage(to: account.address, in: account.language, .passwordChanged))
    }
}
