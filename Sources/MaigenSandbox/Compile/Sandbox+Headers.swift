import Foundation
import MaigenDomain

extension Sandbox {
    /// Makes the precompiled header for compilations like this one, unless it is there. For set-up steps and servers;
    /// otherwise the first such compilation starts it in the background.
    ///
    /// - Returns: whether compilations will find it.
    @discardableResult
    package func prepareHeaders(for compilation: Compilation) async throws(SandboxFault) -> Bool {
        let compiler = try await self.compiler.compiler(identify: identify)
        let testlib = try testlibHash(compilation)
        let key = headerKey(compilation, compiler: compiler, testlib: testlib)
        if headers.find(key) != nil { return true }
        try await precompile(key, compiler: compiler, isPolite: false)
        return headers.find(key) != nil
    }

    func headerKey(_ compilation: Compilation, compiler: Compiler, testlib: String) -> PrecompiledHeaders.Key {
        PrecompiledHeaders.Key(
            header: compilation.headers, flags: compilation.codeFlags, compiler: compiler.identity, text: testlib)
    }

    /// Begins to make the precompiled header for later compilations, once. Only with a CPU to spare: the work takes as
    /// long as several compilations.
    func precompileInBackground(_ compilation: Compilation, compiler: Compiler, testlib: String) {
        let key = headerKey(compilation, compiler: compiler, testlib: testlib)
        guard configuration.precompilesHeaders, configuration.jobs > 1, headers.begin(key) else { return }
        // It holds the sandbox for its few seconds, takes the place of one run, and yields the CPU to all others.
        inBackground {
            do throws(SandboxFault) {
                try await self.precompile(key, compiler: compiler, isPolite: true)
            } catch {}  // costs nothing but the time it would have saved
        }
    }

    private static let limits = RunLimits(
        cpu: .seconds(60), wall: .seconds(300), memory: .gibibytes(2), output: .mebibytes(512), processes: 24)

    private func precompile(
        _ key: PrecompiledHeaders.Key, compiler: Compiler, isPolite: Bool
    ) async throws(SandboxFault) {
        let made = temporaryPath("header")
        let source = temporaryPath("header.h")
        defer {
            unlink(made)
            unlink(source)
        }
        var folders: [(host: String, inside: String)] = []
        var put: [PlacedFile] = []
        switch key.header {
        case .standard:
            // The compiler itself is asked for the header's text, since only it knows where it keeps it.
            try Folder.write("#include <\(key.included)>\n", to: source)
        case .testlib:
            folders.append((configuration.testlib ?? "", CompileNames.testlib))
            try Folder.write("#include \"\(key.included)\"\n", to: source)
        }
        put.append(PlacedFile(source: source, name: "header.h"))
        var words = key.flags
        if key.header == .testlib { words += ["-I", CompileNames.testlib] }
        words += ["-x", "c++-header", "-o", "header.gch", "header.h"]
        _ = try await runTool(
            compiler.path, words, limits: Self.limits, scratch: .mebibytes(512), folders: folders, put: put,
            take: [TakenFile(name: "header.gch", destination: made, limit: .mebibytes(512))], isPolite: isPolite)
        guard access(made, R_OK) == 0, Folder.isNotEmpty(made) else { return }
        try headers.store(key, made: made)
    }
}
