/// A variable's allowed range as a bar, with the part that the tests reach.
enum RangeBar {
    /// `title` says what the bar is: people hear it with the values.
    static func html(_ bound: DataSetDocuments.Report.Boundary, _ title: String) -> SafeHTML {
        let (width, height) = (240.0, 16.0)
        let reached = [bound.reachedLeast?.value, bound.reachedGreatest?.value].map { $0 ?? "–" }
        let label = "\(title) \(bound.name): \(reached[0]) … \(reached[1]) (\(bound.least) … \(bound.greatest))"
        var svg = SVG(width: width, height: height, title: label)
        svg.rectangle(0, 4, width, 8, "bar rest", radius: 4)
        if let from = bound.reachedLeast.flatMap({ Double($0.value) }),
            let to = bound.reachedGreatest.flatMap({ Double($0.value) }),
            let least = Double(bound.least), let greatest = Double(bound.greatest)
        {
            func x(_ value: Double) -> Double {
                greatest > least ? min(max((value - least) / (greatest - least), 0), 1) * width : width / 2
            }
            let start = greatest > least ? x(from) : 0
            let length = greatest > least ? max(x(to) - start, 6) : width
            svg.rectangle(min(start, width - length), 4, length, 8, "bar", radius: 4)
        }
        return svg.html
    }
}
