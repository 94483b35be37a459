import MaigenDomain

/// The figures of the home page, from the record that `make bench-corpus` writes: docs/quality.md.
struct QualityRecord: Sendable {
    /// The first column of the record's summary by the name of its row, such as `100.0 % (400/400)`.
    private let rows: [String: String]

    /// - Throws: `SiteTexts.Fault` where the record lacks a row.
    init(_ record: String) throws(SiteTexts.Fault) {
        var rows: [String: String] = [:]
        for line in record.split(separator: "\n") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            guard cells.count >= 3, rows[cells[1]] == nil else { continue }
            rows[cells[1]] = cells[2]
        }
        self.rows = rows
        for name in Self.shown where rows[name] == nil {
            throw SiteTexts.Fault(description: "docs/quality.md has no row \(name)")
        }
    }

    /// The rows that the home page shows, best known first.
    static let shown = [
        "inputs valid", "bounds reached", "wrong killed", "slow killed", "understood", "silently misread",
    ]

    /// The share, and out of how many.
    func figure(_ name: String) -> (value: String, detail: String) {
        let parts = (rows[name] ?? "").split(separator: "(", maxSplits: 1)
        let value = parts.first.map { $0.filter { $0 != " " } } ?? ""
        return (value, parts.count == 2 ? String(parts[1].dropLast()) : "")
    }
}
