import MaigenAnalysis
import MaigenDomain
import MaigenExecution
import MaigenModels
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

    /// Lends what reads problems with a language model; nil where `engine` or the configuration has none.
    ///
    /// - Throws: `.wrongUse` where only a model may be used and there is none, or where the configuration is malformed.
    static func withAnalyst<Value>(
        _ engine: AnalysisEngine, _ report: Report, _ use: ((any TaskAnalyst)?) async throws -> Value
    ) async throws -> Value {
        guard engine != .builtin else { return try await use(nil) }
        if let settings = try ModelConfiguration.standard() {
            return try await OpenAIModel.using(settings) { model in try await use(analyst(on: model, settings)) }
        }
        guard engine != .llm else {
            throw report.failure(
                .wrongUse, code: "engine",
                Localized(
                    zh: "没有配置语言模型；请用 --engine builtin 或 auto",
                    en: "no language model is configured; use --engine builtin or auto"))
        }
        return try await use(nil)
    }

    /// The agents, with what a task may use of `model`.
    static func analyst(on model: any LanguageModel, _ settings: ModelSettings) -> ModelAnalyst {
        ModelAnalyst(model, limits: ModelAnalyst.Limits(tokens: settings.taskTokens))
    }

    /// What makes data sets in `sandbox`.
    static func builder(on sandbox: Sandbox) async throws(SandboxFault) -> DataSetBuilder {
        DataSetBuilder(
            sandbox: sandbox, versions: try await DataSetReport.Versions(maigen: version, sandbox: sandbox))
    }
}
