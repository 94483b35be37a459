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

    private func addTasks(to members: RouterGroup<MemberContext>) {
        let tools = actions.tasks
        NewTaskRoutes(
            pages: pages, tools: tools, settings: ReadSettings(settings: actions.settings),
            points: ReadPoints(points: actions.points), strategies: actions.strategies,
            randomness: actions.surroundings.randomness
        ).add(to: members)
        TaskPageRoutes(
            pages: pages, tools: tools, community: actions.community, strategies: actions.strategies,
            files: actions.files, clock: actions.surroundings.clock
        ).add(to: members)
    }

    private func addOffice(to administrators: RouterGroup<AdministratorContext>) {
        OfficeRoutes(
            pages: pages,
            statistics: ReadStatistics(statistics: actions.statistics, surroundings: actions.surroundings),
            broker: actions.broker, accounts: actions.accounts, clock: actions.surroundings.clock
        ).add(to: administrators)
        ReviewRoutes(
            pages: pages, tasks: actions.tasks, community: actions.community, strategies: actions.strategies,
            clock: actions.surroundings.clock
        ).add(to: administrators)
        UserRoutes(
            pages: pages, tools: actions.accounts,
            adjust: AdjustPoints(points: actions.points, surroundings: actions.surroundings),
            randomness: actions.surroundings.randomness
        ).add(to: administrators)
        SettingsRoutes(
            pages: pages, read: ReadSettings(settings: actions.settings),
            change: ChangeSettings(
                settings: actions.settings, strategies: actions.strategies, surroundings: actions.surroundings),
            strategies: actions.strategies
        ).add(to: administrators)
    }
}
