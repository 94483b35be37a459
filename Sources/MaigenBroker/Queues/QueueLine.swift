import MaigenDomain

/// One queue's messages, by the rules of `WorkQueues`; whoever owns it guards it.
struct QueueLine {
    private struct Hold {
        var receipt: String
        var until: ContinuousClock.Instant
    }

    /// How often each message was delivered.
    private var deliveries: [Dispatch: Int] = [:]
    /// Those in somebody's hands.
    private var holds: [Dispatch: Hold] = [:]
    /// Those that wait, in order: sent ones behind, returned ones in front (a stack, its top last).
    private var sent: [Dispatch] = []
    private var firstSent = 0
    private var returned: [Dispatch] = []

    /// Adds a message, unless it is there already. False where there is no room.
    mutating func add(_ dispatch: Dispatch, capacity: Int) -> Bool {
        if deliveries[dispatch] != nil { return true }
        guard deliveries.count < capacity else { return false }
        deliveries[dispatch] = 0
        sent.append(dispatch)
        return true
    }

    /// The next message, held until `until`.
    mutating func take(
        receipt: String, until: ContinuousClock.Instant, now: ContinuousClock.Instant
    ) -> Dispatch? {
        expire(now)
        guard let dispatch = nextWaiting() else { return nil }
        deliveries[dispatch, default: 0] += 1
        holds[dispatch] = Hold(receipt: receipt, until: until)
        return dispatch
    }

    mutating func renew(_ delivery: Delivery, until: ContinuousClock.Instant, now: ContinuousClock.Instant) -> Bool {
        expire(now)
        guard holds(delivery) else { return false }
        holds[delivery.dispatch]?.until = until
        return true
    }

    mutating func settle(_ delivery: Delivery) -> Bool {
        guard holds(delivery) else { return false }
        holds[delivery.dispatch] = nil
        deliveries[delivery.dispatch] = nil
        return true
    }

    mutating func giveBack(_ delivery: Delivery) -> Bool {
        guard holds(delivery) else { return false }
        deliveries[delivery.dispatch, default: 1] -= 1
        holds[delivery.dispatch] = nil
        returned.append(delivery.dispatch)
        return true
    }

    mutating func standing(of dispatch: Dispatch, now: ContinuousClock.Instant) -> DispatchStanding {
        expire(now)
        guard deliveries[dispatch] != nil else { return .unknown }
        return holds[dispatch] == nil ? .waiting : .held
    }

    mutating func depth(now: ContinuousClock.Instant) -> QueueDepth {
        expire(now)
        return QueueDepth(waiting: deliveries.count - holds.count, held: holds.count)
    }

    /// When the first lease runs out.
    var nextExpiry: ContinuousClock.Instant? { holds.values.map(\.until).min() }

    private func holds(_ delivery: Delivery) -> Bool {
        holds[delivery.dispatch]?.receipt == delivery.receipt
    }

    private mutating func nextWaiting() -> Dispatch? {
        if let dispatch = returned.popLast() { return dispatch }
        guard firstSent < sent.count else { return nil }
        let dispatch = sent[firstSent]
        firstSent += 1
        if firstSent == sent.count || firstSent >= 512 {
            sent.removeFirst(firstSent)
            firstSent = 0
        }
        return dispatch
    }

    /// Puts messages whose lease has run out in front again, or drops them.
    private mutating func expire(_ now: ContinuousClock.Instant) {
        for (dispatch, hold) in holds where hold.until <= now {
            holds[dispatch] = nil
            if deliveries[dispatch, default: 0] >= Delivery.limit {
                deliveries[dispatch] = nil
            } else {
                returned.append(dispatch)
            }
        }
    }
}
