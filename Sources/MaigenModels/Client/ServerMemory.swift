import Synchronization

/// What was learnt of servers: the dialect that each model takes, and which endpoints cannot be reached for now.
///
/// An endpoint that could not be reached is left alone for a while, twice as long each time; then one call tries it, and
/// the others are turned away until that one has an answer (a circuit breaker).
final class ServerMemory: Sendable {
    private enum Rest {
        case until(ContinuousClock.Instant, failures: Int)
        case trying(failures: Int)

        var failures: Int {
            switch self {
            case .until(_, let failures), .trying(let failures): failures
            }
        }
    }

    private struct State {
        var dialects: [ModelChoice: ModelDialect] = [:]
        var rests: [ModelAddress: Rest] = [:]
    }

    /// How a call went, as far as reaching the endpoint is concerned.
    enum Contact {
        case reached, notReached, unknown
    }

    private let state = Mutex(State())
    private let rest: Duration

    init(rest: Duration) { self.rest = rest }

    func dialect(of choice: ModelChoice) -> ModelDialect {
        state.withLock { $0.dialects[choice] ?? ModelDialect() }
    }

    func learn(_ dialect: ModelDialect, of choice: ModelChoice) {
        state.withLock { $0.dialects[choice] = dialect }
    }

    /// Whether `address` may be asked now. Whoever asks reports by `record`.
    func admits(_ address: ModelAddress) -> Bool {
        state.withLock { state in
            switch state.rests[address] {
            case nil: return true
            case .trying: return false
            case .until(let moment, let failures):
                guard moment <= .now else { return false }
                state.rests[address] = .trying(failures: failures)
                return true
            }
        }
    }

    func record(_ contact: Contact, _ address: ModelAddress) {
        state.withLock { state in
            switch contact {
            case .reached: state.rests[address] = nil
            case .notReached:
                let failures = (state.rests[address]?.failures ?? 0) + 1
                state.rests[address] = .until(.now + rest * (1 << min(failures - 1, 4)), failures: failures)
            case .unknown:
                if case .trying(let failures)? = state.rests[address] {
                    state.rests[address] = .until(.now, failures: failures)
                }
            }
        }
    }
}
