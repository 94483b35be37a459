import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// 个人中心: a person's own account.
struct PersonalRoutes {
    let pages: Pages
    let tools: AccountTools
    let community: CommunityTools
    let points: ReadPoints
    let settings: ReadSettings
    let origin: SiteOrigin

    func add(to members: RouterGroup<MemberContext>) {
        members.get("me") { request, context in try await overview(request, context) }
        members.get("me/invitations") { request, context in try await invitations(request, context) }
        members.get("me/shares") { request, context in
            let page = try await ListShares(community).own(of: context.signedIn, Query(request).page())
            let shares = page.items.map { OwnSharesPage.Listed($0, in: context.language) }
            return try await pages.show(
                OwnSharesPage(shares: shares, next: request.next(page.nextCursor)), at: .personal, to: request, context)
        }
        members.get("me/sessions") { request, context in
            let sessions = try await ListSessions(tools)(of: context.signedIn)
            let current = context.signedIn.session
            return try await pages.show(
                SessionsPage(sessions: sessions.map { .init($0, current: current) }), at: .personal, to: request,
                context)
        }
        members.post("me/sessions/{id}/end") { request, context in
            _ = try await pages.form(request, context)
            let id: SessionID = try context.id(or: AccountRefusal.sessionUnknown)
            try await EndSession(tools)(id, by: context.signedIn, from: context.client)
            return pages.redirect(to: "/me/sessions", done: .sessionEnded)
        }
        members.get("me/profile") { request, context in
            try await pages.show(ProfilePage(context.signedIn.account), at: .personal, to: request, context)
        }
        members.post("me/profile") { request, context in try await saveProfile(request, context) }
        members.post("me/password") { request, context in try await changePassword(request, context) }
    }

    private func link(_ account: Account) -> String { "\(origin)/register?code=\(account.invitationCode.text)" }

    private func overview(_ request: Request, _ context: MemberContext) async throws -> Response {
        let (signedIn, account) = (context.signedIn, context.signedIn.account)
        let records = try await points.records(of: signedIn, kind: nil, PageRequest(limit: 5))
        let invited = try await ListInvitees(tools)(of: signedIn, PageRequest(limit: 100))
        let page = OverviewPage(
            name: account.name.text, address: account.address.text,
            balance: NumberText.grouped(try await points.balance(of: signedIn).count), invitationLink: link(account),
            invited: "\(invited.items.count)" + (invited.nextCursor == nil ? "" : "+"),
            joined: MomentText(account.createdAt), records: records.items.map { .init($0, in: context.language) })
        return try await pages.show(page, at: .personal, to: request, context)
    }

    private func invitations(_ request: Request, _ context: MemberContext) async throws -> Response {
        let account = context.signedIn.account
        let invited = try await ListInvitees(tools)(of: context.signedIn, Query(request).page())
        let rules = try await settings.pointsRules()
        let page = InvitationsPage(
            code: account.invitationCode.text, link: link(account), reward: NumberText.grouped(rules.inviter.count),
            welcome: NumberText.grouped(rules.invited.count),
            invited: invited.items.map { .init(name: $0.name.text, joined: MomentText($0.joinedAt)) },
            next: request.next(invited.nextCursor))
        return try await pages.show(page, at: .personal, to: request, context)
    }

    private func saveProfile(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await pages.form(request, context)
        let refused = try await refusal {
            _ = try await UpdateProfile(tools)(
                name: form["name"] ?? "", language: Language(rawValue: form["language"] ?? ""), by: context.signedIn)
        }
        guard let refused else { return pages.redirect(to: "/me/profile", done: .profileSaved) }
        var page = ProfilePage(context.signedIn.account)
        page.name = form["name"] ?? ""
        page.isChinese = form["language"] != Language.english.rawValue
        page.refusal = refused.message[context.language]
        return try await pages.show(page, at: .personal, refused: refused, to: request, context)
    }

    private func changePassword(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await pages.form(request, context)
        let refused = try await refusal {
            try await ChangePassword(tools)(
                from: form["present"] ?? "", to: form["password"] ?? "", by: context.signedIn, from: context.client)
        }
        guard let refused else { return pages.redirect(to: "/me/profile", done: .passwordChanged) }
        var page = ProfilePage(context.signedIn.account)
        page.passwordRefusal = refused.message[context.language]
        return try await pages.show(page, at: .personal, refused: refused, to: request, context)
    }
}
