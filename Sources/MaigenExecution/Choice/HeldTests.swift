import MaigenDomain
import Synchronization

/// Keeps tests back from packing as long as some may be dropped: until their inputs are more than a limit.
final class HeldTests: Sendable {
    private struct State {
        var tests: [MadeTest] = []
        var size = 0
        var areHeld: Bool
    }

    private let limit: ByteCount
    private let state: Mutex<State>

    /// - Parameter limit: zero keeps nothing back.
    init(limit: ByteCount) {
        self.limit = limit
        state = Mutex(State(areHeld: limit.bytes > 0))
    }

    /// Whether all tests so far are kept back.
    var areHeld: Bool { state.withLock { $0.areHeld } }

    /// One more test; gives what need not be kept back any longer.
    func take(_ test: MadeTest) -> [MadeTest] {
        state.withLock { state in
            guard state.areHeld else { return [test] }
            state.tests.append(test)
            state.size += test.input.size.bytes
            guard state.size > limit.bytes else { return [] }
            state.areHeld = false
            defer { state.tests = [] }
            return state.tests
        }
    }
}
