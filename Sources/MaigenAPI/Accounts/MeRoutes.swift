import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// A person's own account: profile, password, sessions, invitation.
struct MeRoutes {
    let tools: AccountTools
    let points: ReadPoints
    let notices: ReadNotices

    private struct Profile: Decodable {
        var name: String?
        var language: Language?
    }

    private struct Password: Decodable {
        var currentPassword: String
        var newPassword: String
    }

    func add(to members: RouterGroup<MemberContext>) {
        members.get("me") { _, context in
            JSONAnswer(try await me(context.signedIn))
        }
        members.patch("me") { request, context in
            var request = request
            let body = try await request.json(Profile.self)
            var signedIn = context.signedIn
            signedIn.account = try await UpdateProfile(tools)(
                name: body.name, language: body.language, by: signedIn)
            return JSONAnswer(try await me(signedIn))
        }
        members.post("me/password") { request, context in
            var request = request
            let body = try await request.json(Password.self)
            try await ChangePassword(tools)(
                from: body.currentPassword, to: body.newPassword, by: context.signedIn, from: context.client)
            return NothingToShow()
        }
        members.get("me/sessions") { _, context in
            let sessions = try await ListSessions(tools)(of: context.signedIn)
            let current = context.signedIn.session
            return JSONAnswer(Paged(whole: sessions.map { SessionBody($0, current: current) }))
        }
        members.delete("me/sessions/{id}") { _, context in
            let id: SessionID = try context.id(or: AccountRefusal.sessionUnknown)
            try await EndSession(tools)(id, by: context.signedIn, from: context.client)
            return NothingToShow()
        }
        members.get("me/invitation") { request, context in
            let page = try await ListInvitees(tools)(of: context.signedIn, Query(request).page())
            return JSONAnswer(
                InvitationBody(
                    code: context.signedIn.account.invitationCode.text, invited: Paged(page, InviteeBody.init)))
        }
    }

    private func me(_ signedIn: SignedIn) async throws -> MeBody {
        MeBody(
            user: AccountBody(signedIn.account), points: try await points.balance(of: signedIn),
            unreadNotifications: try await notices.unread(of: signedIn))
    }
}
