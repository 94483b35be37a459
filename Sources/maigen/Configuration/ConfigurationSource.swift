import Foundation
import MaigenDomain
import Yams

/// Where the configuration is written: options of the command line before `MAIGEN_…` variables of the environment before
/// `maigen.yaml`.
///
/// Every name is checked, known or not, so that a misspelt one stops the start and does not silently count for nothing.
struct ConfigurationSource {
    private var texts: [String: Written] = [:]

    private struct Written {
        var text: String
        var place: String
    }

    /// - Parameters:
    ///   - options: what the command line said; nil where it said nothing
    ///   - environment: the process's own
    ///   - file: the content of `maigen.yaml`; nil where there is none
    init(
        options: [ConfigurationKey: String?], environment: [String: String], file: String?
    ) throws(ConfigurationError) {
        if let file { try read(file: file) }
        for (name, text) in environment.sorted(by: { $0.key < $1.key }) where name.hasPrefix("MAIGEN_") {
            if ConfigurationKey.elsewhere.contains(where: { name.hasPrefix($0) }) { continue }
            guard ConfigurationKey.allCases.contains(where: { $0.variable == name }) else { throw .unknown(name) }
            texts[name] = Written(text: text, place: name)
        }
        for case (let key, let text?) in options { texts[key.variable] = Written(text: text, place: key.option) }
    }

    /// Reads the command line's options, this process's environment and `maigen.yaml` in the present folder.
    ///
    /// - Throws: `.wrongUse`, after saying why
    static func standard(
        _ options: [ConfigurationKey: String?] = [:]
    ) throws(ExitStatus) -> ConfigurationSource {
        let path = "maigen.yaml"
        let isThere = FileManager.default.fileExists(atPath: path)
        let file = isThere ? try InputFile.text(path, report: Report(asJSON: false)) : nil
        do throws(ConfigurationError) {
            return try ConfigurationSource(
                options: options, environment: ProcessInfo.processInfo.environment, file: file)
        } catch {
            Console.complain(error.message)
            throw .wrongUse
        }
    }

    private mutating func read(file: String) throws(ConfigurationError) {
        let node: Node?
        do {
            node = try Yams.compose(yaml: file)
        } catch {
            throw .malformed("maigen.yaml", Localized(zh: "不是有效的 YAML", en: "not valid YAML"))
        }
        guard let node else { return }
        guard let mapping = node.mapping else {
            throw .malformed("maigen.yaml", Localized(zh: "须为“名称: 值”的列表", en: "must be a list of “name: value”"))
        }
        for (name, value) in mapping {
            let name = name.string ?? "?"
            guard let key = ConfigurationKey.allCases.first(where: { $0.rawValue == name }) else {
                throw .unknown("maigen.yaml: \(name)")
            }
            guard let text = value.scalar?.string else {
                throw .malformed(name, Localized(zh: "须为单个值", en: "must be one value"))
            }
            texts[key.variable] = Written(text: text, place: "maigen.yaml: \(name)")
        }
    }

    /// What `parse` makes of the text under `key`; `fallback` where nothing is written.
    func value<Value>(
        _ key: ConfigurationKey, or fallback: @autoclosure () -> Value, expected: Localized,
        _ parse: (String) -> Value?
    ) throws(ConfigurationError) -> Value {
        guard let written = texts[key.variable] else { return fallback() }
        guard let value = parse(written.text) else { throw .malformed(written.place, expected) }
        return value
    }

    /// The text under `key`; nil where nothing is written.
    func text(_ key: ConfigurationKey) throws(ConfigurationError) -> String? {
        try value(key, or: nil, expected: Localized(zh: "不能为空", en: "must not be empty")) { text -> String?? in
            text.isEmpty ? nil : .some(text)
        }
    }
}

/// What is wrong with the configuration: it stops the start.
enum ConfigurationError: Error, Equatable {
    /// There is no such setting.
    case unknown(String)
    /// The value of that setting is malformed. Never holds the value: it may be a secret.
    case malformed(String, Localized)
    /// The first setting says nothing without the second, which is not there.
    case incomplete(String, needs: String)

    var message: Localized {
        switch self {
        case .unknown(let name):
            Localized(
                zh: "没有名为 \(name) 的配置项，参见 docs/configuration.md。",
                en: "there is no setting \(name); see docs/configuration.md.")
        case .malformed(let name, let expected):
            Localized(zh: "\(name) 的值无效：\(expected.chinese)。", en: "\(name) is malformed: \(expected.english).")
        case .incomplete(let name, let missing):
            Localized(zh: "设置了 \(name)，但缺少 \(missing)。", en: "\(name) is set, but it needs \(missing) too.")
        }
    }
}

/// The settings of `maigen serve` and its sisters. In `maigen.yaml` they stand under these names.
enum ConfigurationKey: String, CaseIterable {
    case host
    case port
    case data
    case role
    case publicURL = "public_url"
    case trustedProxies = "trusted_proxies"
    case metricsToken = "metrics_token"
    case logLevel = "log_level"
    case databaseURL = "database_url"
    case databaseConnections = "database_connections"
    case redisURL = "redis_url"
    case filesURL = "files_url"
    case smtpURL = "smtp_url"
    case mailFrom = "mail_from"
    case llmBaseURL = "llm_base_url"
    case llmAPIKey = "llm_api_key"
    case llmModel = "llm_model"
    case llmModelAnalyst = "llm_model_analyst"
    case llmModelStrategist = "llm_model_strategist"
    case llmModelCoder = "llm_model_coder"
    case llmModelReviewer = "llm_model_reviewer"
    case llmFallbackBaseURL = "llm_fallback_base_url"
    case llmFallbackAPIKey = "llm_fallback_api_key"
    case llmFallbackModel = "llm_fallback_model"
    case llmTimeout = "llm_timeout"
    case llmConcurrency = "llm_concurrency"
    case llmTaskTokens = "llm_task_tokens"
    case llmDayTokens = "llm_day_tokens"
    case llmDayBudget = "llm_day_budget"
    case llmPrices = "llm_prices"
    case llmCache = "llm_cache"

    /// The name in the environment.
    var variable: String { "MAIGEN_" + rawValue.uppercased() }
    /// The name on the command line.
    var option: String { "--" + rawValue.replacing("_", with: "-") }

    /// Beginnings of variables that are read elsewhere: by the console, the sandbox, and the tests.
    static let elsewhere = ["MAIGEN_LANG", "MAIGEN_SHARE", "MAIGEN_CACHE", "MAIGEN_KEEP_"]
}
