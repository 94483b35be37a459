import MaigenDomain
import MaigenTestData

/// Two readings of one statement, and an input or a bound where they part: which is right?
///
/// Its word alone decides nothing: it must quote the words that say so, literally, and it may say that neither is.
struct Referee: ModelAgent {
    let agent = Agent.reviewer
    let prompt = AgentPrompt.referee
    let problem: ProblemDocument
    /// As YAML.
    let first: String
    let second: String
    let difference: String

    struct Answer: Decodable, Sendable {
        var choice: Choice
        var quote: String

        enum Choice: String, Decodable, Sendable {
            case first, second, neither
        }
    }

    func question(_ quotation: Quotation) -> String {
        """
        \(quotation.statement(problem))
        \(quotation.quoted("first specification", first))
        \(quotation.quoted("second specification", second))
        \(quotation.quoted("where they differ", difference, limit: 4 << 10))
        Which one says what the statement says?
        """
    }

    func checked(_ answer: Answer, _ spoken: Spoken) throws(AnswerFault) -> Answer.Choice {
        guard answer.choice != .neither else { return .neither }
        func bare(_ text: String) -> String { String(text.filter { !$0.isWhitespace && $0 != "$" }) }
        let quote = bare(answer.quote)
        let sections = [problem.description, problem.input, problem.output, problem.constraints ?? ""]
        guard quote.count >= 4, sections.contains(where: { bare($0).contains(quote) }) else {
            throw AnswerFault("the quote does not stand in the statement")
        }
        return answer.choice
    }

    func summary(_ output: Answer.Choice) -> Localized {
        switch output {
        case .first: Localized(zh: "采信第一种读法", en: "the first reading is right")
        case .second: Localized(zh: "采信第二种读法", en: "the second reading is right")
        case .neither: Localized(zh: "两种读法都不可信", en: "neither reading is right")
        }
    }
}
