import ArgumentParser
import Foundation
import MaigenDomain
import MaigenModelScripts
import MaigenModels

/// `maigen model`: what is needed around a language model, without a task.
struct Model: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: HelpText.model[Console.language], subcommands: [Check.self, Record.self, Replay.self])
    }

    /// `maigen model check`: tries the configured endpoint, and its fallback. Ends with 4 where one of them is not usable.
    struct Check: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "check", abstract: HelpText.modelCheck[Console.language])
        }

        @Flag(help: HelpText.json.argument) var json = false

        func run() async throws {
            let report = Report(asJSON: json)
            let settings = try Model.settings(report)
            let agents = Set(settings.models.values).subtracting([settings.choice.model]).sorted()
            let choices =
                [settings.choice]
                + agents.map { ModelChoice(endpoint: settings.choice.endpoint, model: $0) }
                + [settings.fallback].compactMap(\.self)
            let reports = await Interruption.cancelling { () -> [ModelCheck.Report]? in
                var reports: [ModelCheck.Report] = []
                for choice in choices { reports.append(await ModelCheck.run(choice, limits: settings.limits)) }
                return Task.isCancelled ? nil : reports
            }
            guard let reports else { throw ExitStatus.interrupted }
            if json {
                try Console.writeJSON(reports)
            } else {
                for report in reports { Self.show(report) }
            }
            guard reports.allSatisfy(\.isUsable) else { throw ExitStatus.failed }
        }

        private static func show(_ report: ModelCheck.Report) {
            Console.write("\(report.model) · \(report.endpoint)")
            for finding in report.findings {
                let mark =
                    switch finding.state {
                    case .works: "✔"
                    case .missing: "–"
                    case .failed: "✘"
                    }
                Console.write("\(mark) \(finding.name.fitted(to: 12)) \(finding.detail[Console.language])")
            }
            Console.write(report.isUsable ? HelpText.modelUsable : HelpText.modelUnusable)
        }
    }

    /// `maigen model record`: a way to the configured endpoint that writes a script, until it is interrupted.
    struct Record: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "record", abstract: HelpText.modelRecord[Console.language])
        }

        @Option(help: HelpText.recording.argument) var to: String
        @Option(help: HelpText.modelPort.argument) var port = 0

        func run() async throws {
            let settings = try Model.settings(Report(asJSON: false))
            let file = URL(filePath: to)
            try await Model.serving(port) { port in
                try await ModelRecorder.serve(settings.choice, to: file, port: port, limits: settings.limits) {
                    Model.announce($0, model: settings.choice.model)
                }
            }
        }
    }

    /// `maigen model replay`: a script in place of a model, until it is interrupted.
    struct Replay: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "replay", abstract: HelpText.modelReplay[Console.language])
        }

        @Argument(help: HelpText.script.argument) var file: String
        @Option(help: HelpText.modelPort.argument) var port = 0

        func run() async throws {
            let report = Report(asJSON: false)
            let text = try Self.text(file, report)
            let script: ModelScript
            do throws(ModelScript.Unreadable) {
                script = try ModelScript(text: text)
            } catch {
                throw report.failure(
                    .wrongUse, code: "script",
                    Localized(zh: "\(file) 不是有效的脚本：\(error.reason)", en: "\(file) is no script: \(error.reason)"))
            }
            try await Model.serving(port) { port in
                try await ScriptedModel.serve(script, port: port) {
                    Model.announce($0, model: script.model ?? "scripted")
                }
            }
        }

        /// Recorded sessions are larger than statements and programs.
        private static func text(_ path: String, _ report: Report) throws -> String {
            guard let data = FileManager.default.contents(atPath: path), data.count <= 64 << 20,
                let text = String(data: data, encoding: .utf8)
            else {
                throw report.failure(
                    .wrongUse, code: "file",
                    Localized(
                        zh: "无法读取 \(path)（须为至多 64 MiB 的 UTF-8 文本）",
                        en: "\(path) cannot be read: UTF-8 text of at most 64 MiB"))
            }
            return text
        }
    }

    private static func settings(_ report: Report) throws(ExitStatus) -> ModelSettings {
        guard let settings = try ModelConfiguration.standard() else {
            throw report.failure(
                .wrongUse, code: "no-model",
                Localized(
                    zh: "没有配置语言模型：请设置 MAIGEN_LLM_BASE_URL、MAIGEN_LLM_MODEL 与 MAIGEN_LLM_API_KEY",
                    en:
                        "no language model is configured: set MAIGEN_LLM_BASE_URL, MAIGEN_LLM_MODEL and MAIGEN_LLM_API_KEY"
                ))
        }
        return settings
    }

    /// Runs a server until it is interrupted, which is how it ends well.
    private static func serving(
        _ port: Int, _ serve: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        guard (0...65535).contains(port) else {
            Console.complain(Localized(zh: "端口须为 0 至 65535", en: "a port is a number from 0 to 65535"))
            throw ExitStatus.wrongUse
        }
        let failure = await Interruption.cancelling { () -> String? in
            do {
                try await serve(port)
            } catch {
                return Task.isCancelled ? nil : "\(error)"
            }
            return nil
        }
        guard let failure else { return }
        Console.complain(Localized(zh: "无法启动：\(failure)", en: "cannot start: \(failure)"))
        throw ExitStatus.internalFault
    }

    private static func announce(_ port: Int, model: String) {
        Console.write("MAIGEN_LLM_BASE_URL=http://127.0.0.1:\(port)/v1 MAIGEN_LLM_MODEL=\(model)")
    }
}
