import ArgumentParser
import Logging
import MaigenDomain
import MaigenHTTP
import MaigenSandbox
import MaigenServices
import ServiceLifecycle

/// `maigen serve`: the platform, or one of its roles, until it is told to stop.
struct Serve: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: HelpText.serve[Console.language])
    }

    @Option(help: HelpText.role.argument) var role: String?
    @Option(help: HelpText.host.argument) var host: String?
    @Option(help: HelpText.port.argument) var port: String?
    @Option(help: HelpText.data.argument) var data: String?

    func run() async throws {
        var configuration = try Configuration.standard([.role: role, .host: host, .port: port, .data: data])
        let logger = Logger.standard(level: configuration.logLevel)
        do {
            // Links name the port, so it must be known before anything is built.
            if configuration.port == 0 {
                let free = try await Server.freePort(at: configuration.host)
                configuration = try .standard([.role: role, .host: host, .port: "\(free)", .data: data])
            }
            try await Self.serve(configuration, logger)
        } catch let failure as StartFailure {
            throw failure.complain()
        } catch let status as ExitStatus {
            throw status
        } catch {
            throw StartFailure(detail: "\(error)").complain()
        }
    }

    private static func serve(_ configuration: Configuration, _ logger: Logger) async throws {
        switch configuration.role {
        case .all, .api:
            let platform = try await Platform(configuration, logger: logger)
            try await closing(platform.close) {
                guard configuration.role == .all else {
                    return try await run(platform.services() + [platform.server()], logger)
                }
                try await Build.withSandbox { sandbox in
                    try await run(
                        platform.services() + platform.workshop.work(in: sandbox) + [platform.server()], logger)
                }
            }
        case .analysis:
            let workshop = try Workshop(configuration, logger: logger)
            try await closing(workshop.close) {
                announce(configuration.role)
                try await run(workshop.analysis(), logger)
            }
        case .sandbox:
            let workshop = try Workshop(configuration, logger: logger)
            try await closing(workshop.close) {
                try await Build.withSandbox { sandbox in
                    let services = try await workshop.execution(in: sandbox)
                    announce(configuration.role)
                    try await run(services, logger)
                }
            }
        }
    }

    /// Closes the stores however `body` ends.
    private static func closing(_ close: () async -> Void, _ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch {
            await close()
            throw error
        }
        await close()
    }

    private static func announce(_ role: Configuration.Role) {
        Console.write(
            Localized(zh: "MAIGEN 的 \(role.rawValue) 角色已启动", en: "MAIGEN is running as \(role.rawValue)"))
    }

    /// Runs until the process is told to stop: what stands first is stopped last.
    private static func run(_ services: [any Service], _ logger: Logger) async throws {
        var group = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(20)
        try await ServiceGroup(configuration: group).run()
    }
}

extension Workshop {
    /// Both roles of workers.
    fileprivate func work(in sandbox: Sandbox) async throws -> [any Service] {
        try await analysis() + execution(in: sandbox)
    }
}

extension Platform {
    /// What the API role does beside answering.
    fileprivate func services() async throws -> [any Service] {
        // The broker of the process before this one is gone with it, and all that it held.
        if workshop.isAlone { try await workshop.roles.restore(tasks) }
        return [
            MailService(queue: mail), Chore.housekeeping(RemoveExpired(accounts), logger),
            Chore.statistics(statistics, logger), workshop.roles.api(tasks),
        ]
    }

    /// What answers over HTTP, and says where once it does.
    fileprivate func server() throws -> some Service {
        let (host, isSecure) = (configuration.host, configuration.site.origin.isSecure)
        return Server.application(
            try router(), host: host, port: configuration.port, logger: logger
        ) { [logger] port in
            let place = host.contains(":") ? "[\(host)]" : host
            Console.write(
                Localized(
                    zh: "MAIGEN 已启动：http://\(place):\(port)", en: "MAIGEN is running at http://\(place):\(port)"))
            if !isSecure && !AddressRange.loopback.contain(host) && host != "localhost" {
                logger.warning("sessions travel in clear: set MAIGEN_PUBLIC_URL to an https address")
            }
        }
    }
}
