import MaigenDomain
import MaigenTestData

/// One problem's way through the agents on a language model.
///
/// Theory of operation. *The specification*: the model's candidates have been checked one by one when they arrive here
/// (`Analyst`). Where the built-in engine is sure, it stays with its own reading: the model's either says the same, or
/// the conflict goes to the referee, and only a referee that can quote the statement against the built-in reading stops the
/// task. Where the built-in engine is not sure, a checked reading of the model's is taken; of several that differ, the one
/// that the referee can prove. *Everything else* is advantage: wrong programs, proposals for tests, generators, a checker. What
/// fails there is left out. *Later rounds* begin with what execution measured.
struct ModelSession: Sendable {
    let snapshot: TaskSnapshot
    let desk: Desk
    let builtIn: BuiltInAnalyst

    // MARK: - The first round

    func first(_ progress: ProgressSink) async throws(TaskFault) -> Blueprint {
        let reading = try await reading(progress)
        return try await completed(reading, after: nil, progress)
    }

    /// A specification that is taken, and what is known of it.
    private struct Reading: Sendable {
        var specification: InputSpecification
        var text: String
        var remarks: [Localized] = []
        var assumptions: [Localized] = []
        var hasSeveralAnswers = false
        /// Whether the model wrote it, so that it can mend it.
        var isModels = false
    }

    private func reading(_ progress: ProgressSink) async throws(TaskFault) -> Reading {
        if snapshot.specification != nil {
            let given = try await builtIn.think { [snapshot] () throws(TaskFault) in
                try AgentSession(snapshot, progress).understood()
            }
            return Reading(specification: given.specification, text: given.text)
        }
        progress(
            .analyzing, percent: 2, by: .analyst,
            Localized(zh: "正在阅读题面与样例", en: "Reading the statement and the samples"))
        let outcome = try await builtIn.think { [problem = snapshot.problem] in ProblemAnalysis.analyze(problem) }
        switch outcome {
        case .understood(let understanding):
            await desk.tell(
                .analyst,
                Localized(
                    zh: "内置引擎读懂了题面，有 \(understanding.facts.count) 条依据",
                    en: "The built-in engine understands the statement, with \(understanding.facts.count) facts"),
                detail: AgentNotes.facts(understanding))
            let model = await desk.ask(Analyst(snapshot.problem), tries: 3)
            return try await settled(understanding, model)
        case .unclear(let misunderstanding):
            await desk.tell(
                .analyst,
                Localized(
                    zh: "内置引擎没有把握，请语言模型来读", en: "The built-in engine is not sure; the language model reads"),
                detail: AgentNotes.lines(misunderstanding.reasons))
            let analyst = Analyst(snapshot.problem, unread: misunderstanding.unread)
            guard let model = await desk.ask(analyst, tries: 3) else { throw .notUnderstood(misunderstanding) }
            return try await settled(misunderstanding, model)
        }
    }

    /// The built-in engine is sure.
    private func settled(
        _ understanding: Understanding, _ model: Analyst.Output?
    ) async throws(TaskFault) -> Reading {
        let own = understanding.specification
        var reading = Reading(
            specification: own, text: SpecificationWriter.write(own), assumptions: understanding.assumptions,
            hasSeveralAnswers: model?.hasSeveralAnswers ?? false)
        guard let model else {
            guard snapshot.engine == .auto else { throw .modelFailed(skeleton: reading.text) }
            return reading
        }
        var difference = ""
        for candidate in model.specifications {
            guard let found = try await self.difference(own, candidate) else {
                await desk.tell(
                    .analyst,
                    Localized(zh: "语言模型与内置引擎读法一致", en: "The language model and the built-in engine agree"))
                return reading
            }
            if difference.isEmpty { difference = found }
        }
        let other = SpecificationWriter.write(model.specifications[0])
        let referee = Referee(problem: snapshot.problem, first: reading.text, second: other, difference: difference)
        guard await desk.ask(referee) == .second else {
            reading.remarks.append(
                Localized(
                    zh: "语言模型曾给出不同的读法，经核对未采用；数据按内置引擎的读法生成。",
                    en: """
                        The language model read the statement otherwise, which did not hold; the data follows the built-in \
                        engine's reading.
                        """))
            return reading
        }
        throw .readingsDiffer(difference, skeleton: reading.text)
    }

