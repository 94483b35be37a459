import Foundation
import MaigenDomain

extension Sandbox {
    /// Compiles one source text, or finds the result of an earlier compilation of the same.
    ///
    /// - Throws: `.missing` without compiler or, where the source asks for it, without `testlib.h`; `.cancelled`;
    ///   `.helper`. What is wrong with the source is `CompileOutcome.failure`.
    package func compile(_ compilation: Compilation) async throws(SandboxFault) -> CompileOutcome {
        let compiler = try await self.compiler.compiler(identify: identify)
        let testlib = try testlibHash(compilation)
        let fingerprint = Self.fingerprint(compilation, compiler: compiler, testlib: testlib)
        let wantsNotes = compilation.instrumentation == .coverage
        if let found = cache.find(fingerprint, needsNotes: wantsNotes) {
            let program = try handOut(fingerprint, program: found.program, notes: found.notes, cpuTime: nil)
            return .success(program)
        }

        let names = CompileFiles(sandbox: self, wantsNotes: wantsNotes)
        defer { names.remove() }
        try Folder.write(compilation.source, to: names.source)
        let precompiled = headers.find(headerKey(compilation, compiler: compiler, testlib: testlib))
        var words = compilation.flags
        if precompiled != nil { words += ["-I", CompileNames.headers] }
        if compilation.headers == .testlib { words += ["-I", CompileNames.testlib] }
        words += ["-o", CompileNames.program, CompileNames.source]

        let result = try await runTool(
            compiler.path, words, limits: configuration.compilerLimits, folders: folders(compilation, precompiled),
            put: [PlacedFile(source: names.source, name: CompileNames.source)], take: names.take,
            error: names.diagnostics)
        if precompiled == nil { precompileInBackground(compilation, compiler: compiler, testlib: testlib) }
        guard result.verdict == .ok, result.taken.allSatisfy({ $0 != nil }) else {
            return .failure(try failure(result, diagnostics: names.diagnostics))
        }
        chmod(names.program, 0o755)
        try cache.store(fingerprint, program: names.program, notes: names.notes)
        return .success(
            try handOut(fingerprint, program: names.program, notes: names.notes, cpuTime: result.cpuTime))
    }

    /// What the result depends on. Precompiled headers change nothing but the time it takes.
    private static func fingerprint(_ compilation: Compilation, compiler: Compiler, testlib: String) -> String {
        var hash = SHA256()
        for part in ["maigen 1", compiler.identity, testlib] + compilation.flags + [compilation.source] {
            hash.update("\(part.utf8.count):\(part)")
        }
        return hash.hexadecimal()
    }

    /// Links the program into the work directory, where no cleaning of the cache can take it away.
    private func handOut(
        _ fingerprint: String, program: String, notes: String?, cpuTime: Duration?
    ) throws(SandboxFault) -> CompiledProgram {
        let folder = "\(workDirectory)/programs"
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw .file(folder) }
        let executable = "\(folder)/\(fingerprint)"
        try Folder.share(program, as: executable)
        let coverageNotes = notes.map { _ in "\(executable).gcno" }
        if let notes, let coverageNotes { try Folder.share(notes, as: coverageNotes) }
        return CompiledProgram(
            executable: executable, coverageNotes: coverageNotes, fingerprint: fingerprint, fromCache: cpuTime == nil,
            cpuTime: cpuTime ?? .zero)
    }

    /// The greatest part of the compiler's messages that is kept.
    private static let keptDiagnostics = 64 << 10

    private func failure(_ result: RunResult, diagnostics: String) throws(SandboxFault) -> CompileFailure {
        let limit: RunVerdict? =
            switch result.verdict {
            case .ok: .outputLimit  // it compiled, to a program too large to be taken
            case .runtimeError: nil
            default: result.verdict
            }
        let (bytes, isTruncated) = try Folder.read(diagnostics, limit: Self.keptDiagnostics)
        var text = String(decoding: bytes, as: UTF8.self)
        if !protection.hasMounts, let testlib = configuration.testlib {
            text = text.replacing(testlib, with: CompileNames.testlib)
        }
        // A character cut in two becomes a longer replacement character.
        while text.utf8.count > Self.keptDiagnostics { text.removeLast() }
        return CompileFailure(limit: limit, diagnostics: text, isTruncated: isTruncated)
    }

    // MARK: Headers

    /// SHA-256 of `testlib.h`, where the source may include it; else empty.
    func testlibHash(_ compilation: Compilation) throws(SandboxFault) -> String {
        guard compilation.headers == .testlib else { return "" }
        guard let folder = configuration.testlib, access("\(folder)/testlib.h", R_OK) == 0 else {
            throw .missing(
                Localized(zh: "找不到 testlib.h。请运行 scripts/setup。", en: "testlib.h is not there. Run scripts/setup."))
        }
        return SHA256.hexadecimal(of: try Folder.read("\(folder)/testlib.h", limit: 4 << 20).bytes)
    }

    /// The folders of headers besides the compiler's own: where they are, and where they appear.
    private func folders(_ compilation: Compilation, _ precompiled: String?) -> [(host: String, inside: String)] {
        var folders: [(host: String, inside: String)] = []
        if let precompiled { folders.append((precompiled, CompileNames.headers)) }
        if compilation.headers == .testlib, let testlib = configuration.testlib {
            folders.append((testlib, CompileNames.testlib))
        }
        return folders
    }
}

/// The host's files of one compilation.
private struct CompileFiles {
    let source: String
    let diagnostics: String
    let program: String
    let notes: String?

    init(sandbox: Sandbox, wantsNotes: Bool) {
        source = sandbox.temporaryPath("source")
        diagnostics = sandbox.temporaryPath("diagnostics")
        program = sandbox.temporaryPath("program")
        notes = wantsNotes ? sandbox.temporaryPath("notes") : nil
    }

    var take: [TakenFile] {
        var files = [TakenFile(name: CompileNames.program, destination: program, limit: .mebibytes(64))]
        if let notes {
            files.append(TakenFile(name: CoverageNames.notes, destination: notes, limit: .mebibytes(16)))
        }
        return files
    }

    func remove() {
        for path in [source, diagnostics, program] + [notes].compactMap(\.self) { unlink(path) }
    }
}
