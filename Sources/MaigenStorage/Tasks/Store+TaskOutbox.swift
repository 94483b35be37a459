import MaigenDomain

// What keeps tasks going: the broker is told what was decided, and what went silent is found.
extension Store {
    package func claimOutbox(
        limit: Int, at moment: Timestamp, until deadline: Timestamp
    ) async throws(StoreFailure) -> [OutboxEntry] {
        let claimed = try await write { session -> Ending<[(Dispatch, snapshot: String?)]> in
            let rows = try session.rows(
                """
                SELECT o.task_id, o.attempt, o.content, s.content AS snapshot
                FROM task_outbox o JOIN task_snapshots s ON s.task_id = o.task_id
                WHERE o.told_at IS NULL AND o.claimed_until <= $1
                ORDER BY o.created_at LIMIT $2\(session.dialect.forUpdateSkippingLocked(of: "o"))
                """, .at(moment), .int(Int64(limit)))
            return .keep(
                try rows.map { row in
                    let dispatch = Dispatch(task: try row.id("task_id"), attempt: Int(try row.int("attempt")))
                    let content = try row.text("content")
                    try session.change(
                        """
                        UPDATE task_outbox SET claimed_until = $4, tellings = tellings + 1
                        WHERE task_id = $1 AND attempt = $2 AND content = $3
                        """, .id(dispatch.task), .int(Int64(dispatch.attempt)), .text(content), .at(deadline))
                    return (dispatch, content == "dispatch" ? try row.text("snapshot") : nil)
                })
        }
        // Here, and not on the one thread that writes.
        do {
            return try claimed.map { dispatch, snapshot in
                OutboxEntry(
                    dispatch: dispatch,
                    order: try snapshot.map { .dispatch(try JSONText.decode($0)) } ?? .withdraw)
            }
        } catch {
            throw StoreFailure(error)
        }
    }

    package func markTold(_ entry: OutboxEntry, at moment: Timestamp) async throws(StoreFailure) {
        let content =
            switch entry.order {
            case .dispatch: "dispatch"
            case .withdraw: "withdraw"
            }
        try await write { session in
            try session.change(
                """
                UPDATE task_outbox SET told_at = $4
                WHERE task_id = $1 AND attempt = $2 AND content = $3 AND told_at IS NULL
                """, .id(entry.dispatch.task), .int(Int64(entry.dispatch.attempt)), .text(content), .at(moment))
            return .keep(())
        }
    }

    package func silentTasks(since moment: Timestamp, limit: Int) async throws(StoreFailure) -> [SilentTask] {
        try await read { session in
            try session.rows(
                """
                SELECT t.id, t.attempt, t.state, t.heard_at, o.tellings, o.told_at
                FROM tasks t
                JOIN task_outbox o ON o.task_id = t.id AND o.attempt = t.attempt AND o.content = 'dispatch'
                WHERE t.finished_at IS NULL AND t.heard_at <= $1 ORDER BY t.heard_at LIMIT $2
                """, .at(moment), .int(Int64(limit))
            ).map(TaskRows.silent)
        }
    }

    package func retell(_ silent: SilentTask, at moment: Timestamp) async throws(StoreFailure) -> Bool {
        try await write { session in
            guard try stillSilent(silent, TaskJournal(session)) != nil else { return .undo(false) }
            let dispatch = silent.dispatch
            try session.change(
                """
                UPDATE task_outbox SET told_at = NULL, claimed_until = 0
                WHERE task_id = $1 AND attempt = $2 AND content = 'dispatch'
                """, .id(dispatch.task), .int(Int64(dispatch.attempt)))
            try session.change("UPDATE tasks SET heard_at = $2 WHERE id = $1", .id(dispatch.task), .at(moment))
            return .keep(true)
        }
    }

    package func retry(_ silent: SilentTask, at moment: Timestamp) async throws(StoreFailure) -> TaskEvent? {
        try await write { session in
            let journal = TaskJournal(session)
            guard let task = try stillSilent(silent, journal) else { return .undo(nil) }
            let next = Dispatch(task: task.id, attempt: task.standing.attempt + 1)
            try journal.withdraw(task, at: moment)
            try journal.dispatch(next, at: moment)
            let standing = TaskStanding(attempt: next.attempt, state: .pending, percent: 0)
            return .keep(
                try journal.move(
                    task, .ofPlatform(next, standing, .taskRetried(attempt: next.attempt), at: moment), at: moment))
        }
    }

    private func stillSilent(_ silent: SilentTask, _ journal: TaskJournal) throws -> TaskJournal.Held? {
        guard let task = try journal.hold(silent.dispatch.task), task.dispatch == silent.dispatch,
            task.standing.state == silent.state, task.heardAt == silent.heardAt
        else { return nil }
        return task
    }
}
