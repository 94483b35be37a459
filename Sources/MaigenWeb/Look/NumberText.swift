import MaigenDomain
import MaigenHTTP

/// Numbers as people read them.
enum NumberText {
    /// With a comma between groups of three digits, which both languages write.
    static func grouped(_ number: Int64) -> String {
        let digits = String(number.magnitude)
        let lead = digits.count % 3
        var groups = lead == 0 ? [] : [String(digits.prefix(lead))]
        var rest = digits.dropFirst(lead)
        while !rest.isEmpty {
            groups.append(String(rest.prefix(3)))
            rest = rest.dropFirst(3)
        }
        return (number < 0 ? "−" : "") + groups.joined(separator: ",")
    }

    /// With one decimal, unless that is 0.
    static func short(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
    }

    /// A change: always with its sign.
    static func signed(_ number: Int64) -> String { (number > 0 ? "+" : "") + grouped(number) }
}

/// A moment for `<time>`: `site.js` writes it in the reader's zone, and until then it reads well enough.
package struct MomentText: Sendable, Hashable {
    /// For `datetime`.
    package let datetime: String
    /// For people without JavaScript: in UTC, which it says.
    package let text: String

    package init(_ moment: Timestamp) {
        datetime = TimeText.text(moment)
        text = datetime.prefix(16).replacing("T", with: " ") + " UTC"
    }
}
