import Foundation

/// The working copy that this program was built from.
enum Repository {
    /// Its folder.
    static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL.path

    /// The short name of the commit, with `-changed` where tracked files differ from it; `unknown` outside of git.
    static func commit() -> String {
        guard let name = git("rev-parse", "--short", "HEAD"), !name.isEmpty else { return "unknown" }
        let isClean = git("status", "--porcelain", "--untracked-files=no")?.isEmpty ?? false
        return isClean ? name : name + "-changed"
    }

    /// The output of a git command; nil where it fails.
    private static func git(_ words: String...) -> String? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "-C", root] + words
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            // No git, no commit: the results say `unknown`.
            return nil
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? text.trimmingCharacters(in: .whitespacesAndNewlines) : nil
    }
}

/// Tells on standard error how far the work is.
enum Progress {
    static func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
