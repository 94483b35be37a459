import MaigenDomain

/// Tasks as rows.
enum TaskRows {
    /// The columns that a list shows: reading a whole row would read a specification as well.
    static let summaryColumns = """
        t.id, t.user_id, t.title, t.state, t.percent, t.attempt, t.test_count, t.price, t.created_at, t.finished_at
        """

    static func summary(_ row: SQLRow) throws(SQLError) -> TaskSummary {
        TaskSummary(
            id: try row.id("id"), owner: try row.id("user_id"), title: try row.text("title"),
            state: try row.parsed("state", TaskState.init(rawValue:)), percent: Int(try row.int("percent")),
            attempt: Int(try row.int("attempt")), testCount: Int(try row.int("test_count")),
            price: try row.points("price"), createdAt: try row.moment("created_at"),
            finishedAt: try row.momentIfAny("finished_at"))
    }

    static func detail(_ row: SQLRow) throws -> TaskDetail {
        let summary = try summary(row)
        return TaskDetail(
            summary: summary, snapshot: try JSONText.decode(try row.text("snapshot")),
            specification: try row.isNull("specification") ? nil : try row.text("specification"),
            fault: try row.isNull("fault") ? nil : try JSONText.decode(try row.text("fault")),
            file: try row.isNull("file") ? nil : try file(row),
            share: try row.isNull("share_id") ? nil : try row.id("share_id"), lastEvent: try row.int("last_event"))
    }

    /// From a row that joins `tasks` with `task_results`, where it names the task `id`.
    static func file(_ row: SQLRow) throws(SQLError) -> DataFile {
        DataFile(
            task: try row.id("id"), title: try row.text("title"), name: try row.text("file"),
            size: try row.int("size"), sha256: try row.text("sha256"),
            removedAt: try row.momentIfAny("removed_at"))
    }

    static func event(_ row: SQLRow) throws(SQLError) -> TaskEvent {
        TaskEvent(
            sequence: try row.int("sequence"),
            progress: TaskProgress(
                dispatch: Dispatch(task: try row.id("task_id"), attempt: Int(try row.int("attempt"))),
                state: try row.parsed("state", TaskState.init(rawValue:)), percent: Int(try row.int("percent")),
                agent: try row.isNull("agent") ? nil : try row.parsed("agent", Agent.init(rawValue:)),
                message: Localized(zh: try row.text("message_zh"), en: try row.text("message_en")),
                detail: try row.text("detail"), at: try row.moment("created_at")))
    }

    static func silent(_ row: SQLRow) throws(SQLError) -> SilentTask {
        SilentTask(
            dispatch: Dispatch(task: try row.id("id"), attempt: Int(try row.int("attempt"))),
            state: try row.parsed("state", TaskState.init(rawValue:)), heardAt: try row.moment("heard_at"),
            tellings: Int(try row.int("tellings")), isInOutbox: try row.isNull("told_at"))
    }
}
