import MaigenDomain
import MaigenSandbox
import MaigenTestData

/// Everything that one data set is made from.
package struct DataSetRequest: Sendable {
    /// The problem; its samples are checked before anything is generated.
    package var problem: ProblemDocument
    /// The input specification as people read it: `spec.yaml` of the ZIP.
    package var specificationYAML: String
    /// What the variables can take at all, for the report.
    package var bounds: [VariableBound]
    /// The tests, numbered 1, 2, … in order.
    package var plan: TestPlan
    /// Changes the plan's adjustable tests when the others leave a bound unreached; nil leaves them as planned.
    package var planner: TestPlanner?
    /// Whether more tests are made than the plan has, and the most telling are kept. Needs a planner.
    package var choosesTests: Bool
    /// Whether nobody asked for so many tests of each strategy, so that the choice may change the mix.
    package var mayChangeMix = false
    /// C++17 on testlib.h: `generator <slug> [name=setting …] <seed>` prints an input.
    package var generator: String
    /// C++17 on testlib.h: accepts or rejects the input it reads; with `--reach` it prints `name least greatest` lines.
    package var validator: String
    /// Inputs that the validator has to refuse; none where the input is not described by a specification.
    package var nearlyValid: [InputMutant]
    /// Makes such inputs out of generated ones too; nil leaves the validator with `nearlyValid`.
    package var specification: InputSpecification?
    /// The C++ program that answers.
    package var standardProgram: String
    /// The dialect of the standard program.
    package var standard: Compilation.Standard
    /// What a program may use in one run.
    package var limits: ProgramLimits
    /// The data set's seed, from which new seeds come where a test repeats another.
    package var seed: UInt64
    /// How many tests are in work at a time, at least one. The sandbox has a limit of its own on programs.
    package var jobs: Int
    /// Where the ZIP goes.
    package var destination: String
    /// Deflate's effort, 1 to 9. Test data is mostly random digits: measured on them, effort 6 takes eight times as long
    /// as effort 1 (80 against 10 ns a byte, more than generating them) and saves 6 % of the size.
    package var compression: Int
    /// What is tried on top of all that.
    package var additions = Additions()

    package init(
        problem: ProblemDocument, specificationYAML: String, bounds: [VariableBound], plan: TestPlan,
        planner: TestPlanner? = nil, choosesTests: Bool = true,
        generator: String, validator: String, nearlyValid: [InputMutant] = [],
        specification: InputSpecification? = nil, standardProgram: String,
        standard: Compilation.Standard = .cpp17,
        limits: ProgramLimits = ProgramLimits(), seed: UInt64, jobs: Int, destination: String, compression: Int = 1
    ) {
        self.problem = problem
        self.specificationYAML = specificationYAML
        self.bounds = bounds
        self.plan = plan
        self.planner = planner
        self.choosesTests = choosesTests
        self.generator = generator
        self.validator = validator
        self.nearlyValid = nearlyValid
        self.specification = specification
        self.standardProgram = standardProgram
        self.standard = standard
        self.limits = limits
        self.seed = seed
        self.jobs = max(1, jobs)
        self.destination = destination
        self.compression = compression
    }
}
