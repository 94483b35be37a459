/// How the platform is doing, over the last days and in all.
package struct Statistics: Sendable, Hashable {
    /// One line for each of the last days, oldest first, days without anything included.
    package var days: [Day]
    /// Accounts in all.
    package var users: Int
    /// Accounts that are disabled.
    package var disabledUsers: Int
    /// Tasks in all, by where they stand.
    package var tasks: [TaskState: Int]
    /// How long each stage took, of the stages that ended in these days.
    package var stages: [Stage]
    /// Points that people got (+) and gave (−) in these days, by kind.
    package var points: [RecordKind: Points]
    /// What everybody holds together.
    package var held: Points
    /// The community in all.
    package var community: Community
    /// When this was added up, where that was some time ago.
    package var asOf: Timestamp?

    /// One day.
    package struct Day: Sendable, Hashable {
        /// When it begins.
        package var start: Timestamp
        /// Accounts opened.
        package var users: Int
        /// Tasks submitted.
        package var submitted: Int
        /// Tasks completed.
        package var completed: Int
        /// Tasks failed.
        package var failed: Int
        /// Tasks cancelled.
        package var cancelled: Int
        /// Points that people got.
        package var pointsIn: Points
        /// Points that people gave, as a positive number.
        package var pointsOut: Points

        package init(
            start: Timestamp, users: Int = 0, submitted: Int = 0, completed: Int = 0, failed: Int = 0,
            cancelled: Int = 0, pointsIn: Points = 0, pointsOut: Points = 0
        ) {
            self.start = start
            self.users = users
            self.submitted = submitted
            self.completed = completed
            self.failed = failed
            self.cancelled = cancelled
            self.pointsIn = pointsIn
            self.pointsOut = pointsOut
        }
    }

    /// The days added up, `count` at a time, so that the newest are whole; the first span may be shorter.
    package func spans(of count: Int) -> [Day] {
        let first = days.count % count
        let starts = (first == 0 ? [] : [0]) + Array(stride(from: first, to: days.count, by: count))
        return starts.map { start in
            let span = days[start..<(start < first ? first : start + count)]
            return span.dropFirst().reduce(into: span[start]) { sum, day in
                sum.users += day.users
                sum.submitted += day.submitted
                sum.completed += day.completed
                sum.failed += day.failed
                sum.cancelled += day.cancelled
                sum.pointsIn = sum.pointsIn + day.pointsIn
                sum.pointsOut = sum.pointsOut + day.pointsOut
            }
        }
    }

    /// How long one stage took.
    package struct Stage: Sendable, Hashable {
        /// Which: pending, analyzing, generating or validating.
        package var state: TaskState
        /// How many were measured.
        package var count: Int
        /// Half of them took no longer; nil where there were none.
        package var median: Duration?
        /// 95 of 100 took no longer; nil where there were none.
        package var percentile95: Duration?

        package init(state: TaskState, count: Int, median: Duration?, percentile95: Duration?) {
            self.state = state
            self.count = count
            self.median = median
            self.percentile95 = percentile95
        }
    }

    /// The community in all.
    package struct Community: Sendable, Hashable {
        /// Shares by state.
        package var shares: [ShareState: Int]
        /// Likes of approved shares.
        package var likes: Int
        /// Purchases.
        package var purchases: Int
        /// Points paid for them.
        package var turnover: Points

        package init(shares: [ShareState: Int], likes: Int, purchases: Int, turnover: Points) {
            self.shares = shares
            self.likes = likes
            self.purchases = purchases
            self.turnover = turnover
        }
    }

    /// Completed of all tasks that completed or failed in these days, 0 to 1; nil where none did.
    package var successRate: Double? {
        let completed = days.reduce(0) { $0 + $1.completed }
        let failed = days.reduce(0) { $0 + $1.failed }
        return completed + failed == 0 ? nil : Double(completed) / Double(completed + failed)
    }

    package init(
        days: [Day], users: Int, disabledUsers: Int, tasks: [TaskState: Int], stages: [Stage],
        points: [RecordKind: Points], held: Points, community: Community
    ) {
        self.days = days
        self.users = users
        self.disabledUsers = disabledUsers
        self.tasks = tasks
        self.stages = stages
        self.points = points
        self.held = held
        self.community = community
    }
}

/// Which days statistics are about.
package struct StatisticsPeriod: Sendable, Hashable {
    /// When the first day begins.
    package var start: Timestamp
    /// How many days.
    package var count: Int

    /// A day in milliseconds.
    package static let day: Int64 = 86_400_000
    /// Where the site cuts its days, wherever the server stands: as in China.
    package static let siteOffset = Duration.seconds(8 * 3600)
    /// The periods that the site offers, in days.
    package static let offered = [7, 30, 90, 365]

    /// The last `count` days, today included, in a time zone that is `offset` ahead of UTC. `count` is moved to the
    /// nearest of 1 ... 366, `offset` within ± 14 hours.
    package init(days count: Int, upTo moment: Timestamp, offset: Duration = .zero) {
        let fourteenHours: Int64 = 14 * 3_600_000
        let shift = min(max(offset.milliseconds, -fourteenHours), fourteenHours)
        self.count = min(max(count, 1), 366)
        // Rounded down, also before 1970.
        let local = moment.milliseconds + shift
        let today = (local - ((local % Self.day) + Self.day) % Self.day) - shift
        start = Timestamp(milliseconds: today - Int64(self.count - 1) * Self.day)
    }

    /// When the last day ends.
    package var end: Timestamp { Timestamp(milliseconds: start.milliseconds + Int64(count) * Self.day) }
}

/// Adds up what the platform keeps.
package protocol StatisticsStore: Sendable {
    /// The numbers of `period`, and those in all.
    func statistics(of period: StatisticsPeriod) async throws(StoreFailure) -> Statistics
}
