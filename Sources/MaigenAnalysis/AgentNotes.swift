import MaigenDomain
import MaigenTestData

/// What agents show at length. What they say in words they say in both languages, each reader is shown one.
enum AgentNotes {
    /// One line for each fact, with the words of the statement, and for each assumption.
    static func facts(_ understanding: Understanding) -> String {
        both { language in
            let facts = understanding.facts.map { "· \($0.meaning[language])\n    “\($0.evidence)”" }
            let assumptions = understanding.assumptions.map { "? \($0[language])" }
            return facts + assumptions
        }
    }

    /// Two lines for each test: its command, and what it is for.
    static func plan(_ plan: TestPlan) -> String {
        both { language in
            let tests = plan.tests.map { test in
                "\(test.number). \(test.arguments.joined(separator: " "))\n    \(test.purpose[language])"
            }
            return tests + plan.remarks.map { "! \($0[language])" }
        }
    }

    /// One line for each text.
    static func lines(_ texts: [Localized]) -> String {
        both { language in texts.map { "· \($0[language])" } }
    }

    private static func both(_ lines: (Language) -> [String]) -> String {
        DetailText.kept(
            Localized(
                zh: lines(.chinese).joined(separator: "\n"), en: lines(.english).joined(separator: "\n")))
    }
}
