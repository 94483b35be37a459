import MaigenDomain

/// Announcements among all processes at a Redis server. Where the connection was lost for a while, everybody is called
/// when it is back.
struct RedisAnnouncements: Announcements {
    private let client: RedisClient
    private let listener: RedisListener
    private let heard: InProcessAnnouncements

    /// - Parameter heard: those who listen in this process.
    init(_ client: RedisClient, _ listener: RedisListener, _ heard: InProcessAnnouncements) {
        self.client = client
        self.listener = listener
        self.heard = heard
    }

    func announce(_ topic: Topic) async throws(StoreFailure) {
        _ = try await client.ask(
            "PUBLISH", client.key(RedisNews.channel), .init(RedisNews.changed(topic).text))
    }

    func hear(_ topic: Topic) async throws(StoreFailure) -> AsyncStream<Void> {
        let calls = try await heard.hear(topic)
        try await listener.ready(within: .seconds(1))
        return calls
    }
}
