import MaigenDomain

/// Tasks within a transaction: whatever moves a task moves it here, with its log, its stages and what the broker must
/// be told.
struct TaskJournal {
    private let session: any SQLSession

    init(_ session: any SQLSession) {
        self.session = session
    }

    /// A task that nobody else can move until the transaction ends.
    struct Held {
        var id: TaskID
        var owner: UserID
        var title: String
        var price: Points
        var testCount: Int
        var standing: TaskStanding
        var stateSince: Timestamp
        var heardAt: Timestamp
        var lastEvent: Int64
        var detailBytes: Int64

        var dispatch: Dispatch { Dispatch(task: id, attempt: standing.attempt) }
    }

    /// What a move changes beside the standing.
    struct Change {
        var specification: String?
        var fault: TaskFault?
    }

    /// How a task ends. Its owner knows of a cancellation, and is told of the others.
    enum End {
        case completed
        case failed(TaskFault)
        case cancelled
    }

    func hold(_ id: TaskID) throws(SQLError) -> Held? {
        let row = try session.row(
            """
            SELECT id, user_id, title, price, test_count, state, attempt, percent, state_since, heard_at, last_event,
                detail_bytes
            FROM tasks WHERE id = $1\(session.dialect.forUpdate)
            """, .id(id))
        guard let row else { return nil }
        return Held(
            id: id, owner: try row.id("user_id"), title: try row.text("title"), price: try row.points("price"),
            testCount: Int(try row.int("test_count")),
            standing: TaskStanding(
                attempt: Int(try row.int("attempt")), state: try row.parsed("state", TaskState.init(rawValue:)),
                percent: Int(try row.int("percent"))),
            stateSince: try row.moment("state_since"), heardAt: try row.moment("heard_at"),
            lastEvent: try row.int("last_event"), detailBytes: try row.int("detail_bytes"))
    }

    /// Moves the task to where `progress` says it stands, and adds that to its log; nil where the log is full of what
    /// workers said. `progress` has been judged by `TaskStanding`.
    @discardableResult
    func move(
        _ task: Held, _ progress: TaskProgress, _ change: Change = Change(), at moment: Timestamp
    ) throws -> TaskEvent? {
        let isMoved = progress.state != task.standing.state || progress.dispatch.attempt != task.standing.attempt
        if isMoved { try addStage(task, until: moment) }
        // The platform's own words are few, and the last one must never be missing.
        let isKept = task.lastEvent < TaskEvent.limit || isMoved
        var event = TaskEvent(sequence: task.lastEvent + 1, progress: progress)
        if task.detailBytes + Int64(progress.detail.utf8.count) > TaskEvent.detailBytes { event.progress.detail = "" }
        try session.run(
            """
            UPDATE tasks SET attempt = $2, state = $3, percent = $4, last_event = $5, detail_bytes = detail_bytes + $6,
                state_since = $7, heard_at = $8, finished_at = $9, fault = $10,
                specification = coalesce(CAST($11 AS TEXT), specification)
            WHERE id = $1
            """,
            [
                .id(task.id), .int(Int64(progress.dispatch.attempt)), .text(progress.state.rawValue),
                .int(Int64(progress.percent)), .int(isKept ? event.sequence : task.lastEvent),
                .int(isKept ? Int64(event.progress.detail.utf8.count) : 0), .at(isMoved ? moment : task.stateSince),
                .at(max(moment, task.heardAt)), .optional(progress.state.isFinal ? moment : nil),
                .optional(try change.fault.map(JSONText.encode)), .optional(change.specification),
            ])
        guard isKept else { return nil }
        try add(event)
        return event
    }

