import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// Getting in and out: codes by mail, registration, login, logout, a new password.
struct AuthRoutes {
    let tools: AccountTools
    let register: RegisterAccount
    let cookie: SessionCookie
    let lifetime: SessionLifetime

    private struct CodeRequest: Decodable {
        var address: String
        var purpose: EmailCodePurpose
        var language: Language?
    }

    private struct CodeSent: Encodable, Sendable {
        var expiresInSeconds: Int64
        var resendInSeconds: Int64
    }

    private struct Registration: Decodable {
        var address: String
        var code: String
        var password: String
        var invitationCode: String?
        var name: String?
        var language: Language?
    }

    private struct Login: Decodable {
        /// How the client keeps the session.
        enum Keeping: String, Decodable {
            case token, cookie
        }

        var address: String
        var password: String
        var session: Keeping?
    }

    private struct Reset: Decodable {
        var address: String
        var code: String
        var password: String
    }

    func add(to visitors: RouterGroup<SiteContext>, _ members: RouterGroup<MemberContext>) {
        visitors.post("auth/email-codes") { request, context in
            var request = request
            let body = try await request.json(CodeRequest.self)
            try await RequestEmailCode(tools)(
                address: body.address, purpose: body.purpose, language: body.language ?? context.language,
                from: context.client)
            return JSONAnswer(
                CodeSent(
                    expiresInSeconds: EmailCode.lifetime.components.seconds,
                    resendInSeconds: tools.codeResendInterval.components.seconds),
                status: .accepted)
        }
        visitors.post("auth/register") { request, context in
            var request = request
            let body = try await request.json(Registration.self)
            let account = try await register(
                RegisterAccount.Form(
                    address: body.address, code: body.code, password: body.password,
                    invitationCode: body.invitationCode ?? "", name: body.name ?? "",
                    language: body.language ?? context.language),
                from: context.client)
            return JSONAnswer(AccountBody(account), status: .created)
        }
        visitors.post("auth/login") { request, context in
            var request = request
            let body = try await request.json(Login.self)
            let opened = try await LogIn(tools)(
                address: body.address, password: body.password, from: context.client)
            var answer = JSONAnswer(LoginBody(user: AccountBody(opened.signedIn.account)))
            switch body.session ?? .token {
            case .token: answer.value.token = opened.token.text
            case .cookie: answer.headers[.setCookie] = cookie.setting(opened.token, lifetime: lifetime)
            }
            return answer
        }
        visitors.post("auth/password-reset") { request, context in
            var request = request
            let body = try await request.json(Reset.self)
            try await ResetPassword(tools)(
                address: body.address, code: body.code, password: body.password, from: context.client)
            return NothingToShow()
        }
        members.post("auth/logout") { _, context in
            try await EndSession(tools).logOut(context.signedIn, from: context.client)
            return NothingToShow(headers: [.setCookie: cookie.clearing])
        }
    }
}
