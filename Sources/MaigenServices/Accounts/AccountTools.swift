import MaigenDomain

/// What the actions on accounts have in common.
package struct AccountTools: Sendable {
    let accounts: any AccountStore & AuditStore
    let secrets: any Secrets
    let mailer: any Mailer
    let surroundings: Surroundings
    let limits: AccountLimits
    let lifetime: SessionLifetime

    package init(
        accounts: any AccountStore & AuditStore, secrets: any Secrets, mailer: any Mailer,
        surroundings: Surroundings, limits: AccountLimits = AccountLimits(),
        lifetime: SessionLifetime = SessionLifetime()
    ) {
        self.accounts = accounts
        self.secrets = secrets
        self.mailer = mailer
        self.surroundings = surroundings
        self.limits = limits
        self.lifetime = lifetime
    }

    /// The password that `text` is, or why it is too weak.
    func newPassword(_ text: String, for address: EmailAddress) throws(ServiceError) -> NewPassword {
        do {
            return try NewPassword(text, for: address)
        } catch {
            throw .refused(error)
        }
    }

    /// The code that `typed` is the digits of, one try poorer. Wrong, old, used up and never sent are one answer, and
    /// take the same time.
    func checkedCode(
        _ typed: String, of address: EmailAddress, for purpose: EmailCodePurpose, from client: Client
    ) async throws(ServiceError) -> ID<StoredEmailCode> {
        let moment = surroundings.now
        let code = try parsed(EmailCode(typed), or: AccountRefusal.emailCodeWrong)
        let stored = try await store { () throws(StoreFailure) in
            try await accounts.tryCode(of: address, for: purpose, at: moment)
        }
        let match = try await store { () throws(StoreFailure) in
            try await secrets.compare(code.digits, with: stored?.hash ?? secrets.decoy)
        }
        guard let stored, match != .different else {
            try await note(.emailCodeRefused, by: nil, of: address.key, from: client, detail: purpose.rawValue)
            throw .refused(AccountRefusal.emailCodeWrong)
        }
        return stored.id
    }

    /// The hash of a password to be set.
    func hash(_ password: NewPassword) async throws(ServiceError) -> PasswordHash {
        try await store { () throws(StoreFailure) in try await secrets.hash(password.text) }
    }

    /// Adds an event to the audit log.
    func note(
        _ action: AuditAction, by actor: UserID?, of subject: String, from client: Client, detail: String = ""
    ) async throws(ServiceError) {
        let event = surroundings.audit(action, by: actor, of: subject, from: client, detail: detail)
        try await store { () throws(StoreFailure) in try await accounts.record(event) }
    }

    /// Sends a message.
    func post(_ message: MailMessage) async throws(ServiceError) {
        try await store { () throws(StoreFailure) in try await mailer.post(message) }
    }
}

extension AccountTools {
    /// How long whoever was sent a code waits before another is sent to the same address.
    package var codeResendInterval: Duration { limits.codeResend.period }
}
