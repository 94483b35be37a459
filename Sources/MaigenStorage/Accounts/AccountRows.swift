import MaigenDomain

/// Accounts, codes and sessions as rows.
enum AccountRows {
    static func account(_ row: SQLRow) throws(SQLError) -> Account {
        Account(
            id: try row.id("id"), address: try row.parsed("email", EmailAddress.init),
            name: try row.parsed("name", DisplayName.init), role: try row.parsed("role", Role.init(rawValue:)),
            language: try row.parsed("language", Language.init(rawValue:)),
            invitationCode: try row.parsed("invitation_code") { InvitationCode($0) },
            disabledAt: try row.momentIfAny("disabled_at"), createdAt: try row.moment("created_at"))
    }

    static func credentials(_ row: SQLRow) throws(SQLError) -> Credentials {
        Credentials(account: try account(row), hash: PasswordHash(text: try row.text("password_hash")))
    }

    static func code(_ row: SQLRow) throws(SQLError) -> StoredEmailCode {
        StoredEmailCode(
            id: try row.id("id"), address: try row.parsed("email", EmailAddress.init),
            purpose: try row.parsed("purpose", EmailCodePurpose.init(rawValue:)),
            hash: PasswordHash(text: try row.text("code_hash")), createdAt: try row.moment("created_at"))
    }

    static func session(_ row: SQLRow) throws(SQLError) -> Session {
        Session(
            id: try row.id("id"), user: try row.id("user_id"),
            client: Client(address: try row.text("client_address"), agent: try row.text("client_agent")),
            createdAt: try row.moment("created_at"), lastSeenAt: try row.moment("last_seen_at"))
    }
}
