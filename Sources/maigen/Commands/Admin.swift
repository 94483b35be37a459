import ArgumentParser
import Logging
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// `maigen admin`: administrators, from the machine's own console.
struct Admin: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: HelpText.admin[Console.language], subcommands: [Create.self])
    }

    /// `maigen admin create`: an administrator with a password that is shown this once.
    struct Create: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: HelpText.adminCreate[Console.language])
        }

        @Option(help: HelpText.email.argument) var email: String
        @Flag(help: HelpText.ifNone.argument) var ifNone = false
        @Option(help: HelpText.data.argument) var data: String?

        func run() async throws {
            try await Platform.run(data: data) { platform in
                if ifNone, try await !platform.store.accounts(matching: "", PageRequest(limit: 1)).items.isEmpty {
                    return
                }
                let made = try await RegisterAccount(platform.accounts, settings: platform.store)
                    .administrator(address: email, language: Console.language)
                Console.write(
                    Localized(
                        zh: "管理员：\(made.account.address.text)\n密码（仅显示这一次）：\(made.password.text)",
                        en:
                            "administrator: \(made.account.address.text)\npassword (shown this once): \(made.password.text)"
                    ))
            }
        }
    }
}

/// `maigen migrate`: the database's tables as this version needs them.
struct Migrate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: HelpText.migrate[Console.language])
    }

    @Option(help: HelpText.data.argument) var data: String?

    func run() async throws {
        // Opening does it.
        try await Platform.run(data: data) { _ in
            Console.write(Localized(zh: "数据库已是最新", en: "the database is up to date"))
        }
    }
}

/// `maigen ledger`: the points.
struct Ledger: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: HelpText.ledger[Console.language], subcommands: [Check.self])
    }

    /// `maigen ledger check`: adds everything up anew. Ends with 4 where it does not come out even.
    struct Check: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: HelpText.ledgerCheck[Console.language])
        }

        @Option(help: HelpText.data.argument) var data: String?

        func run() async throws {
            try await Platform.run(data: data) { platform in
                let report = try await CheckLedger(points: platform.store)()
                Console.write(
                    Localized(
                        zh: "账户 \(report.accounts)，转账 \(report.transfers)，分录 \(report.entries)，余额之和 \(report.total)",
                        en:
                            "\(report.accounts) accounts, \(report.transfers) transfers, \(report.entries) entries, all balances together \(report.total)"
                    ))
                for fault in report.faults { Console.write(fault) }
                guard report.isSound else { throw ExitStatus.failed }
                Console.write(Localized(zh: "账目相符", en: "the ledger is sound"))
            }
        }
    }
}

extension Platform {
    /// Opens the platform for one command, which also says what went wrong.
    fileprivate static func run(data: String?, _ body: (Platform) async throws -> Void) async throws {
        let configuration = try Configuration.standard([.data: data])
        do {
            let platform = try await Platform(configuration, logger: .standard(level: configuration.logLevel))
            do {
                try await body(platform)
            } catch {
                await platform.close()
                throw error
            }
            await platform.close()
        } catch let failure as StartFailure {
            throw failure.complain()
        } catch ServiceError.refused(let refusal) {
            Console.complain(refusal.message)
            throw ExitStatus.wrongUse
        } catch ServiceError.failed(let failure) {
            throw StartFailure(detail: failure.detail).complain()
        } catch let failure as StoreFailure {
            throw StartFailure(detail: failure.detail).complain()
        }
    }
}
