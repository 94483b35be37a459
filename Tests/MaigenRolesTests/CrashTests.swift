import MaigenDomain
import TestSupport
import Testing

/// The process is killed with SIGKILL, and started again: no task and no point may be lost.
@Suite(.serialized) struct CrashTests {
    /// The longest that the tasks may take to end once work is possible again.
    private static let patience = Duration.seconds(30)
    /// One task of each kind: completed, cancelled, failed in execution, failed in analysis.
    private static let everyKind = 0..<4

    @Test("Killed at any step of tasks' lives, the next process ends them all, and each was paid for once")
    func everyStep() async throws {
        let undisturbed = try await Wreck.run { wreck in
            let life = try await wreck.live(submitting: Self.everyKind)
            wreck.check(try await wreck.outcome(), numbers: Self.everyKind, "undisturbed: \(life.errors)")
            return life
        }
        let last = try #require(undisturbed.steps)
        try await withThrowingTaskGroup(of: Void.self) { group in
            // Several at a time: a process that dies while it relays keeps its entries of the outbox from others for
            // some seconds, in which the next one waits and uses no processor.
            for step in 1...last {
                if step > 6 { try await group.next() }
                group.addTask { try await Self.die(at: step) }
            }
            try await group.waitForAll()
        }
    }

    private static func die(at step: Int) async throws {
        try await Wreck.run { wreck in
            let first = try await wreck.live(submitting: everyKind, crash: step)
            // Two runs do not take the very same steps, so the last ones may not be reached.
            #expect(first.status == 137 || first.status == 0, "\(first.errors)")
            // The client does not know whether its request came through, and sends it again under the same key.
            let second = try await wreck.live(submitting: everyKind)
            #expect(second.status == 0, "\(first.end): \(second.errors)")
            #expect(second.duration < patience, "\(first.end)")
            for (number, id) in first.submitted { #expect(second.submitted[number] == id) }
            wreck.check(try await wreck.outcome(), numbers: everyKind, "\(first.end)")
        }
    }

    @Test("200 tasks through 40 processes, each killed at a random step: none is lost, none paid for twice")
    func sweep() async throws {
        try await Wreck.run { wreck in
            var random = SeededRandom(seed: 20_240_607)
            let (total, batch) = (200, 5)
            var (killed, submitted): (Int, [Int: TaskID]) = (0, [:])
            for life in 0..<(total / batch) {
                let numbers = (life * batch)..<((life + 1) * batch)
                let crash = Int.random(in: 1...260, using: &random)
                let end = try await wreck.live(submitting: numbers, crash: crash)
                #expect(end.status == 137 || end.status == 0, "\(end.errors)")
                if end.status == 137 { killed += 1 }
                submitted.merge(end.submitted) { first, _ in first }
            }
            // What was acknowledged is not sent again; what was not is.
            let last = try await wreck.live(submitting: 0..<total)
            #expect(last.status == 0, "\(last.errors)")
            #expect(last.duration < Self.patience)
            for (number, id) in submitted { #expect(last.submitted[number] == id) }
            let outcome = try await wreck.outcome()
            wreck.check(outcome, numbers: 0..<total, "sweep")
            #expect(killed >= 30)
            #expect(outcome.tasks.count { $0.state == .completed } > total / 3)
        }
    }
}

/// SplitMix64: the same seed, the same kills.
private struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
