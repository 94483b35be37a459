import ArgumentParser
import MaigenDomain
import MaigenTestData

/// `maigen spec`: what is understood of a statement's input.
struct Spec: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: HelpText.spec[Console.language])
    }

    @Option(help: HelpText.problem.argument) var problem: String
    @Flag(help: HelpText.json.argument) var json = false

    private struct Output: Encodable {
        var status = "understood"
        var specification: String
        var confidence: Double
        var bounds: [VariableBound]
        var facts: [Fact]
        var assumptions: [Localized]

        struct Fact: Encodable {
            var meaning: Localized
            var evidence: String
        }
    }

    func run() throws {
        let report = Report(asJSON: json)
        let document = try Understood.problem(problem, report: report)
        switch ProblemAnalysis.analyze(document) {
        case .unclear(let misunderstanding): throw report.unclear(misunderstanding)
        case .understood(let understanding):
            let text = SpecificationWriter.write(understanding.specification)
            guard json else { return Console.write(text) }
            report.json(
                Output(
                    specification: text, confidence: understanding.confidence,
                    bounds: VariableBounds.of(understanding.specification),
                    facts: understanding.facts.map { .init(meaning: $0.meaning, evidence: $0.evidence) },
                    assumptions: understanding.assumptions))
        }
    }
}
