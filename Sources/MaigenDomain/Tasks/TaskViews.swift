/// A task as lists show it.
package struct TaskSummary: Sendable, Hashable {
    /// Names the task; sorts by the time of submission.
    package var id: TaskID
    /// Whose it is.
    package var owner: UserID
    /// The problem's title.
    package var title: String
    /// Where it stands.
    package var state: TaskState
    /// Of the whole task, 0 to 100.
    package var percent: Int
    /// Which try this is: 1, 2, 3.
    package var attempt: Int
    /// How many tests are wanted.
    package var testCount: Int
    /// What was paid for it, and is paid back if it fails.
    package var price: Points
    /// When it was submitted.
    package var createdAt: Timestamp
    /// When it ended.
    package var finishedAt: Timestamp?

    package init(
        id: TaskID, owner: UserID, title: String, state: TaskState, percent: Int, attempt: Int, testCount: Int,
        price: Points, createdAt: Timestamp, finishedAt: Timestamp?
    ) {
        self.id = id
        self.owner = owner
        self.title = title
        self.state = state
        self.percent = percent
        self.attempt = attempt
        self.testCount = testCount
        self.price = price
        self.createdAt = createdAt
        self.finishedAt = finishedAt
    }
}

/// A task as its page shows it.
package struct TaskDetail: Sendable, Hashable {
    /// What lists show.
    package var summary: TaskSummary
    /// What it is made from.
    package var snapshot: TaskSnapshot
    /// The input specification that analysis arrived at (YAML); nil before.
    package var specification: String?
    /// Why it failed; nil where it did not.
    package var fault: TaskFault?
    /// What was made; nil before it is completed.
    package var file: DataFile?
    /// Its newest share, whatever became of that; nil where it was never shared.
    package var share: ShareID?
    /// The number of its newest event.
    package var lastEvent: Int64

    package init(
        summary: TaskSummary, snapshot: TaskSnapshot, specification: String?, fault: TaskFault?, file: DataFile?,
        share: ShareID?, lastEvent: Int64
    ) {
        self.summary = summary
        self.snapshot = snapshot
        self.specification = specification
        self.fault = fault
        self.file = file
        self.share = share
        self.lastEvent = lastEvent
    }
}

/// A completed task's ZIP in the file store.
package struct DataFile: Sendable, Hashable {
    /// Which task made it.
    package var task: TaskID
    /// The problem's title, for the name under which it is saved.
    package var title: String
    /// The ZIP's name in the file store.
    package var name: String
    /// Its size in bytes.
    package var size: Int64
    /// Its SHA-256, in hexadecimal.
    package var sha256: String
    /// When it was removed because of its age; nil while it is there.
    package var removedAt: Timestamp?

    package init(task: TaskID, title: String, name: String, size: Int64, sha256: String, removedAt: Timestamp?) {
        self.task = task
        self.title = title
        self.name = name
        self.size = size
        self.sha256 = sha256
        self.removedAt = removedAt
    }
}

/// What a completed task's page shows of its tests.
package struct TestListing: Sendable, Hashable {
    /// `tests.json` of the ZIP.
    package var tests: String
    /// `report.json` of the ZIP.
    package var report: String
    /// The beginning of each input and answer.
    package var previews: [TestPreview]

    package init(tests: String, report: String, previews: [TestPreview]) {
        self.tests = tests
        self.report = report
        self.previews = previews
    }
}

/// Which tasks a list shows.
package struct TaskFilter: Sendable, Hashable {
    /// Only those that stand here; nil for all.
    package var state: TaskState?
    /// Only those whose title holds this, whatever the case; all where it is empty.
    package var text: String

    package init(state: TaskState? = nil, text: String = "") {
        self.state = state
        self.text = text
    }
}

/// One entry of a task's log, numbered 1, 2, 3, … without gaps within the task: what a page shows live, and where it
/// resumes.
package struct TaskEvent: Sendable, Hashable, Codable {
    /// The number.
    package var sequence: Int64
    /// What happened. Its state is the task's after it; a final one is the last event.
    package var progress: TaskProgress

    package init(sequence: Int64, progress: TaskProgress) {
        self.sequence = sequence
        self.progress = progress
    }

    /// A task's log holds so many events of workers at most; further ones still move the state and the bar.
    package static let limit = 1000
    /// A task's log holds so many bytes of details at most; further events come without.
    package static let detailBytes = 2 << 20
}
