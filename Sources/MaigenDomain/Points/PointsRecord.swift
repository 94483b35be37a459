/// One line of a person's 积分记录.
package struct PointsRecord: Sendable, Hashable {
    /// The position in the account's history: 1, 2, 3, …
    package var sequence: Int64
    /// The transfer it belongs to.
    package var transfer: ID<Transfer>
    /// Why.
    package var kind: RecordKind
    /// The change.
    package var amount: Points
    /// What the account held afterwards.
    package var balanceAfter: Points
    /// What it links to.
    package var cause: TransferCause
    /// An administrator's words; empty elsewhere.
    package var reason: String
    /// When.
    package var at: Timestamp

    package init(
        sequence: Int64, transfer: ID<Transfer>, kind: RecordKind, amount: Points, balanceAfter: Points,
        cause: TransferCause, reason: String, at: Timestamp
    ) {
        self.sequence = sequence
        self.transfer = transfer
        self.kind = kind
        self.amount = amount
        self.balanceAfter = balanceAfter
        self.cause = cause
        self.reason = reason
        self.at = at
    }
}
