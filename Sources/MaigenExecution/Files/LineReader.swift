import Foundation
import MaigenFiles

/// Reads a file line by line, each without the white space at its end.
///
/// A line keeps at most its first `longest` bytes: enough to tell outputs apart, whatever a program prints.
struct LineReader {
    private let handle: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private static let longest = 8 << 20

    init(_ path: String) throws(FileFault) {
        self.path = path
        handle = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard handle >= 0 else { throw .system(.read, path: path) }
    }

    /// Must be called at the end.
    func close() {
        _ = Foundation.close(handle)
    }

    /// The next line, or nil after the last one.
    mutating func next() throws(FileFault) -> [UInt8]? {
        var line: [UInt8] = []
        var isLine = false
        while true {
            if position == buffer.count {
                guard try fill() else { break }
            }
            isLine = true
            let rest = buffer[position...]
            let end = rest.firstIndex(of: UInt8(ascii: "\n"))
            line.append(contentsOf: rest[..<(end ?? rest.endIndex)].prefix(max(0, Self.longest - line.count)))
            position = end.map { $0 + 1 } ?? buffer.count
            if end != nil { break }
        }
        guard isLine else { return nil }
        while let last = line.last, last == 0x20 || (0x09...0x0D).contains(last) { line.removeLast() }
        return line
    }

    /// Whether `line` and all lines that follow are empty.
    mutating func endsEmpty(after line: [UInt8]) throws(FileFault) -> Bool {
        var line: [UInt8]? = line
        while let current = line {
            guard current.isEmpty else { return false }
            line = try next()
        }
        return true
    }

    private mutating func fill() throws(FileFault) -> Bool {
        guard !isAtEnd else { return false }
        if buffer.count != 64 << 10 { buffer = [UInt8](repeating: 0, count: 64 << 10) }
        while true {
            let count = buffer.withUnsafeMutableBytes { read(handle, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(.read, path: path) }
            if count < buffer.count { buffer.removeLast(buffer.count - count) }
            position = 0
            isAtEnd = count == 0
            return count > 0
        }
    }
}
