import ArgumentParser
import Foundation
import MaigenDomain
import MaigenExecution
import MaigenSandbox
import MaigenTestData

/// `maigen generate`: statement and standard program in, validated ZIP out.
struct Generate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: HelpText.generate[Console.language])
    }

    @Option(help: HelpText.problem.argument) var problem: String
    @Option(help: HelpText.solution.argument) var solution: String
    @Option(help: HelpText.test.argument) var test: [String] = []
    @Option(help: HelpText.specification.argument) var spec: String?
    @Option(parsing: .upToNextOption, help: HelpText.wrong.argument) var wrong: [String] = []
    @Option(help: HelpText.seed.argument) var seed: UInt64 = 1
    @Option(help: HelpText.jobs.argument) var jobs: Int?
    @Option(help: HelpText.engine.argument) var engine = AnalysisEngine.auto
    @Option(help: HelpText.out.argument) var out = "data.zip"
    @Flag(help: HelpText.json.argument) var json = false
    @Option(help: HelpText.timeLimit.argument) var timeLimit = 10_000
    @Option(help: HelpText.memoryLimit.argument) var memoryLimit = 512
    @Flag(help: HelpText.allowUnprotected.argument) var allowUnprotected = false

    mutating func run() async throws {
        let report = Report(asJSON: json)
        let order = try order(report)
        try await Build.withAnalyst(engine, report) { analyst in
            try await generate(order, by: analyst, report)
        }
    }

    private func generate(_ order: GenerateOrder, by analyst: (any TaskAnalyst)?, _ report: Report) async throws {
        // Without a model the statement is read before anything else is begun.
        let request = try analyst == nil ? request(order, report) : nil
        let display = ProgressDisplay(tests: request?.plan.tests.count ?? order.testCount)
        let (jobs, allowUnprotected) = (jobs, allowUnprotected)
        let outcome = await Interruption.cancelling { () async -> Result<DataSet, Failure> in
            do {
                return .success(
                    try await Build.withSandbox(jobs: jobs, allowUnprotected: allowUnprotected) { sandbox in
                        let builder = try await Build.builder(on: sandbox)
                        if let request { return try await builder.build(request) { display.show($0) } }
                        guard let analyst else { throw BuildFailure.cancelled }  // one of the two is there
                        return try await AgentRounds(order: order, builder: builder, display: display).run(analyst)
                    })
            } catch let fault as TaskFault {
                return .failure(Failure(fault))
            } catch let fault as SandboxFault {
                return .failure(Failure(fault))
            } catch let failure as BuildFailure {
                return .failure(Failure(failure))
            } catch {
                return .failure(Failure(.internalFault, "internal", Localized(verbatim: "\(error)")))
            }
        }
        display.finish()
        switch outcome {
        case .success(let dataSet): show(dataSet, report)
        case .failure(let failure):
            if let skeleton = failure.skeleton { throw report.unclear(failure.message, skeleton: skeleton) }
            throw report.failure(failure.status, code: failure.code, failure.message)
        }
    }

    /// Why there is no data set.
    private struct Failure: Error {
        var status: ExitStatus
        var code: String
        var message: Localized
        /// A specification to complete, where the statement was not understood.
        var skeleton: String?

        init(_ status: ExitStatus, _ code: String, _ message: Localized) {
            self.status = status
            self.code = code
            self.message = message
        }

        init(_ failure: BuildFailure) {
            self.init(failure.status, failure.code, failure.message)
        }

        init(_ fault: TaskFault) {
            let status: ExitStatus =
                switch fault.kind {
                case .notUnderstood: .notUnderstood
                case .input: .wrongUse
                case .data: .failed
                case .platform: fault.code == BuildFailure.cancelled.code ? .interrupted : .internalFault
                }
            self.init(status, fault.code, fault.message)
            if fault.kind == .notUnderstood { skeleton = fault.detail }
        }

        init(_ fault: SandboxFault) {
            if fault.kind == .cancelled {
                self.init(BuildFailure.cancelled)
            } else {
                self.init(.internalFault, "sandbox", fault.message)
            }
        }
    }

    // MARK: The request

    private func order(_ report: Report) throws -> GenerateOrder {
        for (name, value, range) in [
            ("--jobs", jobs ?? 1, 1...256), ("--time-limit", timeLimit, 1...600_000),
            ("--memory-limit", memoryLimit, 4...16_384),
        ] where !range.contains(value) {
            throw report.failure(
                .wrongUse, code: "option",
                Localized(
                    zh: "\(name) \(value)：应在 \(range.lowerBound) 到 \(range.upperBound) 之间",
                    en: "\(name) \(value): must be from \(range.lowerBound) to \(range.upperBound)"))
        }
        let wanted: TestCounts?
        do {
            wanted = try TestCounts(test)
        } catch {
            throw report.failure(.wrongUse, code: "test-counts", error.message)
        }
        let document = try Understood.problem(problem, report: report)
        let program = try InputFile.text(solution, report: report)
        var limits = ProgramLimits()
        limits.time = .milliseconds(timeLimit)
        limits.memory = .mebibytes(memoryLimit)
        return GenerateOrder(
            problem: document, program: program, specification: try spec.map { try InputFile.text($0, report: report) },
            tests: wanted?.counts, rivals: try rivals(report), seed: seed, engine: engine, limits: limits,
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, destination: out)
    }

    private func rivals(_ report: Report) throws -> [Rival] {
        guard wrong.count <= Blueprint.rivalLimit else {
            throw report.failure(
                .wrongUse, code: "option",
                Localized(
                    zh: "--wrong：最多 \(Blueprint.rivalLimit) 个文件", en: "--wrong: at most \(Blueprint.rivalLimit) files"))
        }
        return try wrong.map { path in
            let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
            return Rival(
                name: String(name.map { $0.isNewline ? " " : $0 }.prefix(60)), kind: .named(name), origin: .person,
                source: try InputFile.text(path, report: report))
        }
    }

    private func request(_ order: GenerateOrder, _ report: Report) throws -> DataSetRequest {
        let specification = try Understood.specification(of: order.problem, from: spec, report: report)
        var request = DataSetRequest(
            order.problem, specification: specification, standardProgram: order.program, tests: order.tests,
            seed: order.seed, limits: order.limits, jobs: order.jobs, destination: order.destination)
        request.additions.rivals = order.rivals
        return request
    }

    // MARK: The result

    /// The data set as `docs/report.md` describes it, and that it is done.
    private struct Done: Encodable {
        var dataSet: DataSet

        private enum Key: CodingKey { case status }

        func encode(to encoder: any Encoder) throws {
            try dataSet.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode("done", forKey: .status)
        }
    }

    private func show(_ dataSet: DataSet, _ report: Report) {
        if json {
            report.json(Done(dataSet: dataSet))
            return
        }
        for line in DataSetText(dataSet, language: Console.language, width: max(Console.width, 72)).lines {
            Console.write(line)
        }
    }
}

extension AnalysisEngine: ExpressibleByArgument {}

extension Rival.Kind {
    /// What a file's name says: `wa_greedy`, `tle-quadratic`, `re_recursion`.
    static func named(_ name: String) -> Rival.Kind {
        switch name.lowercased().prefix(while: { $0.isLetter }) {
        case "wa": .wrong
        case "tle", "slow": .slow
        case "re", "mle": .crashing
        default: .unknown
        }
    }
}

extension BuildFailure {
    fileprivate var status: ExitStatus {
        switch category.exitCode {
        case 2: .wrongUse
        case 4: .failed
        case 130: .interrupted
        default: .internalFault
        }
    }
}
