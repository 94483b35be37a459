import MaigenDomain
import TestSupport
import Testing

/// What every implementation of `WorkQueues` keeps.
@Suite struct WorkQueuesTests {
    private static let long = Duration.seconds(60)

    private func receive(
        _ broker: Broker, from queue: WorkQueue = .awaitingAnalysis, lease: Duration = long, patience: Duration = long
    ) async throws -> Delivery? {
        try await broker.queues.receive(from: queue, lease: lease, patience: patience)
    }

    @Test("Messages come in the order in which they were sent, each queue for itself", arguments: TestBroker.allCases)
    func order(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            for task in ["a", "b", "c"] { try await broker.queues.send(.of(task), to: .awaitingAnalysis) }
            try await broker.queues.send(.of("d"), to: .generationDone)
            for task in ["a", "b", "c"] { #expect(try await receive(broker)?.dispatch == .of(task)) }
            #expect(try await receive(broker, patience: .zero) == nil)
            #expect(try await receive(broker, from: .generationDone)?.dispatch == .of("d"))
        }
    }

    @Test("Whoever waits gets the next message", arguments: TestBroker.allCases)
    func waiting(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            async let first = receive(broker)
            async let second = receive(broker)
            try await broker.queues.send(.of("a"), to: .awaitingAnalysis)
            try await broker.queues.send(.of("b"), to: .awaitingAnalysis)
            let received = try await [first, second].compactMap { $0?.dispatch.task.rawValue }
            #expect(received.sorted() == ["a", "b"])
        }
    }

    @Test("Of 500 messages, each goes to exactly one of 8 competing receivers", arguments: TestBroker.allCases)
    func competition(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            let received = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        var mine: [String] = []
                        while let delivery = try await receive(broker, patience: .seconds(2)),
                            delivery.dispatch.task.rawValue != "end"
                        {
                            mine.append(delivery.dispatch.task.rawValue)
                            try await broker.queues.settle(delivery)
                        }
                        return mine
                    }
                }
                for number in 0..<500 { try await broker.queues.send(.of("\(number)"), to: .awaitingAnalysis) }
                for attempt in 1...8 {
                    try await broker.queues.send(.of("end", attempt: attempt), to: .awaitingAnalysis)
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(received.compactMap(Int.init).sorted() == Array(0..<500))
        }
    }

    @Test("A message that is there already is not added again, held or not", arguments: TestBroker.allCases)
    func duplicates(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            try await broker.queues.send(.of("a"), to: .awaitingAnalysis)
            try await broker.queues.send(.of("a"), to: .awaitingAnalysis)
            let delivery = try #require(try await receive(broker))
            try await broker.queues.send(.of("a"), to: .awaitingAnalysis)
            #expect(try await receive(broker, patience: .zero) == nil)
            try await broker.queues.settle(delivery)
            try await broker.queues.send(.of("a"), to: .awaitingAnalysis)
            #expect(try await receive(broker)?.dispatch == .of("a"))
        }
    }

    @Test("A lease that runs out brings the message back, and fences its first holder", arguments: TestBroker.allCases)
    func expiry(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            try await broker.queues.send(.of("a"), to: .awaitingAnalysis)
            try await broker.queues.send(.of("b"), to: .awaitingAnalysis)
            let dead = try #require(try await receive(broker, lease: .milliseconds(1)))
            // In front of what was never delivered, or behind it where the lease had not run out yet.
            let next = try #require(try await receive(broker))
            let again = next.dispatch == .of("a") ? next : try #require(try await receive(broker))
            #expect(again.dispatch == dead.dispatch)
            #expect(again.receipt != dead.receipt)
            #expect(try await broker.queues.renew(dead, lease: Self.long) == false)
            try await broker.queues.settle(dead)
            try await broker.queues.giveBack(dead)
            #expect(try await broker.queues.standing(of: .of("a")) == .held)
            #expect(try await broker.queues.renew(again, lease: Self.long))
            try await broker.queues.settle(again)
            #expect(try await broker.queues.standing(of: .of("a")) == .unknown)
        }
    }

    @Test("A receiver that waits is woken by a lease that runs out", arguments: TestBroker.allCases)
    func wokenByExpiry(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            try await broker.queues.send(.of("a"), to: .awaitingAnalysis)
            _ = try await receive(broker, lease: .milliseconds(20))
            #expect(try await receive(broker)?.dispatch == .of("a"))
        }
    }

    @Test("A renewed lease holds", arguments: TestBroker.allCases)
    func renewal(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            try await broker.queues.send(.of("a"), to: .awaitingAnalysis)
            let delivery = try #require(try await receive(broker, lease: .seconds(30)))
            #expect(try await broker.queues.renew(delivery, lease: Self.long))
            #expect(try await receive(broker, patience: .milliseconds(5)) == nil)
        }
    }

    @Test("A message that kills whoever takes it is dropped after its last delivery", arguments: TestBroker.allCases)
    func poison(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            try await broker.queues.send(.of("a"), to: .awaitingAnalysis)
            for _ in 0..<Delivery.limit { #expect(try await receive(broker, lease: .milliseconds(1)) != nil) }
            // Ends when the last lease has run out: then nothing can come any more.
            #expect(try await receive(broker, patience: .milliseconds(50)) == nil)
            #expect(try await broker.queues.standing(of: .of("a")) == .unknown)
            #expect(
                try await broker.queues.condition(of: .awaitingAnalysis)
                    == QueueCondition(depth: QueueDepth(waiting: 0, held: 0), oldest: nil, deliveries: 0, dead: 1))
        }
    }

    @Test("Dead letters are sent again on demand, as new ones", arguments: TestBroker.allCases)
    func redrive(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            for task in ["a", "b"] {
                try await broker.queues.send(.of(task), to: .awaitingAnalysis)
                for _ in 0..<Delivery.limit { #expect(try await receive(broker, lease: .milliseconds(1)) != nil) }
                #expect(try await receive(broker, patience: .milliseconds(20)) == nil)
            }
            // One that is there again already is not added twice.
            try await broker.queues.send(.of("b"), to: .awaitingAnalysis)
            async let waiting = receive(broker, from: .awaitingExecution, patience: .milliseconds(20))
            #expect(try await broker.queues.redrive(.awaitingExecution) == 0)
            #expect(try await waiting == nil)
            #expect(try await broker.queues.redrive(.awaitingAnalysis) == 2)
            #expect(try await broker.queues.condition(of: .awaitingAnalysis).dead == 0)
            var again: [String] = []
            for _ in 0..<2 {
                let delivery = try #require(try await receive(broker))
                again.append(delivery.dispatch.task.rawValue)
                #expect(try await broker.queues.condition(of: .awaitingAnalysis).deliveries == 1)
            }
            #expect(again.sorted() == ["a", "b"])
            #expect(try await receive(broker, patience: .zero) == nil)
        }
    }

    @Test("The condition of a queue tells how old its oldest message is", arguments: TestBroker.allCases)
    func age(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            let queues = broker.queues
            let begun = ContinuousClock.now
            try await queues.send(.of("a"), to: .awaitingAnalysis)
            let delivery = try #require(try await receive(broker))
            try await queues.send(.of("b"), to: .awaitingAnalysis)
            try await Task.sleep(for: .milliseconds(30))
            let condition = try await queues.condition(of: .awaitingAnalysis)
            #expect(condition.depth == QueueDepth(waiting: 1, held: 1))
            // The server's clock has whole milliseconds.
            #expect((Duration.milliseconds(28)...(.now - begun + .milliseconds(2))).contains(condition.oldest ?? .zero))
            #expect(condition.deliveries == 1)
            try await queues.settle(delivery)
            #expect(try await queues.condition(of: .awaitingAnalysis).deliveries == 0)
        }
    }

    @Test("What is given back comes first and does not count as delivered", arguments: TestBroker.allCases)
    func givingBack(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            for task in ["a", "b"] { try await broker.queues.send(.of(task), to: .awaitingAnalysis) }
            for _ in 0..<Delivery.limit + 2 {
                let delivery = try #require(try await receive(broker))
                #expect(delivery.dispatch == .of("a"))
                try await broker.queues.giveBack(delivery)
            }
            #expect(try await broker.queues.depth(of: .awaitingAnalysis) == QueueDepth(waiting: 2, held: 0))
        }
    }

    @Test("A full queue refuses, and takes again once there is room", arguments: TestBroker.allCases)
    func bound(kind: TestBroker) async throws {
        try await kind.withBroker(messages: 2) { broker in
            for task in ["a", "b"] { try await broker.queues.send(.of(task), to: .awaitingAnalysis) }
            let failure = await #expect(throws: StoreFailure.self) {
                try await broker.queues.send(.of("c"), to: .awaitingAnalysis)
            }
            #expect(failure?.reason == .overloaded)
            try await broker.queues.settle(try #require(try await receive(broker)))
            try await broker.queues.send(.of("c"), to: .awaitingAnalysis)
        }
    }

    @Test("The standing and the depth tell waiting from held", arguments: TestBroker.allCases)
    func standing(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            let queues = broker.queues
            #expect(try await queues.standing(of: .of("a")) == .unknown)
            try await queues.send(.of("a"), to: .awaitingExecution)
            #expect(try await queues.standing(of: .of("a")) == .waiting)
            #expect(try await queues.standing(of: .of("a", attempt: 2)) == .unknown)
            let delivery = try #require(try await receive(broker, from: .awaitingExecution))
            #expect(try await queues.standing(of: .of("a")) == .held)
            #expect(try await queues.depth(of: .awaitingExecution) == QueueDepth(waiting: 0, held: 1))
            try await queues.send(.of("a"), to: .generationDone)
            try await queues.settle(delivery)
            #expect(try await queues.standing(of: .of("a")) == .waiting)
        }
    }

    @Test("A cancelled receiver takes nothing with it", arguments: TestBroker.allCases)
    func cancellation(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            let receiver = Task { try await receive(broker) }
            receiver.cancel()
            #expect(try await receiver.value == nil)
            try await broker.queues.send(.of("a"), to: .awaitingAnalysis)
            #expect(try await receive(broker)?.dispatch == .of("a"))
        }
    }
}
