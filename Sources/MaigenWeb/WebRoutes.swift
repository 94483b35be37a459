import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// The website: every page, over the same actions as the API.
package struct WebRoutes: Sendable {
    private let pages: Pages
    private let origin: SiteOrigin
    private let actions: Actions
    private let streams: EventStreams

    /// `streams` counts the event streams that are open, the API's with them.
    package init(_ look: Look, settings: SiteSettings, actions: Actions, streams: EventStreams) {
        pages = Pages(look, for: settings.origin, actions)
        origin = settings.origin
        self.actions = actions
        self.streams = streams
    }

    /// How the site writes problems for people.
    package var page: ErrorAnswers.Form { { [pages] problem, request in pages.show(problem, to: request) } }

    /// Adds every route.
    package func add(to router: Router<SiteContext>) {
        let members = router.group(context: MemberContext.self)
        let administrators = members.group(context: AdministratorContext.self)
        StaticRoutes(files: pages.look.files).add(to: router)
        LanguageRoutes(pages: pages, tools: actions.accounts, origin: origin).add(to: router)
        HomeRoutes(pages: pages).add(to: router)
        addTasks(to: members)
        addOffice(to: administrators)
    }

    private func addTasks(to members: RouterGroup<MemberContext>) {}

    private func addOffice(to administrators: RouterGroup<AdministratorContext>) {}
}
