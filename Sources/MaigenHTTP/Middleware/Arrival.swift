import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenServices

/// Finds out where a request comes from, whose it is and which language to answer in, and keeps other sites' pages from
/// acting in a person's name.
package struct Arrival: RouterMiddleware {
    private let settings: SiteSettings
    private let checkSession: CheckSession
    private let cookie: SessionCookie

    package init(settings: SiteSettings, checkSession: CheckSession) {
        self.settings = settings
        self.checkSession = checkSession
        cookie = SessionCookie(for: settings.origin)
    }

    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.client = Client(of: request.headers, peer: context.peer, proxies: settings.proxies)
        context.language =
            LanguageCookie.language(in: request)
            ?? request.headers[.acceptLanguage].flatMap { Language(acceptLanguage: $0) } ?? .chinese
        let (client, asked) = (context.client, context.language)
        context.trace.note { facts in
            facts.client = client
            facts.language = asked
        }
        let credential = Credential(request.headers, cookie: cookie)
        try refuseCrossSite(request, credential)
        if let credential, let signedIn = try await signedIn(credential) {
            context.signedIn = signedIn
            context.language = signedIn.account.language
            context.trace.note { facts in
                facts.user = signedIn.account.id
                facts.language = signedIn.account.language
            }
        }
        return try await next(request, context)
    }

    /// Nil where the session has ended or never was: its sender is a visitor.
    private func signedIn(_ credential: Credential) async throws(ServiceError) -> SignedIn? {
        do {
            return try await checkSession(token: credential.token)
        } catch {
            guard error.refusal?.code == AccountRefusal.notSignedIn.code else { throw error }
            return nil
        }
    }

    /// A request that changes something must not come from another site's page. Browsers say where from; a token in a
    /// header is beyond such a page's reach.
    private func refuseCrossSite(_ request: Request, _ credential: Credential?) throws(HTTPRefusal) {
        if [.get, .head, .options].contains(request.method) { return }
        if case .bearer = credential { return }
        if let site = request.headers[.fetchSite] {
            guard ["same-origin", "none"].contains(site) else { throw .crossSite }
        } else if let origin = request.headers[.origin] {
            guard isOwn(origin, request) else { throw .crossSite }
        } else if case .cookie = credential {
            // Every browser names the origin with such a request; whatever this is, it can use a token.
            throw .crossSite
        }
    }

    private func isOwn(_ origin: String, _ request: Request) -> Bool {
        guard let origin = SiteOrigin(origin) else { return false }
        if origin == settings.origin { return true }
        // The same server under another of its names: a page cannot choose the host that a browser names.
        let host = (request.head.authority ?? "").lowercased()
        return !host.isEmpty && origin.text == (origin.isSecure ? "https://" : "http://") + host
    }
}
