import MaigenDomain
import Synchronization

/// Rate limits in the memory of this process: right for one process, forgotten at its end.
package final class InProcessRateLimits: RateLimits {
    private let counters: Mutex<[String: Timestamp]> = Mutex([:])
    private let capacity: Int

    /// Remembers about `capacity` subjects: a flood from ever new addresses must not fill the memory.
    package init(capacity: Int = 100_000) {
        self.capacity = capacity
    }

    package func take(_ uses: [RateUse], at moment: Timestamp) async throws(StoreFailure) -> RateDecision {
        counters.withLock { counters in
            var advanced: [String: Timestamp] = [:]
            var longest: Duration?
            for use in uses {
                let key = use.rule.name + " " + use.subject
                switch RateCounter.advance(advanced[key] ?? counters[key], by: use.rule, at: moment) {
                case .counted(let counter): advanced[key] = counter
                case .wait(let wait): longest = max(longest ?? wait, wait)
                }
            }
            if let longest { return .wait(longest) }
            counters.merge(advanced) { _, new in new }
            if counters.count > capacity { Self.shrink(&counters, to: capacity / 2, at: moment) }
            return .allowed
        }
    }

    /// Drops counters that are paid off, and if that is not enough, those nearest to it.
    private static func shrink(_ counters: inout [String: Timestamp], to size: Int, at moment: Timestamp) {
        counters = counters.filter { $0.value > moment }
        guard counters.count > size else { return }
        let kept = counters.sorted { $0.value > $1.value }.prefix(size)
        counters = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
