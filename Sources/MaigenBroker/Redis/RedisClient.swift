import MaigenDomain
import Synchronization

/// A Redis server as the parts of the broker speak to it.
final class RedisClient: Sendable {
    private let link: RedisLink
    private let namespace: String
    private let limit: Duration
    /// By which name the server knows each script.
    private let digests = Mutex<[String: String]>([:])

    /// - Parameters:
    ///   - namespace: what every key and channel begins with.
    ///   - limit: how long to wait for an answer.
    init(_ link: RedisLink, namespace: String, limit: Duration) {
        self.link = link
        self.namespace = namespace
        self.limit = limit
    }

    /// A key or a channel of ours.
    func key(_ name: String) -> RedisCommand.Word { RedisCommand.Word(namespace + ":" + name) }

    /// The answer to one command, unless it is a refusal.
    func ask(_ words: RedisCommand.Word...) async throws(StoreFailure) -> RedisReply {
        try await ask(all: [RedisCommand(words)])[0]
    }

    /// The answers to commands that go together; a refusal of one of them is thrown.
    func ask(all commands: [RedisCommand]) async throws(StoreFailure) -> [RedisReply] {
        let replies = try await link.ask(commands, within: limit)
        for reply in replies { _ = try reply.granted() }
        return replies
    }

    /// Runs `script`, sending it where the server does not know it (yet, or any more).
    func run(
        _ script: RedisScript, keys: [RedisCommand.Word], _ arguments: [RedisCommand.Word] = [],
        within limit: Duration? = nil
    ) async throws(StoreFailure) -> RedisReply {
        let limit = limit ?? self.limit
        if let digest = digests.withLock({ $0[script.name] }) {
            let reply = try await run(digest, keys, arguments, limit)
            if case .error(let message) = reply, message.hasPrefix("NOSCRIPT") {} else { return try reply.granted() }
        }
        let loaded = try await link.ask([RedisCommand("SCRIPT", "LOAD", .init(script.text))], within: limit)[0]
        guard let digest = try loaded.granted().text else { throw loaded.nonsense("SCRIPT LOAD") }
        digests.withLock { $0[script.name] = digest }
        return try await run(digest, keys, arguments, limit).granted()
    }

    private func run(
        _ digest: String, _ keys: [RedisCommand.Word], _ arguments: [RedisCommand.Word], _ limit: Duration
    ) async throws(StoreFailure) -> RedisReply {
        let command = RedisCommand(["EVALSHA", .init(digest), .init(keys.count)] + keys + arguments)
        return try await link.ask([command], within: limit)[0]
    }
}
