/// Drawings made on the server. Colours and fonts are classes of `site.css`, so that both schemes apply; nothing in a
/// drawing has a style of its own, which the content security policy forbids.
struct SVG {
    private var body = ""
    private let width: Double
    private let height: Double
    private let title: String

    /// `title` is what people hear who cannot see it.
    init(width: Double, height: Double, title: String) {
        self.width = width
        self.height = height
        self.title = title
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String) {
        body += "<line class=\"\(kind)\" x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\"/>"
    }

    /// `title` is shown when somebody points at it.
    mutating func rectangle(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ kind: String, radius: Double = 0,
        title: String = ""
    ) {
        guard width > 0, height > 0 else { return }
        let round = radius > 0 ? " rx=\"\(n(radius))\"" : ""
        body +=
            "<rect class=\"\(kind)\" x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(width))\" height=\"\(n(height))\"\(round)>"
            + named(title) + "</rect>"
    }

    mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ kind: String, title: String = "") {
        body += "<circle class=\"\(kind)\" cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(radius))\">\(named(title))</circle>"
    }

    /// `anchor` is `start`, `middle` or `end`.
    mutating func text(_ x: Double, _ y: Double, _ text: String, anchor: String = "start") {
        body += "<text x=\"\(n(x))\" y=\"\(n(y))\" text-anchor=\"\(anchor)\">\(SafeHTML.escaping(text))</text>"
    }

    var html: SafeHTML {
        SafeHTML(
            trusted: "<svg class=\"chart\" viewBox=\"0 0 \(n(width)) \(n(height))\" role=\"img\" aria-label=\""
                + SafeHTML.escaping(title) + "\">" + body + "</svg>")
    }

    private func named(_ title: String) -> String {
        title.isEmpty ? "" : "<title>\(SafeHTML.escaping(title))</title>"
    }

    /// A tenth of a unit is less than a pixel.
    private func n(_ value: Double) -> String { NumberText.short(value) }
}

/// Where the marks of an axis stand.
enum Ticks {
    /// 0 and up to `count` round numbers, the last of which is at least `greatest`.
    static func round(upTo greatest: Double, count: Int = 4) -> [Double] {
        guard greatest > 0 else { return [0, 1] }
        let rough = greatest / Double(count)
        var power = 1.0
        while power * 10 <= rough { power *= 10 }
        while power > rough { power /= 10 }
        let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? rough
        // Numbers of things are whole.
        let whole = max(step, greatest <= 4 ? 1 : step)
        var ticks = [0.0]
        while ticks[ticks.count - 1] < greatest { ticks.append(Double(ticks.count) * whole) }
        return ticks
    }

    /// A number on an axis: 12k, 3M.
    static func text(_ value: Double) -> String {
        let (divisor, unit) = value >= 1e6 ? (1e6, "M") : value >= 1e3 ? (1e3, "k") : (1.0, "")
        return NumberText.short(value / divisor) + unit
    }
}
