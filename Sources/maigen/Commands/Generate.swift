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

    enum Engine: String, ExpressibleByArgument, CaseIterable {
        case auto, builtin, llm
    }

    @Option(help: HelpText.problem.argument) var problem: String
    @Option(help: HelpText.solution.argument) var solution: String
    @Option(help: HelpText.test.argument) var test: [String] = []
    @Option(help: HelpText.specification.argument) var spec: String?
    @Option(help: HelpText.seed.argument) var seed: UInt64 = 1
    @Option(help: HelpText.jobs.argument) var jobs: Int?
    @Option(help: HelpText.engine.argument) var engine = Engine.auto
    @Option(help: HelpText.out.argument) var out = "data.zip"
    @Flag(help: HelpText.json.argument) var json = false
    @Option(help: HelpText.timeLimit.argument) var timeLimit = 10_000
    @Option(help: HelpText.memoryLimit.argument) var memoryLimit = 512
    @Flag(help: HelpText.allowUnprotected.argument) var allowUnprotected = false

    mutating func run() async throws {
        let report = Report(asJSON: json)
        let request = try request(report)
        let display = ProgressDisplay(tests: request.plan.tests.count)
        let (jobs, allowUnprotected) = (jobs, allowUnprotected)
        let outcome = await Interruption.cancelling { () async -> Result<DataSet, Failure> in
            do {
                return .success(
                    try await Build.withSandbox(jobs: jobs, allowUnprotected: allowUnprotected) { sandbox in
                        try await Build.builder(on: sandbox).build(request) { display.show($0) }
                    })
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
        case .failure(let failure): throw report.failure(failure.status, code: failure.code, failure.message)
        }
    }

    /// Why there is no data set.
    private struct Failure: Error {
        var status: ExitStatus
        var code: String
        var message: Localized

        init(_ status: ExitStatus, _ code: String, _ message: Localized) {
            self.status = status
            self.code = code
            self.message = message
        }

        init(_ failure: BuildFailure) {
            self.init(failure.status, failure.code, failure.message)
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

    private func request(_ report: Report) throws -> DataSetRequest {
        if engine == .llm {
            throw report.failure(
                .wrongUse, code: "engine",
                Localized(
                    zh: "没有配置语言模型；请用 --engine builtin 或 auto",
                    en: "no language model is configured; use --engine builtin or auto"))
        }
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
        let specification = try Understood.specification(of: document, from: spec, report: report)
        var limits = ProgramLimits()
        limits.time = .milliseconds(timeLimit)
        limits.memory = .mebibytes(memoryLimit)
        return DataSetRequest(
            document, specification: specification, standardProgram: program, tests: wanted?.counts, seed: seed,
            limits: limits, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, destination: out)
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
