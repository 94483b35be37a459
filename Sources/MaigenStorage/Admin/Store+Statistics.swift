import MaigenDomain

extension Store: StatisticsStore {
    package func statistics(of period: StatisticsPeriod) async throws(StoreFailure) -> Statistics {
        try await read { session in
            let count = StatisticsCount(session, period)
            return Statistics(
                days: try count.days(), users: try count.number("SELECT count(*) AS number FROM users"),
                disabledUsers: try count.number(
                    "SELECT count(*) AS number FROM users WHERE disabled_at IS NOT NULL"),
                tasks: try count.byState("tasks", TaskState.init(rawValue:)), stages: try count.stages(),
                points: try count.points(),
                held: Points(
                    try session.row(
                        "SELECT CAST(coalesce(sum(balance), 0) AS BIGINT) AS number FROM points_accounts "
                            + "WHERE user_id IS NOT NULL")?.int("number") ?? 0),
                community: try count.community())
        }
    }
}

/// Adds up one period on one view of the database.
private struct StatisticsCount {
    private let session: any SQLSession
    private let period: StatisticsPeriod

    init(_ session: any SQLSession, _ period: StatisticsPeriod) {
        self.session = session
        self.period = period
    }

    func number(_ sql: String) throws(SQLError) -> Int { Int(try session.row(sql)?.int("number") ?? 0) }

    func byState<State: Hashable>(_ table: String, _ parse: (String) -> State?) throws(SQLError) -> [State: Int] {
        var counts: [State: Int] = [:]
        for row in try session.rows("SELECT state, count(*) AS number FROM \(table) GROUP BY state") {
            counts[try row.parsed("state", parse)] = Int(try row.int("number"))
        }
        return counts
    }

    func days() throws(SQLError) -> [Statistics.Day] {
        var days = (0..<period.count).map { index in
            Statistics.Day(
                start: Timestamp(milliseconds: period.start.milliseconds + Int64(index) * StatisticsPeriod.day))
        }
        for row in try byDay("users", "created_at") { days[try day(row)].users = Int(try row.int("number")) }
        for row in try byDay("tasks", "created_at") { days[try day(row)].submitted = Int(try row.int("number")) }
        for row in try byDay("tasks", "finished_at", and: ", state") {
            let (index, number) = (try day(row), Int(try row.int("number")))
            switch try row.parsed("state", TaskState.init(rawValue:)) {
            case .completed: days[index].completed = number
            case .failed: days[index].failed = number
            case .cancelled: days[index].cancelled = number
            case .pending, .analyzing, .generating, .validating: break
            }
        }
        for row in try pointsRows("(t.created_at - $1) / \(StatisticsPeriod.day) AS day", "day") {
            days[try day(row)].pointsIn = try row.points("gained")
            days[try day(row)].pointsOut = try row.points("given")
        }
        return days
    }

    func points() throws(SQLError) -> [RecordKind: Points] {
        var points: [RecordKind: Points] = [:]
        for row in try pointsRows("e.kind", "e.kind") {
            points[try row.parsed("kind", RecordKind.init(rawValue:))] = try row.points("gained") - row.points("given")
        }
        return points
    }

    func stages() throws(SQLError) -> [Statistics.Stage] {
        var stages: [Statistics.Stage] = []
        for state in TaskState.allCases where !state.isFinal {
            let count = try session.row(
                "SELECT count(*) AS number FROM task_stages WHERE state = $1 AND ended_at >= $2 AND ended_at < $3",
                .text(state.rawValue), .at(period.start), .at(period.end))
            let number = Int(try count?.int("number") ?? 0)
            stages.append(
                Statistics.Stage(
                    state: state, count: number, median: try percentile(50, of: number, state),
                    percentile95: try percentile(95, of: number, state)))
        }
        return stages
    }

    func community() throws(SQLError) -> Statistics.Community {
        let sums = try session.row(
            """
            SELECT count(*) AS purchases, CAST(coalesce(sum(price), 0) AS BIGINT) AS turnover,
                (SELECT count(*) FROM share_likes) AS likes
            FROM share_purchases
            """)
        return Statistics.Community(
            shares: try byState("shares", ShareState.init(rawValue:)), likes: Int(try sums?.int("likes") ?? 0),
            purchases: Int(try sums?.int("purchases") ?? 0), turnover: try sums?.points("turnover") ?? .zero)
    }

    /// The nearest rank: the smallest duration that `percent` of 100 do not exceed.
    private func percentile(_ percent: Int, of count: Int, _ state: TaskState) throws(SQLError) -> Duration? {
        guard count > 0 else { return nil }
        let row = try session.row(
            """
            SELECT duration FROM task_stages WHERE state = $1 AND ended_at >= $2 AND ended_at < $3
            ORDER BY duration LIMIT 1 OFFSET $4
            """, .text(state.rawValue), .at(period.start), .at(period.end),
            .int(Int64((count * percent + 99) / 100 - 1)))
        return try row.map { row throws(SQLError) in .milliseconds(try row.int("duration")) }
    }

    private func byDay(_ table: String, _ column: String, and group: String = "") throws(SQLError) -> [SQLRow] {
        try session.rows(
            """
            SELECT (\(column) - $1) / \(StatisticsPeriod.day) AS day, count(*) AS number\(group) FROM \(table)
            WHERE \(column) >= $1 AND \(column) < $2 GROUP BY (\(column) - $1) / \(StatisticsPeriod.day)\(group)
            """, .at(period.start), .at(period.end))
    }

    /// What people's accounts got and gave, by `group`.
    private func pointsRows(_ column: String, _ group: String) throws(SQLError) -> [SQLRow] {
        try session.rows(
            """
            SELECT \(column), CAST(coalesce(sum(e.amount) FILTER (WHERE e.amount > 0), 0) AS BIGINT) AS gained,
                CAST(coalesce(sum(-e.amount) FILTER (WHERE e.amount < 0), 0) AS BIGINT) AS given
            FROM points_transfers t JOIN points_entries e ON e.transfer_id = t.id
            WHERE t.created_at >= $1 AND t.created_at < $2 AND e.account_id NOT LIKE 'system:%'
            GROUP BY \(group)
            """, .at(period.start), .at(period.end))
    }

    private func day(_ row: SQLRow) throws(SQLError) -> Int { Int(try row.int("day")) }
}
