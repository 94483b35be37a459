import MaigenDomain
import MaigenFiles
import MaigenTestData

/// A remark about a test, once its number in the data set is known.
typealias NumberedRemark = @Sendable (_ number: Int) -> Localized

/// A test with its files still in the workspace.
struct MadeTest: Sendable {
    var created: CreatedTest
    var input: TextFile
    var output: TextFile
    var reached: ReachedValues
    var duplicate: DataSetReport.Duplicate?
    var remarks: [NumberedRemark]

    var number: Int { created.plan.number }
}

extension BuildContext {
    /// Generates, validates and answers one test.
    func make(
        _ planned: PlannedTest, with programs: Programs, inputs: InputMaker
    ) async throws(BuildFailure) -> MadeTest {
        let made = try await inputs.make(planned)
        let subject = RunSubject.test(made.test)
        let reached = try await validate(
            made.input.path, name: "\(planned.number)", with: programs.validator, subject: subject
        ) { message in .inputRejected(subject, message: message) }
        let answer = workspace["\(planned.number).out"]
        let run = try await self.answer(made.input.path, to: answer, with: programs.standard, subject: subject)
        let output = try BuildFailure.workFiles { () throws(FileFault) in try TextFile.settle(answer) }
        var remarks = made.remark.map { [$0] } ?? []
        if output.size.bytes == 0 {
            remarks.append { number in
                Localized(
                    zh: "标准程序对测试点 \(number) 没有输出任何内容。",
                    en: "The standard program prints nothing for test \(number).")
            }
        }
        return MadeTest(
            created: CreatedTest(
                plan: made.test, input: CreatedFile(made.input), output: CreatedFile(output),
                measurement: ProgramUsage(cpuTime: run.cpuTime, peakMemory: run.peakMemory)),
            input: made.input, output: output, reached: reached, duplicate: made.duplicate, remarks: remarks)
    }

    /// Makes all tests, a few at a time, and hands over each as soon as it is there, in any order.
    ///
    /// The plan's adjustable tests wait for all others: then it is known which bounds are still to be reached.
    ///
    /// Where several tests fail, the failure of the first in the plan is thrown, whichever ran faster: a report that changes
    /// from call to call helps nobody to mend anything.
    func makeAll(
        with programs: Programs, _ inputs: InputMaker, handOver: @Sendable (MadeTest) -> Void
    ) async throws(BuildFailure) -> [MadeTest] {
        let tests = request.plan.tests
        await progress.begin(.making, of: tests.count)
        let fixed = try await make(tests.dropLast(request.plan.adjustable), with: programs, inputs, handOver)
        let rest = adjusted(tests.suffix(request.plan.adjustable), after: fixed)
        return fixed + (try await make(rest[...], with: programs, inputs, handOver))
    }

    private func adjusted(_ tests: ArraySlice<PlannedTest>, after made: [MadeTest]) -> [PlannedTest] {
        guard let planner = request.planner, !tests.isEmpty else { return Array(tests) }
        let boundaries = ReachedValues.boundaries(request.bounds, tests: made.map { ($0.number, $0.reached) })
        let goals = zip(request.bounds, boundaries).flatMap { bound, boundary in
            (boundary.hitsLeast ? [] : [TestPlanner.Goal(bound, isLeast: true)])
                + (boundary.hitsGreatest ? [] : [TestPlanner.Goal(bound, isLeast: false)])
        }
        return planner.adjusted(Array(tests), toReach: goals)
    }

    private func make(
        _ tests: ArraySlice<PlannedTest>, with programs: Programs, _ inputs: InputMaker,
        _ handOver: @Sendable (MadeTest) -> Void
    ) async throws(BuildFailure) -> [MadeTest] {
        // One more than there are jobs: while one is being hashed, the others keep every core busy.
        try await inParallel(tests, atOnce: request.jobs + 1) { test throws(BuildFailure) in
            try await make(test, with: programs, inputs: inputs)
        } done: { test in
            handOver(test)
            await progress.advance(.making)
        }
    }
}
