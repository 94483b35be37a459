import MaigenDomain
import MaigenServices

/// Follows a task as it moves: reads its log, and again whenever somebody announces that it has grown.
package struct TaskWatch: Sendable {
    private let read: ReadTask
    private let announcements: any Announcements
    private let patience: Duration

    /// An announcement may be lost, so the log is also read after `patience` without one.
    package init(read: ReadTask, announcements: any Announcements, patience: Duration = .seconds(10)) {
        self.read = read
        self.announcements = announcements
        self.patience = patience
    }

    /// Hands `take` every event after number `sequence` that the person may see, in order, until it answers false.
    func follow(
        _ task: TaskID, after sequence: Int64, by signedIn: SignedIn, _ take: @Sendable (TaskEvent) -> Bool
    ) async throws {
        let (looks, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        // Before the first look, so that nothing falls between the two.
        let heard = try await announcements.hear(.task(task))
        try await withThrowingTaskGroup(of: Void.self) { [patience] group in
            defer { group.cancelAll() }
            group.addTask { for await _ in heard { bell.yield() } }
            group.addTask {
                while true {
                    try await Task.sleep(for: patience)
                    bell.yield()
                }
            }
            bell.yield()
            var last = sequence
            for await _ in looks {
                var events: [TaskEvent]
                repeat {
                    events = try await read.events(of: task, after: last, by: signedIn)
                    for event in events {
                        last = event.sequence
                        guard take(event) else { return }
                    }
                } while !events.isEmpty
            }
        }
    }
}
