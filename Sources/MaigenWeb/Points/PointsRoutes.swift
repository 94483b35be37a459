import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// What earns and costs points, and what a person has earned and spent.
struct PointsRoutes {
    let pages: Pages
    let points: ReadPoints
    let settings: ReadSettings

    func add(to router: Router<SiteContext>, _ members: RouterGroup<MemberContext>) {
        router.get("rules") { request, context in
            let rules = try await settings.pointsRules().listed.map {
                RulesPage.Rule(title: $0.kind.title[context.language], amount: $0.amount[context.language])
            }
            return try await pages.show(RulesPage(rules: rules), to: request, context)
        }
        members.get("me/points") { request, context in
            let query = try Query(request)
            let kind = RecordKind(rawValue: query["kind"] ?? "")
            let found = try await points.records(of: context.signedIn, kind: kind, query.page())
            let page = PointsPage(
                balance: NumberText.grouped(try await points.balance(of: context.signedIn).count),
                kinds: RecordKind.allCases.map {
                    .init(value: $0.rawValue, title: $0.title[context.language], isChosen: $0 == kind)
                },
                records: found.items.map { .init($0, in: context.language) }, isFiltered: kind != nil,
                next: request.next(found.nextCursor, keeping: ["kind": kind?.rawValue]))
            return try await pages.show(page, at: .personal, to: request, context)
        }
    }
}
