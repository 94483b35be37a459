import MaigenDomain

/// Finds out who a request comes from.
package struct CheckSession: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// The person whose session `token` is; refuses with `not_signed_in` where it is none, has ended, was ended, or the
    /// account is disabled.
    package func callAsFunction(token text: String) async throws(ServiceError) -> SignedIn {
        let token = try parsed(SessionToken(text), or: AccountRefusal.notSignedIn)
        let now = tools.surroundings.now
        let signedIn = try await store { () throws(StoreFailure) in
            try await tools.accounts.useSession(TokenDigest(of: token), lifetime: tools.lifetime, at: now)
        }
        return try parsed(signedIn, or: AccountRefusal.notSignedIn)
    }
}

extension SignedIn {
    /// Refuses everybody who is not an administrator.
    func mustBeAdministrator() throws(ServiceError) {
        guard account.role == .administrator else { throw .refused(AccountRefusal.notAllowed) }
    }
}
