import Foundation
import Logging
import MaigenBroker
import MaigenDomain
import MaigenFiles
import MaigenMail
import MaigenSecrets
import MaigenServices
import MaigenStorage
import MaigenTestData

/// The parts of the platform that its commands share, opened.
struct Platform {
    let configuration: Configuration
    let logger: Logger
    let database: any Database
    let store: Store
    let surroundings: Surroundings
    let mail: MailQueue
    let broker: Broker
    let files: any FileStore
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
        self.configuration = configuration
        self.logger = logger
        do {
            try FileManager.default.createDirectory(
                atPath: configuration.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            database = try Self.database(configuration)
            try await Migrator().migrate(database)
            store = Store(database)
            surroundings = Surroundings(limits: InProcessRateLimits())
            statistics = KeptStatistics(store, clock: surroundings.clock)
            mail = try Self.mail(configuration.mail, logger)
            files = try Self.files(configuration.files)
            broker = .inProcess()
            accounts = AccountTools(
                accounts: store, secrets: try SodiumSecrets(cost: cost), mailer: mailer ?? mail,
                surroundings: surroundings)
            tasks = TaskTools(
                tasks: store, settings: store, strategies: Self.strategies,
                signals: .announcing(by: broker.announcements, logger), surroundings: surroundings)
            community = CommunityTools(community: store, surroundings: surroundings)
        } catch {
            throw StartFailure(detail: "\(error)")
        }
    }

    /// Closes its connections.
    func close() async {
        await files.close()
        await database.close()
    }

    private static func files(_ address: FilesAddress) throws(FileFault) -> any FileStore {
        switch address {
        case .folder(let folder): try DirectoryFileStore(folder: folder)
        case .s3(let address): S3FileStore(address)
        }
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
