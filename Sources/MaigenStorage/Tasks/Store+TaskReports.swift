import MaigenDomain

// What workers report: each method holds the task, judges the report by where the task stands, and moves it or not.
extension Store {
    package func record(_ progress: TaskProgress, at moment: Timestamp) async throws(StoreFailure) -> TaskEvent? {
        try await write { session in
            let journal = TaskJournal(session)
            guard let task = try journal.hold(progress.dispatch.task),
                let next = task.standing.advanced(by: progress)
            else { return .undo(nil) }
            guard try !journal.isKnown(progress, in: task) else { return .undo(nil) }
            var kept = progress
            (kept.state, kept.percent) = (next.state, next.percent)
            return .keep(try journal.move(task, kept, at: moment))
        }
    }

    package func recordAnalysis(
        _ dispatch: Dispatch, specification: String, at moment: Timestamp
    ) async throws(StoreFailure) -> TaskEvent? {
        try await write { session in
            let journal = TaskJournal(session)
            guard let task = try journal.hold(dispatch.task),
                let next = task.standing.analysed(in: dispatch.attempt)
            else { return .undo(nil) }
            return .keep(
                try journal.move(
                    task, .ofPlatform(dispatch, next, .taskAnalysed, at: moment),
                    TaskJournal.Change(specification: specification), at: moment))
        }
    }

    package func complete(
        _ dispatch: Dispatch, with data: StoredDataSet, _ ending: TaskEnding
    ) async throws(StoreFailure) -> TaskEvent? {
        try await write { session in
            let journal = TaskJournal(session)
            guard let task = try journal.hold(dispatch.task), task.standing.accepts(dispatch.attempt) else {
                return .undo(nil)
            }
            try session.change(
                """
                INSERT INTO task_results (task_id, file, size, sha256, tests, report, previews, made_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """, .id(task.id), .text(data.file), .int(data.size), .text(data.sha256), .text(data.tests),
                .text(data.report), .text(try JSONText.encode(data.previews)), .at(ending.at))
            return .keep(try journal.end(task, .completed, ending))
        }
    }

    package func fail(
        _ dispatch: Dispatch, _ fault: TaskFault, _ ending: TaskEnding
    ) async throws(StoreFailure) -> TaskEvent? {
        try await write { session in
            let journal = TaskJournal(session)
            guard let task = try journal.hold(dispatch.task), task.standing.accepts(dispatch.attempt) else {
                return .undo(nil)
            }
            return .keep(try journal.end(task, .failed(fault), ending))
        }
    }

    package func hear(from dispatches: [Dispatch], at moment: Timestamp) async throws(StoreFailure) {
        try await write { session in
            for dispatch in dispatches {
                try session.change(
                    """
                    UPDATE tasks SET heard_at = $3
                    WHERE id = $1 AND attempt = $2 AND heard_at < $3 AND finished_at IS NULL
                    """, .id(dispatch.task), .int(Int64(dispatch.attempt)), .at(moment))
            }
            return .keep(())
        }
    }
}
