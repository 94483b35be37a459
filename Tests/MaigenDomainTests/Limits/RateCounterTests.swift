import MaigenDomain
import Testing

@Suite("Rate counters")
struct RateCounterTests {
    private let rule = RateRule("r", 3, per: .seconds(60))
    private let start = Timestamp(milliseconds: 1_000_000)

    @Test("So many in a row, then one for each part of the period")
    func burstThenSteady() throws {
        var counter: Timestamp?
        for _ in 0..<3 {
            guard case .counted(let next) = RateCounter.advance(counter, by: rule, at: start) else {
                Issue.record("refused too early")
                return
            }
            counter = next
        }
        #expect(RateCounter.advance(counter, by: rule, at: start) == .wait(.seconds(20)))
        #expect(RateCounter.advance(counter, by: rule, at: start + .seconds(19)) == .wait(.seconds(1)))
        guard case .counted = RateCounter.advance(counter, by: rule, at: start + .seconds(20)) else {
            Issue.record("refused after the wait")
            return
        }
    }

    @Test("A clock that goes back refuses no longer than the period ahead")
    func clockGoesBack() {
        let counter = start + .seconds(60)
        #expect(RateCounter.advance(counter, by: rule, at: start - .seconds(30)) == .wait(.seconds(50)))
    }
}
