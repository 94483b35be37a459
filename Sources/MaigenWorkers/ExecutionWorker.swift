import Logging
import MaigenDomain

extension QueueWorker {
    /// Awaiting execution → sandbox and file store → generation done.
    package static func execution(
        by executor: any TaskExecutor, broker: Broker, files: any FileStore, pace: WorkerPace = WorkerPace(),
        logger: Logger, clock: WallClock = .system
    ) -> QueueWorker {
        let publisher = ProgressPublisher(feed: broker.progress, clock: clock, logger: logger)
        return QueueWorker(
            role: .sandbox, queue: .awaitingExecution, broker: broker, pace: pace, logger: logger, clock: clock
        ) { dispatch throws(StoreFailure) in
            // What is lost comes back with the task's next attempt, once the reconciler misses it.
            guard let snapshot = try await broker.cache.value(at: .snapshot(of: dispatch)),
                case .ready(let blueprint) = try await broker.cache.value(at: .analysis(of: dispatch))?.result
            else { return .settle }
            let rounds = try await broker.cache.value(at: .rounds(of: dispatch))
            if let rounds, rounds.evidence.blueprint.round >= blueprint.round {
                // Another worker judged this round and died before it could settle the message.
                try await broker.queues.send(dispatch, to: .awaitingAnalysis)
                return .settle
            }
            let result = await publisher.publishing(dispatch) { progress in
                let progress = progress.scaled(from: 20...99, to: Rounds.execution(of: blueprint))
                let result = await within(pace.deadline) { () async throws(TaskFault) in
                    try await executor.dataSet(for: snapshot, blueprint: blueprint, progress: progress)
                }
                let next = Rounds.next(after: blueprint, result.judged, best: rounds?.best?.made)
                if case .again(let evidence, _) = next { progress.tell(evidence) }
                return (made: try? result.get(), next: next)
            }
            do throws(StoreFailure) {
                if Task.isCancelled { throw StoreFailure(.timedOut, "stopped") }
                let kept = try await hand(on: result.next, dispatch, broker)
                // What another round's data is better than is nobody's any more.
                for data in [result.made, rounds?.best].compactMap(\.self) where data.file != kept?.file {
                    await discard(data, files, logger)
                }
                return .settle
            } catch {
                // Nobody will hear of the file, unless the next round already knows of it.
                if case .again(_, let best?) = result.next, best.product == result.made { throw error }
                if let data = result.made { await discard(data, files, logger) }
                throw error
            }
        }
    }

    /// Tells whose turn it is. Gives the data set that is not to be removed.
    private static func hand(
        on next: Rounds.Next<StoredDataSet>, _ dispatch: Dispatch, _ broker: Broker
    ) async throws(StoreFailure) -> StoredDataSet? {
        let result: GenerationReport.Result
        switch next {
        case .again(let evidence, let best):
            try await broker.cache.put(
                RoundRecord(evidence: evidence, best: best?.product), at: .rounds(of: dispatch))
            try await broker.queues.send(dispatch, to: .awaitingAnalysis)
            return best?.product
        case .finished(let data): result = .made(data)
        case .failed(let fault): result = .failed(fault)
        }
        try await broker.cache.put(
            GenerationReport(dispatch: dispatch, result: result), at: .generation(of: dispatch))
        try await broker.queues.send(dispatch, to: .generationDone)
        if case .made(let data) = result { return data }
        return nil
    }

    private static func discard(_ data: StoredDataSet, _ files: any FileStore, _ logger: Logger) async {
        guard let file = FileName(data.file) else { return }
        do {
            try await files.remove(file)
        } catch {
            logger.error(
                "a file that nobody needs was not removed",
                metadata: ["file": "\(file.text)", "detail": "\(error.detail)"])
        }
    }
}

extension StoredDataSet {
    /// As a round's outcome.
    fileprivate var made: Rounds.Made<StoredDataSet> { Rounds.Made(self, trial ?? Trial()) }
}

extension Result where Success == StoredDataSet, Failure == TaskFault {
    fileprivate var judged: Result<Rounds.Made<StoredDataSet>, TaskFault> { map(\.made) }
}

extension ProgressSink {
    /// That the agents get their work back, and why.
    fileprivate func tell(_ evidence: Evidence) {
        let round = evidence.blueprint.round + 2
        let why: Localized
        if let fault = evidence.fault {
            why = fault.message
        } else {
            let trial = evidence.trial ?? Trial()
            why = Localized(
                zh: "\(trial.survivors.count) 个错解未被卡掉，\(trial.dropped.count) 项方案未通过检验",
                en: "\(trial.survivors.count) wrong program(s) pass, \(trial.dropped.count) proposal(s) did not hold")
        }
        self(
            .analyzing, percent: 99,
            Localized(
                zh: "送回分析，第 \(round) 轮（共 \(Rounds.limit) 轮）：\(why.chinese)",
                en: "Back to the agents, round \(round) of \(Rounds.limit): \(why.english)"))
    }
}
