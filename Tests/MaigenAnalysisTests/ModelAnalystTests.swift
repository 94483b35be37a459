import Foundation
import MaigenAnalysis
import MaigenDomain
import MaigenTestData
import Testing

/// The agents on a language model: what it says is used where it holds, and costs nothing where it does not.
@Suite struct ModelAnalystTests {
    private static let quotes = [
        "k": "$1 \\le k \\le 5000$", "p": "$0 \\le p \\le 10^6$", "q": "$0 \\le q \\le 10^6$",
    ]
    private static let program = "#include <cstdio>\nint main() { puts(\"0\"); }\n"

    private static func good() -> PlayedModel {
        PlayedModel([
            "analyst": [.success(Answers.analyst([Statements.harbourYAML], quotes: quotes))],
            "adversary": [
                .success(Answers.adversary([("Prints Zero", "wrong", program), ("prints-zero", "slow", program)]))
            ],
            "strategist": [
                .success(
                    Answers.strategist(
                        [(3, ["k=5", "p=equal:7", "q=nonsense"]), (99, ["k=1"])], wishes: [(4, "close pairs")]))
            ],
            "coder": [
                .success(Answers.coder([("close-pairs", "#include \"testlib.h\"\n" + program), ("other", program)]))
            ],
        ])
    }

    @Test("The problem of these tests is beyond the built-in engine")
    func beyond() {
        guard case .unclear = ProblemAnalysis.analyze(Statements.harbour) else {
            Issue.record("the rules read it")
            return
        }
    }

