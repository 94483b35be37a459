import MaigenDomain

/// Shows everybody what a task can be made of at present.
package struct ListStrategies: Sendable {
    private let tools: TaskTools

    package init(_ tools: TaskTools) {
        self.tools = tools
    }

    /// A strategy, and whether it can be chosen.
    package struct Listed: Sendable, Hashable {
        package var strategy: Strategy
        package var isOn: Bool

        package init(strategy: Strategy, isOn: Bool) {
            self.strategy = strategy
            self.isOn = isOn
        }
    }

    /// By number.
    package func callAsFunction() async throws(ServiceError) -> [Listed] {
        let off = try await tools.presentSettings().settings.strategiesOff
        return tools.strategies.strategies.map { Listed(strategy: $0, isOn: !off.contains($0.id)) }
    }
}
