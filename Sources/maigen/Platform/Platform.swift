import Foundation
import Logging
import MaigenBroker
import MaigenDomain
import MaigenMail
import MaigenSecrets
import MaigenServices
import MaigenStorage

/// The parts of the platform that its commands share, opened.
struct Platform {
    let configuration: Configuration
    let logger: Logger
    let database: SQLiteDatabase
    let store: Store
    let surroundings: Surroundings
    let mail: MailQueue
    let tools: AccountTools

    /// Opens what `configuration` names, making it where it is missing, and brings the tables up to date.
    init(_ configuration: Configuration, logger: Logger) async throws(StartFailure) {
        self.configuration = configuration
        self.logger = logger
        do {
            try FileManager.default.createDirectory(
                atPath: configuration.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            database = try SQLiteDatabase(path: configuration.database)
            try await Migrator().migrate(database)
            store = Store(database)
            surroundings = Surroundings(limits: InProcessRateLimits())
            mail = try Self.mail(configuration.mail, logger)
            tools = AccountTools(
                accounts: store, secrets: try SodiumSecrets(), mailer: mail, surroundings: surroundings)
        } catch {
            throw StartFailure(detail: "\(error)")
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
