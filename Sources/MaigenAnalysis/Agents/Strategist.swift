import MaigenDomain
import MaigenTestData

/// Specification, program and plan → what single tests should be for: settings of the generator's knobs, and wishes for
/// inputs that no setting builds.
struct Strategist: ModelAgent {
    let agent = Agent.strategist
    let prompt = AgentPrompt.strategist
    let snapshot: TaskSnapshot
    /// YAML.
    let specification: String
    let knobs: [Knob]
    let plan: TestPlan
    let rivals: [Rival]
    /// What was found about the tests so far, if they were made: of reviewer and machines.
    let findings: [String]

    struct Answer: Decodable, Sendable {
        var tests: [Test]
        var wishes: [Wish]?

        struct Test: Decodable, Sendable {
            var test: Int
            var settings: [String]
            var purpose: SpokenText
        }

        struct Wish: Decodable, Sendable {
            var test: Int
            var name: String
            var idea: String
            var purpose: SpokenText
        }
    }

    struct Output: Sendable {
        var proposals: [Proposal]
        var wishes: [Wish]
        /// What was left out.
        var dropped: Int

        var count: Int { proposals.count + wishes.count }
    }

    /// An input that no setting builds.
    struct Wish: Sendable, Hashable {
        var test: Int
        var name: String
        var idea: String
        var purpose: Localized
    }

    func question(_ quotation: Quotation) -> String {
        let tests = plan.tests.map {
            "\($0.number). \($0.arguments.dropLast().joined(separator: " ")) — \($0.purpose.english)"
        }
        var parts = [
            quotation.statement(snapshot.problem), quotation.quoted("standard program", snapshot.program.source),
            quotation.quoted("input specification", specification),
            quotation.quoted("knobs", knobs.map { "\($0.name): \($0.choices)" }.joined(separator: "\n")),
            quotation.quoted("planned tests", tests.joined(separator: "\n")),
        ]
        for rival in rivals.prefix(12) {
            parts.append(
                quotation.quoted("wrong program \(rival.name) (\(rival.kind.rawValue))", rival.source, limit: 4 << 10))
        }
        if !findings.isEmpty {
            parts.append(quotation.quoted("findings", findings.joined(separator: "\n"), limit: 8 << 10))
        }
        return parts.joined(separator: "\n") + "\nWhich tests should be changed, and how?"
    }

    func checked(_ answer: Answer, _ spoken: Spoken) throws(AnswerFault) -> Output {
        let numbers = Set(plan.tests.map(\.number))
        let known = Dictionary(knobs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var taken: Set<Int> = []
        var faults: [String] = []
        let proposals = answer.tests.prefix(40).compactMap { test -> Proposal? in
            guard numbers.contains(test.test), let purpose = spoken.line(test.purpose) else {
                faults.append("test \(test.test): there is no such test, or no purpose")
                return nil
            }
            let settings = test.settings.filter { setting in
                let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
                let isKnown = parts.count == 2 && known[parts[0]]?.accepts(parts[1]) == true
                if !isKnown { faults.append("test \(test.test): no knob takes '\(setting.prefix(60))'") }
                return isKnown
            }
            guard !settings.isEmpty, taken.insert(test.test).inserted else { return nil }
            return Proposal(test: test.test, purpose: purpose, settings: settings)
        }
        let wishes = (answer.wishes ?? []).prefix(Blueprint.generatorLimit).compactMap { wish -> Wish? in
            guard numbers.contains(wish.test), let name = Slug.of(wish.name), let purpose = spoken.line(wish.purpose),
                let idea = spoken.line(wish.idea, length: 600), taken.insert(wish.test).inserted
            else {
                faults.append("wish '\(wish.name.prefix(40))': its test is taken or unknown, or a text is missing")
                return nil
            }
            return Wish(test: wish.test, name: name, idea: idea, purpose: purpose)
        }
        // An empty answer is one: nothing has to be changed.
        guard !(proposals.isEmpty && wishes.isEmpty && !faults.isEmpty) else {
            throw AnswerFault(faults.prefix(10).joined(separator: "\n"))
        }
        return Output(proposals: proposals, wishes: wishes, dropped: faults.count)
    }

    func summary(_ output: Output) -> Localized {
        Localized(
            zh: "改进 \(output.proposals.count) 个测试点，\(output.wishes.count) 个需要专门的生成器，\(output.dropped) 项无效",
            en: """
                \(output.proposals.count) tests improved, \(output.wishes.count) need a generator of their own, \
                \(output.dropped) item(s) dropped
                """)
    }
}
