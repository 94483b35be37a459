import MaigenDomain
import TestSupport
import Testing

/// What every implementation of `WorkerBeats` keeps.
@Suite struct WorkerBeatsTests {
    private func beat(_ worker: String, _ role: WorkerRole, at task: Dispatch? = nil) -> WorkerBeat {
        WorkerBeat(
            worker: ID(rawValue: worker), role: role, process: "node/1", since: Timestamp(milliseconds: 1),
            at: Timestamp(milliseconds: 2), task: task)
    }

    @Test("The newest beat of every living loop is shown, by role and name", arguments: TestBroker.allCases)
    func beats(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            let long = Duration.seconds(60)
            try await broker.beats.record(beat("2", .sandbox), lifetime: long)
            try await broker.beats.record(beat("1", .sandbox), lifetime: long)
            try await broker.beats.record(beat("3", .analysis), lifetime: long)
            try await broker.beats.record(beat("1", .sandbox, at: .of("a")), lifetime: long)
            #expect(
                try await broker.beats.beats()
                    == [beat("3", .analysis), beat("1", .sandbox, at: .of("a")), beat("2", .sandbox)])
            try await broker.beats.forget(ID(rawValue: "2"))
            #expect(try await broker.beats.beats().map(\.worker.rawValue) == ["3", "1"])
        }
    }

    @Test("A loop that says nothing more is forgotten", .timeLimit(.minutes(1)), arguments: TestBroker.allCases)
    func silence(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            try await broker.beats.record(beat("1", .api), lifetime: .milliseconds(1))
            while try await !broker.beats.beats().isEmpty { await Task.yield() }
        }
    }
}