    /// Only the model has a reading.
    private func settled(
        _ misunderstanding: Misunderstanding, _ model: Analyst.Output
    ) async throws(TaskFault) -> Reading {
        var chosen = model.specifications[0]
        for candidate in model.specifications.dropFirst() {
            guard let difference = try await difference(chosen, candidate) else { continue }
            let referee = Referee(
                problem: snapshot.problem, first: SpecificationWriter.write(chosen),
                second: SpecificationWriter.write(candidate), difference: difference)
            switch await desk.ask(referee) {
            case .first?: break
            case .second?: chosen = candidate
            case .neither?, nil:
                throw .readingsDiffer(difference, skeleton: misunderstanding.skeleton)
            }
        }
        let text = SpecificationWriter.write(chosen)
        await desk.tell(
            .analyst, Localized(zh: "采用语言模型给出的规格，能读全部样例", en: "The language model's specification is taken"),
            detail: text)
        return Reading(
            specification: chosen, text: text,
            remarks: [
                Localized(
                    zh: "输入规格由语言模型写出，已用样例和题面中的数字逐项核对。",
                    en: """
                        A language model wrote the input specification; samples and the numbers of the statement vouch for \
                        it.
                        """)
            ], hasSeveralAnswers: model.hasSeveralAnswers, isModels: true)
    }

    private func difference(
        _ first: InputSpecification, _ second: InputSpecification
    ) async throws(TaskFault) -> String? {
        let samples = snapshot.problem.samples.map(\.input)
        return try await builtIn.think { SpecificationComparison.difference(first, second, samples: samples) }
    }

    // MARK: - What makes data strong

    /// The blueprint of a reading: plan, code and review as the built-in engine has them, and the model's advantages on top.
    private func completed(
        _ reading: Reading, after old: Blueprint?, findings: [String] = [], _ progress: ProgressSink
    ) async throws(TaskFault) -> Blueprint {
        var blueprint = Blueprint(
            specification: reading.text, checker: old?.checker, rivals: old?.rivals ?? snapshot.rivals,
            remarks: reading.remarks)
        let plan = try await builtIn.think { [snapshot] () throws(TaskFault) in
            let understood = AgentSession.Understood(
                specification: reading.specification, text: reading.text, assumptions: reading.assumptions)
            let session = AgentSession(snapshot, progress)
            return old == nil ? try session.finish(understood) : session.plan(reading.specification)
        }
        await desk.advance(to: 17)
        if !blueprint.rivals.contains(where: { $0.origin == .agent }) {
            let taken = Set(blueprint.rivals.map(\.name))
            let more = await desk.ask(Adversary(snapshot: snapshot))?.filter { !taken.contains($0.name) } ?? []
            blueprint.rivals = Array((blueprint.rivals + more).prefix(Blueprint.rivalLimit))
        }
        try await propose(&blueprint, plan, reading, findings: findings)
        blueprint.isMendable = await desk.outage == nil
        await settle(&blueprint, old?.account ?? [])
        return blueprint
    }

    /// Strategist and coder add what they can to `blueprint`. Whether anything was added.
    @discardableResult
    private func propose(
        _ blueprint: inout Blueprint, _ plan: TestPlan, _ reading: Reading, findings: [String]
    ) async throws(TaskFault) -> Bool {
        let knobs = try await builtIn.think { GeneratorKnobs.knobs(of: reading.specification) }
        let strategist = Strategist(
            snapshot: snapshot, specification: reading.text, knobs: knobs, plan: plan, rivals: blueprint.rivals,
            findings: findings)
        let planned = await desk.ask(strategist)
        var proposals = planned?.proposals ?? []
        let wantsChecker = reading.hasSeveralAnswers && blueprint.checker == nil
        if let wishes = planned?.wishes, !wishes.isEmpty || wantsChecker {
            let coder = Coder(
                snapshot: snapshot, specification: reading.text, wishes: wishes, wantsChecker: wantsChecker,
                findings: findings)
            if let code = await desk.ask(coder) {
                blueprint.checker = code.checker ?? blueprint.checker
                let names = Set(code.generators.map(\.name))
                let kept = blueprint.generators.filter { !names.contains($0.name) }
                blueprint.generators = Array((code.generators + kept).prefix(Blueprint.generatorLimit))
                proposals += wishes.filter { names.contains($0.name) }.map {
                    Proposal(test: $0.test, purpose: $0.purpose, settings: [], generator: $0.name)
                }
            }
        }
        let tests = Set(proposals.map(\.test))
        let news = proposals.filter { !blueprint.proposals.contains($0) }
        blueprint.proposals = proposals + blueprint.proposals.filter { !tests.contains($0.test) }
        return !news.isEmpty
    }

