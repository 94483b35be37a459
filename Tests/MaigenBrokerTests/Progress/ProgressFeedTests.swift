import MaigenDomain
import TestSupport
import Testing

/// What every implementation of `ProgressFeed` and of `Announcements` keeps.
@Suite struct ProgressFeedTests {
    private static let long = Duration.seconds(60)

    private func step(_ percent: Int) -> TaskProgress {
        TaskProgress(
            dispatch: .of("a"), state: .analyzing, percent: percent, agent: .coder,
            message: Localized(zh: "步骤 \(percent)", en: "step \(percent)"), detail: "int main() {}",
            at: Timestamp(milliseconds: 5))
    }

    @Test("Steps come whole and in order, as many at a time as asked for", arguments: TestBroker.allCases)
    func order(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            for percent in 1...5 { try await broker.progress.publish(step(percent)) }
            #expect(try await broker.progress.steps(atMost: 3, patience: Self.long) == [1, 2, 3].map(step))
            #expect(try await broker.progress.steps(atMost: 3, patience: Self.long) == [4, 5].map(step))
            #expect(try await broker.progress.steps(atMost: 3, patience: .zero) == [])
        }
    }

    @Test("Whoever waits gets a step as soon as it is published", arguments: TestBroker.allCases)
    func waiting(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            async let steps = broker.progress.steps(atMost: 10, patience: Self.long)
            try await broker.progress.publish(step(1))
            #expect(try await steps == [step(1)])
        }
    }

    @Test("Where too many steps wait, the oldest are lost", arguments: TestBroker.allCases)
    func bound(kind: TestBroker) async throws {
        try await kind.withBroker(steps: 3) { broker in
            for percent in 1...5 { try await broker.progress.publish(step(percent)) }
            #expect(try await broker.progress.steps(atMost: 10, patience: Self.long) == [3, 4, 5].map(step))
        }
    }

    @Test("An announcement wakes everybody who listens to its topic, and nobody else", arguments: TestBroker.allCases)
    func announcements(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            let (mine, other) = (Topic.task(TaskID(rawValue: "a")), Topic.task(TaskID(rawValue: "b")))
            let listeners = [
                try await broker.announcements.hear(mine), try await broker.announcements.hear(mine),
                try await broker.announcements.hear(.dispatches),
            ]
            try await broker.announcements.announce(other)
            try await broker.announcements.announce(mine)
            try await broker.announcements.announce(mine)
            try await broker.announcements.announce(.dispatches)
            for listener in listeners { #expect(await listener.first { _ in true } != nil) }
        }
    }

    @Test("Listeners are bounded, and one that lets go makes room", arguments: TestBroker.allCases)
    func listeners(kind: TestBroker) async throws {
        try await kind.withBroker(listeners: 1) { broker in
            let topic = Topic.task(TaskID(rawValue: "a"))
            do {
                let first = try await broker.announcements.hear(topic)
                let failure = await #expect(throws: StoreFailure.self) {
                    try await broker.announcements.hear(topic)
                }
                #expect(failure?.reason == .overloaded)
                withExtendedLifetime(first) {}
            }
            _ = try await broker.announcements.hear(topic)
        }
    }
}
