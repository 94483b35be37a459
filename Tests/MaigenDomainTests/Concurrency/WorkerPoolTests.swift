import Foundation
import MaigenDomain
import Synchronization
import Testing

@Suite("Worker pools")
struct WorkerPoolTests {
    private final class Tally: Sendable {
        let opened = Atomic(0)
        let closed = Atomic(0)
        let expiredJobs = Atomic(0)
    }

    private final class Resource {
        let tally: Tally
        var uses = 0
        init(_ tally: Tally) {
            self.tally = tally
            tally.opened.add(1, ordering: .relaxed)
        }
        deinit { tally.closed.add(1, ordering: .relaxed) }
    }

    @Test("Jobs share the resources of their threads, and closing closes those", .timeLimit(.minutes(1)))
    func resources() async throws {
        let tally = Tally()
        let pool = WorkerPool(name: "t", threads: 2, capacity: 1000) { Resource(tally) }
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<500 {
                group.addTask {
                    try await pool.run(by: .now + .seconds(10)) { resource in
                        resource.uses += 1
                        return number
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 500 * 499 / 2)
        await pool.close()
        let (opened, closed) = (tally.opened.load(ordering: .relaxed), tally.closed.load(ordering: .relaxed))
        #expect((1...2).contains(opened))
        #expect(opened == closed)
        await #expect(throws: WorkerPoolError.closed) { try await pool.run(by: .now + .seconds(1)) { _ in } }
    }

    @Test("More than may wait is refused, and what waits too long never begins", .timeLimit(.minutes(1)))
    func limits() async throws {
        let pool = WorkerPool(name: "t", threads: 1, capacity: 1, open: {})
        let gate = DispatchSemaphore(value: 0)
        let started = DispatchSemaphore(value: 0)
        let tally = Tally()
        async let blocking: Void = pool.run(by: .now + .seconds(30)) {
            started.signal()
            gate.wait()
        }
        await Self.wait(for: started)
        await withTaskGroup(of: WorkerPoolError?.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    do {
                        try await pool.run(by: .now) { _ = tally.expiredJobs.add(1, ordering: .relaxed) }
                        return nil
                    } catch {
                        return error as? WorkerPoolError
                    }
                }
            }
            // One waits in the queue, so there is no room for the other.
            #expect(await group.next() == .overloaded)
            gate.signal()
            #expect(await group.next() == .expired)
        }
        try await blocking
        let expiredJobs = tally.expiredJobs.load(ordering: .relaxed)
        #expect(expiredJobs == 0)
    }

    @Test("A resource that is no longer usable, or could not be opened, is opened anew")
    func reopening() async throws {
        let tally = Tally()
        struct Broken: Error {}
        let pool = WorkerPool(
            name: "t", threads: 1, capacity: 10,
            open: {
                let resource = Resource(tally)
                if tally.opened.load(ordering: .relaxed) == 1 { throw Broken() }
                return resource
            }, isUsable: { $0.uses < 2 })
        await #expect(throws: Broken.self) { try await pool.run(by: .now + .seconds(5)) { _ in } }
        for _ in 0..<4 { try await pool.run(by: .now + .seconds(5)) { $0.uses += 1 } }
        await pool.close()
        let opened = tally.opened.load(ordering: .relaxed)
        #expect(opened == 3)
    }

    // On a thread of its own: waiting must not take one of the cooperative pool's.
    private static func wait(for semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                semaphore.wait()
                continuation.resume()
            }
        }
    }
}
