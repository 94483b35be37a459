import Foundation
import MaigenAnalysis
import MaigenDomain
import Synchronization

/// A language model that a test plays, in memory: it answers each prompt as the script says, and keeps what it was asked.
final class PlayedModel: LanguageModel {
    typealias Script = @Sendable (_ prompt: ModelPrompt, _ call: Int) -> Result<String, ModelFault>

    private let script: Script
    private let calls = Mutex<[ModelPrompt]>([])
    /// Every prompt so far.
    var asked: [ModelPrompt] { calls.withLock { $0 } }
    /// What every answer costs.
    static let usage = ModelUsage(promptTokens: 1000, answerTokens: 100)

    init(_ script: @escaping Script) {
        self.script = script
    }

    /// Answers by the prompt's name (`analyst`), each with its answers in turn; the last one is repeated.
    convenience init(_ answers: [String: [Result<String, ModelFault>]]) {
        let left = Mutex(answers)
        self.init { prompt, _ in
            let name = String(prompt.version.prefix { $0 != "/" })
            return left.withLock { left in
                guard let all = left[name], let first = all.first else { return .failure(.refused("not scripted")) }
                if all.count > 1 { left[name] = Array(all.dropFirst()) }
                return first
            }
        }
    }

    func answer(_ prompt: ModelPrompt, account: ModelAccount) async throws(ModelFault) -> ModelAnswer {
        let call = calls.withLock { calls in
            calls.append(prompt)
            return calls.count
        }
        guard await account.reserve(2000) else { throw .budgetSpent }
        let result = script(prompt, call)
        await account.settle(2000, used: (try? result.get()) == nil ? ModelUsage() : Self.usage, by: prompt.agent)
        return ModelAnswer(text: try result.get(), model: "played", usage: Self.usage)
    }
}

/// Answers of the agents' models, as JSON.
enum Answers {
    static func json(_ value: Any) -> String {
        let data = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    static func analyst(
        _ specifications: [String], quotes: [String: String] = [:], doubts: [String] = [], several: Bool = false
    ) -> String {
        json([
            "candidates": specifications.map { specification in
                [
                    "specification": specification, "doubts": doubts,
                    "evidence": quotes.sorted { $0.key < $1.key }.map { ["name": $0.key, "quote": $0.value] },
                ] as [String: Any]
            }, "severalAnswers": several,
        ])
    }

    static func adversary(_ programs: [(name: String, kind: String, source: String)]) -> String {
        json(["programs": programs.map { ["name": $0.name, "kind": $0.kind, "source": $0.source] }])
    }

    static func strategist(
        _ tests: [(test: Int, settings: [String])], wishes: [(test: Int, name: String)] = [],
        purpose: String = "刁难贪心"
    ) -> String {
        json([
            "tests": tests.map {
                ["test": $0.test, "settings": $0.settings, "purpose": ["zh": purpose, "en": purpose]] as [String: Any]
            },
            "wishes": wishes.map {
                [
                    "test": $0.test, "name": $0.name, "idea": "three equal numbers",
                    "purpose": ["zh": purpose, "en": purpose],
                ]
                    as [String: Any]
            },
        ])
    }

    static func coder(_ generators: [(name: String, source: String)], checker: String? = nil) -> String {
        json(
            [
                "generators": generators.map { ["name": $0.name, "source": $0.source] }, "checker": checker ?? NSNull(),
            ] as [String: Any])
    }

    static func referee(_ choice: String, _ quote: String) -> String { json(["choice": choice, "quote": quote]) }

    static func reviewer(_ faults: [(about: String, text: String)]) -> String {
        json(["faults": faults.map { ["about": $0.about, "text": $0.text] }])
    }
}

/// Problems of the tests: one that the built-in engine reads, and one that it does not.
enum Statements {
    static let sum = ProblemDocument(
        title: "求和", description: "求 $n$ 个整数的和。", input: "第一行一个整数 $n$。第二行 $n$ 个整数 $a_i$。",
        output: "一个整数。", constraints: "$1 \\le n \\le 1000$，$-100 \\le a_i \\le 100$。",
        samples: [ProblemDocument.Sample(input: "3\n1 2 3\n", output: "6\n")])

