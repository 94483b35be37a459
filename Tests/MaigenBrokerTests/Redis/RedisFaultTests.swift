import MaigenBroker
import MaigenDomain
import TestSupport
import Testing

/// What a server can do to those who use it: each test has one of its own.
@Suite("A Redis server that fails", .timeLimit(.minutes(1)))
struct RedisFaultTests {
    private static let long = Duration.seconds(60)
    private let now = Timestamp(milliseconds: 1_900_000_000_000)

    /// Tries until it succeeds: as workers do.
    private func eventually<Value: Sendable>(
        _ body: () async throws(StoreFailure) -> Value
    ) async throws -> Value {
        let end = ContinuousClock.now + .seconds(20)
        while true {
            do throws(StoreFailure) {
                return try await body()
            } catch {
                guard .now < end else { throw error }
                try await Task.sleep(for: .milliseconds(10))
            }
        }
    }

    /// Messages sent on one connection wake receivers on the other.
    private func passes(_ sender: Broker, _ receiver: Broker, _ name: String) async throws {
        async let delivery = eventually { () async throws(StoreFailure) in
            try await receiver.queues.receive(from: .awaitingAnalysis, lease: Self.long, patience: .seconds(20))
        }
        try await eventually { () async throws(StoreFailure) in
            try await sender.queues.send(.of(name), to: .awaitingAnalysis)
        }
        let received = try #require(try await delivery)
        #expect(received.dispatch == .of(name))
        try await receiver.queues.settle(received)
    }

    @Test("Processes at one server share queues, cache, announcements, beats and limits")
    func shared() async throws {
        let server = try await RedisServer()
        let (one, two) = (try TestBroker.redis(server), try TestBroker.redis(server))
        try await passes(one.broker, two.broker, "a")
        try await one.broker.cache.put([7], at: "k", for: Self.long)
        #expect(try await two.broker.cache.bytes(at: "k") == [7])
        let calls = try await two.broker.announcements.hear(.dispatches)
        // The call when hearing began may be in it already; one more is asked for.
        try await one.broker.announcements.announce(.dispatches)
        #expect(await calls.first { _ in true } != nil)
        let rule = RateRule("pair", 4, per: .seconds(60))
        for _ in 0..<2 {
            #expect(try await one.limits.take([rule.by("a")], at: now) == .allowed)
            #expect(try await two.limits.take([rule.by("a")], at: now) == .allowed)
        }
        #expect(try await one.limits.take([rule.by("a")], at: now) != .allowed)
        #expect(try await two.limits.take([rule.by("a")], at: now) != .allowed)
    }

