import MaigenDomain
import MaigenServices

/// One task: how far it is, what the agents found, and what came of it.
struct TaskPage: PageModel {
    static let template = "task"
    var id: String
    var title: String
    var state: Tag
    var stages: [Stage]
    var percent: String
    var isInWork: Bool
    var isOwn: Bool
    var created: MomentText
    /// How long it took, once it has ended.
    var took: String?
    /// In work: how long tasks usually took, and whether they were the owner's own.
    var usual: String?
    var isUsualOwn: Bool
    var testCount: String
    var price: String
    /// Where the live events go on.
    var lastEvent: String
    var agents: [AgentLog]
    var steps: [Step]
    var fault: Fault?
    var isCancelled: Bool
    var data: DataSetView?
    var file: File?
    var share: Shared?
    var offersShare: Bool
    var refusal: String?
    var offer: Offer
    var mostPrice: String
    var problem: ProblemView
    var program: String
    var dialect: String
    var wishes: [Wish]
    var seed: String
    var specification: String?

    /// A station of the track.
    struct Stage: Sendable {
        var value: String
        var name: String
        /// `done`, `now`, `stopped` or empty.
        var kind: String
        var isNow: Bool
    }

    /// What one agent did.
    struct AgentLog: Sendable {
        var value: String
        var name: String
        /// What it is for.
        var part: String
        var steps: [Step]
        var isSilent: Bool
    }

    struct Step: Sendable {
        var at: MomentText
        var message: String
        var detail: String?
        /// From the second on.
        var attempt: String?
    }

    struct Fault: Sendable {
        var title: String
        var message: String
        var advice: String
        var detail: String?
        /// Whether `detail` is a specification to complete.
        var isSkeleton: Bool
        var refund: String
    }

    struct File: Sendable {
        var size: String
        var sha256: String
        var isRemoved: Bool
    }

    /// What became of the newest share.
    struct Shared: Sendable {
        var id: String
        var state: Tag
        var rejection: String?
        var isApproved: Bool
    }

    /// What was typed into the form that offers the task.
    struct Offer: Sendable {
        var description = ""
        var price = "0"
    }

    struct Wish: Sendable {
        var name: String
        var count: String
    }

    /// What the page is made from.
    struct Content {
        var task: TaskDetail
        var events: [TaskEvent]
        var listing: DataSetDocuments?
        var previews: [TestPreview] = []
        var share: Share?
        var usual: EstimateDuration.Usual?
        var isOwn: Bool
    }

    init(
        _ content: Content, _ strategies: StrategyCatalogue, _ texts: SiteTexts, in language: Language,
        offer: Offer = Offer(), refused: (any Refusal)? = nil
    ) {
        let task = content.task
        let summary = task.summary
        func text(_ key: String) -> String { texts["task." + key]?[language] ?? "" }
        id = summary.id.rawValue
        title = summary.title
        state = Tag(summary.state, in: language)
        percent = "\(summary.state == .completed ? 100 : summary.percent)"
        isInWork = !summary.state.isFinal
        isOwn = content.isOwn
        created = MomentText(summary.createdAt)
        took = summary.finishedAt.map { DurationText.text($0 - summary.createdAt, in: language) }
        usual = content.usual.map { DurationText.text($0.duration, in: language) }
        isUsualOwn = content.usual?.isOwn ?? false
        testCount = "\(summary.testCount)"
        price = NumberText.grouped(summary.price.count)
        lastEvent = "\(task.lastEvent)"
        let last = content.events.last { !$0.progress.state.isFinal }?.progress.state ?? .pending
        stages = Stage.all(at: summary.state, reached: last, in: language)
        agents = Agent.allCases.map { agent in
            let steps = content.events.filter { $0.progress.agent == agent }.map { Step($0, in: language) }
            return AgentLog(
                value: agent.rawValue, name: agent.title[language], part: text("agent." + agent.rawValue), steps: steps,
                isSilent: steps.isEmpty)
        }
        steps = content.events.filter { $0.progress.agent == nil }.map { Step($0, in: language) }
        fault = task.fault.map { fault in
            let detail = DetailText.shown(fault.detail, in: language)
            return Fault(
                title: text("fault." + fault.kind.rawValue), message: fault.message[language],
                advice: text("advice." + fault.kind.rawValue), detail: detail.isEmpty ? nil : detail,
                isSkeleton: fault.kind == .notUnderstood, refund: NumberText.grouped(summary.price.count))
        }
        isCancelled = summary.state == .cancelled
        data = content.listing.map { DataSetView($0, content.previews, strategies, texts, in: language) }
        file = task.file.map {
            File(size: SizeText.bytes($0.size), sha256: $0.sha256, isRemoved: $0.removedAt != nil)
        }
        share = content.share.map {
            Shared(
                id: $0.id.rawValue, state: Tag($0.state, in: language),
                rejection: $0.rejection.isEmpty ? nil : $0.rejection, isApproved: $0.state == .approved)
        }
        let isFree = content.share.map { $0.state == .rejected } ?? true
        offersShare = content.isOwn && isFree && task.file.map { $0.removedAt == nil } ?? false
        refusal = refused?.message[language]
        self.offer = offer
        mostPrice = "\(PointsRules.prices.upperBound)"
        problem = ProblemView(task.snapshot.problem)
        program = task.snapshot.program.source
        dialect = task.snapshot.program.dialect.rawValue.replacing("c", with: "C")
        wishes = task.snapshot.tests.map {
            Wish(name: strategies[$0.strategy]?.name[language] ?? "", count: "\($0.count)")
        }
        seed = "\(task.snapshot.seed)"
        specification = task.specification ?? task.snapshot.specification
    }
}

extension TaskPage.Stage {
    /// The track of a task in `state`, which came as far as `reached` before it ended.
    static func all(at state: TaskState, reached: TaskState, in language: Language) -> [Self] {
        let way: [TaskState] = [.pending, .analyzing, .generating, .validating, .completed]
        let place = way.firstIndex(of: state) ?? way.firstIndex(of: reached) ?? 0
        return way.enumerated().map { index, stage in
            let isStopped = index == place && (state == .failed || state == .cancelled)
            let isDone = index < place || state == .completed
            return Self(
                value: stage.rawValue, name: stage.title[language],
                kind: isStopped ? "stopped" : isDone ? "done" : index == place ? "now" : "",
                isNow: index == place && !isStopped)
        }
    }
}

extension TaskPage.Step {
    init(_ event: TaskEvent, in language: Language) {
        let progress = event.progress
        at = MomentText(progress.at)
        message = progress.message[language]
        let words = DetailText.shown(progress.detail, in: language)
        detail = words.isEmpty ? nil : String(words.prefix(Self.detailLength))
        attempt = progress.dispatch.attempt > 1 ? "\(progress.dispatch.attempt)" : nil
    }

    /// Characters of a finding that the page shows: long programs are in the ZIP, and pages stay small.
    static let detailLength = 24_000
}
