import MaigenDomain

extension RunRequest {
    /// Makes the run of a program built with `Compilation.Instrumentation.coverage` leave its counters in
    /// `destination`, for `Sandbox.coverage(notes:data:)`.
    ///
    /// The counters are written when the program returns from `main` or calls `exit`; a program that was killed or that
    /// aborted leaves none, and the last entry of `RunResult.taken` is nil.
    package mutating func recordCoverage(to destination: String) {
        scratch = scratch ?? .mebibytes(8)
        take.append(TakenFile(name: CoverageNames.data, destination: destination, limit: .mebibytes(8)))
        records = true
    }
}

/// The fixed names of gcov's files inside the sandbox.
enum CoverageNames {
    static let notes = "program.gcno"
    static let data = "program.gcda"
}
