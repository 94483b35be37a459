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

        /// What the entry under `key` takes, its place in the table included.
        func size(of key: String) -> Int { entries[key].map { State.size(of: $0.bytes, at: key) } ?? 0 }

        static func size(of bytes: [UInt8], at key: String) -> Int { bytes.count + key.utf8.count + 64 }

        mutating func remove(_ key: String) {
            size -= size(of: key)
            entries[key] = nil
        }
    }

    private let state = Mutex(State())
    private let capacity: ByteCount

    /// At most `capacity` bytes are kept, keys included.
    package init(capacity: ByteCount = .mebibytes(128)) {
        self.capacity = capacity
    }

    package func put(_ bytes: [UInt8], at key: String, for lifetime: Duration) async throws(StoreFailure) {
        let isKept = state.withLock { state in
            let (now, size) = (ContinuousClock.now, State.size(of: bytes, at: key))
            if state.size - state.size(of: key) + size > capacity.bytes {
                for (key, entry) in state.entries where entry.expiry <= now { state.remove(key) }
            }
            guard state.size - state.size(of: key) + size <= capacity.bytes else { return false }
            state.remove(key)
            state.entries[key] = Entry(bytes: bytes, expiry: now + lifetime)
            state.size += size
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
