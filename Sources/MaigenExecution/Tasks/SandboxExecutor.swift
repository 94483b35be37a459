import Foundation
import MaigenDomain
import MaigenFiles
import MaigenSandbox
import MaigenTestData

/// An execution worker's capability: makes the data set of a task in the sandbox and hands its ZIP to the file store.
package struct SandboxExecutor: TaskExecutor {
    private let builder: DataSetBuilder
    private let files: any FileStore
    private let folder: String
    private let limits: ProgramLimits
    private let jobs: Int
    private let hashing: WorkerPool<Void>
    private let report: @Sendable (String) -> Void

    /// - Parameters:
    ///   - builder: makes data sets.
    ///   - files: keeps the finished ones.
    ///   - folder: where a ZIP is written before it is handed over; best on the file store's own disk.
    ///   - limits: what a submitted program may use in one run.
    ///   - jobs: how many tests of a task are in work at a time.
    ///   - report: hears the technical cause of what its owner only sees as a fault of ours.
    package init(
        builder: DataSetBuilder, files: any FileStore, folder: String, limits: ProgramLimits = ProgramLimits(),
        jobs: Int, report: @escaping @Sendable (String) -> Void
    ) {
        self.builder = builder
        self.files = files
        self.folder = folder
        self.limits = limits
        self.jobs = jobs
        self.report = report
        hashing = WorkerPool(name: "hashing", threads: 1, capacity: 64, open: {})
    }

    package func dataSet(
        for snapshot: TaskSnapshot, blueprint: Blueprint, progress: ProgressSink
    ) async throws(TaskFault) -> StoredDataSet {
        let specification: InputSpecification
        do {
            specification = try SpecificationParser.parse(blueprint.specification)
        } catch {
            // Analysis has read this very text.
            throw internalFault("the specification that analysis passed on: \(error.message.english)")
        }
        let destination = "\(folder)/\(FileName(.system).text).zip"
        defer {
            // Gone already where all went well.
            unlink(destination)
        }
        var request = DataSetRequest(
            snapshot.problem, blueprint: blueprint, specification: specification,
            standardProgram: snapshot.program.source,
            tests: Dictionary(snapshot.tests.map { ($0.strategy, $0.count) }, uniquingKeysWith: +),
            seed: snapshot.seed, limits: limits, jobs: jobs, destination: destination)
        request.standard = snapshot.program.dialect.standard
        let steps = ExecutionSteps(progress)
        let dataSet: DataSet
        do {
            dataSet = try await builder.build(request) { steps.show($0) }
        } catch {
            throw fault(error)
        }
        var kept = try await keep(dataSet)
        if blueprint.isMendable { kept.trial = Trial(dataSet) }
        return kept
    }

    private func keep(_ dataSet: DataSet) async throws(TaskFault) -> StoredDataSet {
        do {
            let hash = try await hashing.run(by: .now + .seconds(600)) { _ in try FileHash.sha256(of: dataSet.path) }
            let file = try await files.keep(dataSet.path)
            return StoredDataSet(
                file: file.text, size: Int64(dataSet.size.bytes), sha256: hash, tests: dataSet.documents.tests,
                report: dataSet.documents.report, previews: dataSet.tests.map(TestPreview.init))
        } catch {
            throw internalFault("the ZIP was not kept: \(error)")
        }
    }

    private func fault(_ failure: BuildFailure) -> TaskFault {
        switch failure.category {
        case .wrongInput where failure.code != "cannot-write": TaskFault(failure)
        case .failedProgramOrData, .cancelled: TaskFault(failure)
        case .wrongInput, .internalFault: internalFault("\(failure)")
        }
    }

    private func internalFault(_ cause: String) -> TaskFault {
        report(cause)
        return TaskFault(
            kind: .platform, code: "internal",
            message: Localized(
                zh: "平台内部错误，数据未能生成。请稍后重新提交；如再次出现，请联系管理员。",
                en: """
                    A fault of the platform kept the data from being made. Submit again later, and tell the \
                    administrator if it happens again.
                    """))
    }
}

extension StandardProgram.Dialect {
    fileprivate var standard: Compilation.Standard {
        switch self {
        case .cpp17: .cpp17
        case .cpp20: .cpp20
        }
    }
}

extension TestPreview {
    fileprivate init(_ test: CreatedTest) {
        self.init(
            number: test.plan.number, input: test.input.preview.prefix(bytes: TestPreview.limit),
            output: test.output.preview.prefix(bytes: TestPreview.limit))
    }
}
