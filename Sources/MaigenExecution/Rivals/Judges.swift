import MaigenDomain

/// What the tests do to those who should fail them.
struct Judgement: Sendable {
    /// Nil where there were no wrong programs.
    var kills: DataSetReport.Kills?
    /// Whether a checker was proposed and can be relied on.
    var isChecked: Bool
    /// Additions that did not hold.
    var dropped: [Dropped]
}

/// Wrong programs and what judges their answers.
struct Judges: Sendable {
    var rivals: RivalTrial?
    private var checker: CheckedAnswers?
    private var dropped: [Dropped] = []

    /// Tries the checker, if one is proposed, on `tests`, and compiles the wrong programs.
    init(_ context: BuildContext, on tests: [MadeTest]) async throws(BuildFailure) {
        if let source = context.request.additions.checker {
            switch try await CheckedAnswers.trial(of: source, in: context, on: tests) {
            case .trusted(let checker): self.checker = checker
            case .dropped(let dropped): self.dropped = [dropped]
            }
        }
        rivals = try await RivalTrial(context, checker: checker)
    }

    /// What `tests` do.
    ///
    /// - Parameter known: of wrong programs, from choosing the tests.
    func judgement(
        on tests: [MadeTest], known: RivalTrial.Known?, _ proposed: ProposedInputs?
    ) async throws(BuildFailure) -> Judgement {
        Judgement(
            kills: try await rivals?.table(tests, known: known), isChecked: checker != nil,
            dropped: dropped + (proposed?.dropped ?? []))
    }
}
