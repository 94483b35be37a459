import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// The JSON API under `/api/v1`. `openapi.yaml` beside this file describes every route; a test compares the two.
package struct API: Sendable {
    private let settings: SiteSettings
    private let tools: AccountTools
    private let lifetime: SessionLifetime
    private let actions: Actions

    /// The actions behind the routes that are not made from `AccountTools` alone.
    package struct Actions: Sendable {
        package var register: RegisterAccount
        package var points: ReadPoints
        package var rules: @Sendable () async throws -> PointsRules
        package var notices: ReadNotices
        package var adjust: AdjustPoints

        package init(
            register: RegisterAccount, points: ReadPoints, rules: @escaping @Sendable () async throws -> PointsRules,
            notices: ReadNotices, adjust: AdjustPoints
        ) {
            self.register = register
            self.points = points
            self.rules = rules
            self.notices = notices
            self.adjust = adjust
        }
    }

    package init(
        settings: SiteSettings, tools: AccountTools, lifetime: SessionLifetime = SessionLifetime(), actions: Actions
    ) {
        self.settings = settings
        self.tools = tools
        self.lifetime = lifetime
        self.actions = actions
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
        AuthRoutes(
            tools: tools, register: actions.register, cookie: SessionCookie(for: settings.origin), lifetime: lifetime
        ).add(to: visitors, members)
        MeRoutes(tools: tools, points: actions.points, notices: actions.notices).add(to: members)
        PointsRoutes(points: actions.points, rules: actions.rules).add(to: visitors, members)
        NotificationRoutes(notices: actions.notices).add(to: members)
        UserRoutes(tools: tools, adjust: actions.adjust).add(to: administrators)
    }
}
