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
                case .ready(let specification) = try await broker.cache.value(at: .analysis(of: dispatch))?.result
            else { return .settle }
            let result = await publisher.publishing(dispatch) { progress in
                await within(pace.deadline) { () async throws(TaskFault) in
                    try await executor.dataSet(for: snapshot, specification: specification, progress: progress)
                }
            }
            let report = GenerationReport(
                dispatch: dispatch,
                result: {
                    switch result {
                    case .success(let data): .made(data)
                    case .failure(let fault): .failed(fault)
                    }
                }())
            do throws(StoreFailure) {
                if Task.isCancelled { throw StoreFailure(.timedOut, "stopped") }
                try await broker.cache.put(report, at: .generation(of: dispatch))
                try await broker.queues.send(dispatch, to: .generationDone)
                return .settle
            } catch {
                // Nobody will hear of the file.
                await discard(report, files, logger)
                throw error
            }
        }
    }

    private static func discard(_ report: GenerationReport, _ files: any FileStore, _ logger: Logger) async {
        guard case .made(let data) = report.result, let file = FileName(data.file) else { return }
        do {
            try await files.remove(file)
        } catch {
            logger.error(
                "a file that nobody needs was not removed",
                metadata: ["file": "\(file.text)", "detail": "\(error.detail)"])
        }
    }
}