    /// Ends the task: refunds it unless it is completed, tells its owner, and withdraws it from the broker.
    func end(_ task: Held, _ end: End, _ ending: TaskEnding) throws -> TaskEvent? {
        var last = TaskStanding(
            attempt: task.standing.attempt, state: .failed, percent: task.standing.percent)
        var change = Change()
        let message: Localized
        var event: NoticeEvent?
        switch end {
        case .completed:
            (last.state, last.percent) = (.completed, 100)
            message = .taskCompleted(tests: task.testCount)
            event = .taskCompleted(task: task.id, title: task.title)
        case .failed(let fault):
            try refund(task, ending)
            change.fault = fault
            message = .taskFailed(fault.message, refund: task.price)
            event = .taskFailed(task: task.id, title: task.title, reason: fault.message, refund: task.price)
        case .cancelled:
            try refund(task, ending)
            last.state = .cancelled
            message = .taskCancelled(refund: task.price)
        }
        if let event {
            try Notices(session).add(Notice(id: ending.notice, user: task.owner, event: event, at: ending.at))
        }
        try withdraw(task, at: ending.at)
        let progress = TaskProgress.ofPlatform(
            task.dispatch, last, message, detail: change.fault?.detail ?? "", at: ending.at)
        return try move(task, progress, change, at: ending.at)
    }

    /// Adds an event to the log. The row that it belongs to already names it as the last one.
    func add(_ event: TaskEvent) throws(SQLError) {
        let progress = event.progress
        try session.run(
            """
            INSERT INTO task_events (
                task_id, sequence, previous, attempt, state, percent, agent, message_zh, message_en, detail, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .id(progress.dispatch.task), .int(event.sequence),
                event.sequence == 1 ? .null : .int(event.sequence - 1), .int(Int64(progress.dispatch.attempt)),
                .text(progress.state.rawValue), .int(Int64(progress.percent)), .optional(progress.agent?.rawValue),
                .text(progress.message.chinese), .text(progress.message.english), .text(progress.detail),
                .at(progress.at),
            ])
    }

    /// Whether the log's last events hold just this one: messages come at least once.
    func isKnown(_ progress: TaskProgress, in task: Held) throws(SQLError) -> Bool {
        try session.row(
            """
            SELECT sequence FROM task_events
            WHERE task_id = $1 AND sequence > $2 AND attempt = $3 AND created_at = $4 AND message_zh = $5
                AND coalesce(agent, '') = $6 AND detail = $7 LIMIT 1
            """, .id(task.id), .int(task.lastEvent - 50), .int(Int64(progress.dispatch.attempt)), .at(progress.at),
            .text(progress.message.chinese), .text(progress.agent?.rawValue ?? ""), .text(progress.detail)) != nil
    }

    /// Has the broker told of a try.
    func dispatch(_ dispatch: Dispatch, at moment: Timestamp) throws(SQLError) {
        try tell(dispatch, "dispatch", at: moment)
    }

    /// Has the broker told that the present try is over, and no longer told to begin one.
    func withdraw(_ task: Held, at moment: Timestamp) throws(SQLError) {
        try session.change(
            "UPDATE task_outbox SET told_at = $2 WHERE task_id = $1 AND content = 'dispatch' AND told_at IS NULL",
            .id(task.id), .at(moment))
        try tell(task.dispatch, "withdraw", at: moment)
    }

    private func tell(_ dispatch: Dispatch, _ content: String, at moment: Timestamp) throws(SQLError) {
        try session.change(
            "INSERT INTO task_outbox (task_id, attempt, content, created_at) VALUES ($1, $2, $3, $4)",
            .id(dispatch.task), .int(Int64(dispatch.attempt)), .text(content), .at(moment))
    }

    private func refund(_ task: Held, _ ending: TaskEnding) throws(SQLError) {
        guard
            let refund = Transfer.refund(
                id: ending.refund, of: task.id, to: task.owner, task.price, at: ending.at)
        else { return }
        let outcome = try Ledger(session).post(refund)
        // A task ends once, so nothing can have been refunded; if it was, nothing else must happen either.
        guard outcome == .done else { throw SQLError(.misuse, "refund of \(task.id): \(outcome)") }
    }

    private func addStage(_ task: Held, until moment: Timestamp) throws(SQLError) {
        // Clocks of several machines differ a little; a stage takes no less than no time.
        let duration = max(0, (moment - task.stateSince).milliseconds)
        try session.change(
            """
            INSERT INTO task_stages (task_id, attempt, state, began_at, ended_at, duration)
            VALUES ($1, $2, $3, $4, $5, $6)
            """, .id(task.id), .int(Int64(task.standing.attempt)), .text(task.standing.state.rawValue),
            .at(task.stateSince), .at(moment), .int(duration))
    }
}
