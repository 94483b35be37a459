import MaigenDomain

/// What the actions on tasks have in common.
package struct TaskTools: Sendable {
    let tasks: any TaskStore
    let settings: any SettingsStore
    let strategies: StrategyCatalogue
    let signals: TaskSignals
    let surroundings: Surroundings
    let submissions: RateRule

    /// `submissions` is how many tasks one person may submit: each is kept for good, also one that is given up at once.
    package init(
        tasks: any TaskStore, settings: any SettingsStore, strategies: StrategyCatalogue,
        signals: TaskSignals = .none, surroundings: Surroundings,
        submissions: RateRule = RateRule("task-submissions", 120, per: .seconds(3600))
    ) {
        self.tasks = tasks
        self.settings = settings
        self.strategies = strategies
        self.signals = signals
        self.surroundings = surroundings
        self.submissions = submissions
    }

    /// The settings in force.
    func presentSettings() async throws(ServiceError) -> PresentSettings {
        try await store { () throws(StoreFailure) in try await settings.settings() }
    }

    /// The task, if `signedIn` owns it or is an administrator; refuses with `task_unknown` otherwise.
    func task(_ id: TaskID, visibleTo signedIn: SignedIn) async throws(ServiceError) -> TaskDetail {
        let found = try await store { () throws(StoreFailure) in try await tasks.task(id) }
        let task = try parsed(found, or: TaskRefusal.taskUnknown)
        guard signedIn.maySee(task.summary) else { throw .refused(TaskRefusal.taskUnknown) }
        return task
    }

    /// Names for what ending a task brings about.
    func ending() -> TaskEnding {
        TaskEnding(refund: surroundings.newID(), notice: surroundings.newID(), at: surroundings.now)
    }

    /// Tells whoever watches the task that it has moved.
    func announce(_ event: TaskEvent) async {
        await signals.changed(event.progress.dispatch.task)
        if event.progress.state.isFinal || event.progress.state == .pending { await signals.outboxFilled() }
    }
}

extension SignedIn {
    /// Whether this person may read the task.
    func maySee(_ task: TaskSummary) -> Bool {
        task.owner == account.id || account.role == .administrator
    }
}
