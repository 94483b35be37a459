import ArgumentParser
import Logging
import MaigenDomain
import MaigenHTTP
import MaigenSandbox
import MaigenServices
import ServiceLifecycle

/// `maigen serve`: the platform, until it is told to stop.
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
            let platform = try await Platform(configuration, logger: logger)
            do {
                try await Build.withSandbox { try await platform.serve($0) }
            } catch {
                await platform.close()
                throw error
            }
            await platform.close()
        } catch let failure as StartFailure {
            throw failure.complain()
        } catch let status as ExitStatus {
            throw status
        } catch {
            throw StartFailure(detail: "\(error)").complain()
        }
    }
}

extension Platform {
    /// Runs until the process is told to stop: what stands first is stopped last.
    fileprivate func serve(_ sandbox: Sandbox) async throws {
        let (host, isSecure) = (configuration.host, configuration.site.origin.isSecure)
        let server = Server.application(
            try router(), host: host, port: configuration.port, logger: logger
        ) { port in
            let place = host.contains(":") ? "[\(host)]" : host
            Console.write(
                Localized(
                    zh: "MAIGEN 已启动：http://\(place):\(port)", en: "MAIGEN is running at http://\(place):\(port)"))
            if !isSecure && !AddressRange.loopback.contain(host) && host != "localhost" {
                logger.warning("sessions travel in clear: set MAIGEN_PUBLIC_URL to an https address")
            }
        }
        var group = ServiceGroupConfiguration(
            services: [
                MailService(queue: mail), Chore.housekeeping(RemoveExpired(accounts), logger),
                Chore.statistics(statistics, logger),
            ] + (try await roles(sandbox)) + [server],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(20)
        try await ServiceGroup(configuration: group).run()
    }
}
