import Foundation
import MaigenDomain

/// Where agents ask their model: one task's account, its deadline, and its log.
///
/// Every call is a step that people see: which agent in which round asked what, what came of it, tokens and time. Once
/// the model cannot be had (no connection, a deadline, an empty account) it is not asked again: a task is at most one call
/// slower for it.
actor Desk {
    private let model: any LanguageModel
    let account: ModelAccount
    private let quotation: Quotation
    private let round: Int
    private let deadline: ContinuousClock.Instant
    private let progress: ProgressSink
    private let thinking: BuiltInAnalyst
    private var percent: Int
    /// Why the model is not asked any more.
    private(set) var outage: ModelFault?

    init(
        _ model: any LanguageModel, account: ModelAccount, quotation: Quotation, round: Int,
        deadline: ContinuousClock.Instant, progress: ProgressSink, thinking: BuiltInAnalyst
    ) {
        self.model = model
        self.account = account
        self.quotation = quotation
        self.round = round
        self.deadline = deadline
        self.progress = progress
        self.thinking = thinking
        percent = 2
    }

    /// Goes on from `percent`, where it has not come so far.
    func advance(to percent: Int) { self.percent = max(self.percent, percent) }

    /// Shows a step; the percentage grows by one, up to the end of analysis.
    func tell(_ agent: Agent, _ message: Localized, detail: String = "") {
        percent = min(percent + 1, 19)
        progress(.analyzing, percent: percent, by: agent, message, detail: detail)
    }

    /// The answer of an agent, or nil where the model has none that holds.
    ///
    /// - Parameter tries: how often the model may answer; from the second time on it is told what was wrong.
    func ask<Asked: ModelAgent>(_ asked: Asked, tries: Int = 2) async -> Asked.Output? {
        var messages = [
            ModelPrompt.Message(.user, quotation.explanation + "\n\n" + asked.question(quotation))
        ]
        for number in 1...tries where outage == nil {
            let start = ContinuousClock.now
            guard start < deadline, !Task.isCancelled else {
                outage = Task.isCancelled ? .cancelled : .late
                return nil
            }
            let prompt = ModelPrompt(
                agent: asked.agent, version: asked.prompt.version, system: asked.prompt.text, messages: messages,
                schema: asked.prompt.schema)
            let answer: ModelAnswer
            do {
                answer = try await model.answer(prompt, account: account)
            } catch {
                if error.endsTask { outage = error }
                tell(asked.agent, step(asked, number, error.summary, ContinuousClock.now - start, nil))
                guard error.mayBeMended, number < tries else { return nil }
                continue
            }
            let time = ContinuousClock.now - start
            switch await examined(answer.text, by: asked) {
            case .success(let output):
                tell(asked.agent, step(asked, number, asked.summary(output), time, answer.usage))
                return output
            case .failure(let error):
                let what = Localized(zh: "回答不可用", en: "the answer does not hold")
                // The machine's words; what the model said stands in them only where it was taken apart already.
                tell(asked.agent, step(asked, number, what, time, answer.usage), detail: Self.inert(error.text))
                messages += [
                    ModelPrompt.Message(.assistant, answer.text.prefix(bytes: 24 << 10)),
                    ModelPrompt.Message(
                        .user,
                        "That cannot be used:\n"
                            + quotation.quoted("what is wrong", error.text, limit: 6 << 10)
                            + "\nGive the whole answer again, corrected, in the same form."),
                ]
            }
        }
        return nil
    }

    /// Bytes of an answer that are looked at.
    private static let answerLimit = 512 << 10

    /// Takes an answer apart, on a thread made for that: texts of strangers are read by recursion.
    private func examined<Asked: ModelAgent>(
        _ text: String, by asked: Asked
    ) async -> Result<Asked.Output, AnswerFault> {
        let spoken = Spoken(quotation)
        do throws(TaskFault) {
            return try await thinking.think {
                do throws(AnswerFault) {
                    return .success(try asked.checked(try Self.decoded(text), spoken))
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            return .failure(AnswerFault(error.message.english))
        }
    }

    private static func decoded<Answer: Decodable>(_ text: String) throws(AnswerFault) -> Answer {
        guard text.utf8.count <= answerLimit else { throw AnswerFault("the answer is too long") }
        do {
            return try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
        } catch DecodingError.keyNotFound(let key, _) {
            throw AnswerFault("the answer lacks '\(key.stringValue)'")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context)
        {
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw AnswerFault("the answer is not of the form that was asked for, at '\(path.prefix(80))'")
        } catch {
            throw AnswerFault("the answer is not of the form that was asked for")
        }
    }

    private func step(
        _ asked: some ModelAgent, _ number: Int, _ what: Localized, _ time: Duration, _ usage: ModelUsage?
    ) -> Localized {
        let seconds = time.formatted(.units(allowed: [.seconds], width: .narrow, fractionalPart: .show(length: 1)))
        let tokens = usage.map { $0.promptTokens + $0.answerTokens }
        let cost = tokens.map { Localized(zh: "\($0) 词元，", en: "\($0) tokens, ") } ?? Localized(verbatim: "")
        let head = "\(asked.prompt.version) · \(round + 1).\(number)"
        return Localized(
            zh: "\(head)：\(what.chinese)（\(cost.chinese)\(seconds)）",
            en: "\(head): \(what.english) (\(cost.english)\(seconds))")
    }

    /// For the log: bounded, and nothing of prompts in it.
    private static func inert(_ text: String) -> String { text.prefix(bytes: 4 << 10) }
}

extension ModelFault {
    /// Whether asking again in this task is pointless.
    var endsTask: Bool {
        switch self {
        case .unreachable, .late, .rateLimited, .quotaSpent, .rejected, .budgetSpent, .cancelled: true
        case .refused, .tooLong, .empty, .malformed: false
        }
    }

    /// Whether the same question may bring an answer.
    var mayBeMended: Bool {
        switch self {
        case .empty, .malformed: true
        case .unreachable, .late, .rateLimited, .quotaSpent, .rejected, .budgetSpent, .cancelled, .refused, .tooLong:
            false
        }
    }

    /// For people: what it means to them, without the server's own words.
    var summary: Localized {
        switch self {
        case .unreachable: Localized(zh: "语言模型无法连接", en: "the language model cannot be reached")
        case .late: Localized(zh: "语言模型超时", en: "the language model took too long")
        case .rateLimited: Localized(zh: "语言模型限流", en: "the language model asks for fewer requests")
        case .quotaSpent: Localized(zh: "语言模型账户额度用尽", en: "the language model's account is empty")
        case .rejected: Localized(zh: "语言模型服务拒绝了请求", en: "the language model's server rejects the request")
        case .refused: Localized(zh: "语言模型拒绝回答", en: "the language model declines to answer")
        case .tooLong: Localized(zh: "语言模型的回答被截断", en: "the language model's answer was cut off")
        case .empty: Localized(zh: "语言模型没有回答", en: "the language model's answer is empty")
        case .malformed: Localized(zh: "语言模型的回答格式不对", en: "the language model's answer is malformed")
        case .budgetSpent: Localized(zh: "语言模型预算用尽", en: "the budget for language models is spent")
        case .cancelled: Localized(zh: "已取消", en: "cancelled")
        }
    }
}
