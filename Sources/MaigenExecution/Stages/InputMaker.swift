import Foundation
import MaigenDomain
import MaigenFiles
import MaigenSandbox
import MaigenTestData

/// Generates the inputs of a data set, no two alike if that can be had.
struct InputMaker: Sendable {
    var context: BuildContext
    var generator: CompiledProgram
    var ledger = InputLedger()
    /// What agents proposed, if anything.
    var proposed: ProposedInputs?
    /// How many other seeds are tried for a test that repeats another, first with its settings, then without.
    private static let tries = 8

    /// One test's input.
    struct Made: Sendable {
        /// With the settings and the seed that made the input in the end.
        var test: PlannedTest
        var input: TextFile
        var duplicate: DataSetReport.Duplicate?
        var remark: NumberedRemark?
    }

    /// Generates the input of `planned`. Where an earlier test has the same, tries other seeds, then other seeds
    /// without the settings that narrow the test; where even those only repeat, the test stays as it is, with a remark.
    func make(_ planned: PlannedTest) async throws(BuildFailure) -> Made {
        let first: TextFile
        var planned = planned
        do {
            if let made = try await proposed?.make(planned) {
                planned = made.test
                first = made.input
            } else {
                first = try await generate(planned, into: "\(planned.number).in")
            }
        } catch {
            await ledger.turn(of: planned.number)
            await ledger.pass(planned.number, input: nil)
            throw error
        }
        await ledger.turn(of: planned.number)
        do {
            let made = try await unlikeOthers(planned, first)
            await ledger.pass(planned.number, input: made.input.sha256)
            return made
        } catch {
            await ledger.pass(planned.number, input: nil)
            throw error
        }
    }

    private func unlikeOthers(_ planned: PlannedTest, _ first: TextFile) async throws(BuildFailure) -> Made {
        guard let owner = await ledger.owner(of: first.sha256) else { return Made(test: planned, input: first) }
        if planned.generator == nil, let (test, input) = try await another(planned, attempts: 1...Self.tries) {
            context.workspace.discard(first.path)
            return Made(
                test: test, input: input,
                duplicate: DataSetReport.Duplicate(test: planned.number, sameAs: owner, outcome: .newSeed))
        }
        var free = planned
        free.generator = nil
        free.settings = []
        free.purpose = Localized(
            zh: "随机数据（按原计划生成的输入总与其他测试点相同）。原目的：\(planned.purpose.chinese)",
            en: """
                Random data (as planned, the input was always that of another test). Planned: \(planned.purpose.english)
                """)
        if !planned.settings.isEmpty,
            let (test, input) = try await another(free, attempts: (Self.tries + 1)...(2 * Self.tries))
        {
            context.workspace.discard(first.path)
            return Made(
                test: test, input: input,
                duplicate: DataSetReport.Duplicate(test: planned.number, sameAs: owner, outcome: .settingsDropped),
                remark: { number in
                    Localized(
                        zh: "测试点 \(number)（\(planned.slug)）按原设置只能得到与其他测试点相同的输入，已改为随机数据。",
                        en: """
                            Test \(number) (\(planned.slug)) could only repeat the input of another test with its settings; \
                            it is random now.
                            """)
                })
        }
        return Made(
            test: planned, input: first,
            duplicate: DataSetReport.Duplicate(test: planned.number, sameAs: owner, outcome: .kept),
            remark: { number in
                Localized(
                    zh: "测试点 \(number)（\(planned.slug)）的输入与其他测试点相同：合法的输入太少，没有找到别的。",
                    en: """
                        Test \(number) (\(planned.slug)) has the same input as another test: there are so few legal inputs \
                        that no other was found.
                        """)
            })
    }

    /// The first of some derived seeds with an input that no earlier test has.
    private func another(
        _ planned: PlannedTest, attempts: ClosedRange<Int>
    ) async throws(BuildFailure) -> (PlannedTest, TextFile)? {
        for attempt in attempts {
            var test = planned
            test.seed = derivedSeed(planned, attempt: attempt)
            let input = try await generate(test, into: "\(planned.number)-\(attempt).in")
            if await ledger.owner(of: input.sha256) == nil { return (test, input) }
            context.workspace.discard(input.path)
        }
        return nil
    }

    /// A seed that depends on nothing but the data set's seed, the test and the attempt. It has 53 bits, so that every
    /// reader of JSON reads it exactly.
    private func derivedSeed(_ test: PlannedTest, attempt: Int) -> UInt64 {
        var hash = SHA256()
        hash.update("\(context.request.seed) \(test.number) \(test.slug) \(attempt)")
        return hash.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) } >> 11
    }

    private func generate(_ test: PlannedTest, into name: String) async throws(BuildFailure) -> TextFile {
        let output = context.workspace[name]
        let errors = output + ".errors"
        let limits = context.request.limits.generator
        let result = try await context.run(
            generator, test.arguments, input: nil, output: output, errors: errors, limits: limits)
        defer { context.workspace.discard(errors) }
        if let fault = ProgramFault(result.verdict, limits: limits) {
            throw .generatorFailed(
                .test(test), fault, message: Excerpt.clean(Excerpt.ofFile(errors, limit: 2000), limit: 1000))
        }
        return try BuildFailure.workFiles { () throws(FileFault) in try TextFile.settle(output) }
    }
}
