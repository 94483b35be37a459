import MaigenDomain

/// A person's tasks, newest first.
package struct TaskListPage: PageModel {
    package static let template = "tasks"
    /// What titles have to hold.
    var search: String
    /// The states to choose from, the first of which stands for all.
    var states: [Choice]
    var rows: [Row]
    var hasRows: Bool
    /// Where the next ones are; nil on the last page.
    var next: String?
    var isFirst: Bool
    /// Whether there may be tasks that the filter hides.
    var isFiltered: Bool

    struct Row: Sendable {
        var id: String
        var title: String
        var state: Tag
        /// While the task is in work.
        var percent: String?
        var tests: String
        var created: MomentText
        var age: String
        /// How long it took; nil before it ended.
        var took: String?
    }

    /// - Parameter all: the text of the choice that stands for every state.
    package init(
        _ page: Page<TaskSummary>, _ filter: TaskFilter, isFirst: Bool, all: String, at now: Timestamp,
        in language: Language
    ) {
        search = filter.text
        states =
            [Choice(value: "", text: all, isChosen: filter.state == nil)]
            + TaskState.allCases.map {
                Choice(value: $0.rawValue, text: $0.title[language], isChosen: $0 == filter.state)
            }
        rows = page.items.map { Row($0, at: now, in: language) }
        hasRows = !rows.isEmpty
        next = page.nextCursor.map { cursor in
            var parameters = ["cursor=" + Pages.escaped(cursor.position)]
            if let state = filter.state { parameters.append("state=" + state.rawValue) }
            if !filter.text.isEmpty { parameters.append("q=" + Pages.escaped(filter.text)) }
            return "/tasks?" + parameters.joined(separator: "&")
        }
        self.isFirst = isFirst
        isFiltered = filter.state != nil || !filter.text.isEmpty || !isFirst
    }
}

extension TaskListPage.Row {
    init(_ task: TaskSummary, at now: Timestamp, in language: Language) {
        id = task.id.rawValue
        title = task.title
        state = Tag(task.state, in: language)
        percent = task.state.isFinal ? nil : "\(task.percent)"
        tests = "\(task.testCount)"
        created = MomentText(task.createdAt)
        age = DurationText.age(of: task.createdAt, at: now, in: language)
        took = task.finishedAt.map {
            DurationText.text(.milliseconds($0.milliseconds - task.createdAt.milliseconds), in: language)
        }
    }
}
