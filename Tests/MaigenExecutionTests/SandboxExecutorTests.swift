import Foundation
import MaigenDomain
import MaigenExecution
import MaigenFiles
import MaigenTestData
import Synchronization
import TestSupport
import Testing

/// An execution worker's capability, with the real sandbox and a real file store.
@Suite struct SandboxExecutorTests {
    private static let problem = ProblemDocument(
        title: "求和", description: "求 $n$ 个整数的和。", input: "第一行一个整数 $n$。第二行 $n$ 个整数 $a_i$。",
        output: "一个整数。", constraints: "$1 \\le n \\le 1000$，$-100 \\le a_i \\le 100$。",
        samples: [ProblemDocument.Sample(input: "3\n1 2 3\n", output: "6\n")])

    private static func snapshot(_ source: String = SumProblem.solution) -> TaskSnapshot {
        TaskSnapshot(
            problem: problem, program: StandardProgram(source: source),
            tests: [TestWish(strategy: .maximumBounds, count: 1), TestWish(strategy: .randomSmall, count: 2)], seed: 7)
    }

    private static func specification() throws -> String {
        guard case .understood(let understanding) = ProblemAnalysis.analyze(problem) else {
            throw TaskFault(kind: .notUnderstood, code: "test", message: Localized(verbatim: ""))
        }
        return SpecificationWriter.write(understanding.specification)
    }

    /// Runs `body` with an executor, its file store, and the folder of unfinished ZIPs.
    private func running(
        _ body: (SandboxExecutor, any FileStore, URL, Told) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let files = try DirectoryFileStore(folder: folder.appending(path: "files").path)
            let work = folder.appending(path: "work")
            try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
            let reports = Told()
            let executor = SandboxExecutor(
                builder: try await Workshop.builder(), files: files, folder: work.path,
                limits: ProgramLimits(time: .seconds(2), memory: .mebibytes(256)), jobs: 2
            ) { reports.add($0) }
            try await body(executor, files, work, reports)
        }
    }

    @Test("A task's data set lies in the file store, with what its page shows, and nothing else is left")
    func made() async throws {
        try await running { executor, files, work, reports in
            let steps: Mutex<[TaskProgress]> = Mutex([])
            let sink = ProgressSink(Dispatch(task: TaskID(rawValue: "t"), attempt: 1)) { step in
                steps.withLock { $0.append(step) }
            }
            let text = "# as written\n" + (try Self.specification())
            let data = try await executor.dataSet(
                for: Self.snapshot(), blueprint: Blueprint(specification: text), progress: sink)

            let name = try #require(FileName(data.file))
            var bytes: [UInt8] = []
            for try await piece in files.pieces(of: name, in: 0..<data.size) { bytes += piece }
            #expect(Int64(bytes.count) == data.size)
            var hash = SHA256()
            hash.update(bytes)
            #expect(hash.hexadecimal() == data.sha256)
            let zip = work.appending(path: "check.zip")
            try Data(bytes).write(to: zip)
            func member(_ name: String) async throws -> String {
                String(decoding: try await Folder.unzip("-p", zip.path, name), as: UTF8.self)
            }
            #expect(try await member("tests.json") == data.tests)
            #expect(try await member("report.json") == data.report)
            #expect(try await member("spec.yaml") == text)
            #expect(data.previews.map(\.number) == [1, 2, 3])
            for preview in data.previews {
                #expect(try await member("\(preview.number).in").hasPrefix(preview.input))
                #expect(try await member("\(preview.number).out").hasPrefix(preview.output))
                #expect(preview.input.utf8.count <= TestPreview.limit && !preview.input.isEmpty)
            }
            try FileManager.default.removeItem(at: zip)
            #expect(try FileManager.default.contentsOfDirectory(atPath: work.path) == [])

            let seen = steps.withLock { $0 }
            #expect(seen.map(\.percent) == seen.map(\.percent).sorted())
            #expect(seen.allSatisfy { (20...99).contains($0.percent) })
            #expect(Set(seen.map(\.state)) == [.generating, .validating])
            #expect(reports.all == [])
        }
    }

    @Test("A program that is at fault gives a fault that its owner can act on, and no file")
    func ownersFault() async throws {
        try await running { executor, files, work, reports in
            let sink = ProgressSink(Dispatch(task: TaskID(rawValue: "t"), attempt: 1)) { _ in }
            let cases = [
                ("int main() { return }", TaskFault.Kind.input, "standard-program-does-not-compile"),
                ("int main() { }", .input, "sample-disagrees"),
            ]
            for (source, kind, code) in cases {
                let fault = await #expect(throws: TaskFault.self) {
                    try await executor.dataSet(
                        for: Self.snapshot(source), blueprint: Blueprint(specification: Self.specification()),
                        progress: sink)
                }
                #expect(fault?.kind == kind)
                #expect(fault?.code == code)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: work.path) == [])
            let later = Timestamp(milliseconds: .max / 2)
            let kept = try await files.files(keptBefore: later, after: nil, limit: 10)
            #expect(kept == [])
            #expect(reports.all == [])
        }
    }

    @Test("A fault of ours is shown as such, and told in the log alone")
    func ourFault() async throws {
        try await running { executor, _, work, reports in
            try FileManager.default.removeItem(at: work)
            let sink = ProgressSink(Dispatch(task: TaskID(rawValue: "t"), attempt: 1)) { _ in }
            let fault = await #expect(throws: TaskFault.self) {
                try await executor.dataSet(
                    for: Self.snapshot(), blueprint: Blueprint(specification: Self.specification()), progress: sink)
            }
            #expect(fault?.kind == .platform)
            #expect(fault.map { !$0.message.english.contains(work.path) && $0.detail.isEmpty } == true)
            #expect(reports.all.count == 1)
        }
    }
}

/// What was told, by anybody.
private final class Told: Sendable {
    private let list: Mutex<[String]> = Mutex([])
    var all: [String] { list.withLock { $0 } }
    func add(_ text: String) { list.withLock { $0.append(text) } }
}
