import MaigenDomain

extension Store: TaskStore {
    package func task(_ id: TaskID) async throws(StoreFailure) -> TaskDetail? {
        try await read { session in
            try session.row(
                """
                SELECT \(TaskRows.summaryColumns), t.specification, t.fault, t.last_event, s.content AS snapshot,
                    r.file, r.size, r.sha256, r.removed_at,
                    (SELECT max(id) FROM shares WHERE task_id = t.id) AS share_id
                FROM tasks t JOIN task_snapshots s ON s.task_id = t.id LEFT JOIN task_results r ON r.task_id = t.id
                WHERE t.id = $1
                """, .id(id)
            ).map(TaskRows.detail)
        }
    }

    package func tasks(
        of user: UserID, _ filter: TaskFilter, _ page: PageRequest
    ) async throws(StoreFailure) -> Page<TaskSummary> {
        // A condition that may not hold keeps databases from using an index; titles are looked through in one.
        let state = filter.state == nil ? "CAST($3 AS TEXT) IS NULL" : "t.state = $3"
        let title =
            filter.text.isEmpty
            ? "CAST($4 AS TEXT) IS NULL"
            : "t.id IN (SELECT id FROM tasks WHERE user_id = $1 AND title_key LIKE $4 ESCAPE '\\')"
        let found = try await read { session in
            try session.rows(
                """
                SELECT \(TaskRows.summaryColumns) FROM tasks t
                WHERE t.user_id = $1 AND (CAST($2 AS TEXT) IS NULL OR t.id < $2) AND \(state) AND \(title)
                ORDER BY t.id DESC LIMIT $5
                """, .id(user), .optional(page.cursor?.position), .optional(filter.state?.rawValue),
                .containing(filter.text), .int(Int64(page.limit + 1))
            ).map(TaskRows.summary)
        }
        return Page(found, request: page) { $0.id.rawValue }
    }

    package func durations(of user: UserID?, limit: Int) async throws(StoreFailure) -> [Duration] {
        // Each way has an index of its own.
        let which = user == nil ? "finished_at IS NOT NULL AND CAST($2 AS TEXT) IS NULL" : "user_id = $2"
        let order = user == nil ? "finished_at" : "id"
        return try await read { session in
            try session.rows(
                """
                SELECT finished_at - created_at AS duration FROM tasks
                WHERE state = $1 AND \(which) ORDER BY \(order) DESC LIMIT $3
                """, .text(TaskState.completed.rawValue), .optional(user?.rawValue), .int(Int64(limit))
            ).map { row throws(SQLError) in .milliseconds(try row.int("duration")) }
        }
    }

    package func submission(under key: IdempotencyKey) async throws(StoreFailure) -> SubmittedTask? {
        try await read { session in try submission(under: key, session) }
    }

    package func tests(of task: TaskID) async throws(StoreFailure) -> TestListing? {
        try await read { session in
            try session.row("SELECT tests, report, previews FROM task_results WHERE task_id = $1", .id(task)).map {
                TestListing(
                    tests: try $0.text("tests"), report: try $0.text("report"),
                    previews: try JSONText.decode(try $0.text("previews")))
            }
        }
    }

    package func file(of task: TaskID) async throws(StoreFailure) -> DataFile? {
        try await read { session in
            try session.row(
                """
                SELECT t.id, t.title, r.file, r.size, r.sha256, r.removed_at
                FROM tasks t JOIN task_results r ON r.task_id = t.id WHERE t.id = $1
                """, .id(task)
            ).map(TaskRows.file)
        }
    }

    package func events(
        of task: TaskID, ownedBy owner: UserID?, after sequence: Int64, limit: Int
    ) async throws(StoreFailure) -> [TaskEvent] {
        try await read { session in
            try session.rows(
                """
                SELECT e.* FROM task_events e JOIN tasks t ON t.id = e.task_id
                WHERE e.task_id = $1 AND e.sequence > $2 AND (CAST($3 AS TEXT) IS NULL OR t.user_id = $3)
                ORDER BY e.sequence LIMIT $4
                """, .id(task), .int(sequence), .optional(owner?.rawValue), .int(Int64(limit))
            ).map(TaskRows.event)
        }
    }

