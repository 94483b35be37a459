import MaigenDomain

extension Store: NoticeStore {
    package func notices(of user: UserID, _ page: PageRequest) async throws(StoreFailure) -> Page<Notice> {
        let found = try await read { session in
            try session.rows(
                """
                SELECT * FROM notices WHERE user_id = $1 AND (CAST($2 AS TEXT) IS NULL OR id < $2)
                ORDER BY id DESC LIMIT $3
                """, .id(user), .optional(page.cursor?.position), .int(Int64(page.limit + 1))
            ).map(Notices.notice)
        }
        return Page(found, request: page) { $0.id.rawValue }
    }

    package func unreadCount(of user: UserID) async throws(StoreFailure) -> Int {
        try await read { session in
            let row = try session.row(
                "SELECT count(*) AS unread FROM notices WHERE user_id = $1 AND read_at IS NULL", .id(user))
            return Int(try row?.int("unread") ?? 0)
        }
    }

    package func markRead(
        through last: ID<Notice>?, of user: UserID, at moment: Timestamp
    ) async throws(StoreFailure) {
        try await write { session in
            try session.change(
                """
                UPDATE notices SET read_at = $3
                WHERE user_id = $1 AND (CAST($2 AS TEXT) IS NULL OR id <= $2) AND read_at IS NULL
                """, .id(user), .optional(last?.rawValue), .at(moment))
            return .keep(())
        }
    }
}

/// Notices within a transaction.
struct Notices {
    private let session: any SQLSession

    init(_ session: any SQLSession) {
        self.session = session
    }

    func add(_ notice: Notice) throws {
        try session.change(
            "INSERT INTO notices (id, user_id, event, created_at) VALUES ($1, $2, $3, $4)", .id(notice.id),
            .id(notice.user), .text(try JSONText.encode(notice.event)), .at(notice.at))
    }

    static func notice(_ row: SQLRow) throws -> Notice {
        Notice(
            id: try row.id("id"), user: try row.id("user_id"),
            event: try JSONText.decode(try row.text("event")),
            at: try row.moment("created_at"), isRead: try !row.isNull("read_at"))
    }
}
