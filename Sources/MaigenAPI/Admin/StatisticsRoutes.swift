import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// How the platform is doing.
struct StatisticsRoutes {
    let read: ReadStatistics
    let broker: Broker

    func add(to administrators: RouterGroup<AdministratorContext>) {
        administrators.get("admin/statistics") { request, context in
            let query = try Query(request)
            let days = try query.value("days") { text in Int(text).flatMap { (1...366).contains($0) ? $0 : nil } }
            let offset = try query.value("offsetMinutes") { text in
                Int(text).flatMap { (-840...840).contains($0) ? $0 : nil }
            }
            let statistics = try await read(
                days: days ?? 30, offset: .seconds((offset ?? 480) * 60), by: context.signedIn)
            return JSONAnswer(StatisticsBody(statistics))
        }
        administrators.get("admin/health") { _, context in
            var queues: [HealthBody.Queue] = []
            for queue in WorkQueue.allCases {
                let depth = try await broker.queues.depth(of: queue)
                queues.append(
                    HealthBody.Queue(
                        name: queue, title: queue.title[context.language], waiting: depth.waiting, held: depth.held))
            }
            let beats = try await broker.beats.beats()
            return JSONAnswer(HealthBody(queues: queues, workers: beats.map(HealthBody.Worker.init)))
        }
    }
}

/// Queues and workers.
struct HealthBody: Encodable, Sendable {
    var queues: [Queue]
    var workers: [Worker]

    struct Queue: Encodable, Sendable {
        var name: WorkQueue
        var title: String
        var waiting: Int
        var held: Int
    }

    struct Worker: Encodable, Sendable {
        var id: String
        var role: WorkerRole
        var process: String
        var since: Moment
        var seenAt: Moment
        var task: String?
        var attempt: Int?

        init(_ beat: WorkerBeat) {
            id = beat.worker.rawValue
            role = beat.role
            process = beat.process
            since = Moment(beat.since)
            seenAt = Moment(beat.at)
            task = beat.task?.task.rawValue
            attempt = beat.task?.attempt
        }
    }
}

/// The statistics.
struct StatisticsBody: Encodable, Sendable {
    var days: [Day]
    var users: Int
    var disabledUsers: Int
    var tasks: [String: Int]
    var successRate: Double?
    var stages: [Stage]
    var points: [String: Points]
    var held: Points
    var community: Community

    struct Day: Encodable, Sendable {
        var start: Moment
        var users: Int
        var submitted: Int
        var completed: Int
        var failed: Int
        var cancelled: Int
        var pointsIn: Points
        var pointsOut: Points
    }

    struct Stage: Encodable, Sendable {
        var state: TaskState
        var count: Int
        var p50Milliseconds: Int64?
        var p95Milliseconds: Int64?
    }

    struct Community: Encodable, Sendable {
        var shares: [String: Int]
        var likes: Int
        var purchases: Int
        var turnover: Points
    }

    init(_ statistics: Statistics) {
        days = statistics.days.map { day in
            Day(
                start: Moment(day.start), users: day.users, submitted: day.submitted, completed: day.completed,
                failed: day.failed, cancelled: day.cancelled, pointsIn: day.pointsIn, pointsOut: day.pointsOut)
        }
        users = statistics.users
        disabledUsers = statistics.disabledUsers
        tasks = Self.byName(TaskState.self) { statistics.tasks[$0] ?? 0 }
        successRate = statistics.successRate
        stages = statistics.stages.map { stage in
            Stage(
                state: stage.state, count: stage.count, p50Milliseconds: stage.median?.milliseconds,
                p95Milliseconds: stage.percentile95?.milliseconds)
        }
        points = Self.byName(RecordKind.self) { statistics.points[$0] ?? .zero }
        held = statistics.held
        community = Community(
            shares: Self.byName(ShareState.self) { statistics.community.shares[$0] ?? 0 },
            likes: statistics.community.likes, purchases: statistics.community.purchases,
            turnover: statistics.community.turnover)
    }

    /// Every case by its name, also those of which there are none.
    private static func byName<Case: CaseIterable & RawRepresentable<String>, Value>(
        _ type: Case.Type, _ value: (Case) -> Value
    ) -> [String: Value] {
        Dictionary(uniqueKeysWithValues: type.allCases.map { ($0.rawValue, value($0)) })
    }
}
