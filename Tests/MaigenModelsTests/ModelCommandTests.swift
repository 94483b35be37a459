import Foundation
import MaigenAnalysis
import MaigenModelScripts
import MaigenModels
import TestSupport
import Testing

@Suite("maigen model")
struct ModelCommandTests {
    private static let key = "sk-command-0123456789"

    private static func maigen(
        _ arguments: String..., model: ScriptedModel? = nil, language: String = "en", interruptAfter: Duration? = nil
    ) async throws -> Program.Result {
        var environment = ["MAIGEN_LANG": language]
        if let model {
            environment["MAIGEN_LLM_BASE_URL"] = "http://127.0.0.1:\(model.port)"
            environment["MAIGEN_LLM_MODEL"] = "scripted"
            environment["MAIGEN_LLM_API_KEY"] = key
            environment["MAIGEN_LLM_TIMEOUT"] = "60"
        }
        return try await Program.run(
            Program.built("maigen").path, ["model"] + arguments, environment: environment,
            interruptAfter: interruptAfter)
    }

    private static let answers: [ModelScript.Exchange] = [
        .with("one, two, three, four, five, six, seven, eight, nine, ten") {
            $0.when = .init(prompt: "check/1")
            $0.usage = .init(prompt: 30, answer: 20)
        },
        .with(#"{"working": "19 + 23", "sum": 42}"#) {
            $0.when = .init(prompt: "check/2")
            $0.times = 0
        },
    ]

    @Test("check says what works, and ends with 0")
    func check() async throws {
        try await ScriptedModel.run(ModelScript(exchanges: Self.answers)) { model in
            let result = try await Self.maigen("check", model: model)
            #expect(result.status == 0 && result.message.isEmpty, "\(result.message)")
            let marks = result.text.split(separator: "\n").filter { "✔–✘".contains($0.first ?? " ") }
            let names = marks.map { $0.split(separator: " ")[1] }
            #expect(names == ["models", "answers", "streaming", "usage", "json_schema", "json_object", "json"])
            #expect(marks.allSatisfy { $0.hasPrefix("✔") } && result.text.hasSuffix("usable\n"))
            #expect(model.asked.allSatisfy { $0.authorization == "Bearer \(Self.key)" } && model.asked.count == 4)
        }
    }

    @Test("check finds what is missing, in both languages, and says so as JSON")
    func missing() async throws {
        var script = ModelScript(exchanges: Self.answers)
        script.exchanges[0].times = 0
        script.exchanges[0].usage = nil
        script.rejects = ["json_schema"]
        script.streams = false
        script.model = "another"
        try await ScriptedModel.run(script) { model in
            for (language, word) in [("en", "usable"), ("zh", "可以使用")] {
                let result = try await Self.maigen("check", model: model, language: language)
                let marks = result.text.split(separator: "\n").filter { "✔–✘".contains($0.first ?? " ") }
                    .compactMap(\.first)
                #expect(
                    result.status == 0 && String(marks) == "–✔–––✔✔" && result.text.contains(word), "\(result.text)")
            }
            let json = try await Self.maigen("check", "--json", model: model)
            struct Report: Decodable { var isUsable: Bool }
            #expect(try JSONDecoder().decode([Report].self, from: json.output).map(\.isUsable) == [true])
        }
    }

    @Test("check ends with 4 where the endpoint is of no use, and never shows the key")
    func useless() async throws {
        let scripts: [[ModelScript.Exchange]] = [
            [
                .with {
                    $0 = .status(401, message: "wrong key \(Self.key)")
                    $0.times = 0
                }
            ],
            [Self.answers[0], .with("no JSON") { $0.times = 0 }],
        ]
        for exchanges in scripts {
            try await ScriptedModel.run(ModelScript(exchanges: exchanges)) { model in
                let result = try await Self.maigen("check", model: model)
                #expect(result.status == 4 && result.text.contains("✘"), "\(result.text)")
                #expect(!result.text.contains("0123456789") && !result.message.contains("0123456789"))
            }
        }
        try await ScriptedModel.run(ModelScript(.with { $0.silent = true })) { model in
            let result = try await Self.maigen("check", model: model, interruptAfter: .seconds(3))
            #expect(result.status == 130, "\(result.text)")
        }
        let result = try await Self.maigen("check")
        #expect(result.status == 2 && result.message.contains("MAIGEN_LLM_BASE_URL"))
    }

    @Test("record passes questions on and writes what came back, without the key")
    func record() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "maigen-record-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        // A port that was free a moment ago: the command says which one it took only when it ends.
        let port = try await ScriptedModel.run(ModelScript(.init("free"))) { $0.port }
        try await ScriptedModel.run(ModelScript(.init("Hello.", usage: .init(prompt: 4, answer: 2)))) { model in
            async let command = Self.maigen(
                "record", "--to", file.path, "--port", "\(port)", model: model, interruptAfter: .seconds(8))
            let address = try #require(ModelAddress("http://127.0.0.1:\(port)"))
            var settings = ModelSettings(choice: ModelChoice(endpoint: ModelEndpoint(address), model: "scripted"))
            settings.limits = .quick
            settings.limits.rest = .milliseconds(1)
            let said = try await OpenAIModel.using(settings) { client in
                let patience = ContinuousClock.now + .seconds(7)
                while true {
                    do throws(ModelFault) {
                        return try await client.answer(.hello, account: ModelAccount(limit: 10_000)).text
                    } catch {
                        // The command is starting.
                        guard .now < patience else { return "\(error)" }
                    }
                    try await Task.sleep(for: .milliseconds(50))
                }
            }
            let result = try await command
            #expect(said == "Hello." && result.status == 0, "\(result.message)")
            #expect(model.asked.map(\.authorization) == ["Bearer \(Self.key)"])
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(!text.contains("0123456789"))
            let script = try ModelScript(text: text)
            #expect(script.exchanges.map(\.answer) == ["Hello."] && script.exchanges[0].usage?.prompt == 4)
        }
    }

    @Test("replay plays a file until it is interrupted, and refuses one that is no script")
    func replay() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "maigen-replay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "script.json")
        try Data(try ModelScript(exchanges: Self.answers).text.utf8).write(to: file)
        let played = try await Self.maigen("replay", file.path, interruptAfter: .seconds(2))
        #expect(played.text.hasPrefix("MAIGEN_LLM_BASE_URL=http://127.0.0.1:"), "\(played.message)")
        #expect(played.status == 0)
        try Data("exchanges:\n  - anser: x\n".utf8).write(to: file)
        let refused = try await Self.maigen("replay", file.path)
        #expect(refused.status == 2 && refused.message.contains("anser"))
        let nowhere = try await Self.maigen("replay", folder.appending(path: "none").path)
        #expect(nowhere.status == 2)
    }
}
