/// Keeps accounts, e-mail codes and sessions. Each write method keeps one invariant in one transaction.
package protocol AccountStore: Sendable {
    // Reading

    /// The account of that address, with its password's hash.
    func credentials(for address: EmailAddress) async throws(StoreFailure) -> Credentials?
    /// The account, with its password's hash.
    func credentials(of user: UserID) async throws(StoreFailure) -> Credentials?
    /// Whose invitation code that is, if the account is not disabled.
    func inviter(with code: InvitationCode) async throws(StoreFailure) -> UserID?
    /// Who registered with `user`'s code, newest first.
    func invited(by user: UserID, _ page: PageRequest) async throws(StoreFailure) -> Page<Invitee>
    /// Accounts whose address or name holds `text`, newest first; all of them where `text` is empty.
    func accounts(matching text: String, _ page: PageRequest) async throws(StoreFailure) -> Page<FoundAccount>

    // E-mail codes

    /// Keeps `code` in place of any earlier one for the same address and purpose.
    func keep(_ code: StoredEmailCode) async throws(StoreFailure)
    /// Counts one try against the live code of `address` and returns it; nil where there is none, or none is left.
    /// Counting first is what makes five tries five, however many come at once.
    func tryCode(
        of address: EmailAddress, for purpose: EmailCodePurpose, at moment: Timestamp
    ) async throws(StoreFailure) -> StoredEmailCode?

    // Changing accounts

    /// Uses up the code, adds the account and its points account, and pays what registration earns, all or nothing.
    func register(_ registration: Registration) async throws(StoreFailure) -> RegistrationOutcome
    /// Uses up the code, sets the password and ends every session of the account; false where the code was used
    /// meanwhile.
    func resetPassword(
        of user: UserID, to hash: PasswordHash, using code: ID<StoredEmailCode>, audit: AuditEvent
    ) async throws(StoreFailure) -> Bool
    /// Replaces the password `old` and ends every session but `kept`; false where the password changed meanwhile.
    func changePassword(
        of user: UserID, from old: PasswordHash, to new: PasswordHash, keeping kept: SessionID, audit: AuditEvent
    ) async throws(StoreFailure) -> Bool
    /// Replaces `old` by a hash of the same password with newer parameters, if it is still there.
    func renewHash(of user: UserID, from old: PasswordHash, to new: PasswordHash) async throws(StoreFailure)
    /// Sets name and language.
    func updateProfile(of user: UserID, name: DisplayName, language: Language) async throws(StoreFailure)
    /// Sets role and whether the account is disabled; disabling ends its sessions. False where there is no such
    /// account.
    func setStanding(
        of user: UserID, role: Role, disabledAt: Timestamp?, audit: AuditEvent
    ) async throws(StoreFailure) -> Bool

    // Sessions

    /// Adds a session, unless the account was disabled or its password changed since it was compared; then false.
    func openSession(
        _ session: Session, token: TokenDigest, provedBy hash: PasswordHash, audit: AuditEvent
    ) async throws(StoreFailure) -> Bool
    /// The live session of that token and its account, its last use noted at most once a minute.
    func useSession(
        _ token: TokenDigest, lifetime: SessionLifetime, at moment: Timestamp
    ) async throws(StoreFailure) -> SignedIn?
    /// The live sessions of `user`, last used first.
    func sessions(
        of user: UserID, lifetime: SessionLifetime, at moment: Timestamp
    ) async throws(StoreFailure) -> [Session]
    /// Ends one session of `user`; false where there is none of that name.
    func endSession(_ id: SessionID, of user: UserID, audit: AuditEvent) async throws(StoreFailure) -> Bool
    /// Removes sessions and codes that can never be used again; how many.
    func removeExpired(lifetime: SessionLifetime, at moment: Timestamp) async throws(StoreFailure) -> Int
}

/// An account and what proves its owner.
package struct Credentials: Sendable, Hashable {
    /// The account.
    package var account: Account
    /// The hash of its password.
    package var hash: PasswordHash

    package init(account: Account, hash: PasswordHash) {
        self.account = account
        self.hash = hash
    }
}

/// An account as administrators see it.
package struct FoundAccount: Sendable, Hashable {
    /// The account.
    package var account: Account
    /// What it holds.
    package var balance: Points

    package init(account: Account, balance: Points) {
        self.account = account
        self.balance = balance
    }
}

/// Somebody who registered with another's code, as that other sees them.
package struct Invitee: Sendable, Hashable {
    /// Names the account.
    package var id: UserID
    /// The name others see.
    package var name: DisplayName
    /// When they registered.
    package var joinedAt: Timestamp

    package init(id: UserID, name: DisplayName, joinedAt: Timestamp) {
        self.id = id
        self.name = name
        self.joinedAt = joinedAt
    }
}

/// Everything that registering one account changes.
package struct Registration: Sendable {
    /// The new account.
    package var account: Account
    /// The hash of its password.
    package var hash: PasswordHash
    /// The code that proved the address; nil for an account made on the console.
    package var code: ID<StoredEmailCode>?
    /// Who invited the person.
    package var inviter: UserID?
    /// What is paid for it.
    package var transfers: [Transfer]
    /// The settings under which that was decided.
    package var settings: SettingsVersion
    /// What the audit log says of it.
    package var audit: AuditEvent

    package init(
        account: Account, hash: PasswordHash, code: ID<StoredEmailCode>?, inviter: UserID?, transfers: [Transfer],
        settings: SettingsVersion, audit: AuditEvent
    ) {
        self.account = account
        self.hash = hash
        self.code = code
        self.inviter = inviter
        self.transfers = transfers
        self.settings = settings
        self.audit = audit
    }
}

/// What came of a registration.
package enum RegistrationOutcome: Sendable, Hashable {
    /// The account exists and everything is paid.
    case registered
    /// The code was used meanwhile.
    case codeUsed
    /// The address has an account.
    case addressTaken
    /// The new account's own invitation code is somebody's already: try another.
    case invitationCodeTaken
    /// An administrator changed the settings meanwhile: decide anew.
    case settingsChanged
}
