/// Everything a task is made from, as its owner submitted it. It never changes; workers get it through the cache.
package struct TaskSnapshot: Sendable, Hashable, Codable {
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

    package init(
        problem: ProblemDocument, program: StandardProgram, tests: [TestWish], specification: String? = nil,
        seed: UInt64 = 1, engine: AnalysisEngine = .auto
    ) {
        self.problem = problem
        self.program = program
        self.tests = tests
        self.specification = specification
        self.seed = seed
        self.engine = engine
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
