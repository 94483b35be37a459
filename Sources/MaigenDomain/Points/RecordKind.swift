/// Why an account's points changed: what a person reads in 积分记录.
package enum RecordKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// Registered.
    case registration
    /// Registered with somebody's code.
    case invited
    /// Somebody registered with this person's code.
    case inviter
    /// Submitted a task.
    case task
    /// The task failed or was cancelled.
    case taskRefund = "task-refund"
    /// Bought somebody's share.
    case purchase
    /// Somebody bought this person's share.
    case sale
    /// An administrator's correction.
    case adjustment

    /// What a person reads.
    package var title: Localized {
        switch self {
        case .registration: Localized(zh: "注册奖励", en: "Registration reward")
        case .invited: Localized(zh: "被邀请奖励", en: "Reward for being invited")
        case .inviter: Localized(zh: "邀请好友奖励", en: "Reward for inviting a friend")
        case .task: Localized(zh: "生成数据消耗", en: "Data generation")
        case .taskRefund: Localized(zh: "生成数据退还", en: "Data generation refunded")
        case .purchase: Localized(zh: "下载社区内容", en: "Community download")
        case .sale: Localized(zh: "分享被下载奖励", en: "Your share was downloaded")
        case .adjustment: Localized(zh: "管理员调整", en: "Adjusted by an administrator")
        }
    }
}
