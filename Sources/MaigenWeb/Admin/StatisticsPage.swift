import MaigenDomain

/// How the platform is doing: figures and charts.
struct StatisticsPage: PageModel {
    static let template = "office-statistics"
    let isAtStatistics = true
    /// When the numbers were added up, where that was some time ago.
    var asOf: MomentText?
    var periods: [Choice]
    var days: String
    var figures: [Figure]
    var taskDays: SafeHTML
    var taskStates: SafeHTML
    var stages: [Stage]
    var stageChart: SafeHTML
    var pointDays: SafeHTML
    var pointKinds: SafeHTML
    var userDays: SafeHTML
    var community: [Figure]
    var shareStates: SafeHTML
    var rows: [Row]
    /// Whether charts and rows are weeks.
    var isByWeek: Bool
    /// Beyond so many days nobody tells one bar from the next.
    private static let longestByDay = 90

    struct Figure: Sendable {
        var value: String
        var name: String
    }

    struct Stage: Sendable {
        var name: String
        var count: String
        var median: String
        var percentile95: String
    }

    /// One day in numbers, for those who do not see charts.
    struct Row: Sendable {
        var day: String
        var users: String
        var submitted: String
        var completed: String
        var failed: String
        var cancelled: String
        var pointsIn: String
        var pointsOut: String
    }

    /// - Parameter offset: how far the days are ahead of UTC.
    init(_ statistics: Statistics, offset: Duration, _ texts: SiteTexts, in language: Language) {
        func text(_ key: String) -> String { texts["office." + key]?[language] ?? "" }
        let count = statistics.days.count
        days = "\(count)"
        asOf = statistics.asOf.map(MomentText.init)
        periods = StatisticsPeriod.offered.map { Choice(value: "\($0)", text: "\($0)", isChosen: $0 == count) }
        isByWeek = count > Self.longestByDay
        let spans = statistics.spans(of: isByWeek ? 7 : 1)
        let dates = spans.map { Self.date($0.start + offset) }
        let labels = dates.map { String($0.suffix(5)) }
        func values(_ value: (Statistics.Day) -> Int) -> [Double] { spans.map { Double(value($0)) } }
        let submitted = statistics.days.reduce(0) { $0 + $1.submitted }
        figures = [
            Figure(value: Self.number(statistics.users), name: text("users")),
            Figure(value: Self.number(statistics.disabledUsers), name: text("disabledUsers")),
            Figure(value: Self.number(statistics.tasks.values.reduce(0, +)), name: text("tasksInAll")),
            Figure(value: Self.number(submitted), name: text("tasksInPeriod")),
            Figure(value: Self.rate(statistics.successRate), name: text("successRate")),
            Figure(value: NumberText.grouped(statistics.held.count), name: text("held")),
        ]
        taskDays =
            BarChart(
                title: text("taskDays"), labels: labels,
                parts: [
                    .init(name: TaskState.completed.title[language], kind: "bar good", values: values(\.completed)),
                    .init(name: TaskState.failed.title[language], kind: "bar bad", values: values(\.failed)),
                    .init(name: TaskState.cancelled.title[language], kind: "bar plain", values: values(\.cancelled)),
                ]
            ).html
        taskStates =
            RankChart(
                title: text("taskStates"),
                rows: TaskState.allCases.map { state in
                    let count = statistics.tasks[state] ?? 0
                    let kind = state == .completed ? "bar good" : state == .failed ? "bar bad" : "bar"
                    return .init(
                        name: state.title[language], text: Self.number(count), kind: kind, value: Double(count))
                }
            ).html
        stages = statistics.stages.map { stage in
            Stage(
                name: stage.state.title[language], count: Self.number(stage.count),
                median: stage.median.map { DurationText.text($0, in: language) } ?? "–",
                percentile95: stage.percentile95.map { DurationText.text($0, in: language) } ?? "–")
        }
        stageChart =
            RankChart(
                title: text("stages"),
                rows: statistics.stages.flatMap { stage -> [RankChart.Row] in
                    [("p50", stage.median, "bar"), ("p95", stage.percentile95, "bar slow")].map { name, time, kind in
                        .init(
                            name: "\(stage.state.title[language]) \(name)",
                            text: time.map { DurationText.text($0, in: language) } ?? "–", kind: kind,
                            value: Double(time?.milliseconds ?? 0))
                    }
                }
            ).html
        pointDays =
            BarChart(
                title: text("pointDays"), labels: labels,
                parts: [
                    .init(name: text("pointsIn"), kind: "bar good", values: values { Int($0.pointsIn.count) }),
                    .init(name: text("pointsOut"), kind: "bar bad", values: values { Int($0.pointsOut.count) }),
                ]
            ).html
        pointKinds =
            RankChart(
                title: text("pointKinds"),
                rows: RecordKind.allCases.map { kind in
                    let amount = statistics.points[kind]?.count ?? 0
                    return .init(
                        name: kind.title[language], text: NumberText.signed(amount),
                        kind: amount < 0 ? "bar bad" : "bar good", value: Double(amount.magnitude))
                }
            ).html
        userDays =
            BarChart(
                title: text("userDays"), labels: labels,
                parts: [.init(name: text("newUsers"), kind: "bar", values: values(\.users))]
            ).html
        let shared = statistics.community
        community = [
            Figure(value: Self.number(shared.purchases), name: text("purchases")),
            Figure(value: NumberText.grouped(shared.turnover.count), name: text("turnover")),
            Figure(value: Self.number(shared.likes), name: text("likes")),
        ]
        shareStates =
            RankChart(
                title: text("shareStates"),
                rows: ShareState.allCases.map { state in
                    let count = shared.shares[state] ?? 0
                    let kind = state == .approved ? "bar good" : state == .rejected ? "bar bad" : "bar"
                    return .init(
                        name: state.title[language], text: Self.number(count), kind: kind, value: Double(count))
                }
            ).html
        rows = zip(spans, dates).reversed().map { day, date in
            Row(
                day: date, users: Self.number(day.users), submitted: Self.number(day.submitted),
                completed: Self.number(day.completed), failed: Self.number(day.failed),
                cancelled: Self.number(day.cancelled), pointsIn: NumberText.grouped(day.pointsIn.count),
                pointsOut: NumberText.grouped(day.pointsOut.count))
        }
    }

    private static func number(_ count: Int) -> String { NumberText.grouped(Int64(count)) }

    private static func rate(_ rate: Double?) -> String {
        guard let rate else { return "–" }
        return NumberText.short(rate * 100) + "%"
    }

    /// The day of a moment in UTC: 2026-11-24.
    private static func date(_ moment: Timestamp) -> String { String(MomentText(moment).datetime.prefix(10)) }
}
