import MaigenDomain

/// What `body` gives, or a fault where it was stopped because `limit` had passed. `body` ends soon after it is cancelled;
/// it is waited for, and what it made in spite of that counts, so that no file is forgotten.
func within<Value: Sendable>(
    _ limit: Duration, _ body: @escaping @Sendable () async throws(TaskFault) -> Value
) async -> Result<Value, TaskFault> {
    await withTaskGroup(of: Finish<Value>.self) { group in
        group.addTask {
            do throws(TaskFault) {
                return .body(.success(try await body()))
            } catch {
                return .body(.failure(error))
            }
        }
        group.addTask {
            do {
                try await Task.sleep(for: limit)
                return .deadline
            } catch {
                return .stopped
            }
        }
        var isLate = false
        for await finish in group {
            switch finish {
            case .stopped: continue
            case .deadline:
                isLate = true
                group.cancelAll()
            case .body(let result):
                group.cancelAll()
                if isLate, case .failure = result { return .failure(.tookTooLong(limit)) }
                return result
            }
        }
        preconditionFailure("the body always ends")
    }
}

/// What ends first, and second.
private enum Finish<Value: Sendable>: Sendable {
    case body(Result<Value, TaskFault>)
    case deadline
    /// The deadline is not waited for any more.
    case stopped
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
