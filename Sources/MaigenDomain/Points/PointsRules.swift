/// What earns and costs points. An administrator may change each amount.
package struct PointsRules: Sendable, Hashable, Codable {
    /// For registering.
    package var registration: Points
    /// For registering with somebody's code.
    package var invited: Points
    /// For the one whose code it was.
    package var inviter: Points
    /// What a task costs.
    package var task: Points

    /// None of the amounts is negative.
    package init(registration: Points = 50, invited: Points = 5, inviter: Points = 20, task: Points = 5) {
        precondition([registration, invited, inviter, task].allSatisfy { $0 >= .zero })
        self.registration = registration
        self.invited = invited
        self.inviter = inviter
        self.task = task
    }

    /// The prices that a share may have.
    package static let prices: ClosedRange<Points> = 0...1000

    /// What the author of a share earns from a sale at `price`: half, rounded down. The rest is the platform's.
    package static func authorsPart(of price: Points) -> Points { Points(price.count / 2) }
}

extension PointsRules {
    /// What is paid when `user` registers, invited by `inviter` or by nobody.
    package func rewards(
        for user: UserID, invitedBy inviter: UserID?, at moment: Timestamp, _ randomness: Randomness
    ) -> [Transfer] {
        let cause = TransferCause.registration(user)
        func reward(_ kind: RecordKind, _ amount: Points, to payee: UserID) -> Transfer? {
            // Nil for an amount of zero: then there is nothing to pay. One key for each registration and kind: a
            // registration can pay each reward once, whatever happens.
            Transfer(
                id: ID(at: moment, randomness), key: IdempotencyKey(kind.rawValue, user.rawValue), cause: cause,
                at: moment, kind: kind, amount, from: .system(.rewards), to: .user(payee))
        }
        var rewards = [reward(.registration, registration, to: user)]
        if let inviter {
            rewards.append(reward(.invited, invited, to: user))
            rewards.append(reward(.inviter, self.inviter, to: inviter))
        }
        return rewards.compactMap(\.self)
    }
}
