import Foundation
import MaigenBroker
import MaigenDomain

/// Every kind of broker that the platform runs on: one suite of tests goes over all of them.
package enum TestBroker: String, Sendable, CaseIterable {
    case inProcess = "in-process"
    case redis

    /// How many entries a cache may take past its bound at most: a server counts all of its memory, roughly.
    package var overshoot: Int {
        switch self {
        case .inProcess: 0
        case .redis: 8
        }
    }

    /// Runs `body` with a new, empty broker of this kind.
    ///
    /// - Parameters:
    ///   - messages: the most that a queue holds.
    ///   - bytes: the most that the cache holds.
    ///   - steps: the most steps that wait.
    ///   - listeners: the most that listen for announcements.
    package func withBroker<Value: Sendable>(
        messages: Int = 1000, bytes: Int? = nil, steps: Int = 1000, listeners: Int = 1000,
        _ body: (Broker) async throws -> Value
    ) async throws -> Value {
        switch self {
        case .inProcess:
            return try await body(
                Broker(
                    queues: InProcessQueues(capacity: messages),
                    cache: InProcessCache(capacity: ByteCount(bytes: bytes ?? 1 << 20)),
                    progress: InProcessProgress(capacity: steps),
                    announcements: InProcessAnnouncements(capacity: listeners), beats: InProcessBeats()))
        case .redis:
            // A bound on memory is the server's, so it takes a server of its own.
            let server = try await bytes == nil ? RedisServer.shared : RedisServer()
            let redis = try Self.redis(
                server, namespace: UUID().uuidString, messages: messages, steps: steps, listeners: listeners)
            defer { redis.close() }
            if let bytes {
                // Connected by then, so that what a connection takes is counted.
                _ = try await redis.broker.cache.bytes(at: "")
                let used = try await server.command("INFO", "memory").split(separator: "\r\n").first {
                    $0.hasPrefix("used_memory:")
                }
                guard let used = used?.split(separator: ":").last.flatMap({ Int($0) }) else {
                    throw RedisFailure("no used_memory")
                }
                // While a server decides, what it is sent counts as well.
                try await server.command("CONFIG", "SET", "maxmemory", String(used + bytes * 2))
            }
            defer { withExtendedLifetime(server) {} }
            return try await body(redis.broker)
        }
    }

    /// Runs `body` with new, empty rate limits of this kind.
    package func withLimits<Value: Sendable>(_ body: (any RateLimits) async throws -> Value) async throws -> Value {
        switch self {
        case .inProcess: return try await body(InProcessRateLimits())
        case .redis:
            let redis = try Self.redis(try await RedisServer.shared, namespace: UUID().uuidString)
            defer { redis.close() }
            return try await body(redis.limits)
        }
    }

    /// What a process has that is connected to `server`.
    package static func redis(
        _ server: RedisServer, namespace: String = "maigen", patience: Duration = .seconds(5), messages: Int = 1000,
        steps: Int = 1000, listeners: Int = 1000
    ) throws -> RedisBroker {
        guard let address = RedisAddress(server.address) else { throw RedisFailure("not an address") }
        return RedisBroker(
            address, namespace: namespace, patience: patience, messages: messages, steps: steps, listeners: listeners)
    }
}

extension Dispatch {
    /// A try at a task of that name.
    package static func of(_ task: String, attempt: Int = 1) -> Dispatch {
        Dispatch(task: TaskID(rawValue: task), attempt: attempt)
    }
}
