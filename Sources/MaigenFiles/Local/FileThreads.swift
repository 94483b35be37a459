import MaigenDomain

/// Threads for calls to the file system, which may block for long.
struct FileThreads: Sendable {
    private let pool: WorkerPool<Void>
    private let patience: Duration

    /// - Parameter patience: how long a call may wait for a thread
    init(name: String, patience: Duration) {
        self.patience = patience
        pool = WorkerPool(name: name, threads: 2, capacity: 1024, open: {})
    }

    func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws(StoreFailure) -> Value {
        do {
            return try await pool.run(by: .now + patience) { _ in try body() }
        } catch let error as WorkerPoolError {
            switch error {
            case .overloaded: throw StoreFailure(.overloaded, "too much waits for the file store")
            case .expired: throw StoreFailure(.timedOut, "the file store did not come to it in \(patience)")
            case .closed: throw StoreFailure(.unavailable, "the file store is closed")
            }
        } catch let fault as FileFault {
            throw StoreFailure(fault)
        } catch {
            throw StoreFailure(.unavailable, "\(error)")
        }
    }
}

extension StoreFailure {
    /// What the file store's callers learn of `fault`.
    init(_ fault: FileFault) {
        self.init(
            fault.isFull ? .full : .unavailable, "\(fault.operation.rawValue) \(fault.path): \(fault.reason.english)")
    }
}