    /// Adds what this round cost to what earlier ones did, and says so.
    private func settle(_ blueprint: inout Blueprint, _ earlier: [AgentUsage]) async {
        var sum = earlier
        for (agent, usage) in await desk.account.usage {
            if let place = sum.firstIndex(where: { $0.agent == agent }) {
                sum[place].promptTokens += usage.promptTokens
                sum[place].answerTokens += usage.answerTokens
            } else {
                sum.append(
                    AgentUsage(agent: agent, promptTokens: usage.promptTokens, answerTokens: usage.answerTokens))
            }
        }
        blueprint.account = sum.sorted { $0.agent.rawValue < $1.agent.rawValue }
        guard !sum.isEmpty else { return }
        let total = sum.reduce(0) { $0 + $1.promptTokens + $1.answerTokens }
        let parts = blueprint.account.map { usage in
            let title = usage.agent.title
            let tokens = usage.promptTokens + usage.answerTokens
            return Localized(zh: "\(title.chinese) \(tokens)", en: "\(title.english) \(tokens)")
        }
        let cost = await desk.account.cost.values.reduce(ModelCost.nothing, +)
        let money =
            cost == .nothing ? Localized(verbatim: "") : Localized(zh: "，本轮费用 \(cost)", en: ", \(cost) in this round")
        await desk.tell(
            .reviewer,
            Localized(
                zh: "语言模型合计 \(total) 词元：\(parts.map(\.chinese).joined(separator: "，"))\(money.chinese)",
                en:
                    "The language model used \(total) tokens: \(parts.map(\.english).joined(separator: ", "))\(money.english)"
            ))
    }

    // MARK: - Later rounds

    /// What may do better than the blueprint that `evidence` is about; nil where nobody has an idea.
    func better(than evidence: Evidence, _ progress: ProgressSink) async throws(TaskFault) -> Blueprint? {
        let old = evidence.blueprint
        let reviewer = Reviewer(snapshot: snapshot, evidence: evidence)
        guard let faults = await desk.ask(reviewer) else { return nil }
        let findings = faults.map { "\($0.about.rawValue): \($0.text)" } + [reviewer.measured]
        if evidence.fault != nil {
            return try await mended(evidence, findings.joined(separator: "\n"), progress)
        }
        let specification: InputSpecification
        do {
            specification = try await builtIn.think { () throws(SpecificationError) in
                try SpecificationParser.parse(old.specification)
            }
        } catch {
            return nil
        }
        var reading = Reading(specification: specification, text: old.specification, remarks: old.remarks)
        reading.hasSeveralAnswers = faults.contains { $0.about == .checker }
        let plan = try await builtIn.think { [snapshot] in AgentSession(snapshot, progress).plan(specification) }
        var blueprint = old
        if reading.hasSeveralAnswers { blueprint.checker = nil }
        let isNew = try await propose(&blueprint, plan, reading, findings: findings)
        guard isNew || blueprint.generators != old.generators || blueprint.checker != old.checker else { return nil }
        blueprint.isMendable = await desk.outage == nil
        await settle(&blueprint, old.account)
        return blueprint
    }

    /// Another specification in place of one with which no data could be made; nil where the model did not write it, or
    /// has no other.
    private func mended(
        _ evidence: Evidence, _ findings: String, _ progress: ProgressSink
    ) async throws(TaskFault) -> Blueprint? {
        let old = evidence.blueprint
        guard snapshot.specification == nil else { return nil }
        let outcome = try await builtIn.think { [problem = snapshot.problem] in ProblemAnalysis.analyze(problem) }
        // The built-in engine's own reading is not mended by a model.
        guard case .unclear(let misunderstanding) = outcome else { return nil }
        let analyst = Analyst(
            snapshot.problem, evidence: findings + "\n" + old.specification, unread: misunderstanding.unread)
        guard let model = await desk.ask(analyst, tries: 3) else { return nil }
        let reading = try await settled(misunderstanding, model)
        guard reading.text != old.specification else { return nil }
        return try await completed(reading, after: old, findings: [findings], progress)
    }
}

extension TaskFault {
    /// The model has no usable answer, and nothing else may be used.
    static func modelFailed(skeleton: String) -> TaskFault {
        TaskFault(
            kind: .notUnderstood, code: "model-failed",
            message: Localized(
                zh: "语言模型没有给出可用的输入规格，因此没有生成数据。请提供输入规格后重新提交。",
                en: """
                    The language model gave no usable input specification, so no data was made. Supply a specification and \
                    submit again.
                    """),
            detail: skeleton)
    }

    /// Two readings are possible, and nobody can tell which is meant.
    static func readingsDiffer(_ difference: String, skeleton: String) -> TaskFault {
        TaskFault(
            kind: .notUnderstood, code: "readings-differ",
            message: Localized(
                zh: "题面有两种读法，无法断定哪一种正确，因此没有生成数据。请核对下面的规格，改正后重新提交。",
                en: """
                    The statement can be read in two ways, and nothing decides which is meant, so no data was made. Check \
                    the specification below, correct it and submit again.
                    """),
            detail: skeleton.prefix(bytes: 32 << 10)
                + "\n# \(difference.prefix(bytes: 2 << 10).replacing("\n", with: "⏎"))\n")
    }
}
