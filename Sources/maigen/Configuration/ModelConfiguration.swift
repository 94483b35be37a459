import Foundation
import MaigenAnalysis
import MaigenDomain
import MaigenModels

/// What the configuration says of language models: `MAIGEN_LLM_…`. docs/configuration.md lists it for people.
enum ModelConfiguration {
    /// The endpoint, its models and what they may use; nil where no endpoint is set.
    static func settings(_ source: ConfigurationSource) throws(ConfigurationError) -> ModelSettings? {
        guard let address = try address(.llmBaseURL, source) else {
            let others: [ConfigurationKey] = ConfigurationKey.allCases.filter {
                $0.variable.hasPrefix("MAIGEN_LLM_") && $0 != .llmBaseURL
            }
            // Whoever sets a part of it believes that a model is asked.
            for key in others where try source.text(key) != nil {
                throw .incomplete(key.variable, needs: ConfigurationKey.llmBaseURL.variable)
            }
            return nil
        }
        guard let model = try name(.llmModel, source) else {
            throw .incomplete(ConfigurationKey.llmBaseURL.variable, needs: ConfigurationKey.llmModel.variable)
        }
        let choice = ModelChoice(endpoint: ModelEndpoint(address, key: try key(.llmAPIKey, source)), model: model)
        var settings = ModelSettings(choice: choice)
        for (agent, key) in [
            (Agent.analyst, ConfigurationKey.llmModelAnalyst), (.strategist, .llmModelStrategist),
            (.coder, .llmModelCoder), (.reviewer, .llmModelReviewer),
        ] { settings.models[agent] = try name(key, source) }
        settings.fallback = try fallback(choice, source)
        settings.limits = try limits(source)
        settings.taskTokens = try source.value(
            .llmTaskTokens, or: settings.taskTokens, expected: whole(1_000...100_000_000)
        ) { number($0, in: 1_000...100_000_000) }
        settings.dayTokens = try source.value(
            .llmDayTokens, or: nil, expected: whole(1_000...1_000_000_000_000)
        ) { number($0, in: 1_000...1_000_000_000_000).map { .some($0) } }
        settings.prices = try prices(source)
        settings.dayCost = try budget(settings, source)
        settings.cache = try source.text(.llmCache)
        return settings
    }

    /// Reads this process's environment and `maigen.yaml`, as `Configuration.standard` does.
    static func standard() throws(ExitStatus) -> ModelSettings? {
        let source = try ConfigurationSource.standard()
        do throws(ConfigurationError) {
            return try settings(source)
        } catch {
            Console.complain(error.message)
            throw .wrongUse
        }
    }

    private static func address(
        _ key: ConfigurationKey, _ source: ConfigurationSource
    ) throws(ConfigurationError) -> ModelAddress? {
        try source.value(
            key, or: nil,
            expected: Localized(
                zh: "须为 http(s)://主机[:端口][/路径]，不含用户名、密码或查询",
                en: "http(s)://host[:port][/path], without name, password or query")
        ) { text -> ModelAddress?? in ModelAddress(text).map { .some($0) } }
    }

    private static func key(
        _ key: ConfigurationKey, _ source: ConfigurationSource
    ) throws(ConfigurationError) -> ModelKey? {
        try source.value(
            key, or: nil,
            expected: Localized(zh: "须为 1 至 1000 个可见 ASCII 字符", en: "1 to 1000 visible ASCII characters")
        ) { text -> ModelKey?? in ModelKey(text).map { .some($0) } }
    }

    private static func name(
        _ key: ConfigurationKey, _ source: ConfigurationSource
    ) throws(ConfigurationError) -> String? {
        try source.value(
            key, or: nil,
            expected: Localized(
                zh: "须为 1 至 200 个字符的模型名，不含空格", en: "a model's name of 1 to 200 characters without spaces")
        ) { text -> String?? in
            (1...200).contains(text.count) && !text.contains { $0.isWhitespace || $0 == "=" || $0 == "," }
                ? .some(text) : nil
        }
    }

