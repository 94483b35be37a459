/// Bars for the days of a period, each of one or several parts on top of each other.
struct BarChart {
    var title: String
    /// One for each bar.
    var labels: [String]
    /// What each part of the bars is, with its class of `site.css`, from the bottom.
    var parts: [Part]

    struct Part {
        var name: String
        /// `bar`, `bar good`, …
        var kind: String
        /// One for each bar, none negative.
        var values: [Double]
    }

    var html: SafeHTML {
        let (width, height, left, bottom, top) = (520.0, 220.0, 48.0, 28.0, 12.0)
        var svg = SVG(width: width, height: height, title: title)
        let sums = labels.indices.map { index in parts.reduce(0) { $0 + $1.values[index] } }
        let ticks = Ticks.round(upTo: sums.max() ?? 0)
        let greatest = ticks.last ?? 1
        let scale = (height - bottom - top) / greatest
        for tick in ticks {
            let y = height - bottom - tick * scale
            svg.line(left, y, width, y, tick == 0 ? "axis" : "grid")
            svg.text(left - 8, y + 4, Ticks.text(tick), anchor: "end")
        }
        let step = (width - left) / Double(max(labels.count, 1))
        let every = max(1, (labels.count + 6) / 7)
        for (index, label) in labels.enumerated() {
            let x = left + Double(index) * step
            var y = height - bottom
            for part in parts {
                let size = part.values[index] * scale
                y -= size
                svg.rectangle(
                    x + step * 0.15, y, step * 0.7, size, part.kind,
                    title: "\(label) · \(part.name) \(NumberText.grouped(Int64(part.values[index])))")
            }
            if index % every == 0 { svg.text(x + step / 2, height - 8, label, anchor: "middle") }
        }
        return svg.html
    }
}

/// Quantities of few kinds beside each other: one horizontal bar each.
struct RankChart {
    var title: String
    var rows: [Row]

    struct Row {
        var name: String
        var text: String
        /// Class of `site.css`.
        var kind: String
        var value: Double
    }

    var html: SafeHTML {
        // Names above their bars: whatever their length and the size of the letters, nothing is cut off.
        let (width, row) = (520.0, 44.0)
        var svg = SVG(width: width, height: Double(max(rows.count, 1)) * row, title: title)
        let greatest = max(rows.map(\.value).max() ?? 0, 1)
        for (index, item) in rows.enumerated() {
            let y = Double(index) * row
            svg.text(0, y + 18, item.name)
            svg.text(width, y + 18, item.text, anchor: "end")
            svg.rectangle(0, y + 26, width, 10, "bar rest", radius: 3)
            svg.rectangle(
                0, y + 26, item.value / greatest * width, 10, item.kind, radius: 3, title: "\(item.name): \(item.text)")
        }
        return svg.html
    }
}
