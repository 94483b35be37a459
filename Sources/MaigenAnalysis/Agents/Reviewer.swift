import MaigenDomain

/// Reads everything and the measured report; names concrete faults, for whoever can mend them.
struct Reviewer: ModelAgent {
    let agent = Agent.reviewer
    let prompt = AgentPrompt.reviewer
    let snapshot: TaskSnapshot
    let evidence: Evidence

    struct Answer: Decodable, Sendable {
        var faults: [Fault]

        struct Fault: Decodable, Sendable {
            var about: String
            var text: String
        }
    }

    /// A fault, in one line.
    struct Fault: Sendable, Hashable {
        enum Subject: String, Sendable, Hashable, CaseIterable {
            case specification, plan, generator, checker
        }

        var about: Subject
        var text: String
    }

    func question(_ quotation: Quotation) -> String {
        let blueprint = evidence.blueprint
        var parts = [
            quotation.statement(snapshot.problem), quotation.quoted("standard program", snapshot.program.source),
            quotation.quoted("input specification", blueprint.specification),
        ]
        parts += blueprint.generators.map { quotation.quoted("generator \($0.name)", $0.source, limit: 8 << 10) }
        let survivors = Set(evidence.trial?.survivors.map(\.name) ?? [])
        parts += blueprint.rivals.filter { survivors.contains($0.name) }.prefix(8).map {
            quotation.quoted("wrong program \($0.name), which passes every test", $0.source, limit: 6 << 10)
        }
        parts.append(quotation.quoted("measured", measured, limit: 12 << 10))
        return parts.joined(separator: "\n") + "\nWhat is to be mended?"
    }

    /// What machines found, line by line.
    var measured: String {
        var lines: [String] = []
        if let fault = evidence.fault { lines.append("no data was made: \(fault.code): \(fault.message.english)") }
        if let trial = evidence.trial {
            lines.append("ends of ranges reached: \(trial.boundsReached) of \(trial.bounds)")
            lines += trial.missedBounds.map { "not reached: \($0)" }
            lines.append("branches of the standard program taken: \(trial.branchesReached) of \(trial.branches)")
            lines += trial.rivals.map { fate in
                let what =
                    !fate.compiles
                    ? "does not compile"
                    : fate.killedBy.isEmpty
                        ? "passes every test"
                        : "fails tests \(fate.killedBy.map(String.init).joined(separator: ", "))"
                return "wrong program \(fate.name) (\(fate.kind.rawValue)): \(what)"
            }
            lines += trial.dropped.map { "did not hold: \($0)" }
            lines += trial.tests.map { "test \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    func checked(_ answer: Answer, _ spoken: Spoken) throws(AnswerFault) -> [Fault] {
        answer.faults.prefix(12).compactMap { fault in
            guard let about = Fault.Subject(rawValue: fault.about), let text = spoken.line(fault.text, length: 500)
            else { return nil }
            return Fault(about: about, text: text)
        }
    }

    func summary(_ output: [Fault]) -> Localized {
        Localized(zh: "指出 \(output.count) 处可改进", en: "\(output.count) fault(s) named")
    }
}
