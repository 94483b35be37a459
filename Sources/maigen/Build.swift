import MaigenDomain
import MaigenExecution
import MaigenSandbox

/// The only place that knows which concrete parts a process is made of.
enum Build {
    static let version = "0.1.0"

    /// The sandbox that the command line asked for.
    static func sandbox(jobs: Int? = nil, allowUnprotected: Bool = false) async throws(SandboxFault) -> Sandbox {
        var configuration = try SandboxConfiguration.standard()
        if let jobs { configuration.jobs = jobs }
        configuration.allowUnprotected = allowUnprotected
        return try await Sandbox(configuration: configuration)
    }

    /// What makes data sets in `sandbox`.
    static func builder(on sandbox: Sandbox) async throws(SandboxFault) -> DataSetBuilder {
        DataSetBuilder(
            sandbox: sandbox, versions: try await DataSetReport.Versions(maigen: version, sandbox: sandbox))
    }
}
