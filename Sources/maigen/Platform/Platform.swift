import Foundation
import Logging
import MaigenDomain
import MaigenFiles
import MaigenMail
import MaigenSecrets
import MaigenServices
import MaigenStorage
import MaigenTestData

/// The parts of the platform that its commands share, opened.
struct Platform {
    let workshop: Workshop
    let database: any Database
    let store: Store
    let surroundings: Surroundings
    let mail: MailQueue
    let statistics: KeptStatistics
    let accounts: AccountTools
    let tasks: TaskTools
    let community: CommunityTools
    /// Every preset that can be switched on.
    static let strategies = StrategyCatalogue(Strategy.all)

    /// Opens what `configuration` names, making it where it is missing, and brings the tables up to date.
    ///
    /// - Parameters:
    ///   - cost: what hashing a password costs; less than recommended in tests only
    ///   - mailer: takes messages in place of the configured mail server; in tests only
    init(
        _ configuration: Configuration, logger: Logger, cost: PasswordCost = .recommended,
        mailer: (any Mailer)? = nil
    ) async throws(StartFailure) {
        workshop = try Workshop(configuration, logger: logger)
        do {
            database = try Self.database(configuration)
            try await Migrator().migrate(database)
            store = Store(database)
            surroundings = Surroundings(limits: workshop.limits)
            statistics = KeptStatistics(store, clock: surroundings.clock)
            mail = try Self.mail(configuration.mail, logger)
            accounts = AccountTools(
                accounts: store, secrets: try SodiumSecrets(cost: cost), mailer: mailer ?? mail,
                surroundings: surroundings)
            tasks = TaskTools(
                tasks: store, settings: store, strategies: Self.strategies,
                signals: .announcing(by: workshop.broker.announcements, logger), surroundings: surroundings)
            community = CommunityTools(community: store, surroundings: surroundings)
        } catch {
            throw StartFailure(detail: "\(error)")
        }
    }

    var configuration: Configuration { workshop.configuration }
    var logger: Logger { workshop.logger }
    var broker: Broker { workshop.broker }
    var files: any FileStore { workshop.files }

    /// Lets go of the stores; nothing may use them any more.
    func close() async {
        await workshop.close()
        await database.close()
    }

    private static func database(_ configuration: Configuration) throws(SQLError) -> any Database {
        switch configuration.database {
        case .sqlite(let path): try SQLiteDatabase(path: path)
        case .postgres(let url): try PostgresDatabase(url, connections: configuration.databaseConnections)
        }
    }

    private static func mail(_ mail: Configuration.Mail, _ logger: Logger) throws(MailFailure) -> MailQueue {
        let transport: any MailTransport
        let sender: EmailAddress
        switch mail {
        case .outbox(let folder, let from): (transport, sender) = (try OutboxTransport(folder: folder), from)
        case .server(let server): (transport, sender) = (SMTPTransport(server), server.sender)
        }
        return MailQueue(writer: LetterWriter(from: sender), transport: transport) { report in
            // The address is what whoever looks for a lost letter knows; what the letter says is nobody's business.
            switch report {
            case .delivered(let address): logger.info("mail delivered", metadata: ["to": "\(address.text)"])
            case .delayed(let address, let failure):
                logger.warning("mail delayed", metadata: ["to": "\(address.text)", "failure": "\(failure.detail)"])
            case .lost(let address, let failure):
                logger.error("mail lost", metadata: ["to": "\(address.text)", "failure": "\(failure.detail)"])
            }
        }
    }
}

/// The platform could not start, for a reason outside it.
struct StartFailure: Error {
    /// In technical words.
    var detail: String

    /// Says so, and gives the status to end with.
    func complain() -> ExitStatus {
        Console.complain(Localized(zh: "无法启动：\(detail)", en: "cannot start: \(detail)"))
        return .internalFault
    }
}

extension TaskSignals {
    /// Tells whoever listens. Nobody depends on it: they look by themselves soon after.
    fileprivate static func announcing(by announcements: any Announcements, _ logger: Logger) -> TaskSignals {
        @Sendable func announce(_ topic: Topic) async {
            do {
                try await announcements.announce(topic)
            } catch {
                logger.warning("announcement lost", metadata: ["failure": "\(error.detail)"])
            }
        }
        return TaskSignals(changed: { await announce(.task($0)) }, outboxFilled: { await announce(.dispatches) })
    }
}
