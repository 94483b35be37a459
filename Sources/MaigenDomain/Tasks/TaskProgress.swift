/// One step of a task as its page shows it, live.
package struct TaskProgress: Sendable, Hashable, Codable {
    /// Which try.
    package var dispatch: Dispatch
    /// The state that the step belongs to.
    package var state: TaskState
    /// Of the whole task, 0 to 100; never less than an earlier step's of the same try.
    package var percent: Int
    /// Which of the four agents speaks; nil for the machine itself.
    package var agent: Agent?
    /// What is being done or was found.
    package var message: Localized
    /// What was found, at length: a specification, a plan, code. Shown inert; at most `detailLimit` bytes.
    /// What it says in words it says in both languages: `DetailText`.
    package var detail: String
    /// When.
    package var at: Timestamp

    /// The most bytes of `detail` that are kept.
    package static let detailLimit = 64 * 1024

    package init(
        dispatch: Dispatch, state: TaskState, percent: Int, agent: Agent? = nil, message: Localized,
        detail: String = "", at: Timestamp
    ) {
        self.dispatch = dispatch
        self.state = state
        self.percent = percent
        self.agent = agent
        self.message = message
        self.detail = detail
        self.at = at
    }
}

/// The four agents.
package enum Agent: String, Sendable, Hashable, CaseIterable, Codable {
    /// Statement → input specification.
    case analyst
    /// Specification → plan.
    case strategist
    /// Plan → generator and validator.
    case coder
    /// Finds faults and sends them back.
    case reviewer

    /// What a person reads.
    package var title: Localized {
        switch self {
        case .analyst: Localized(zh: "题意分析", en: "Problem analyst")
        case .strategist: Localized(zh: "策略构造", en: "Strategist")
        case .coder: Localized(zh: "代码生成", en: "Coder")
        case .reviewer: Localized(zh: "代码审查", en: "Reviewer")
        }
    }
}