    package func submit(_ submission: TaskSubmission) async throws(StoreFailure) -> SubmissionOutcome {
        let dispatch = Dispatch(task: submission.id, attempt: 1)
        let standing = TaskStanding(attempt: 1, state: .pending, percent: 0)
        return try await write { session in
            // One person's submissions come one after the other, so that counting them means something.
            let owner = try session.row(
                "SELECT id FROM users WHERE id = $1 AND disabled_at IS NULL\(session.dialect.forUpdate)",
                .id(submission.owner))
            guard owner != nil else { return .undo(.ownerUnknown) }
            guard try insert(submission, session) else {
                guard let earlier = try self.submission(under: submission.key, session) else {
                    throw SQLError(.misuse, "the key was taken and is not")
                }
                return .undo(earlier.digest == submission.digest ? .repeated(earlier.id) : .keyReused)
            }
            guard try SettingsRows(session).version() == submission.settings else { return .undo(.settingsChanged) }
            let inWork = try session.row(
                "SELECT count(*) AS count FROM tasks WHERE user_id = $1 AND finished_at IS NULL",
                .id(submission.owner))
            guard try inWork?.int("count") ?? 0 <= submission.tasksInWork else { return .undo(.tooManyInWork) }
            if let payment = submission.payment {
                switch try Ledger(session).post(payment) {
                case .done: break
                case .insufficient(_, let balance, let needed):
                    return .undo(.insufficient(balance: balance, needed: needed))
                case let outcome: throw SQLError(.misuse, "payment of a new task: \(outcome)")
                }
            }
            let journal = TaskJournal(session)
            try session.change(
                "INSERT INTO task_snapshots (task_id, content) VALUES ($1, $2)", .id(submission.id),
                .text(try JSONText.encode(submission.snapshot)))
            try journal.add(
                TaskEvent(sequence: 1, progress: .ofPlatform(dispatch, standing, .taskSubmitted, at: submission.at)))
            try journal.dispatch(dispatch, at: submission.at)
            return .keep(.submitted)
        }
    }

    package func cancel(
        _ ending: TaskEnding, of task: TaskID, by owner: UserID
    ) async throws(StoreFailure) -> CancelOutcome {
        try await write { session in
            let journal = TaskJournal(session)
            guard let held = try journal.hold(task), held.owner == owner else { return .undo(.unknown) }
            guard !held.standing.state.isFinal else { return .undo(.ended(held.standing.state)) }
            guard let event = try journal.end(held, .cancelled, ending) else {
                throw SQLError(.misuse, "the end of \(task) is not in its log")
            }
            return .keep(.cancelled(event))
        }
    }

    /// False where the request's key is taken.
    private func insert(_ submission: TaskSubmission, _ session: any SQLSession) throws(SQLError) -> Bool {
        let (title, now) = (submission.snapshot.problem.title, SQLValue.at(submission.at))
        return try !session.run(
            """
            INSERT INTO tasks (
                id, user_id, request_key, request_digest, title, title_key, test_count, price, state, attempt, percent,
                last_event, created_at, state_since, heard_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'pending', 1, 0, 1, $9, $9, $9)
            ON CONFLICT (request_key) DO NOTHING RETURNING id
            """,
            [
                .id(submission.id), .id(submission.owner), .text(submission.key.text), .text(submission.digest),
                .text(title), .text(title.lowercased()), .int(Int64(submission.snapshot.testCount)),
                .points(submission.price), now,
            ]
        ).rows.isEmpty
    }

    private func submission(
        under key: IdempotencyKey, _ session: any SQLSession
    ) throws(SQLError) -> SubmittedTask? {
        try session.row("SELECT id, request_digest FROM tasks WHERE request_key = $1", .text(key.text)).map {
            row throws(SQLError) in
            SubmittedTask(id: try row.id("id"), digest: try row.text("request_digest"))
        }
    }
}
