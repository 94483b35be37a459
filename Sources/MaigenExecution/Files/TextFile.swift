import Foundation
import MaigenDomain
import MaigenFiles

/// A finished text file of a data set: LF line ends, and a final line end unless it is empty.
struct TextFile: Sendable, Hashable {
    var path: String
    var size: ByteCount
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    var sha256: String
    /// Whether it had to be rewritten to get its line ends.
    var wasRewritten = false

    /// What one read takes: the only memory a file needs, whatever its size.
    private static let chunk = 256 << 10

    /// Reads a program's output once, and writes it anew only where its line ends are not as they should be.
    static func settle(_ path: String) throws(FileFault) -> TextFile {
        let (file, isProper) = try scan(path)
        guard !isProper else { return file }
        let rewritten = path + ".lf"
        try rewrite(path, to: rewritten)
        guard rename(rewritten, path) == 0 else { throw .system(.write, path: path) }
        var result = try scan(path).file
        result.wasRewritten = true
        return result
    }

    /// Whether the file at `other`, once settled, has the same bytes.
    func isSame(as other: String) throws(FileFault) -> Bool {
        // Comparing is ten times as fast as hashing; only a file whose line ends were changed needs the longer way.
        if !wasRewritten { return try Self.haveEqualBytes(path, other) }
        return try Self.settle(other).sha256 == sha256
    }

    private static func haveEqualBytes(_ left: String, _ right: String) throws(FileFault) -> Bool {
        let second = open(right, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard second >= 0 else { throw .system(.read, path: right) }
        defer { close(second) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
        defer { buffer.deallocate() }
        var areEqual = true
        var size = 0
        try read(left) { bytes throws(FileFault) in
            guard areEqual else { return }
            // A shorter read than asked for is the end: both are files on a disk.
            let count = pread(second, buffer.baseAddress, bytes.count, size)
            guard count >= 0 else { throw .system(.read, path: right) }
            areEqual = count == bytes.count && memcmp(buffer.baseAddress!, bytes.baseAddress!, count) == 0
            size += count
        }
        var status = stat()
        guard fstat(second, &status) == 0 else { throw .system(.read, path: right) }
        return areEqual && Int(status.st_size) == size
    }

    private static func scan(_ path: String) throws(FileFault) -> (file: TextFile, isProper: Bool) {
        var hash = SHA256()
        var size = 0
        var last = UInt8(ascii: "\n")
        var hasReturns = false
        try read(path) { chunk throws(FileFault) in
            hash.update(UnsafeRawBufferPointer(chunk))
            size += chunk.count
            last = chunk[chunk.count - 1]
            if memchr(chunk.baseAddress!, 0x0D, chunk.count) != nil { hasReturns = true }
        }
        let file = TextFile(path: path, size: ByteCount(bytes: size), sha256: hash.hexadecimal())
        return (file, !hasReturns && last == UInt8(ascii: "\n"))
    }

    /// CR LF becomes LF; a final line end is added. A carriage return elsewhere is the program's own affair.
    private static func rewrite(_ source: String, to destination: String) throws(FileFault) {
        let output = open(destination, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard output >= 0 else { throw .system(.create, path: destination) }
        defer { close(output) }
        var owesReturn = false
        var last = UInt8(ascii: "\n")
        var buffer: [UInt8] = []
        buffer.reserveCapacity(chunk + 1)
        try read(source) { chunk throws(FileFault) in
            buffer.removeAll(keepingCapacity: true)
            for byte in chunk {
                if owesReturn, byte != UInt8(ascii: "\n") { buffer.append(0x0D) }
                owesReturn = byte == 0x0D
                if !owesReturn { buffer.append(byte) }
            }
            if let end = buffer.last { last = end }
            try write(buffer, to: output, destination)
        }
        var end: [UInt8] = []
        if owesReturn || last != UInt8(ascii: "\n") { end.append(UInt8(ascii: "\n")) }
        try write(end, to: output, destination)
    }

    /// Hands over a file's bytes piece by piece; no piece is empty.
    private static func read(
        _ path: String, _ body: (UnsafeMutableRawBufferPointer) throws(FileFault) -> Void
    ) throws(FileFault) {
        let handle = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard handle >= 0 else { throw .system(.read, path: path) }
        defer { close(handle) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = Foundation.read(handle, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(.read, path: path) }
            guard count > 0 else { return }
            try body(UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    private static func write(_ bytes: [UInt8], to handle: Int32, _ path: String) throws(FileFault) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { Foundation.write(handle, $0.baseAddress! + offset, $0.count - offset) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(.write, path: path) }
            offset += count
        }
    }
}
