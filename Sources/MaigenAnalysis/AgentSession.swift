import MaigenDomain
import MaigenTestData

/// One problem's way through the four agents.
struct AgentSession {
    private let snapshot: TaskSnapshot
    private let progress: ProgressSink

    init(_ snapshot: TaskSnapshot, _ progress: ProgressSink) {
        self.snapshot = snapshot
        self.progress = progress
    }

    /// The specification that the data is made by (YAML).
    func run() throws(TaskFault) -> String {
        let understood = try understood()
        try finish(understood)
        return understood.text
    }

    /// What strategist, coder and reviewer make of a specification, each said as a step.
    @discardableResult
    func finish(_ understood: Understood) throws(TaskFault) -> TestPlan {
        let plan = strategist(understood.specification)
        let code = coder(understood.specification)
        try reviewer(understood, plan, code)
        return plan
    }

    // MARK: - Problem analysis

    /// A specification, as values and as text.
    struct Understood: Sendable {
        var specification: InputSpecification
        var text: String
        /// What the statement leaves open and how it was taken.
        var assumptions: [Localized] = []
    }

    /// The owner's specification, or what the statement says.
    func understood() throws(TaskFault) -> Understood {
        if let text = snapshot.specification { return try given(text) }
        progress(
            .analyzing, percent: 2, by: .analyst,
            Localized(zh: "正在阅读题面与样例", en: "Reading the statement and the samples"))
        switch ProblemAnalysis.analyze(snapshot.problem) {
        case .unclear(let misunderstanding): throw .notUnderstood(misunderstanding)
        case .understood(let understanding):
            let percent = Int((understanding.confidence * 100).rounded())
            progress(
                .analyzing, percent: 5, by: .analyst,
                Localized(
                    zh: "读出 \(understanding.facts.count) 条事实，把握 \(percent)%",
                    en: "\(understanding.facts.count) facts found; \(percent)% certain"),
                detail: AgentNotes.facts(understanding))
            let text = SpecificationWriter.write(understanding.specification)
            progress(
                .analyzing, percent: 8, by: .analyst,
                Localized(zh: "得到输入规格，能读全部样例", en: "The input specification reads every sample"), detail: text)
            return Understood(
                specification: understanding.specification, text: text, assumptions: understanding.assumptions)
        }
    }

    /// The owner's own specification: it has to make sense and to read every sample.
    private func given(_ text: String) throws(TaskFault) -> Understood {
        progress(
            .analyzing, percent: 2, by: .analyst,
            Localized(zh: "正在检查您提供的输入规格", en: "Checking the specification that you supplied"))
        let specification: InputSpecification
        do {
            specification = try SpecificationParser.parse(text)
        } catch {
            throw TaskFault(
                kind: .input, code: "specification",
                message: Localized(
                    zh: "输入规格有误：\(error.message.chinese)。请修正后重新提交。",
                    en: "The specification is wrong: \(error.message.english). Correct it and submit again."),
                detail: text)
        }
        let reader = InputReader(specification)
        for (index, sample) in snapshot.problem.samples.enumerated() {
            do {
                _ = try reader.read(sample.input)
            } catch {
                throw TaskFault(
                    kind: .input, code: "sample-rejected",
                    message: Localized(
                        zh: "样例 \(index + 1) 的输入不符合您提供的规格：\(error.message.chinese)。请核对样例与规格。",
                        en: """
                            The input of sample \(index + 1) does not obey your specification: \
                            \(error.message.english). Compare the two.
                            """),
                    detail: text)
            }
        }
        progress(
            .analyzing, percent: 8, by: .analyst,
            Localized(zh: "您提供的规格能读全部样例", en: "Your specification reads every sample"), detail: text)
        return Understood(specification: specification, text: text)
    }

    // MARK: - Strategy construction

    /// The tests of a specification, as execution will plan them; a snapshot without wishes asks for the default mix.
    func plan(_ specification: InputSpecification) -> TestPlan {
        let planner = TestPlanner(
            specification, knobs: GeneratorKnobs.knobs(of: specification), bounds: VariableBounds.of(specification))
        let wanted = Dictionary(snapshot.tests.map { ($0.strategy, $0.count) }, uniquingKeysWith: +)
        return planner.plan(wanted.isEmpty ? planner.defaultMix : wanted, seed: snapshot.seed)
    }

    private func strategist(_ specification: InputSpecification) -> TestPlan {
        let plan = plan(specification)
        progress(
            .analyzing, percent: 11, by: .strategist,
            Localized(
                zh: "规划了 \(plan.tests.count) 个测试点，每个都有目的",
                en: "\(plan.tests.count) tests planned, each with a purpose"),
            detail: AgentNotes.plan(plan))
        return plan
    }

    // MARK: - Code generation

    private struct Code {
        var generator: String
        var validator: String
    }

    private func coder(_ specification: InputSpecification) -> Code {
        let code = Code(
            generator: GeneratorEmission.source(for: specification),
            validator: ValidatorEmission.source(for: specification))
        for (percent, name, source) in [(13, "generator.cpp", code.generator), (15, "validator.cpp", code.validator)] {
            let lines = source.utf8.count { $0 == UInt8(ascii: "\n") }
            progress(
                .analyzing, percent: percent, by: .coder,
                Localized(zh: "写好 \(name)，共 \(lines) 行", en: "\(name) written, \(lines) lines"), detail: source)
        }
        return code
    }

    // MARK: - Code review

    private func reviewer(_ understood: Understood, _ plan: TestPlan, _ code: Code) throws(TaskFault) {
        let review = Review(
            snapshot: snapshot, specification: understood.specification, text: understood.text, plan: plan,
            assumptions: understood.assumptions)
        let findings = review.findings()
        if let fault = findings.first(where: \.isFault) {
            throw TaskFault(
                kind: .platform, code: "review",
                message: Localized(
                    zh: "代码审查发现内部错误：\(fault.text.chinese)。请提供输入规格后重试，或联系管理员。",
                    en: """
                        The review found a fault of ours: \(fault.text.english). Supply a specification, or tell the \
                        administrator.
                        """),
                detail: AgentNotes.lines(findings.map(\.text)))
        }
        progress(
            .analyzing, percent: 18, by: .reviewer,
            Localized(zh: "审查通过，\(findings.count) 条意见", en: "Review passed, \(findings.count) remarks"),
            detail: AgentNotes.lines(findings.map(\.text)))
    }
}

extension TaskFault {
    /// The statement was not understood for certain.
    static func notUnderstood(_ result: Misunderstanding) -> TaskFault {
        func list(_ language: Language) -> String {
            result.reasons.prefix(8).map { $0[language] }.joined(separator: language == .chinese ? "；" : "; ")
        }
        return TaskFault(
            kind: .notUnderstood, code: "not-understood",
            message: Localized(
                zh: "没有把握理解这道题的输入，因此没有生成数据：\(list(.chinese))。请补全下面的规格后重新提交。",
                en: """
                    The input of this problem was not understood for certain, so no data was made: \
                    \(list(.english)). Complete the specification below and submit again.
                    """),
            detail: result.skeleton)
    }
}
