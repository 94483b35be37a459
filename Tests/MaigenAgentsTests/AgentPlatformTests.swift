import Foundation
import MaigenModelScripts
import TestSupport
import Testing

/// Whole tasks on the platform, with a language model over a real port: API, page and points. What is done stands in `play.py`.
@Suite("Agents on the platform", .serialized, .timeLimit(.minutes(10)))
struct AgentPlatformTests {
    /// What somebody sees who submits a task over HTTP.
    private struct Seen: Decodable {
        var state: String
        var fault: String
        /// Points before and after.
        var before: Int
        var after: Int
        var events: [Event]
        var report: Report?
        /// The task's page.
        var page: String

        struct Event: Decodable {
            var state: String
            var percent: Int
            var agent: String?
            var message: String
        }

        struct Report: Decodable {
            var kills: Kills?

            struct Kills: Decodable {
                var programs: [Program]
            }

            struct Program: Decodable {
                var name: String
                var killedBy: [Int]
            }
        }
    }

    private static func play(_ problem: String, _ solution: String, _ model: ScriptedModel) async throws -> Seen {
        try await withTemporaryFolder { folder in
            let (statement, program) = (folder.appending(path: "p.md"), folder.appending(path: "s.cpp"))
            try Data(problem.utf8).write(to: statement)
            try Data(solution.utf8).write(to: program)
            let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "play.py")
            let result = try await Program.run(
                "python3", [script.path, try Program.built("maigen").path, statement.path, program.path],
                in: folder,
                environment: [
                    "MAIGEN_LANG": "en", "MAIGEN_LLM_BASE_URL": model.address, "MAIGEN_LLM_MODEL": "scripted",
                    "MAIGEN_LLM_API_KEY": Generated.secret, "MAIGEN_LLM_TIMEOUT": "30",
                ])
            #expect(result.status == 0, "\(result.message)")
            return try JSONDecoder().decode(Seen.self, from: result.output)
        }
    }

    @Test("A task goes to the agents, to the sandbox, back to the agents, and ends in the best data")
    func whole() async throws {
        var script = try Harbour.good()
        // The first round's rivals survive in part, so that the reviewer is asked.
        script.exchanges.append(
            ModelScript.Exchange(
                try Harbour.strategist([(3, ["k=2", "p=min", "q=max"])]), when: .init(prompt: "strategist/1"),
                usage: .init(prompt: 10, answer: 1)))
        try await ScriptedModel.run(script) { model in
            let seen = try await Self.play(Harbour.problem, Harbour.solution, model)
            #expect(seen.state == "completed", "\(seen.fault)")
            #expect(seen.before - seen.after == 5)
            #expect(seen.report?.kills?.programs.count == 3)
            #expect(seen.events.map(\.percent) == seen.events.map(\.percent).sorted())
            #expect(Set(seen.events.compactMap(\.agent)) == ["analyst", "strategist", "coder", "reviewer"])
            #expect(
                seen.events.contains { $0.message.contains("analyst/1 · 1.1") && $0.message.contains("1100 tokens") })
            #expect(seen.page.contains("analyst/1"))
            #expect(!seen.page.contains(Generated.secret))
        }
    }

    @Test("A model that lies costs the task, which is paid back with the reason")
    func refused() async throws {
        let lie = Harbour.yaml.replacing("5000", with: "500000")
        try await ScriptedModel.run(Harbour.script(["analyst": [try Harbour.analyst(lie)]])) { model in
            let seen = try await Self.play(Harbour.problem, Harbour.solution, model)
            #expect(seen.state == "failed")
            #expect(seen.before == seen.after)
            #expect(seen.fault.contains("not understood"))
        }
    }

    @Test("A model that is silent costs the task nothing where the rules are sure")
    func silent() async throws {
        var exchange = ModelScript.Exchange()
        (exchange.status, exchange.times) = (500, 0)
        try await ScriptedModel.run(ModelScript(exchanges: [exchange])) { model in
            let seen = try await Self.play(Harbour.sum, Harbour.sumSolution, model)
            #expect(seen.state == "completed", "\(seen.fault)")
            #expect(seen.events.contains { $0.message.contains("language model cannot be reached") })
        }
    }
}
