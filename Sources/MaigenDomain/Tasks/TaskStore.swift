/// Keeps tasks. Each write method keeps one invariant in one transaction; every change of state goes through
/// `TaskStanding` and `TaskState`'s one table.
package protocol TaskStore: Sendable {
    // Reading

    /// The task, with everything but its tests.
    func task(_ id: TaskID) async throws(StoreFailure) -> TaskDetail?
    /// The tasks of `user`, newest first.
    func tasks(
        of user: UserID, _ filter: TaskFilter, _ page: PageRequest
    ) async throws(StoreFailure) -> Page<TaskSummary>
    /// How long the last completed tasks took, at most `limit`: those of `user`, or everybody's where that is nil.
    func durations(of user: UserID?, limit: Int) async throws(StoreFailure) -> [Duration]
    /// The task that was submitted under `key`, and the digest of what was submitted.
    func submission(under key: IdempotencyKey) async throws(StoreFailure) -> SubmittedTask?
    /// What a completed task's page shows of its tests; nil where there is no data.
    func tests(of task: TaskID) async throws(StoreFailure) -> TestListing?
    /// The ZIP of a completed task; nil where there is none.
    func file(of task: TaskID) async throws(StoreFailure) -> DataFile?
    /// The events of `task` after number `sequence`, oldest first, at most `limit`; none where the task is not
    /// `owner`'s, anybody's where that is nil.
    func events(
        of task: TaskID, ownedBy owner: UserID?, after sequence: Int64, limit: Int
    ) async throws(StoreFailure) -> [TaskEvent]

    // What people do

    /// Takes the price, adds the task with its snapshot, and puts its first dispatch into the outbox.
    func submit(_ submission: TaskSubmission) async throws(StoreFailure) -> SubmissionOutcome
    /// Ends the task of `owner` as cancelled, refunds it and withdraws it, if it has not ended.
    func cancel(_ ending: TaskEnding, of task: TaskID, by owner: UserID) async throws(StoreFailure) -> CancelOutcome

    // What workers report

    /// Adds `progress` to the log and moves the task's state and percentage; nil where it is stale or known already,
    /// or where the log is full and only the percentage moved.
    func record(_ progress: TaskProgress, at moment: Timestamp) async throws(StoreFailure) -> TaskEvent?
    /// Keeps the specification and moves the task on to generation; nil where the report is stale.
    func recordAnalysis(
        _ dispatch: Dispatch, specification: String, at moment: Timestamp
    ) async throws(StoreFailure) -> TaskEvent?
    /// Keeps the data set, completes the task and tells its owner; nil where the report is stale.
    func complete(
        _ dispatch: Dispatch, with data: StoredDataSet, _ ending: TaskEnding
    ) async throws(StoreFailure) -> TaskEvent?
    /// Ends the task as failed, refunds it and tells its owner; nil where the report is stale.
    func fail(_ dispatch: Dispatch, _ fault: TaskFault, _ ending: TaskEnding) async throws(StoreFailure) -> TaskEvent?
    /// Notes that the workers of these dispatches are alive; stale ones change nothing.
    func hear(from dispatches: [Dispatch], at moment: Timestamp) async throws(StoreFailure)

    // Keeping tasks going

    /// Takes up to `limit` entries that the transport must still be told, oldest first, and keeps them from others
    /// until `deadline`.
    func claimOutbox(
        limit: Int, at moment: Timestamp, until deadline: Timestamp
    ) async throws(StoreFailure) -> [OutboxEntry]
    /// The transport knows: the entry need not be told again.
    func markTold(_ entry: OutboxEntry, at moment: Timestamp) async throws(StoreFailure)
    /// Tasks that have not ended and were last heard of at `moment` or before, longest ago first, at most `limit`.
    func silentTasks(since moment: Timestamp, limit: Int) async throws(StoreFailure) -> [SilentTask]
    /// Has the transport told again of a try that nobody has begun, if the task is still as silent as `silent` says.
    func retell(_ silent: SilentTask, at moment: Timestamp) async throws(StoreFailure) -> Bool
    /// Begins the next try of a task that is still as silent as `silent` says; nil where it is not.
    func retry(_ silent: SilentTask, at moment: Timestamp) async throws(StoreFailure) -> TaskEvent?

    // Removing what is old

    /// Takes up to `limit` ZIPs of tasks that ended at `moment` or before and are not shared: they can no longer be
    /// downloaded or shared. Those taken earlier whose removal was never confirmed come again.
    func claimOldFiles(
        endedBy moment: Timestamp, limit: Int, at now: Timestamp
    ) async throws(StoreFailure) -> [DataFile]
    /// The ZIP of `task` is gone from the file store.
    func confirmRemoval(of task: TaskID) async throws(StoreFailure)
    /// Those of `files` that no task refers to.
    func orphans(among files: [String]) async throws(StoreFailure) -> [String]
}

