import Foundation
import MaigenDomain

/// The steps of running tasks on a Redis server: a list, cut to its newest. What is recorded of them, and replayed to whoever
/// comes later, is in the database.
final class RedisProgress: ProgressFeed {
    private let client: RedisClient
    private let capacity: Int
    private let bell = Bell()
    /// The longest wait for a ring before looking all the same.
    private static let glance = Duration.seconds(1)

    init(_ client: RedisClient, capacity: Int) {
        self.client = client
        self.capacity = capacity
    }

    /// Something may have come.
    func ring() { bell.ring() }

    func publish(_ step: TaskProgress) async throws(StoreFailure) {
        let data: Data
        do {
            data = try JSONEncoder().encode(step)
        } catch {
            throw StoreFailure(.broken, "step: \(error)")
        }
        _ = try await client.ask(all: [
            RedisCommand("RPUSH", place, .init([UInt8](data))),
            RedisCommand("LTRIM", place, .init(-capacity), "-1"),
            RedisCommand("PUBLISH", client.key(RedisNews.channel), .init(RedisNews.step.text)),
        ])
    }

    func steps(atMost count: Int, patience: Duration) async throws(StoreFailure) -> [TaskProgress] {
        let steps = try await bell.wait(until: .now + patience) {
            () async throws(StoreFailure) -> (found: [TaskProgress]?, again: ContinuousClock.Instant?) in
            guard !Task.isCancelled else { return (nil, nil) }
            let reply = try await client.ask("LPOP", place, .init(count))
            guard let elements = reply.elements, !elements.isEmpty else { return (nil, .now + Self.glance) }
            // A step that cannot be read is of another version: news, not facts.
            return (elements.compactMap(Self.step), nil)
        }
        return steps ?? []
    }

    private static func step(_ reply: RedisReply) -> TaskProgress? {
        guard case .bytes(let bytes) = reply else { return nil }
        return try? JSONDecoder().decode(TaskProgress.self, from: Data(bytes))  // see above
    }

    private var place: RedisCommand.Word { client.key("progress") }
}
