import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// Getting in and out: registration, login, logout, a new password by mail.
struct AccountRoutes {
    let pages: Pages
    let tools: AccountTools
    let register: RegisterAccount
    let settings: ReadSettings
    let cookie: SessionCookie
    let lifetime: SessionLifetime

    func add(to router: Router<SiteContext>, _ members: RouterGroup<MemberContext>) {
        router.get("register") { request, context in
            if context.signedIn != nil { return pages.redirect(to: "/me") }
            return try await show(RegisterPage(invitation: Query(request)["code"] ?? ""), request, context)
        }
        router.post("register") { request, context in try await registered(request, context) }
        router.get("login") { request, context in
            let next = LocalPath(try Query(request)["next"] ?? "")?.text ?? ""
            if context.signedIn != nil { return pages.redirect(to: next.isEmpty ? "/me" : next) }
            return try await pages.show(LoginPage(next: next), to: request, context)
        }
        router.post("login") { request, context in try await loggedIn(request, context) }
        router.get("password-reset") { request, context in
            try await pages.show(ResetPage(), to: request, context)
        }
        router.post("password-reset") { request, context in try await reset(request, context) }
        members.post("logout") { request, context in
            _ = try await pages.form(request, context)
            try await EndSession(tools).logOut(context.signedIn, from: context.client)
            var response = pages.redirect(to: "/", done: .loggedOut)
            response.headers[.setCookie] = cookie.clearing
            return response
        }
    }

    /// One form with two buttons: one has a code sent, the other registers.
    private func registered(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await pages.form(request, context)
        var page = RegisterPage(
            address: form["address"] ?? "", code: form["code"] ?? "", name: form["name"] ?? "",
            invitation: form["invitation"] ?? "")
        if form["action"] == "code" {
            let refused = try await sendCode(.registration, to: page.address, context)
            page.isCodeSent = refused == nil
            return try await show(page, refused: refused, request, context)
        }
        let filled = RegisterAccount.Form(
            address: page.address, code: page.code, password: form["password"] ?? "",
            invitationCode: page.invitation, name: page.name, language: context.language)
        var account: Account?
        let refused = try await refusal { account = try await register(filled, from: context.client) }
        guard let account else { return try await show(page, refused: refused, request, context) }
        let opened = try await LogIn(tools).afterRegistration(
            of: account, password: filled.password, from: context.client)
        return inside(opened, to: "/me")
    }

    private func show(
        _ page: RegisterPage, refused: (any Refusal)? = nil, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        var page = page
        page.reward = NumberText.grouped(try await settings.pointsRules().registration.count)
        guard let refused else { return try await pages.show(page, to: request, context) }
        page.refusal = refused.message[context.language]
        return try await pages.show(page, refused: refused, to: request, context)
    }

    private func loggedIn(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await pages.form(request, context)
        let next = LocalPath(form["next"] ?? "")?.text ?? ""
        var page = LoginPage(address: form["address"] ?? "", next: next)
        var response: Response?
        let refused = try await refusal {
            let opened = try await LogIn(tools)(
                address: page.address, password: form["password"] ?? "", from: context.client)
            response = inside(opened, to: next.isEmpty ? "/tasks" : next)
        }
        if let response { return response }
        guard let refused else { throw HTTPRefusal.failure }
        page.refusal = refused.message[context.language]
        return try await pages.show(page, refused: refused, to: request, context)
    }

    /// A new session, in this browser from now on.
    private func inside(_ opened: LogIn.Opened, to path: String) -> Response {
        var response = pages.redirect(to: path)
        response.headers[.setCookie] = cookie.setting(opened.token, lifetime: lifetime)
        return response
    }

    private func reset(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await pages.form(request, context)
        var page = ResetPage(address: form["address"] ?? "", code: form["code"] ?? "")
        let refused: (any Refusal)?
        if form["action"] == "code" {
            refused = try await sendCode(.passwordReset, to: page.address, context)
            page.isCodeSent = refused == nil
        } else {
            refused = try await refusal {
                try await ResetPassword(tools)(
                    address: page.address, code: page.code, password: form["password"] ?? "", from: context.client)
            }
            if refused == nil { return pages.redirect(to: "/login", done: .passwordReset) }
        }
        guard let refused else { return try await pages.show(page, to: request, context) }
        page.refusal = refused.message[context.language]
        return try await pages.show(page, refused: refused, to: request, context)
    }

    private func sendCode(
        _ purpose: EmailCodePurpose, to address: String, _ context: SiteContext
    ) async throws -> (any Refusal)? {
        try await refusal {
            try await RequestEmailCode(tools)(
                address: address, purpose: purpose, language: context.language, from: context.client)
        }
    }
}
