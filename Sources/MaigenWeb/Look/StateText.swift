import MaigenDomain

/// A word on a coloured ground: a state, a role.
struct Tag: Sendable, Hashable {
    /// The class of `site.css`: `good`, `warn`, `bad`, `info`, or empty.
    var kind: String
    var text: String
}

extension Tag {
    init(_ state: TaskState, in language: Language) {
        let kind =
            switch state {
            case .pending: "warn"
            case .analyzing, .generating, .validating: "info"
            case .completed: "good"
            case .failed: "bad"
            case .cancelled: ""
            }
        self.init(kind: kind, text: state.title[language])
    }

    init(_ state: ShareState, in language: Language) {
        let kind =
            switch state {
            case .pending: "warn"
            case .approved: "good"
            case .rejected: "bad"
            }
        self.init(kind: kind, text: state.title[language])
    }
}

/// One entry of a list to choose from.
struct Choice: Sendable, Hashable {
    var value: String
    var text: String
    var isChosen: Bool
}

/// Spans of time as people say them, to two units.
enum DurationText {
    /// How long something took.
    static func text(_ duration: Duration, in language: Language) -> String {
        let milliseconds = max(0, duration.milliseconds)
        guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
        guard milliseconds >= 60_000 else {
            let (whole, tenths) = (milliseconds / 1000, milliseconds % 1000 / 100)
            let number = whole < 10 && tenths > 0 ? "\(whole).\(tenths)" : "\(whole)"
            return language == .chinese ? "\(number) 秒" : "\(number) s"
        }
        let seconds = milliseconds / 1000
        let units: [(Int64, Localized)] = [
            (86_400, Localized(zh: "天", en: "d")), (3600, Localized(zh: "小时", en: "h")),
            (60, Localized(zh: "分", en: "min")), (1, Localized(zh: "秒", en: "s")),
        ]
        let first = units.firstIndex { seconds >= $0.0 } ?? 3
        let (great, small) = (units[first], units[min(first + 1, 3)])
        let (count, rest) = (seconds / great.0, seconds % great.0 / small.0)
        let words = rest == 0 || first == 3 ? [(count, great.1)] : [(count, great.1), (rest, small.1)]
        return words.map { "\($0.0) \($0.1[language])" }.joined(separator: " ")
    }

    /// How long ago something was, to one unit.
    static func age(of moment: Timestamp, at now: Timestamp, in language: Language) -> String {
        let seconds = max(0, (now.milliseconds - moment.milliseconds) / 1000)
        switch seconds {
        case ..<60: return language == .chinese ? "刚刚" : "just now"
        case ..<3600: return language == .chinese ? "\(seconds / 60) 分钟前" : "\(seconds / 60) min ago"
        case ..<86_400: return language == .chinese ? "\(seconds / 3600) 小时前" : "\(seconds / 3600) h ago"
        default: return language == .chinese ? "\(seconds / 86_400) 天前" : "\(seconds / 86_400) d ago"
        }
    }
}
