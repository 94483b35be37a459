/// Something that happened and concerns one person, shown on the site until read.
package struct Notice: Sendable, Hashable {
    /// Names the notice; sorts by time.
    package var id: ID<Notice>
    /// Whom it concerns.
    package var user: UserID
    /// What happened.
    package var event: NoticeEvent
    /// When.
    package var at: Timestamp
    /// Whether its reader has seen it.
    package var isRead: Bool

    package init(id: ID<Notice>, user: UserID, event: NoticeEvent, at: Timestamp, isRead: Bool = false) {
        self.id = id
        self.user = user
        self.event = event
        self.at = at
        self.isRead = isRead
    }
}

/// What people are told of.
package enum NoticeEvent: Sendable, Hashable, Codable {
    /// An administrator changed the person's points.
    case pointsAdjusted(amount: Points, reason: String)
    /// The person's task has its data.
    case taskCompleted(task: TaskID, title: String)
    /// The person's task failed, and its price was paid back.
    case taskFailed(task: TaskID, title: String, reason: Localized, refund: Points)
    /// The person's share is in the community.
    case shareApproved(share: ShareID, title: String)
    /// The person's share was refused.
    case shareRejected(share: ShareID, title: String, reason: String)
    /// Somebody bought the person's share.
    case shareBought(share: ShareID, title: String, earned: Points)

    /// What it is about, for a link.
    package var subject: NoticeSubject {
        switch self {
        case .pointsAdjusted: .points
        case .taskCompleted(let task, _), .taskFailed(let task, _, _, _): .task(task)
        case .shareApproved(let share, _), .shareRejected(let share, _, _), .shareBought(let share, _, _):
            .share(share)
        }
    }

    /// A stable name for programs.
    package var code: String {
        switch self {
        case .pointsAdjusted: "points_adjusted"
        case .taskCompleted: "task_completed"
        case .taskFailed: "task_failed"
        case .shareApproved: "share_approved"
        case .shareRejected: "share_rejected"
        case .shareBought: "share_bought"
        }
    }

    /// What a person reads.
    package var text: Localized {
        switch self {
        case .pointsAdjusted(let amount, let reason):
            let change = amount > .zero ? "+\(amount)" : "\(amount)"
            return Localized(
                zh: "管理员调整了您的积分：\(change)。原因：\(reason)",
                en: "An administrator changed your points by \(change). Reason: \(reason)")
        case .taskCompleted(_, let title):
            return Localized(zh: "任务“\(title)”已完成，可以下载数据。", en: "Your task “\(title)” is completed: its data is ready.")
        case .taskFailed(_, let title, let reason, let refund):
            let ending = Localized.taskFailed(reason, refund: refund)
            return Localized(
                zh: "任务“\(title)”失败：\(ending[.chinese])",
                en: "Your task “\(title)” failed: \(ending[.english])")
        case .shareApproved(_, let title):
            return Localized(zh: "您的分享“\(title)”已通过审核。", en: "Your share “\(title)” was approved.")
        case .shareRejected(_, let title, let reason):
            return Localized(
                zh: "您的分享“\(title)”未通过审核。原因：\(reason)", en: "Your share “\(title)” was rejected. Reason: \(reason)")
        case .shareBought(_, let title, let earned):
            return Localized(
                zh: "您的分享“\(title)”被下载，获得 \(earned) 积分。",
                en: "Somebody downloaded your share “\(title)”: you earned \(earned) points.")
        }
    }
}

/// What a notice is about.
package enum NoticeSubject: Sendable, Hashable {
    /// The person's points.
    case points
    /// A task.
    case task(TaskID)
    /// A share.
    case share(ShareID)
}

/// Keeps notices.
package protocol NoticeStore: Sendable {
    /// The notices of `user`, newest first.
    func notices(of user: UserID, _ page: PageRequest) async throws(StoreFailure) -> Page<Notice>
    /// How many of them are unread.
    func unreadCount(of user: UserID) async throws(StoreFailure) -> Int
    /// Marks everything up to and including `last` as read, or everything where it is nil.
    func markRead(through last: ID<Notice>?, of user: UserID, at moment: Timestamp) async throws(StoreFailure)
}
