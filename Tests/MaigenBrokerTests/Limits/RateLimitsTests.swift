import MaigenBroker
import MaigenDomain
import TestSupport
import Testing

/// What every implementation of `RateLimits` keeps.
@Suite struct RateLimitsTests {
    private let now = Timestamp(milliseconds: 1_900_000_000_000)
    private let few = RateRule("few", 2, per: .seconds(60))
    private let many = RateRule("many", 100, per: .seconds(60))

    @Test("Each subject and each rule is counted for itself", arguments: TestBroker.allCases)
    func separate(kind: TestBroker) async throws {
        try await kind.withLimits { limits async throws in
            for _ in 0..<2 { #expect(try await limits.take([few.by("a")], at: now) == .allowed) }
            #expect(try await limits.take([few.by("a")], at: now) == .wait(.seconds(30)))
            #expect(try await limits.take([few.by("b")], at: now) == .allowed)
            #expect(try await limits.take([many.by("a")], at: now) == .allowed)
        }
    }

    @Test("A refusal counts nothing", arguments: TestBroker.allCases)
    func refusalIsFree(kind: TestBroker) async throws {
        try await kind.withLimits { limits async throws in
            let tight = RateRule("tight", 3, per: .seconds(60))
            for _ in 0..<2 { _ = try await limits.take([few.by("a")], at: now) }
            for _ in 0..<10 { #expect(try await limits.take([tight.by("c"), few.by("a")], at: now) != .allowed) }
            for _ in 0..<3 { #expect(try await limits.take([tight.by("c")], at: now) == .allowed) }
        }
    }

    @Test("Exactly as many as allowed pass, however many come at once", arguments: TestBroker.allCases)
    func concurrent(kind: TestBroker) async throws {
        try await kind.withLimits { limits async throws in
            let allowed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<64 * 10 { group.addTask { try await limits.take([many.by("x")], at: now) == .allowed } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(allowed == 100)
        }
    }

    @Test("Any sequence of uses is judged as the counter's arithmetic says", arguments: TestBroker.allCases)
    func arithmetic(kind: TestBroker) async throws {
        var random = SplitMix(state: 7)
        let rules = [few, RateRule("seven", 7, per: .milliseconds(1000)), RateRule("one", 1, per: .milliseconds(3))]
        try await kind.withLimits { limits async throws in
            var counters: [RateUse: Timestamp] = [:]
            var moment = now
            for _ in 0..<300 {
                moment = moment + .milliseconds(Int64(random.next() % 400))
                let uses = (0...random.next() % 3).map { _ in
                    rules[Int(random.next() % 3)].by("\(random.next() % 2)")
                }
                var (advanced, wait) = (counters, Duration?.none)
                for use in uses {
                    switch RateCounter.advance(advanced[use], by: use.rule, at: moment) {
                    case .counted(let counter): advanced[use] = counter
                    case .wait(let longer): wait = max(wait ?? longer, longer)
                    }
                }
                #expect(try await limits.take(uses, at: moment) == wait.map { .wait($0) } ?? .allowed)
                if wait == nil { counters = advanced }
            }
        }
    }

    @Test("A flood of new subjects does not free one that is over its limit")
    func flood() async throws {
        let limits = InProcessRateLimits(capacity: 1000)
        let slow = RateRule("slow", 1, per: .seconds(3600))
        _ = try await limits.take([slow.by("victim")], at: now)
        for number in 0..<5000 { _ = try await limits.take([few.by("\(number)")], at: now) }
        #expect(try await limits.take([slow.by("victim")], at: now) != .allowed)
    }
}

/// The generator SplitMix64 (Steele, Lea and Flood 2014): the same numbers each time.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
