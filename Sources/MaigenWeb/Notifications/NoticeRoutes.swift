import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// Notifications, and that they were read.
struct NoticeRoutes {
    let pages: Pages
    let notices: ReadNotices

    func add(to members: RouterGroup<MemberContext>) {
        members.get("notifications") { request, context in
            let found = try await notices(of: context.signedIn, Query(request).page())
            let page = NoticesPage(
                notices: found.items.map { .init($0, in: context.language) },
                hasUnread: try await notices.unread(of: context.signedIn) > 0,
                last: found.items.first?.id.rawValue ?? "", next: request.next(found.nextCursor))
            return try await pages.show(page, at: .notifications, to: request, context)
        }
        // Up to the newest one that was shown: what arrived since is still to be read.
        members.post("notifications/read") { request, context in
            let form = try await pages.form(request, context)
            try await notices.markRead(through: ID<Notice>(form["last"] ?? ""), by: context.signedIn)
            return pages.redirect(to: "/notifications", done: .noticesRead)
        }
    }
}