    @Test("Where the rules are not sure, the model's checked specification is taken, with all that makes data strong")
    func whole() async throws {
        let model = Self.good()
        let analysed = await Analysed.of(Statements.snapshot(Statements.harbour), model)
        let blueprint = try #require(analysed.blueprint)
        _ = try InputReader(SpecificationParser.parse(blueprint.specification)).read("2\n3 4\n5 5\n")
        #expect(blueprint.isMendable)
        #expect(blueprint.remarks.count == 1)
        #expect(blueprint.rivals.map(\.name) == ["prints-zero"])
        #expect(blueprint.rivals.map(\.origin) == [.agent])
        // Known knobs stay, others go; what the coder wrote without being asked goes, too.
        #expect(blueprint.proposals.map(\.test) == [3, 4])
        #expect(blueprint.proposals[0].settings == ["k=5", "p=equal:7"])
        #expect(blueprint.proposals[1].generator == "close-pairs")
        #expect(blueprint.generators.map(\.name) == ["close-pairs"])
        // The account is the sum of what the answers cost.
        let total = blueprint.account.reduce(0) { $0 + $1.promptTokens + $1.answerTokens }
        #expect(total == model.asked.count * 1100)
        #expect(model.asked.count == 4)
        #expect(analysed.steps.map(\.percent) == analysed.steps.map(\.percent).sorted())
        #expect(analysed.steps.last?.message.english.contains("\(total) tokens") == true)
        for name in ["analyst/1", "adversary/1", "strategist/1", "coder/1"] {
            #expect(
                analysed.steps.contains {
                    $0.message.english.contains("\(name) · 1.1") && $0.message.english.contains("1100 tokens")
                })
        }
    }

    @Test("Deterministic, given the model's answers")
    func deterministic() async throws {
        let first = await Analysed.of(Statements.snapshot(Statements.harbour), Self.good())
        let (one, other) = (Self.good(), Self.good())
        _ = await Analysed.of(Statements.snapshot(Statements.harbour), one)
        let second = await Analysed.of(Statements.snapshot(Statements.harbour), other)
        #expect(try first.result.get() == second.result.get())
        #expect(one.asked == other.asked)
    }

    @Test("Where both understand the statement alike, the built-in engine's specification is taken")
    func agreement() async throws {
        let model = PlayedModel(["analyst": [.success(Answers.analyst([Statements.sumYAML]))]])
        let analysed = await Analysed.of(Statements.snapshot(Statements.sum), model)
        let blueprint = try #require(analysed.blueprint)
        #expect(blueprint.remarks == [])
        #expect(model.asked.map(\.version).contains("referee/1") == false)
        guard case .understood(let own) = ProblemAnalysis.analyze(Statements.sum) else { return }
        #expect(blueprint.specification == SpecificationWriter.write(own.specification))
    }

    @Test(
        "A candidate is told precisely what is wrong with it, and may be mended",
        arguments: [
            ("version: 1\ninput: [", "line"),
            ("version: 1\ninput:\n  - line: {k: {int: 1..m}}\n", "'m'"),
            // One number a crate.
            (
                "version: 1\ninput:\n  - line: {k: {int: 1..5000}}\n  - line: {p: {list: k, of: {int: 0..10^6}}}\n",
                "sample 1"
            ),
            // Lies about a bound: too wide, too narrow.
            (Statements.harbourYAML.replacing("5000", with: "50000"), "k ≤ 5000"),
            (Statements.harbourYAML.replacing("1..5000", with: "1..500"), "k ≤ 5000"),
            (Statements.harbourYAML.replacing("p: {int: 0..10^6}", with: "p: {int: 0..10}"), "p ≤ 1000000"),
            (Statements.harbourYAML.replacing("1..5000", with: "0..5000"), "k ≥ 1"),
            // Lies about the order.
            (
                Statements.harbourYAML.replacing(
                    "{p: {int: 0..10^6}, q: {int: 0..10^6}}", with: "{q: {int: 0..10^6}, p: {int: 0..10^6}}"),
                "names p first"
            ),
            // A predicate that would take over the validator.
            (
                Statements.harbourYAML + "predicates:\n  x: {uses: [k], cpp: \"return true; } int y() { return 1;\"}\n",
                "not the body"
            ),
        ])
    func mended(wrong: String, message: String) async throws {
        let model = PlayedModel([
            "analyst": [
                .success(Answers.analyst([wrong], quotes: Self.quotes)),
                .success(Answers.analyst([Statements.harbourYAML], quotes: Self.quotes)),
            ]
        ])
        let analysed = await Analysed.of(Statements.snapshot(Statements.harbour), model)
        let blueprint = try #require(analysed.blueprint)
        #expect(blueprint.specification.contains("5000"))
        let second = try #require(model.asked.filter { $0.version == "analyst/1" }.dropFirst().first)
        #expect(second.messages.count == 3)
        #expect(second.messages[2].text.contains(message), "\(second.messages[2].text)")
    }

    @Test("A lie that is never mended ends in a refusal, with a skeleton")
    func stubbornLie() async throws {
        let lie = Statements.harbourYAML.replacing("5000", with: "50000")
        let model = PlayedModel(["analyst": [.success(Answers.analyst([lie], quotes: Self.quotes))]])
        let analysed = await Analysed.of(Statements.snapshot(Statements.harbour), model)
        #expect(analysed.fault?.kind == .notUnderstood)
        #expect(analysed.fault?.detail.contains("???") == true)
        #expect(model.asked.count == 3)
    }

    @Test("A range that no comparison names needs the statement's own words")
    func evidence() async throws {
        var problem = Statements.harbour
        problem.constraints =
            "No ledger has ever held beyond 5000 crates, and a single crate weighs $0 \\le p, q \\le 10^6$."
        let snapshot = Statements.snapshot(problem)
        let candidates = [
            Answers.analyst([Statements.harbourYAML], quotes: ["k": "at most 5000 crates"]),
            Answers.analyst([Statements.harbourYAML], quotes: ["k": "a single crate weighs"]),
            Answers.analyst([Statements.harbourYAML], quotes: ["k": "held beyond 5000 crates"]),
        ]
        let model = PlayedModel(["analyst": candidates.map { .success($0) }])
        let analysed = await Analysed.of(snapshot, model)
        #expect(analysed.blueprint != nil)
        #expect(model.asked.filter { $0.version == "analyst/1" }.count == 3)
        #expect(model.asked[1].messages.last?.text.contains("k in 1..5000") == true)
    }

    @Test("A relation and a sum that the statement bounds have to be in the specification")
    func relations() async throws {
        var problem = Statements.harbour
        problem.constraints? += " Always $p \\le q$, and $\\sum p \\le 10^7$."
        problem.samples[0].input = "2\n3 4\n5 5\n"
        let related = Statements.harbourYAML.replacing("q: {int: 0..10^6}", with: "q: {int: p..10^6}")
        let whole = related.replacing("      each:", with: "      totals: {p: 10^7}\n      each:")
        let model = PlayedModel([
            "analyst": [Statements.harbourYAML, related, whole].map {
                .success(Answers.analyst([$0], quotes: Self.quotes))
            }
        ])
        let analysed = await Analysed.of(Statements.snapshot(problem), model)
        #expect(analysed.blueprint?.specification.contains("totals") == true)
        let asked = model.asked.filter { $0.version == "analyst/1" }
        #expect(asked.count == 3)
        #expect(asked[1].messages.last?.text.contains("compares p with q") == true)
        #expect(asked[2].messages.last?.text.contains("bounds a sum by 10000000") == true)
    }

    @Test("A property that the statement promises has to be in the specification")
    func promises() async throws {
        var problem = Statements.harbour
        problem.constraints? += " All $p$ are pairwise distinct."
        let model = PlayedModel([
            "analyst": [
                .success(Answers.analyst([Statements.harbourYAML], quotes: Self.quotes)),
                .success(
                    Answers.analyst(
                        [Statements.harbourYAML.replacing("      each:", with: "      distinct: [[p]]\n      each:")],
                        quotes: Self.quotes)),
            ]
        ])
        let analysed = await Analysed.of(Statements.snapshot(problem), model)
        #expect(analysed.blueprint?.specification.contains("distinct") == true)
        #expect(model.asked[1].messages.last?.text.contains("distinct") == true)
    }

    // MARK: - Conflicts

    private static let wider = Statements.sumYAML.replacing(
        "of: {int: -100..100}", with: "of: {int: -100..100}, order: nondecreasing")

    @Test("A checked reading that differs from the built-in engine's goes to the referee, and never wins in silence")
    func conflict() async throws {
        for (referee, isData) in [
            (Answers.referee("first", "$n$ 个整数 $a_i$"), true), (Answers.referee("neither", ""), true),
            (Answers.referee("second", "不在题面里的话"), true), ("nonsense", true),
            (Answers.referee("second", "$n$ 个整数 $a_i$"), false),
        ] {
            let model = PlayedModel([
                "analyst": [.success(Answers.analyst([Self.wider]))], "referee": [.success(referee)],
            ])
            let analysed = await Analysed.of(Statements.snapshot(Statements.sum), model)
            #expect(model.asked.contains { $0.version == "referee/1" })
            if isData {
                let blueprint = try #require(analysed.blueprint)
                #expect(!blueprint.specification.contains("nondecreasing"))
                #expect(blueprint.remarks.count == 1)
            } else {
                #expect(analysed.fault?.code == "readings-differ")
            }
        }
    }

    // MARK: - Faults

    @Test(
        "A model that fails costs quality, never the task; one that is gone is asked once",
        arguments: [
            (ModelFault.unreachable("x"), 1), (.late, 1), (.rateLimited, 1), (.quotaSpent, 1),
            (.rejected(status: 401, "x"), 1), (.budgetSpent, 1), (.refused("no"), 3), (.tooLong, 3), (.empty, 7),
            (.malformed("x"), 7),
        ])
    func faults(fault: ModelFault, calls: Int) async throws {
        let model = PlayedModel { _, _ in .failure(fault) }
        let analysed = await Analysed.of(Statements.snapshot(Statements.sum), model)
        let blueprint = try #require(analysed.blueprint)
        #expect(blueprint.isMendable == (calls > 1))
        #expect(blueprint.rivals == [] && blueprint.proposals == [])
        #expect(model.asked.count == calls)
        let refused = await Analysed.of(
            Statements.snapshot(Statements.harbour), PlayedModel { _, _ in .failure(fault) })
        #expect(refused.fault?.kind == .notUnderstood)
        let only = await Analysed.of(
            Statements.snapshot(Statements.sum, engine: .llm), PlayedModel { _, _ in .failure(fault) })
        #expect(only.fault?.kind == .notUnderstood)
    }

    @Test(
        "Nonsense is an answer that does not hold",
        arguments: [
            "", "{}", "[]", "null", "{\"candidates\": []}", "{\"candidates\": 3, \"severalAnswers\": false}",
            "{\"programs\": [{\"name\": \"\", \"kind\": \"wrong\", \"source\": \"\"}]}",
            String(repeating: "[", count: 100_000),
            "{\"candidates\":[{\"specification\":\"a: &a [*a]\",\"evidence\":[],\"doubts\":[]}]}",
        ])
    func nonsense(text: String) async throws {
        let analysed = await Analysed.of(Statements.snapshot(Statements.sum), PlayedModel { _, _ in .success(text) })
        #expect(analysed.blueprint?.rivals == [])
        #expect(analysed.blueprint?.specification.contains("1000") == true)
        let refused = await Analysed.of(Statements.snapshot(Statements.harbour), PlayedModel { _, _ in .success(text) })
        #expect(refused.fault?.kind == .notUnderstood)
    }

    @Test("Without a model nothing changes; where only a model may be used, the administrator is named")
    func without() async throws {
        let plain = await Analysed.of(Statements.snapshot(Statements.sum), nil)
        let builtIn = await Analysed.of(Statements.snapshot(Statements.sum, engine: .builtin), Self.good())
        #expect(try plain.result.get() == builtIn.result.get())
        #expect(plain.blueprint.map { Blueprint(specification: $0.specification) } == plain.blueprint)
        let only = await Analysed.of(Statements.snapshot(Statements.sum, engine: .llm), nil)
        #expect(only.fault?.code == "engine")
    }

    @Test("The budget holds over all rounds")
    func budget() async throws {
        let evidence = Evidence(
            blueprint: Blueprint(
                specification: Statements.sumYAML, isMendable: true,
                account: [AgentUsage(agent: .analyst, promptTokens: 9000, answerTokens: 500)]),
            trial: Trial(rivals: [Trial.Fate(name: "x", kind: .wrong, killedBy: [], compiles: true)]), hasData: true)
        let model = Self.good()
        let analysed = await Analysed.of(
            Statements.snapshot(Statements.sum), model, after: evidence, limits: .init(tokens: 10_000))
        #expect(try analysed.result.get() == nil)
    }

    @Test("The owner's specification is never replaced by a model's")
    func own() async throws {
        let written = "# mine\n" + Statements.sumYAML
        let model = Self.good()
        let analysed = await Analysed.of(Statements.snapshot(Statements.sum, specification: written), model)
        #expect(analysed.blueprint?.specification == written)
        #expect(!model.asked.contains { $0.version.hasPrefix("analyst") })
        let evidence = Evidence(
            blueprint: Blueprint(specification: written, isMendable: true),
            fault: TaskFault(kind: .data, code: "input-rejected", message: Localized(verbatim: "x")), hasData: false)
        let again = await Analysed.of(
            Statements.snapshot(Statements.sum, specification: written),
            PlayedModel(["reviewer": [.success(Answers.reviewer([]))]]), after: evidence)
        #expect(try again.result.get() == nil)
    }

    @Test("The owner's own wrong programs come first, whoever reads the statement, and the agents are told of them")
    func owned() async throws {
        let own = Rival(
            name: "prints-zero", kind: .wrong, origin: .person, source: "int main() { /* the owner's mistake */ }\n")
        let model = Self.good()
        let analysed = await Analysed.of(Statements.snapshot(Statements.harbour, rivals: [own]), model)
        let blueprint = try #require(analysed.blueprint)
        // The agent's program of the same name would be taken for it in reports.
        #expect(blueprint.rivals == [own])
        let strategist = try #require(model.asked.first { $0.version == "strategist/1" })
        #expect(strategist.messages[0].text.contains("the owner's mistake"))
        let evidence = Evidence(
            blueprint: blueprint,
            trial: Trial(rivals: [Trial.Fate(name: "prints-zero", kind: .wrong, killedBy: [], compiles: true)]),
            hasData: true)
        let second = PlayedModel(["reviewer": [.success(Answers.reviewer([]))]])
        _ = await Analysed.of(Statements.snapshot(Statements.harbour, rivals: [own]), second, after: evidence)
        #expect(second.asked.first?.messages[0].text.contains("the owner's mistake") == true)
        let byRules = await Analysed.of(Statements.snapshot(Statements.sum, engine: .builtin, rivals: [own]), nil)
        #expect(byRules.blueprint?.rivals == [own])
    }

    // MARK: - Later rounds

    @Test("Survivors go back to strategist and coder, with the reviewer's findings and the measurements")
    func survivors() async throws {
        let rival = Rival(name: "prints-zero", kind: .wrong, origin: .agent, source: Self.program)
        let old = Blueprint(
            specification: Statements.harbourYAML,
            proposals: [Proposal(test: 2, purpose: Localized(zh: "旧", en: "old"), settings: ["k=max"])],
            rivals: [rival],
            isMendable: true, account: [AgentUsage(agent: .analyst, promptTokens: 5, answerTokens: 1)])
        let evidence = Evidence(
            blueprint: old,
            trial: Trial(rivals: [Trial.Fate(name: "prints-zero", kind: .wrong, killedBy: [], compiles: true)]),
            hasData: true)
        let model = PlayedModel([
            "reviewer": [.success(Answers.reviewer([("plan", "no test has p differ from q"), ("weather", "fine")]))],
            "strategist": [.success(Answers.strategist([(3, ["p=min", "q=max"])]))],
        ])
        let analysed = await Analysed.of(Statements.snapshot(Statements.harbour), model, after: evidence)
        let blueprint = try #require(analysed.blueprint)
        #expect(blueprint.proposals.map(\.test) == [3, 2])
        #expect(blueprint.rivals == [rival])
        #expect(model.asked.map(\.version) == ["reviewer/1", "strategist/1"])
        #expect(model.asked[1].messages[0].text.contains("no test has p differ from q"))
        #expect(model.asked[1].messages[0].text.contains("prints-zero (wrong): passes every test"))
        #expect(blueprint.account.map(\.agent) == [.analyst, .reviewer, .strategist])
        // The same proposals again are no idea.
        let stuck = await Analysed.of(
            Statements.snapshot(Statements.harbour), model,
            after: Evidence(blueprint: blueprint, trial: evidence.trial, hasData: true))
        #expect(try stuck.result.get() == nil)
    }

    @Test("A specification with which no data could be made is mended by the model that wrote it")
    func mendedSpecification() async throws {
        let bounded = Statements.harbourYAML + "where: [\"sum(p) <= 10^9\"]\n"
        let old = Blueprint(specification: bounded, isMendable: true)
        let evidence = Evidence(
            blueprint: old,
            fault: TaskFault(
                kind: .data, code: "input-rejected", message: Localized(zh: "拒绝", en: "the validator rejects test 2")),
            hasData: false)
        let model = PlayedModel([
            "reviewer": [.success(Answers.reviewer([("specification", "sum(p) is not bounded")]))],
            "analyst": [.success(Answers.analyst([Statements.harbourYAML], quotes: Self.quotes))],
        ])
        let analysed = await Analysed.of(Statements.snapshot(Statements.harbour), model, after: evidence)
        #expect(analysed.blueprint?.specification.contains("sum") == false)
        #expect(model.asked[1].messages[0].text.contains("the validator rejects test 2"))
    }

    // MARK: - Prompts

    @Test("Every example of the language in the analyst's prompt is a specification")
    func examples() throws {
        let prompt = try #require(Self.promptOfAnalyst)
        let blocks = prompt.components(separatedBy: "```yaml\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
        #expect(blocks.count >= 8)
        for block in blocks { _ = try SpecificationParser.parse(block) }
    }

    private static var promptOfAnalyst: String? {
        ModelAnalyst.prompts.first { $0.version.hasPrefix("analyst") }?.system
    }

    @Test("Prompts have versions, schemas that are JSON, and nothing of a user's")
    func prompts() throws {
        #expect(Set(ModelAnalyst.prompts.map(\.version)).count == 6)
        for prompt in ModelAnalyst.prompts {
            #expect(!prompt.version.hasSuffix("/0"))
            let schema = try #require(prompt.schema)
            let object = try JSONSerialization.jsonObject(with: Data(schema.json.utf8)) as? [String: Any]
            #expect(object?["type"] as? String == "object")
        }
    }
}
