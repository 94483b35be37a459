import Logging
import MaigenDomain

extension QueueWorker {
    /// Awaiting analysis → the four agents → awaiting execution and analysis done.
    package static func analysis(
        by analyst: any TaskAnalyst, broker: Broker, pace: WorkerPace = WorkerPace(), logger: Logger,
        clock: WallClock = .system
    ) -> QueueWorker {
        let publisher = ProgressPublisher(feed: broker.progress, clock: clock, logger: logger)
        return QueueWorker(
            role: .analysis, queue: .awaitingAnalysis, broker: broker, pace: pace, logger: logger, clock: clock
        ) { dispatch throws(StoreFailure) in
            // A lost snapshot comes back with the dispatch, once the reconciler misses the task.
            guard let snapshot = try await broker.cache.value(at: .snapshot(of: dispatch)) else { return .settle }
            let rounds = try await broker.cache.value(at: .rounds(of: dispatch))
            let round = rounds.map { $0.evidence.blueprint.round + 1 } ?? 0
            let result = await publisher.publishing(dispatch) { progress in
                let progress = progress.scaled(from: 0...20, to: Rounds.analysis(of: round))
                return await within(pace.deadline) { () async throws(TaskFault) in
                    try await analyst.blueprint(for: snapshot, after: rounds?.evidence, progress: progress)
                }
            }
            guard !Task.isCancelled else { return .giveBack }
            switch result {
            case .success(var blueprint?):
                blueprint.round = round
                try await broker.cache.put(
                    AnalysisReport(dispatch: dispatch, result: .ready(blueprint)), at: .analysis(of: dispatch))
                try await broker.queues.send(dispatch, to: .awaitingExecution)
            case .success(nil):
                return try await finish(dispatch, rounds, broker)
            case .failure where rounds?.best != nil:
                // They have nothing better: what was made stands.
                return try await finish(dispatch, rounds, broker)
            case .failure(let fault):
                try await broker.cache.put(
                    AnalysisReport(dispatch: dispatch, result: .failed(fault)), at: .analysis(of: dispatch))
            }
            try await broker.queues.send(dispatch, to: .analysisDone)
            return .settle
        }
    }

    /// Ends a task with the best of its rounds, or with the last one's fault.
    private static func finish(
        _ dispatch: Dispatch, _ rounds: RoundRecord?, _ broker: Broker
    ) async throws(StoreFailure) -> Verdict {
        let result: GenerationReport.Result
        if let best = rounds?.best {
            result = .made(best)
        } else {
            result = .failed(rounds?.evidence.fault ?? .workersSilent)
        }
        try await broker.cache.put(
            GenerationReport(dispatch: dispatch, result: result), at: .generation(of: dispatch))
        try await broker.queues.send(dispatch, to: .generationDone)
        return .settle
    }
}
