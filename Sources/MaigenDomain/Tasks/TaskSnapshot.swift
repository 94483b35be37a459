/// Everything a task is made from, as its owner submitted it. It never changes; workers get it through the cache.
package struct TaskSnapshot: Sendable, Hashable {
    /// The problem.
    package var problem: ProblemDocument
    /// The correct solution.
    package var program: StandardProgram
    /// How many tests of which strategy; together 1 to 20.
    package var tests: [TestWish]
    /// An input specification that the owner supplied or corrected (YAML); nil to have the statement read.
    package var specification: String?
    /// The data set's seed: the same snapshot gives the same ZIP.
    package var seed: UInt64
    /// What reads the statement: the platform's setting when the task was submitted.
    package var engine: AnalysisEngine
    /// The owner's own wrong programs, which the data should tell from a correct one.
    package var rivals: [Rival]

    package init(
        problem: ProblemDocument, program: StandardProgram, tests: [TestWish], specification: String? = nil,
        seed: UInt64 = 1, engine: AnalysisEngine = .auto, rivals: [Rival] = []
    ) {
        self.problem = problem
        self.program = program
        self.tests = tests
        self.specification = specification
        self.seed = seed
        self.engine = engine
        self.rivals = rivals
    }
}

extension TaskSnapshot: Codable {
    private enum CodingKeys: CodingKey {
        case problem, program, tests, specification, seed, engine, rivals
    }

    /// Also reads what was written before owners could have wrong programs.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            problem: try container.decode(ProblemDocument.self, forKey: .problem),
            program: try container.decode(StandardProgram.self, forKey: .program),
            tests: try container.decode([TestWish].self, forKey: .tests),
            specification: try container.decodeIfPresent(String.self, forKey: .specification),
            seed: try container.decode(UInt64.self, forKey: .seed),
            engine: try container.decode(AnalysisEngine.self, forKey: .engine),
            rivals: try container.decodeIfPresent([Rival].self, forKey: .rivals) ?? [])
    }
}

/// So many tests of one strategy.
package struct TestWish: Sendable, Hashable, Codable {
    /// Which preset.
    package var strategy: StrategyID
    /// At least one.
    package var count: Int

    package init(strategy: StrategyID, count: Int) {
        self.strategy = strategy
        self.count = count
    }
}

/// A solution's source and what it is written in.
package struct StandardProgram: Sendable, Hashable, Codable {
    /// The dialects that programs may be written in.
    package enum Dialect: String, Sendable, Hashable, CaseIterable, Codable {
        case cpp17 = "c++17"
        case cpp20 = "c++20"
    }

    /// What it is written in.
    package var dialect: Dialect
    /// UTF-8 text.
    package var source: String

    package init(dialect: Dialect = .cpp17, source: String) {
        self.dialect = dialect
        self.source = source
    }
}
