import MaigenDomain
import MaigenFiles
import MaigenSandbox
import MaigenTestData

/// Runs wrong programs on tests: which test tells which of them from a correct one.
///
/// Theory of operation. Before the tests are chosen every rival meets the candidates, small ones first (a slow one the
/// largest first), until a few have told it apart: so the choice can keep those. Afterwards it meets every test that was kept,
/// for the table; what is known is not run again. Runs that take too long are the only dear ones, so that after a few of them
/// a rival has met enough.
///
/// The time limit is a few times the class of the standard program's longest run, within its own limit. What a test does to
/// a program that is about as slow as that may differ from call to call; everything else cannot.
struct RivalTrial: Sendable {
    let context: BuildContext
    private let rivals: [Rival]
    /// In the order of `rivals`; nil for one that does not compile.
    private let programs: [CompiledProgram?]
    private let checker: CheckedAnswers?

    /// A rival is understood well enough for the choice once so many candidates tell it apart.
    private static let enough = 3
    /// Every slow failure costs the whole time limit.
    private static let enoughSlow = 2
    /// A rival meets so many candidates before the choice.
    private static let candidates = 40

    /// Compiles the rivals; nil where there are none.
    init?(_ context: BuildContext, checker: CheckedAnswers? = nil) async throws(BuildFailure) {
        let rivals = context.request.additions.rivals
        guard !rivals.isEmpty else { return nil }
        self.context = context
        self.rivals = rivals
        self.checker = checker
        programs = try await inParallel(rivals.indices, atOnce: context.request.jobs) {
            index async throws(BuildFailure) in
            let compilation = Compilation(source: rivals[index].source, standard: context.request.standard)
            switch try await context.compile(compilation) {
            case .success(let program): return program
            case .failure: return nil
            }
        }
    }

    /// What is known of each rival, by the input's path.
    typealias Known = [[String: RivalOutcome]]

    /// Meets candidates, until it is known which are telling.
    func scout(_ candidates: [MadeTest]) async throws(BuildFailure) -> Known {
        let limit = timeLimit(candidates)
        return try await inParallel(rivals.indices, atOnce: context.request.jobs) {
            index async throws(BuildFailure) in
            let order = order(candidates, for: rivals[index].kind).prefix(Self.candidates)
            return try await trial(index, on: Array(order), limit, known: [:], enough: Self.enough)
        }
    }

    /// Meets every test. Gives the table.
    func table(_ tests: [MadeTest], known: Known?) async throws(BuildFailure) -> DataSetReport.Kills {
        let limit = timeLimit(tests)
        let outcomes = try await inParallel(rivals.indices, atOnce: context.request.jobs) {
            index async throws(BuildFailure) in
            let order = order(tests, for: rivals[index].kind)
            return try await trial(index, on: order, limit, known: known?[index] ?? [:], enough: nil)
        }
        return DataSetReport.Kills(
            timeLimitMs: limit.microseconds / 1000,
            programs: rivals.indices.map { index in
                let (rival, known) = (rivals[index], outcomes[index])
                let compiles = programs[index] != nil
                return DataSetReport.Kills.Program(
                    name: rival.name, kind: rival.kind, origin: rival.origin,
                    outcomes: compiles ? tests.map { known[$0.input.path] ?? .notRun } : [], compiles: compiles)
            })
    }

    private func timeLimit(_ tests: [MadeTest]) -> Duration {
        let slowest = tests.map { MeasurementClass($0.created.measurement).timeAtMostMs }.max() ?? 0
        let limit = context.request.limits.time
        return min(max(.seconds(1), .milliseconds(4 * slowest)), limit)
    }

    private func order(_ tests: [MadeTest], for kind: Rival.Kind) -> [MadeTest] {
        tests.sorted { left, right in
            let (small, large) = kind == .slow ? (right, left) : (left, right)
            return (small.input.size.bytes, left.number) < (large.input.size.bytes, right.number)
        }
    }

    private func trial(
        _ index: Int, on tests: [MadeTest], _ limit: Duration, known: [String: RivalOutcome], enough: Int?
    ) async throws(BuildFailure) -> [String: RivalOutcome] {
        guard let program = programs[index] else { return [:] }
        var known = known
        var slow = known.values.count { $0 == .time }
        for test in tests where known[test.input.path] == nil {
            if slow >= Self.enoughSlow { break }
            if let enough, known.values.count(where: \.isDeath) >= enough { break }
            let outcome = try await outcome(of: program, index, on: test, limit)
            known[test.input.path] = outcome
            if outcome == .time { slow += 1 }
        }
        return known
    }

    private func outcome(
        of program: CompiledProgram, _ index: Int, on test: MadeTest, _ limit: Duration
    ) async throws(BuildFailure) -> RivalOutcome {
        let output = context.workspace["rival-\(index).out"]
        defer { context.workspace.discard(output) }
        var limits = context.request.limits.standardProgram
        limits.cpu = limit
        limits.wall = limit * 2 + .seconds(4)
        let run = try await context.run(program, input: test.input.path, output: output, limits: limits)
        switch run.verdict {
        case .ok: return try await isRight(output, for: test, index) ? .passes : .wrongAnswer
        case .timeLimit, .wallTimeLimit: return .time
        case .runtimeError, .signal, .securityViolation: return .crash
        case .memoryLimit: return .memory
        case .outputLimit: return .output
        }
    }

    private func isRight(_ output: String, for test: MadeTest, _ index: Int) async throws(BuildFailure) -> Bool {
        if let checker { return try await checker.accepts(output, for: test, name: "rival-\(index)") }
        return try BuildFailure.workFiles { () throws(FileFault) in
            try OutputDifference.between(expected: test.output.path, actual: output) == nil
        }
    }
}
