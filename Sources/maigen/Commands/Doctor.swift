import ArgumentParser
import Foundation
import MaigenDomain
import MaigenSandbox

/// `maigen doctor`: what works on this machine and what does not.
struct Doctor: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: HelpText.doctor[Console.language])
    }

    @Flag(help: HelpText.json.argument) var json = false

    private struct Finding: Encodable {
        var name: String
        var works: Bool
        var detail: Localized
    }

    private struct Report: Encodable {
        var ready: Bool
        var level: String?
        var findings: [Finding]
    }

    mutating func run() async throws {
        let report = await Interruption.cancelling {
            do {
                return try await Build.withSandbox { await Self.examine($0) }
            } catch {
                let message = (error as? SandboxFault)?.message ?? Localized(verbatim: "\(error)")
                return Report(
                    ready: false, level: nil, findings: [Finding(name: "sandbox", works: false, detail: message)])
            }
        }
        if json {
            try Console.writeJSON(report)
        } else {
            for finding in report.findings {
                Console.write(
                    "\(finding.works ? "✔" : "✘") \(finding.name.fitted(to: 20)) \(finding.detail[Console.language])")
            }
            Console.write(report.ready ? HelpText.ready : HelpText.notReady)
        }
        if !report.ready { throw ExitStatus.internalFault }
    }

    private static func examine(_ sandbox: Sandbox) async -> Report {
        let protection = sandbox.protection
        var findings = [Finding(name: "sandbox", works: protection.isSafe, detail: protection.summary)]
        findings += protection.protections.map {
            Finding(name: "sandbox.\($0.name)", works: $0.isPresent, detail: $0.text)
        }
        findings += protection.refusals.map {
            Finding(name: "sandbox.refusal", works: false, detail: Localized(verbatim: $0))
        }
        findings.append(await compiler(sandbox))
        let ready = findings.allSatisfy { $0.works || $0.name.hasPrefix("sandbox.") }
        return Report(ready: ready, level: protection.level.rawValue, findings: findings)
    }

    /// Compiles and runs a program on testlib.h, as every data set does.
    private static func compiler(_ sandbox: Sandbox) async -> Finding {
        let source =
            "#include \"testlib.h\"\nint main(int argc, char* argv[]) { registerGen(argc, argv, 1); println(42); }\n"
        do {
            let outcome = try await sandbox.compile(Compilation(source: source, headers: .testlib))
            guard case .success(let program) = outcome else {
                return Finding(name: "compiler", works: false, detail: HelpText.compilerFails)
            }
            let output = sandbox.temporaryPath("doctor.out")
            let result = try await sandbox.run(
                RunRequest(
                    executable: program.executable, arguments: ["1"], standardOutput: output, limits: .generator))
            // Unreadable is as wrong as any other answer.
            let answer = try? String(contentsOfFile: output, encoding: .utf8)
            let works = result.verdict == .ok && answer == "42\n"
            return Finding(
                name: "compiler", works: works, detail: works ? HelpText.compilerWorks : HelpText.compilerFails)
        } catch {
            return Finding(name: "compiler", works: false, detail: error.message)
        }
    }
}
