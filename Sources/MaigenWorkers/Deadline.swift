import MaigenDomain

/// What `body` gives, or a fault once `limit` has passed. `body` ends soon after it is cancelled; it is waited for.
func within<Value: Sendable>(
    _ limit: Duration, _ body: @escaping @Sendable () async throws(TaskFault) -> Value
) async -> Result<Value, TaskFault> {
    await withTaskGroup(of: Result<Value, TaskFault>.self) { group in
        group.addTask {
            do throws(TaskFault) {
                return .success(try await body())
            } catch {
                return .failure(error)
            }
        }
        group.addTask {
            // Cancelled when the work is done, or when all of it is to stop: then nobody looks at the answer.
            try? await Task.sleep(for: limit)
            return .failure(.tookTooLong(limit))
        }
        // Two tasks were added, so there is a first one to end.
        let first = await group.next()!
        group.cancelAll()
        return first
    }
}

extension TaskFault {
    /// The work was stopped at its deadline.
    static func tookTooLong(_ limit: Duration) -> TaskFault {
        let minutes = max(1, limit.milliseconds / 60_000)
        return TaskFault(
            kind: .data, code: "took-too-long",
            message: Localized(
                zh: "处理时间超过 \(minutes) 分钟，已停止。请减少测试点、缩小数据规模，或提高标准程序的速度。",
                en: """
                    Stopped after more than \(minutes) minutes. Ask for fewer tests or smaller inputs, or make the \
                    standard program faster.
                    """))
    }
}
