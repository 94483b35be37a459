import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// Switches the language: a member's for good, a visitor's in their browser.
struct LanguageRoutes {
    let pages: Pages
    let tools: AccountTools
    let origin: SiteOrigin

    func add(to router: Router<SiteContext>) {
        router.post("language") { request, context in
            let form = try await pages.form(request, context)
            guard let language = Language(rawValue: form["language"] ?? "") else {
                throw HTTPRefusal.parameterMalformed("language")
            }
            if let signedIn = context.signedIn {
                _ = try await UpdateProfile(tools)(name: nil, language: language, by: signedIn)
            }
            var response = pages.redirect(to: LocalPath(form["back"] ?? "")?.text ?? "/")
            response.headers[.setCookie] = LanguageCookie.setting(language, for: origin)
            return response
        }
    }
}
