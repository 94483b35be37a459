import MaigenDomain
import MaigenHTTP

/// A person as that person, or an administrator, sees them.
struct AccountBody: Encodable, Sendable {
    var id: String
    var address: String
    var name: String
    var role: Role
    var language: Language
    var invitationCode: String
    var createdAt: Moment
    var disabledAt: Moment?

    init(_ account: Account) {
        id = account.id.rawValue
        address = account.address.text
        name = account.name.text
        role = account.role
        language = account.language
        invitationCode = account.invitationCode.text
        createdAt = Moment(account.createdAt)
        disabledAt = Moment(account.disabledAt)
    }
}

/// The person who asks, with what every page shows of them.
struct MeBody: Encodable, Sendable {
    var user: AccountBody
    var points: Points
    var unreadNotifications: Int
}

/// A new session.
struct LoginBody: Encodable, Sendable {
    var user: AccountBody
    /// For `Authorization: Bearer`; absent where a cookie holds it.
    var token: String?
}

/// One place where a person is logged in.
struct SessionBody: Encodable, Sendable {
    var id: String
    var address: String
    var agent: String
    var createdAt: Moment
    var lastSeenAt: Moment
    var isCurrent: Bool

    init(_ session: Session, current: SessionID) {
        id = session.id.rawValue
        address = session.client.address
        agent = session.client.agent
        createdAt = Moment(session.createdAt)
        lastSeenAt = Moment(session.lastSeenAt)
        isCurrent = session.id == current
    }
}

/// A person's invitation code, and who came with it.
struct InvitationBody: Encodable, Sendable {
    var code: String
    var invited: Paged<InviteeBody>
}

/// Somebody who registered with another's code.
struct InviteeBody: Encodable, Sendable {
    var id: String
    var name: String
    var joinedAt: Moment

    init(_ invitee: Invitee) {
        id = invitee.id.rawValue
        name = invitee.name.text
        joinedAt = Moment(invitee.joinedAt)
    }
}