    @Test("A server that is killed and started again: failures in time, then everything goes on")
    func restart() async throws {
        let server = try await RedisServer()
        let (one, two) = (try TestBroker.redis(server), try TestBroker.redis(server))
        try await passes(one.broker, two.broker, "before")
        try await server.kill()
        let begun = ContinuousClock.now
        let failure = await #expect(throws: StoreFailure.self) {
            try await one.broker.queues.send(.of("lost"), to: .awaitingAnalysis)
        }
        #expect(failure?.reason == .unavailable)
        #expect(.now - begun < .seconds(3))
        // Limits go on, each process for itself.
        #expect(try await one.limits.take([RateRule("r", 1, per: .seconds(60)).by("a")], at: now) == .allowed)
        #expect(try await one.limits.take([RateRule("r", 1, per: .seconds(60)).by("a")], at: now) != .allowed)
        try await server.start()
        // Scripts, group and stream are gone with the old process.
        try await passes(one.broker, two.broker, "after")
        try await passes(two.broker, one.broker, "and back")
        let calls = try await eventually { () async throws(StoreFailure) in
            try await two.broker.announcements.hear(.dispatches)
        }
        try await one.broker.announcements.announce(.dispatches)
        #expect(await calls.first { _ in true } != nil)
    }

    @Test("A server that is emptied while somebody waits and somebody works")
    func emptied() async throws {
        let server = try await RedisServer()
        let (one, two) = (try TestBroker.redis(server), try TestBroker.redis(server))
        try await one.broker.queues.send(.of("held"), to: .awaitingAnalysis)
        let held = try #require(
            try await one.broker.queues.receive(from: .awaitingAnalysis, lease: Self.long, patience: Self.long))
        async let waiting = two.broker.queues.receive(from: .awaitingAnalysis, lease: Self.long, patience: .seconds(20))
        try await server.command("FLUSHALL")
        #expect(try await one.broker.queues.renew(held, lease: Self.long) == false)
        try await one.broker.queues.settle(held)
        try await one.broker.queues.giveBack(held)
        #expect(try await one.broker.queues.standing(of: .of("held")) == .unknown)
        // What the reconciler does then.
        try await one.broker.queues.send(.of("held"), to: .awaitingAnalysis)
        #expect(try await waiting?.dispatch == .of("held"))
        try await server.command("SCRIPT", "FLUSH")
        try await passes(one.broker, two.broker, "more")
    }

    @Test("Parts of a queue that are missing: what is still there is delivered")
    func parts() async throws {
        let server = try await RedisServer()
        let redis = try TestBroker.redis(server)
        try await redis.broker.queues.send(.of("a"), to: .awaitingAnalysis)
        try await server.command("XGROUP", "DESTROY", "maigen:queue:awaiting-analysis", "workers")
        #expect(try await redis.broker.queues.standing(of: .of("a")) == .waiting)
        #expect(try await redis.broker.queues.depth(of: .awaitingAnalysis) == QueueDepth(waiting: 1, held: 0))
        let delivery = try await redis.broker.queues.receive(
            from: .awaitingAnalysis, lease: Self.long, patience: Self.long)
        #expect(delivery?.dispatch == .of("a"))
        // A message that is known but gone is sent anew.
        try await server.command("DEL", "maigen:queue:awaiting-analysis")
        #expect(try await redis.broker.queues.standing(of: .of("a")) == .unknown)
        try await passes(redis.broker, redis.broker, "a")
    }

    @Test("A server that stands still: every wait ends at its deadline, and work goes on when it does")
    func frozen() async throws {
        let server = try await RedisServer()
        let redis = try TestBroker.redis(server, patience: .seconds(1))
        try await passes(redis.broker, redis.broker, "before")
        try server.freeze()
        let begun = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let failure = await #expect(throws: StoreFailure.self) {
                        try await redis.broker.queues.send(.of("\(number)"), to: .awaitingExecution)
                    }
                    #expect(failure?.reason == .timedOut)
                }
            }
            try await group.waitForAll()
        }
        #expect((Duration.milliseconds(900)...Duration.seconds(4)).contains(.now - begun))
        await #expect(throws: StoreFailure.self) {
            try await redis.broker.queues.receive(from: .analysisDone, lease: Self.long, patience: Self.long)
        }
        #expect(.now - begun < .seconds(8))
        try server.thaw()
        try await passes(redis.broker, redis.broker, "after")
        // What was sent and not answered may have come all the same: once.
        var seen: [String] = []
        while let delivery = try await redis.broker.queues.receive(
            from: .awaitingExecution, lease: Self.long, patience: .zero)
        {
            seen.append(delivery.dispatch.task.rawValue)
        }
        #expect(Set(seen).count == seen.count)
    }

    @Test("A server that became a replica: refused, and used again once it is a master")
    func replica() async throws {
        let server = try await RedisServer()
        let redis = try TestBroker.redis(server)
        try await passes(redis.broker, redis.broker, "before")
        try await server.command("REPLICAOF", "127.0.0.1", "1")
        let failure = await #expect(throws: StoreFailure.self) {
            try await redis.broker.queues.send(.of("a"), to: .awaitingAnalysis)
        }
        #expect(failure?.reason == .unavailable)
        try await server.command("REPLICAOF", "NO", "ONE")
        try await passes(redis.broker, redis.broker, "after")
    }

    @Test("A server that is full takes nothing and still gives out what it has")
    func full() async throws {
        let server = try await RedisServer()
        let redis = try TestBroker.redis(server)
        let queues = redis.broker.queues
        try await queues.send(.of("a"), to: .awaitingAnalysis)
        try await server.command("CONFIG", "SET", "maxmemory", "1")
        let failure = await #expect(throws: StoreFailure.self) {
            try await queues.send(.of("b"), to: .awaitingAnalysis)
        }
        #expect(failure?.reason == .overloaded)
        let first = try #require(
            try await queues.receive(from: .awaitingAnalysis, lease: Self.long, patience: Self.long))
        #expect(try await queues.renew(first, lease: Self.long))
        try await queues.giveBack(first)
        let second = try #require(
            try await queues.receive(from: .awaitingAnalysis, lease: Self.long, patience: Self.long))
        try await queues.settle(second)
        #expect(try await queues.standing(of: .of("a")) == .unknown)
        try await server.command("CONFIG", "SET", "maxmemory", "0")
        try await passes(redis.broker, redis.broker, "after")
    }

    @Test("A password: without it nothing goes, with it all does")
    func password() async throws {
        let server = try await RedisServer()
        try await server.command("CONFIG", "SET", "requirepass", "p@ss word")
        let stranger = try TestBroker.redis(server)
        let failure = await #expect(throws: StoreFailure.self) { try await stranger.broker.cache.bytes(at: "k") }
        #expect(failure?.reason == .unavailable)
        let path = server.address.dropFirst("unix://".count)
        let address = try #require(RedisAddress("unix://:p%40ss%20word@\(path)?db=3"))
        let friend = RedisBroker(address)
        try await friend.broker.cache.put([1], at: "k", for: Self.long)
        #expect(try await friend.broker.cache.bytes(at: "k") == [1])
    }

    @Test("A process that starts before its server finds it")
    func early() async throws {
        let server = try await RedisServer()
        try await server.kill()
        let redis = try TestBroker.redis(server)
        await #expect(throws: StoreFailure.self) { try await redis.broker.cache.bytes(at: "k") }
        try await server.start()
        try await passes(redis.broker, redis.broker, "a")
    }

    @Test("Nothing stays behind of messages that are done with")
    func tidy() async throws {
        let server = try await RedisServer()
        let redis = try TestBroker.redis(server)
        for number in 0..<50 { try await passes(redis.broker, redis.broker, "\(number)") }
        #expect(try await server.command("XLEN", "maigen:queue:awaiting-analysis") == "0")
        #expect(try await server.command("HLEN", "maigen:queue:awaiting-analysis:known") == "0")
        #expect(try await server.command("XINFO", "CONSUMERS", "maigen:queue:awaiting-analysis", "workers") == "")
    }
}
