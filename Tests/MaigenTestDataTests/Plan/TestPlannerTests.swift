import MaigenDomain
import Testing

@testable import MaigenTestData

@Suite struct TestPlannerTests {
    private func planner(_ input: String, knobs: [Knob]) throws -> TestPlanner {
        let specification = try SpecificationParser.parse("version: 1\ninput:\n" + input)
        return TestPlanner(specification, knobs: knobs, bounds: VariableBounds.of(specification))
    }

    private let array = "  - line: {n: {int: 1..200000}}\n  - line: {a: {list: n, of: {int: -10^9..10^9}}}\n"
    private let arrayKnobs = [Knob(name: "n", kind: .number), Knob(name: "a", kind: .values)]

    private let cases = """
          - line: {t: {int: 1..1000}}
          - cases:
              times: t
              each:
                - line: {n: {int: 1..100000}}
                - line: {s: {string: n, over: ab}}
              totals: {n: 200000}
        """
    private let caseKnobs = [
        Knob(name: "t", kind: .number), Knob(name: "cases", kind: .cases), Knob(name: "n", kind: .number),
        Knob(name: "s", kind: .text),
    ]

    @Test func `the default mix has twenty tests whatever the problem`() throws {
        for planner in [
            try planner(array, knobs: arrayKnobs), try planner(cases, knobs: caseKnobs),
            try planner("  - line: {x: {int: 1..5}}\n", knobs: [Knob(name: "x", kind: .number)]),
        ] {
            #expect(planner.defaultMix.values.reduce(0, +) == 20)
            #expect(planner.plan(planner.defaultMix, seed: 1).tests.map(\.number) == Array(1...20))
        }
    }

    @Test func `a plan brings every size and value to both of its bounds`() throws {
        let planner = try planner(array, knobs: arrayKnobs)
        let plan = planner.plan(planner.defaultMix, seed: 1)
        let settings = plan.tests.flatMap(\.settings)
        for wanted in [("n", "min"), ("n", "max"), ("a", "min"), ("a", "max"), ("a", "edges")] {
            #expect(settings.contains(PlannedTest.Setting(wanted.0, wanted.1)), "\(wanted)")
        }
    }

    @Test func `the same seed gives the same plan, another seed other seeds`() throws {
        let planner = try planner(array, knobs: arrayKnobs)
        let first = planner.plan([.randomSmall: 20], seed: 7)
        #expect(first == planner.plan([.randomSmall: 20], seed: 7))
        #expect(first.tests.map(\.seed) != planner.plan([.randomSmall: 20], seed: 8).tests.map(\.seed))
        #expect(Set(first.tests.map(\.arguments)).count == 20)
    }

    private func settings(_ name: String, of plan: TestPlan) -> [String?] {
        plan.tests.map { test in test.settings.first { $0.knob == name }?.value }
    }

    @Test func `what comes in an order gets no shape that the order undoes`() throws {
        let planner = try planner(
            "  - line: {n: {int: 1..1000}}\n  - line: {a: {list: n, of: {int: 0..10^9}, order: nondecreasing}}\n",
            knobs: arrayKnobs)
        let shapes = settings("a", of: planner.plan([.specialStructure: 5], seed: 1)).compactMap { $0 }
        #expect(shapes.count == 5)
        #expect(Set(shapes).isDisjoint(with: ["decreasing", "mountain", "alternating"]), "\(shapes)")
    }

    @Test func `of test cases that a terminator ends there are few where each is large`() throws {
        let planner = try planner(
            """
              - cases:
                  until: [0]
                  at-most: 1000
                  each:
                    - line: {n: {int: 1..100000}}
                    - line: {a: {list: n, of: {int: 1..9}}}
                  totals: {n: 200000}

            """,
            knobs: [
                Knob(name: "count", kind: .number), Knob(name: "cases", kind: .cases), Knob(name: "n", kind: .number),
                Knob(name: "a", kind: .values),
            ])
        #expect(settings("count", of: planner.plan([.maximumBounds: 2], seed: 1)) == ["min", "min"])
        #expect(settings("count", of: planner.plan([.minimumBounds: 1], seed: 1)) == ["max"])
        #expect(settings("n", of: planner.plan([.maximumBounds: 1], seed: 1)) == ["max"])
    }

