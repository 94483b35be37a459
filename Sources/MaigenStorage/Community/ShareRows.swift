import MaigenDomain

/// Shares as rows.
enum ShareRows {
    /// A share with its author's present name: `FROM shares s JOIN users u ON u.id = s.author_id`.
    static let columns = """
        s.id, s.task_id, s.author_id, u.name AS author_name, s.title, s.description, s.price, s.state, s.rejection,
        s.test_count, s.likes, s.purchases, s.created_at, s.reviewed_at
        """

    /// What reader `$1` has to do with it; NULL where the answer is no, and for visitors (`$1` is NULL).
    static let standing = """
        (SELECT 1 FROM share_likes l WHERE l.share_id = s.id AND l.user_id = $1) AS is_liked,
        (SELECT 1 FROM share_purchases p WHERE p.share_id = s.id AND p.user_id = $1) AS is_bought
        """

    static func share(_ row: SQLRow) throws(SQLError) -> Share {
        Share(
            id: try row.id("id"), task: try row.id("task_id"), author: try row.id("author_id"),
            authorName: try row.parsed("author_name", DisplayName.init), title: try row.text("title"),
            description: try row.text("description"), price: try row.points("price"),
            state: try row.parsed("state", ShareState.init(rawValue:)), rejection: try row.text("rejection"),
            testCount: Int(try row.int("test_count")), likes: Int(try row.int("likes")),
            purchases: Int(try row.int("purchases")), createdAt: try row.moment("created_at"),
            reviewedAt: try row.momentIfAny("reviewed_at"))
    }

    static func standing(_ row: SQLRow, of reader: Account?) throws(SQLError) -> ShareStanding {
        guard let reader else { return .visitor }
        let isAuthor = try row.text("author_id") == reader.id.rawValue
        let isBought = try !row.isNull("is_bought")
        return ShareStanding(
            isAuthor: isAuthor, isLiked: try !row.isNull("is_liked"), isBought: isBought,
            mayDownload: isAuthor || isBought || reader.role == .administrator)
    }
}
