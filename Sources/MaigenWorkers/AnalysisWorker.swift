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
            let result = await publisher.publishing(dispatch) { progress in
                await within(pace.deadline) { () async throws(TaskFault) in
                    try await analyst.specification(for: snapshot, progress: progress)
                }
            }
            guard !Task.isCancelled else { return .giveBack }
            switch result {
            case .success(let specification):
                try await broker.cache.put(
                    AnalysisReport(dispatch: dispatch, result: .ready(specification: specification)),
                    at: .analysis(of: dispatch))
                try await broker.queues.send(dispatch, to: .awaitingExecution)
            case .failure(let fault):
                try await broker.cache.put(
                    AnalysisReport(dispatch: dispatch, result: .failed(fault)), at: .analysis(of: dispatch))
            }
            try await broker.queues.send(dispatch, to: .analysisDone)
            return .settle
        }
    }
}
