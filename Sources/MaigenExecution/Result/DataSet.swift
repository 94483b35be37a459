import MaigenDomain
import MaigenTestData

/// A finished data set: where its ZIP is, and what there is to say about it.
package struct DataSet: Sendable, Hashable {
    /// The ZIP.
    package var path: String
    package var size: ByteCount
    /// In order.
    package var tests: [CreatedTest]
    /// What stands in `report.json`.
    package var report: DataSetReport
    /// The ZIP's documents, as they stand in it.
    package var documents: Documents
    /// What of the additions did not hold, and why, in English: for whoever wrote them.
    package var dropped: [String] = []

    /// `tests.json` and `report.json`.
    package struct Documents: Sendable, Hashable {
        package var tests: String
        package var report: String

        package init(tests: String, report: String) {
            self.tests = tests
            self.report = report
        }
    }

    package init(
        path: String, size: ByteCount, tests: [CreatedTest], report: DataSetReport, documents: Documents
    ) {
        self.path = path
        self.size = size
        self.tests = tests
        self.report = report
        self.documents = documents
    }
}

/// One test of a data set.
package struct CreatedTest: Sendable, Hashable {
    /// What was planned, with the settings and the seed that made the input in the end.
    package var plan: PlannedTest
    package var input: CreatedFile
    package var output: CreatedFile
    /// What this very run of the standard program used. The ZIP holds a coarser, repeatable form: `docs/report.md`.
    package var measurement: ProgramUsage
    /// Why it was kept among more candidates; nil where nothing was chosen.
    package var reason: Localized?

    package init(plan: PlannedTest, input: CreatedFile, output: CreatedFile, measurement: ProgramUsage) {
        self.plan = plan
        self.input = input
        self.output = output
        self.measurement = measurement
    }
}

/// One file of a test.
package struct CreatedFile: Sendable, Hashable {
    package var size: ByteCount
    /// 64 hexadecimal digits.
    package var sha256: String
    /// The beginning, at most 1 KiB.
    package var preview: String
    /// Whether the preview is not the whole file.
    package var isCut: Bool

    package init(size: ByteCount, sha256: String, preview: String, isCut: Bool) {
        self.size = size
        self.sha256 = sha256
        self.preview = preview
        self.isCut = isCut
    }

    init(_ file: TextFile) {
        let limit = 1024
        self.init(
            size: file.size, sha256: file.sha256, preview: Excerpt.ofFile(file.path, limit: limit),
            isCut: file.size.bytes > limit)
    }
}

/// What one run used.
package struct ProgramUsage: Sendable, Hashable {
    package var cpuTime: Duration
    package var peakMemory: ByteCount

    package init(cpuTime: Duration, peakMemory: ByteCount) {
        self.cpuTime = cpuTime
        self.peakMemory = peakMemory
    }
}
