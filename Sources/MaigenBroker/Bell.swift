import Synchronization

/// Wakes whoever waits for something to come.
///
/// A waiter first takes hold of the bell (`listen`), then looks whether there is something, and only then waits: a ring
/// between the look and the wait is not lost.
final class Bell: Sendable {
    private struct State {
        var next: UInt64 = 0
        var listeners: [UInt64: AsyncStream<Void>.Continuation] = [:]
    }

    private let state = Mutex(State())

    /// Wakes everybody who listens.
    func ring() {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.yield() }
    }

    /// How many listen.
    var listeners: Int { state.withLock { $0.listeners.count } }

    /// Rings from now on, several at once as one, until the stream is let go.
    func listen() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.next += 1
            state.listeners[state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
        }
        return stream
    }

    /// What `look` finds, as soon as it finds something; nil at `deadline`, or when the calling task is cancelled.
    ///
    /// - Parameter look: tried at once and after every ring; it may name a moment at which to try again in any case.
    func wait<Value, Failure: Error>(
        until deadline: ContinuousClock.Instant,
        _ look: () async throws(Failure) -> (found: Value?, again: ContinuousClock.Instant?)
    ) async throws(Failure) -> Value? {
        while true {
            let rings = listen()
            let (found, again) = try await look()
            if let found { return found }
            guard !Task.isCancelled, ContinuousClock.now < deadline else { return nil }
            await Self.first(of: rings, until: min(deadline, again ?? deadline))
        }
    }

    /// Returns at the first ring, at `moment`, or when the calling task is cancelled.
    private static func first(of rings: AsyncStream<Void>, until moment: ContinuousClock.Instant) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in rings { return } }
            group.addTask {
                // Cancelled as soon as the other one returns.
                try? await Task.sleep(until: moment, clock: .continuous)
            }
            await group.next()
            group.cancelAll()
        }
    }
}
