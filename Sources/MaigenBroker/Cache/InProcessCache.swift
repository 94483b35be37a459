import MaigenDomain
import Synchronization

/// The cache in the memory of this process.
package final class InProcessCache: SharedCache {
    private struct Entry {
        var bytes: [UInt8]
        var expiry: ContinuousClock.Instant
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var size = 0

        mutating func remove(_ key: String) {
            if let entry = entries.removeValue(forKey: key) { size -= entry.bytes.count }
        }
    }

    private let state = Mutex(State())
    private let capacity: ByteCount

    /// At most `capacity` bytes of values are kept.
    package init(capacity: ByteCount = .mebibytes(128)) {
        self.capacity = capacity
    }

    package func put(_ bytes: [UInt8], at key: String, for lifetime: Duration) async throws(StoreFailure) {
        let isKept = state.withLock { state in
            let now = ContinuousClock.now
            let old = state.entries[key]?.bytes.count ?? 0
            if state.size - old + bytes.count > capacity.bytes {
                for (key, entry) in state.entries where entry.expiry <= now { state.remove(key) }
            }
            let rest = state.size - (state.entries[key]?.bytes.count ?? 0)
            guard rest + bytes.count <= capacity.bytes else { return false }
            state.remove(key)
            state.entries[key] = Entry(bytes: bytes, expiry: now + lifetime)
            state.size += bytes.count
            return true
        }
        guard isKept else { throw StoreFailure(.overloaded, "the cache holds \(capacity)") }
    }

    package func bytes(at key: String) async throws(StoreFailure) -> [UInt8]? {
        state.withLock { state in
            guard let entry = state.entries[key] else { return nil }
            guard entry.expiry > .now else {
                state.remove(key)
                return nil
            }
            return entry.bytes
        }
    }

    package func remove(_ key: String) async throws(StoreFailure) {
        state.withLock { $0.remove(key) }
    }
}
