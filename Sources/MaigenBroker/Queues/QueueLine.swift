import MaigenDomain

/// One queue's messages, by the rules of `WorkQueues`; whoever owns it guards it.
struct QueueLine {
    private struct Hold {
        var receipt: String
        var until: ContinuousClock.Instant
    }

    /// How often each message was delivered.
    private var deliveries: [Dispatch: Int] = [:]
    /// When each came.
    private var arrivals: [Dispatch: ContinuousClock.Instant] = [:]
    /// Those in somebody's hands.
    private var holds: [Dispatch: Hold] = [:]
    /// Those that wait, in order: sent ones behind, returned ones in front (a stack, its top last).
    private var sent: [Dispatch] = []
    private var firstSent = 0
    private var returned: [Dispatch] = []
    /// Those that were dropped, the newest last.
    private var dead: [Dispatch] = []
    /// So many of them are kept.
    private static let deadLetters = 1000

    /// Adds a message, unless it is there already. False where there is no room.
    mutating func add(_ dispatch: Dispatch, capacity: Int, now: ContinuousClock.Instant) -> Bool {
        if deliveries[dispatch] != nil { return true }
        guard deliveries.count < capacity else { return false }
        deliveries[dispatch] = 0
        arrivals[dispatch] = now
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
        forget(delivery.dispatch)
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

    mutating func condition(now: ContinuousClock.Instant) -> QueueCondition {
        expire(now)
        return QueueCondition(
            depth: QueueDepth(waiting: deliveries.count - holds.count, held: holds.count),
            oldest: arrivals.values.min().map { now - $0 }, deliveries: deliveries.values.max() ?? 0, dead: dead.count)
    }

    /// Adds the dropped ones again, as many as there is room for; how many.
    mutating func redrive(capacity: Int) -> Int {
        var count = 0
        while let dispatch = dead.first, add(dispatch, capacity: capacity, now: .now) {
            dead.removeFirst()
            count += 1
        }
        return count
    }

    /// When the first lease runs out.
    var nextExpiry: ContinuousClock.Instant? { holds.values.map(\.until).min() }

    private func holds(_ delivery: Delivery) -> Bool {
        holds[delivery.dispatch]?.receipt == delivery.receipt
    }

    private mutating func forget(_ dispatch: Dispatch) {
        holds[dispatch] = nil
        deliveries[dispatch] = nil
        arrivals[dispatch] = nil
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
                forget(dispatch)
                dead.append(dispatch)
                if dead.count > Self.deadLetters { dead.removeFirst() }
            } else {
                returned.append(dispatch)
            }
        }
    }
}
