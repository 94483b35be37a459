import MaigenDomain

extension Store: CommunityStore {
    package func share(_ id: ShareID) async throws(StoreFailure) -> Share? {
        try await read { session in try share(id, session) }
    }

    package func sharedProblem(
        _ id: ShareID, for reader: Account?
    ) async throws(StoreFailure) -> SharedProblem? {
        try await read { session in
            let row = try session.row(
                """
                SELECT \(ShareRows.columns), \(ShareRows.standing), n.content AS snapshot
                FROM shares s JOIN users u ON u.id = s.author_id JOIN task_snapshots n ON n.task_id = s.task_id
                WHERE s.id = $2
                """, .optional(reader?.id.rawValue), .id(id))
            guard let row else { return nil }
            let snapshot: TaskSnapshot = try JSONText.decode(try row.text("snapshot"))
            return SharedProblem(
                share: try ShareRows.share(row), problem: snapshot.problem,
                standing: try ShareRows.standing(row, of: reader))
        }
    }

    package func shares(
        by order: ShareOrder, matching text: String, _ page: PageRequest, for reader: Account?
    ) async throws(StoreFailure) -> Page<ListedShare> {
        // A share's place is its rank and, among equals, its name: shares that arrive or are liked meanwhile neither
        // repeat nor hide those that keep their place.
        let place = page.cursor.flatMap(Place.init)
        let rank =
            switch order {
            case .time: "s.reviewed_at"
            case .likes: "s.likes"
            }
        // Authors of that name are found once, not for each share.
        let match =
            text.isEmpty
            ? "CAST($4 AS TEXT) IS NULL"
            : """
            (s.search_key LIKE $4 ESCAPE '\\' OR s.author_id IN (
                SELECT id FROM users
                WHERE id IN (SELECT author_id FROM shares) AND lower(name) LIKE $4 ESCAPE '\\'))
            """
        let found = try await read { session in
            try session.rows(
                """
                SELECT \(ShareRows.columns), \(ShareRows.standing)
                FROM shares s JOIN users u ON u.id = s.author_id
                WHERE s.state = 'approved' AND (\(rank), s.id) < ($2, $3)
                    AND \(match)
                ORDER BY \(rank) DESC, s.id DESC LIMIT $5
                """, .optional(reader?.id.rawValue), .int(place?.rank ?? Int64.max), .text(place?.id ?? ""),
                .containing(text), .int(Int64(page.limit + 1))
            ).map { row throws(SQLError) in
                ListedShare(share: try ShareRows.share(row), standing: try ShareRows.standing(row, of: reader))
            }
        }
        return Page(found, request: page) { listed in
            let rank =
                switch order {
                case .time: listed.share.reviewedAt?.milliseconds ?? 0
                case .likes: Int64(listed.share.likes)
                }
            return Place(rank: rank, id: listed.share.id.rawValue).text
        }
    }

    package func shares(of author: UserID, _ page: PageRequest) async throws(StoreFailure) -> Page<Share> {
        let found = try await read { session in
            try session.rows(
                """
                SELECT \(ShareRows.columns) FROM shares s JOIN users u ON u.id = s.author_id
                WHERE s.author_id = $1 AND (CAST($2 AS TEXT) IS NULL OR s.id < $2) ORDER BY s.id DESC LIMIT $3
                """, .id(author), .optional(page.cursor?.position), .int(Int64(page.limit + 1))
            ).map(ShareRows.share)
        }
        return Page(found, request: page) { $0.id.rawValue }
    }

    package func shares(in state: ShareState, _ page: PageRequest) async throws(StoreFailure) -> Page<Share> {
        let (sign, direction) = state == .pending ? (">", "ASC") : ("<", "DESC")
        let found = try await read { session in
            try session.rows(
                """
                SELECT \(ShareRows.columns) FROM shares s JOIN users u ON u.id = s.author_id
                WHERE s.state = $1 AND (CAST($2 AS TEXT) IS NULL OR s.id \(sign) $2)
                ORDER BY s.id \(direction) LIMIT $3
                """, .text(state.rawValue), .optional(page.cursor?.position), .int(Int64(page.limit + 1))
            ).map(ShareRows.share)
        }
        return Page(found, request: page) { $0.id.rawValue }
    }

    package func file(
        of share: ShareID, for reader: Account
    ) async throws(StoreFailure) -> (file: DataFile, share: Share, standing: ShareStanding)? {
        try await read { session in
            let row = try session.row(
                """
                SELECT \(ShareRows.columns), \(ShareRows.standing), r.file, r.size, r.sha256, r.removed_at
                FROM shares s JOIN users u ON u.id = s.author_id JOIN task_results r ON r.task_id = s.task_id
                WHERE s.id = $2 AND s.state = 'approved'
                """, .id(reader.id), .id(share))
            guard let row else { return nil }
            let share = try ShareRows.share(row)
            var file = try TaskRows.file(row)
            // The row's own `id` is the share's.
            file.task = share.task
            return (file, share, try ShareRows.standing(row, of: reader))
        }
    }

    func share(_ id: ShareID, _ session: any SQLSession) throws(SQLError) -> Share? {
        try session.row(
            "SELECT \(ShareRows.columns) FROM shares s JOIN users u ON u.id = s.author_id WHERE s.id = $1", .id(id)
        ).map(ShareRows.share)
    }
}

/// A place in the community's list, as a cursor holds it.
private struct Place {
    var rank: Int64
    var id: String

    init(rank: Int64, id: String) {
        self.rank = rank
        self.id = id
    }

    init?(_ cursor: Cursor) {
        let parts = cursor.position.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let rank = Int64(parts[0]) else { return nil }
        self.init(rank: rank, id: String(parts[1]))
    }

    var text: String { "\(rank).\(id)" }
}
