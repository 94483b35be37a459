import MaigenDomain
import MaigenTestData

extension DataSetRequest {
    /// The request for a problem whose input is understood: generator and validator written from the specification,
    /// the tests planned from what the generator offers.
    ///
    /// - Parameters:
    ///   - tests: how many tests of each strategy; nil for the default mix.
    ///   - specificationYAML: the specification as its author wrote it; nil for the canonical form.
    package init(
        _ problem: ProblemDocument, specification: InputSpecification, specificationYAML: String? = nil,
        standardProgram: String, tests: [StrategyID: Int]? = nil, seed: UInt64, limits: ProgramLimits = ProgramLimits(),
        jobs: Int, destination: String
    ) {
        let bounds = VariableBounds.of(specification)
        let planner = TestPlanner(
            specification, knobs: GeneratorKnobs.knobs(of: specification), bounds: bounds)
        self.init(
            problem: problem, specificationYAML: specificationYAML ?? SpecificationWriter.write(specification),
            bounds: bounds, plan: planner.plan(tests ?? planner.defaultMix, seed: seed), planner: planner,
            generator: GeneratorEmission.source(for: specification),
            validator: ValidatorEmission.source(for: specification),
            nearlyValid: ValidatorTrial.inputs(
                from: problem.samples.map { Array($0.input.utf8) }, specification, seed: seed),
            specification: specification, standardProgram: standardProgram, limits: limits,
            seed: seed, jobs: jobs, destination: destination)
        mayChangeMix = tests == nil
    }
}
