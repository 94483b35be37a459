import MaigenDomain

/// Shows a person what happened, and remembers what they have seen.
package struct ReadNotices: Sendable {
    private let notices: any NoticeStore
    private let surroundings: Surroundings

    package init(notices: any NoticeStore, surroundings: Surroundings) {
        self.notices = notices
        self.surroundings = surroundings
    }

    /// Newest first.
    package func callAsFunction(
        of signedIn: SignedIn, _ page: PageRequest
    ) async throws(ServiceError) -> Page<Notice> {
        try await store { () throws(StoreFailure) in try await notices.notices(of: signedIn.account.id, page) }
    }

    /// How many are unread.
    package func unread(of signedIn: SignedIn) async throws(ServiceError) -> Int {
        try await store { () throws(StoreFailure) in try await notices.unreadCount(of: signedIn.account.id) }
    }

    /// Marks everything up to and including `last` as read, or everything where it is nil.
    package func markRead(through last: ID<Notice>?, by signedIn: SignedIn) async throws(ServiceError) {
        let now = surroundings.now
        try await store { () throws(StoreFailure) in
            try await notices.markRead(through: last, of: signedIn.account.id, at: now)
        }
    }
}
