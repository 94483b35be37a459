import Foundation
import MaigenAnalysis
import MaigenModelScripts
import MaigenModels
import Testing

@Suite("Recorded and played again")
struct RecordTests {
    private static let key = "sk-record-0123456789abcdef"

    private static func file() -> URL {
        FileManager.default.temporaryDirectory.appending(path: "maigen-script-\(UUID().uuidString).json")
    }

    private static func outcome(_ client: OpenAIModel, _ prompt: ModelPrompt) async -> String {
        do throws(ModelFault) {
            let answer = try await client.answer(prompt, account: ModelAccount(limit: 1_000_000))
            return "\(answer.text) \(answer.usage)"
        } catch {
            return "\(error)"
        }
    }

    private static let prompts: [ModelPrompt] = {
        var second = ModelPrompt.hello
        second.messages += [.init(.assistant, "Hello."), .init(.user, "Again.")]
        var third = ModelPrompt.number
        third.messages = [.init(.user, "How many then?")]
        return [.hello, .number, second, third]
    }()

    @Test("A recorded session plays to the same answers and faults, and holds no key")
    func roundTrip() async throws {
        let file = Self.file()
        defer { try? FileManager.default.removeItem(at: file) }
        var limits = ModelLimits.quick
        limits.tries = 2
        let script = ModelScript(
            .init("Hello \(Self.key) “你好”.\n", usage: .init(prompt: 11, answer: 4)),
            .status(429, headers: ["retry-after-ms": "3"], code: "rate_limit_exceeded"),
            .init("{\"n\": 3}", usage: .init(prompt: 20, answer: 5)),
            .with { $0.refusal = "No \(Self.key)" },
            .with {
                $0.chunks = ["{\"n\"", ": 1"]
                $0.finish = "length"
                $0.usage = .init(prompt: 9, answer: 100)
            })
        let recorded = try await ScriptedModel.run(script) { real in
            var choice = real.choice
            choice.endpoint.key = ModelKey(Self.key)
            return try await ModelRecorder.run(choice, to: file) { address in
                var outcomes: [String] = []
                let endpoint = ModelEndpoint(try #require(ModelAddress(address)), key: ModelKey("another-key"))
                try await OpenAIModel.using(
                    ModelSettings(choice: ModelChoice(endpoint: endpoint, model: "m"), limits: limits)
                ) { client in
                    for prompt in Self.prompts { outcomes.append(await Self.outcome(client, prompt)) }
                }
                #expect(real.asked.count == 5 && real.unplayed.isEmpty)
                #expect(real.asked.allSatisfy { $0.authorization == "Bearer \(Self.key)" })
                return outcomes
            }
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains("0123456789") && !text.contains("another-key"))
        let again = try ModelScript(text: text)
        #expect(again.exchanges.count == 5 && again.exchanges[0].when?.agent == "analyst")
        try await ScriptedModel.run(again) { played in
            var outcomes: [String] = []
            try await OpenAIModel.using(ModelSettings(choice: played.choice, limits: limits)) { client in
                for prompt in Self.prompts { outcomes.append(await Self.outcome(client, prompt)) }
            }
            #expect(outcomes == recorded.map { $0.replacing(Self.key, with: "…") })
            #expect(played.unplayed.isEmpty)
        }
    }

    @Test("A stream that broke off is recorded as one")
    func cut() async throws {
        let file = Self.file()
        defer { try? FileManager.default.removeItem(at: file) }
        var limits = ModelLimits.quick
        limits.tries = 1
        let script = ModelScript(
            .with {
                $0.chunks = ["Hel", "lo"]
                $0.cut = 2
                // What arrives together with the end of the connection may be lost with it.
                $0.pause = 500
            })
        let recorded = try await ScriptedModel.run(script) { real in
            try await ModelRecorder.run(real.choice, to: file) { address in
                let endpoint = ModelEndpoint(try #require(ModelAddress(address)))
                return try await OpenAIModel.using(
                    ModelSettings(choice: ModelChoice(endpoint: endpoint, model: "m"), limits: limits)
                ) { await Self.outcome($0, .hello) }
            }
        }
        let again = try ModelScript(text: String(contentsOf: file, encoding: .utf8))
        #expect(again.exchanges.first?.chunks == ["Hello"] && again.exchanges.first?.cut == 1)
        let played = try await Playing.run(again, limits: limits) { await Self.outcome($0.client, .hello) }
        #expect(recorded.hasPrefix("unreachable") && played.hasPrefix("unreachable"))
    }

    @Test("Exchanges are found by agent, prompt, round and words; the rest in order; none is an answer of its own")
    func conditions() async throws {
        let script = try ModelScript(
            text: """
                model: tiny
                exchanges:
                  - when: {agent: coder}
                    answer: '{"n": 5}'
                  - when: {prompt: analyst/1, round: 2}
                    answer: second round
                  - when: {contains: "Say hello"}
                    answer: |
                      hello
                    usage: {prompt: 3, answer: 1}
                """)
        try await Playing.run(script) { playing in
            #expect(await playing.says(Self.prompts[2]) == "second round")
            #expect(await playing.says(.hello) == "hello")
            #expect(await playing.says(.number) == #"{"n": 5}"#)
            #expect(playing.model.unplayed.isEmpty)
            #expect(await playing.fault() == .rejected(status: 404, "the script has no answer to this question"))
        }
    }

    @Test(
        "A script that is wrong says where",
        arguments: [
            ("exchanges: []", "there are no exchanges"),
            ("exchanges:\n  - anser: x", "“anser” is not known (line 2)"),
            ("exchange:\n  - answer: x", "the script lacks “exchanges”"),
            ("exchanges:\n  - when: {agnt: coder}", "“agnt” is not known (line 2)"),
            ("rejects: [everything]\nexchanges:\n  - answer: x", "rejects: “everything” is not known"),
        ])
    func unreadable(_ text: String, _ reason: String) {
        #expect(throws: ModelScript.Unreadable(reason: reason)) { try ModelScript(text: text) }
    }
}
