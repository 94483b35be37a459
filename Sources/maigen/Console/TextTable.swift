/// A table for a terminal: columns as wide as their widest cell, the flexible one cut so that lines fit.
struct TextTable {
    struct Column {
        var title: String
        var isNumber = false
        /// May be cut when the lines would be wider than the terminal.
        var isFlexible = false
    }

    var columns: [Column]
    var rows: [[String]] = []

    /// The lines of the table, at most `width` columns wide where the flexible column can give way.
    func lines(width: Int) -> [String] {
        var widths = columns.indices.map { column in
            ([columns[column].title] + rows.map { $0[column] }).map(\.displayWidth).max() ?? 0
        }
        let gaps = 2 * (columns.count - 1)
        let excess = widths.reduce(gaps, +) - width
        if excess > 0, let flexible = columns.firstIndex(where: \.isFlexible) {
            widths[flexible] = max(12, widths[flexible] - excess)
        }
        func line(_ cells: [String]) -> String {
            let fitted = cells.indices.map { cells[$0].fitted(to: widths[$0], alignedRight: columns[$0].isNumber) }
            var text = fitted.joined(separator: "  ")
            while text.last == " " { text.removeLast() }
            return text
        }
        let rule = String(repeating: "─", count: widths.reduce(gaps, +))
        return [line(columns.map(\.title)), rule] + rows.map(line)
    }
}
