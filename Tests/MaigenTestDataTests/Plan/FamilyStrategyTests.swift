import MaigenDomain
import Testing

@testable import MaigenTestData

/// What the presets for one family of inputs plan, and for whom.
@Suite("Strategies of families")
struct FamilyStrategyTests {
    private func planner(_ input: String) throws -> TestPlanner {
        let specification = try SpecificationParser.parse("version: 1\ninput:\n" + input)
        return TestPlanner(
            specification, knobs: GeneratorKnobs.knobs(of: specification), bounds: VariableBounds.of(specification))
    }

    private static let array = "  - line: {n: {int: 1..200000}}\n  - line: {a: {list: n, of: {int: 0..10^9}}}\n"
    private static let road =
        "  - line: {n: {int: 2..100000}, m: {int: 1..200000}, s: {int: 1..n}, t: {int: 1..n}}\n"
        + "  - graph: {name: g, vertices: n, edges: m, directed: true, extras: {w: {int: 1..10^9}}}\n"
    private static let cases =
        "  - line: {t: {int: 1..1000}}\n  - cases: {times: t, each: [{line: {n: {int: 1..100}}}, "
        + "{line: {a: {list: n, of: {int: 1..9}}}}]}\n"

    private static let expectations: [(String, Set<StrategyID>)] = [
        (array, [.arrayStructures, .hashCollisions, .numberTheory]),
        (road, [.graphShapes, .slowPaths]),
        (cases, [.arrayStructures]),
        ("  - line: {n: {int: 1..9}}\n  - tree: {name: t, vertices: n}\n", [.treeShapes]),
        ("  - line: {s: {string: 1..1000, over: a-z}}\n", [.stringStructures]),
        ("  - line: {a: {int: 1..10^12}}\n", [.numberTheory]),
        (
            "  - line: {n: {int: 1..9}}\n  - rows: {times: n, each: [{line: {x: {int: 0..9}, y: {int: 0..9}}}]}\n",
            [.geometry]
        ),
        (
            "  - line: {n: {int: 1..9}}\n  - rows: {times: n, each: [{line: {l: {int: 1..9}, r: {int: l..9}}}]}\n",
            [.intervals]
        ),
    ]

    @Test("apply to the families they are about and to no others", arguments: expectations)
    func families(input: String, expected: Set<StrategyID>) throws {
        let planner = try planner(input)
        let applying = Strategy.all.filter { $0.aim != nil && $0.applies(to: planner.palette) }.map(\.id)
        #expect(Set(applying) == expected)
        // The default mix has each of them, and twenty tests still.
        #expect(Set(planner.defaultMix.keys).isSuperset(of: expected))
        #expect(planner.defaultMix.values.reduce(0, +) == 20)
    }

    @Test("go through their structures, each named in the purpose")
    func structures() throws {
        let plan = try planner(Self.road).plan([.slowPaths: 4, .graphShapes: 2], seed: 1)
        func settings(_ name: String) -> [String?] {
            plan.tests.map { test in test.settings.first { $0.knob == name }?.value }
        }
        #expect(settings("g") == ["clique", "grid", "slow-queue", "slow-grid", "stale-heap", "slow-line"])
        // A complete graph has as many vertices as its edges allow; ways begin at the first vertex.
        #expect(settings("n").first == "447" && settings("m").first == "199362")
        #expect(settings("s").suffix(4) == ["min", "min", "min", "min"])
        #expect(settings("t").suffix(4) == ["max", "max", "max", "max"])
        #expect(plan.tests[2].purpose.english.hasSuffix("(g against SPFA, also with SLF and LLL)"))
        #expect(plan.tests[2].purpose.chinese.contains("卡 SPFA"))
    }

    @Test("that have nothing to work on give way to the nearest, and the plan says so in both languages")
    func nearest() throws {
        let plan = try planner(Self.array).plan([.slowPaths: 1, .hashCollisions: 1, .allSmall: 1], seed: 1)
        #expect(plan.tests.map(\.strategy).sorted() == [.randomSmall, .specialStructure, .hashCollisions])
        #expect(plan.remarks.count == 2)
        #expect(plan.remarks[0].chinese.contains("卡最短路") && plan.remarks[0].english.contains("Shortest-path killers"))
    }

    @Test("pack all small test cases, without bounds on sums too")
    func allSmall() throws {
        let plan = try planner(Self.cases).plan([.allSmall: 1, .multipleTests: 2], seed: 1)
        let settings = plan.tests.flatMap(\.settings)
        #expect(settings.contains(PlannedTest.Setting("cases", "all-small")))
        #expect(settings.contains(PlannedTest.Setting("n", "varied")))
    }

    @Test("offer more candidates than are wanted, numbered after the plan's")
    func candidates() throws {
        let planner = try planner(Self.array)
        let plan = planner.plan([.randomSmall: 2, .answerSpread: 1, .overflow: 1], seed: 9)
        let more = planner.candidates(beyond: plan, seed: 9)
        #expect(more.map(\.number) == Array(5...17))
        #expect(Set(more.map(\.strategy)) == [.randomSmall, .answerSpread, .overflow])
        #expect(more == planner.candidates(beyond: plan, seed: 9))
        #expect(Set((plan.tests + more).map(\.seed)).count == 17)
    }

    @Test("hunt with small tests numbered right after the candidates, without a gap: inputs wait for those before them")
    func hunt() throws {
        let planner = try planner(Self.array)
        let plan = planner.plan([.randomSmall: 2, .answerSpread: 1, .overflow: 1], seed: 9)
        let hunted = planner.hunt(beyond: plan, seed: 9)
        let first = planner.candidates(beyond: plan, seed: 9).count + plan.tests.count + 1
        #expect(hunted.map(\.number) == Array(first..<first + 40))
        #expect(Set(hunted.map(\.strategy)) == [.answerSpread])
        // A mix without small data has no place for them.
        #expect(planner.hunt(beyond: planner.plan([.overflow: 3], seed: 9), seed: 9).isEmpty)
    }

    private static let small = Task {
        try await GeneratorLab("input:\n" + cases)
    }

    @Test("fill the test cases from the smallest on, no two equal")
    func smallCases() async throws {
        let lab = try await Self.small.value
        let run = try await lab.run(["t", "t=max", "cases=all-small", "n=min..min+3", "a=random:min..min+2", "1"])
        #expect(run.status == 0)
        let lines = String(decoding: run.output, as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
        var cases: [String] = []
        for index in stride(from: 0, to: lines.count, by: 2) { cases.append(lines[index] + "|" + lines[index + 1]) }
        // 3 + 9 + 27 + 81 lists of up to four of three values.
        #expect(Set(cases).count == 120)
        #expect(Set(cases.prefix(100)).count >= 99)
    }
}
