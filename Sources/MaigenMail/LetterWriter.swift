import Foundation
import MaigenDomain

/// Turns messages into letters: MIME with a text and an HTML form, everything beyond ASCII encoded.
///
/// Nothing that a person typed reaches the header but an `EmailAddress`, which cannot hold a line break; the subject is
/// encoded whole.
package struct LetterWriter: Sendable {
    private let sender: EmailAddress
    private let clock: WallClock
    private let randomness: Randomness

    /// Letters come from `sender`.
    package init(from sender: EmailAddress, clock: WallClock = .system, randomness: Randomness = .system) {
        self.sender = sender
        self.clock = clock
        self.randomness = randomness
    }

    /// The letter that says `message`.
    package func letter(_ message: MailMessage) -> Letter {
        let text = MailText(message.content)
        let domain = sender.key.split(separator: "@").last.map(String.init) ?? "localhost"
        let boundary = "=_" + Hex.text(randomness.bytes(16))
        let lines = [
            "Date: \(Self.date(clock.now()))",
            "From: MAIGEN <\(sender.text)>",
            "To: <\(message.recipient.text)>",
            "Subject: \(Self.encodedWords(text.subject[message.language]))",
            "Message-ID: <\(Hex.text(randomness.bytes(16)))@\(domain)>",
            "Auto-Submitted: auto-generated",
            "Content-Language: \(message.language.rawValue)",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
            "",
            "--\(boundary)",
            Self.part("text/plain", text.plain(in: message.language)),
            "--\(boundary)",
            Self.part("text/html", text.html(in: message.language)),
            "--\(boundary)--",
            "",
        ]
        return Letter(
            sender: sender, recipient: message.recipient, bytes: Array(lines.joined(separator: "\r\n").utf8))
    }

    private static func part(_ type: String, _ text: String) -> String {
        let crlf = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let body = Data(crlf.utf8).base64EncodedString(options: [.lineLength76Characters])
        return "Content-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n\(body)"
    }

    /// RFC 2047: words of at most 75 characters, each of whole characters, on lines of their own.
    static func encodedWords(_ text: String) -> String {
        var words: [String] = []
        var word: [UInt8] = []
        func flush() {
            if !word.isEmpty { words.append("=?utf-8?B?\(Data(word).base64EncodedString())?=") }
            word = []
        }
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if word.count + bytes.count > 45 { flush() }
            word += bytes
        }
        flush()
        return words.joined(separator: "\r\n ")
    }

    /// RFC 5322, in UTC, in English whatever the machine speaks.
    static func date(_ moment: Timestamp) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
        guard let year = parts.year, let month = parts.month, let day = parts.day, let hour = parts.hour,
            let minute = parts.minute, let second = parts.second, let weekday = parts.weekday
        else { preconditionFailure("a calendar gives the parts it is asked for") }
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[weekday - 1]), \(day) \(months[month - 1]) \(year) "
            + "\(two(hour)):\(two(minute)):\(two(second)) +0000"
    }
}
