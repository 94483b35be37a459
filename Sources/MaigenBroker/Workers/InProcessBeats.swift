import MaigenDomain
import Synchronization

/// The signs of life of this process's loops.
package final class InProcessBeats: WorkerBeats {
    private struct Entry {
        var beat: WorkerBeat
        var expiry: ContinuousClock.Instant
    }

    private let entries: Mutex<[ID<WorkerBeat>: Entry]> = Mutex([:])

    package init() {}

    package func record(_ beat: WorkerBeat, lifetime: Duration) async throws(StoreFailure) {
        entries.withLock { $0[beat.worker] = Entry(beat: beat, expiry: .now + lifetime) }
    }

    package func forget(_ worker: ID<WorkerBeat>) async throws(StoreFailure) {
        entries.withLock { _ = $0.removeValue(forKey: worker) }
    }

    package func beats() async throws(StoreFailure) -> [WorkerBeat] {
        entries.withLock { entries in
            let now = ContinuousClock.now
            entries = entries.filter { $0.value.expiry > now }
            return entries.values.map(\.beat).sorted {
                ($0.role.rawValue, $0.worker.rawValue) < ($1.role.rawValue, $1.worker.rawValue)
            }
        }
    }
}
