import MaigenDomain
import MaigenFiles
import MaigenSandbox
import MaigenTestData

/// The tests that were kept, in their new order and with their new numbers, and what came of the choice.
struct ChosenTests: Sendable {
    var kept: [(test: MadeTest, finding: SecondRun.Finding?)]
    var dropped: [MadeTest]
    var report: DataSetReport.Choice
}

extension BuildContext {
    /// With more bytes of planned inputs than this nothing is chosen: making more inputs would take longer than it is worth.
    static let choiceLimit = ByteCount.mebibytes(64)

    /// Makes further candidates, numbered after the plan's tests, a few at a time. One that the generator finds no input for, or
    /// that repeats another, is left out.
    func makeCandidates(
        with programs: Programs, after inputs: InputMaker, handOver: @Sendable (MadeTest) -> Void
    ) async throws(BuildFailure) -> [MadeTest] {
        guard let planner = request.planner else { return [] }
        let planned = planner.candidates(beyond: request.plan, seed: request.seed)
        let made = try await inParallel(planned, atOnce: request.jobs + 1) { test throws(BuildFailure) in
            try await makeCandidate(test, with: programs, inputs)
        } done: { test in
            if let test { handOver(test) }
        }
        return made.compactMap(\.self)
    }

    /// - Returns: nil for one that the generator finds no input for, or that repeats another.
    func makeCandidate(
        _ planned: PlannedTest, with programs: Programs, _ inputs: InputMaker
    ) async throws(BuildFailure) -> MadeTest? {
        do throws(BuildFailure) {
            let test = try await make(planned, with: programs, inputs: inputs)
            guard test.duplicate != nil else { return test }
            workspace.discard(test)
            return nil
        } catch .generatorFailed {
            return nil
        }
    }

    /// Keeps as many tests as the plan has, and of each strategy so many where somebody asked for it.
    ///
    /// - Parameters:
    ///   - variants: the mistakes that were tried.
    ///   - told: for each of them the candidates that tell it apart.
    func choose(
        among made: [MadeTest], _ findings: [SecondRun.Finding], _ variants: [ProgramVariants.Variant],
        _ told: [Set<Int>],
        _ rivals: RivalTrial.Known = []
    ) -> ChosenTests {
        let candidates = self.candidates(made, findings, told, rivals)
        var places: [StrategyID: Int] = [:]
        for test in request.plan.tests { places[test.strategy, default: 0] += 1 }
        let choice = TestChoice(among: candidates, places: places, mayExchange: request.mayChangeMix)
        let reasons = Dictionary(
            uniqueKeysWithValues: choice.kept.map { ($0.number, $0.reason(variants, request.additions.rivals)) })
        let findings = Dictionary(uniqueKeysWithValues: findings.map { ($0.number, $0) })
        // The order of the strategies in the plan; within a strategy the order in which candidates were planned.
        let order = Dictionary(
            request.plan.tests.map { ($0.strategy, $0.number) }, uniquingKeysWith: { first, _ in first })
        let kept = made.filter { reasons[$0.number] != nil }.sorted { left, right in
            (order[left.created.plan.strategy] ?? 0, left.number) < (
                order[right.created.plan.strategy] ?? 0, right.number
            )
        }
        let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1.number, $0 + 1) })
        let distinguished = told.count { !$0.isEmpty }
        return ChosenTests(
            kept: kept.enumerated().map { index, test in
                var finding = findings[test.number]
                finding?.number = index + 1
                return (test.renumbered(index + 1, numbers, reason: reasons[test.number]), finding)
            },
            dropped: made.filter { reasons[$0.number] == nil },
            report: DataSetReport.Choice(
                candidates: made.count, variants: distinguished,
                distinguished: told.count { !$0.isDisjoint(with: numbers.keys) }))
    }

    private func candidates(
        _ made: [MadeTest], _ findings: [SecondRun.Finding], _ told: [Set<Int>], _ rivals: RivalTrial.Known
    ) -> [TestCandidate] {
        let coverage = Dictionary(
            uniqueKeysWithValues: findings.compactMap { finding in finding.coverage.map { (finding.number, $0) } })
        let answers = AnswerClasses.fold(made.map { AnswerClasses(ofFile: $0.output.path) })
        let mostWork = coverage.values.map(\.work).max() ?? 0
        return zip(made, answers).map { test, answers in
            var features: Set<TestFeature> = []
            for boundary in ReachedValues.boundaries(request.bounds, tests: [(test.number, test.reached)]) {
                if boundary.hitsLeast { features.insert(.bound(boundary.name, isLeast: true)) }
                if boundary.hitsGreatest { features.insert(.bound(boundary.name, isLeast: false)) }
            }
            if let report = coverage[test.number] {
                for (number, line) in report.lines where line.isReached {
                    features.insert(.line(number))
                    features.insert(.effort(number, line.magnitude))
                    for (index, isTaken) in line.branches.enumerated() where isTaken {
                        features.insert(.branch(number, index))
                    }
                }
                if report.work == mostWork { features.insert(.mostWork) }
            }
            for answer in answers.names { features.insert(.answer(answer)) }
            for (variant, candidates) in told.enumerated() where candidates.contains(test.number) {
                features.insert(.variant(variant))
            }
            for (rival, known) in rivals.enumerated() where known[test.input.path]?.isDeath ?? false {
                features.insert(.rival(rival))
            }
            return TestCandidate(
                number: test.number, strategy: test.created.plan.strategy,
                isPlanned: test.number <= request.plan.tests.count, features: features,
                isProposed: request.additions.proposals[test.number].map { $0.purpose == test.created.plan.purpose }
                    ?? false)
        }
    }
}

extension MadeTest {
    /// The test with its number in the data set.
    ///
    /// - Parameter numbers: the new numbers of all kept tests, by the old ones.
    fileprivate func renumbered(_ number: Int, _ numbers: [Int: Int], reason: Localized?) -> MadeTest {
        var result = self
        result.created.plan.number = number
        result.created.reason = reason
        // What repeats a test that was dropped repeats nothing.
        result.duplicate = duplicate.flatMap { duplicate in
            numbers[duplicate.sameAs].map {
                DataSetReport.Duplicate(test: number, sameAs: $0, outcome: duplicate.outcome)
            }
        }
        return result
    }
}
