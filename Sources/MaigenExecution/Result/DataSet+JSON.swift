import MaigenDomain
import MaigenTestData

extension DataSet: Encodable {
    /// What `maigen generate --json` prints, with the exact measurements of this run: `docs/report.md`.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(path, forKey: .path)
        try container.encode(size, forKey: .size)
        try container.encode(tests.map(Test.init), forKey: .tests)
        try container.encode(report, forKey: .report)
    }

    private enum Key: String, CodingKey {
        case path, size, tests, report
    }

    private struct Test: Encodable {
        var number: Int
        var strategyId: Int
        var strategy: String
        var purpose: Localized
        var reason: Localized?
        var command: String
        var seed: UInt64
        var input: File
        var output: File
        /// With three decimals.
        var timeMs: Double
        var memoryBytes: Int

        init(_ test: CreatedTest) {
            number = test.plan.number
            strategyId = test.plan.strategy.rawValue
            strategy = test.plan.slug
            purpose = test.plan.purpose
            reason = test.reason
            command = test.plan.command
            seed = test.plan.seed
            input = File(test.input, name: "\(test.plan.number).in")
            output = File(test.output, name: "\(test.plan.number).out")
            timeMs = Double(test.measurement.cpuTime.microseconds) / 1000
            memoryBytes = test.measurement.peakMemory.bytes
        }
    }

    private struct File: Encodable {
        var name: String
        var size: ByteCount
        var sha256: String
        var preview: String
        var isCut: Bool

        init(_ file: CreatedFile, name: String) {
            self.name = name
            size = file.size
            sha256 = file.sha256
            preview = file.preview
            isCut = file.isCut
        }
    }
}
