import MaigenDomain
import Synchronization

/// The steps of running tasks in the memory of this process.
package final class InProcessProgress: ProgressFeed {
    private let waiting: Mutex<[TaskProgress]> = Mutex([])
    private let bell = Bell()
    private let capacity: Int

    /// At most `capacity` steps wait.
    package init(capacity: Int = 4096) {
        self.capacity = capacity
    }

    package func publish(_ step: TaskProgress) async throws(StoreFailure) {
        waiting.withLock { waiting in
            if waiting.count >= capacity { waiting.removeFirst(waiting.count - capacity + 1) }
            waiting.append(step)
        }
        bell.ring()
    }

    package func steps(atMost count: Int, patience: Duration) async throws(StoreFailure) -> [TaskProgress] {
        let steps: [TaskProgress]? = await bell.wait(until: .now + patience) {
            guard !Task.isCancelled else { return (nil, nil) }
            return waiting.withLock { waiting in
                guard !waiting.isEmpty else { return (nil, nil) }
                let steps = Array(waiting.prefix(count))
                waiting.removeFirst(steps.count)
                return (steps, nil)
            }
        }
        return steps ?? []
    }
}
