import MaigenDomain

/// 个人中心: what a person has at a glance.
struct OverviewPage: PageModel {
    static let template = "me"
    let tabs = PersonalTabs.overview
    var name: String
    var address: String
    var balance: String
    var invitationLink: String
    var invited: String
    var joined: MomentText
    var records: [PointsPage.Record]
}

/// A person's invitation code, and who came with it.
struct InvitationsPage: PageModel {
    static let template = "invitations"
    let tabs = PersonalTabs.invitations
    var code: String
    var link: String
    /// What inviting earns, and being invited.
    var reward: String
    var welcome: String
    var invited: [Invited]
    var next: String?

    struct Invited: Sendable {
        var name: String
        var joined: MomentText
    }
}

/// A person's shares, whatever their state.
struct OwnSharesPage: PageModel {
    static let template = "own-shares"
    let tabs = PersonalTabs.shares
    var shares: [Listed]
    var next: String?

    struct Listed: Sendable {
        var id: String
        var task: String
        var title: String
        var price: String
        var state: String
        var tone: String
        /// Why it was rejected; nil where it was not.
        var rejection: String?
        var likes: String
        var purchases: String
        var created: MomentText

        init(_ share: Share, in language: Language) {
            id = share.id.rawValue
            task = share.task.rawValue
            title = share.title
            price = NumberText.grouped(share.price.count)
            state = share.state.title[language]
            tone =
                switch share.state {
                case .pending: "warn"
                case .approved: "good"
                case .rejected: "bad"
                }
            rejection = share.state == .rejected ? share.rejection : nil
            likes = NumberText.grouped(Int64(share.likes))
            purchases = NumberText.grouped(Int64(share.purchases))
            created = MomentText(share.createdAt)
        }
    }
}

/// Where a person is logged in.
struct SessionsPage: PageModel {
    static let template = "sessions"
    let tabs = PersonalTabs.sessions
    var sessions: [Listed]

    struct Listed: Sendable {
        var id: String
        var agent: String
        var fullAgent: String
        var address: String
        var created: MomentText
        var lastSeen: MomentText
        var isCurrent: Bool

        init(_ session: Session, current: SessionID) {
            id = session.id.rawValue
            agent = AgentText.short(session.client.agent)
            fullAgent = session.client.agent
            address = session.client.address
            created = MomentText(session.createdAt)
            lastSeen = MomentText(session.lastSeenAt)
            isCurrent = session.id == current
        }
    }
}

/// Name, language and password.
struct ProfilePage: PageModel {
    static let template = "profile"
    let tabs = PersonalTabs.profile
    var name: String
    var address: String
    var isChinese: Bool
    /// Why the name was not taken.
    var refusal: String?
    /// Why the password was not changed.
    var passwordRefusal: String?

    init(_ account: Account) {
        name = account.name.text
        address = account.address.text
        isChinese = account.language == .chinese
    }
}
