import MaigenDomain

extension Store {
    package func offer(_ offer: ShareOffer) async throws(StoreFailure) -> OfferOutcome {
        try await write { session in
            guard let task = try TaskJournal(session).hold(offer.task), task.owner == offer.author else {
                return .undo(.taskUnknown)
            }
            let data = try session.row(
                "SELECT removed_at FROM task_results WHERE task_id = $1\(session.dialect.forUpdate)", .id(task.id))
            guard task.standing.state == .completed, let data else { return .undo(.notCompleted) }
            guard try data.isNull("removed_at") else { return .undo(.dataRemoved) }
            do {
                try insert(offer, task, session)
            } catch let error as SQLError {
                guard error.kind == .unique("shares_task_id_key") else { throw error }
                return .undo(.alreadyShared)
            }
            return .keep(.offered)
        }
    }

    private func insert(
        _ offer: ShareOffer, _ task: TaskJournal.Held, _ session: any SQLSession
    ) throws(SQLError) {
        try session.run(
            """
            INSERT INTO shares (
                id, task_id, author_id, title, description, search_key, price, test_count, state, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'pending', $9)
            """,
            [
                .id(offer.id), .id(task.id), .id(offer.author), .text(task.title), .text(offer.description),
                .text((task.title + "\n" + offer.description).lowercased()), .points(offer.price),
                .int(Int64(task.testCount)), .at(offer.at),
            ])
    }

    package func review(_ review: ShareReview) async throws(StoreFailure) -> ReviewOutcome {
        let (state, reason): (ShareState, String) =
            switch review.decision {
            case .approve: (.approved, "")
            case .reject(let reason): (.rejected, reason)
            }
        return try await write { session in
            let decided = try session.change(
                """
                UPDATE shares SET state = $2, rejection = $3, reviewed_by = $4, reviewed_at = $5
                WHERE id = $1 AND state = 'pending'
                """, .id(review.share), .text(state.rawValue), .text(reason), .id(review.by), .at(review.at))
            guard let share = try share(review.share, session) else { return .undo(.unknown) }
            guard decided == 1 else { return .undo(.alreadyReviewed(share.state)) }
            let event: NoticeEvent =
                switch review.decision {
                case .approve: .shareApproved(share: share.id, title: share.title)
                case .reject(let reason): .shareRejected(share: share.id, title: share.title, reason: reason)
                }
            try Notices(session).add(Notice(id: review.notice, user: share.author, event: event, at: review.at))
            try AuditLog(session).add(review.audit)
            return .keep(.reviewed(share))
        }
    }

    package func setLike(
        of share: ShareID, by user: UserID, to isLiked: Bool, at moment: Timestamp
    ) async throws(StoreFailure) -> Int? {
        try await write { session in
            let row = try session.row(
                "SELECT likes FROM shares WHERE id = $1 AND state = 'approved'\(session.dialect.forUpdate)", .id(share))
            guard let row else { return .undo(nil) }
            let likes = try row.int("likes")
            let changed =
                isLiked
                ? try session.change(
                    """
                    INSERT INTO share_likes (share_id, user_id, created_at) VALUES ($1, $2, $3)
                    ON CONFLICT (share_id, user_id) DO NOTHING
                    """, .id(share), .id(user), .at(moment))
                : try session.change(
                    "DELETE FROM share_likes WHERE share_id = $1 AND user_id = $2", .id(share), .id(user))
            guard changed == 1 else { return .undo(Int(likes)) }
            let now = isLiked ? likes + 1 : likes - 1
            try session.change("UPDATE shares SET likes = $2 WHERE id = $1", .id(share), .int(now))
            return .keep(Int(now))
        }
    }

    package func purchase(_ purchase: Purchase) async throws(StoreFailure) -> PurchaseOutcome {
        try await write { session in
            let row = try session.row(
                "SELECT price FROM shares WHERE id = $1 AND state = 'approved'\(session.dialect.forUpdate)",
                .id(purchase.share))
            guard let row else { return .undo(.unknown) }
            let bought = try session.row(
                "SELECT price FROM share_purchases WHERE share_id = $1 AND user_id = $2", .id(purchase.share),
                .id(purchase.buyer))
            guard bought == nil else { return .undo(.alreadyBought) }
            let price = try row.points("price")
            guard price == purchase.price else { return .undo(.priceChanged(price)) }
            if let payment = purchase.payment {
                switch try Ledger(session).post(payment) {
                case .done: break
                case .insufficient(_, let balance, let needed):
                    return .undo(.insufficient(balance: balance, needed: needed))
                case let outcome: throw SQLError(.misuse, "payment of a purchase: \(outcome)")
                }
            }
            try session.change(
                """
                INSERT INTO share_purchases (share_id, user_id, price, transfer_id, created_at)
                VALUES ($1, $2, $3, $4, $5)
                """, .id(purchase.share), .id(purchase.buyer), .points(price),
                .optional(purchase.payment?.id.rawValue), .at(purchase.at))
            try session.change("UPDATE shares SET purchases = purchases + 1 WHERE id = $1", .id(purchase.share))
            try Notices(session).add(purchase.notice)
            return .keep(.bought)
        }
    }
}
