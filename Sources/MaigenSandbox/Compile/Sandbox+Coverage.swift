import Foundation
import MaigenDomain

extension Sandbox {
    /// What gcov says about one run: its JSON (`files[].lines[]` with `line_number`, `count`, `branches[]`), for
    /// `program.cpp` and the headers it used.
    ///
    /// - Parameters:
    ///   - notes: `CompiledProgram.coverageNotes`.
    ///   - data: the file that `RunRequest.recordCoverage(to:)` left. gcov reads it inside the sandbox, since the
    ///     program under test wrote it.
    /// - Throws: `.missing` without gcov, `.request` where the two files do not belong together or are damaged.
    package func coverage(notes: String, data: String) async throws(SandboxFault) -> Data {
        let compiler = try await self.compiler.compiler(identify: identify)
        guard !compiler.gcov.isEmpty else {
            throw .missing(
                Localized(
                    zh: "找不到 gcov。请安装：apt install gcc", en: "There is no gcov. Install it: apt install gcc"))
        }
        let output = temporaryPath("coverage.json")
        defer { unlink(output) }
        let result = try await runTool(
            compiler.gcov, ["--json-format", "--branch-probabilities", "--stdout", CoverageNames.data],
            limits: Self.gcovLimits, scratch: .mebibytes(64),
            put: [
                PlacedFile(source: notes, name: CoverageNames.notes),
                PlacedFile(source: data, name: CoverageNames.data),
            ], output: output)
        let (bytes, isTruncated) = try Folder.read(output, limit: Self.gcovLimits.output.bytes)
        guard result.verdict == .ok, !isTruncated, !bytes.isEmpty else {
            throw .request("gcov ended with \(result.verdict) and \(bytes.count) bytes")
        }
        return Data(bytes)
    }

    private static let gcovLimits = RunLimits(
        cpu: .seconds(20), wall: .seconds(60), memory: .mebibytes(512), output: .mebibytes(64), processes: 8)
}
