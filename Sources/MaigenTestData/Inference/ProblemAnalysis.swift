import MaigenDomain

/// Understands a problem: from statement and samples to an input specification, without a language model.
///
/// Theory of operation. The text becomes tokens, the same for LaTeX and plain mathematics. `StatementReader` folds
/// comparisons and known phrases into facts. `LayoutReader` walks the input section and puts values on lines.
/// `BoundReader` ties comparisons to variables. `Assembler` joins all into candidate specifications, and
/// `InputReader` reads every sample with each. The outcome is a specification only where every load-bearing word was
/// read, every variable has a range, and exactly one candidate reads every sample: a silent misreading is the worst
/// failure, so everything else is `.unclear`.
package enum ProblemAnalysis {
    /// What the input of `problem` holds, or what is missing to say so. Pure; the same problem, the same outcome.
    package static func analyze(_ problem: ProblemDocument) -> AnalysisOutcome {
        let sections = ProblemStatements(problem)
        if let outcome = StatementLength.refused(problem, sections) { return outcome }
        var reading = StatementReader.read(problem, sections)
        reading.caseNoun = CaseNounReader.noun(reading)
        let layout = LayoutReader.read(reading)
        let nodes = LayoutNaming.named(KindReader.applied(to: layout.nodes, reading))
        let table = VariableTable(nodes)
        let bounds = BoundReader.read(reading, table)
        let unread = layout.unread + LeftoverReader.unread(reading, table)
        let answers = AnswerReader.answers(in: sections.output)

        let candidates = CandidateList.candidates { variant in
            Assembler.assemble(nodes, reading, table, bounds, title: problem.title, answers: answers, variant: variant)
        }
        let judged = candidates.map { (result: $0, checks: check($0.specification, problem.samples)) }
        let fitting = judged.filter { $0.checks.allSatisfy { $0.failure == nil } }
        let best = fitting.first ?? judged[0]

        var reasons = unread.map { Localized(zh: "没有读懂：“\($0.words)”", en: "not understood: \"\($0.words)\"") }
        var quotes = unread.map { reading.statements[$0.statement].statement.text }
        for words in LeftoverReader.unreadPromises(in: sections.output, table) {
            reasons.append(Localized(zh: "没有读懂：“\(words)”", en: "not understood: \"\(words)\""))
            quotes.append(words)
        }
        if nodes.isEmpty {
            reasons.append(Localized(zh: "输入格式里没有读出任何一行", en: "no line could be read from the input section"))
        }
        for problem in best.result.problems {
            reasons.append(problem.reason)
            if let words = problem.words { quotes.append(words) }
        }
        if reasons.isEmpty {
            if fitting.isEmpty {
                reasons.append(Localized(zh: "推断出的规格读不了样例", en: "the inferred specification does not read the samples"))
            } else if fitting.count > 1 {
                reasons.append(
                    Localized(
                        zh: "有 \(fitting.count) 种含义不同的读法都符合样例",
                        en: "\(fitting.count) readings that differ in meaning fit the samples"))
            } else {
                do throws(SpecificationError) {
                    try SpecificationChecks.check(best.result.specification)
                } catch {
                    reasons.append(error.reason)
                }
            }
        }
        guard !reasons.isEmpty else {
            return .understood(
                Understanding(
                    specification: best.result.specification, confidence: confidence(best.result, problem),
                    facts: best.result.facts.unique, assumptions: best.result.assumptions.unique))
        }
        return .unclear(
            Misunderstanding(
                facts: best.result.facts.unique, unread: quotes.unique, reasons: reasons.unique, samples: best.checks,
                skeleton: Skeleton.text(of: best.result.specification, reasons: reasons.unique, unread: quotes.unique)))
    }

    /// Reads every sample with the specification.
    private static func check(
        _ specification: InputSpecification, _ samples: [ProblemDocument.Sample]
    ) -> [Misunderstanding.SampleCheck] {
        let reader = InputReader(specification)
        return samples.enumerated().map { index, sample in
            do throws(InputReadError) {
                _ = try reader.read(sample.input)
                return .init(number: index + 1, failure: nil)
            } catch {
                return .init(number: index + 1, failure: error.message)
            }
        }
    }

    /// Every assumption and every single sample leaves more room for error.
    private static func confidence(_ result: Assembler.Result, _ problem: ProblemDocument) -> Double {
        let doubts = Double(result.assumptions.unique.count) * 0.06 + (problem.samples.count == 1 ? 0.03 : 0)
        return max(0.5, 0.98 - doubts)
    }
}

/// The candidate specifications of a problem.
enum CandidateList {
    /// Assembles with every combination of readings that the first result says to depend on.
    static func candidates(_ assemble: (Assembler.Variant) -> Assembler.Result) -> [Assembler.Result] {
        let first = assemble(Assembler.Variant())
        var variants: [Assembler.Variant] = []
        for isSpaced in first.dependsOnSpacing ? [false, true] : [false] {
            for vertex in first.dependsOnFirstVertex ? [1, 0] : [1] {
                variants.append(Assembler.Variant(charactersAreSpaced: isSpaced, firstVertex: vertex))
            }
        }
        var result = [first]
        for variant in variants.dropFirst() {
            let candidate = assemble(variant)
            if !result.contains(where: { $0.specification == candidate.specification }) { result.append(candidate) }
        }
        return result
    }
}

extension Array where Element: Hashable {
    /// Without repetitions, in order.
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
