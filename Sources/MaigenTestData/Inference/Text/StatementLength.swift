import MaigenDomain

/// How much text is read. Every rule is tried at every place, so time grows with the text and with the longest sentence;
/// no problem comes near these bounds, but a text may be written to keep a machine busy.
enum StatementLength {
    /// Tokens of all sections together; long statements of real contests have some 3,000.
    static let statement = 12_000
    /// Tokens of one sentence; long ones have some 120.
    static let sentence = 600

    /// The outcome for a problem that is too long to be read; nil for any other.
    static func refused(_ problem: ProblemDocument, _ sections: ProblemStatements) -> AnalysisOutcome? {
        var count = 0
        for statement in sections.all {
            count += statement.tokens.count
            guard statement.tokens.count <= sentence else {
                return unclear(
                    problem, unread: [String(statement.text.prefix(200))],
                    Localized(
                        zh: "有一句话超过 \(sentence) 个词，没有阅读；请拆成短句，或直接提供输入规格",
                        en: "a sentence is longer than \(sentence) words and is not read; cut it up, or supply a "
                            + "specification"))
            }
            guard count <= Self.statement else {
                return unclear(
                    problem, unread: [],
                    Localized(
                        zh: "题面超过 \(Self.statement) 个词，不再逐句阅读；请缩短题面，或直接提供输入规格",
                        en: "the statement is longer than \(Self.statement) words and is not read; shorten it, or "
                            + "supply a specification"))
            }
        }
        return nil
    }

    private static func unclear(
        _ problem: ProblemDocument, unread: [String], _ reason: Localized
    ) -> AnalysisOutcome {
        .unclear(
            Misunderstanding(
                facts: [], unread: unread, reasons: [reason],
                samples: problem.samples.indices.map { .init(number: $0 + 1, failure: reason) },
                skeleton: Skeleton.text(
                    of: InputSpecification(title: problem.title, body: Block([])), reasons: [reason], unread: unread)))
    }
}
