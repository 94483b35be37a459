import MaigenDomain

/// Keeps what workers report. Every report may come twice, late, or from a try that is over: then it changes nothing.
///
/// Nil from any of these means exactly that; otherwise the answer is the event that the task's page gets.
package struct RecordReports: Sendable {
    private let tools: TaskTools

    package init(_ tools: TaskTools) {
        self.tools = tools
    }

    /// A step: moves state and percentage, never back within a try.
    @discardableResult
    package func progress(_ progress: TaskProgress) async throws(ServiceError) -> TaskEvent? {
        let kept = progress.bounded
        let now = tools.surroundings.now
        return try await announced { () throws(StoreFailure) in try await tools.tasks.record(kept, at: now) }
    }

    /// The end of analysis: on to generation, or the end of the task.
    @discardableResult
    package func analysis(_ report: AnalysisReport) async throws(ServiceError) -> TaskEvent? {
        switch report.result {
        case .ready(let blueprint):
            let now = tools.surroundings.now
            return try await announced { () throws(StoreFailure) in
                try await tools.tasks.recordAnalysis(
                    report.dispatch, specification: blueprint.specification.withoutNUL, at: now)
            }
        case .failed(let fault): return try await fail(report.dispatch, fault)
        }
    }

    /// The end of execution: the task is completed, or failed and refunded. After nil for a data set its file may belong
    /// to nobody, or to the task that this very report completed before: `RemoveOldFiles.orphans` tells.
    @discardableResult
    package func generation(_ report: GenerationReport) async throws(ServiceError) -> TaskEvent? {
        switch report.result {
        case .made(let data):
            let (kept, ending) = (data.bounded, tools.ending())
            return try await announced { () throws(StoreFailure) in
                try await tools.tasks.complete(report.dispatch, with: kept, ending)
            }
        case .failed(let fault): return try await fail(report.dispatch, fault)
        }
    }

    /// The workers of these dispatches are alive, though they have nothing to say.
    package func heartbeat(of dispatches: [Dispatch]) async throws(ServiceError) {
        guard !dispatches.isEmpty else { return }
        let now = tools.surroundings.now
        try await store { () throws(StoreFailure) in try await tools.tasks.hear(from: dispatches, at: now) }
    }

    /// Ends the try's task as failed and refunds it.
    @discardableResult
    package func fail(_ dispatch: Dispatch, _ fault: TaskFault) async throws(ServiceError) -> TaskEvent? {
        let (kept, ending) = (fault.bounded, tools.ending())
        return try await announced { () throws(StoreFailure) in
            try await tools.tasks.fail(dispatch, kept, ending)
        }
    }

    private func announced(
        _ body: () async throws(StoreFailure) -> TaskEvent?
    ) async throws(ServiceError) -> TaskEvent? {
        let event = try await store(body)
        if let event { await tools.announce(event) }
        return event
    }
}

// Workers run beside untrusted programs: what they say is bounded here, whatever they promise.

extension TaskProgress {
    fileprivate var bounded: TaskProgress {
        var kept = self
        kept.percent = min(max(percent, 0), 100)
        kept.message = message.bounded(to: 2000)
        kept.detail = detail.withoutNUL.prefix(bytes: Self.detailLimit)
        return kept
    }
}

extension TaskFault {
    fileprivate var bounded: TaskFault {
        TaskFault(
            kind: kind, code: code.withoutNUL.prefix(bytes: 100), message: message.bounded(to: 4000),
            detail: detail.withoutNUL.prefix(bytes: TaskProgress.detailLimit))
    }
}

extension StoredDataSet {
    fileprivate var bounded: StoredDataSet {
        var kept = self
        kept.previews = previews.prefix(TaskLimits.tests.upperBound).map {
            TestPreview(
                number: $0.number, input: $0.input.withoutNUL.prefix(bytes: TestPreview.limit * 4),
                output: $0.output.withoutNUL.prefix(bytes: TestPreview.limit * 4))
        }
        return kept
    }
}

extension Localized {
    fileprivate func bounded(to bytes: Int) -> Localized {
        Localized(zh: chinese.withoutNUL.prefix(bytes: bytes), en: english.withoutNUL.prefix(bytes: bytes))
    }
}

extension String {
    /// U+0000 cannot be kept; what stands for it shows that something was there.
    fileprivate var withoutNUL: String {
        utf8.contains(0) ? String(map { $0 == "\0" ? "\u{FFFD}" : $0 }) : self
    }
}
