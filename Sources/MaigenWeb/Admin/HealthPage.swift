import MaigenDomain

/// Queues and workers.
struct HealthPage: PageModel {
    static let template = "office-health"
    let isAtHealth = true
    var queues: [Queue]
    var workers: [Worker]
    var hasWorkers: Bool
    /// Roles of which nobody is alive: nothing will happen there.
    var missing: [String]

    struct Queue: Sendable {
        var title: String
        var waiting: String
        var held: String
    }

    struct Worker: Sendable {
        var role: String
        var process: String
        var since: MomentText
        var seen: String
        var task: String?
        var attempt: String?
    }

    init(
        _ depths: [(queue: WorkQueue, depth: QueueDepth)], _ beats: [WorkerBeat], _ texts: SiteTexts, at now: Timestamp,
        in language: Language
    ) {
        func title(_ role: WorkerRole) -> String { texts["office.role.\(role.rawValue)"]?[language] ?? "" }
        queues = depths.map {
            Queue(title: $0.queue.title[language], waiting: "\($0.depth.waiting)", held: "\($0.depth.held)")
        }
        workers = beats.map { beat in
            Worker(
                role: title(beat.role), process: beat.process, since: MomentText(beat.since),
                seen: DurationText.age(of: beat.at, at: now, in: language), task: beat.task?.task.rawValue,
                attempt: beat.task.map { "\($0.attempt)" })
        }
        hasWorkers = !workers.isEmpty
        missing = WorkerRole.allCases.filter { role in !beats.contains { $0.role == role } }.map(title)
    }
}
