import Foundation
import Logging
import MaigenAnalysis
import MaigenBroker
import MaigenDomain
import MaigenExecution
import MaigenFiles
import MaigenModels
import MaigenRoles
import MaigenSandbox
import ServiceLifecycle

/// What every role of the platform has: the broker and the file store. It is all that workers have, so that untrusted
/// programs never run beside the database.
struct Workshop {
    let configuration: Configuration
    let logger: Logger
    let broker: Broker
    let limits: any RateLimits
    let files: any FileStore
    /// Nil where the broker lives in this process.
    private let redis: RedisBroker?

    /// Opens what `configuration` names, making it where it is missing.
    init(_ configuration: Configuration, logger: Logger) throws(StartFailure) {
        self.configuration = configuration
        self.logger = logger
        do {
            try FileManager.default.createDirectory(
                atPath: configuration.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            files = try Self.files(configuration.files)
        } catch {
            throw StartFailure(detail: "\(error)")
        }
        redis = configuration.redis.map { RedisBroker($0) }
        broker = redis?.broker ?? .inProcess()
        limits = redis?.limits ?? InProcessRateLimits()
    }

    /// Whether what the broker holds ends with this process.
    var isAlone: Bool { redis == nil }

    /// The loops of each role.
    var roles: Roles { Roles(broker: broker, files: files, logger: logger) }

    /// Lets go of the stores; nothing may use them any more.
    func close() async {
        await files.close()
        redis?.close()
    }

    private static func files(_ address: FilesAddress) throws(FileFault) -> any FileStore {
        switch address {
        case .folder(let folder): try DirectoryFileStore(folder: folder)
        case .s3(let address): S3FileStore(address)
        }
    }

    /// The analysis role. Services stop in reverse order: the model's connections close after those who use them.
    func analysis() -> [any Service] {
        let model = configuration.models.map { OpenAIModel($0, logger: logger) }
        let analyst = configuration.models.flatMap { settings in model.map { Build.analyst(on: $0, settings) } }
        return [ModelConnections(model: model), roles.analysis(by: analyst ?? ModelAnalyst(nil), loops: 2)]
    }

    /// The sandbox role, with `sandbox` for as long as it runs.
    func execution(in sandbox: Sandbox) async throws -> [any Service] {
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
        return [roles.sandbox(by: executor, loops: max(1, cores / 2))]
    }
}
