import MaigenDomain

/// Sets a new password for whoever reads the account's mail, and ends all of its sessions.
package struct ResetPassword: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// Refuses with `email_code_wrong` for every reason that has to do with the address or the code.
    package func callAsFunction(
        address typed: String, code: String, password newPassword: String, from client: Client
    ) async throws(ServiceError) {
        let address = try parsed(EmailAddress(typed), or: AccountRefusal.addressMalformed)
        let password = try tools.newPassword(newPassword, for: address)
        try await tools.surroundings.allow(tools.limits.codeTriesByClient.by(client.network))
        let code = try await tools.checkedCode(code, of: address, for: .passwordReset, from: client)
        let hash = try await tools.hash(password)
        let known = try await store { () throws(StoreFailure) in
            try await tools.accounts.credentials(for: address)
        }
        let account = try parsed(known?.account, or: AccountRefusal.emailCodeWrong)
        let audit = tools.surroundings.audit(.passwordReset, by: account.id, of: account.id.rawValue, from: client)
        let isReset = try await store { () throws(StoreFailure) in
            try await tools.accounts.resetPassword(of: account.id, to: hash, using: code, audit: audit)
        }
        guard isReset else { throw .refused(AccountRefusal.emailCodeWrong) }
        try await tools.post(MailMessage(to: account.address, in: account.language, .passwordChanged))
    }
}
