import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// How the platform is doing: statistics, queues and workers, and what happened.
struct OfficeRoutes {
    let pages: Pages
    let statistics: ReadStatistics
    let broker: Broker
    let accounts: AccountTools
    let clock: WallClock

    func add(to administrators: RouterGroup<AdministratorContext>) {
        administrators.get("admin") { request, context in
            let days = try Query(request).value("days") { text in
                Int(text).flatMap { (1...366).contains($0) ? $0 : nil }
            }
            let found = try await statistics(days: days ?? 30, by: context.signedIn)
            let page = StatisticsPage(
                found, offset: StatisticsPeriod.siteOffset, pages.look.texts, in: context.language)
            return try await pages.show(page, at: .administration, to: request, context)
        }
        administrators.get("admin/health") { request, context in
            var depths: [(queue: WorkQueue, depth: QueueDepth)] = []
            for queue in WorkQueue.allCases { depths.append((queue, try await broker.queues.depth(of: queue))) }
            let page = HealthPage(
                depths, try await broker.beats.beats(), pages.look.texts, at: clock.now(), in: context.language)
            return try await pages.show(page, at: .administration, to: request, context)
        }
        administrators.get("admin/audit") { request, context in
            let wanted = try Query(request).page()
            let found = try await ReadAudit(accounts)(wanted, by: context.signedIn)
            let page = AuditPage(found, isFirst: wanted.cursor == nil, in: context.language)
            return try await pages.show(page, at: .administration, to: request, context)
        }
    }
}
