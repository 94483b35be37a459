import MaigenBroker
import MaigenDomain
import MaigenWorkers
import Synchronization
import TestSupport
import Testing

/// The loops of the API role, with services that the tests play.
@Suite(.timeLimit(.minutes(1))) struct ConsumerTests {
    private let stage = Stage(broker: .inProcess())
    private let broker: Broker

    init() { broker = stage.broker }

    private func report(_ dispatch: Dispatch) async throws {
        try await broker.cache.put(
            AnalysisReport(dispatch: dispatch, result: .ready(specification: "spec")), at: .analysis(of: dispatch))
        try await broker.queues.send(dispatch, to: .analysisDone)
    }

    @Test("A report that could not be recorded is recorded later")
    func failure() async throws {
        try await report(.of("a"))
        let tries = Mutex(0)
        let recorded = Moment()
        let consumer = QueueWorker.analysisDone(
            broker: broker, pace: Stage.quick, logger: Stage.logger
        ) { report throws(ServiceError) in
            let number = tries.withLock { tries in
                tries += 1
                return tries
            }
            guard number > 4 else { throw .failed(StoreFailure(.unavailable, "scripted")) }
            recorded.happen()
        }
        try await stage.running([consumer]) {
            await recorded.wait()
            try await stage.until(.of("a"), is: .unknown)
        }
        #expect(tries.withLock { $0 } == 5)
    }

    @Test("A message without its report is dropped")
    func lostReport() async throws {
        try await broker.queues.send(.of("lost"), to: .analysisDone)
        let consumer = QueueWorker.analysisDone(broker: broker, pace: Stage.quick, logger: Stage.logger) {
            _ throws(ServiceError) in Issue.record("nothing to record")
        }
        try await stage.running([consumer]) { try await stage.until(.of("lost"), is: .unknown) }
    }

    @Test("A stop records what is still in the queue")
    func emptying() async throws {
        let recorded: Mutex<Int> = Mutex(0)
        let (begun, end) = (Moment(), Moment())
        for number in 0..<5 { try await report(.of("\(number)")) }
        var pace = Stage.quick
        pace.drain = Stage.long
        let consumer = QueueWorker.analysisDone(
            broker: broker, pace: pace, logger: Stage.logger
        ) { _ throws(ServiceError) in
            let isFirst = recorded.withLock { count in
                count += 1
                return count == 1
            }
            guard isFirst else { return }
            begun.happen()
            await end.wait()
        }
        try await stage.running([consumer]) {
            await begun.wait()
            Task.detached { end.happen() }
        }
        #expect(recorded.withLock { $0 } == 5)
    }

    @Test("Steps are recorded in their order; a failure loses its batch and nothing after it")
    func steps() async throws {
        let recorded: Mutex<[Int]> = Mutex([])
        let end = Moment()
        let recorder = ProgressRecorder(
            broker: broker, pace: Stage.quick, logger: Stage.logger
        ) { step throws(ServiceError) in
            if step.percent == 13 { throw .failed(StoreFailure(.unavailable, "scripted")) }
            recorded.withLock { $0.append(step.percent) }
            if step.percent == 99 { end.happen() }
        }
        @Sendable func publish(_ percent: Int) async throws {
            try await broker.progress.publish(
                TaskProgress(
                    dispatch: .of("a"), state: .analyzing, percent: percent, message: Localized(verbatim: ""),
                    at: Timestamp(milliseconds: 0)))
        }
        try await stage.running([recorder]) {
            for percent in [1, 2, 3, 13] { try await publish(percent) }
            while recorded.withLock({ $0.count }) < 3 { await Task.yield() }
            try await publish(99)
            await end.wait()
        }
        let seen = recorded.withLock { $0 }
        #expect(seen.prefix(3) == [1, 2, 3])
        #expect(seen.last == 99)
    }

    @Test("A round begins at once when it is announced, and a failed one is followed by the next")
    func rounds() async throws {
        let rounds = Mutex(0)
        let again = Moment()
        let repeated = Repeated("test", every: Stage.long, on: .dispatches, broker: broker, logger: Stage.logger) {
            () async throws(ServiceError) in
            let count = rounds.withLock { rounds in
                rounds += 1
                return rounds
            }
            if count == 3 { again.happen() }
            throw .failed(StoreFailure(.unavailable, "scripted"))
        }
        try await stage.running([repeated]) {
            for round in 1...2 {
                while rounds.withLock({ $0 }) < round { await Task.yield() }
                try await broker.announcements.announce(.dispatches)
            }
            await again.wait()
        }
    }
}
