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
        addReading(to: router, members)
        addAccounts(to: router, members)
        addTasks(to: members)
        addOffice(to: administrators)
    }

    private func addReading(to router: Router<SiteContext>, _ members: RouterGroup<MemberContext>) {
        HomeRoutes(pages: pages).add(to: router)
        HelpRoutes(pages: pages, texts: pages.look.help).add(to: router)
        CommunityRoutes(
            pages: pages, tools: actions.community, points: ReadPoints(points: actions.points), files: actions.files
        ).add(to: router, members)
    }

    private func addAccounts(to router: Router<SiteContext>, _ members: RouterGroup<MemberContext>) {
        let (tools, points) = (actions.accounts, ReadPoints(points: actions.points))
        let settings = ReadSettings(settings: actions.settings)
        AccountRoutes(
            pages: pages, tools: tools, register: RegisterAccount(tools, settings: actions.settings),
            settings: settings, cookie: SessionCookie(for: origin), lifetime: actions.lifetime
        ).add(to: router, members)
        PersonalRoutes(
            pages: pages, tools: tools, community: actions.community, points: points, settings: settings,
            origin: origin
        ).add(to: members)
        PointsRoutes(pages: pages, points: points, settings: settings).add(to: router, members)
        NoticeRoutes(
            pages: pages, notices: ReadNotices(notices: actions.notices, surroundings: actions.surroundings)
        ).add(to: members)
    }

    private func addTasks(to members: RouterGroup<MemberContext>) {}

    private func addOffice(to administrators: RouterGroup<AdministratorContext>) {}
}
