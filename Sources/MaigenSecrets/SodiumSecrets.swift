import CSodium
import MaigenDomain

/// Argon2id by libsodium.
///
/// A hash takes tens of milliseconds of a core and `cost.memory` bytes on purpose, so hashes run on a few threads of
/// their own, and only so many wait: a flood of logins slows logins down, not the platform, and the memory is bounded
/// by threads × memory.
package final class SodiumSecrets: Secrets {
    private let threads: WorkerPool<Void>
    private let cost: PasswordCost
    private let patience: Duration
    package let decoy: PasswordHash

    /// `threads` hash at once and `waiting` more wait, each at most `patience`.
    package init(
        cost: PasswordCost = .recommended, threads: Int = 2, waiting: Int = 64, patience: Duration = .seconds(10)
    ) throws(StoreFailure) {
        guard sodium_init() >= 0 else { throw StoreFailure(.unavailable, "libsodium cannot start") }
        self.cost = cost
        self.patience = patience
        self.threads = WorkerPool(name: "argon2", threads: threads, capacity: waiting, open: {})
        let secret = Randomness.system.text(of: Array("abcdefghijklmnopqrstuvwxyz"), count: 32)
        decoy = try Argon2.hash(secret, cost)
    }

    package func hash(_ secret: String) async throws(StoreFailure) -> PasswordHash {
        let cost = cost
        return try await run { try Argon2.hash(secret, cost) }
    }

    package func compare(_ secret: String, with hash: PasswordHash) async throws(StoreFailure) -> PasswordMatch {
        let cost = cost
        return try await run { Argon2.compare(secret, with: hash, cost) }
    }

    private func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws(StoreFailure) -> Value {
        do {
            return try await threads.run(by: .now + patience) { _ in try body() }
        } catch let failure as StoreFailure {
            throw failure
        } catch WorkerPoolError.overloaded, WorkerPoolError.expired {
            throw StoreFailure(.overloaded, "too many password hashes wait")
        } catch {
            throw StoreFailure(.unavailable, "\(error)")
        }
    }
}
