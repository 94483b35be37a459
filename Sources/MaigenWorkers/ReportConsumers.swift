import Logging
import MaigenDomain

extension QueueWorker {
    /// Analysis done → the database, by way of a service.
    ///
    /// - Parameter record: keeps the report; does nothing for one that is old or known.
    package static func analysisDone(
        broker: Broker, pace: WorkerPace = WorkerPace(), logger: Logger, clock: WallClock = .system,
        record: @escaping @Sendable (AnalysisReport) async throws(ServiceError) -> Void
    ) -> QueueWorker {
        QueueWorker(
            role: .api, queue: .analysisDone, broker: broker, pace: pace, logger: logger, clock: clock,
            emptiesQueue: true
        ) { dispatch throws(StoreFailure) in
            guard let report = try await broker.cache.value(at: .analysis(of: dispatch)) else { return .settle }
            try await kept { () async throws(ServiceError) in try await record(report) }
            return .settle
        }
    }

    /// Generation done → the database, by way of a service.
    ///
    /// - Parameter record: keeps the report; does nothing for one that is old or known.
    package static func generationDone(
        broker: Broker, pace: WorkerPace = WorkerPace(), logger: Logger, clock: WallClock = .system,
        record: @escaping @Sendable (GenerationReport) async throws(ServiceError) -> Void
    ) -> QueueWorker {
        QueueWorker(
            role: .api, queue: .generationDone, broker: broker, pace: pace, logger: logger, clock: clock,
            emptiesQueue: true
        ) { dispatch throws(StoreFailure) in
            guard let report = try await broker.cache.value(at: .generation(of: dispatch)) else { return .settle }
            try await kept { () async throws(ServiceError) in try await record(report) }
            return .settle
        }
    }
}

/// Runs a service for a worker: what is refused to a person is a failure here.
func kept(_ body: () async throws(ServiceError) -> Void) async throws(StoreFailure) {
    do throws(ServiceError) {
        try await body()
    } catch {
        switch error {
        case .failed(let failure): throw failure
        case .refused(let refusal): throw StoreFailure(.overloaded, "refused: \(refusal.code)")
        }
    }
}
