/// Who works at what, for the back office: each loop of each process says so every few seconds.
package protocol WorkerBeats: Sendable {
    /// `beat` is true now; forgotten after `lifetime` unless it is repeated.
    func record(_ beat: WorkerBeat, lifetime: Duration) async throws(StoreFailure)

    /// The loop has ended.
    func forget(_ worker: ID<WorkerBeat>) async throws(StoreFailure)

    /// The newest beat of every loop that is alive, by role and identifier.
    func beats() async throws(StoreFailure) -> [WorkerBeat]
}

/// A sign of life.
package struct WorkerBeat: Sendable, Hashable, Codable {
    /// Names the loop.
    package var worker: ID<WorkerBeat>
    /// What it does.
    package var role: WorkerRole
    /// The machine and the process: `node-3/4711`.
    package var process: String
    /// Since when it runs.
    package var since: Timestamp
    /// When it said so.
    package var at: Timestamp
    /// What it is at; nil while it waits.
    package var task: Dispatch?

    package init(
        worker: ID<WorkerBeat>, role: WorkerRole, process: String, since: Timestamp, at: Timestamp, task: Dispatch?
    ) {
        self.worker = worker
        self.role = role
        self.process = process
        self.since = since
        self.at = at
        self.task = task
    }
}

/// What a process can be there for.
package enum WorkerRole: String, Sendable, Hashable, CaseIterable, Codable {
    /// Answers people, and alone writes the database.
    case api
    /// Turns statements into specifications.
    case analysis
    /// Runs programs.
    case sandbox
}
