import Foundation
import MaigenDomain

/// A file of this machine, open for reading at any place from any thread. Closed when it is let go.
final class LocalFile: Sendable {
    let path: String
    /// Its length when it was opened.
    let size: Int64
    private let descriptor: Int32

    /// Opens the file at `path`, which must be one: links are not followed.
    init(_ path: String) throws(FileFault) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .system(.read, path: path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw FileFault(.read, path: path, reason: Localized(zh: "不是普通文件", en: "not a regular file"))
        }
        size = Int64(status.st_size)
    }

    deinit { close(descriptor) }

    /// The bytes in `range`, fewer where the file ends sooner, and never more than `limit`.
    func bytes(in range: Range<Int64>, limit: Int = FileName.chunk) throws(FileFault) -> [UInt8] {
        let wanted = min(range.count, limit)
        var bytes = [UInt8](repeating: 0, count: wanted)
        var count = 0
        while count < wanted {
            let taken = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress! + count, wanted - count, Int(range.lowerBound) + count)
            }
            if taken < 0, errno == EINTR { continue }
            guard taken >= 0 else { throw .system(.read, path: path) }
            guard taken > 0 else { break }
            count += taken
        }
        bytes.removeLast(wanted - count)
        return bytes
    }

    /// The SHA-256 of the bytes in `range`, in hexadecimal.
    func sha256(of range: Range<Int64>) throws(FileFault) -> String {
        var hash = SHA256()
        var start = range.lowerBound
        while start < range.upperBound {
            let piece = try bytes(in: start..<range.upperBound)
            guard !piece.isEmpty else {
                throw FileFault(.read, path: path, reason: Localized(zh: "文件变短了", en: "the file became shorter"))
            }
            hash.update(piece)
            start += Int64(piece.count)
        }
        return hash.hexadecimal()
    }
}
