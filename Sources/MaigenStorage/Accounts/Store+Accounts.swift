import MaigenDomain

extension Store: AccountStore {
    package func credentials(for address: EmailAddress) async throws(StoreFailure) -> Credentials? {
        try await read { session in
            try session.row("SELECT * FROM users WHERE email_key = $1", .text(address.key))
                .map(AccountRows.credentials)
        }
    }

    package func credentials(of user: UserID) async throws(StoreFailure) -> Credentials? {
        try await read { session in
            try session.row("SELECT * FROM users WHERE id = $1", .id(user)).map(AccountRows.credentials)
        }
    }

    package func inviter(with code: InvitationCode) async throws(StoreFailure) -> UserID? {
        try await read { session in
            try session.row(
                "SELECT id FROM users WHERE invitation_code = $1 AND disabled_at IS NULL", .text(code.text)
            ).map { row throws(SQLError) in try row.id("id") }
        }
    }

    package func invited(by user: UserID, _ page: PageRequest) async throws(StoreFailure) -> Page<Invitee> {
        let found = try await read { session in
            try session.rows(
                """
                SELECT id, name, created_at FROM users
                WHERE invited_by = $1 AND (CAST($2 AS TEXT) IS NULL OR id < $2)
                ORDER BY id DESC LIMIT $3
                """, .id(user), .optional(page.cursor?.position), .int(Int64(page.limit + 1))
            ).map { row throws(SQLError) in
                Invitee(
                    id: try row.id("id"), name: try row.parsed("name", DisplayName.init),
                    joinedAt: try row.moment("created_at"))
            }
        }
        return Page(found, request: page) { $0.id.rawValue }
    }

    package func accounts(matching text: String, _ page: PageRequest) async throws(StoreFailure) -> Page<FoundAccount> {
        let found = try await read { session in
            try session.rows(
                """
                SELECT u.*, a.balance FROM users u JOIN points_accounts a ON a.user_id = u.id
                WHERE (CAST($1 AS TEXT) IS NULL OR u.id < $1) AND (CAST($2 AS TEXT) IS NULL
                    OR u.email_key LIKE $2 ESCAPE '\\' OR lower(u.name) LIKE $2 ESCAPE '\\')
                ORDER BY u.id DESC LIMIT $3
                """, .optional(page.cursor?.position), .containing(text), .int(Int64(page.limit + 1))
            ).map { row throws(SQLError) in
                FoundAccount(account: try AccountRows.account(row), balance: try row.points("balance"))
            }
        }
        return Page(found, request: page) { $0.account.id.rawValue }
    }

    package func register(_ registration: Registration) async throws(StoreFailure) -> RegistrationOutcome {
        try await write { session in
            guard try SettingsRows(session).version() == registration.settings else { return .undo(.settingsChanged) }
            if let code = registration.code {
                guard try useUp(code, session) else { return .undo(.codeUsed) }
            }
            do {
                try insert(registration, session)
            } catch let error as SQLError {
                switch error.kind {
                case .unique("users_email_key_key"): return .undo(.addressTaken)
                case .unique("users_invitation_code_key"): return .undo(.invitationCodeTaken)
                default: throw error
                }
            }
            let ledger = Ledger(session)
            try ledger.open(registration.account.id)
            for transfer in registration.transfers {
                let outcome = try ledger.post(transfer)
                // The account is new, so its rewards cannot have been paid.
                guard outcome == .done else { throw SQLError(.misuse, "reward not paid: \(outcome)") }
            }
            try AuditLog(session).add(registration.audit)
            return .keep(.registered)
        }
    }

    private func insert(_ registration: Registration, _ session: any SQLSession) throws(SQLError) {
        let account = registration.account
        try session.run(
            """
            INSERT INTO users (
                id, email, email_key, name, password_hash, role, language, invitation_code, invited_by, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .id(account.id), .text(account.address.text), .text(account.address.key), .text(account.name.text),
                .text(registration.hash.text), .text(account.role.rawValue), .text(account.language.rawValue),
                .text(account.invitationCode.text), .optional(registration.inviter?.rawValue),
                .at(account.createdAt),
            ])
    }

    package func updateProfile(
        of user: UserID, name: DisplayName, language: Language
    ) async throws(StoreFailure) {
        try await write { session in
            try session.change(
                "UPDATE users SET name = $2, language = $3 WHERE id = $1", .id(user), .text(name.text),
                .text(language.rawValue))
            return .keep(())
        }
    }

    package func setStanding(
        of user: UserID, role: Role, disabledAt: Timestamp?, audit: AuditEvent
    ) async throws(StoreFailure) -> Bool {
        try await write { session in
            let changed = try session.change(
                "UPDATE users SET role = $2, disabled_at = $3 WHERE id = $1", .id(user), .text(role.rawValue),
                .optional(disabledAt))
            guard changed == 1 else { return .undo(false) }
            if disabledAt != nil { try session.change("DELETE FROM sessions WHERE user_id = $1", .id(user)) }
            try AuditLog(session).add(audit)
            return .keep(true)
        }
    }

    /// Removes the code: whoever removes it has used it, and nobody else can.
    func useUp(_ code: ID<StoredEmailCode>, _ session: any SQLSession) throws(SQLError) -> Bool {
        try session.change("DELETE FROM email_codes WHERE id = $1", .id(code)) == 1
    }
}
