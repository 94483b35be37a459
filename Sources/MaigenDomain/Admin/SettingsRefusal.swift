/// What can be wrong with a change of settings.
package enum SettingsRefusal: Refusal {
    /// Somebody changed them since they were read.
    case outdated(present: SettingsVersion)
    /// A number is outside what makes sense: which, and what would.
    case outOfRange(Field, ClosedRange<Int64>)
    /// There is no such strategy.
    case strategyUnknown(StrategyID)
    /// Nothing would be left to choose.
    case noStrategyLeft

    /// The numbers among the settings, named as in the API's JSON.
    package enum Field: String, Sendable, Hashable, CaseIterable {
        case registration = "points.registration"
        case invited = "points.invited"
        case inviter = "points.inviter"
        case task = "points.task"
        case tasksInWork = "tasks.tasksInWork"
        case samples = "tasks.samples"
        case sampleBytes = "tasks.sampleBytes"
        case statementBytes = "tasks.statementBytes"
        case programBytes = "tasks.programBytes"
        case specificationBytes = "tasks.specificationBytes"
        case dataDays = "retention.dataDays"
    }

    package var code: String {
        switch self {
        case .outdated: "settings_outdated"
        case .outOfRange: "setting_out_of_range"
        case .strategyUnknown: "strategy_unknown"
        case .noStrategyLeft: "no_strategy_left"
        }
    }

    package var message: Localized {
        switch self {
        case .outdated(let present):
            Localized(
                zh: "配置已被他人修改（当前版本 \(present)），请重新载入后再修改。",
                en: "Somebody changed the settings meanwhile (now version \(present)). Load them again.")
        case .outOfRange(let field, let range):
            Localized(
                zh: "\(field.title[.chinese])须为 \(range.lowerBound) 至 \(range.upperBound)。",
                en: "\(field.title[.english]) must be \(range.lowerBound) to \(range.upperBound).")
        case .strategyUnknown(let id):
            Localized(zh: "没有编号为 \(id.rawValue) 的策略。", en: "There is no strategy \(id.rawValue).")
        case .noStrategyLeft: Localized(zh: "至少保留一个启用的策略。", en: "At least one strategy must stay on.")
        }
    }
}

extension SettingsRefusal.Field {
    /// What a person reads.
    package var title: Localized {
        switch self {
        case .registration: Localized(zh: "注册奖励", en: "The registration reward")
        case .invited: Localized(zh: "被邀请奖励", en: "The reward for being invited")
        case .inviter: Localized(zh: "邀请好友奖励", en: "The reward for inviting")
        case .task: Localized(zh: "生成数据消耗", en: "The price of a task")
        case .tasksInWork: Localized(zh: "每人未结束任务数上限", en: "The number of tasks in work")
        case .samples: Localized(zh: "样例组数上限", en: "The number of samples")
        case .sampleBytes: Localized(zh: "样例大小上限（字节）", en: "The size of a sample in bytes")
        case .statementBytes: Localized(zh: "题面大小上限（字节）", en: "The size of a statement in bytes")
        case .programBytes: Localized(zh: "标准程序大小上限（字节）", en: "The size of a program in bytes")
        case .specificationBytes: Localized(zh: "输入规格大小上限（字节）", en: "The size of a specification in bytes")
        case .dataDays: Localized(zh: "数据保存天数", en: "The number of days that data is kept")
        }
    }
}

extension Settings {
    /// Every number among the settings, and what makes sense for it; nil for one that is not set.
    var numbers: [(field: SettingsRefusal.Field, value: Int64?, range: ClosedRange<Int64>)] {
        let sizes: ClosedRange<Int64> = 1024...1 << 20
        let amounts: ClosedRange<Int64> = 0...10_000
        return [
            (.registration, points.registration.count, amounts),
            (.invited, points.invited.count, amounts),
            (.inviter, points.inviter.count, amounts),
            (.task, points.task.count, amounts),
            (.tasksInWork, Int64(tasks.tasksInWork), 1...1000),
            (.samples, Int64(tasks.samples), 1...100),
            (.sampleBytes, Int64(tasks.sampleBytes), sizes),
            (.statementBytes, Int64(tasks.statementBytes), sizes),
            (.programBytes, Int64(tasks.programBytes), sizes),
            (.specificationBytes, Int64(tasks.specificationBytes), sizes),
            (.dataDays, retention.dataDays.map(Int64.init), 1...36_500),
        ]
    }

    /// Refuses what makes no sense.
    package func check(strategies: StrategyCatalogue) throws(SettingsRefusal) {
        for (field, value, range) in numbers {
            guard value.map(range.contains) ?? true else { throw .outOfRange(field, range) }
        }
        for id in strategiesOff where strategies[id] == nil { throw .strategyUnknown(id) }
        guard strategies.strategies.contains(where: { !strategiesOff.contains($0.id) }) else { throw .noStrategyLeft }
    }
}
