import Foundation
import MaigenDomain

/// A file that appears at its place complete or not at all: it is written under another name in the same folder and
/// renamed once everything is on the disk. Whatever stood at the place stays until then.
///
/// Not `Sendable`: one owner writes it.
final class ReplacedFile {
    /// Where the file will be.
    let destination: String
    /// Where its bytes go.
    private(set) var descriptor: Int32
    /// What it is called meanwhile.
    private let temporary: String
    private var isKept = false

    /// Creates the temporary file beside `destination`.
    ///
    /// - Throws: `.create` where the folder is missing or may not be written, or where something other than a file
    ///   (a folder, a device) stands at `destination`.
    init(destination: String) throws(FileFault) {
        var status = stat()
        if stat(destination, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw FileFault(.create, path: destination, reason: Localized(zh: "已存在的不是普通文件", en: "not a regular file"))
        }
        let folder = (destination as NSString).deletingLastPathComponent
        let name = (destination as NSString).lastPathComponent
        guard !name.isEmpty, !destination.hasSuffix("/") else {
            throw FileFault(.create, path: destination, reason: Localized(zh: "不是文件名", en: "not a file name"))
        }
        let random = String(UInt64.random(in: 0 ... .max), radix: 36)
        self.destination = destination
        temporary = (folder as NSString).appendingPathComponent(".\(name.prefix(100)).\(random).part")
        // 0666: the user's umask decides, as for any file he makes.
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { throw .system(.create, path: destination) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isKept { unlink(temporary) }
    }

    /// The number of bytes written so far.
    func size() -> Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Appends everything that `source`, the file `path`, still holds.
    func append(contentsOf source: Int32, path: String) throws(FileFault) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = read(source, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(.read, path: path) }
            guard count > 0 else { return }
            var written = 0
            while written < count {
                let part = write(descriptor, buffer.baseAddress! + written, count - written)
                if part < 0, errno == EINTR { continue }
                guard part > 0 else { throw .system(.write, path: destination) }
                written += part
            }
        }
    }

    /// Puts the bytes on the disk and the file in its place.
    func keep() throws(FileFault) {
        guard fsync(descriptor) == 0 else { throw .system(.finish, path: destination) }
        let open = descriptor
        descriptor = -1
        guard close(open) == 0 else { throw .system(.finish, path: destination) }
        guard rename(temporary, destination) == 0 else { throw .system(.finish, path: destination) }
        isKept = true
        Self.syncFolder(of: destination)
    }

    /// Makes the new name survive a power cut. The file itself is safe already, so a folder that cannot be synced (some
    /// network file systems refuse) is no failure.
    static func syncFolder(of destination: String) {
        let folder = (destination as NSString).deletingLastPathComponent
        let handle = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { return }
        fsync(handle)
        close(handle)
    }
}
