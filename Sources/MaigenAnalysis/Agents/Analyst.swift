import MaigenDomain
import MaigenTestData
import Synchronization

/// Statement → input specification: candidates in our YAML, each with the words of the statement that say so.
///
/// A candidate is taken only where it parses, reads every sample, contradicts nothing that the statement says
/// (`StatementWitness`), and every quantity's range has evidence that really stands in the statement.
struct Analyst: ModelAgent {
    let agent = Agent.analyst
    let prompt = AgentPrompt.analyst
    let problem: ProblemDocument
    /// What machines found wrong with an earlier specification, if there was one.
    let evidence: String?
    /// Sentences that the built-in engine could not read.
    let unread: [String]
    private let witness: Once<StatementWitness>

    init(_ problem: ProblemDocument, evidence: String? = nil, unread: [String] = []) {
        self.problem = problem
        self.evidence = evidence
        self.unread = unread
        witness = Once { StatementWitness(problem) }
    }

    struct Answer: Decodable, Sendable {
        var candidates: [Candidate]
        /// Whether some inputs have several right answers.
        var severalAnswers: Bool?

        struct Candidate: Decodable, Sendable {
            var specification: String
            var evidence: [Evidence]
            /// What the statement does not say for certain.
            var doubts: [String]
        }

        struct Evidence: Decodable, Sendable {
            var name: String
            var quote: String
        }
    }

    struct Output: Sendable {
        /// Not empty; the first is the model's favourite.
        var specifications: [InputSpecification]
        var hasSeveralAnswers: Bool
    }

    func question(_ quotation: Quotation) -> String {
        var text = quotation.statement(problem)
        if let evidence {
            text += "\nMachines tried an earlier specification of yours and found:\n"
            text += quotation.quoted("findings", evidence, limit: 8 << 10)
        }
        if !unread.isEmpty {
            text += "\nA machine could not read these sentences; whatever they promise about the input must be in it:\n"
            text += quotation.quoted("sentences", unread.prefix(12).joined(separator: "\n"), limit: 4 << 10)
        }
        return text + "\nWrite the candidates."
    }

    func checked(_ answer: Answer, _ spoken: Spoken) throws(AnswerFault) -> Output {
        guard !answer.candidates.isEmpty else { throw AnswerFault("there is no candidate") }
        var faults: [String] = []
        var found: [InputSpecification] = []
        let witness = witness.value
        for (index, candidate) in answer.candidates.prefix(3).enumerated() {
            do throws(AnswerFault) {
                let specification = try examined(candidate, witness, spoken)
                if !found.contains(specification) { found.append(specification) }
            } catch {
                faults.append("candidate \(index + 1): \(error.text)")
            }
        }
        guard !found.isEmpty else { throw AnswerFault(faults.joined(separator: "\n")) }
        return Output(specifications: found, hasSeveralAnswers: answer.severalAnswers ?? false)
    }

    func summary(_ output: Output) -> Localized {
        Localized(
            zh: "\(output.specifications.count) 份规格可读全部样例，且与题面不矛盾",
            en: "\(output.specifications.count) specification(s) read every sample and contradict nothing")
    }

    // MARK: - One candidate

    private func examined(
        _ candidate: Answer.Candidate, _ witness: StatementWitness, _ spoken: Spoken
    ) throws(AnswerFault) -> InputSpecification {
        guard candidate.specification.utf8.count <= 64 << 10 else { throw AnswerFault("it is too long") }
        guard !spoken.leaks(candidate.specification) else { throw AnswerFault("it repeats its instructions") }
        var specification: InputSpecification
        do {
            specification = try SpecificationParser.parse(candidate.specification)
        } catch {
            throw AnswerFault(error.message.english)
        }
        specification.title = problem.title
        let reader = InputReader(specification)
        for (index, sample) in problem.samples.enumerated() {
            do {
                _ = try reader.read(sample.input)
            } catch {
                throw AnswerFault("it does not read the input of sample \(index + 1): \(error.message.english)")
            }
        }
        for predicate in specification.predicates where !predicate.isContained {
            throw AnswerFault("the predicate '\(predicate.name)' is not the body of one function")
        }
        let objections = witness.objections(to: specification)
        guard objections.isEmpty else {
            throw AnswerFault(objections.prefix(8).map(\.english).joined(separator: "; "))
        }
        try prove(specification, by: candidate.evidence, witness)
        guard candidate.doubts.isEmpty else {
            throw AnswerFault(
                "it has doubts of its own: give no candidate whose ranges or relations the statement does not say")
        }
        return specification
    }