/// Everything that submitting one task changes.
package struct TaskSubmission: Sendable {
    /// The new task's name.
    package var id: TaskID
    /// Whose it is.
    package var owner: UserID
    /// What makes repeating the request harmless.
    package var key: IdempotencyKey
    /// SHA-256 of what was submitted: the same key with another one is refused.
    package var digest: String
    /// What it is made from.
    package var snapshot: TaskSnapshot
    /// What it costs.
    package var price: Points
    /// The payment; nil where tasks cost nothing.
    package var payment: Transfer?
    /// How many tasks the owner may have in work, this one included.
    package var tasksInWork: Int
    /// The settings under which all this was decided: other ones in force change nothing and are an outcome.
    package var settings: SettingsVersion
    /// When.
    package var at: Timestamp

    package init(
        id: TaskID, owner: UserID, key: IdempotencyKey, digest: String, snapshot: TaskSnapshot, price: Points,
        payment: Transfer?, tasksInWork: Int, settings: SettingsVersion, at: Timestamp
    ) {
        self.id = id
        self.owner = owner
        self.key = key
        self.digest = digest
        self.snapshot = snapshot
        self.price = price
        self.payment = payment
        self.tasksInWork = tasksInWork
        self.settings = settings
        self.at = at
    }
}

/// A task that a request key belongs to.
package struct SubmittedTask: Sendable, Hashable {
    package var id: TaskID
    /// SHA-256 of what was submitted.
    package var digest: String

    package init(id: TaskID, digest: String) {
        self.id = id
        self.digest = digest
    }
}

/// What came of a submission.
package enum SubmissionOutcome: Sendable, Hashable {
    /// The task is paid for and will be worked on.
    case submitted
    /// It had been submitted already under this key: which one.
    case repeated(TaskID)
    /// The key was used for something else.
    case keyReused
    /// The owner has too many tasks in work.
    case tooManyInWork
    /// The owner cannot pay.
    case insufficient(balance: Points, needed: Points)
    /// An administrator changed the settings meanwhile: decide anew.
    case settingsChanged
    /// There is no such account, or it is disabled.
    case ownerUnknown
}

/// What ending a task needs beyond the task itself: names for the refund and the notice, and the time.
package struct TaskEnding: Sendable {
    package var refund: ID<Transfer>
    package var notice: ID<Notice>
    package var at: Timestamp

    package init(refund: ID<Transfer>, notice: ID<Notice>, at: Timestamp) {
        self.refund = refund
        self.notice = notice
        self.at = at
    }
}

/// What came of a cancellation.
package enum CancelOutcome: Sendable, Hashable {
    /// The task is cancelled and refunded.
    case cancelled(TaskEvent)
    /// It had ended.
    case ended(TaskState)
    /// There is no such task of that owner.
    case unknown
}

/// A task of which nothing was heard for a while.
package struct SilentTask: Sendable, Hashable {
    /// Its present try.
    package var dispatch: Dispatch
    /// Where it stands.
    package var state: TaskState
    /// When something was last heard.
    package var heardAt: Timestamp
    /// How often the transport was told of this try.
    package var tellings: Int
    /// Whether the transport must still be told of it.
    package var isInOutbox: Bool

    package init(dispatch: Dispatch, state: TaskState, heardAt: Timestamp, tellings: Int, isInOutbox: Bool) {
        self.dispatch = dispatch
        self.state = state
        self.heardAt = heardAt
        self.tellings = tellings
        self.isInOutbox = isInOutbox
    }
}
