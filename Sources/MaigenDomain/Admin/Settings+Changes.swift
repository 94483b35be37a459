extension Settings {
    /// What differs from `earlier`, one item each, for the audit log: `points.task: 5 → 6`.
    package func changes(from earlier: Settings) -> [String] {
        zip(earlier.lines, lines).filter { $0.text != $1.text }.map { "\($0.name): \($0.text) → \($1.text)" }
    }

    private var lines: [(name: String, text: String)] {
        let off = strategiesOff.map { "\($0.rawValue)" }.joined(separator: ",")
        return numbers.map { field, value, _ in (field.rawValue, value.map(String.init) ?? "none") }
            + [("strategiesOff", off.isEmpty ? "none" : off), ("engine", engine.rawValue)]
    }
}
