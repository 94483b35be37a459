import MaigenBroker
import MaigenDomain

/// Every kind of broker that the platform runs on: one suite of tests goes over all of them.
package enum TestBroker: String, Sendable, CaseIterable {
    case inProcess = "in-process"

    /// Runs `body` with a new, empty broker of this kind.
    ///
    /// - Parameters:
    ///   - messages: the most that a queue holds.
    ///   - bytes: the most that the cache holds.
    ///   - steps: the most steps that wait.
    ///   - listeners: the most that listen for announcements.
    package func withBroker<Value: Sendable>(
        messages: Int = 1000, bytes: Int = 1 << 20, steps: Int = 1000, listeners: Int = 1000,
        _ body: (Broker) async throws -> Value
    ) async throws -> Value {
        switch self {
        case .inProcess:
            try await body(
                Broker(
                    queues: InProcessQueues(capacity: messages),
                    cache: InProcessCache(capacity: ByteCount(bytes: bytes)),
                    progress: InProcessProgress(capacity: steps),
                    announcements: InProcessAnnouncements(capacity: listeners), beats: InProcessBeats()))
        }
    }
}

extension Dispatch {
    /// A try at a task of that name.
    package static func of(_ task: String, attempt: Int = 1) -> Dispatch {
        Dispatch(task: TaskID(rawValue: task), attempt: attempt)
    }
}
