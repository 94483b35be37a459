import Foundation
import Logging
import MaigenAnalysis
import MaigenDomain
import MaigenExecution
import MaigenModels
import MaigenRoles
import MaigenSandbox
import ServiceLifecycle

extension Platform {
    /// What works on tasks: all roles, in this process, with `sandbox` for as long as they run.
    func roles(_ sandbox: Sandbox) async throws -> [any Service] {
        let logger = logger
        if !sandbox.protection.isSafe {
            logger.error("no safe sandbox: tasks will fail; see `maigen doctor`")
        }
        let folder = configuration.data + "/work"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let executor = SandboxExecutor(
            builder: try await Build.builder(on: sandbox), files: files, folder: folder, jobs: cores
        ) { logger.error("a task could not be executed", metadata: ["failure": "\($0)"]) }
        let model = configuration.models.map { OpenAIModel($0, logger: logger) }
        let analyst = configuration.models.flatMap { settings in model.map { Build.analyst(on: $0, settings) } }
        let roles = Roles(broker: broker, files: files, logger: logger)
        // The broker of the process before this one is gone with it, and all that it held.
        try await roles.restore(tasks)
        // Services stop in reverse order: the model's connections close after those who use them.
        return [
            ModelConnections(model: model), roles.api(tasks),
            roles.analysis(by: analyst ?? ModelAnalyst(nil), loops: 2),
            roles.sandbox(by: executor, loops: max(1, cores / 2)),
        ]
    }
}
