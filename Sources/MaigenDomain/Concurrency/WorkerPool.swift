import Foundation

/// A fixed number of threads, each owning one resource, fed from one bounded queue.
///
/// Blocking C libraries (SQLite, libpq, libcurl, argon2) run here and never on Swift's cooperative pool, which has
/// only as many threads as the machine has cores. The resource is opened, used and closed on its own thread, so it
/// need not be `Sendable`.
package final class WorkerPool<Resource>: Sendable {
    private let queue: WorkerQueue<Resource>

    /// Starts `threads` threads with a stack of `stack` at once; each opens its resource before its first job and again
    /// after `isUsable` said no. At most `capacity` jobs wait; further ones are refused with
    /// `WorkerPoolError.overloaded`.
    package init(
        name: String, threads: Int, capacity: Int, stack: ByteCount = .mebibytes(1),
        open: @escaping @Sendable () throws -> Resource,
        isUsable: @escaping @Sendable (Resource) -> Bool = { _ in true }
    ) {
        precondition(threads > 0 && capacity > 0)
        let queue = WorkerQueue<Resource>(capacity: capacity, threads: threads)
        self.queue = queue
        for number in 0..<threads {
            let thread = Thread { queue.work(open: open, isUsable: isUsable) }
            thread.name = "\(name)-\(number)"
            thread.stackSize = stack.bytes
            thread.start()
        }
    }

    deinit { queue.close() }

    /// Runs `body` on one of the threads and returns what it returned.
    ///
    /// A job that has not begun by `deadline` never begins (`WorkerPoolError.expired`); one that has begun runs to its
    /// end, also when the calling task is cancelled, so that nothing is left half done.
    package func run<Value: Sendable>(
        by deadline: ContinuousClock.Instant, _ body: @escaping @Sendable (Resource) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let job = WorkerJob<Resource>(deadline: deadline) { resource in
                continuation.resume(with: Result { try body(resource.get()) })
            }
            if let refusal = queue.add(job) { continuation.resume(throwing: refusal) }
        }
    }

    /// Accepts no more jobs, finishes those that wait, and returns when every thread has closed its resource.
    package func close() async {
        queue.close()
        await withCheckedContinuation { continuation in
            queue.whenFinished { continuation.resume() }
        }
    }
}

/// Why a pool did not run a job.
package enum WorkerPoolError: Error, Sendable, Hashable {
    /// Too many jobs wait already.
    case overloaded
    /// The job's deadline passed while it waited.
    case expired
    /// The pool is closed.
    case closed
}

private struct WorkerJob<Resource> {
    var deadline: ContinuousClock.Instant
    var run: @Sendable (Result<Resource, any Error>) -> Void
}

// Unchecked: every stored variable is read and written only while `condition` is held; resources stay on the stack of
// the thread that opened them.
private final class WorkerQueue<Resource>: @unchecked Sendable {
    private let condition = NSCondition()
    private let capacity: Int
    private var jobs: [WorkerJob<Resource>] = []
    private var next = 0
    private var isClosed = false
    private var threads: Int
    private var finished: [@Sendable () -> Void] = []

    init(capacity: Int, threads: Int) {
        self.capacity = capacity
        self.threads = threads
    }

    func add(_ job: WorkerJob<Resource>) -> WorkerPoolError? {
        condition.lock()
        defer { condition.unlock() }
        if isClosed { return .closed }
        if jobs.count - next >= capacity { return .overloaded }
        jobs.append(job)
        condition.signal()
        return nil
    }

    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }

    func whenFinished(_ action: @escaping @Sendable () -> Void) {
        condition.lock()
        let done = threads == 0
        if !done { finished.append(action) }
        condition.unlock()
        if done { action() }
    }

    func work(open: () throws -> Resource, isUsable: (Resource) -> Bool) {
        serve(open: open, isUsable: isUsable)
        condition.lock()
        threads -= 1
        let actions = threads == 0 ? finished : []
        condition.unlock()
        for action in actions { action() }
    }

    // A function of its own, so that the resource is closed before `work` reports the thread as finished.
    private func serve(open: () throws -> Resource, isUsable: (Resource) -> Bool) {
        var held: Resource?
        while let job = take() {
            guard job.deadline > .now else {
                job.run(.failure(WorkerPoolError.expired))
                continue
            }
            if let resource = held, !isUsable(resource) { held = nil }
            do {
                let resource = try held ?? open()
                held = resource
                job.run(.success(resource))
            } catch {
                job.run(.failure(error))
            }
        }
    }

    private func take() -> WorkerJob<Resource>? {
        condition.lock()
        defer { condition.unlock() }
        while next == jobs.count {
            if isClosed { return nil }
            condition.wait()
        }
        let job = jobs[next]
        next += 1
        if next == jobs.count {
            jobs.removeAll(keepingCapacity: true)
            next = 0
        } else if next >= 512 {
            jobs.removeFirst(next)
            next = 0
        }
        return job
    }
}