    /// A model of the same endpoint, unless it has an address of its own.
    private static func fallback(
        _ first: ModelChoice, _ source: ConfigurationSource
    ) throws(ConfigurationError) -> ModelChoice? {
        let (address, key) = (try address(.llmFallbackBaseURL, source), try key(.llmFallbackAPIKey, source))
        guard let model = try name(.llmFallbackModel, source) else {
            let set = address != nil ? ConfigurationKey.llmFallbackBaseURL : key != nil ? .llmFallbackAPIKey : nil
            if let set { throw .incomplete(set.variable, needs: ConfigurationKey.llmFallbackModel.variable) }
            return nil
        }
        guard let address else {
            if key != nil {
                throw .incomplete(
                    ConfigurationKey.llmFallbackAPIKey.variable, needs: ConfigurationKey.llmFallbackBaseURL.variable)
            }
            return ModelChoice(endpoint: first.endpoint, model: model)
        }
        return ModelChoice(endpoint: ModelEndpoint(address, key: key), model: model)
    }

    private static func limits(_ source: ConfigurationSource) throws(ConfigurationError) -> ModelLimits {
        var limits = ModelLimits()
        let seconds = try source.value(.llmTimeout, or: 240, expected: whole(5...3600)) { number($0, in: 5...3600) }
        limits.call = .seconds(seconds)
        // Silence ends a call before its time does, so that there is time for the fallback.
        limits.firstToken = min(limits.firstToken, limits.call * 3 / 4)
        limits.betweenTokens = min(limits.betweenTokens, limits.call / 2)
        limits.connect = min(limits.connect, limits.call / 2)
        limits.atOnce = try source.value(.llmConcurrency, or: limits.atOnce, expected: whole(1...256)) {
            number($0, in: 1...256)
        }
        return limits
    }

    /// `model=prompt/answer, …`, by the million tokens.
    private static func prices(
        _ source: ConfigurationSource
    ) throws(ConfigurationError) -> [String: ModelPrice] {
        try source.value(
            .llmPrices, or: [:],
            expected: Localized(
                zh: "须为“模型=提问价/回答价”，以逗号分隔，按每百万词元计，如 m=0.27/1.1",
                en: "model=prompt/answer by the million tokens, separated by commas, as in m=0.27/1.1")
        ) { text in
            var prices: [String: ModelPrice] = [:]
            for entry in text.split(separator: ",") {
                let sides = entry.split(separator: "=", omittingEmptySubsequences: false)
                guard sides.count == 2 else { return nil }
                let name = sides[0].trimmingCharacters(in: .whitespaces)
                let amounts = sides[1].split(separator: "/", omittingEmptySubsequences: false)
                    .map { $0.trimmingCharacters(in: .whitespaces) }
                guard !name.isEmpty, amounts.count == 2, let prompt = ModelCost(amounts[0]),
                    let answer = ModelCost(amounts[1]), prices[name] == nil
                else { return nil }
                prices[name] = ModelPrice(prompt: prompt, answer: answer)
            }
            return prices.isEmpty ? nil : prices
        }
    }

    /// The day's money: of no use where a model in use has no price.
    private static func budget(
        _ settings: ModelSettings, _ source: ConfigurationSource
    ) throws(ConfigurationError) -> ModelCost? {
        let budget = try source.value(
            .llmDayBudget, or: nil, expected: Localized(zh: "须为金额，如 5 或 2.50", en: "an amount such as 5 or 2.50")
        ) { text -> ModelCost?? in ModelCost(text).map { .some($0) } }
        guard budget != nil else { return nil }
        let models = [settings.choice.model] + settings.models.values + [settings.fallback?.model].compactMap(\.self)
        guard models.allSatisfy({ settings.prices[$0] != nil }) else {
            throw .incomplete(ConfigurationKey.llmDayBudget.variable, needs: ConfigurationKey.llmPrices.variable)
        }
        return budget
    }

    private static func whole(_ range: ClosedRange<Int>) -> Localized {
        Localized(
            zh: "须为 \(range.lowerBound) 至 \(range.upperBound) 的整数",
            en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }

    private static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
        Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
}