    static let sumYAML = """
        version: 1
        input:
          - line: {n: {int: 1..1000}}
          - line: {a: {list: n, of: {int: -100..100}}}

        """

    /// Told as a story in words that the rules do not know.
    static let harbour = ProblemDocument(
        title: "Harbour",
        description: """
            The harbour master weighs every crate twice, according to the old custom of the guild, and writes down both \
            weights $p$ and $q$.
            """,
        input: """
            The book opens with the tally $k$ of crates. Whatever the clerk noted about a crate follows beneath, crate after crate, \
            first $p$ and then $q$.
            """,
        output: "Print the total difference.",
        constraints: "$1 \\le k \\le 5000$, $0 \\le p \\le 10^6$, $0 \\le q \\le 10^6$.",
        samples: [ProblemDocument.Sample(input: "2\n3 4\n5 5\n", output: "1\n")])

    static let harbourYAML = """
        version: 1
        input:
          - line: {k: {int: 1..5000}}
          - rows:
              times: k
              each: [{line: {p: {int: 0..10^6}, q: {int: 0..10^6}}}]

        """

    static func snapshot(
        _ problem: ProblemDocument, engine: AnalysisEngine = .auto, specification: String? = nil,
        program: String = "int main() {}", rivals: [Rival] = []
    ) -> TaskSnapshot {
        TaskSnapshot(
            problem: problem, program: StandardProgram(source: program),
            tests: [
                TestWish(strategy: .minimumBounds, count: 1), TestWish(strategy: .maximumBounds, count: 1),
                TestWish(strategy: .randomSmall, count: 3),
            ], specification: specification, engine: engine, rivals: rivals)
    }
}

/// What came of an analysis: its result, and the steps that people saw.
struct Analysed: Sendable {
    var result: Result<Blueprint?, TaskFault>
    var steps: [TaskProgress]

    var blueprint: Blueprint? { try? result.get() }
    var fault: TaskFault? { if case .failure(let fault) = result { fault } else { nil } }
    /// Everything that anybody could read of it.
    var visible: String {
        var texts = steps.flatMap { [$0.message.chinese, $0.message.english, $0.detail] }
        if let fault { texts += [fault.message.chinese, fault.message.english, fault.detail] }
        if let blueprint {
            texts.append(blueprint.specification)
            texts += blueprint.remarks.flatMap { [$0.chinese, $0.english] }
            texts += blueprint.proposals.flatMap { [$0.purpose.chinese, $0.purpose.english] + $0.settings }
            texts += blueprint.generators.flatMap { [$0.name, $0.source] } + [blueprint.checker ?? ""]
            texts += blueprint.rivals.flatMap { [$0.name, $0.source] }
        }
        return texts.joined(separator: "\n")
    }

    static func of(
        _ snapshot: TaskSnapshot, _ model: (any LanguageModel)?, after evidence: Evidence? = nil,
        limits: ModelAnalyst.Limits = ModelAnalyst.Limits()
    ) async -> Analysed {
        let steps: Mutex<[TaskProgress]> = Mutex([])
        let sink = ProgressSink(Dispatch(task: TaskID(rawValue: "t"), attempt: 1)) { step in
            steps.withLock { $0.append(step) }
        }
        let analyst = ModelAnalyst(model, builtIn: BuiltInAnalyst(atOnce: 1), limits: limits)
        do throws(TaskFault) {
            let blueprint = try await analyst.blueprint(for: snapshot, after: evidence, progress: sink)
            return Analysed(result: .success(blueprint), steps: steps.withLock { $0 })
        } catch {
            return Analysed(result: .failure(error), steps: steps.withLock { $0 })
        }
    }
}
