import MaigenDomain

/// The agents on a language model, with the built-in engine as their rival and their safety net.
///
/// Whatever the model does, a task ends with data that the statement and the machines vouch for, or with a refusal that
/// says what is missing: `ModelSession` has the rules.
package struct ModelAnalyst: TaskAnalyst {
    /// What a task may take of the model.
    package struct Limits: Sendable, Hashable {
        /// Tokens, of questions and answers together, over all rounds.
        package var tokens: Int
        /// Time that the agents may take in one round.
        package var time: Duration

        package init(tokens: Int = 400_000, time: Duration = .seconds(600)) {
            self.tokens = tokens
            self.time = time
        }
    }

    private let model: (any LanguageModel)?
    private let builtIn: BuiltInAnalyst
    private let limits: Limits

    /// - Parameter model: nil where none is configured.
    package init(_ model: (any LanguageModel)?, builtIn: BuiltInAnalyst = BuiltInAnalyst(), limits: Limits = Limits()) {
        self.model = model
        self.builtIn = builtIn
        self.limits = limits
    }

    package func blueprint(
        for snapshot: TaskSnapshot, after evidence: Evidence?, progress: ProgressSink
    ) async throws(TaskFault) -> Blueprint? {
        switch (snapshot.engine, model) {
        case (.builtin, _), (.auto, nil):
            return try await builtIn.blueprint(for: snapshot, after: evidence, progress: progress)
        case (.llm, nil):
            throw TaskFault(
                kind: .platform, code: "engine",
                message: Localized(
                    zh: "平台设置为只用语言模型，但没有配置语言模型。请联系管理员。",
                    en:
                        "The platform is set to use a language model only, and none is configured. Tell the administrator."
                ))
        case (.auto, let model?), (.llm, let model?):
            let spent = evidence?.blueprint.account.reduce(0) { $0 + $1.promptTokens + $1.answerTokens } ?? 0
            let desk = Desk(
                model,
                account: ModelAccount(limit: max(0, limits.tokens - spent), deadline: .now + limits.time),
                quotation: Quotation(snapshot),
                round: evidence.map { $0.blueprint.round + 1 } ?? 0, deadline: .now + limits.time, progress: progress,
                thinking: builtIn)
            let session = ModelSession(snapshot: snapshot, desk: desk, builtIn: builtIn)
            if let evidence { return try await session.better(than: evidence, progress) }
            return try await session.first(progress)
        }
    }
}

extension ModelAnalyst {
    /// What each agent's model is told, without a question: for whoever measures or checks prompts.
    package static let prompts: [ModelPrompt] = AgentPrompt.all.map { prompt in
        ModelPrompt(
            agent: .analyst, version: prompt.version, system: prompt.text, messages: [], schema: prompt.schema)
    }
}
