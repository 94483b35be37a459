import Testing

@testable import MaigenTestData

/// Each strategy that is aimed at slow or wrong programs makes one of them do many times the work that a random input of
/// the same size does, or err where it does not on random inputs. Work is counted, not timed.
@Suite("Killers kill")
struct KillerTests {
    private static let arrays = Task {
        try await GeneratorLab(
            "input:\n  - line: {n: {int: 1..20000}}\n  - line: {a: {list: n, of: {int: 0..10^9}}}\n")
    }
    private static let directed = Task {
        try await GeneratorLab(
            """
            input:
              - line: {n: {int: 1..20000}, m: {int: 0..40000}}
              - graph: {name: g, vertices: n, edges: m, directed: true, extras: {w: {int: 1..10^9}}}
            """)
    }
    private static let undirected = Task {
        try await GeneratorLab(
            """
            input:
              - line: {n: {int: 1..20000}, m: {int: 0..40000}}
              - graph: {name: g, vertices: n, edges: m, connected: true, extras: {w: {int: 1..10^9}}}
            """)
    }
    private static let strings = Task {
        try await GeneratorLab("input:\n  - line: {s: {string: 1..40000, over: a-z}}\n")
    }
    private static let trees = Task {
        try await GeneratorLab("input:\n  - line: {n: {int: 1..20000}}\n  - tree: {name: t, vertices: n}\n")
    }
    private static let numbers = Task {
        try await GeneratorLab("input:\n  - line: {a: {int: 1..10^12}, b: {int: 1..10^12}}\n")
    }
    private static let points = Task {
        try await GeneratorLab(
            """
            input:
              - line: {n: {int: 2..5000}}
              - rows: {times: n, each: [{line: {x: {int: -10^9..10^9}, y: {int: -10^9..10^9}}}], distinct: [[x, y]]}
            """)
    }

    /// The victim's count on the killer, and on random data of the same size.
    private func counts(
        _ victim: String..., on lab: Task<GeneratorLab, any Error>, sizes: [String], killer: String
    ) async throws -> (killer: Double, random: Double) {
        let victims = try await VictimLab.shared.value
        let lab = try await lab.value
        return (
            try await victims.count(victim, on: lab, sizes + [killer]),
            try await victims.count(victim, on: lab, sizes)
        )
    }

    private let list = ["n=max"]
    private let graph = ["n=max", "m=max"]

    @Test(
        "Orders against quicksort cost a hundred times the comparisons of a random order",
        arguments: [("quicksort-middle", "a=middle-killer"), ("quicksort-median", "a=median-killer")])
    func quicksort(victim: String, killer: String) async throws {
        let counts = try await counts(victim, on: Self.arrays, sizes: list, killer: killer)
        #expect(counts.killer > 100 * counts.random, "\(counts)")
    }

    @Test("Keys of one bucket make a hash table look at a thousand times as many keys")
    func hashTable() async throws {
        let counts = try await counts("hash-table", on: Self.arrays, sizes: list, killer: "a=one-bucket")
        #expect(counts.killer > 1000 * max(1, counts.random), "\(counts)")
    }

    @Test(
        "Queues of vertices relax hundreds of times as many edges, also with SLF and with LLL",
        arguments: [
            ("queue", "g=slow-queue"), ("queue-slf", "g=slow-queue"), ("queue-slf-lll", "g=slow-queue"),
            ("queue", "g=slow-line"),
        ])
    func queues(victim: String, killer: String) async throws {
        let counts = try await counts(victim, on: Self.directed, sizes: graph, killer: killer)
        #expect(counts.killer > 200 * max(1, counts.random), "\(counts)")
    }

    @Test(
        "So they do where edges have no direction",
        arguments: [
            ("queue-undirected", "g=slow-queue", 100.0), ("queue-undirected-slf", "g=slow-queue", 100),
            ("queue-undirected", "g=slow-grid", 20),
        ])
    func undirectedQueues(victim: String, killer: String, factor: Double) async throws {
        let counts = try await counts(victim, on: Self.undirected, sizes: graph, killer: killer)
        #expect(counts.killer > factor * max(1, counts.random), "\(counts)")
    }

    @Test("A heap whose old entries are not skipped relaxes a thousand times as many edges")
    func staleHeap() async throws {
        let counts = try await counts("stale-heap", on: Self.directed, sizes: graph, killer: "g=stale-heap")
        #expect(counts.killer > 1000 * max(1, counts.random), "\(counts)")
    }

    @Test(
        "Blocks of Thue-Morse words have equal polynomial hashes modulo 2^64, whatever the odd base",
        arguments: ["31", "131", "13331", "1000003", "998244353"])
    func hashedBlocks(base: String) async throws {
        let counts = try await counts(
            "hashed-blocks", base, on: Self.strings, sizes: ["s.length=max"], killer: "s=thue-morse")
        #expect(counts.killer >= 5 && counts.random == 0, "\(counts)")
    }

    @Test(
        "Naive matching compares a thousand times as many letters", arguments: ["equal", "one-other", "almost-equal"])
    func naiveMatching(shape: String) async throws {
        let counts = try await counts("naive-search", on: Self.strings, sizes: ["s.length=max"], killer: "s=\(shape)")
        #expect(counts.killer > 1000 * counts.random, "\(counts)")
    }

    @Test(
        "Trees reach the depth that recursion does not survive, or the degrees that squares do not",
        arguments: [
            ("depth", "t=chain", 100.0), ("depth", "t=caterpillar", 100), ("depth", "t=broom", 100),
            ("depth", "t=tall", 50), ("depth", "t=uniform", 3), ("depth", "t=chain-binary", 5),
            ("depth", "t=spines", 3),
            ("degrees", "t=star", 1000), ("degrees", "t=broom", 100),
        ])
    func trees(victim: String, killer: String, factor: Double) async throws {
        let counts = try await counts(victim, on: Self.trees, sizes: list, killer: killer)
        #expect(counts.killer > factor * counts.random, "\(counts)")
    }

    @Test(
        "Primes and their squares keep trial division busy, Fibonacci numbers Euclid's algorithm",
        arguments: [
            ("trial-division", "a=primes", 5.0), ("trial-division", "a=prime-squares", 5),
            ("euclid", "a=fibonacci", 1.5),
        ])
    func numbers(victim: String, killer: String, factor: Double) async throws {
        let victims = try await VictimLab.shared.value
        let lab = try await Self.numbers.value
        // Single numbers differ much from seed to seed: the greatest of a few against the mean of a few.
        let second = victim == "euclid" ? [killer.replacing("a=", with: "b=")] : []
        var (most, sum) = (0.0, 0.0)
        for seed in 1...8 {
            most = max(most, try await victims.count([victim], on: lab, [killer] + second, seed: seed))
            sum += try await victims.count([victim], on: lab, [], seed: seed)
        }
        #expect(most > factor * sum / 8, "\(most) against \(sum / 8)")
    }

    @Test("Points with one x defeat pruning by x alone")
    func verticalPoints() async throws {
        let counts = try await counts("sweep-by-x", on: Self.points, sizes: list, killer: "x-y=vertical")
        #expect(counts.killer > 5 * counts.random, "\(counts)")
    }
}
