import MaigenDomain
import MaigenTestData

extension Trial {
    /// What agents may know of a data set to do better.
    package init(_ dataSet: DataSet) {
        let report = dataSet.report
        let ends = report.boundaries.flatMap { boundary in
            [
                (boundary.name, boundary.least, boundary.hitsLeast),
                (boundary.name, boundary.greatest, boundary.hitsGreatest),
            ]
        }
        self.init(
            escaped: report.attack.escaped.count,
            rivals: (report.kills?.programs ?? []).map {
                Fate(name: $0.name, kind: $0.kind, killedBy: $0.killedBy, compiles: $0.compiles)
            },
            boundsReached: ends.count { $0.2 }, bounds: ends.count,
            missedBounds: ends.filter { !$0.2 }.map { "\($0.0) = \($0.1)" },
            branchesReached: report.coverage?.branches.reached ?? 0, branches: report.coverage?.branches.total ?? 0,
            dropped: dataSet.dropped,
            tests: dataSet.tests.map { "\($0.plan.number): \($0.plan.command), \($0.input.size)" })
    }
}

extension DataSetRequest {
    /// The request for a blueprint, whose specification has been parsed.
    package init(
        _ problem: ProblemDocument, blueprint: Blueprint, specification: InputSpecification, standardProgram: String,
        tests: [StrategyID: Int]? = nil, seed: UInt64, limits: ProgramLimits = ProgramLimits(), jobs: Int,
        destination: String
    ) {
        self.init(
            problem, specification: specification, specificationYAML: blueprint.specification,
            standardProgram: standardProgram, tests: tests, seed: seed, limits: limits, jobs: jobs,
            destination: destination)
        additions = Additions(blueprint)
    }
}
