import MaigenDomain
import MaigenFiles
import MaigenSandbox
import MaigenTestData
import Synchronization

/// Makes data sets: compile → check the samples → generate, validate, answer, measure → pack.
///
/// Theory of operation: three lines of work run side by side and meet at the end.
/// *Making* compiles the programs, checks the samples, and takes a few tests at a time through generator, validator
/// and standard program. It hands every finished test to the other two.
/// *Packing* compresses the tests in their order into a temporary file beside the destination.
/// *Surveying* runs the standard program once more on each test, built to count its lines (`SecondRun`).
/// Inputs and outputs stay in files from the program that writes them to the archive; nothing holds a whole one. The first
/// failure in any line stops the others, and the temporary files go in every case.
package struct DataSetBuilder: Sendable {
    private let sandbox: Sandbox
    private let versions: DataSetReport.Versions

    /// - Parameters:
    ///   - sandbox: where all programs run; its work directory holds the files of a build, its cache directory what
    ///     `MeasurementMemory` remembers.
    ///   - versions: what the report names as tools.
    package init(sandbox: Sandbox, versions: DataSetReport.Versions) {
        self.sandbox = sandbox
        self.versions = versions
    }

    /// Makes one data set. The same request with the same tools on the same machine gives the same ZIP, byte for byte.
    ///
    /// - Precondition: the plan's tests are numbered 1, 2, … in order.
    /// - Parameter progress: called for one event at a time, on no particular thread; it should be quick.
    /// - Throws: `BuildFailure`. Then there is no ZIP and no temporary file; what stood at the destination still stands there.
    package func build(
        _ request: DataSetRequest, progress: @escaping @Sendable (ProgressEvent) -> Void = { _ in }
    ) async throws(BuildFailure) -> DataSet {
        precondition(
            request.plan.tests.map(\.number) == Array(1..<(request.plan.tests.count + 1)),
            "a plan counts its tests from 1")
        let workspace = try BuildFailure.workFiles { () throws(FileFault) in try Workspace(in: sandbox.workDirectory) }
        defer { workspace.remove() }
        let zip: ZipWriter
        do {
            // First of all, so that a place that cannot be written costs no time.
            zip = try ZipWriter(destination: request.destination, level: request.compression)
        } catch {
            throw .cannotWrite(error)
        }
        let context = BuildContext(
            sandbox: sandbox, request: request, workspace: workspace, progress: ProgressCounter(progress))
        do throws(BuildFailure) {
            return try await build(in: context, Packer(zip: zip))
        } catch {
            await zip.abandon()
            throw error
        }
    }

    private func build(in context: BuildContext, _ packer: Packer) async throws(BuildFailure) -> DataSet {
        let count = context.request.plan.tests.count
        await context.progress.begin(.compiling, of: 3)
        let parts = try await lines(of: context, packer)

        let tests = parts.made.map(\.created)
        let report = DataSetReport(
            problem: context.request.problem.title, seed: context.request.seed,
            samples: DataSetReport.Samples(checked: context.request.problem.samples.count),
            validation: DataSetReport.Validation(accepted: count), attack: parts.attack,
            boundaries: ReachedValues.boundaries(
                context.request.bounds, tests: parts.made.map { ($0.number, $0.reached) }),
            duplicates: parts.made.compactMap(\.duplicate),
            coverage: parts.survey.coverage, choice: parts.choice, kills: parts.judgement.kills,
            checker: context.request.additions.checker.map { _ in parts.judgement.isChecked },
            remarks: context.request.additions.remarks + context.request.plan.remarks
                + parts.judgement.dropped.map(\.remark) + [parts.attack.remark].compactMap(\.self)
                + parts.made.flatMap { test in test.remarks.map { $0(test.number) } } + parts.survey.remarks,
            versions: versions)
        let memory = MeasurementMemory(
            folder: sandbox.configuration.cacheDirectory + "/measurements", program: parts.standard,
            limits: context.request.limits.standardProgram)
        let measurements = memory.settle(
            Dictionary(tests.map { ($0.input.sha256, $0.measurement) }, uniquingKeysWith: { first, _ in first }))
        let documents = DataSet.Documents(
            tests: StableJSON.text(TestsDocument(tests, measurements: measurements)), report: StableJSON.text(report))
        let size = try await packer.finish(context.request, tests: tests, report: report, documents)
        await context.progress.complete(.done, of: count)
        var dataSet = DataSet(
            path: context.request.destination, size: size, tests: tests, report: report, documents: documents)
        dataSet.dropped = parts.judgement.dropped.map(\.words)
        return dataSet
    }

    /// What the three lines of work bring.
    private struct Parts: Sendable {
        var standard: CompiledProgram
        var attack: DataSetReport.Attack
        var made: [MadeTest]
        var choice: DataSetReport.Choice?
        var judgement: Judgement
        var survey: CoverageSurvey
    }

    /// What the making line brings: with a choice, the findings of the kept tests under their new numbers.
    private struct Making: Sendable {
        var standard: CompiledProgram
        var attack: DataSetReport.Attack
        var made: [MadeTest]
        var choice: (report: DataSetReport.Choice, findings: [SecondRun.Finding])?
        var judgement: Judgement
    }

    private enum Part: Sendable {
        case made(Making)
        case packed
        case surveyed(Surveyed)
    }

    /// What the second runs of all candidates showed.
    private struct Surveyed: Sendable {
        var findings: [SecondRun.Finding]
        /// Whether the program could be built with counters.
        var isBuilt: Bool
    }

    private func lines(of context: BuildContext, _ packer: Packer) async throws(BuildFailure) -> Parts {
        let (forPacking, toPacking) = AsyncStream.makeStream(of: MadeTest.self)
        let (forSurvey, toSurvey) = AsyncStream.makeStream(of: MadeTest.self)
        let (programs, toPrograms) = AsyncStream.makeStream(of: CompiledProgram.self)
        let (surveyed, toSurveyed) = AsyncStream.makeStream(of: Surveyed.self)
        let users = FileUsers(context)

        let results = await withTaskGroup(of: Result<Part, BuildFailure>.self) { group in
            group.addTask {
                defer {
                    toPrograms.finish()
                    toPacking.finish()
                    toSurvey.finish()
                }
                return await result { () async throws(BuildFailure) in
                    let (programs, attack) = try await prepare(context) { toPrograms.yield($0) }
                    let small = SmallInputs()
                    let chosen = try await choose(context, programs, users, toPacking, toSurvey, surveyed, small)
                    let further = try await context.attack(programs.validator, with: context.mutants(of: small))
                    return .made(
                        Making(
                            standard: programs.standard, attack: attack + further, made: chosen.made,
                            choice: chosen.choice, judgement: chosen.judgement))
                }
            }
            group.addTask {
                await result { () async throws(BuildFailure) in
                    try await packer.pack(forPacking, counting: context.progress, of: context.request) {
                        users.release($0, by: .packing)
                    }
                    return .packed
                }
            }
            group.addTask {
                defer { toSurveyed.finish() }
                return await result { () async throws(BuildFailure) in
                    let survey = try await survey(context, of: programs, forSurvey) {
                        users.release($0, by: .surveying)
                    }
                    toSurveyed.yield(survey)
                    return .surveyed(survey)
                }
            }
            var results: [Result<Part, BuildFailure>] = []
            for await result in group {
                results.append(result)
                if case .failure = result { group.cancelAll() }
            }
            return results
        }
        return try Self.joined(results)
    }

    /// Makes the tests and hands them to the other two lines. Packing gets them as they come where nothing is chosen, and
    /// otherwise once it is known which are kept.
    private func choose(
        _ context: BuildContext, _ programs: Programs, _ users: FileUsers,
        _ toPacking: AsyncStream<MadeTest>.Continuation, _ toSurvey: AsyncStream<MadeTest>.Continuation,
        _ surveyed: AsyncStream<Surveyed>, _ small: SmallInputs
    ) async throws(BuildFailure) -> (
        made: [MadeTest], choice: (DataSetReport.Choice, [SecondRun.Finding])?, judgement: Judgement
    ) {
        let mayChoose = context.request.choosesTests && context.request.planner != nil
        let held = HeldTests(limit: mayChoose ? BuildContext.choiceLimit : ByteCount(bytes: 0))
        let proposed = try await ProposedInputs(context, programs)
        let inputs = InputMaker(context: context, generator: programs.generator, proposed: proposed)
        let planned = try await context.makeAll(with: programs, inputs) { test in
            small.take(test)
            toSurvey.yield(test)
            for test in held.take(test) { toPacking.yield(test) }
        }
        guard held.areHeld else {
            let judges = try await Judges(context, on: planned)
            let judgement = try await judges.judgement(on: planned, known: nil, proposed)
            for test in planned { users.release(test, by: .judging) }
            return (planned, nil, judgement)
        }
        async let trialResult = result { () async throws(BuildFailure) in try await VariantTrial(context) }
        var made = planned + (try await context.makeCandidates(with: programs, after: inputs) { toSurvey.yield($0) })
        var fates: [VariantTrial.Fate] = []
        let trial = try await trialResult.get()
        if let trial {
            let hunt = try await context.hunt(
                trial, try await trial.run(on: made), with: programs, inputs
            ) { toSurvey.yield($0) }
            made += hunt.tests
            fates = hunt.fates
        }
        toSurvey.finish()
        guard let survey = await surveyed.first(where: { _ in true }) else { throw .cancelled }
        let judges = try await Judges(context, on: made)
        let known = try await judges.rivals?.scout(made)
        let chosen = context.choose(
            among: made, survey.findings, trial?.variants.variants ?? [], fates.map(\.tests), known ?? [])
        let judgement = try await judges.judgement(on: chosen.kept.map(\.test), known: known, proposed)
        for test in chosen.dropped {
            users.release(test, by: .packing)
            users.release(test, by: .judging)
        }
        for (test, _) in chosen.kept {
            users.release(test, by: .judging)
            toPacking.yield(test)
        }
        return (
            chosen.kept.map(\.test), (chosen.report, chosen.kept.compactMap(\.finding)), judgement
        )
    }

    /// Examines the tests as they come.
    ///
    /// - Parameter programs: brings the standard program once it compiles; not before that is its second build begun,
    ///   since the tests wait for the first.
    private func survey(
        _ context: BuildContext, of programs: AsyncStream<CompiledProgram>, _ tests: AsyncStream<MadeTest>,
        examined: @Sendable (MadeTest) -> Void
    ) async throws(BuildFailure) -> Surveyed {
        guard let standard = await programs.first(where: { _ in true }) else { throw .cancelled }
        let second = SecondRun(context: context, standard: standard, counting: try await counting(context))
        await context.progress.begin(.measuring, of: context.request.plan.tests.count)
        let planned = context.request.plan.tests.count
        let findings = try await CoverageSurvey.run(second, tests: tests, jobs: context.request.jobs) { test in
            let isPlanned = test.number <= planned
            examined(test)
            if isPlanned { await context.progress.advance(.measuring) }
        }
        return Surveyed(findings: findings, isBuilt: second.counting != nil)
    }

    /// Compiles the programs and checks the samples as soon as their two programs are there; then, while the generator may
    /// still be compiling, tries the validator.
    ///
    /// - Parameter ready: called with the standard program once it compiles.
    private func prepare(
        _ context: BuildContext, ready: @Sendable (CompiledProgram) -> Void
    ) async throws(BuildFailure) -> (Programs, DataSetReport.Attack) {
        let request = context.request
        // `async let` loses the type of what is thrown; results keep it.
        async let standardResult = result { () async throws(BuildFailure) in
            try await context.program(.standardProgram(of: request)) { .standardProgramDoesNotCompile($0) }
        }
        async let validatorResult = result { () async throws(BuildFailure) in
            try await context.program(.validator(of: request)) { .validatorDoesNotCompile($0) }
        }
        async let generatorResult = result { () async throws(BuildFailure) in
            try await context.program(.generator(of: request)) { .generatorDoesNotCompile($0) }
        }
        let standard = try await standardResult.get()
        ready(standard)
        let validator = try await validatorResult.get()
        try await context.checkSamples(standard: standard, validator: validator)
        let attack = try await context.attack(validator, with: request.nearlyValid)
        return (
            Programs(standard: standard, generator: try await generatorResult.get(), validator: validator), attack
        )
    }

    /// The standard program built to count its lines; nil where only that build fails, which costs the coverage and not
    /// the data set.
    private func counting(_ context: BuildContext) async throws(BuildFailure) -> CompiledProgram? {
        switch try await context.compile(.coverage(of: context.request)) {
        case .success(let program): program
        case .failure: nil
        }
    }

    /// What the lines of work brought together. Of several failures the most telling one is thrown.
    private static func joined(_ results: [Result<Part, BuildFailure>]) throws(BuildFailure) -> Parts {
        var failure: BuildFailure?
        var making: Making?
        var survey: Surveyed?
        for result in results {
            do throws(BuildFailure) {
                switch try result.get() {
                case .made(let made): making = made
                case .packed: break
                case .surveyed(let finding): survey = finding
                }
            } catch {
                if failure.map({ error.isMoreTelling(than: $0) }) ?? true { failure = error }
            }
        }
        if let failure { throw failure }
        guard let making, let survey, !Task.isCancelled else { throw .cancelled }
        return Parts(
            standard: making.standard, attack: making.attack, made: making.made, choice: making.choice?.report,
            judgement: making.judgement,
            survey: CoverageSurvey(making.choice?.findings ?? survey.findings, isBuilt: survey.isBuilt))
    }
}

/// What a body gives or throws, with the type of what it throws.
private func result<Value: Sendable>(
    _ body: () async throws(BuildFailure) -> Value
) async -> Result<Value, BuildFailure> {
    do throws(BuildFailure) {
        return .success(try await body())
    } catch {
        return .failure(error)
    }
}

/// Removes a test's files once all that use them are done with them.
private final class FileUsers: Sendable {
    /// Who reads a test's files.
    enum User: Sendable, Hashable, CaseIterable {
        case packing, surveying, judging
    }

    private let workspace: Workspace
    private let all: Set<User>
    private let released = Mutex<[String: Set<User>]>([:])

    init(_ context: BuildContext) {
        workspace = context.workspace
        let additions = context.request.additions
        let hasJudges = !additions.rivals.isEmpty || additions.checker != nil
        all = hasJudges ? Set(User.allCases) : [.packing, .surveying]
    }

    /// One of them is done.
    func release(_ test: MadeTest, by user: User) {
        guard all.contains(user) else { return }
        // Not by number, which changes when tests are chosen.
        let isLast = released.withLock { released in
            let isNews = released[test.input.path, default: []].insert(user).inserted
            return isNews && released[test.input.path] == all
        }
        guard isLast else { return }
        workspace.discard(test)
    }
}
