import Foundation
import MaigenFiles

/// Short pieces of untrusted text, fit to be shown.
enum Excerpt {
    /// `text` without control characters (a terminal would obey them) and cut after `limit` characters.
    static func clean(_ text: String, limit: Int) -> String {
        var result = ""
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < limit else {
                result += "…"
                break
            }
            // Control characters, and invisible ones that change how the rest is shown.
            let isHidden = [.control, .format].contains(scalar.properties.generalCategory)
            guard !isHidden || scalar == "\n" || scalar == "\t" else { continue }
            result.unicodeScalars.append(scalar)
            count += 1
        }
        while result.last?.isNewline == true { result.removeLast() }
        return result
    }

    /// The beginning of a file, at most `limit` bytes; bytes that are no UTF-8 become U+FFFD. Empty where there is no
    /// such file.
    static func ofFile(_ path: String, limit: Int) -> String {
        let handle = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard handle >= 0 else { return "" }
        defer { close(handle) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let taken = bytes.withUnsafeMutableBytes { read(handle, $0.baseAddress! + count, $0.count - count) }
            if taken < 0, errno == EINTR { continue }
            guard taken > 0 else { break }
            count += taken
        }
        guard count > limit else { return String(decoding: bytes[..<count], as: UTF8.self) }
        // Not in the middle of a character.
        var end = limit
        while end > limit - 4, end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
