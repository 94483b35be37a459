import Foundation
import MaigenDomain

extension Sandbox {
    /// Runs one of the compiler's programs in the sandbox, in a scratch directory, with the compiler's own files and
    /// `folders` to read.
    func runTool(
        _ program: String, _ words: [String], limits: RunLimits, scratch: ByteCount = .mebibytes(256),
        folders: [(host: String, inside: String)] = [], put: [PlacedFile] = [], take: [TakenFile] = [],
        output: String? = nil, error: String? = nil, isPolite: Bool = false
    ) async throws(SandboxFault) -> RunResult {
        try await slots.withSlot { slot throws(SandboxFault) in
            var arguments = HelperArguments(level: protection.level, slot: slot, limits: limits)
            arguments.add("--profile", "compile")
            arguments.add("--open-files", "128")
            for folder in Compiler.folders { arguments.add("--ro", folder, folder) }
            for folder in folders { arguments.add("--ro", folder.host, folder.inside) }
            arguments.addStreams(input: nil, output: output, error: error)
            arguments.addScratch(scratch, host: try scratchHost(slot), put: put, take: take)
            arguments.addEnvironment(["TMPDIR": "."])
            return try await runHelper(
                arguments.running([program] + words.map { seen($0, folders) }), limits: limits, isPolite: isPolite)
        }
    }

    /// Without mounts a folder is found under its own name.
    private func seen(_ word: String, _ folders: [(host: String, inside: String)]) -> String {
        guard !protection.hasMounts else { return word }
        for folder in folders where word == folder.inside || word.hasPrefix(folder.inside + "/") {
            return folder.host + word.dropFirst(folder.inside.count)
        }
        return word
    }

    /// What the program prints, on either stream.
    func identify(_ program: String, _ words: [String]) async throws(SandboxFault) -> String {
        let error = temporaryPath("identity")
        defer { unlink(error) }
        _ = try await runTool(program, words, limits: .compiler, error: error)
        return String(decoding: try Folder.read(error, limit: 1 << 16).bytes, as: UTF8.self)
    }
}
