/// An account of the ledger: a person's, or one of the platform's own.
package enum LedgerAccount: Sendable, Hashable {
    /// A person's, never below zero.
    case user(UserID)
    /// The platform's, which may be below zero: what rewards gave out came from there.
    case system(SystemAccount)

    /// The name under which the ledger keeps it.
    package var name: String {
        switch self {
        case .user(let user): "user:" + user.rawValue
        case .system(let account): "system:" + account.rawValue
        }
    }

    /// The account of that name.
    package init?(name: String) {
        if name.hasPrefix("user:") {
            self = .user(UserID(rawValue: String(name.dropFirst(5))))
        } else if name.hasPrefix("system:"), let account = SystemAccount(rawValue: String(name.dropFirst(7))) {
            self = .system(account)
        } else {
            return nil
        }
    }
}

/// The platform's own accounts, by what they pay and earn.
package enum SystemAccount: String, Sendable, Hashable, CaseIterable {
    /// Pays the rewards.
    case rewards
    /// Earns what tasks cost, and pays refunds.
    case tasks
    /// Earns the platform's part of purchases.
    case community
    /// The other side of administrators' corrections.
    case adjustments
}