    /// Every quantity's range is said by words that stand in the statement.
    private func prove(
        _ specification: InputSpecification, by evidence: [Answer.Evidence], _ witness: StatementWitness
    ) throws(AnswerFault) {
        let sections = [problem.description, problem.input, problem.output, problem.constraints ?? ""].map(Self.bare)
        var missing: [String] = []
        for bound in VariableBounds.of(specification) {
            let name = bound.name.hasPrefix("|") ? String(bound.name.dropFirst().dropLast()) : bound.name
            // What a comparison says of the name has been compared with the specification already.
            if witness.bounds(bound.name) { continue }
            let quotes = evidence.filter { $0.name == name || $0.name == bound.name }.map(\.quote)
            let real = quotes.filter { quote in
                let bare = Self.bare(quote)
                return bare.utf8.count >= 3 && sections.contains { $0.contains(bare) }
            }
            let numbers = real.reduce(into: Set<Int128>()) { $0.formUnion(StatementWitness.numbers(in: $1)) }
            guard !real.isEmpty, Self.isSaid(bound, numbers, real, specification) else {
                missing.append("\(bound.name) in \(bound.least)..\(bound.greatest)")
                continue
            }
        }
        guard missing.isEmpty else {
            throw AnswerFault(
                "no words of the statement, quoted exactly, say that " + missing.prefix(8).joined(separator: ", ")
                    + "; a quote must hold the numbers")
        }
    }

    /// Both ends stand in the words, or follow from other variables' ends.
    private static func isSaid(
        _ bound: VariableBound, _ numbers: Set<Int128>, _ quotes: [String], _ specification: InputSpecification
    ) -> Bool {
        func isSaid(_ text: String) -> Bool {
            guard let value = Int128(text) else { return quotes.contains { $0.contains(text) } }
            return [-1, 0, 1].contains(value) || numbers.contains(value)
        }
        let constants = specification.body.constantEnds[bound.name] ?? (true, true)
        return (!constants.least || isSaid(bound.least)) && (!constants.greatest || isSaid(bound.greatest))
    }

    /// Without white space and marks of LaTeX, so that wrapping and typesetting do not matter.
    private static func bare(_ text: String) -> String {
        String(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "$" }.map(Character.init))
    }
}

/// A value that is made when it is first wanted.
private final class Once<Value: Sendable>: Sendable {
    private let make: @Sendable () -> Value
    private let made = Mutex<Value?>(nil)

    init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    var value: Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }
}

extension Predicate {
    /// Whether the body stays inside its function: its braces are balanced and never close more than they opened, and it
    /// has no directives. Otherwise it could replace the validator around it.
    fileprivate var isContained: Bool {
        guard !body.contains("#"), !body.contains("R\""), !body.contains("??/"), body.utf8.count <= 4 << 10 else {
            return false
        }
        var depth = 0
        var quote: Character?
        var isEscaped = false
        for character in body {
            if let open = quote {
                if isEscaped {
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == open {
                    quote = nil
                }
                if character.isNewline { return false }
                continue
            }
            switch character {
            case "\"", "'": quote = character
            case "{", "(": depth += 1
            case "}", ")": depth -= 1
            default: break
            }
            if depth < 0 { return false }
        }
        // Comments may hide braces from whoever counts them: there are none.
        return depth == 0 && quote == nil && !body.contains("//") && !body.contains("/*")
    }
}

extension Block {
    /// By the names of quantities, which ends of their ranges are written as numbers.
    fileprivate var constantEnds: [String: (least: Bool, greatest: Bool)] {
        var result: [String: (least: Bool, greatest: Bool)] = [:]
        func note(_ name: String, _ value: Value) {
            switch value {
            case .integer(let range):
                result[name] = (range.lower.constant != nil, range.upper.constant != nil)
            case .string(let shape):
                result["|\(name)|"] = (shape.length.lower.constant != nil, shape.length.upper.constant != nil)
            case .real, .word: break
            }
        }
        func look(_ fields: [Field]) {
            for field in fields {
                switch field.kind {
                case .value(let value): note(field.name, value)
                case .list(let list): note(field.name, list.element)
                case .permutation, .literal: break
                }
            }
        }
        func look(_ block: Block) {
            for item in block.items {
                switch item {
                case .line(let fields): look(fields)
                case .matrix(let matrix): note(matrix.name, matrix.element)
                case .grid: break
                case .tree(let tree): look(tree.extras)
                case .graph(let graph): look(graph.extras)
                case .repetition(let repetition): look(repetition.body)
                case .choice(let choice): for option in choice.options { look(option.fields) }
                case .optional(let optionality): look(optionality.body)
                }
            }
        }
        look(self)
        return result
    }
}
