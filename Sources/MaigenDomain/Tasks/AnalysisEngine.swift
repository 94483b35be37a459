/// What reads statements.
package enum AnalysisEngine: String, Sendable, Hashable, CaseIterable, Codable {
    /// A language model where one is configured, with the built-in engine as its safety net.
    case auto
    /// Rules only.
    case builtin
    /// A language model only.
    case llm
}
