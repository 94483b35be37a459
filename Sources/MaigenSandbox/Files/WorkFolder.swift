import Foundation
import Synchronization

/// A private folder on a disk that goes away with this object, or at the process's exit, or, should the process be
/// killed, with the next start.
///
/// While the object lives it holds a lock on a file in the folder; a folder whose lock is free has lost its owner.
/// Others may pass through the folder but not list it: at the levels without mounts a program's own directory lies in it.
final class WorkFolder: Sendable {
    /// Where it is.
    let path: String
    private let lock: Int32

    private static let prefix = "maigen-work-"
    private static let lockName = "lock"

    /// Makes a folder in `parent`, and removes those that killed processes have left there.
    init(in parent: String) throws(SandboxFault) {
        try Folder.create(parent)
        Self.sweep(parent)
        var template = Array("\(parent)/\(Self.prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .file(parent) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        chmod(path, 0o711)
        lock = open("\(path)/\(Self.lockName)", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw .file(path) }
        Self.removeAtExit(path)
    }

    deinit {
        Folder.remove(path)
        close(lock)
        Self.living.withLock { _ = $0.remove(path) }
    }

    /// The folders that an exit would leave behind; nobody destroys objects then.
    private static let living = Mutex<Set<String>>([])

    private static func removeAtExit(_ path: String) {
        let isFirst = living.withLock { paths in
            defer { paths.insert(path) }
            return paths.isEmpty
        }
        // Registered anew after every time that all were gone; removing what is not there does nothing.
        guard isFirst else { return }
        atexit {
            for path in WorkFolder.living.withLock({ $0 }) { Folder.remove(path) }
        }
    }

    private static func sweep(_ parent: String) {
        // A folder that cannot be listed is left as it is.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let folder = "\(parent)/\(name)"
            var status = stat()
            guard lstat(folder, &status) == 0, status.st_uid == geteuid(), status.st_mode & S_IFMT == S_IFDIR,
                // One that is being made has no lock yet.
                time(nil) - status.st_mtim.tv_sec > 60
            else { continue }
            let lock = open("\(folder)/\(lockName)", O_RDWR | O_CLOEXEC | O_NOFOLLOW)
            if lock >= 0 {
                defer { close(lock) }
                guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { continue }
            }
            Folder.remove(folder)
        }
    }
}
