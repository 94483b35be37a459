import Foundation
import MaigenBroker
import MaigenDomain
import MaigenStorage
import Synchronization

/// Counts the steps of this process, and ends it at one of them.
final class Life: Sendable {
    private let count = Mutex(0)
    private let crash: Int

    /// - Parameter crash: the number of the last step; 0 to live on.
    init(crash: Int) {
        self.crash = crash
    }

    var steps: Int { count.withLock { $0 } }

    /// One more step.
    func step(_ name: String) {
        let isLast = count.withLock { count in
            count += 1
            return count == crash
        }
        guard isLast else { return }
        say("killed at step \(crash): \(name)")
        kill(getpid(), SIGKILL)
        while true { pause() }
    }
}

/// A database whose every transaction is two steps: before it, and after it.
struct CountingDatabase: Database {
    private let database: any Database
    private let life: Life

    init(_ database: any Database, _ life: Life) {
        self.database = database
        self.life = life
    }

    var dialect: SQLDialect { database.dialect }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> Value) async throws -> Value {
        try await database.read(body)
    }

    func transaction<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value {
        life.step("before a transaction")
        let value = try await database.transaction { session in
            let value = try body(session)
            self.life.step("before a commit")
            return value
        }
        life.step("after a transaction")
        return value
    }

    func close() async { await database.close() }
}

extension Broker {
    /// The broker whose every change is two steps.
    func counting(_ life: Life) -> Broker {
        var broker = self
        broker.queues = CountingQueues(queues: queues, life: life)
        broker.cache = CountingCache(cache: cache, life: life)
        return broker
    }
}

private struct CountingQueues: WorkQueues {
    let queues: any WorkQueues
    let life: Life

    func send(_ dispatch: Dispatch, to queue: WorkQueue) async throws(StoreFailure) {
        life.step("before sending to \(queue.rawValue)")
        try await queues.send(dispatch, to: queue)
        life.step("after sending to \(queue.rawValue)")
    }
    func receive(from queue: WorkQueue, lease: Duration, patience: Duration) async throws(StoreFailure) -> Delivery? {
        let delivery = try await queues.receive(from: queue, lease: lease, patience: patience)
        if delivery != nil { life.step("received from \(queue.rawValue)") }
        return delivery
    }
    func renew(_ delivery: Delivery, lease: Duration) async throws(StoreFailure) -> Bool {
        try await queues.renew(delivery, lease: lease)
    }
    func settle(_ delivery: Delivery) async throws(StoreFailure) {
        life.step("before settling in \(delivery.queue.rawValue)")
        try await queues.settle(delivery)
        life.step("after settling in \(delivery.queue.rawValue)")
    }
    func giveBack(_ delivery: Delivery) async throws(StoreFailure) { try await queues.giveBack(delivery) }
    func standing(of dispatch: Dispatch) async throws(StoreFailure) -> DispatchStanding {
        try await queues.standing(of: dispatch)
    }
    func condition(of queue: WorkQueue) async throws(StoreFailure) -> QueueCondition {
        try await queues.condition(of: queue)
    }
    func redrive(_ queue: WorkQueue) async throws(StoreFailure) -> Int { try await queues.redrive(queue) }
}

private struct CountingCache: SharedCache {
    let cache: any SharedCache
    let life: Life

    func put(_ bytes: [UInt8], at key: String, for lifetime: Duration) async throws(StoreFailure) {
        life.step("before putting \(key)")
        try await cache.put(bytes, at: key, for: lifetime)
        life.step("after putting \(key)")
    }
    func bytes(at key: String) async throws(StoreFailure) -> [UInt8]? { try await cache.bytes(at: key) }
    func remove(_ key: String) async throws(StoreFailure) { try await cache.remove(key) }
}

/// A file store in which keeping a file is two steps.
struct CountingFiles: FileStore {
    private let files: any FileStore
    private let life: Life

    init(_ files: any FileStore, _ life: Life) {
        self.files = files
        self.life = life
    }

    func keep(_ path: String) async throws(StoreFailure) -> FileName {
        life.step("before keeping a file")
        let file = try await files.keep(path)
        life.step("after keeping a file")
        return file
    }
    func size(of file: FileName) async throws(StoreFailure) -> ByteCount? { try await files.size(of: file) }
    func bytes(of file: FileName, in range: Range<Int64>) async throws(StoreFailure) -> [UInt8]? {
        try await files.bytes(of: file, in: range)
    }
    func remove(_ file: FileName) async throws(StoreFailure) { try await files.remove(file) }
    func files(
        keptBefore moment: Timestamp, after name: FileName?, limit: Int
    ) async throws(StoreFailure) -> [FileName] {
        try await files.files(keptBefore: moment, after: name, limit: limit)
    }
}