    @Test func `rows until the end of the input are as many as there may be in large tests`() throws {
        let planner = try planner(
            "  - rows:\n      until: end-of-file\n      at-most: 1000\n      each: [{line: {a: {int: 1..9}}}]\n",
            knobs: [Knob(name: "count", kind: .number), Knob(name: "a", kind: .values)])
        #expect(settings("count", of: planner.plan([.maximumBounds: 1], seed: 1)) == ["max"])
        #expect(settings("count", of: planner.plan([.minimumBounds: 1], seed: 1)) == ["min"])
    }

    @Test func `rows of two places that differ are as few as places in one large test`() throws {
        let planner = try planner(
            "  - line: {n: {int: 1..500}, m: {int: 1..400}, k: {int: 0..5000}}\n"
                + "  - rows: {times: k, each: [{line: {a: {int: 1..n}, b: {int: 1..m}}}], distinct: [[a, b]]}\n",
            knobs: ["n", "m", "k"].map { Knob(name: $0, kind: .number) }
                + ["a", "b"].map { Knob(name: $0, kind: .values) })
        #expect(settings("k", of: planner.plan([.randomLarge: 1], seed: 1)) == ["500"])
    }

    @Test func `strings that differ get no shape that leaves one string only`() throws {
        let planner = try planner(
            "  - line: {n: {int: 1..1000}}\n  - line: {s: {list: n, of: {string: 9, over: a-z}, distinct: true}}\n",
            knobs: [Knob(name: "n", kind: .number), Knob(name: "s", kind: .text)])
        let plan = planner.plan([.specialStructure: 5, .degenerate: 3, .stringStructures: 3], seed: 1)
        #expect(settings("s", of: plan).allSatisfy { $0 == nil }, "\(settings("s", of: plan))")
    }

    @Test func `decimal numbers in a narrow range differ in their last digits`() throws {
        let planner = try planner(
            "  - line: {n: {int: 1..1000}}\n  - line: {a: {list: n, of: {real: -1000..1000, decimals: 2}}}\n",
            knobs: arrayKnobs)
        #expect(settings("a", of: planner.plan([.randomSmall: 8], seed: 1)).contains("random:-0.30..0.30"))
    }

    @Test func `queries are drawn near the list they are looked up in`() throws {
        let queries = array + "  - rows: {times: n, each: [{line: {x: {int: -10^9..10^9}}}]}\n"
        let planner = try planner(queries, knobs: arrayKnobs + [Knob(name: "x", kind: .values)])
        let plan = planner.plan([.randomSmall: 3, .overflow: 1, .minimumBounds: 2], seed: 1)
        #expect(settings("x", of: plan) == ["lookup", "lookup", "lookup", "min", "max", "lookup"])
    }

    @Test func `values that can be negative are all negative, all positive and both in turn`() throws {
        let plan = try planner(array, knobs: arrayKnobs).plan(
            [.randomSmall: 2, .randomMedium: 2, .mixedBoundary: 4], seed: 1)
        let shapes = settings("a", of: plan)
        #expect(shapes.filter { $0 == "random:min..-1" }.count == 2)
        #expect(shapes.contains("random:1..max"))
        #expect(shapes.contains("signs"))
    }

    @Test func `values of one sign have no scenes of signs`() throws {
        let positive = "  - line: {n: {int: 1..200000}}\n  - line: {a: {list: n, of: {int: 1..10^9}}}\n"
        let planner = try planner(positive, knobs: arrayKnobs)
        let shapes = settings("a", of: planner.plan(planner.defaultMix, seed: 1))
        #expect(!shapes.contains("random:min..-1") && !shapes.contains("signs"))
    }

    @Test func `extreme values leave positions of every kind`() throws {
        let rectangles = """
              - line: {n: {int: 1..1000}, q: {int: 1..1000}}
              - rows: {times: q, each: [{line: {x: {int: 1..n}, l: {int: 1..n}, r: {int: l..n}, w: {int: 1..10^9}}}]}

            """
        let knobs = [
            Knob(name: "n", kind: .number), Knob(name: "q", kind: .number), Knob(name: "x", kind: .values),
            Knob(name: "l", kind: .values), Knob(name: "r", kind: .values), Knob(name: "l-r", kind: .intervals),
            Knob(name: "w", kind: .values),
        ]
        let plan = try planner(rectangles, knobs: knobs).plan([.overflow: 1], seed: 1)
        #expect(settings("x", of: plan) == ["mixed"])
        #expect(settings("l", of: plan) == [nil] && settings("r", of: plan) == [nil])
        #expect(settings("l-r", of: plan) == ["mixed"])
        #expect(settings("w", of: plan) == ["high"])
    }

