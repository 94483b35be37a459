import MaigenDomain

/// Writes generators for what the specification's own cannot build, and a checker where several answers are right. The
/// sandbox and the validator judge them.
struct Coder: ModelAgent {
    let agent = Agent.coder
    let prompt = AgentPrompt.coder
    let snapshot: TaskSnapshot
    /// YAML.
    let specification: String
    let wishes: [Strategist.Wish]
    let wantsChecker: Bool
    /// What machines found about earlier code.
    let findings: [String]

    struct Answer: Decodable, Sendable {
        var generators: [Program]?
        var checker: String?

        struct Program: Decodable, Sendable {
            var name: String
            var source: String
        }
    }

    struct Output: Sendable {
        var generators: [ExtraGenerator]
        var checker: String?
    }

    func question(_ quotation: Quotation) -> String {
        var parts = [
            quotation.statement(snapshot.problem), quotation.quoted("standard program", snapshot.program.source),
            quotation.quoted("input specification", specification),
            quotation.quoted(
                "wanted generators", wishes.map { "\($0.name): \($0.idea)" }.joined(separator: "\n")),
        ]
        if !findings.isEmpty {
            parts.append(quotation.quoted("findings", findings.joined(separator: "\n"), limit: 8 << 10))
        }
        let checker = wantsChecker ? " and the checker" : "; no checker is wanted (null)"
        return parts.joined(separator: "\n") + "\nWrite the wanted generators\(checker)."
    }

    func checked(_ answer: Answer, _ spoken: Spoken) throws(AnswerFault) -> Output {
        let wanted = Set(wishes.map(\.name))
        var names: Set<String> = []
        let generators = (answer.generators ?? []).prefix(Blueprint.generatorLimit).compactMap {
            program -> ExtraGenerator? in
            guard let name = Slug.of(program.name), wanted.contains(name), let source = spoken.program(program.source),
                names.insert(name).inserted
            else { return nil }
            return ExtraGenerator(name: name, source: source)
        }
        let checker = wantsChecker ? answer.checker.flatMap(spoken.program) : nil
        guard !generators.isEmpty || checker != nil else {
            throw AnswerFault(
                "none of the programs can be used: the names must be those that were wanted, each source at most "
                    + "\(Blueprint.programLimit) bytes with main")
        }
        return Output(generators: generators, checker: checker)
    }

    func summary(_ output: Output) -> Localized {
        Localized(
            zh: "写了 \(output.generators.count) 个附加生成器\(output.checker == nil ? "" : "和一个检查器")",
            en: "\(output.generators.count) extra generator(s)\(output.checker == nil ? "" : " and a checker") written")
    }
}
