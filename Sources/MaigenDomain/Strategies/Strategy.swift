/// A preset a user can choose: what kind of tests to make. Numbers and slugs never change their meaning.
package struct Strategy: Sendable, Hashable {
    package var id: StrategyID
    /// For command lines: lower case letters and hyphens.
    package var slug: String
    package var name: Localized
    /// What the tests look like.
    package var summary: Localized
    /// Which wrong or slow programs they punish.
    package var kills: Localized
    /// How many tests of the default mix of 20 it makes.
    package var defaultCount: Int

    package init(
        id: StrategyID, slug: String, name: Localized, summary: Localized, kills: Localized, defaultCount: Int
    ) {
        self.id = id
        self.slug = slug
        self.name = name
        self.summary = summary
        self.kills = kills
        self.defaultCount = defaultCount
    }
}

/// Every preset that the craft knows, for those who may not know the craft.
package struct StrategyCatalogue: Sendable {
    /// By number.
    package let strategies: [Strategy]
    private let byID: [StrategyID: Strategy]

    /// Numbers are different.
    package init(_ strategies: [Strategy]) {
        self.strategies = strategies
        byID = Dictionary(uniqueKeysWithValues: strategies.map { ($0.id, $0) })
    }

    /// The preset of that number.
    package subscript(id: StrategyID) -> Strategy? { byID[id] }
}
