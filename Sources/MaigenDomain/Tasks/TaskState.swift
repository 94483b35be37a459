/// Where a task stands.
package enum TaskState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Paid for and waiting for an analysis worker.
    case pending
    /// The agents are at work.
    case analyzing
    /// Its programs are compiled and its inputs made.
    case generating
    /// Its inputs are checked, answered and packed.
    case validating
    /// The ZIP is in the file store.
    case completed
    /// It ended without data, for a reason its owner can read, and was refunded.
    case failed
    /// Its owner gave it up before it was completed, and was refunded.
    case cancelled

    /// Whether nothing happens any more.
    package var isFinal: Bool {
        switch self {
        case .completed, .failed, .cancelled: true
        case .pending, .analyzing, .generating, .validating: false
        }
    }

    /// The one table of transitions: what may follow this state.
    ///
    /// A task that a dead worker left behind goes back to `pending` under the next attempt; one whose code turns out
    /// faulty goes back to `analyzing`.
    package var successors: Set<TaskState> {
        switch self {
        case .pending: [.analyzing, .failed, .cancelled]
        case .analyzing: [.pending, .generating, .failed, .cancelled]
        case .generating: [.pending, .analyzing, .validating, .failed, .cancelled]
        case .validating: [.pending, .analyzing, .completed, .failed, .cancelled]
        case .completed, .failed, .cancelled: []
        }
    }

    /// What a person reads.
    package var title: Localized {
        switch self {
        case .pending: Localized(zh: "待分析", en: "Waiting")
        case .analyzing: Localized(zh: "分析中", en: "Analyzing")
        case .generating: Localized(zh: "生成中", en: "Generating")
        case .validating: Localized(zh: "验证中", en: "Validating")
        case .completed: Localized(zh: "完成", en: "Completed")
        case .failed: Localized(zh: "失败", en: "Failed")
        case .cancelled: Localized(zh: "已取消", en: "Cancelled")
        }
    }
}
