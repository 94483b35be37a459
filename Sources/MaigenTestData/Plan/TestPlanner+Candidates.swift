import MaigenDomain

extension TestPlanner {
    /// More tests of the plan's strategies than the plan has, to choose among: further scenes, and scenes played again with
    /// other seeds. Numbered after the plan's; none of strategies the plan does not use.
    ///
    /// Small tests are cheap, so that there are several for each wanted one; of those at the largest size there is one more.
    package func candidates(beyond plan: TestPlan, seed: UInt64) -> [PlannedTest] {
        var wanted: [StrategyID: Int] = [:]
        for test in plan.tests { wanted[test.strategy, default: 0] += 1 }
        var result: [PlannedTest] = []
        for (id, count) in wanted.sorted(by: { $0.key < $1.key }) {
            guard let strategy = Strategy.withID(id) else { continue }
            let scenes = strategy.scenes(palette)
            for round in 0..<strategy.spareCandidates(for: count) {
                let number = plan.tests.count + result.count + 1
                result.append(test(number, of: strategy, scenes[(count + round) % scenes.count], seed: seed))
            }
        }
        return result
    }

    /// Cheap tests beyond the candidates, for mistakes that none of them tells apart: small ones, and lopsided ones with many of
    /// one kind and few of another, mostly dense. They take the places of a strategy of the plan that is about small data; without
    /// one there are none. Numbered after the candidates.
    package func hunt(beyond plan: TestPlan, seed: UInt64) -> [PlannedTest] {
        let used = Set(plan.tests.map(\.strategy))
        guard let id = Self.hunters.first(where: used.contains), let strategy = Strategy.withID(id) else { return [] }
        let first = plan.tests.count + candidates(beyond: plan, seed: seed).count + 1
        return (0..<Self.huntLength).map { round in
            test(first + round, of: strategy, Scene.hunting[round % Scene.hunting.count], seed: seed)
        }
    }

    private static let hunters: [StrategyID] = [.answerSpread, .randomSmall, .randomMedium]
    private static let huntLength = 40
}

extension Strategy {
    /// How many tests are made beyond `count` wanted ones.
    fileprivate func spareCandidates(for count: Int) -> Int {
        switch id {
        case .randomSmall: 2 * count
        case .answerSpread: 8 * count
        case .randomMedium: count
        case .multipleTests, .allSmall: min(2, count)
        case .minimumBounds: 1
        default: 1
        }
    }
}
