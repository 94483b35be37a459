import MaigenDomain
import MaigenTestData

/// What agents show at length. A note has one text for all readers, so what it says in words it says in both languages.
enum AgentNotes {
    /// One line for each fact, with the words of the statement, and for each assumption.
    static func facts(_ understanding: Understanding) -> String {
        let facts = understanding.facts.map { "· \(both($0.meaning))\n    “\($0.evidence)”" }
        let assumptions = understanding.assumptions.map { "? \(both($0))" }
        return (facts + assumptions).joined(separator: "\n")
    }

    /// Two lines for each test: its command, and what it is for.
    static func plan(_ plan: TestPlan) -> String {
        let tests = plan.tests.map { test in
            "\(test.number). \(test.arguments.joined(separator: " "))\n    \(both(test.purpose))"
        }
        return (tests + plan.remarks.map { "! \(both($0))" }).joined(separator: "\n")
    }

    /// One line for each text.
    static func lines(_ texts: [Localized]) -> String {
        texts.map { "· \(both($0))" }.joined(separator: "\n")
    }

    private static func both(_ text: Localized) -> String {
        text.chinese == text.english ? text.chinese : "\(text.chinese) | \(text.english)"
    }
}
