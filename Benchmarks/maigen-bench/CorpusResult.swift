import Foundation

/// Everything that one measurement of the corpus found; saved as JSON.
struct CorpusResult: Codable {
    /// The working copy that was measured.
    var commit: String
    /// How many programs ran at a time.
    var jobs: Int
    /// Of the whole measurement, compiling and judging included.
    var wallSeconds: Double
    /// Of every program that ran for it, compilers included, and of the measuring program.
    var cpuSeconds: Double
    var problems: [ProblemResult]

    init(
        commit: String, jobs: Int, wallSeconds: Double, cpuSeconds: Double, problems: [ProblemResult]
    ) {
        self.commit = commit
        self.jobs = jobs
        self.wallSeconds = wallSeconds
        self.cpuSeconds = cpuSeconds
        self.problems = problems
    }

    init(savedAt path: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(filePath: path)))
    }

    /// The parts of one measurement; of a problem that several of them have, the last counts.
    init(joining parts: [CorpusResult]) {
        var problems: [String: ProblemResult] = [:]
        for problem in parts.flatMap(\.problems) { problems[problem.slug] = problem }
        self.init(
            commit: Set(parts.map(\.commit)).sorted().joined(separator: ", "), jobs: parts.map(\.jobs).max() ?? 0,
            wallSeconds: parts.map(\.wallSeconds).reduce(0, +), cpuSeconds: parts.map(\.cpuSeconds).reduce(0, +),
            problems: problems.values.sorted { $0.slug < $1.slug })
    }

    func save(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try encoder.encode(self).write(to: url)
    }
}

/// What became of one problem.
struct ProblemResult: Codable {
    var slug: String
    var half: CorpusProblem.Half
    var reading: ReadingResult
    /// The CPU time at which a program is too slow: the author's limit, or four times what the standard program needs where
    /// that is more. Nil where there is no data.
    var timeLimitSeconds: Double?
    /// The tests that `maigen generate` makes by default. Nil where the statement is unclear.
    var planned: DataResult?
    /// The tests of the plan, without a choice among more candidates.
    var unchosen: DataResult?
    /// As many tests by the same generator without any settings: everything drawn uniformly at random.
    var baseline: DataResult?
    /// Trouble with the corpus itself, which says nothing about MAIGEN.
    var faults: [String]
}

/// How well the statement was understood.
struct ReadingResult: Codable {
    enum Outcome: String, Codable {
        /// There is a specification.
        case understood
        /// MAIGEN asks for help: exit code 3.
        case unclear
        /// The statement is unclear, and the specification is the one that a person wrote from it.
        case given
    }

    var outcome: Outcome
    /// 0 to 1, where understood.
    var confidence: Double?
    /// Why it is unclear, and the words that were not read.
    var reasons: [String] = []
    /// What a person who trusts the specification would not notice: bounds other than the author's, inputs that the
    /// author takes and the specification does not, or the reverse.
    var misreadings: [String] = []
    /// Names that only the author's list of bounds has, or only ours: ends of edges, parents and permutations have no
    /// bounds of their own. The mutants look after them.
    var uncomparedNames: [String] = []
    /// How many inputs with one thing changed both validators were asked about.
    var mutants = 0
}

/// One data set and what it does to the programs that should fail.
struct DataResult: Codable {
    /// Why there is no data.
    var failure: String?
    var tests = 0
    /// Tests that the author's validator accepts.
    var valid = 0
    /// The first refusals of the author's validator.
    var refusals: [String] = []
    /// Ends of ranges, two for each quantity with bounds, and how many of them the data holds.
    var bounds = 0
    var boundsReached = 0
    var boundsMissed: [String] = []
    var inputBytes = 0
    /// Making the data set, everything compiled before.
    var wallSeconds = 0.0
    var cpuSeconds = 0.0
    var rivals: [RivalResult] = []
    /// The fewest tests found that kill all that is killed.
    var needed: [Int] = []
}

/// How one program fared.
struct RivalResult: Codable {
    /// How a test kills a program.
    enum Death: String, Codable {
        case wrongAnswer = "WA"
        case crash = "RE"
        case time = "TLE"
        case memory = "MLE"
        case output = "OLE"
    }

    struct Kill: Codable {
        var test: Int
        var death: Death
    }

    var name: String
    var fate: Rival.Fate
    /// In the order of the tests' numbers. A program that costs its whole time limit again and again is given up after a
    /// few kills, so not every killer of a slow program is here.
    var kills: [Kill]
    var testsRun: Int

    /// A wrong program that no test kills, or a correct one that some test kills.
    var isMisjudged: Bool { kills.isEmpty != (fate == .passes) }
}
