/// What tasks cost, and that it is paid back once.
extension Transfer {
    /// The price of `task`; nil where it is zero. One key for each task: it is paid once, whatever happens.
    package static func payment(
        id: ID<Transfer>, for task: TaskID, by owner: UserID, _ price: Points, at moment: Timestamp
    ) -> Transfer? {
        Transfer(
            id: id, key: IdempotencyKey("task:charge", task.rawValue), cause: .task(task), at: moment, kind: .task,
            price, from: .user(owner), to: .system(.tasks))
    }

    /// What was paid for `task`, paid back; nil where it was nothing. One key for each task: it is refunded once.
    package static func refund(
        id: ID<Transfer>, of task: TaskID, to owner: UserID, _ price: Points, at moment: Timestamp
    ) -> Transfer? {
        Transfer(
            id: id, key: IdempotencyKey("task:refund", task.rawValue), cause: .task(task), at: moment,
            kind: .taskRefund, price, from: .system(.tasks), to: .user(owner))
    }

    /// The price of `share`: half of it, rounded down, to the author, the rest to the platform; nil where it is zero.
    /// One key for each buyer and share.
    package static func sale(
        id: ID<Transfer>, of share: ShareID, by author: UserID, to buyer: UserID, _ price: Points, at moment: Timestamp
    ) -> Transfer? {
        let part = PointsRules.authorsPart(of: price)
        return Transfer(
            id: id, key: IdempotencyKey("purchase", "\(buyer):\(share)"), cause: .share(share), at: moment,
            entries: [
                TransferEntry(account: .user(buyer), amount: -price, kind: .purchase),
                TransferEntry(account: .user(author), amount: part, kind: .sale),
                TransferEntry(account: .system(.community), amount: price - part, kind: .purchase),
            ])
    }
}
