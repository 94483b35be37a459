import MaigenDomain
import MaigenFiles
import MaigenSandbox
import MaigenTestData

/// Runs cheap variants of the standard program on the candidates: which tell which mistakes apart.
struct VariantTrial: Sendable {
    var context: BuildContext
    var variants: ProgramVariants
    var program: CompiledProgram

    /// A variant is understood well enough once so many candidates tell it apart.
    private static let enough = 3
    /// Inputs up to this size are tried first, the smallest before the others.
    private static let small = ByteCount.kibibytes(32)
    /// Of larger inputs so many are tried, together not more than so many bytes.
    private static let largeInputs = (count: 4, bytes: ByteCount.mebibytes(8))
    /// What a variant may take beyond the standard program; one that takes longer does not end, most likely, and is
    /// left out. So no verdict hangs on a few milliseconds.
    private static let patience = (small: Duration.milliseconds(500), large: Duration.seconds(3))

    /// - Returns: nil where the program has no variants that compile.
    init?(_ context: BuildContext) async throws(BuildFailure) {
        guard var variants = ProgramVariants(of: context.request.standardProgram) else { return nil }
        self.context = context
        for _ in 0..<4 where !variants.variants.isEmpty {
            let outcome = try await context.compile(
                Compilation(source: variants.source, standard: context.request.standard))
            switch outcome {
            case .success(let program):
                self.variants = variants
                self.program = program
                return
            case .failure(let failure):
                let rest = variants.without(namedIn: failure.diagnostics)
                guard rest.variants.count < variants.variants.count else { return nil }
                variants = rest
            }
        }
        return nil
    }

    /// What is known of a variant.
    enum Fate: Sendable, Hashable {
        /// The candidates, by number, whose answer it does not give, as far as they were tried. A variant that gives all
        /// answers is no mistake, or one that these tests do not show.
        case told(Set<Int>)
        /// It does not end, and is left out.
        case endless

        /// The numbers of the candidates that tell it apart.
        var tests: Set<Int> { if case .told(let tests) = self { tests } else { [] } }
    }

    /// The fate of each variant, in the order of `variants`.
    func run(on candidates: [MadeTest]) async throws(BuildFailure) -> [Fate] {
        let order = Self.order(candidates)
        return try await inParallel(variants.variants.indices, atOnce: context.request.jobs) {
            variant throws(BuildFailure) in try await trial(of: variant, on: order)
        }
    }

    /// Tries one variant on `candidates`, until enough of them tell it apart.
    func trial(of variant: Int, on candidates: [MadeTest]) async throws(BuildFailure) -> Fate {
        var told: Set<Int> = []
        let output = context.workspace["variant-\(variant).out"]
        defer { context.workspace.discard(output) }
        for test in candidates where told.count < Self.enough {
            var limits = context.request.limits.standardProgram
            limits.cpu = test.input.size <= Self.small ? Self.patience.small : Self.patience.large
            limits.wall = limits.cpu * 4 + .seconds(4)
            let run = try await context.run(
                program, [String(variant)], input: test.input.path, output: output, limits: limits)
            switch run.verdict {
            case .ok:
                let isSame = try BuildFailure.workFiles { () throws(FileFault) in try test.output.isSame(as: output) }
                if !isSame { told.insert(test.number) }
            case .timeLimit, .wallTimeLimit: return .endless
            case .runtimeError, .signal, .securityViolation, .memoryLimit, .outputLimit: told.insert(test.number)
            }
        }
        return .told(told)
    }

    /// The small candidates by size, then a few large ones, first those that are about overflow and limits.
    private static func order(_ candidates: [MadeTest]) -> [MadeTest] {
        func rank(_ test: MadeTest) -> Int {
            [.overflow, .maximumBounds, .mixedBoundary].firstIndex(of: test.created.plan.strategy) ?? 3
        }
        let smallest = candidates.filter { $0.input.size <= small }
            .sorted { ($0.input.size.bytes, $0.number) < ($1.input.size.bytes, $1.number) }
        var room = largeInputs.bytes.bytes
        let large = candidates.filter { $0.input.size > small }.sorted { (rank($0), $0.number) < (rank($1), $1.number) }
            .filter { test in
                guard test.input.size.bytes <= room else { return false }
                room -= test.input.size.bytes
                return true
            }
        return smallest + large.prefix(largeInputs.count)
    }
}
