/// What a rival did with a test.
package enum RivalOutcome: String, Sendable, Hashable, CaseIterable, Codable {
    case passes
    case wrongAnswer = "wrong-answer"
    case crash
    case time
    case memory
    case output
    /// It had failed slowly on enough others.
    case notRun = "not-run"

    /// Whether the test tells the program from a correct one.
    package var isDeath: Bool {
        switch self {
        case .passes, .notRun: false
        case .wrongAnswer, .crash, .time, .memory, .output: true
        }
    }
}
