/// Which part of a person's own pages is shown; stored, because templates see stored properties only.
struct PersonalTabs: Sendable {
    private var isOverview = false
    private var isPoints = false
    private var isInvitations = false
    private var isShares = false
    private var isSessions = false
    private var isProfile = false

    static let overview = PersonalTabs(isOverview: true)
    static let points = PersonalTabs(isPoints: true)
    static let invitations = PersonalTabs(isInvitations: true)
    static let shares = PersonalTabs(isShares: true)
    static let sessions = PersonalTabs(isSessions: true)
    static let profile = PersonalTabs(isProfile: true)
}
