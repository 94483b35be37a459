import Foundation
import MaigenDomain

/// SHA-256 of whole files.
package enum FileHash {
    /// The hash of the file at `path`, in hexadecimal. Reads it in pieces, on the calling thread.
    package static func sha256(of path: String) throws(FileFault) -> String {
        let handle = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard handle >= 0 else { throw .system(.read, path: path) }
        defer { close(handle) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        var hash = SHA256()
        while true {
            let count = read(handle, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(.read, path: path) }
            guard count > 0 else { return hash.hexadecimal() }
            hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
