/// How large a task may be, and how many of them a person may have in work.
package struct TaskLimits: Sendable, Hashable, Codable {
    /// Tasks of one person that have not ended yet.
    package var tasksInWork: Int
    /// Samples of one problem.
    package var samples: Int
    /// Bytes of one sample's input, and of its output.
    package var sampleBytes: Int
    /// Bytes of the statement's sections together, samples not counted.
    package var statementBytes: Int
    /// Bytes of the standard program.
    package var programBytes: Int
    /// Bytes of an input specification that its owner supplies.
    package var specificationBytes: Int

    package init(
        tasksInWork: Int = 5, samples: Int = 20, sampleBytes: Int = 64 << 10, statementBytes: Int = 64 << 10,
        programBytes: Int = 64 << 10, specificationBytes: Int = 64 << 10
    ) {
        self.tasksInWork = tasksInWork
        self.samples = samples
        self.sampleBytes = sampleBytes
        self.statementBytes = statementBytes
        self.programBytes = programBytes
        self.specificationBytes = specificationBytes
    }

    /// How many tests a task makes, of all strategies together.
    package static let tests = 1...20
    /// The most characters of a title.
    package static let titleLength = 100
}
