import MaigenAnalysis
import MaigenDomain
import MaigenModels
import Testing

@testable import maigen

@Suite("Configuration of models")
struct ModelConfigurationTests {
    private static let base = [
        "MAIGEN_LLM_BASE_URL": "https://api.example.org", "MAIGEN_LLM_API_KEY": "sk-0123456789",
        "MAIGEN_LLM_MODEL": "small",
    ]

    private func read(_ environment: [String: String]) throws(ConfigurationError) -> ModelSettings? {
        try Configuration(ConfigurationSource(options: [:], environment: environment, file: nil)).models
    }

    @Test("Nothing set is no model")
    func none() throws {
        #expect(try read([:]) == nil)
    }

    @Test("Three variables are enough")
    func least() throws {
        let settings = try #require(try read(Self.base))
        #expect(settings.choice.endpoint.address.description == "https://api.example.org/v1")
        #expect(settings.choice.endpoint.key?.header == "Bearer sk-0123456789")
        #expect(settings.choice.model == "small" && settings.models.isEmpty && settings.fallback == nil)
        #expect(settings.dayCost == nil && settings.dayTokens == nil && settings.cache == nil)
        #expect(settings.limits.firstToken < settings.limits.call)
    }

    @Test("A model on this machine needs no key")
    func keyless() throws {
        let settings = try read(["MAIGEN_LLM_BASE_URL": "http://127.0.0.1:11434", "MAIGEN_LLM_MODEL": "qwen3:8b"])
        #expect(settings?.choice.endpoint.key == nil && settings?.choice.model == "qwen3:8b")
    }

    @Test("Everything else")
    func all() throws {
        let settings = try #require(
            try read(
                Self.base.merging([
                    "MAIGEN_LLM_MODEL_CODER": "large", "MAIGEN_LLM_FALLBACK_BASE_URL": "http://127.0.0.1:8000/v1",
                    "MAIGEN_LLM_FALLBACK_MODEL": "local", "MAIGEN_LLM_TIMEOUT": "60", "MAIGEN_LLM_CONCURRENCY": "3",
                    "MAIGEN_LLM_TASK_TOKENS": "50000", "MAIGEN_LLM_DAY_TOKENS": "1000000",
                    "MAIGEN_LLM_PRICES": "small=0.27/1.1, large=3/15,local=0/0", "MAIGEN_LLM_DAY_BUDGET": "2.50",
                    "MAIGEN_LLM_CACHE": "/tmp/answers",
                ]) { $1 }))
        #expect(settings.models == [.coder: "large"] && settings.fallback?.model == "local")
        #expect(settings.fallback?.endpoint.key == nil)
        #expect(settings.limits.call == .seconds(60) && settings.limits.atOnce == 3)
        #expect(settings.limits.firstToken == .seconds(45) && settings.limits.betweenTokens == .seconds(30))
        #expect(settings.taskTokens == 50_000 && settings.dayTokens == 1_000_000 && settings.cache == "/tmp/answers")
        #expect(settings.dayCost == ModelCost("2.5") && settings.prices["large"]?.answer == ModelCost("15"))
    }

    @Test("A fallback without an address is another model of the same endpoint, with the same key")
    func sameEndpoint() throws {
        let settings = try read(Self.base.merging(["MAIGEN_LLM_FALLBACK_MODEL": "other"]) { $1 })
        #expect(settings?.fallback?.endpoint == settings?.choice.endpoint && settings?.fallback?.model == "other")
    }

    @Test(
        "What is set by half stops the start, and says what is missing",
        arguments: [
            (["MAIGEN_LLM_BASE_URL": "https://a"], "MAIGEN_LLM_BASE_URL", "MAIGEN_LLM_MODEL"),
            (["MAIGEN_LLM_MODEL": "m"], "MAIGEN_LLM_MODEL", "MAIGEN_LLM_BASE_URL"),
            (["MAIGEN_LLM_API_KEY": "k"], "MAIGEN_LLM_API_KEY", "MAIGEN_LLM_BASE_URL"),
            (["MAIGEN_LLM_CACHE": "c"], "MAIGEN_LLM_CACHE", "MAIGEN_LLM_BASE_URL"),
            (
                Self.base.merging(["MAIGEN_LLM_FALLBACK_BASE_URL": "https://b"]) { $1 }, "MAIGEN_LLM_FALLBACK_BASE_URL",
                "MAIGEN_LLM_FALLBACK_MODEL"
            ),
            (
                Self.base.merging(["MAIGEN_LLM_FALLBACK_MODEL": "b", "MAIGEN_LLM_FALLBACK_API_KEY": "k"]) { $1 },
                "MAIGEN_LLM_FALLBACK_API_KEY", "MAIGEN_LLM_FALLBACK_BASE_URL"
            ),
            (
                Self.base.merging(["MAIGEN_LLM_DAY_BUDGET": "5"]) { $1 }, "MAIGEN_LLM_DAY_BUDGET", "MAIGEN_LLM_PRICES"
            ),
            (
                Self.base.merging(["MAIGEN_LLM_DAY_BUDGET": "5", "MAIGEN_LLM_PRICES": "other=1/1"]) { $1 },
                "MAIGEN_LLM_DAY_BUDGET", "MAIGEN_LLM_PRICES"
            ),
        ])
    func half(_ environment: [String: String], _ name: String, _ missing: String) throws {
        #expect(throws: ConfigurationError.incomplete(name, needs: missing)) { try read(environment) }
    }

    @Test(
        "A malformed value stops the start with its name and without the value",
        arguments: [
            ("MAIGEN_LLM_BASE_URL", "example.org"), ("MAIGEN_LLM_BASE_URL", "https://me:secret-1@example.org"),
            ("MAIGEN_LLM_API_KEY", ""), ("MAIGEN_LLM_API_KEY", "secret-1 with spaces"), ("MAIGEN_LLM_MODEL", ""),
            ("MAIGEN_LLM_MODEL", "a b"), ("MAIGEN_LLM_TIMEOUT", "1"), ("MAIGEN_LLM_TIMEOUT", "soon"),
            ("MAIGEN_LLM_CONCURRENCY", "0"), ("MAIGEN_LLM_TASK_TOKENS", "-1"), ("MAIGEN_LLM_DAY_TOKENS", "1e6"),
            ("MAIGEN_LLM_DAY_BUDGET", "5$"), ("MAIGEN_LLM_PRICES", "small"), ("MAIGEN_LLM_PRICES", "small=1"),
            ("MAIGEN_LLM_PRICES", "small=1/x"), ("MAIGEN_LLM_PRICES", "small=1/2,small=1/2"), ("MAIGEN_LLM_CACHE", ""),
        ])
    func malformed(_ name: String, _ value: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try read(Self.base.merging([name: value]) { $1 }) }
        guard case .malformed(let named, let expected) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(named == name && !expected.english.contains("secret-1"))
    }

    @Test("A misspelt name is found")
    func misspelt() {
        #expect(throws: ConfigurationError.unknown("MAIGEN_LLM_APIKEY")) { try read(["MAIGEN_LLM_APIKEY": "k"]) }
    }
}