    @Test func `strings have small alphabets and borders beside random letters`() throws {
        let planner = try planner(
            "  - line: {s: {string: 1..1000, over: a-z}}\n", knobs: [Knob(name: "s", kind: .text)])
        let shapes = Set(settings("s", of: planner.plan(planner.defaultMix, seed: 1)))
        #expect(shapes.isSuperset(of: [nil, "two-letters", "bordered", "broken-period", "equal", "one-other"]))
    }

    @Test func `a strategy with nothing to work on is replaced, and the plan says so`() throws {
        let planner = try planner("  - line: {x: {int: 1..5}}\n", knobs: [Knob(name: "x", kind: .number)])
        let plan = planner.plan([.overflow: 2, .multipleTests: 1], seed: 1)
        #expect(plan.tests.map(\.strategy) == [.maximumBounds, .maximumBounds, .mixedBoundary])
        #expect(plan.remarks.count == 2)
    }

    @Test func `test-case mixes play many tiny cases and one huge one`() throws {
        let planner = try planner(cases, knobs: caseKnobs)
        let plan = planner.plan([.multipleTests: 2], seed: 1)
        #expect(plan.tests[0].settings.contains(PlannedTest.Setting("t", "max")))
        #expect(plan.tests[0].settings.contains(PlannedTest.Setting("cases", "tiny")))
        #expect(plan.tests[1].settings.contains(PlannedTest.Setting("n", "max")))
        #expect(plan.tests[1].settings.contains(PlannedTest.Setting("cases", "one-large")))
    }

    @Test func `the last tests can be changed so that they reach bounds`() throws {
        let planner = try planner(array, knobs: arrayKnobs)
        let plan = planner.plan(planner.defaultMix, seed: 1)
        #expect(plan.adjustable == 3)
        #expect(plan.tests.suffix(3).allSatisfy { $0.slug == "random-medium" || $0.slug == "random-large" })
        let bound = VariableBound(name: "a", least: "-1000000000", greatest: "1000000000")
        let unknown = VariableBound(name: "zzz", least: "0", greatest: "1")
        let last = Array(plan.tests.suffix(2))
        let changed = planner.adjusted(last, toReach: [.init(unknown, isLeast: true), .init(bound, isLeast: false)])
        #expect(changed[0].settings.first == PlannedTest.Setting("a", "max"))
        #expect(changed[0].purpose.english == "a reaches its upper bound 1000000000")
        #expect(changed[1] == last[1])
    }

    @Test func `a scene that leaves nothing to chance is not played twice`() throws {
        let knobs = [Knob(name: "x", kind: .number), Knob(name: "y", kind: .number)]
        let planner = try planner("  - line: {x: {int: 1..5000}, y: {int: 1..5000}}\n", knobs: knobs)
        let plan = planner.plan(planner.defaultMix, seed: 1)
        let pinned = plan.tests.map(\.settings).filter { settings in
            settings.count == 2 && settings.allSatisfy { ["min", "max"].contains($0.value) }
        }
        #expect(Set(pinned).count == pinned.count)
    }

    @Test func `numbers and slugs of strategies are unique and stay`() {
        #expect(Strategy.all.map(\.id.rawValue) == Array(1...21))
        #expect(
            Strategy.all.map(\.slug) == [
                "random-small", "random-medium", "random-large", "min-bounds", "max-bounds", "mixed-boundary",
                "special-structure", "degenerate", "overflow", "multi-test", "array-structures", "tree-shapes",
                "graph-shapes", "slow-paths", "string-structures", "number-theory", "hash-collisions", "geometry",
                "intervals", "all-small", "answer-spread",
            ])
        #expect(Strategy.all.map(\.defaultCount).reduce(0, +) == 20)
    }
}
