import MaigenDomain
import MaigenTestData

/// `tests.json`: what each test is. Described in `docs/report.md`.
struct TestsDocument: Sendable, Encodable {
    var version = 1
    var tests: [Test]

    struct Test: Sendable, Encodable {
        var number: Int
        var strategyId: Int
        var strategy: String
        var purpose: Localized
        var reason: Localized?
        var command: String
        var seed: UInt64
        var input: File
        var output: File
        var standardProgram: Usage
    }

    struct File: Sendable, Encodable {
        var name: String
        var size: ByteCount
        var sha256: String
    }

    struct Usage: Sendable, Encodable {
        var timeAtMostMs: Int
        var memoryAtMostMiB: Int
    }

    /// - Parameter measurements: by the SHA-256 of the input, as `MeasurementMemory` settled them.
    init(_ tests: [CreatedTest], measurements: [String: ProgramUsage]) {
        self.tests = tests.map { test in
            let usage = MeasurementClass(measurements[test.input.sha256] ?? test.measurement)
            return Test(
                number: test.plan.number, strategyId: test.plan.strategy.rawValue, strategy: test.plan.slug,
                purpose: test.plan.purpose, reason: test.reason, command: test.plan.command, seed: test.plan.seed,
                input: File(name: "\(test.plan.number).in", size: test.input.size, sha256: test.input.sha256),
                output: File(name: "\(test.plan.number).out", size: test.output.size, sha256: test.output.sha256),
                standardProgram: Usage(
                    timeAtMostMs: usage.timeAtMostMs, memoryAtMostMiB: usage.memoryAtMostMiB))
        }
    }
}
