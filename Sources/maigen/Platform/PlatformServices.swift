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

/// Removes what can never be used again, every hour.
struct Housekeeping: Service {
    let removeExpired: RemoveExpired
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await removeExpired()
                } catch {
                    logger.error("housekeeping failed", metadata: ["failure": "\(error)"])
                }
                // Ends early only where the process does.
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }
}

/// Keeps statistics ready that take long to add up.
struct StatisticsRenewal: Service {
    let statistics: KeptStatistics
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                var took = Duration.zero
                do {
                    took = try await statistics.renew()
                } catch {
                    logger.error("statistics were not renewed", metadata: ["failure": "\(error)"])
                }
                // At most a fiftieth of one reader's time. Ends early only where the process does.
                try? await Task.sleep(for: .seconds(60) + took * 50)
            }
        }
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
