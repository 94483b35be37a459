import MaigenBroker
import MaigenDomain
import Testing

@Suite("Rate limits in this process")
struct InProcessRateLimitsTests {
    private let now = Timestamp(milliseconds: 1_000_000)
    private let few = RateRule("few", 2, per: .seconds(60))
    private let many = RateRule("many", 100, per: .seconds(60))

    @Test("Each subject and each rule is counted for itself")
    func separate() async throws {
        let limits = InProcessRateLimits()
        for _ in 0..<2 { #expect(try await limits.take([few.by("a")], at: now) == .allowed) }
        #expect(try await limits.take([few.by("a")], at: now) == .wait(.seconds(30)))
        #expect(try await limits.take([few.by("b")], at: now) == .allowed)
        #expect(try await limits.take([many.by("a")], at: now) == .allowed)
    }

    @Test("A refusal counts nothing")
    func refusalIsFree() async throws {
        let limits = InProcessRateLimits()
        let tight = RateRule("tight", 3, per: .seconds(60))
        for _ in 0..<2 { _ = try await limits.take([few.by("a")], at: now) }
        for _ in 0..<10 { #expect(try await limits.take([tight.by("c"), few.by("a")], at: now) != .allowed) }
        for _ in 0..<3 { #expect(try await limits.take([tight.by("c")], at: now) == .allowed) }
    }

    @Test("Exactly as many as allowed pass, however many come at once")
    func concurrent() async throws {
        let limits = InProcessRateLimits()
        let allowed = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 * 10 { group.addTask { try await limits.take([many.by("x")], at: now) == .allowed } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(allowed == 100)
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
