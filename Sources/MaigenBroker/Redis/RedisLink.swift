import Foundation
import MaigenDomain
import Synchronization

/// A Redis server as all tasks of a process use it: one connection on a thread of its own, to which everybody's commands
/// go without waiting for each other's answers.
///
/// Every question has a deadline. A connection that broke, or from which nothing came for `patience` although it owes an
/// answer, is replaced, after pauses that grow and vary; what was asked on it fails, and nobody knows whether it was done: so
/// everything that is asked can be asked again. While there is no connection, questions wait a second for one.
final class RedisLink: Sendable {
    private let requests: RedisRequests

    /// Connects at once and for as long as it lives; a process may start before its server.
    ///
    /// - Parameters:
    ///   - patience: how long a server may owe an answer.
    ///   - capacity: how many questions may be open.
    ///   - size: how many bytes may be open.
    init(
        _ address: RedisAddress, patience: Duration = .seconds(5), capacity: Int = 10_000,
        size: ByteCount = .mebibytes(64)
    ) {
        let requests = RedisRequests(capacity: capacity, size: size.bytes)
        self.requests = requests
        let thread = Thread { RedisLinkThread(address, patience, requests).run() }
        thread.name = "redis"
        thread.start()
    }

    deinit { requests.close() }

    /// The answers to `commands`, which reach the server together and in this order.
    ///
    /// - Parameter limit: how long to wait for all of them.
    func ask(_ commands: [RedisCommand], within limit: Duration) async throws(StoreFailure) -> [RedisReply] {
        let result = await withCheckedContinuation { continuation in
            requests.add(
                RedisRequest(
                    bytes: commands.flatMap(\.bytes), count: commands.count, deadline: .now + limit
                ) { continuation.resume(returning: $0) })
        }
        return try result.get()
    }

    /// Accepts no more questions; those that are open fail.
    func close() { requests.close() }
}

/// Commands of one task.
struct RedisRequest: Sendable {
    var bytes: [UInt8]
    /// How many answers come.
    var count: Int
    var deadline: ContinuousClock.Instant
    var finish: @Sendable (Result<[RedisReply], StoreFailure>) -> Void
}

/// The questions that wait to be sent.
final class RedisRequests: Sendable {
    private struct State {
        var waiting: [RedisRequest] = []
        /// Of all that are open, sent or not.
        var count = 0
        var size = 0
        var isClosed = false
        /// Since when there is no connection, and why; nil while there is one.
        var outage: (since: ContinuousClock.Instant, why: StoreFailure)? = (
            .now, StoreFailure(.unavailable, "redis: not connected yet")
        )
    }

    let call = WakeUp()
    private let state = Mutex(State())
    private let capacity: Int
    private let size: Int
    /// How long a question waits for a connection.
    private static let grace = Duration.seconds(1)

    init(capacity: Int, size: Int) {
        self.capacity = capacity
        self.size = size
    }

    var isClosed: Bool { state.withLock(\.isClosed) }

    func add(_ request: RedisRequest) {
        let refusal: StoreFailure? = state.withLock { state in
            if state.isClosed { return StoreFailure(.unavailable, "redis: closed") }
            if let outage = state.outage, outage.since + Self.grace < .now { return outage.why }
            guard state.count < capacity, state.size + request.bytes.count <= max(size, state.count == 0 ? .max : 0)
            else { return StoreFailure(.overloaded, "redis: \(state.count) questions are open") }
            state.count += 1
            state.size += request.bytes.count
            state.waiting.append(request)
            return nil
        }
        if let refusal { request.finish(.failure(refusal)) } else { call() }
    }

    /// Takes all that wait.
    func take() -> [RedisRequest] {
        state.withLock { state in
            let taken = state.waiting
            state.waiting = []
            return taken
        }
    }

    /// `request` has its end.
    func finish(_ request: RedisRequest, _ result: Result<[RedisReply], StoreFailure>) {
        state.withLock { state in
            state.count -= 1
            state.size -= request.bytes.count
        }
        request.finish(result)
    }

    func connected() { state.withLock { $0.outage = nil } }

    func disconnected(_ why: StoreFailure) {
        state.withLock { state in state.outage = (state.outage?.since ?? .now, why) }
    }

    /// Ends the questions that have waited for a connection long enough; the moment at which the next one has.
    func expire() -> ContinuousClock.Instant? {
        let (late, why): ([RedisRequest], StoreFailure?) = state.withLock { state in
            let now = ContinuousClock.now
            let isOver = state.outage.map { $0.since + Self.grace <= now } ?? false
            let late = state.waiting.filter { isOver || $0.deadline <= now }
            state.waiting.removeAll { isOver || $0.deadline <= now }
            return (late, state.outage?.why)
        }
        for request in late {
            finish(request, .failure(why ?? StoreFailure(.timedOut, "redis: no answer in time")))
        }
        return state.withLock { state in
            let deadline = state.waiting.map(\.deadline).min()
            guard !state.waiting.isEmpty, let outage = state.outage else { return deadline }
            return min(deadline ?? .now + Self.grace, outage.since + Self.grace)
        }
    }

    func close() {
        state.withLock { $0.isClosed = true }
        call()
    }
}
