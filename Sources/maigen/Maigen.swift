import ArgumentParser
import Foundation

/// The command line: `generate`, `spec`, `strategies`, `doctor` and `model` need no server; `serve`, `admin`, `migrate`,
/// `ledger` and `queues` are for whoever runs the platform.
@main
struct Maigen: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "maigen", abstract: HelpText.maigen[Console.language],
            version: "maigen \(Build.version)",
            subcommands: [
                Generate.self, Spec.self, Strategies.self, Doctor.self, Model.self, Serve.self, Admin.self,
                Migrate.self, Ledger.self, Queues.self,
            ])
    }

    /// Parses, runs, and exits with the status that scripts rely on: wrong use is 2, not ArgumentParser's 64.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            Foundation.exit(status.rawValue)
        } catch {
            let english = fullMessage(for: error)
            let text = UsageText.localized(english)
            guard exitCode(for: error) != .success else {
                Console.write(text)
                Foundation.exit(ExitStatus.done.rawValue)
            }
            Console.write(text, to: .standardError)
            if CommandLine.arguments.contains("--json") {
                Report(asJSON: true).json(code: "usage", UsageText.reason(english))
            }
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        }
    }
}

/// How the process ends. Fixed: scripts rely on it.
enum ExitStatus: Int32, Error {
    case done = 0
    /// MAIGEN itself failed.
    case internalFault = 1
    /// The options or the files given are wrong.
    case wrongUse = 2
    /// The statement was not understood well enough.
    case notUnderstood = 3
    /// The program or the data failed.
    case failed = 4
    /// Interrupted from the keyboard.
    case interrupted = 130
}
