import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// The JSON API under `/api/v1`. `openapi.yaml` beside this file describes every route; a test compares the two.
package struct API: Sendable {
    private let settings: SiteSettings
    private let actions: Actions
    private let streams: EventStreams

    /// `streams` counts the event streams that are open, the site's own with them.
    package init(settings: SiteSettings, actions: Actions, streams: EventStreams) {
        self.settings = settings
        self.actions = actions
        self.streams = streams
    }

    /// Adds every route.
    package func add(to router: Router<SiteContext>) {
        let visitors = router.group("api/v1")
        let members = visitors.group(context: MemberContext.self)
        let administrators = members.group(context: AdministratorContext.self)
        visitors.get("openapi.yaml") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/yaml", .cacheControl: "public, max-age=300"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: PackageResources.openapi_yaml)))
        }
        addAccounts(visitors, members, administrators)
        addTasks(visitors, members)
        addCommunity(visitors, members, administrators)
        addOffice(administrators)
    }

    private func addAccounts(
        _ visitors: RouterGroup<SiteContext>, _ members: RouterGroup<MemberContext>,
        _ administrators: RouterGroup<AdministratorContext>
    ) {
        let (tools, surroundings) = (actions.accounts, actions.surroundings)
        let points = ReadPoints(points: actions.points)
        let notices = ReadNotices(notices: actions.notices, surroundings: surroundings)
        AuthRoutes(
            tools: tools, register: RegisterAccount(tools, settings: actions.settings),
            cookie: SessionCookie(for: settings.origin), lifetime: actions.lifetime
        ).add(to: visitors, members)
        MeRoutes(tools: tools, points: points, notices: notices).add(to: members)
        PointsRoutes(points: points, settings: ReadSettings(settings: actions.settings)).add(to: visitors, members)
        NotificationRoutes(notices: notices).add(to: members)
        UserRoutes(tools: tools, adjust: AdjustPoints(points: actions.points, surroundings: surroundings))
            .add(to: administrators)
    }

    private func addTasks(_ visitors: RouterGroup<SiteContext>, _ members: RouterGroup<MemberContext>) {
        let tools = actions.tasks
        StrategyRoutes(tools: tools).add(to: visitors)
        TaskRoutes(
            tools: tools, community: actions.community, strategies: actions.strategies, files: actions.files,
            watch: TaskWatch(read: ReadTask(tools), announcements: actions.broker.announcements), streams: streams
        ).add(to: members)
        let preview = SpecificationPreview(limits: actions.surroundings.limits, clock: actions.surroundings.clock)
        PreviewRoutes(preview: preview, settings: ReadSettings(settings: actions.settings)).add(to: members)
    }

    private func addCommunity(
        _ visitors: RouterGroup<SiteContext>, _ members: RouterGroup<MemberContext>,
        _ administrators: RouterGroup<AdministratorContext>
    ) {
        let tools = actions.community
        CommunityRoutes(tools: tools, points: ReadPoints(points: actions.points), files: actions.files)
            .add(to: visitors, members)
        ReviewRoutes(tools: tools).add(to: administrators)
    }

    private func addOffice(_ administrators: RouterGroup<AdministratorContext>) {
        let surroundings = actions.surroundings
        SettingsRoutes(
            read: ReadSettings(settings: actions.settings),
            change: ChangeSettings(
                settings: actions.settings, strategies: actions.strategies, surroundings: surroundings)
        ).add(to: administrators)
        StatisticsRoutes(
            read: ReadStatistics(statistics: actions.statistics, surroundings: surroundings), broker: actions.broker
        ).add(to: administrators)
    }
}
