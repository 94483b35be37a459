import MaigenDomain

/// The four queues on a Redis server: a stream with a consumer group for each (`queue.lua` says how).
///
/// Receivers do not block in the server: each change of a queue is told on the channel of news, and whoever waits then
/// looks. So a receiver needs no connection of its own, and one that is cancelled takes nothing with it. What was told while
/// nobody could hear it is found a second later.
final class RedisQueues: WorkQueues {
    private let client: RedisClient
    private let capacity: Int
    private let bells: [WorkQueue: Bell]

    /// The most dead letters of a queue that are kept.
    static let deadLetters = 1000
    /// The longest wait for a ring before looking all the same.
    private static let glance = Duration.seconds(1)
    /// The longest lease; scripts know it too (`full`).
    private static let longestLease = Duration.seconds(24 * 3600)

    init(_ client: RedisClient, capacity: Int) {
        self.client = client
        self.capacity = capacity
        bells = Dictionary(uniqueKeysWithValues: WorkQueue.allCases.map { ($0, Bell()) })
    }

    /// Something may have come.
    func ring(_ queue: WorkQueue) { bells[queue]?.ring() }

    func send(_ dispatch: Dispatch, to queue: WorkQueue) async throws(StoreFailure) {
        let sent = try await run(
            .send, queue,
            [
                key(dispatch), .init(dispatch.task.rawValue), .init(dispatch.attempt), .init(capacity), channel,
                news(queue),
            ])
        guard sent.number == 1 else { throw StoreFailure(.overloaded, "\(queue.rawValue) holds \(capacity) messages") }
    }

    func receive(
        from queue: WorkQueue, lease: Duration, patience: Duration
    ) async throws(StoreFailure) -> Delivery? {
        let received = try await bells[queue]?.wait(until: .now + patience) {
            () async throws(StoreFailure) -> (found: Delivery?, again: ContinuousClock.Instant?) in
            // A receiver that is told to stop takes nothing with it.
            guard !Task.isCancelled else { return (nil, nil) }
            let (delivery, wait) = try await take(from: queue, lease: lease)
            if let delivery, Task.isCancelled {
                try await giveBack(delivery)
                return (nil, nil)
            }
            return (delivery, .now + min(wait ?? Self.glance, Self.glance))
        }
        return received
    }

    /// The next message, or how long until one may be free.
    private func take(
        from queue: WorkQueue, lease: Duration
    ) async throws(StoreFailure) -> (Delivery?, wait: Duration?) {
        let token = Hex.text(Randomness.system.bytes(12))
        let reply = try await run(
            .take, queue,
            [.init(token), .init(milliseconds(lease)), .init(Delivery.limit), .init(Self.deadLetters)])
        switch reply {
        case .none: return (nil, nil)
        case .integer(let milliseconds): return (nil, .milliseconds(milliseconds))
        case .array(let parts):
            guard parts.count == 3, let id = parts[0].text, let task = parts[1].text, let attempt = parts[2].number
            else { throw reply.nonsense("take") }
            let dispatch = Dispatch(task: TaskID(rawValue: task), attempt: Int(attempt))
            return (Delivery(queue: queue, dispatch: dispatch, receipt: "\(id) \(token)"), nil)
        case .status, .bytes, .error: throw reply.nonsense("take")
        }
    }

    func renew(_ delivery: Delivery, lease: Duration) async throws(StoreFailure) -> Bool {
        try await run(.renew, delivery.queue, receipt(delivery) + [.init(milliseconds(lease))]).number == 1
    }

    func settle(_ delivery: Delivery) async throws(StoreFailure) {
        _ = try await run(.settle, delivery.queue, receipt(delivery) + [key(delivery.dispatch)])
    }

    func giveBack(_ delivery: Delivery) async throws(StoreFailure) {
        _ = try await run(.giveBack, delivery.queue, receipt(delivery) + [channel, news(delivery.queue)])
    }

    func standing(of dispatch: Dispatch) async throws(StoreFailure) -> DispatchStanding {
        var standing = DispatchStanding.unknown
        for queue in WorkQueue.allCases {
            switch try await run(.standing, queue, [key(dispatch), .init(Delivery.limit)]).number {
            case 2: return .held
            case 1: standing = .waiting
            default: break
            }
        }
        return standing
    }

    func condition(of queue: WorkQueue) async throws(StoreFailure) -> QueueCondition {
        let reply = try await run(.condition, queue, [])
        let numbers = (reply.elements ?? []).compactMap { $0.number.map(Int.init) }
        guard numbers.count == 5 else { throw reply.nonsense("condition") }
        return QueueCondition(
            depth: QueueDepth(waiting: numbers[0], held: numbers[1]),
            oldest: numbers[2] < 0 ? nil : .milliseconds(numbers[2]), deliveries: numbers[3], dead: numbers[4])
    }

    func redrive(_ queue: WorkQueue) async throws(StoreFailure) -> Int {
        Int(try await run(.redrive, queue, [.init(capacity), channel, news(queue)]).number ?? 0)
    }

    // MARK: - What scripts are given

    private func run(
        _ script: RedisScript, _ queue: WorkQueue, _ arguments: [RedisCommand.Word]
    ) async throws(StoreFailure) -> RedisReply {
        let name = "queue:\(queue.rawValue)"
        return try await client.run(
            script, keys: [client.key(name), client.key(name + ":known"), client.key(name + ":dead")], arguments)
    }

    private func key(_ dispatch: Dispatch) -> RedisCommand.Word { .init("\(dispatch.task):\(dispatch.attempt)") }

    /// The message's identifier and the delivery's token.
    private func receipt(_ delivery: Delivery) -> [RedisCommand.Word] {
        let words = delivery.receipt.split(separator: " ").map { RedisCommand.Word(String($0)) }
        // One from elsewhere names no entry.
        return words.count == 2 ? words : ["0-1", ""]
    }

    private var channel: RedisCommand.Word { client.key(RedisNews.channel) }
    private func news(_ queue: WorkQueue) -> RedisCommand.Word { .init(RedisNews.message(queue).text) }

    private func milliseconds(_ lease: Duration) -> Int64 {
        max(1, min(lease, Self.longestLease).milliseconds)
    }
}
