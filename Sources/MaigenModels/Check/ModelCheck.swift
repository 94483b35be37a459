import AsyncHTTPClient
import Foundation
import MaigenAnalysis
import MaigenDomain
import NIOCore

/// Tries an endpoint with three small questions, and says what it supports.
package struct ModelCheck: Sendable {
    /// One thing that was tried.
    package struct Finding: Sendable, Encodable {
        package enum State: String, Sendable, Encodable {
            case works
            /// It does without, at some loss.
            case missing
            case failed
        }

        package var name: String
        package var state: State
        package var detail: Localized
    }

    package struct Report: Sendable, Encodable {
        /// Whether agents can work with it: it answers, and gives JSON that obeys a schema in one way or another.
        package var isUsable: Bool
        package var endpoint: String
        package var model: String
        package var findings: [Finding]
    }

    private let http: HTTPClient
    private let choice: ModelChoice
    private let limits: ModelLimits

    /// Tries `choice`, each question within `limits.call`.
    package static func run(_ choice: ModelChoice, limits: ModelLimits) async -> Report {
        let http = HTTPClient(configuration: .model(connect: limits.connect))
        let report = await ModelCheck(http: http, choice: choice, limits: limits).report()
        // Fails only where it was closed before.
        try? await http.shutdown()
        return report
    }

    private func report() async -> Report {
        var report = Report(
            isUsable: false, endpoint: choice.endpoint.address.description, model: choice.model, findings: [])
        let listed = await models()
        report.findings.append(listed)
        var dialect = ModelDialect()
        let first = await ask(Self.greeting, &dialect)
        report.findings.append(answering(first))
        guard first.outcome.fault == nil else { return report }
        report.findings += [streaming(first), usage(first)]
        let forms = await forms(&dialect)
        report.findings += forms.findings
        report.isUsable = forms.isUsable
        return report
    }

    // MARK: - What is asked

    private static let greeting = ModelPrompt(
        agent: .analyst, version: "check/1", system: "You are being tested by a program. Do exactly as you are told.",
        messages: [.init(.user, "Count from one to ten in English words, separated by commas.")], answerTokens: 2_000)

    private static let sum = ModelPrompt(
        agent: .analyst, version: "check/2", system: "You are being tested by a program. Do exactly as you are told.",
        messages: [.init(.user, "What is 19 + 23? Answer as JSON with the members “working” (a text) and “sum”.")],
        schema: .init(
            name: "sum",
            json: """
                {"type":"object","properties":{"working":{"type":"string"},"sum":{"type":"integer"}},\
                "required":["working","sum"],"additionalProperties":false}
                """), answerTokens: 2_000)

    private struct Asked {
        var outcome: ModelAttempt.Outcome
        var time: Duration
    }

    /// Asks once, and again only where the server takes another dialect.
    private func ask(_ prompt: ModelPrompt, _ dialect: inout ModelDialect, keepsForm: Bool = false) async -> Asked {
        while true {
            let start = ContinuousClock.now
            guard let body = try? ChatRequest(prompt, model: choice.model, dialect: dialect).body() else {
                return Asked(outcome: .init(fault: .malformed("the question cannot be written")), time: .zero)
            }
            let outcome = await ModelAttempt(
                http: http, endpoint: choice.endpoint, limits: limits, deadline: start + limits.call
            ).run(body, headers: [("X-Maigen-Agent", prompt.agent.rawValue), ("X-Maigen-Prompt", prompt.version)])
            if case .rejected(let status, let message, _)? = outcome.fault,
                let next = dialect.adapted(to: message, status: status, hasSchema: !keepsForm && prompt.schema != nil)
            {
                dialect = next
                continue
            }
            return Asked(outcome: outcome, time: ContinuousClock.now - start)
        }
    }

    // MARK: - What came of it

    private struct ModelList: Decodable {
        struct Model: Decodable { var id: String }
        var data: [Model]
    }

    private func models() async -> Finding {
        var request = HTTPClientRequest(url: choice.endpoint.address.url("models"))
        if let key = choice.endpoint.key { request.headers.add(name: "Authorization", value: key.header) }
        do {
            let response = try await http.execute(request, timeout: .seconds(30))
            let body = Data(try await response.body.collect(upTo: 8 << 20).readableBytesView)
            guard response.status == .ok, let list = try? JSONDecoder().decode(ModelList.self, from: body) else {
                let status = Int(response.status.code)
                return Finding(
                    name: "models", state: .missing,
                    detail: Localized(zh: "不列出模型（状态 \(status)）", en: "does not list its models (status \(status))"))
            }
            let isListed = list.data.contains { $0.id == choice.model || $0.id == choice.model + ":latest" }
            let count = list.data.count
            return Finding(
                name: "models", state: isListed ? .works : .missing,
                detail: isListed
                    ? Localized(
                        zh: "列出 \(count) 个模型，含 \(choice.model)", en: "lists \(count) models, \(choice.model) among them"
                    )
                    : Localized(
                        zh: "列出 \(count) 个模型，不含 \(choice.model)", en: "lists \(count) models without \(choice.model)"))
        } catch {
            let text = shown((error as? HTTPClientError)?.shortDescription ?? "\(error)")
            return Finding(
                name: "models", state: .failed, detail: Localized(zh: "无法连接：\(text)", en: "cannot be reached: \(text)"))
        }
    }

    private func answering(_ asked: Asked) -> Finding {
        let milliseconds = asked.time.milliseconds
        guard let fault = asked.outcome.fault else {
            return Finding(
                name: "answers", state: .works, detail: Localized(zh: "\(milliseconds) 毫秒", en: "in \(milliseconds) ms")
            )
        }
        return Finding(name: "answers", state: .failed, detail: text(of: fault))
    }

    private func streaming(_ asked: Asked) -> Finding {
        let pieces = asked.outcome.reply.pieces
        return asked.outcome.isStreamed
            ? Finding(
                name: "streaming", state: .works,
                detail: Localized(zh: "分 \(pieces) 块到达", en: "arrived in \(pieces) pieces"))
            : Finding(
                name: "streaming", state: .missing,
                detail: Localized(zh: "不流式返回，一次给出整个回答", en: "does not stream; the answer comes in one piece"))
    }

    private func usage(_ asked: Asked) -> Finding {
        guard let usage = asked.outcome.reply.usage else {
            return Finding(
                name: "usage", state: .missing,
                detail: Localized(zh: "不报告用量，按上限估计", en: "not reported; the most it can be is charged"))
        }
        return Finding(
            name: "usage", state: .works,
            detail: Localized(
                zh: "提问 \(usage.promptTokens)，回答 \(usage.answerTokens) 词元",
                en: "\(usage.promptTokens) tokens asked, \(usage.answerTokens) answered"))
    }

    /// Every form of asking for JSON, the strictest first.
    private func forms(_ dialect: inout ModelDialect) async -> (findings: [Finding], isUsable: Bool) {
        guard let schema = Self.sum.schema.flatMap({ try? JSONSchema($0.json) }) else { return ([], false) }
        var findings: [Finding] = []
        var isUsable = false
        for (form, name) in [(ModelDialect.Form.schema, "json_schema"), (.object, "json_object"), (.words, "json")] {
            dialect.form = form
            let asked = await ask(Self.sum, &dialect, keepsForm: true)
            if let fault = asked.outcome.fault {
                findings.append(
                    Finding(name: name, state: form == .words ? .failed : .missing, detail: text(of: fault)))
                continue
            }
            do throws(ModelFault) {
                _ = try AnswerCheck.text(of: asked.outcome.reply, schema: schema, key: choice.endpoint.key)
                isUsable = true
                findings.append(
                    Finding(
                        name: name, state: .works, detail: Localized(zh: "回答符合模式", en: "the answer obeys the schema")))
            } catch {
                let reason = Self.reason(error)
                findings.append(
                    Finding(
                        name: name, state: form == .words ? .failed : .missing,
                        detail: Localized(
                            zh: "接受，但没有得到合乎模式的回答：\(reason)",
                            en: "taken, but the answer does not obey the schema: \(reason)")))
            }
        }
        // One way is enough.
        if isUsable {
            for index in findings.indices where findings[index].state == .failed { findings[index].state = .missing }
        }
        return (findings, isUsable)
    }

    private static func reason(_ fault: ModelFault) -> String {
        switch fault {
        case .malformed(let text), .refused(let text): text
        case .unreachable, .late, .rateLimited, .quotaSpent, .rejected, .tooLong, .empty, .budgetSpent, .cancelled:
            "\(fault)"
        }
    }

    private func shown(_ text: String) -> String { ServerMessage(message: text).shown(without: choice.endpoint.key) }

    private func text(of fault: ModelAttempt.Fault) -> Localized {
        switch fault {
        case .noConnection(let text): Localized(zh: "无法连接：\(shown(text))", en: "no connection: \(shown(text))")
        case .rejected(let status, let message, _):
            Localized(
                zh: "被拒绝（状态 \(status)）：\(shown(message.message))",
                en: "rejected (status \(status)): \(shown(message.message))")
        case .broken(let text): Localized(zh: "回答中断：\(shown(text))", en: "the answer broke off: \(shown(text))")
        case .silent: Localized(zh: "太久没有任何回应", en: "nothing was heard for too long")
        case .late: Localized(zh: "超过时限", en: "the deadline passed")
        case .tooLarge: Localized(zh: "回答过大", en: "the answer is too large")
        case .malformed(let text):
            Localized(zh: "不符合协议：\(shown(text))", en: "not what the protocol says: \(shown(text))")
        case .cancelled: Localized(zh: "已中断", en: "interrupted")
        }
    }
}
