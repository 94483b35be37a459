import Foundation
import MaigenDomain

/// Compiled programs by fingerprint, shared by all processes of one user.
///
/// An entry is a folder `ab/abcdef…/` with `program` and, for coverage, `program.gcno`. It appears whole, by a rename,
/// and is never changed; its time is the time of its last use. Only this process writes here, from files that the helper
/// took out of the sandbox; no compilation ever sees the folder.
struct ProgramCache: Sendable {
    private let folder: String
    private let limit: ByteCount

    init(folder: String, limit: ByteCount) throws(SandboxFault) {
        try Folder.create(folder, mode: 0o700)
        self.folder = folder
        self.limit = limit
    }

    /// The entry's files, if it is there.
    func find(_ fingerprint: String, needsNotes: Bool) -> (program: String, notes: String?)? {
        let entry = path(fingerprint)
        let program = "\(entry)/\(CompileNames.program)"
        let notes = "\(entry)/\(CoverageNames.notes)"
        guard access(program, R_OK) == 0, !needsNotes || access(notes, R_OK) == 0 else { return nil }
        utimensat(AT_FDCWD, entry, nil, 0)
        return (program, needsNotes ? notes : nil)
    }

    /// Files an entry. The files are moved if they can be, and copied otherwise.
    func store(_ fingerprint: String, program: String, notes: String?) throws(SandboxFault) {
        let entry = path(fingerprint)
        try Folder.create((entry as NSString).deletingLastPathComponent, mode: 0o700)
        var template = Array("\(folder)/new-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .file(folder) }
        let new = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { Folder.remove(new) }
        try Folder.share(program, as: "\(new)/\(CompileNames.program)")
        if let notes { try Folder.share(notes, as: "\(new)/\(CoverageNames.notes)") }
        // Another process may have been faster with the same result; then ours is thrown away.
        guard rename(new, entry) == 0 || errno == EEXIST || errno == ENOTEMPTY else { throw .file(entry) }
        makeRoom()
    }

    private func path(_ fingerprint: String) -> String {
        "\(folder)/\(fingerprint.prefix(2))/\(fingerprint)"
    }

    /// Drops the entries that were not used for the longest time until the rest fits into the limit. Programs in use
    /// are safe: every `Sandbox` holds links of its own to what it handed out.
    private func makeRoom() {
        Folder.sweepUnfinished(in: folder)
        let shelves = Folder.entries(of: folder).filter { $0.name.utf8.count == 2 }
        let entries = shelves.flatMap { Folder.entries(of: $0.path) }.map { entry in
            (path: entry.path, used: entry.used, size: Folder.entries(of: entry.path).reduce(0) { $0 + $1.size })
        }
        var total = entries.reduce(0) { $0 + $1.size }
        for entry in entries.sorted(by: { $0.used < $1.used }) where total > limit.bytes {
            Folder.remove(entry.path)
            total -= entry.size
        }
    }
}
