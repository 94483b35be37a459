import Foundation
import MaigenDomain
import MaigenExecution
import MaigenSandbox
import MaigenTestData

/// Measures the quality of MAIGEN's data on the corpus.
///
/// Theory of operation. Problem after problem: the statement is analysed; the default data set is made, and beside it two others:
/// the plan's tests without a choice among more, and the baseline, which is the same generator without settings; then the author's own programs judge both. His validator
/// says which inputs are valid, his list of bounds and his validator's opinion of mutants whether the statement was
/// silently misread, and each of his wrong programs should fail on some test. Nothing that judges comes from MAIGEN.
/// Everything is compiled before a data set is made, so that its time is that of making it. Problems run one after the
/// other and the programs of one problem side by side: so the times of a data set are its own.
struct CorpusBench: Sendable {
    private let sandbox: Sandbox
    private let builder: DataSetBuilder
    private let judge: CorpusJudge
    private let jobs: Int
    private let measuresBaseline: Bool
    /// Inputs with one thing changed, for each problem.
    private static let mutantCount = 160

    init(jobs: Int?, measuresBaseline: Bool) async throws {
        var configuration = try SandboxConfiguration.standard(above: #filePath)
        if let jobs { configuration.jobs = jobs }
        configuration.precompilesHeaders = false
        sandbox = try await Sandbox(configuration: configuration)
        builder = DataSetBuilder(
            sandbox: sandbox, versions: try await DataSetReport.Versions(maigen: "bench", sandbox: sandbox))
        judge = CorpusJudge(sandbox: sandbox)
        self.jobs = configuration.jobs
        self.measuresBaseline = measuresBaseline
    }

    /// - Parameter partial: called after each problem with what is known so far.
    func measure(
        _ problems: [CorpusProblem], partial: (CorpusResult) throws -> Void
    ) async throws -> CorpusResult {
        let (start, cpu) = (ContinuousClock.now, childrenCPU() + ownCPU())
        // Asked now: the working copy may change in these minutes.
        let commit = Repository.commit()
        // Each saves two thirds of many compilations.
        for compilation in [Compilation(source: ""), Compilation(source: "", headers: .testlib)] {
            try await sandbox.prepareHeaders(for: compilation)
        }
        var results: [ProblemResult] = []
        func soFar() -> CorpusResult {
            CorpusResult(
                commit: commit, jobs: jobs, wallSeconds: seconds(ContinuousClock.now - start),
                cpuSeconds: childrenCPU() + ownCPU() - cpu, problems: results)
        }
        for (index, problem) in problems.enumerated() {
            let begin = ContinuousClock.now
            let result = try await measure(problem)
            results.append(result)
            try partial(soFar())
            Progress.say(
                "[\(index + 1)/\(problems.count)] \(CorpusTables.line(result)) (\(rounded(seconds(ContinuousClock.now - begin))) s)"
            )
        }
        return soFar()
    }

    // MARK: One problem

    private func measure(_ problem: CorpusProblem) async throws -> ProblemResult {
        let (reading, document, specification) = try CorpusReading.read(problem)
        var result = ProblemResult(slug: problem.slug, half: problem.half, reading: reading, faults: [])
        guard let document, let specification else { return result }
        let folder = sandbox.temporaryPath(problem.slug)
        defer { removeQuietly(folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)

        let authors = try await compile(problem, faults: &result.faults)
        let request = DataSetRequest(
            document, specification: specification, standardProgram: problem.standardProgram, seed: 1, jobs: jobs,
            destination: folder + "/planned.zip")
        try await compile(request)
        var sets = [try await makeData(request, in: folder + "/planned")]
        if measuresBaseline {
            var unchosen = request
            unchosen.choosesTests = false
            unchosen.destination = folder + "/unchosen.zip"
            sets.append(try await makeData(unchosen, in: folder + "/unchosen"))
            var uniform = request
            uniform.choosesTests = false
            uniform.plan = Self.uniformPlan(count: request.plan.tests.count)
            uniform.destination = folder + "/baseline.zip"
            sets.append(try await makeData(uniform, in: folder + "/baseline"))
        }

        let limit = max(problem.timeLimit, sets.map(\.slowest).max().map { $0 * 4 } ?? .zero)
        result.timeLimitSeconds = seconds(limit)
        // Side by side: a slow program's last runs leave a core to the other set's.
        sets = try await withThrowingTaskGroup(of: (Int, Made).self) { group in
            for (index, made) in sets.enumerated() {
                group.addTask {
                    (index, try await judged(made, by: authors, limit: limit, untilKilled: index > 0))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
        if let validator = authors.validator {
            try await askAboutMutants(
                document.samples.map(\.input), sets[0].inputsForMutants, specification, of: request, by: validator,
                in: &result.reading)
        }
        result.reading.misreadings += sets.flatMap { $0.result.refusals.prefix(1) }.prefix(1).map {
            "invalid data: \($0)"
        }
        result.planned = sets[0].result
        if measuresBaseline {
            result.unchosen = sets[1].result
            result.baseline = sets[2].result
        }
        return result
    }

    /// The author's programs.
    private struct Authors: Sendable {
        var validator: CompiledProgram?
        var rivals: [(rival: Rival, program: CompiledProgram)] = []
    }

    private func compile(_ problem: CorpusProblem, faults: inout [String]) async throws -> Authors {
        enum Compiled: Sendable {
            case validator(CompiledProgram)
            case rival(Int, CompiledProgram)
            case fault(String)
        }
        var authors = Authors()
        var rivals: [Int: CompiledProgram] = [:]
        try await withThrowingTaskGroup(of: Compiled.self) { group in
            group.addTask {
                do { return .validator(try await judge.compile(problem.validator, .testlib)) } catch let error
                    as CorpusJudge.DoesNotCompile
                { return .fault("validator.cpp: \(error.message)") }
            }
            for (index, rival) in problem.rivals.enumerated() {
                group.addTask {
                    do { return .rival(index, try await judge.compile(rival.source)) } catch let error
                        as CorpusJudge.DoesNotCompile
                    { return .fault("\(rival.name).cpp: \(error.message)") }
                }
            }
            for try await compiled in group {
                switch compiled {
                case .validator(let program): authors.validator = program
                case .rival(let index, let program): rivals[index] = program
                case .fault(let text): faults.append(text)
                }
            }
        }
        authors.rivals = rivals.sorted { $0.key < $1.key }.map { (problem.rivals[$0.key], $0.value) }
        return authors
    }

    /// Brings MAIGEN's own programs into the cache. What does not compile shows again when the data set is made.
    private func compile(_ request: DataSetRequest) async throws {
        let compilations = [
            Compilation(source: request.generator, headers: .testlib),
            Compilation(source: request.validator, headers: .testlib),
            Compilation(source: request.standardProgram, standard: request.standard),
            Compilation(source: request.standardProgram, standard: request.standard, instrumentation: .coverage),
        ]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for compilation in compilations {
                group.addTask { _ = try await sandbox.compile(compilation) }
            }
            try await group.waitForAll()
        }
    }

    /// Tests without any settings: every size, value and structure at random.
    private static func uniformPlan(count: Int) -> TestPlan {
        TestPlan(
            tests: (1...max(1, count)).map { number in
                PlannedTest(
                    number: number, strategy: .randomMedium, slug: "uniform",
                    purpose: Localized(zh: "均匀随机", en: "uniformly random"), settings: [],
                    seed: TestPlanner.seed(1, number))
            })
    }

    // MARK: One data set

    /// A data set whose tests lie in a folder.
    private struct Made: Sendable {
        var result: DataResult
        var tests: [CorpusJudge.Test] = []
        /// The standard program's longest time.
        var slowest: Duration = .zero

        /// Inputs for mutants: not so large that reading them again and again takes long, the largest of those first.
        var inputsForMutants: [String] {
            tests.filter { $0.inputBytes <= 4000 }.sorted { $0.inputBytes > $1.inputBytes }.prefix(3).map(\.input)
        }
    }

    private func makeData(_ request: DataSetRequest, in folder: String) async throws -> Made {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var result = DataResult()
        result.bounds = 2 * request.bounds.count
        result.tests = request.plan.tests.count
        let (start, cpu) = (ContinuousClock.now, childrenCPU() + ownCPU())
        let data: DataSet
        do throws(BuildFailure) {
            data = try await builder.build(request)
        } catch {
            result.failure = "\(error.code): \(error.message.english.prefix(300).replacing("\n", with: " "))"
            return Made(result: result)
        }
        result.wallSeconds = seconds(ContinuousClock.now - start)
        result.cpuSeconds = childrenCPU() + ownCPU() - cpu
        for boundary in data.report.boundaries {
            result.boundsReached += (boundary.hitsLeast ? 1 : 0) + (boundary.hitsGreatest ? 1 : 0)
            if !boundary.hitsLeast { result.boundsMissed.append("\(boundary.name) = \(boundary.least)") }
            if !boundary.hitsGreatest { result.boundsMissed.append("\(boundary.name) = \(boundary.greatest)") }
        }
        result.inputBytes = data.tests.reduce(0) { $0 + $1.input.size.bytes }
        try CorpusArchive.unpackTests(of: data.path, into: folder)
        removeQuietly(data.path)
        return Made(
            result: result,
            tests: data.tests.map { test in
                let path = "\(folder)/\(test.plan.number)"
                return CorpusJudge.Test(
                    number: test.plan.number, input: path + ".in", answer: path + ".out",
                    inputBytes: test.input.size.bytes)
            },
            slowest: data.tests.map(\.measurement.cpuTime).max() ?? .zero)
    }

    /// `made` with the opinions of the author's programs.
    ///
    /// - Parameter untilKilled: stops a program at its first kill; how many tests are needed is then not known.
    private func judged(
        _ made: Made, by authors: Authors, limit: Duration, untilKilled: Bool
    ) async throws -> Made {
        var made = made
        let tests = made.tests
        if let validator = authors.validator {
            let refusals = try await refusals(of: tests.map { ("test \($0.number)", $0.input) }, by: validator)
            made.result.valid = tests.count - refusals.count
            made.result.refusals = refusals.prefix(3).map { "\($0.name): \($0.reason)" }
        }
        made.result.rivals = try await withThrowingTaskGroup(of: (Int, RivalResult).self) { group in
            for (index, (rival, program)) in authors.rivals.enumerated() {
                group.addTask {
                    (
                        index,
                        try await judge.trial(
                            of: rival, program, on: tests, limit: limit, untilKilled: untilKilled)
                    )
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
        guard !untilKilled else { return made }
        made.result.needed = greedyCover(
            made.result.rivals.filter { $0.fate != .passes }.map { Set($0.kills.map(\.test)) })
        return made
    }

    private func refusals(
        of inputs: [(name: String, path: String)], by validator: CompiledProgram
    ) async throws -> [(name: String, reason: String)] {
        let found = try await withThrowingTaskGroup(of: (Int, String?).self) { group in
            for (index, input) in inputs.enumerated() {
                group.addTask { (index, try await judge.refusal(of: input.path, by: validator)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        return found.sorted { $0.0 < $1.0 }.compactMap { index, reason in reason.map { (inputs[index].name, $0) } }
    }

    // MARK: Misreadings

    private func askAboutMutants(
        _ samples: [String], _ paths: [String], _ specification: InputSpecification, of request: DataSetRequest,
        by validator: CompiledProgram, in reading: inout ReadingResult
    ) async throws {
        let generated = try paths.map { Array(try Data(contentsOf: URL(filePath: $0))) }
        let mutants = CorpusReading.mutants(
            of: samples.map { Array($0.utf8) } + generated, specification, count: Self.mutantCount)
        reading.mutants = mutants.count
        var inputs: [(name: String, path: String)] = []
        defer { for input in inputs { unlink(input.path) } }
        for (index, mutant) in mutants.enumerated() {
            let path = sandbox.temporaryPath("mutant")
            inputs.append((String(index), path))
            try Data(mutant.bytes).write(to: URL(filePath: path))
        }
        let refused = try await reasons(inputs, by: validator)
        let doubtful = inputs.indices.filter { mutants[$0].isValid != (refused[inputs[$0].name] == nil) }
        guard !doubtful.isEmpty else { return }
        // The specification's own opinion leaves out its C++ predicates; the validator made from it does not.
        let ours = try await reasons(
            doubtful.map { inputs[$0] }, by: try await judge.compile(request.validator, .testlib))
        for index in doubtful {
            let (ourReason, reason) = (ours[String(index)], refused[String(index)])
            guard (ourReason == nil) != (reason == nil) else { continue }
            let text = String(decoding: mutants[index].bytes.prefix(120), as: UTF8.self).replacing("\n", with: "⏎")
            reading.misreadings.append(
                "too \(ourReason == nil ? "wide" : "narrow") (\(mutants[index].kind.rawValue)): \(text) — "
                    + (ourReason == nil ? "the author: \(reason ?? "")" : "ours: \(ourReason ?? "")"))
        }
    }

    /// By the input's name, why the validator refuses it; accepted inputs are not there.
    private func reasons(
        _ inputs: [(name: String, path: String)], by validator: CompiledProgram
    ) async throws -> [String: String] {
        Dictionary(uniqueKeysWithValues: try await refusals(of: inputs, by: validator).map { ($0.name, $0.reason) })
    }
}

private func removeQuietly(_ path: String) {
    // What stays lies in the sandbox's folder, which goes with it.
    try? FileManager.default.removeItem(atPath: path)
}
