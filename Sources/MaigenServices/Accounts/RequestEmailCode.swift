import MaigenDomain

/// Sends a verification code to an address.
///
/// The answer, and the time it takes, are the same whether the address has an account or not; what differs is the
/// message, which only the owner of the address reads.
package struct RequestEmailCode: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// Refuses with `address_malformed` or `too_many_attempts`.
    package func callAsFunction(
        address typed: String, purpose: EmailCodePurpose, language: Language, from client: Client
    ) async throws(ServiceError) {
        let address = try parsed(EmailAddress(typed), or: AccountRefusal.addressMalformed)
        let (limits, subject) = (tools.limits, purpose.rawValue + " " + address.key)
        try await tools.surroundings.allow(
            limits.codesByClient.by(client.network), limits.codesToAddress.by(subject),
            limits.codeResend.by(subject))
        let known = try await store { () throws(StoreFailure) in
            try await tools.accounts.credentials(for: address)
        }
        let isWanted = (known == nil) == (purpose == .registration)
        let code = EmailCode(tools.surroundings.randomness)
        // Where no code is wanted, one that nobody is told takes its place, so that the work is the same.
        let digits = isWanted ? code.digits : NewPassword(tools.surroundings.randomness).text
        let hash = try await store { () throws(StoreFailure) in try await tools.secrets.hash(digits) }
        let stored = StoredEmailCode(
            id: tools.surroundings.newID(), address: address, purpose: purpose, hash: hash,
            createdAt: tools.surroundings.now)
        try await store { () throws(StoreFailure) in try await tools.accounts.keep(stored) }
        // To the address as it was registered: mail systems may tell capitals apart, and codes for an account must
        // never go anywhere else.
        let recipient = known?.account.address ?? address
        try await tools.post(
            MailMessage(
                to: recipient, in: known?.account.language ?? language,
                Self.content(purpose, isWanted ? code : nil)))
    }

    private static func content(_ purpose: EmailCodePurpose, _ code: EmailCode?) -> MailContent {
        switch (purpose, code) {
        case (.registration, let code?): .registrationCode(code)
        case (.registration, nil): .alreadyRegistered
        case (.passwordReset, let code?): .passwordResetCode(code)
        case (.passwordReset, nil): .noAccount
        }
    }
}
