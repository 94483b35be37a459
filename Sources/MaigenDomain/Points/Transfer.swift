/// Points that move between accounts, whole or not at all. One that creates or loses points cannot be made.
package struct Transfer: Sendable, Hashable {
    /// Names the transfer.
    package let id: ID<Transfer>
    /// What can be done once only.
    package let key: IdempotencyKey
    /// What brought it about.
    package let cause: TransferCause
    /// An administrator's words; empty elsewhere.
    package let reason: String
    /// When.
    package let at: Timestamp
    /// What each account gets or gives.
    package let entries: [TransferEntry]

    /// The most that one entry moves: far above any price, far below where sums could overflow.
    package static let largest = Points(1_000_000_000)

    /// Entries of zero are left out. Two to eight must remain, for different accounts, within ±`largest`, summing to
    /// zero; nil otherwise.
    package init?(
        id: ID<Transfer>, key: IdempotencyKey, cause: TransferCause, reason: String = "", at: Timestamp,
        entries: [TransferEntry]
    ) {
        // Each in the order of account names: everybody locks accounts in the same order, so nobody waits in a circle.
        let kept = entries.filter { $0.amount != .zero }.sorted { $0.account.name < $1.account.name }
        guard (2...8).contains(kept.count), Set(kept.map(\.account)).count == kept.count else { return nil }
        guard kept.allSatisfy({ (-Self.largest...Self.largest).contains($0.amount) }) else { return nil }
        guard kept.reduce(0, { $0 + $1.amount.count }) == 0 else { return nil }
        self.id = id
        self.key = key
        self.cause = cause
        self.reason = reason
        self.at = at
        self.entries = kept
    }

    /// `amount` from one account to another; nil where it is not positive or the accounts are the same.
    package init?(
        id: ID<Transfer>, key: IdempotencyKey, cause: TransferCause, reason: String = "", at: Timestamp,
        kind: RecordKind, _ amount: Points, from payer: LedgerAccount, to payee: LedgerAccount
    ) {
        guard amount > .zero else { return nil }
        let entries = [
            TransferEntry(account: payer, amount: -amount, kind: kind),
            TransferEntry(account: payee, amount: amount, kind: kind),
        ]
        self.init(id: id, key: key, cause: cause, reason: reason, at: at, entries: entries)
    }

    /// Everything that must be equal for a repeated key to be a repetition, and not a different request.
    package var fingerprint: String {
        let moves = entries.map { "\($0.account.name) \($0.amount) \($0.kind.rawValue)" }
        return (moves + [cause.text, reason]).joined(separator: "\n")
    }
}

/// One account's part in a transfer.
package struct TransferEntry: Sendable, Hashable {
    /// Whose.
    package var account: LedgerAccount
    /// What it gets, or gives if negative.
    package var amount: Points
    /// What its owner reads in the records.
    package var kind: RecordKind

    package init(account: LedgerAccount, amount: Points, kind: RecordKind) {
        self.account = account
        self.amount = amount
        self.kind = kind
    }
}

/// Names an effect that happens at most once: a transfer with a key that was used changes nothing.
package struct IdempotencyKey: Sendable, Hashable {
    /// At most 400 characters.
    package let text: String

    /// A key that the platform derives from what is paid for, such as `registration` and a user.
    package init(_ purpose: String, _ subject: String) {
        text = purpose + ":" + subject
    }

    /// A key that `user` chose for one kind of request: 1 to 255 visible ASCII characters; nil otherwise.
    package init?(_ purpose: String, chosen key: String, by user: UserID) {
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        text = purpose + ":" + user.rawValue + ":" + key
    }
}

/// What brought a transfer about, so that its record can link there.
package enum TransferCause: Sendable, Hashable {
    /// A registration.
    case registration(UserID)
    /// A task.
    case task(TaskID)
    /// A share in the community.
    case share(ShareID)
    /// An administrator.
    case administrator(UserID)

    /// As the ledger keeps it.
    package var text: String { kind + ":" + subject }

    /// What kind of thing it is.
    package var kind: String {
        switch self {
        case .registration: "registration"
        case .task: "task"
        case .share: "share"
        case .administrator: "administrator"
        }
    }

    /// The identifier of the thing.
    package var subject: String {
        switch self {
        case .registration(let user), .administrator(let user): user.rawValue
        case .task(let task): task.rawValue
        case .share(let share): share.rawValue
        }
    }

    /// The cause that `text` spells.
    package init?(text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "registration": self = .registration(UserID(rawValue: parts[1]))
        case "task": self = .task(TaskID(rawValue: parts[1]))
        case "share": self = .share(ShareID(rawValue: parts[1]))
        case "administrator": self = .administrator(UserID(rawValue: parts[1]))
        default: return nil
        }
    }
}
