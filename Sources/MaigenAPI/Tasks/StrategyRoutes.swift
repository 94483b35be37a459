import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// What a task can be made of.
struct StrategyRoutes {
    let tools: TaskTools

    func add(to visitors: RouterGroup<SiteContext>) {
        visitors.get("strategies") { _, context in
            let listed = try await ListStrategies(tools)()
            return JSONAnswer(Paged(whole: listed.map { StrategyBody($0, in: context.language) }))
        }
    }
}

/// One preset strategy.
struct StrategyBody: Encodable, Sendable {
    var id: Int
    var slug: String
    var name: String
    var summary: String
    var kills: String
    var defaultCount: Int
    var isOn: Bool

    init(_ listed: ListStrategies.Listed, in language: Language) {
        let strategy = listed.strategy
        id = strategy.id.rawValue
        slug = strategy.slug
        name = strategy.name[language]
        summary = strategy.summary[language]
        kills = strategy.kills[language]
        defaultCount = strategy.defaultCount
        isOn = listed.isOn
    }
}
