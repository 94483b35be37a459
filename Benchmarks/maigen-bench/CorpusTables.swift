/// Shows a measurement of the corpus: Markdown tables that also read well in a terminal.
enum CorpusTables {
    /// Rows of cells as a Markdown table, the first row its head.
    static func table(_ rows: [[String]]) -> [String] {
        guard let head = rows.first else { return [] }
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            "| " + zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: " | ")
                + " |"
        }
        let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|"
        return [line(head), rule] + rows.dropFirst().map(line)
    }

    /// `planned`, `unchosen` and `baseline` of each half.
    static func summary(_ result: CorpusResult) -> [String] {
        var columns: [[String]] = [
            [
                "", "problems", "understood", "unclear", "silently misread", "data made", "inputs valid",
                "bounds reached",
                "wrong killed", "slow killed", "correct accepted", "tests needed, mean", "CPU a data set",
                "wall a data set",
            ]
        ]
        for half in CorpusProblem.Half.allCases {
            let problems = result.problems.filter { $0.half == half }
            guard !problems.isEmpty else { continue }
            columns.append(column(half.rawValue, problems, problems.map(\.planned), isBaseline: false))
            if problems.contains(where: { $0.unchosen != nil }) {
                columns.append(
                    column("\(half.rawValue), no choice", problems, problems.map(\.unchosen), isBaseline: true))
            }
            if problems.contains(where: { $0.baseline != nil }) {
                columns.append(
                    column("\(half.rawValue), uniform", problems, problems.map(\.baseline), isBaseline: true))
            }
        }
        let rows = columns[0].indices.map { row in columns.map { $0[row] } }
        return [
            "commit \(result.commit), \(result.jobs) jobs, \(rounded(result.wallSeconds)) s, \(rounded(result.cpuSeconds)) CPU s",
            "",
        ] + table(rows)
    }

    private static func column(
        _ title: String, _ problems: [ProblemResult], _ data: [DataResult?], isBaseline: Bool
    ) -> [String] {
        let sets = data.compactMap { $0 }
        let made = sets.filter { $0.failure == nil }
        let rivals = sets.flatMap(\.rivals)
        func killed(_ fates: Set<Rival.Fate>) -> String {
            let those = rivals.filter { fates.contains($0.fate) }
            return share(those.filter { !$0.kills.isEmpty }.count, those.count)
        }
        let correct = rivals.filter { $0.fate == .passes }
        func mean(_ values: [Double]) -> String {
            values.isEmpty ? "–" : rounded(values.reduce(0, +) / Double(values.count))
        }
        let understood = problems.filter { $0.reading.outcome == .understood }.count
        return [
            title, "\(problems.count)",
            isBaseline ? "" : share(understood, problems.count),
            isBaseline ? "" : "\(problems.count - understood)",
            isBaseline ? "" : "\(problems.filter { !$0.reading.misreadings.isEmpty }.count)",
            share(made.count, sets.count),
            share(sets.map(\.valid).reduce(0, +), sets.map(\.tests).reduce(0, +)),
            share(sets.map(\.boundsReached).reduce(0, +), sets.map(\.bounds).reduce(0, +)),
            killed([.wrong, .crashes]), killed([.slow]),
            share(correct.filter(\.kills.isEmpty).count, correct.count),
            mean(made.map { Double($0.needed.count) }), mean(made.map(\.cpuSeconds)) + " s",
            mean(made.map(\.wallSeconds)) + " s",
        ]
    }

    /// `97.5 % (39/40)`.
    private static func share(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = part * 1000 / whole
        return "\(tenths / 10).\(tenths % 10) % (\(part)/\(whole))"
    }

    /// A row for each problem. The survivors are wrong programs that no test kills.
    static func problems(_ result: CorpusResult) -> [String] {
        let head = [
            "problem", "half", "reading", "valid", "bounds", "wrong", "slow", "needed", "limit s", "survivors",
            "no choice: wrong", "slow", "survivors", "uniform: bounds", "wrong", "slow", "survivors",
        ]
        let rows = result.problems.map { problem in
            let reading =
                problem.reading.outcome != .understood
                ? problem.reading.outcome.rawValue : problem.reading.misreadings.isEmpty ? "understood" : "MISREAD"
            let limit = problem.timeLimitSeconds.map(rounded) ?? ""
            return [problem.slug, problem.half.rawValue, reading] + cells(problem.planned, limit: limit)
                + cells(problem.unchosen).dropFirst() + cells(problem.baseline)
        }
        return table([head] + rows) + notes(result)
    }

    /// - Parameter limit: nil leaves out the columns that the baseline has not.
    private static func cells(_ data: DataResult?, limit: String? = nil) -> [String] {
        guard let data else { return Array(repeating: "", count: limit == nil ? 4 : 7) }
        func killed(_ fates: Set<Rival.Fate>) -> String {
            let those = data.rivals.filter { fates.contains($0.fate) }
            return those.isEmpty ? "" : "\(those.filter { !$0.kills.isEmpty }.count)/\(those.count)"
        }
        var survivors = data.rivals.filter(\.isMisjudged).map { $0.fate == .passes ? "REJECTED \($0.name)" : $0.name }
        if let failure = data.failure {
            survivors = ["NO DATA: " + (failure.split(separator: ":").first.map(String.init) ?? "")]
        }
        var cells = ["\(data.boundsReached)/\(data.bounds)", killed([.wrong, .crashes]), killed([.slow])]
        if let limit { cells = ["\(data.valid)/\(data.tests)"] + cells + ["\(data.needed.count)", limit] }
        return cells + [survivors.joined(separator: ", ")]
    }

    /// What a cell of the table has no room for.
    private static func notes(_ result: CorpusResult) -> [String] {
        result.problems.flatMap { problem in
            var lines: [String] = problem.faults.map { "corpus fault: \($0)" }
            if problem.reading.outcome == .unclear {
                lines += problem.reading.reasons.prefix(6).map { "unclear: \($0)" }
            }
            lines += problem.reading.misreadings.prefix(6).map { "misread: \($0)" }
            if let data = problem.planned {
                if let failure = data.failure { lines.append("no data: \(failure)") }
                if !data.boundsMissed.isEmpty {
                    lines.append("bounds missed: \(data.boundsMissed.joined(separator: ", "))")
                }
                for rival in data.rivals where rival.kills.count == 1 && rival.testsRun == data.tests {
                    lines.append("\(rival.name) falls to one test only, \(rival.kills[0].test)")
                }
                for rival in data.rivals
                where rival.fate == .slow && !rival.kills.contains(where: { $0.death == .time }) {
                    if let kill = rival.kills.first {
                        lines.append("\(rival.name) falls to \(kill.death.rawValue), not to time")
                    }
                }
            }
            return lines.isEmpty ? [] : ["", "\(problem.slug):"] + lines.map { "- \($0)" }
        }
    }

    /// One line of progress.
    static func line(_ problem: ProblemResult) -> String {
        guard let data = problem.planned else { return "\(problem.slug): unclear" }
        let misread = problem.reading.misreadings.isEmpty ? "" : ", MISREAD (\(problem.reading.misreadings.count))"
        if let failure = data.failure { return "\(problem.slug): no data, \(failure.prefix(80))\(misread)" }
        let killed = data.rivals.filter { !$0.kills.isEmpty && $0.fate != .passes }.count
        return
            "\(problem.slug): valid \(data.valid)/\(data.tests), bounds \(data.boundsReached)/\(data.bounds), killed "
            + "\(killed)/\(data.rivals.filter { $0.fate != .passes }.count)\(misread)"
    }

    /// `docs/quality.md`.
    static func document(_ result: CorpusResult) -> [String] {
        [
            "# How good the data is", "",
            "Written by `maigen-bench corpus --write-docs`; not edited by hand. `make bench-corpus` measures anew.", "",
            "Each problem of `Corpus/` goes through the analysis and the default plan of 20 tests. What its author wrote",
            "independently judges the result: his validator, his list of bounds, his wrong and slow programs. *Silently misread*",
            "counts statements that were taken for understood although a bound differs from the author's, or his validator",
            "disagrees with the specification about a generated input or about a mutant of one. A program is *slow* when it",
            "needs more CPU time on one test than the author's limit, or than four times the standard program's longest run",
            "where that is more. *No choice*: the planned tests without a choice among more candidates. *Uniform* is the",
            "baseline: as many tests by the same generator with everything drawn uniformly at random. Shares of killed programs are of the problems understood. *Tests needed* is a greedy cover. Times of a",
            "data set are without compilation, on the machine that measured.", "",
        ] + summary(result) + ["", "## Problem by problem", ""] + problems(result)
    }
}
