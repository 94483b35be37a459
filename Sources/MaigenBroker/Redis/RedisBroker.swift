import MaigenDomain

/// The transport between processes on a Redis server (7 or later) or Valkey: queues on streams, cache, progress,
/// announcements, beats, and the rate limits that all processes share.
///
/// The server may lose everything, be emptied or restarted at any moment. It must not push entries out
/// (`maxmemory-policy noeviction`, Redis's own default).
package final class RedisBroker: Sendable {
    /// What the roles use.
    package let broker: Broker
    /// Counts for all processes; while the server is out of reach, each process counts for itself.
    package let limits: any RateLimits
    private let link: RedisLink
    private let listener: RedisListener

    /// Connects by itself, and again whenever the connection is lost.
    ///
    /// - Parameters:
    ///   - namespace: what every key and channel begins with.
    ///   - patience: how long to wait for the server in any case.
    ///   - messages: the most that a queue holds.
    ///   - steps: the most steps of progress that wait.
    ///   - listeners: the most that listen for announcements in this process.
    package init(
        _ address: RedisAddress, namespace: String = "maigen", patience: Duration = .seconds(5), messages: Int = 10_000,
        steps: Int = 4096, listeners: Int = 10_000
    ) {
        link = RedisLink(address, patience: patience)
        let client = RedisClient(link, namespace: namespace, limit: patience)
        let queues = RedisQueues(client, capacity: messages)
        let progress = RedisProgress(client, capacity: steps)
        let heard = InProcessAnnouncements(capacity: listeners)
        listener = RedisListener { text in
            switch RedisNews(text) {
            case .message(let queue)?: queues.ring(queue)
            case .step?: progress.ring()
            case .changed(let topic)?: heard.call(topic)
            // From a later version than this one.
            case nil: break
            }
        } missed: {
            for queue in WorkQueue.allCases { queues.ring(queue) }
            progress.ring()
            heard.callAll()
        }
        let announcements = RedisAnnouncements(client, listener, heard)
        broker = Broker(
            queues: queues, cache: RedisCache(client), progress: progress, announcements: announcements,
            beats: RedisBeats(client))
        limits = RedisRateLimits(client)
        listener.start(address, channel: "\(namespace):\(RedisNews.channel)")
    }

    deinit { close() }

    /// Lets go of the server; what is asked from now on fails.
    package func close() {
        link.close()
        listener.close()
    }
}

/// What processes tell each other on the one channel that all of them hear.
enum RedisNews: Sendable, Hashable {
    /// There may be a message in that queue.
    case message(WorkQueue)
    /// There are steps of progress.
    case step
    /// Somebody may be waiting for this.
    case changed(Topic)

    static let channel = "news"

    var text: String {
        switch self {
        case .message(let queue): "queue " + queue.rawValue
        case .step: "step"
        case .changed(.dispatches): "dispatches"
        case .changed(.task(let task)): "task " + task.rawValue
        }
    }

    /// What was said; nil where it is none of these.
    init?(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        switch (words.first, words.count) {
        case ("queue", 2):
            guard let queue = WorkQueue(rawValue: words[1]) else { return nil }
            self = .message(queue)
        case ("step", 1): self = .step
        case ("dispatches", 1): self = .changed(.dispatches)
        case ("task", 2): self = .changed(.task(TaskID(rawValue: words[1])))
        default: return nil
        }
    }
}
