import Testing

@testable import MaigenTestData

/// The structures of lists, numbers, intervals and points: each makes a slow program do many times the work, or a wrong one
/// err, where random data of the same size does not. Work is counted, not timed (`Victims/victims.cpp`).
@Suite("Structures kill")
struct StructureKillerTests {
    private static let lists = Task {
        try await GeneratorLab(
            "input:\n  - line: {n: {int: 1..20000}}\n  - line: {a: {list: n, of: {int: -10^6..10^6}}}\n")
    }
    private static let numbers = Task { try await GeneratorLab("input:\n  - line: {a: {int: 1..10^12}}\n") }
    private static let intervals = Task {
        try await GeneratorLab(
            """
            input:
              - line: {n: {int: 1..10000}}
              - rows: {times: n, each: [{line: {l: {int: 1..10^9}, r: {int: l..10^9}}}]}
            """)
    }
    private static let points = Task {
        try await GeneratorLab(
            """
            input:
              - line: {n: {int: 1..4000}}
              - rows: {times: n, each: [{line: {x: {int: -10^9..10^9}, y: {int: -10^9..10^9}}}]}
            """)
    }

    /// The victim's count on the killer, and on random data of the same size.
    private func counts(
        _ victim: String, on lab: Task<GeneratorLab, any Error>, _ killer: String
    ) async throws -> (killer: Double, random: Double) {
        let victims = try await VictimLab.shared.value
        let lab = try await lab.value
        return (
            try await victims.count([victim], on: lab, ["n=max", killer]),
            try await victims.count([victim], on: lab, ["n=max"])
        )
    }

    @Test(
        "Orders and equal values make programs slow that a random order does not",
        arguments: [
            ("search-tree", "a=mountain", 100.0), ("search-tree", "a=increasing", 100),
            ("search-tree", "a=decreasing", 100), ("quicksort-one-side", "a=majority", 50),
            ("quicksort-one-side", "a=few", 50), ("quicksort-one-side", "a=equal", 100),
        ])
    func lists(victim: String, killer: String, factor: Double) async throws {
        let counts = try await counts(victim, on: Self.lists, killer)
        #expect(counts.killer > factor * counts.random, "\(counts)")
    }

    @Test("A value on exactly half of the places shows who counts it for a majority")
    func majority() async throws {
        let counts = try await counts("majority", on: Self.lists, "a=majority")
        #expect(counts == (1, 0), "\(counts)")
    }

    @Test("Groups bring every value back as often as there are values")
    func groups() async throws {
        let victims = try await VictimLab.shared.value
        let lab = try await GeneratorLab(
            "input:\n  - line: {n: {int: 1..20000}}\n  - line: {a: {list: n, of: {int: 1..10^9}}}\n")
        let killer = try await victims.count(["rescans"], on: lab, ["n=max", "a=groups"])
        let random = try await victims.count(["rescans"], on: lab, ["n=max"])
        #expect(killer > 100 * max(1, random), "\(killer) against \(random)")
    }

    @Test("Prefix sums leave 32 bits on the way and come back")
    func peak() async throws {
        let counts = try await counts("prefix-overflow", on: Self.lists, "a=peak")
        #expect(counts == (1, 0), "\(counts)")
    }

    @Test("Highly composite numbers have hundreds of times the divisors of random ones")
    func divisors() async throws {
        let counts = try await sums("divisors", "a=highly-composite")
        #expect(counts.killer > 20 * counts.random, "\(counts)")
    }

    @Test(
        "Powers of two and their neighbours show single precision, Carmichael numbers Fermat's test",
        arguments: [("logarithm", "a=powers"), ("fermat", "a=carmichael")])
    func numbers(victim: String, killer: String) async throws {
        let counts = try await sums(victim, killer)
        #expect(counts.killer >= 2 && counts.random == 0, "\(counts)")
    }

    /// Over a few seeds, since each draws one number.
    private func sums(_ victim: String, _ killer: String) async throws -> (killer: Double, random: Double) {
        let victims = try await VictimLab.shared.value
        let lab = try await Self.numbers.value
        var sums = (killer: 0.0, random: 0.0)
        for seed in 1...8 {
            sums.killer += try await victims.count([victim], on: lab, [killer], seed: seed)
            sums.random += try await victims.count([victim], on: lab, [], seed: seed)
        }
        return sums
    }

    @Test(
        "Intervals of one shape make programs slow that random ones do not",
        arguments: [
            ("nesting", "l-r=nested", 20.0), ("union-parts", "l-r=disjoint", 100),
            ("equal-first", "l-r=shared-left", 100),
            ("equal-second", "l-r=shared-right", 100), ("equal-both", "l-r=equal", 100),
        ])
    func slowIntervals(victim: String, killer: String, factor: Double) async throws {
        let counts = try await counts(victim, on: Self.intervals, killer)
        #expect(counts.killer > factor * max(1, counts.random), "\(counts)")
    }

    @Test(
        "Intervals of one shape show open ends and sets, which random ones do not",
        arguments: [
            ("union-open", "l-r=touching"), ("overlap-open", "l-r=points"), ("overlap-set", "l-r=equal"),
        ])
    func wrongIntervals(victim: String, killer: String) async throws {
        let counts = try await counts(victim, on: Self.intervals, killer)
        #expect(counts.killer >= 1 && counts.random == 0, "\(counts)")
    }

    @Test(
        "Points of one shape make programs slow that random ones do not",
        arguments: [
            ("gift-wrapping", "x-y=circle", 20.0), ("equal-both", "x-y=same", 100), ("buckets", "x-y=corners", 20),
            ("buckets", "x-y=cluster", 100), ("equal-first", "x-y=lattice", 50), ("equal-first", "x-y=vertical", 100),
        ])
    func slowPoints(victim: String, killer: String, factor: Double) async throws {
        let counts = try await counts(victim, on: Self.points, killer)
        #expect(counts.killer > factor * max(1, counts.random), "\(counts)")
    }

    @Test("Points on a line show hulls that keep what lies on their edges")
    func line() async throws {
        let counts = try await counts("hull-edges", on: Self.points, "x-y=line")
        #expect(counts.killer > 1000 && counts.random == 0, "\(counts)")
    }
}
