import MaigenDomain

/// Turns wanted strategies into a plan for one problem: pure, and the same for the same seed.
package struct TestPlanner {
    /// The most tests a data set may have.
    package static let greatestCount = 20

    let palette: Palette

    /// - Parameters:
    ///   - knobs: what the problem's generator offers.
    ///   - bounds: of every quantity, from `VariableBounds`.
    package init(_ specification: InputSpecification, knobs: [Knob], bounds: [VariableBound]) {
        palette = Palette(specification, knobs: knobs, bounds: bounds)
    }

    /// A sensible mix of 20 tests: the presets' own counts, without those that have nothing to work on, and with
    /// test-case mixes where there are test cases.
    package var defaultMix: [StrategyID: Int] {
        var counts: [StrategyID: Int] = [:]
        for strategy in Strategy.all {
            let target = strategy.applies(to: palette) ? strategy.id : strategy.nearest(for: palette)
            counts[target, default: 0] += strategy.defaultCount
        }
        var wishes: [StrategyID] = palette.has(.cases) ? [.multipleTests, .multipleTests, .allSmall] : []
        wishes += Strategy.all.filter { $0.aim != nil && $0.applies(to: palette) }.map(\.id)
        wishes += [.answerSpread] + (palette.has(Aim.paths) ? [.slowPaths] : [])
        wishes += palette.has(.cases) ? [.multipleTests] : []
        // Each takes a test from the strategy that spares one most easily.
        for (wish, donor) in zip(wishes, Self.donors) {
            guard counts[donor, default: 0] > 0 else { continue }
            counts[donor, default: 0] -= 1
            counts[wish, default: 0] += 1
        }
        return counts.filter { $0.value > 0 }
    }

    /// Who gives up tests of the default mix for what suits the problem, in this order.
    private static let donors: [StrategyID] = [
        .randomLarge, .randomMedium, .specialStructure, .mixedBoundary, .degenerate, .randomSmall, .mixedBoundary,
        .maximumBounds,
    ]

    /// A scene as one test of a strategy.
    func test(_ number: Int, of strategy: Strategy, _ scene: Scene, seed: UInt64) -> PlannedTest {
        PlannedTest(
            number: number, strategy: strategy.id, slug: strategy.slug, purpose: scene.purpose(palette),
            settings: scene.settings(palette), seed: Self.seed(seed, number))
    }

    /// The tests for `wanted`, ordered by strategy; random tests come last, because they may be changed when the others
    /// leave a bound unreached.
    ///
    /// - Parameter wanted: how many tests of each strategy; unknown strategies are ignored, callers check them before.
    package func plan(_ wanted: [StrategyID: Int], seed: UInt64) -> TestPlan {
        var remarks: [Localized] = []
        var draft = Draft()
        for (id, count) in wanted.sorted(by: { Self.place($0.key) < Self.place($1.key) }) where count > 0 {
            guard let strategy = Strategy.withID(id), let used = usable(strategy, count, &remarks) else { continue }
            let scenes = used.scenes(palette)
            for _ in 0..<count {
                let scene = draft.next(of: used, scenes, palette)
                draft.tests.append(test(draft.tests.count + 1, of: used, scene, seed: seed))
            }
        }
        let adjustable = draft.tests.reversed().prefix { Self.adjustable.contains($0.strategy) }.count
        return TestPlan(tests: draft.tests, adjustable: adjustable, remarks: remarks)
    }

    /// Strategies whose tests are random over large ranges: one more or less of them matters little.
    private static let adjustable: [StrategyID] = [.randomMedium, .randomLarge]

    private static func place(_ id: StrategyID) -> (Int, Int) {
        (adjustable.contains(id) ? 1 : 0, id.rawValue)
    }

    /// A plan in the making.
    private struct Draft {
        var tests: [PlannedTest] = []
        private var played: [StrategyID: Int] = [:]

        /// The strategy's next scene. One that would leave nothing to chance and set everything as an earlier test does
        /// is passed over, as long as there is another.
        mutating func next(of strategy: Strategy, _ scenes: [Scene], _ palette: Palette) -> Scene {
            let start = played[strategy.id, default: 0]
            for round in start..<start + scenes.count {
                let scene = scenes[round % scenes.count]
                let settings = scene.settings(palette)
                if settings.count < palette.knobs.count || !tests.contains(where: { $0.settings == settings }) {
                    played[strategy.id] = round + 1
                    return scene
                }
            }
            played[strategy.id] = start + 1
            return scenes[start % scenes.count]
        }
    }

    private func usable(_ strategy: Strategy, _ count: Int, _ remarks: inout [Localized]) -> Strategy? {
        guard !strategy.applies(to: palette), let nearest = Strategy.withID(strategy.nearest(for: palette)) else {
            return strategy
        }
        remarks.append(
            Localized(
                zh: "策略“\(strategy.name.chinese)”不适用于这道题，\(count) 个测试点改用“\(nearest.name.chinese)”",
                en:
                    "'\(strategy.name.english)' has nothing to work on in this problem; its \(count) test(s) use '\(nearest.name.english)'"
            ))
        return nearest
    }

    /// The seed of test `number`: SplitMix64 (Steele, Lea and Flood 2014) of the data set's seed, cut to 31 bits so that
    /// it is a plain number on every command line.
    package static func seed(_ seed: UInt64, _ number: Int) -> UInt64 {
        var z = seed &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(number)
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return (z ^ (z >> 31)) & 0x7FFF_FFFF
    }
}

extension TestPlanner {
    /// One end of a quantity's range.
    package struct Goal: Sendable, Hashable {
        package var bound: VariableBound
        package var isLeast: Bool

        package init(_ bound: VariableBound, isLeast: Bool) {
            self.bound = bound
            self.isLeast = isLeast
        }
    }

    /// `tests` changed so that they reach `goals`, one each, as far as there are tests.
    package func adjusted(_ tests: [PlannedTest], toReach goals: [Goal]) -> [PlannedTest] {
        var result = tests
        var open = goals.compactMap { goal in knob(of: goal.bound).map { (goal, $0) } }
        for place in result.indices where !open.isEmpty {
            let (goal, knob) = open.removeFirst()
            result[place] = reaching(goal, knob, insteadOf: result[place])
        }
        return result
    }

    private func knob(of bound: VariableBound) -> Knob? {
        let isLength = bound.name.hasPrefix("|")
        let name = isLength ? "\(bound.name.dropFirst().dropLast()).length" : bound.name
        return palette.knobs.first { $0.name == name }
    }

    /// The quantity's own knob is pinned; everything else is left to chance on small sizes, so that relations between
    /// quantities do not stand in the way.
    private func reaching(_ goal: Goal, _ knob: Knob, insteadOf test: PlannedTest) -> PlannedTest {
        var result = test
        let others = Scene(sizes: .small, purpose: test.purpose).settings(palette).filter { setting in
            setting.knob != knob.name && setting.knob != palette.caseCount
        }
        result.settings = [PlannedTest.Setting(knob.name, goal.isLeast ? "min" : "max")] + others
        let value = goal.isLeast ? goal.bound.least : goal.bound.greatest
        result.purpose = Localized(
            zh: "让 \(goal.bound.name) 取到\(goal.isLeast ? "下界" : "上界") \(value)",
            en: "\(goal.bound.name) reaches its \(goal.isLeast ? "lower" : "upper") bound \(value)")
        return result
    }
}
