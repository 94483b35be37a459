import Foundation
import Logging
import MaigenDomain

/// Writes one JSON object a line: what a person reads with `jq` and a machine without guessing. Line breaks and control
/// characters of a message cannot begin a line of their own.
package struct JSONLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    private let label: String
    private let clock: WallClock
    private let write: @Sendable (String) -> Void

    /// `write` gets whole lines without their end.
    package init(
        label: String, level: Logger.Level, clock: WallClock = .system, write: @escaping @Sendable (String) -> Void
    ) {
        self.label = label
        self.clock = clock
        self.write = write
        logLevel = level
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var fields: [(String, String)] = [
            ("at", TimeText.text(clock.now())), ("level", event.level.rawValue), ("from", label),
            ("message", event.message.description),
        ]
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            fields.append((key == "hb.request.id" ? "request" : key, value.description))
        }
        write("{" + fields.map { "\(Self.quoted($0.0)):\(Self.quoted($0.1))" }.joined(separator: ",") + "}")
    }

    /// A JSON string, at most 4,000 characters of it.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars.prefix(4000) {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _
            where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
                || scalar.value == 0x2029:
                quoted +=
                    "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
                    + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Logger {
    /// A logger of the whole process that writes JSON lines to standard error.
    package static func standard(level: Logger.Level) -> Logger {
        Logger(label: "maigen") { label in
            JSONLogHandler(label: label, level: level) { line in
                // One call a line, so that lines of several threads do not mix. A reader who went away is no reason to
                // stop serving.
                let bytes = Array((line + "\n").utf8)
                _ = bytes.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            }
        }
    }
}
