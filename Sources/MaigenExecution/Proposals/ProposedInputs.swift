import MaigenDomain
import MaigenFiles
import MaigenSandbox
import MaigenTestData
import Synchronization

/// Makes inputs as agents proposed them, where that works out: the generator ends in time and the validator accepts what it
/// printed. Where it does not, the planned test takes its place.
struct ProposedInputs: Sendable {
    let context: BuildContext
    let generator: CompiledProgram
    let validator: CompiledProgram
    /// By name.
    private let extra: [String: CompiledProgram]
    private let outcomes = Outcomes()

    /// Compiles the extra generators; nil where nothing is proposed.
    init?(_ context: BuildContext, _ programs: Programs) async throws(BuildFailure) {
        let additions = context.request.additions
        guard !additions.proposals.isEmpty else { return nil }
        self.context = context
        generator = programs.generator
        validator = programs.validator
        let outcomes = outcomes
        let used = Set(additions.proposals.values.compactMap(\.generator))
        let compiled = try await inParallel(
            additions.generators.filter { used.contains($0.name) }, atOnce: context.request.jobs
        ) { extra async throws(BuildFailure) -> (String, CompiledProgram)? in
            switch try await context.compile(Compilation(source: extra.source, headers: .testlib)) {
            case .success(let program): return (extra.name, program)
            case .failure(let failure):
                outcomes.add(
                    Dropped(
                        Localized(
                            zh: "附加生成器 \(extra.name) 无法编译，未采用。",
                            en: "The extra generator \(extra.name) does not compile and is not used."),
                        words: "generator \(extra.name): \(Excerpt.clean(failure.diagnostics, limit: 600))"))
                return nil
            }
        }
        extra = Dictionary(compiled.compactMap(\.self), uniquingKeysWith: { first, _ in first })
    }

    /// What did not hold, in a stable order.
    var dropped: [Dropped] { outcomes.all }

    /// The input of `planned` as it is proposed, and the test that made it; nil where there is none that holds.
    func make(_ planned: PlannedTest) async throws(BuildFailure) -> (test: PlannedTest, input: TextFile)? {
        // A test that was changed meanwhile, to reach a bound that no other reaches, stays so.
        guard let proposal = context.request.additions.proposals[planned.number],
            context.request.plan.tests[planned.number - 1].settings == planned.settings
        else { return nil }
        var test = planned
        test.settings = proposal.settings.map { text in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return PlannedTest.Setting(String(parts[0]), parts.count == 2 ? String(parts[1]) : "")
        }
        test.purpose = proposal.purpose
        test.generator = proposal.generator
        guard let program = proposal.generator.map({ extra[$0] }) ?? generator else { return nil }
        do throws(BuildFailure) {
            let path = context.workspace["\(planned.number)-proposed.in"]
            let limits = context.request.limits.generator
            let errors = path + ".errors"
            defer { context.workspace.discard(errors) }
            let run = try await context.run(
                program, test.arguments, input: nil, output: path, errors: errors, limits: limits)
            if let fault = ProgramFault(run.verdict, limits: limits) {
                throw .generatorFailed(
                    .test(test), fault, message: Excerpt.clean(Excerpt.ofFile(errors, limit: 2000), limit: 400))
            }
            let input = try BuildFailure.workFiles { () throws(FileFault) in try TextFile.settle(path) }
            _ = try await context.validate(
                input.path, name: "\(planned.number)-proposed", with: validator, subject: .test(test)
            ) { .inputRejected(.test(test), message: $0) }
            return (test, input)
        } catch {
            guard error.category == .failedProgramOrData else { throw error }
            outcomes.add(
                Dropped(
                    Localized(
                        zh: "测试点 \(planned.number) 的附加方案未通过检验（\(error.code)），改用内置生成器。",
                        en: """
                            What was proposed for test \(planned.number) did not hold (\(error.code)); the specification's own \
                            generator made it.
                            """),
                    words:
                        "test \(planned.number), \(test.command): \(Excerpt.clean(error.message.english, limit: 500))"))
            return nil
        }
    }

    private final class Outcomes: Sendable {
        private let texts = Mutex<[Dropped]>([])

        var all: [Dropped] { texts.withLock { $0.sorted { $0.words < $1.words } } }

        func add(_ dropped: Dropped) { texts.withLock { $0.append(dropped) } }
    }
}

/// An addition that did not hold.
struct Dropped: Sendable, Hashable {
    /// For the report: nothing that an agent, or a program of an agent's, has said.
    var remark: Localized
    /// For whoever wrote it, in English: the machine's words.
    var words: String

    init(_ remark: Localized, words: String) {
        self.remark = remark
        self.words = words
    }
}
