import MaigenDomain

/// Opens an account for the owner of an address, and pays the rewards.
package struct RegisterAccount: Sendable {
    private let tools: AccountTools
    private let settings: any SettingsStore

    package init(_ tools: AccountTools, settings: any SettingsStore) {
        self.tools = tools
        self.settings = settings
    }

    /// What a newcomer fills in.
    package struct Form: Sendable {
        /// The address.
        package var address: String
        /// The code that was sent there.
        package var code: String
        /// The new password.
        package var password: String
        /// Somebody's invitation code; empty where there is none.
        package var invitationCode: String
        /// The name others see; empty to be given one.
        package var name: String
        /// The language in which to be spoken to.
        package var language: Language

        package init(
            address: String, code: String, password: String, invitationCode: String = "", name: String = "",
            language: Language = .chinese
        ) {
            self.address = address
            self.code = code
            self.password = password
            self.invitationCode = invitationCode
            self.name = name
            self.language = language
        }
    }

    /// The new account. One code opens one account: whoever comes second with it is refused.
    package func callAsFunction(_ form: Form, from client: Client) async throws(ServiceError) -> Account {
        let address = try parsed(EmailAddress(form.address), or: AccountRefusal.addressMalformed)
        let password = try tools.newPassword(form.password, for: address)
        let name = form.name.isEmpty ? nil : try parsed(DisplayName(form.name), or: AccountRefusal.nameMalformed)
        try await tools.surroundings.allow(tools.limits.codeTriesByClient.by(client.network))
        let inviter = try await inviter(form.invitationCode)
        let code = try await tools.checkedCode(form.code, of: address, for: .registration, from: client)
        let hash = try await tools.hash(password)
        return try await register { present in
            registration(
                address, name, form.language, hash, code: code, inviter: inviter, role: .user, from: client, present)
        }
    }

    /// The account that `draft` makes under the settings in force. One invitation code in 10¹² is taken in a platform of
    /// a million people, and settings change rarely: a second try is one too many.
    private func register(_ draft: (PresentSettings) -> Registration) async throws(ServiceError) -> Account {
        for _ in 0..<8 {
            let present = try await store { () throws(StoreFailure) in try await settings.settings() }
            let registration = draft(present)
            switch try await store({ () throws(StoreFailure) in try await tools.accounts.register(registration) }) {
            case .registered: return registration.account
            case .codeUsed: throw .refused(AccountRefusal.emailCodeWrong)
            case .addressTaken: throw .refused(AccountRefusal.addressTaken)
            case .invitationCodeTaken, .settingsChanged: continue
            }
        }
        throw .failed(StoreFailure(.broken, "no free invitation code"))
    }

    /// Makes an administrator without a code by mail: from the machine's own console. The password is made up, and
    /// returned this once.
    package func administrator(
        address typed: String, language: Language
    ) async throws(ServiceError) -> (account: Account, password: NewPassword) {
        let address = try parsed(EmailAddress(typed), or: AccountRefusal.addressMalformed)
        let password = NewPassword(tools.surroundings.randomness)
        let hash = try await tools.hash(password)
        let account = try await register { present in
            registration(
                address, nil, language, hash, code: nil, inviter: nil, role: .administrator, from: .console, present)
        }
        return (account, password)
    }

    private func inviter(_ typed: String) async throws(ServiceError) -> UserID? {
        guard !typed.allSatisfy(\.isWhitespace) else { return nil }
        let code = try parsed(InvitationCode(typed), or: AccountRefusal.invitationCodeUnknown)
        let inviter = try await store { () throws(StoreFailure) in try await tools.accounts.inviter(with: code) }
        return try parsed(inviter, or: AccountRefusal.invitationCodeUnknown)
    }

    private func registration(
        _ address: EmailAddress, _ name: DisplayName?, _ language: Language, _ hash: PasswordHash,
        code: ID<StoredEmailCode>?, inviter: UserID?, role: Role, from client: Client,
        _ present: PresentSettings
    ) -> Registration {
        let (now, randomness) = (tools.surroundings.now, tools.surroundings.randomness)
        let invitationCode = InvitationCode(randomness)
        let account = Account(
            id: tools.surroundings.newID(), address: address, name: name ?? DisplayName(for: invitationCode),
            role: role, language: language, invitationCode: invitationCode, disabledAt: nil, createdAt: now)
        return Registration(
            account: account, hash: hash, code: code, inviter: inviter,
            transfers: present.settings.points.rewards(for: account.id, invitedBy: inviter, at: now, randomness),
            settings: present.version,
            audit: tools.surroundings.audit(.registered, by: account.id, of: account.id.rawValue, from: client))
    }
}
