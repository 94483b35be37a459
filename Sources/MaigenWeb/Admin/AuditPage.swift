import MaigenDomain

/// What happened, newest first.
struct AuditPage: PageModel {
    static let template = "office-audit"
    let isAtAudit = true
    var rows: [Row]
    var hasRows: Bool
    var next: String?
    var isFirst: Bool

    struct Row: Sendable {
        var at: MomentText
        var action: String
        var actor: String
        var subject: String
        var address: String
        var agent: String
        var detail: String
    }

    init(_ page: Page<AuditEvent>, isFirst: Bool, in language: Language) {
        rows = page.items.map { event in
            Row(
                at: MomentText(event.at), action: event.action.title[language], actor: event.actor?.rawValue ?? "–",
                subject: event.subject, address: event.client.address, agent: event.client.agent, detail: event.detail)
        }
        hasRows = !rows.isEmpty
        next = page.nextCursor.map { "/admin/audit?cursor=" + Pages.escaped($0.position) }
        self.isFirst = isFirst
    }
}
