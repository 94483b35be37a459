/// What the platform itself writes into a task's log.
extension TaskProgress {
    /// A step of the platform, by none of the agents.
    package static func ofPlatform(
        _ dispatch: Dispatch, _ standing: TaskStanding, _ message: Localized, detail: String = "", at moment: Timestamp
    ) -> TaskProgress {
        TaskProgress(
            dispatch: dispatch, state: standing.state, percent: standing.percent, message: message, detail: detail,
            at: moment)
    }
}

extension Localized {
    static func paidBack(_ refund: Points) -> Localized {
        refund == .zero
            ? Localized(verbatim: "") : Localized(zh: "已退还 \(refund) 积分。", en: " \(refund) points were paid back.")
    }

    /// First event.
    package static let taskSubmitted = Localized(
        zh: "任务已提交，等待分析。", en: "Submitted; waiting for an analysis worker.")
    /// The specification is there.
    package static let taskAnalysed = Localized(
        zh: "分析完成，等待执行。", en: "Analysis is done; waiting for an execution worker.")
    /// Last event of a completed task.
    package static func taskCompleted(tests: Int) -> Localized {
        Localized(zh: "完成：\(tests) 组测试数据可以下载。", en: "Completed: \(tests) tests are ready to download.")
    }
    /// Last event of a failed task.
    package static func taskFailed(_ reason: Localized, refund: Points) -> Localized {
        let back = paidBack(refund)
        return Localized(zh: reason.chinese + back.chinese, en: reason.english + back.english)
    }
    /// Last event of a cancelled task.
    package static func taskCancelled(refund: Points) -> Localized {
        let back = paidBack(refund)
        return Localized(zh: "任务已取消。" + back.chinese, en: "Cancelled." + back.english)
    }
    /// A worker went silent.
    package static func taskRetried(attempt: Int) -> Localized {
        Localized(
            zh: "处理中断，正在重新开始（第 \(attempt) 次，共 \(Dispatch.maximumAttempts) 次）。",
            en: "The worker went silent; starting again (try \(attempt) of \(Dispatch.maximumAttempts)).")
    }
}

extension TaskFault {
    /// Every try ended without a word.
    package static let workersSilent = TaskFault(
        kind: .platform, code: "workers-silent",
        message: Localized(
            zh: "平台多次处理均被中断，请稍后重新提交。",
            en: "The platform was interrupted at every try. Please submit the task again later."))
}
