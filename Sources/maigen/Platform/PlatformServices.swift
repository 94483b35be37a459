import Logging
import MaigenDomain
import MaigenMail
import MaigenModels
import MaigenServices
import ServiceLifecycle

/// Delivers mail until the process ends, and then what still waits.
struct MailService: Service {
    let queue: MailQueue

    func run() async throws {
        await withGracefulShutdownHandler {
            await queue.run()
        } onGracefulShutdown: {
            queue.finish()
        }
    }
}

/// Does something again and again until the process ends. A failure is logged, and the next round tries again.
struct Chore: Service {
    /// What it is called in the log.
    let name: String
    let logger: Logger
    /// One round; answers how long to pause after it.
    let round: @Sendable () async throws -> Duration
    /// The pause after a round that failed.
    let patience: Duration

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                var pause = patience
                do {
                    pause = try await round()
                } catch {
                    logger.error("\(name) failed", metadata: ["failure": "\(error)"])
                }
                // Ends early only where the process does.
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// Removes what can never be used again, every hour.
    static func housekeeping(_ removeExpired: RemoveExpired, _ logger: Logger) -> Chore {
        let hour = Duration.seconds(3600)
        return Chore(
            name: "housekeeping", logger: logger,
            round: {
                try await removeExpired()
                return hour
            }, patience: hour)
    }

    /// Keeps statistics ready that take long to add up: in at most a fiftieth of one reader's time.
    static func statistics(_ statistics: KeptStatistics, _ logger: Logger) -> Chore {
        let minute = Duration.seconds(60)
        return Chore(
            name: "the renewal of statistics", logger: logger,
            round: { minute + (try await statistics.renew()) * 50 }, patience: minute)
    }
}

/// Closes the connections to the language model when the process ends.
struct ModelConnections: Service {
    let model: OpenAIModel?

    func run() async throws {
        // Ends with the process.
        try? await gracefulShutdown()
        await model?.close()
    }
}
