import MaigenDomain

/// The cache on a Redis server: keys with a time to live. Its bound is the server's `maxmemory`.
struct RedisCache: SharedCache {
    private let client: RedisClient

    init(_ client: RedisClient) {
        self.client = client
    }

    func put(_ bytes: [UInt8], at key: String, for lifetime: Duration) async throws(StoreFailure) {
        _ = try await client.ask("SET", place(key), .init(bytes), "PX", .init(max(1, lifetime.milliseconds)))
    }

    func bytes(at key: String) async throws(StoreFailure) -> [UInt8]? {
        let reply = try await client.ask("GET", place(key))
        switch reply {
        case .bytes(let bytes): return bytes
        case .none: return nil
        case .status, .integer, .array, .error: throw reply.nonsense("GET")
        }
    }

    func remove(_ key: String) async throws(StoreFailure) {
        _ = try await client.ask("UNLINK", place(key))
    }

    private func place(_ key: String) -> RedisCommand.Word { client.key("cache:" + key) }
}
