import MaigenDomain

/// Opens a session for whoever knows an account's password.
package struct LogIn: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// What a login gives.
    package struct Opened: Sendable {
        /// The secret for the client to keep.
        package var token: SessionToken
        /// Who it is.
        package var signedIn: SignedIn
    }

    /// A new session, always with a new token. An unknown address and a wrong password are one answer and take the same
    /// time: a password is compared in either case.
    package func callAsFunction(
        address typed: String, password: String, from client: Client
    ) async throws(ServiceError) -> Opened {
        let address = try parsed(EmailAddress(typed), or: AccountRefusal.loginFailed)
        guard password.utf8.count <= NewPassword.maximumBytes else { throw .refused(AccountRefusal.loginFailed) }
        let limits = tools.limits
        try await tools.surroundings.allow(
            limits.loginsByClient.by(client.network), limits.loginsToAddress.by(address.key),
            limits.loginsToAddressByClient.by(client.network + " " + address.key))
        return try await opened(address, password, from: client)
    }

    /// The session of somebody who has just registered. It is no try of a password, and counts as none: whoever guessed at
    /// the address before its owner came keeps nobody out.
    package func afterRegistration(
        of account: Account, password: String, from client: Client
    ) async throws(ServiceError) -> Opened {
        try await opened(account.address, password, from: client)
    }

    private func opened(
        _ address: EmailAddress, _ password: String, from client: Client
    ) async throws(ServiceError) -> Opened {
        let known = try await store { () throws(StoreFailure) in
            try await tools.accounts.credentials(for: address)
        }
        let match = try await store { () throws(StoreFailure) in
            try await tools.secrets.compare(password, with: known?.hash ?? tools.secrets.decoy)
        }
        guard let known, match != .different else {
            try await tools.note(.loginFailed, by: nil, of: address.key, from: client)
            throw .refused(AccountRefusal.loginFailed)
        }
        // Only to somebody who knows the password.
        guard known.account.disabledAt == nil else {
            try await tools.note(
                .loginFailed, by: known.account.id, of: address.key, from: client, detail: "disabled")
            throw .refused(AccountRefusal.accountDisabled)
        }
        let opened = try await open(known, from: client)
        if match == .sameButOutdated {
            let renewed = try await store { () throws(StoreFailure) in try await tools.secrets.hash(password) }
            try await store { () throws(StoreFailure) in
                try await tools.accounts.renewHash(of: known.account.id, from: known.hash, to: renewed)
            }
        }
        return opened
    }

    private func open(_ known: Credentials, from client: Client) async throws(ServiceError) -> Opened {
        let now = tools.surroundings.now
        let token = SessionToken(tools.surroundings.randomness)
        let session = Session(
            id: tools.surroundings.newID(), user: known.account.id, client: client, createdAt: now, lastSeenAt: now)
        let audit = tools.surroundings.audit(
            .loggedIn, by: known.account.id, of: session.id.rawValue, from: client)
        let isOpen = try await store { () throws(StoreFailure) in
            try await tools.accounts.openSession(
                session, token: TokenDigest(of: token), provedBy: known.hash, audit: audit)
        }
        // The account was disabled, or its password changed, while this password was compared.
        guard isOpen else { throw .refused(AccountRefusal.loginFailed) }
        return Opened(token: token, signedIn: SignedIn(account: known.account, session: session.id))
    }
}
