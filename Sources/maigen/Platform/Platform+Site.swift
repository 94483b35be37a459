import Hummingbird
import Logging
import MaigenAPI
import MaigenDomain
import MaigenHTTP
import MaigenServices

extension Platform {
    /// Everything that is answered over HTTP.
    func router(metrics: Metrics = Metrics()) -> Router<SiteContext> {
        let store = store
        let site = Site(
            settings: configuration.site, metrics: metrics, checkSession: CheckSession(tools),
            isReady: { await isReady(store) }, gauges: { [] })
        let rules = PointsRules()
        let api = API(
            settings: configuration.site, tools: tools,
            actions: API.Actions(
                register: RegisterAccount(tools, rules: rules), points: ReadPoints(points: store), rules: { rules },
                notices: ReadNotices(notices: store, surroundings: surroundings),
                adjust: AdjustPoints(points: store, surroundings: surroundings)))
        return site.router { api.add(to: $0) }
    }
}

/// Whether the database answers.
private func isReady(_ points: some PointsStore) async -> Bool {
    do {
        _ = try await points.balance(of: UserID(rawValue: "nobody"))
        return true
    } catch {
        // Why is in the log of whatever request meets it; here only whether.
        return false
    }
}
