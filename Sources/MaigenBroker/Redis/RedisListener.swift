import Foundation
import MaigenDomain
import Synchronization

/// Hears what is published on one channel: one connection on a thread of its own, which is replaced when it breaks or
/// falls silent.
final class RedisListener: Sendable {
    private let listening = Mutex(false)
    private let isClosed = Mutex(false)
    private let bell = Bell()
    private let call = WakeUp()
    /// A server that says nothing for so long is asked whether it is there, and given up after as long again.
    private let silence: Duration
    private let heard: @Sendable (String) -> Void
    private let missed: @Sendable () -> Void

    /// - Parameters:
    ///   - heard: gets every message.
    ///   - missed: called whenever hearing begins: what was published before, nobody knows.
    init(
        silence: Duration = .seconds(3), heard: @escaping @Sendable (String) -> Void,
        missed: @escaping @Sendable () -> Void
    ) {
        self.silence = silence
        self.heard = heard
        self.missed = missed
    }

    /// Begins to listen; it goes on until `close`.
    func start(_ address: RedisAddress, channel: String) {
        let thread = Thread { self.run(address, channel) }
        thread.name = "redis-listener"
        thread.start()
    }

    func close() {
        isClosed.withLock { $0 = true }
        call()
    }

    /// Returns as soon as messages are heard.
    func ready(within limit: Duration) async throws(StoreFailure) {
        let isReady: Void? = await bell.wait(until: .now + limit) { (listening.withLock { $0 } ? () : nil, nil) }
        guard isReady != nil else { throw StoreFailure(.unavailable, "redis: not listening") }
    }

    private func run(_ address: RedisAddress, _ channel: String) {
        Pauses.ignoreBrokenPipes()
        let watch = Watch(call: call) { nil }
        var pauses = Pauses()
        while !isClosed.withLock({ $0 }) {
            do throws(StoreFailure) {
                let connection = try RedisConnection(address, by: .now + silence * 2, watch)
                connection.append(RedisCommand("SUBSCRIBE", .init(channel)).bytes)
                try listen(to: connection, watch) { pauses.reset() }
            } catch {
                // Whoever asks this server for something hears why.
                listening.withLock { $0 = false }
                watch.pause(until: .now + pauses.next())
            }
        }
    }

    private func listen(
        to connection: RedisConnection, _ watch: Watch, _ begun: () -> Void
    ) throws(StoreFailure) {
        var last = ContinuousClock.now
        var isAsked = false
        while !isClosed.withLock({ $0 }) {
            if try connection.turn(by: last + silence * (isAsked ? 2 : 1), watch) {
                (last, isAsked) = (.now, false)
            } else if isAsked, last + silence * 2 <= .now {
                throw StoreFailure(.timedOut, "redis: silent")
            } else if !isAsked, last + silence <= .now {
                connection.append(RedisCommand("PING").bytes)
                isAsked = true
            }
            while let reply = try connection.next() {
                let parts = try reply.granted().elements ?? []
                switch parts.first?.text {
                case "message": if parts.count == 3, let text = parts[2].text { heard(text) }
                case "subscribe":
                    begun()
                    listening.withLock { $0 = true }
                    missed()
                    bell.ring()
                case "pong": break
                default: throw reply.nonsense("SUBSCRIBE")
                }
            }
        }
    }
}
