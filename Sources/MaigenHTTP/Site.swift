import HTTPTypes
import Hummingbird
import Logging
import MaigenDomain
import MaigenServices

/// The frame around every route: what is done for each request, in the order in which it is done.
///
/// Middleware of Hummingbird guards only the routes that are added after it, and an unknown address passes only the
/// router's own; so all of it is here, and routes are added in `add`.
package struct Site {
    /// How it is reached.
    package var settings: SiteSettings
    /// What it counts.
    package var metrics: Metrics
    /// Finds out whose a request is.
    package var checkSession: CheckSession
    /// Whether everything that requests need works at this moment.
    package var isReady: @Sendable () async -> Bool
    /// What is measured when somebody asks.
    package var gauges: @Sendable () async -> [Gauge]
    /// How pages write problems; the API writes its own.
    package var page: ErrorAnswers.Form

    package init(
        settings: SiteSettings, metrics: Metrics, checkSession: CheckSession,
        isReady: @escaping @Sendable () async -> Bool, gauges: @escaping @Sendable () async -> [Gauge],
        page: @escaping ErrorAnswers.Form = { problem, _ in problem.jsonResponse() }
    ) {
        self.settings = settings
        self.metrics = metrics
        self.checkSession = checkSession
        self.isReady = isReady
        self.gauges = gauges
        self.page = page
    }

    /// The router with the routes that `add` adds.
    package func router(_ add: (Router<SiteContext>) -> Void) -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        let methods = MethodTable()
        let page = page
        router.add(middleware: Observation(metrics: metrics))
        router.add(middleware: SecurityHeaders(settings: settings))
        router.add(
            middleware: ErrorAnswers(methods: methods) { problem, request in
                request.isForAPI ? problem.jsonResponse() : page(problem, request)
            })
        HealthRoutes(settings: settings, metrics: metrics, isReady: isReady, gauges: gauges).add(to: router)
        router.add(middleware: Arrival(settings: settings, checkSession: checkSession))
        add(router)
        methods.fill(from: router)
        return router
    }
}
