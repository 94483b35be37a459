import MaigenDomain

/// What the analysis of a problem ends with: an input specification that reads every sample, or what is missing.
package enum AnalysisOutcome: Sendable {
    case understood(Understanding)
    case unclear(Misunderstanding)
}

/// Something the analysis knows about the input, and the words of the statement that say so.
package struct AnalysisFact: Sendable, Hashable {
    /// What is known: "n 的范围：1 到 10^5".
    package var meaning: Localized
    /// The words of the statement.
    package var evidence: String

    package init(_ meaning: Localized, evidence: String) {
        self.meaning = meaning
        self.evidence = evidence
    }
}

/// An input specification with its reasons.
package struct Understanding: Sendable {
    /// Reads every sample within every stated bound.
    package var specification: InputSpecification
    /// 0 to 1: how little had to be assumed.
    package var confidence: Double
    package var facts: [AnalysisFact]
    /// What the statement leaves open and how it was taken; the wider reading where both are possible inputs.
    package var assumptions: [Localized]
}

/// Why there is no specification, and as much of one as there is.
package struct Misunderstanding: Sendable {
    package var facts: [AnalysisFact]
    /// The parts of the statement that were not read, quoted.
    package var unread: [String]
    /// Not empty.
    package var reasons: [Localized]
    package var samples: [SampleCheck]
    /// YAML of the parts that are known, with comments `# ???` where something is missing, to complete by hand.
    package var skeleton: String

    /// Whether the incomplete specification reads a sample.
    package struct SampleCheck: Sendable, Hashable {
        /// Counted from 1.
        package var number: Int
        /// Nil where the sample was read.
        package var failure: Localized?
    }
}
