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

    /// What a person reads.
    package var text: Localized {
        switch self {
        case .pointsAdjusted(let amount, let reason):
            let change = amount > .zero ? "+\(amount)" : "\(amount)"
            return Localized(
                zh: "管理员调整了您的积分：\(change)。原因：\(reason)",
                en: "An administrator changed your points by \(change). Reason: \(reason)")
        }
    }
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
