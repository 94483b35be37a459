import MaigenDomain
import MaigenExecution
import MaigenSandbox

/// The only place that knows which concrete parts a process is made of.
enum Build {
    static let version = "0.1.0"

    /// Lends the sandbox that the command line asked for. At the end nothing of it runs and none of its files is there.
    static func withSandbox<Value: Sendable>(
        jobs: Int? = nil, allowUnprotected: Bool = false, _ use: (Sandbox) async throws -> Value
    ) async throws -> Value {
        var configuration = try SandboxConfiguration.standard()
        if let jobs { configuration.jobs = jobs }
        configuration.allowUnprotected = allowUnprotected
        let sandbox = try await Sandbox(configuration: configuration)
        do {
            let value = try await use(sandbox)
            await sandbox.close()
            return value
        } catch {
            await sandbox.close()
            throw error
        }
    }

    /// What makes data sets in `sandbox`.
    static func builder(on sandbox: Sandbox) async throws(SandboxFault) -> DataSetBuilder {
        DataSetBuilder(
            sandbox: sandbox, versions: try await DataSetReport.Versions(maigen: version, sandbox: sandbox))
    }
}
