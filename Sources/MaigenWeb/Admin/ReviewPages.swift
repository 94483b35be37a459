import MaigenDomain

/// Shares in one state, for administrators.
struct ReviewListPage: PageModel {
    static let template = "office-shares"
    let isAtShares = true
    var states: [Choice]
    var rows: [Row]
    var hasRows: Bool
    var isPending: Bool
    var next: String?

    struct Row: Sendable {
        var id: String
        var title: String
        var author: String
        var price: String
        var tests: String
        var state: Tag
        var created: MomentText
        var age: String
    }

    init(_ page: Page<Share>, in state: ShareState, at now: Timestamp, in language: Language) {
        states = ShareState.allCases.map {
            Choice(value: $0.rawValue, text: $0.title[language], isChosen: $0 == state)
        }
        rows = page.items.map { share in
            Row(
                id: share.id.rawValue, title: share.title, author: share.authorName.text,
                price: NumberText.grouped(share.price.count), tests: "\(share.testCount)",
                state: Tag(share.state, in: language), created: MomentText(share.createdAt),
                age: DurationText.age(of: share.createdAt, at: now, in: language))
        }
        hasRows = !rows.isEmpty
        isPending = state == .pending
        next = page.nextCursor.map {
            "/admin/shares?state=\(state.rawValue)&cursor=" + Pages.escaped($0.position)
        }
    }
}

/// One share with everything that an administrator decides by.
struct ReviewPage: PageModel {
    static let template = "office-share"
    let isAtShares = true
    var id: String
    var task: String
    var title: String
    var author: String
    var description: String
    var price: String
    var state: Tag
    var created: MomentText
    var isPending: Bool
    var isApproved: Bool
    var rejection: String?
    var problem: ProblemView
    var data: DataSetView
    var program: String
    var specification: String?
    var reason: String
    var refusal: String?

    init(
        _ shared: SharedProblem, _ task: TaskDetail, _ data: DataSetView, in language: Language, reason: String = "",
        refused: (any Refusal)? = nil
    ) {
        let share = shared.share
        id = share.id.rawValue
        self.task = share.task.rawValue
        title = share.title
        author = share.authorName.text
        description = share.description
        price = NumberText.grouped(share.price.count)
        state = Tag(share.state, in: language)
        created = MomentText(share.createdAt)
        isPending = share.state == .pending
        isApproved = share.state == .approved
        rejection = share.rejection.isEmpty ? nil : share.rejection
        problem = ProblemView(shared.problem)
        self.data = data
        program = task.snapshot.program.source
        specification = task.specification
        self.reason = reason
        refusal = refused?.message[language]
    }
}
