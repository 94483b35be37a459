import Foundation
import Synchronization

/// The right to run one thing now, under a user of its own.
struct Slot: Sendable, Hashable {
    /// The run's user is 60000 + `number`.
    var number: Int
}

/// Hands out a fixed number of slots, first come, first served.
final class SlotQueue: Sendable {
    private struct Waiter {
        var ticket: Int
        var continuation: CheckedContinuation<Slot?, Never>
    }

    private struct State {
        var free: [Slot]
        var waiters: [Waiter] = []
        var nextTicket = 0
        /// Tickets whose task was cancelled before they came to wait.
        var cancelled: Set<Int> = []
    }

    private let state: Mutex<State>

    init(_ numbers: [Int]) {
        state = Mutex(State(free: numbers.reversed().map(Slot.init)))
    }

    /// How many wait for a slot.
    var waiting: Int { state.withLock { $0.waiters.count } }

    /// Runs `body` with a slot of its own, as soon as one is free.
    ///
    /// - Throws: `.cancelled` if the task is cancelled while it waits.
    func withSlot<Value: Sendable>(
        _ body: (Slot) async throws(SandboxFault) -> Value
    ) async throws(SandboxFault) -> Value {
        guard let slot = await take() else { throw .cancelled() }
        // A sleeper may be woken by a slot and by its cancellation at once: the slot comes first, and is given back.
        defer { giveBack(slot) }
        return try await body(slot)
    }

    private func take() async -> Slot? {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        defer { _ = state.withLock { $0.cancelled.remove(ticket) } }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Slot?? = state.withLock { state in
                    if state.cancelled.remove(ticket) != nil { return .some(nil) }
                    if let slot = state.free.popLast() { return slot }
                    state.waiters.append(Waiter(ticket: ticket, continuation: continuation))
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            let waiter: Waiter? = state.withLock { state in
                guard let place = state.waiters.firstIndex(where: { $0.ticket == ticket }) else {
                    state.cancelled.insert(ticket)
                    return nil
                }
                return state.waiters.remove(at: place)
            }
            waiter?.continuation.resume(returning: nil)
        }
    }

    private func giveBack(_ slot: Slot) {
        let next: Waiter? = state.withLock { state in
            if state.waiters.isEmpty {
                state.free.append(slot)
                return nil
            }
            return state.waiters.removeFirst()
        }
        next?.continuation.resume(returning: slot)
    }
}
