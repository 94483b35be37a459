/// What can be wrong with a request about a task.
package enum TaskRefusal: Refusal {
    /// No such task among those that the person may see.
    case taskUnknown
    /// Not a title of 1 to 100 characters on one line.
    case titleMalformed
    /// A text holds U+0000, which no store keeps.
    case textMalformed
    /// Description, input or output format is empty.
    case statementIncomplete
    /// The statement's sections together are longer than allowed.
    case statementTooLong(ByteCount)
    /// No sample.
    case sampleMissing
    /// More samples than allowed.
    case samplesTooMany(Int)
    /// A sample's input or output is empty, or longer than allowed.
    case sampleMalformed(number: Int, ByteCount)
    /// The standard program is empty or longer than allowed.
    case programMalformed(ByteCount)
    /// The input specification is longer than allowed.
    case specificationTooLong(ByteCount)
    /// Fewer than 1 or more than 20 tests, or a strategy with a count below 1.
    case testCountMalformed
    /// One strategy is asked for twice.
    case strategyRepeated(StrategyID)
    /// There is no such strategy.
    case strategyUnknown(StrategyID)
    /// An administrator switched it off.
    case strategyOff(Localized)
    /// Too many tasks in work.
    case tasksInWork(limit: Int)
    /// The task has ended already.
    case taskEnded(TaskState)
    /// There is no data yet.
    case taskNotCompleted
    /// The data was removed because of its age.
    case dataRemoved

    package var code: String {
        switch self {
        case .taskUnknown: "task_unknown"
        case .titleMalformed: "title_malformed"
        case .textMalformed: "text_malformed"
        case .statementIncomplete: "statement_incomplete"
        case .statementTooLong: "statement_too_long"
        case .sampleMissing: "sample_missing"
        case .samplesTooMany: "samples_too_many"
        case .sampleMalformed: "sample_malformed"
        case .programMalformed: "program_malformed"
        case .specificationTooLong: "specification_too_long"
        case .testCountMalformed: "test_count_malformed"
        case .strategyRepeated: "strategy_repeated"
        case .strategyUnknown: "strategy_unknown"
        case .strategyOff: "strategy_off"
        case .tasksInWork: "tasks_in_work"
        case .taskEnded: "task_ended"
        case .taskNotCompleted: "task_not_completed"
        case .dataRemoved: "data_removed"
        }
    }

    package var message: Localized {
        switch self {
        case .taskUnknown: Localized(zh: "该任务不存在。", en: "There is no such task.")
        case .titleMalformed:
            Localized(
                zh: "标题须为一行，1 至 \(TaskLimits.titleLength) 个字符。",
                en: "A title is one line of 1 to \(TaskLimits.titleLength) characters.")
        case .textMalformed:
            Localized(zh: "文本中不能有 NUL 字符（U+0000）。", en: "Texts cannot hold NUL characters (U+0000).")
        case .statementIncomplete:
            Localized(
                zh: "请填写题目描述、输入格式和输出格式。", en: "Description, input format and output format are all needed.")
        case .statementTooLong(let limit):
            Localized(zh: "题面各部分合计不能超过 \(limit)。", en: "The statement is longer than \(limit) in all.")
        case .sampleMissing: Localized(zh: "请至少提供一组样例。", en: "At least one sample is needed.")
        case .samplesTooMany(let limit):
            Localized(zh: "样例最多 \(limit) 组。", en: "There can be at most \(limit) samples.")
        case .sampleMalformed(let number, let limit):
            Localized(
                zh: "样例 \(number) 的输入和输出都不能为空，且各不能超过 \(limit)。",
                en: "Input and output of sample \(number) must not be empty, nor longer than \(limit) each.")
        case .programMalformed(let limit):
            Localized(
                zh: "标准程序不能为空，且不能超过 \(limit)。",
                en: "The standard program must not be empty, nor longer than \(limit).")
        case .specificationTooLong(let limit):
            Localized(zh: "输入规格不能超过 \(limit)。", en: "The input specification is longer than \(limit).")
        case .testCountMalformed:
            Localized(
                zh: "测试点总数须为 \(TaskLimits.tests.lowerBound) 至 \(TaskLimits.tests.upperBound)，每个所选策略至少 1 个。",
                en:
                    "There must be \(TaskLimits.tests.lowerBound) to \(TaskLimits.tests.upperBound) tests in all, and at "
                    + "least one of each chosen strategy.")
        case .strategyRepeated(let id):
            Localized(zh: "策略 \(id.rawValue) 出现了两次。", en: "Strategy \(id.rawValue) stands there twice.")
        case .strategyUnknown(let id):
            Localized(zh: "没有编号为 \(id.rawValue) 的策略。", en: "There is no strategy \(id.rawValue).")
        case .strategyOff(let name):
            Localized(
                zh: "策略“\(name[.chinese])”目前已停用，请改选其他策略。",
                en: "The strategy “\(name[.english])” is switched off at present. Choose others.")
        case .tasksInWork(let limit):
            Localized(
                zh: "您有 \(limit) 个任务尚未结束，请等待其中一个结束后再提交。",
                en: "\(limit) of your tasks are still in work. Wait until one of them has ended.")
        case .taskEnded(let state):
            Localized(
                zh: "任务已经结束（\(state.title[.chinese])），无法取消。",
                en: "The task has ended (\(state.title[.english].lowercased())) and cannot be cancelled.")
        case .taskNotCompleted:
            Localized(zh: "任务尚未完成，还没有数据。", en: "The task is not completed: there is no data yet.")
        case .dataRemoved:
            Localized(
                zh: "数据文件已超过保存期限并被清理，请重新生成。",
                en: "The data was removed because of its age. Generate it again.")
        }
    }
}
