import Foundation
import MaigenDomain
import MaigenFiles

/// The folder with one build's inputs, outputs and counters. Nothing in it outlives the build.
struct Workspace: Sendable {
    let path: String

    /// - Parameter folder: the sandbox's own folder, on a disk.
    init(in folder: String) throws(FileFault) {
        path = folder + "/build-" + UUID().uuidString.lowercased()
        guard mkdir(path, 0o700) == 0 else { throw .system(.create, path: path) }
    }

    /// Removes everything.
    func remove() {
        // The sandbox removes the folder around it at the end, so that a failure here only costs space until then.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A file of that name.
    subscript(name: String) -> String { path + "/" + name }

    /// Writes a small file and gives its path.
    func write(_ name: String, _ text: String) throws(FileFault) -> String {
        try write(name, bytes: text.utf8)
    }

    /// Writes a small file, which need not be text, and gives its path.
    func write(_ name: String, bytes: some Sequence<UInt8>) throws(FileFault) -> String {
        let file = self[name]
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: file))
        } catch {
            throw FileFault(.write, path: file, reason: Localized(verbatim: error.localizedDescription))
        }
        return file
    }

    /// Whether there is room for what programs write.
    ///
    /// Few programs notice that their output could not be written. On a full disk they would end in order with half an answer,
    /// so the room is looked at after each run, while its files are still there.
    func checkRoom() throws(FileFault) {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw .system(.read, path: path) }
        guard status.f_bavail * UInt(status.f_frsize) >= Self.leastRoom else {
            throw FileFault(.write, path: path, reason: .systemReason(ENOSPC))
        }
    }

    private static let leastRoom: UInt = 16 << 20

    /// Removes one file as soon as nobody needs it.
    func discard(_ file: String) {
        // What cannot be removed now goes with the folder.
        unlink(file)
    }

    /// Removes the files of a test.
    func discard(_ test: MadeTest) {
        discard(test.input.path)
        discard(test.output.path)
    }
}
