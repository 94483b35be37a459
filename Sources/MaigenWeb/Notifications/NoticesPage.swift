import MaigenDomain

/// What happened and concerns the person who looks.
struct NoticesPage: PageModel {
    static let template = "notices"
    var notices: [Listed]
    var hasUnread: Bool
    /// The newest one shown: what is marked as read goes up to it.
    var last: String
    var next: String?

    struct Listed: Sendable {
        var text: String
        var link: String
        var at: MomentText
        var isUnread: Bool

        init(_ notice: Notice, in language: Language) {
            text = notice.event.text[language]
            at = MomentText(notice.at)
            isUnread = !notice.isRead
            link =
                switch notice.event.subject {
                case .points: "/me/points"
                case .task(let task): "/tasks/\(task)"
                case .share(let share): "/community/\(share)"
                }
        }
    }
}
