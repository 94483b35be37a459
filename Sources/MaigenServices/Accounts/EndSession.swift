import MaigenDomain

/// Ends one session of the person who asks: this one (logging out), or another of their list.
package struct EndSession: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// Refuses with `session_unknown` where the person has no such session: also where it is somebody else's.
    package func callAsFunction(
        _ session: SessionID, by signedIn: SignedIn, from client: Client
    ) async throws(ServiceError) {
        let user = signedIn.account.id
        let audit = tools.surroundings.audit(.sessionEnded, by: user, of: session.rawValue, from: client)
        let ended = try await store { () throws(StoreFailure) in
            try await tools.accounts.endSession(session, of: user, audit: audit)
        }
        guard ended else { throw .refused(AccountRefusal.sessionUnknown) }
    }

    /// Ends the session itself. One that has ended meanwhile is as good.
    package func logOut(_ signedIn: SignedIn, from client: Client) async throws(ServiceError) {
        do {
            try await self(signedIn.session, by: signedIn, from: client)
        } catch {
            guard error.refusal?.code == AccountRefusal.sessionUnknown.code else { throw error }
        }
    }
}
