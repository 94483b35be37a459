import Foundation
import MaigenDomain

/// Where a process talks to the person, or the script, that started it.
enum Console {
    enum Stream {
        case standardOutput, standardError

        var descriptor: Int32 { self == .standardOutput ? STDOUT_FILENO : STDERR_FILENO }
    }

    /// `MAIGEN_LANG` (`zh` or `en`), else the locale; Chinese where neither speaks of a language MAIGEN knows.
    static let language: Language = {
        let environment = ProcessInfo.processInfo.environment
        for name in ["MAIGEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
            if let locale = environment[name], let language = Language(locale: locale) { return language }
        }
        return .chinese
    }()

    static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.descriptor) == 1 }

    /// The width of the terminal in columns; `COLUMNS`, or room for whole lines, where there is no terminal.
    static var width: Int {
        var size = winsize()
        for stream in [Stream.standardOutput, .standardError]
        where ioctl(stream.descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 { return Int(size.ws_col) }
        return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 160
    }

    /// Writes a text and a line end.
    static func write(_ text: String, to stream: Stream = .standardOutput) {
        writeAll(Array((text + "\n").utf8), to: stream)
    }

    static func write(_ text: Localized, to stream: Stream = .standardOutput) {
        write(text[language], to: stream)
    }

    /// Writes an error message.
    static func complain(_ text: Localized) {
        write(Localized(zh: "错误：\(text.chinese)", en: "error: \(text.english)"), to: .standardError)
    }

    /// Writes bytes; a reader who has gone away ends the process, with the status of SIGPIPE.
    static func writeAll(_ bytes: [UInt8], to stream: Stream) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(stream.descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno == EPIPE {
                Foundation.exit(128 + SIGPIPE)
            } else if errno != EINTR {
                return
            }
        }
    }

    /// Writes a value as one line of JSON with sorted keys.
    static func writeJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        write(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
