import MaigenDomain
import MaigenTestData

/// The four agents with the built-in engine: rules instead of a language model.
///
/// Each agent says what it does and shows what it found: the *analyst* the specification and the words of the statement
/// that say so, the *strategist* the plan with what each test is for, the *coder* generator and validator, the
/// *reviewer* what its checks brought. The same snapshot always gives the same specification.
package struct BuiltInAnalyst: TaskAnalyst {
    private let threads: WorkerPool<Void>
    private let patience: Duration

    /// - Parameters:
    ///   - atOnce: how many problems are thought about at a time, each on a thread of its own: none of them holds up what
    ///     else the process does.
    ///   - patience: how long a problem may wait for a thread.
    package init(atOnce: Int = 2, patience: Duration = .seconds(60)) {
        // Expressions and nested blocks are read by recursion.
        threads = WorkerPool(name: "analysis", threads: atOnce, capacity: 256, stack: .mebibytes(16), open: {})
        self.patience = patience
    }

    /// Rules cannot do better than they did: after `evidence` there is nothing to try.
    package func blueprint(
        for snapshot: TaskSnapshot, after evidence: Evidence?, progress: ProgressSink
    ) async throws(TaskFault) -> Blueprint? {
        if evidence != nil { return nil }
        return Blueprint(
            specification: try await specification(for: snapshot, progress: progress), rivals: snapshot.rivals)
    }

    private func specification(for snapshot: TaskSnapshot, progress: ProgressSink) async throws(TaskFault) -> String {
        try await think { try AgentSession(snapshot, progress).run() }
    }

    /// Runs `body` on a thread of its own, with room for deep recursion.
    ///
    /// - Throws: what `body` throws, if that is a fault of the task; a fault of the platform otherwise.
    func think<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws(TaskFault) -> Value {
        do {
            return try await threads.run(by: .now + patience) { _ in try body() }
        } catch let fault as TaskFault {
            throw fault
        } catch {
            throw TaskFault(
                kind: .platform, code: "analysis-overloaded",
                message: Localized(zh: "分析服务繁忙，请稍后重新提交。", en: "The analysis is overloaded; submit again later."),
                detail: "\(error)")
        }
    }
}
