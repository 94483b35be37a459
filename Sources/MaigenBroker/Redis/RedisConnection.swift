import CHiredis
import Foundation
import MaigenDomain

/// One connection to a Redis server, used by the thread that opened it.
///
/// hiredis is used without blocking: its buffers and its parser are its own, every wait is a `poll` with a deadline here. So a
/// server that freezes, or a network that swallows packets, costs the deadline and nothing else. (Looking up a host's
/// name is the one wait that the system's resolver alone bounds.)
final class RedisConnection {
    private let context: UnsafeMutablePointer<redisContext>
    private var hasOutput = false

    /// Connects, logs in, chooses the database and sees that the server is ready.
    ///
    /// - Parameter watch: what else the thread is waiting for meanwhile.
    init(_ address: RedisAddress, by deadline: ContinuousClock.Instant, _ watch: Watch) throws(StoreFailure) {
        let opened =
            switch address.place {
            case .host(let name, let port): redisConnectNonBlock(name, Int32(port))
            case .socket(let path): redisConnectUnixNonBlock(path)
            }
        guard let opened else { throw StoreFailure(.unavailable, "redis: out of memory") }
        context = opened
        guard context.pointee.err == 0 else { throw lost() }
        // No program that this process starts may inherit it.
        _ = fcntl(context.pointee.fd, F_SETFD, FD_CLOEXEC)
        if case .host = address.place { _ = redisEnableKeepAlive(context) }
        while try wait(for: Int16(POLLOUT), by: deadline, watch) & Int16(POLLOUT | POLLERR | POLLHUP) == 0 {
            guard .now < deadline else { throw StoreFailure(.unavailable, "redis: no connection in time") }
        }
        var error: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(context.pointee.fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0, error == 0 else {
            throw StoreFailure(.unavailable, "redis: \(String(cString: strerror(error)))")
        }
        try greet(address, by: deadline, watch)
    }

    deinit { redisFree(context) }

    private func greet(
        _ address: RedisAddress, by deadline: ContinuousClock.Instant, _ watch: Watch
    ) throws(StoreFailure) {
        var commands: [RedisCommand] = []
        if let password = address.password {
            commands.append(
                address.user.map { RedisCommand("AUTH", .init($0), .init(password)) }
                    ?? RedisCommand("AUTH", .init(password)))
        }
        if address.database != 0 { commands.append(RedisCommand("SELECT", .init(address.database))) }
        commands += [RedisCommand("CLIENT", "SETNAME", "maigen"), RedisCommand("PING")]
        for command in commands { append(command.bytes) }
        var open = commands.count
        while open > 0 {
            while open > 0, let reply = try next() {
                // Whatever it is that a server refuses here, it is of no use.
                if let failure = reply.failure { throw StoreFailure(.unavailable, failure.detail) }
                open -= 1
            }
            guard open > 0 else { return }
            guard .now < deadline else { throw StoreFailure(.unavailable, "redis: no greeting in time") }
            try turn(by: deadline, watch)
        }
    }

    /// Puts commands behind those that are not yet sent.
    func append(_ commands: [UInt8]) {
        let status = commands.withUnsafeBytes {
            redisAppendFormattedCommand(context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        // Only memory can lack, as everywhere.
        precondition(status == REDIS_OK)
        hasOutput = true
    }

    /// Sends and receives what goes, after waiting until something does, somebody calls, or `deadline` has come.
    ///
    /// - Returns: whether something came.
    @discardableResult
    func turn(by deadline: ContinuousClock.Instant, _ watch: Watch) throws(StoreFailure) -> Bool {
        try write()
        let events = try wait(for: Int16(hasOutput ? POLLIN | POLLOUT : POLLIN), by: deadline, watch)
        guard events & ~Int16(POLLOUT) != 0 else { return false }
        guard redisBufferRead(context) == REDIS_OK else { throw lost() }
        return true
    }

    /// The next reply, if all of it is there.
    func next() throws(StoreFailure) -> RedisReply? {
        var raw: UnsafeMutableRawPointer?
        guard redisGetReplyFromReader(context, &raw) == REDIS_OK else { throw lost() }
        guard let raw else { return nil }
        defer { freeReplyObject(raw) }
        return RedisReply(raw.assumingMemoryBound(to: redisReply.self))
    }

    private func write() throws(StoreFailure) {
        guard hasOutput else { return }
        var isDone: Int32 = 0
        guard redisBufferWrite(context, &isDone) == REDIS_OK else { throw lost() }
        hasOutput = isDone == 0
    }

    /// What the socket is ready for; nothing where somebody called or `deadline` came first.
    private func wait(
        for events: Int16, by deadline: ContinuousClock.Instant, _ watch: Watch
    ) throws(StoreFailure) -> Int16 {
        let moment = watch.tick().map { min($0, deadline) } ?? deadline
        var descriptors = [
            pollfd(fd: context.pointee.fd, events: events, revents: 0),
            pollfd(fd: watch.call.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        let ready = poll(&descriptors, 2, Watch.timeout(until: moment))
        guard ready >= 0 || errno == EINTR else { throw StoreFailure(.unavailable, "redis: poll failed, \(errno)") }
        guard ready > 0 else { return 0 }
        if descriptors[1].revents != 0 { watch.call.drain() }
        return descriptors[0].revents
    }

    private func lost() -> StoreFailure {
        let reason = withUnsafeBytes(of: context.pointee.errstr) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        return StoreFailure(.unavailable, "redis: \(reason)")
    }
}
