import MaigenDomain
import Synchronization

/// Announcements within this process.
package final class InProcessAnnouncements: Announcements {
    private struct State {
        var next: UInt64 = 0
        var count = 0
        var listeners: [Topic: [UInt64: AsyncStream<Void>.Continuation]] = [:]
    }

    private let state = Mutex(State())
    private let capacity: Int

    /// At most `capacity` listeners at a time.
    package init(capacity: Int = 10_000) {
        self.capacity = capacity
    }

    package func announce(_ topic: Topic) async throws(StoreFailure) { call(topic) }

    /// Wakes everybody who listens to `topic`.
    func call(_ topic: Topic) {
        let listeners = state.withLock { Array($0.listeners[topic, default: [:]].values) }
        for listener in listeners { listener.yield() }
    }

    /// Wakes everybody who listens.
    func callAll() {
        let listeners = state.withLock { $0.listeners.values.flatMap(\.values) }
        for listener in listeners { listener.yield() }
    }

    package func hear(_ topic: Topic) async throws(StoreFailure) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number: UInt64? = state.withLock { state in
            guard state.count < capacity else { return nil }
            state.count += 1
            state.next += 1
            state.listeners[topic, default: [:]][state.next] = continuation
            return state.next
        }
        guard let number else { throw StoreFailure(.overloaded, "\(capacity) listeners wait for announcements") }
        continuation.onTermination = { [weak self] _ in self?.forget(number, of: topic) }
        return stream
    }

    private func forget(_ number: UInt64, of topic: Topic) {
        state.withLock { state in
            guard state.listeners[topic]?.removeValue(forKey: number) != nil else { return }
            state.count -= 1
            if state.listeners[topic]?.isEmpty == true { state.listeners[topic] = nil }
        }
    }
}
