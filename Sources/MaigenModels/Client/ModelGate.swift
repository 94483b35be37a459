import MaigenAnalysis

/// Lets so many through at a time; others wait in order, up to a bound.
actor ModelGate {
    private let atOnce: Int
    private let waiting: Int
    private var inside = 0
    private var next: UInt64 = 0
    private var queue: [(number: UInt64, place: CheckedContinuation<ModelFault?, Never>)] = []

    init(atOnce: Int, waiting: Int) {
        self.atOnce = atOnce
        self.waiting = waiting
    }

    /// Waits for a turn; whoever got one calls `leave`.
    ///
    /// - Throws: `rateLimited` where too many wait already, `late`, `cancelled`
    func enter(by deadline: ContinuousClock.Instant) async throws(ModelFault) {
        if inside < atOnce {
            inside += 1
            return
        }
        guard queue.count < waiting else { throw .rateLimited }
        next += 1
        let number = next
        // Owned: it ends with this call.
        let timer = Task {
            guard (try? await Task.sleep(until: deadline, clock: .continuous)) != nil else { return }
            self.turnAway(number, .late)
        }
        defer { timer.cancel() }
        let fault = await withTaskCancellationHandler {
            await withCheckedContinuation { (place: CheckedContinuation<ModelFault?, Never>) in
                if Task.isCancelled {
                    place.resume(returning: .cancelled)
                } else {
                    queue.append((number, place))
                }
            }
        } onCancel: {
            Task { await self.turnAway(number, .cancelled) }
        }
        if let fault { throw fault }
    }

    /// Passes the turn on.
    func leave() {
        if queue.isEmpty {
            inside -= 1
        } else {
            queue.removeFirst().place.resume(returning: nil)
        }
    }

    private func turnAway(_ number: UInt64, _ fault: ModelFault) {
        guard let index = queue.firstIndex(where: { $0.number == number }) else { return }
        queue.remove(at: index).place.resume(returning: fault)
    }
}
