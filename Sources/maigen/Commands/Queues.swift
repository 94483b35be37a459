import ArgumentParser
import Logging
import MaigenBroker
import MaigenDomain

/// `maigen queues`: the queues between processes, and who works on them.
struct Queues: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: HelpText.queues[Console.language], subcommands: [List.self, Redrive.self],
            defaultSubcommand: List.self)
    }

    /// `maigen queues list`: how full each queue is, how old its oldest message, and who lives.
    struct List: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: HelpText.queuesList[Console.language])
        }

        @Flag(help: HelpText.json.argument) var json = false

        func run() async throws {
            try await Queues.open { broker in
                let sight = try await QueuesSight(broker)
                guard !json else { return try Console.writeJSON(sight) }
                for line in sight.lines { Console.write(line) }
            }
        }
    }

    /// `maigen queues redrive`: sends dead letters again.
    struct Redrive: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: HelpText.queuesRedrive[Console.language])
        }

        @Argument(help: HelpText.queue.argument) var queue: String?

        func run() async throws {
            let queues = try queue.map { [try Self.queue($0)] } ?? WorkQueue.allCases
            try await Queues.open { broker in
                for queue in queues {
                    let count = try await broker.queues.redrive(queue)
                    Console.write(
                        Localized(
                            zh: "\(queue.rawValue)：重新投递 \(count) 条", en: "\(queue.rawValue): \(count) sent again"))
                }
            }
        }

        private static func queue(_ text: String) throws(ExitStatus) -> WorkQueue {
            guard let queue = WorkQueue(rawValue: text) else {
                let names = WorkQueue.allCases.map(\.rawValue).joined(separator: ", ")
                Console.complain(Localized(zh: "没有队列 \(text)；有：\(names)", en: "no queue \(text); there are \(names)"))
                throw .wrongUse
            }
            return queue
        }
    }

    /// Opens the broker that processes share, for one command.
    private static func open(_ body: (Broker) async throws -> Void) async throws {
        let configuration = try Configuration.standard()
        guard let address = configuration.redis else {
            Console.complain(
                ConfigurationError.incomplete("maigen queues", needs: ConfigurationKey.redisURL.variable).message)
            throw ExitStatus.wrongUse
        }
        let redis = RedisBroker(address)
        defer { redis.close() }
        do {
            try await body(redis.broker)
        } catch let failure as StoreFailure {
            throw StartFailure(detail: failure.detail).complain()
        }
    }
}

/// Queues and workers at one moment.
private struct QueuesSight: Encodable {
    struct Queue: Encodable {
        var name: WorkQueue
        var waiting: Int
        var held: Int
        var oldestSeconds: Double?
        var deliveries: Int
        var dead: Int
    }

    struct Worker: Encodable {
        var id: String
        var role: WorkerRole
        var process: String
        var silentSeconds: Double
        var task: String?
        var attempt: Int?
    }

    var queues: [Queue] = []
    var workers: [Worker]

    init(_ broker: Broker, clock: WallClock = .system) async throws(StoreFailure) {
        workers = try await broker.beats.beats().map { beat in
            Worker(
                id: beat.worker.rawValue, role: beat.role, process: beat.process,
                silentSeconds: (clock.now() - beat.at).fractionalSeconds, task: beat.task?.task.rawValue,
                attempt: beat.task?.attempt)
        }
        for queue in WorkQueue.allCases {
            let condition = try await broker.queues.condition(of: queue)
            queues.append(
                Queue(
                    name: queue, waiting: condition.depth.waiting, held: condition.depth.held,
                    oldestSeconds: condition.oldest?.fractionalSeconds,
                    deliveries: condition.deliveries, dead: condition.dead))
        }
    }

    /// For a person.
    var lines: [String] {
        var (depths, loops) = (TextTable(columns: Self.queueColumns), TextTable(columns: Self.workerColumns))
        depths.rows = queues.map { queue in
            [
                queue.name.rawValue, "\(queue.waiting)", "\(queue.held)", queue.oldestSeconds.map(Self.seconds) ?? "–",
                "\(queue.deliveries)", "\(queue.dead)",
            ]
        }
        loops.rows = workers.map { worker in
            [
                worker.role.rawValue, worker.process, Self.seconds(worker.silentSeconds),
                worker.task.map { "\($0) (\(worker.attempt ?? 0))" } ?? "–",
            ]
        }
        return depths.lines(width: Console.width) + [""] + loops.lines(width: Console.width)
    }

    private static func seconds(_ seconds: Double) -> String { "\((seconds * 10).rounded() / 10) s" }

    private static let queueColumns = [
        column(zh: "队列", en: "queue"), column(zh: "等待", en: "waiting", isNumber: true),
        column(zh: "租约", en: "leases", isNumber: true), column(zh: "最早", en: "oldest", isNumber: true),
        column(zh: "投递次数", en: "deliveries", isNumber: true), column(zh: "死信", en: "dead", isNumber: true),
    ]
    private static let workerColumns = [
        column(zh: "角色", en: "role"), column(zh: "进程", en: "process"),
        column(zh: "静默", en: "silent", isNumber: true), column(zh: "任务（尝试）", en: "task (attempt)"),
    ]

    private static func column(zh: String, en: String, isNumber: Bool = false) -> TextTable.Column {
        TextTable.Column(title: Localized(zh: zh, en: en)[Console.language], isNumber: isNumber)
    }
}
