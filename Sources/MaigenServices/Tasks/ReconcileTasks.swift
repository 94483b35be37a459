import MaigenDomain

/// Finds tasks of which nothing was heard for too long, and has each tried again or ended: no task is ever left behind.
///
/// Several processes may do so at once, at any time, as often as they like: every step is conditional on the task still
/// being as silent as it was found.
package struct ReconcileTasks: Sendable {
    private let tools: TaskTools
    private let transport: any TaskTransport
    private let silence: Duration

    /// How often the transport is told again of a try that nobody has begun before that counts as a try.
    private static let tellings = 10
    private static let batch = 200

    /// `silence` is how long nothing may be heard of a task; workers say something several times in it.
    package init(_ tools: TaskTools, transport: any TaskTransport, silence: Duration = .seconds(20)) {
        self.tools = tools
        self.transport = transport
        self.silence = silence
    }

    /// What was found and done.
    package struct Reconciled: Sendable, Hashable {
        /// Tasks that wait their turn, as they should.
        package var waiting: Int
        /// Tasks whose present try is handed to the transport again: it was lost before anybody began it.
        package var retold: Int
        /// Tasks that begin a further try.
        package var retried: Int
        /// Tasks that failed after the last one.
        package var failed: Int

        package init(waiting: Int = 0, retold: Int = 0, retried: Int = 0, failed: Int = 0) {
            self.waiting = waiting
            self.retold = retold
            self.retried = retried
            self.failed = failed
        }
    }

    /// Goes over every silent task once.
    package func callAsFunction() async throws(ServiceError) -> Reconciled {
        var done = Reconciled()
        let limit = tools.surroundings.now - silence
        var seen: Set<Dispatch> = []
        while true {
            let silent = try await store { () throws(StoreFailure) in
                try await tools.tasks.silentTasks(since: limit, limit: Self.batch)
            }
            // Whatever was looked at is not silent any more, so the next batch is another one; where no time has passed
            // it may hold some of them once more.
            let new = silent.filter { seen.insert($0.dispatch).inserted }
            var alive: [Dispatch] = []
            for task in new where try await !mend(task, &done) { alive.append(task.dispatch) }
            try await RecordReports(tools).heartbeat(of: alive)
            if silent.count < Self.batch || new.isEmpty { break }
        }
        if done.retold + done.retried + done.failed > 0 { await tools.signals.outboxFilled() }
        return done
    }

    /// Does what the task needs; false where it needs nothing, because it waits in a queue or in the outbox.
    private func mend(_ task: SilentTask, _ done: inout Reconciled) async throws(ServiceError) -> Bool {
        let isHeld = try await store { () throws(StoreFailure) in
            if task.isInOutbox { true } else { try await transport.holds(task.dispatch) }
        }
        let now = tools.surroundings.now
        if isHeld {
            done.waiting += 1
            return false
        }
        if task.state == .pending, task.tellings < Self.tellings {
            let isRetold = try await store { () throws(StoreFailure) in try await tools.tasks.retell(task, at: now) }
            if isRetold { done.retold += 1 }
        } else if task.dispatch.attempt < Dispatch.maximumAttempts {
            let event = try await store { () throws(StoreFailure) in try await tools.tasks.retry(task, at: now) }
            guard let event else { return true }
            done.retried += 1
            await tools.announce(event)
        } else if try await RecordReports(tools).fail(task.dispatch, .workersSilent) != nil {
            done.failed += 1
        }
        return true
    }
}
