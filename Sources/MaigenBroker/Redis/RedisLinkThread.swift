import Foundation
import MaigenDomain

/// What the thread of a `RedisLink` does.
struct RedisLinkThread {
    private let address: RedisAddress
    private let patience: Duration
    private let requests: RedisRequests

    init(_ address: RedisAddress, _ patience: Duration, _ requests: RedisRequests) {
        self.address = address
        self.patience = patience
        self.requests = requests
    }

    /// Keeps a connection and serves questions until the link is closed.
    func run() {
        Pauses.ignoreBrokenPipes()
        let watch = Watch(call: requests.call) { [requests] in requests.expire() }
        var pauses = Pauses()
        while !requests.isClosed {
            do throws(StoreFailure) {
                let connection = try RedisConnection(address, by: .now + patience, watch)
                requests.connected()
                pauses.reset()
                try serve(connection, watch)
            } catch {
                requests.disconnected(error)
                let end = ContinuousClock.now + pauses.next()
                while !requests.isClosed, .now < end { watch.pause(until: end) }
            }
        }
        for request in requests.take() {
            requests.finish(request, .failure(StoreFailure(.unavailable, "redis: closed")))
        }
    }

    /// Ends when the link is closed.
    private func serve(_ connection: RedisConnection, _ watch: Watch) throws(StoreFailure) {
        var sent = SentRequests(requests)
        do throws(StoreFailure) {
            while !requests.isClosed {
                for request in requests.take() {
                    if sent.isEmpty { sent.heard = .now }
                    connection.append(request.bytes)
                    sent.append(request)
                }
                let now = ContinuousClock.now
                sent.expire(now)
                guard sent.isEmpty || sent.heard + patience > now else {
                    throw StoreFailure(.timedOut, "redis: no answer in time")
                }
                let end =
                    sent.isEmpty
                    ? now + .seconds(3600) : min(sent.nextDeadline ?? .now + patience, sent.heard + patience)
                if try connection.turn(by: end, watch) { sent.heard = .now }
                while let reply = try connection.next() {
                    guard sent.answer(reply) else { throw StoreFailure(.broken, "redis: an answer to no question") }
                    // Its master is where the next connection finds it.
                    if reply.isFromReplica { throw reply.failure ?? StoreFailure(.unavailable, "redis: a replica") }
                }
            }
            throw StoreFailure(.unavailable, "redis: closed")
        } catch {
            sent.fail(error)
            guard requests.isClosed else { throw error }
        }
    }
}

/// Questions that were sent, in order: so come the answers.
private struct SentRequests {
    private struct Sent {
        var request: RedisRequest
        var replies: [RedisReply] = []
        /// Whether nobody waits for it any more.
        var isOver = false
    }

    /// When the server last said something, or began to owe something.
    var heard = ContinuousClock.now
    private let requests: RedisRequests
    private var queue: [Sent] = []
    private var first = 0

    init(_ requests: RedisRequests) {
        self.requests = requests
    }

    var isEmpty: Bool { first == queue.count }
    var nextDeadline: ContinuousClock.Instant? {
        queue[first...].lazy.filter { !$0.isOver }.map(\.request.deadline).min()
    }

    mutating func append(_ request: RedisRequest) { queue.append(Sent(request: request)) }

    /// Takes in an answer; false where none is owed.
    mutating func answer(_ reply: RedisReply) -> Bool {
        guard first < queue.count else { return false }
        queue[first].replies.append(reply)
        guard queue[first].replies.count == queue[first].request.count else { return true }
        let done = queue[first]
        first += 1
        if first == queue.count || first >= 1024 {
            queue.removeFirst(first)
            first = 0
        }
        if !done.isOver { requests.finish(done.request, .success(done.replies)) }
        return true
    }

    /// Ends the questions whose time is up; their answers may still come, and are dropped then.
    mutating func expire(_ now: ContinuousClock.Instant) {
        for index in first..<queue.count where !queue[index].isOver && queue[index].request.deadline <= now {
            queue[index].isOver = true
            requests.finish(queue[index].request, .failure(StoreFailure(.timedOut, "redis: no answer in time")))
        }
    }

    /// Ends all questions: nobody will answer them.
    mutating func fail(_ failure: StoreFailure) {
        for sent in queue[first...] where !sent.isOver { requests.finish(sent.request, .failure(failure)) }
        queue = []
        first = 0
    }
}

/// The pauses between attempts to connect: longer each time, up to two seconds, and never exactly as long as another's.
struct Pauses {
    private var failures = 0

    mutating func reset() { failures = 0 }

    mutating func next() -> Duration {
        let longest = min(Duration.milliseconds(50) * (1 << min(failures, 6)), .seconds(2))
        failures += 1
        return longest * Double.random(in: 0.5...1)
    }

    /// A socket whose other end is gone says so when it is written to; the signal that also comes would end the process.
    static func ignoreBrokenPipes() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
