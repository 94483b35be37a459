import Foundation
import NIOHTTP1

/// What a server says about asking again.
package struct RetryDirections: Sendable, Hashable {
    /// `x-should-retry`.
    package var shouldRetry: Bool?
    /// `retry-after-ms`, or else `Retry-After` in seconds or as a date.
    package var pause: Duration?

    package init(shouldRetry: Bool? = nil, pause: Duration? = nil) {
        self.shouldRetry = shouldRetry
        self.pause = pause
    }

    init(_ headers: HTTPHeaders, now: Date = Date()) {
        shouldRetry =
            switch headers.first(name: "x-should-retry")?.lowercased() {
            case "true": true
            case "false": false
            default: nil
            }
        func seconds(_ name: String, _ unit: Double) -> Duration? {
            guard let text = headers.first(name: name), let number = Double(text), number >= 0 else { return nil }
            // Beyond a month it makes no difference, and a Duration has an end.
            return .milliseconds(Int64(min(number * unit, 30 * 86_400_000).rounded(.up)))
        }
        pause =
            seconds("retry-after-ms", 1) ?? seconds("retry-after", 1000)
            ?? headers.first(name: "retry-after").flatMap { Self.pause(until: $0, now: now) }
    }

    /// Until an HTTP date (RFC 9110, 5.6.7, IMF-fixdate).
    private static func pause(until text: String, now: Date) -> Duration? {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        guard let date = format.date(from: text) else { return nil }
        return .milliseconds(Int64(max(0, min(date.timeIntervalSince(now), 30 * 86_400) * 1000).rounded(.up)))
    }
}

/// Whether, and when, to ask again: as OpenAI's own client does, except that an empty account is not asked again.
package enum RetryRule {
    /// Whether a question that failed with `status` may be asked again.
    package static func mayRetry(_ status: Int, _ message: ServerMessage, _ directions: RetryDirections) -> Bool {
        guard !message.isQuota, status != 402 else { return false }
        return directions.shouldRetry ?? ([408, 409, 429].contains(status) || status >= 500)
    }

    /// How long to wait after `tries` failures: what the server asks for; otherwise twice as long each time, less up to
    /// a quarter by chance, so that those who failed together do not return together. nil where the server asks for more
    /// than we wait.
    ///
    /// - Parameter chance: from 0 to 1
    package static func pause(
        after tries: Int, _ directions: RetryDirections, _ limits: ModelLimits, chance: Double
    ) -> Duration? {
        if let asked = directions.pause { return asked <= limits.longestAskedPause ? asked : nil }
        let doubled = limits.firstPause * (1 << min(max(tries - 1, 0), 16))
        return min(doubled, limits.longestPause) * (1 - 0.25 * chance)
    }
}
