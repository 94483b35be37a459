import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// What happened and concerns the person who asks.
struct NotificationRoutes {
    let notices: ReadNotices

    private struct Seen: Decodable {
        var through: String?
    }

    private struct List: Encodable, Sendable {
        var unread: Int
        var page: Paged<NoticeBody>

        private enum CodingKeys: CodingKey {
            case unread
        }

        func encode(to encoder: any Encoder) throws {
            try page.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(unread, forKey: .unread)
        }
    }

    func add(to members: RouterGroup<MemberContext>) {
        members.get("me/notifications") { request, context in
            let page = try await notices(of: context.signedIn, Query(request).page())
            let unread = try await notices.unread(of: context.signedIn)
            return JSONAnswer(List(unread: unread, page: Paged(page) { NoticeBody($0, in: context.language) }))
        }
        members.post("me/notifications/read") { request, context in
            var request = request
            let body = try await request.json(Seen.self)
            let last = try body.through.map { text in
                guard let id = ID<Notice>(text) else { throw HTTPRefusal.fieldMalformed("through") }
                return id
            }
            try await notices.markRead(through: last, by: context.signedIn)
            return NothingToShow()
        }
    }
}

/// One notification.
struct NoticeBody: Encodable, Sendable {
    var id: String
    var code: String
    var subject: Subject
    var text: String
    var at: Moment
    var isRead: Bool

    /// What it is about, for a link.
    struct Subject: Encodable, Sendable {
        var kind: String
        var id: String?
    }

    init(_ notice: Notice, in language: Language) {
        id = notice.id.rawValue
        code = notice.event.code
        switch notice.event.subject {
        case .points: subject = Subject(kind: "points")
        case .task(let task): subject = Subject(kind: "task", id: task.rawValue)
        case .share(let share): subject = Subject(kind: "share", id: share.rawValue)
        }
        text = notice.event.text[language]
        at = Moment(notice.at)
        isRead = notice.isRead
    }
}
