import Foundation
import MaigenDomain

/// One agent on a language model: what it is told, what it is asked, and what it takes for an answer.
///
/// Everything a model says goes through `Answer` (its form) and `checked` (bounds and meaning); what is left over is dropped.
protocol ModelAgent: Sendable {
    /// The form of an answer: what its JSON decodes to.
    associatedtype Answer: Decodable & Sendable
    /// What the rest of the program gets.
    associatedtype Output: Sendable

    /// Who speaks, in progress and accounts.
    var agent: Agent { get }
    /// What the model is told to be.
    var prompt: AgentPrompt { get }
    /// What it is asked; users' texts stand in it as `quotation` marks them.
    func question(_ quotation: Quotation) -> String
    /// What of `answer` holds; texts of the model's go on only as `spoken` lets them pass.
    ///
    /// - Throws: what is wrong with it, for the model to do better.
    func checked(_ answer: Answer, _ spoken: Spoken) throws(AnswerFault) -> Output
    /// What was found, for people.
    func summary(_ output: Output) -> Localized
}

/// What is wrong with an answer, in English: the model reads it.
struct AnswerFault: Error, Hashable {
    var text: String

    init(_ text: String) {
        self.text = text
    }
}

/// A system prompt, kept as a file beside the agent.
///
/// Its first line is its version; the number grows with every change, as traces, caches and measurements name it.
struct AgentPrompt: Sendable, Hashable {
    /// Such as `analyst/1`.
    let version: String
    /// What the model is told.
    let text: String
    /// The part of it that is this agent's own, which no answer has a reason to repeat.
    let role: String
    /// The form of its answer, as a JSON schema.
    let schema: ModelPrompt.Schema

    init(_ name: String, _ text: [UInt8], schema: [UInt8], more: [[UInt8]] = []) {
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let number = lines.first?.split(separator: " ").last.flatMap { Int($0) } ?? 0
        version = "\(name)/\(number)"
        let rest = more.map { String(decoding: $0, as: UTF8.self) }
        role = lines.dropFirst().joined(separator: "\n")
        self.text = ([role] + rest).joined(separator: "\n")
        self.schema = ModelPrompt.Schema(name: name, json: String(decoding: schema, as: UTF8.self))
    }

    static let analyst = AgentPrompt(
        "analyst", PackageResources.analyst_md, schema: PackageResources.analyst_json,
        more: [PackageResources.specification_md])
    static let referee = AgentPrompt(
        "referee", PackageResources.referee_md, schema: PackageResources.referee_json)
    static let adversary = AgentPrompt(
        "adversary", PackageResources.adversary_md, schema: PackageResources.adversary_json)
    static let strategist = AgentPrompt(
        "strategist", PackageResources.strategist_md, schema: PackageResources.strategist_json)
    static let coder = AgentPrompt("coder", PackageResources.coder_md, schema: PackageResources.coder_json)
    static let reviewer = AgentPrompt(
        "reviewer", PackageResources.reviewer_md, schema: PackageResources.reviewer_json)

    /// Every prompt.
    static let all = [analyst, referee, adversary, strategist, coder, reviewer]
}
