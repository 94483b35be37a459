import Foundation

/// Points over two measured quantities, the horizontal one on a logarithmic scale.
struct ScatterPlot {
    var points: [Point]
    var title: String
    var xTitle: String
    var yTitle: String

    struct Point {
        /// A size in bytes.
        var x: Double
        var y: Double
        var title: String
    }

    var html: SafeHTML {
        let (width, height, left, bottom, top, right) = (480.0, 256.0, 44.0, 44.0, 40.0, 16.0)
        var svg = SVG(width: width, height: height, title: title)
        let yTicks = Ticks.round(upTo: points.map(\.y).max() ?? 1)
        let yTop = yTicks.last ?? 1
        func y(_ value: Double) -> Double { height - bottom - value / yTop * (height - bottom - top) }
        // Powers of four bytes around every point.
        let (least, greatest) = (points.map(\.x).min() ?? 1, points.map(\.x).max() ?? 1)
        var marks = [1.0]
        while marks[0] * 4 <= max(least, 1) { marks[0] *= 4 }
        while marks[marks.count - 1] < max(greatest, 4) { marks.append(marks[marks.count - 1] * 4) }
        let span = Double(marks.count - 1)
        func x(_ value: Double) -> Double {
            let position = max(0, Self.logarithm(max(value, 1) / marks[0]))
            return left + position / max(span, 1) * (width - left - right)
        }
        for tick in yTicks {
            svg.line(left, y(tick), width - right, y(tick), tick == 0 ? "axis" : "grid")
            svg.text(left - 8, y(tick) + 4, Ticks.text(tick), anchor: "end")
        }
        let every = max(1, (marks.count + 4) / 5)
        for (index, mark) in marks.enumerated() where index % every == 0 {
            svg.line(x(mark), height - bottom, x(mark), height - bottom + 5, "axis")
            svg.text(
                x(mark), height - bottom + 18, SizeText.bytes(Int64(mark)),
                anchor: index == 0 ? "start" : index == marks.count - 1 ? "end" : "middle")
        }
        svg.text(0, 16, yTitle)
        svg.text(width - right, height - 6, xTitle, anchor: "end")
        for point in points { svg.circle(x(point.x), y(point.y), 5, "mark", title: point.title) }
        return svg.html
    }

    /// To the base of four.
    private static func logarithm(_ value: Double) -> Double { log2(value) / 2 }
}
