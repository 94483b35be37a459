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

    /// A table for each half: the problems that are understood, those whose specification is written by hand, and of both
    /// together the plan with a choice, without it, and uniformly random tests.
    static func summary(_ result: CorpusResult) -> [String] {
        var lines = [
            "commit \(result.commit), \(result.jobs) jobs, \(rounded(result.wallSeconds)) s, \(rounded(result.cpuSeconds)) CPU s"
        ]
        for half in CorpusProblem.Half.allCases {
            let problems = result.problems.filter { $0.half == half }
            guard !problems.isEmpty else { continue }
            let all = problems.filter { $0.planned != nil }
            let read = problems.filter { $0.reading.outcome != .given }
            let given = problems.filter { $0.reading.outcome == .given }
            var columns: [[String]] = [
                [
                    "\(half.rawValue) half", "problems", "understood", "silently misread", "data made", "inputs valid",
                    "bounds reached", "wrong killed", "slow killed", "correct accepted", "tests needed, mean",
                    "CPU a data set", "wall a data set",
                ],
                column("understood", read, read.map(\.planned), reads: problems),
                column("by hand", given, given.map(\.planned)), column("both", all, all.map(\.planned)),
            ]
            // Of a long measurement on a busy machine the baselines may be a part only.
            let compared = all.filter { $0.baseline != nil }
            if !compared.isEmpty {
                let title = compared.count == all.count ? "both" : "\(compared.count) of both"
                if compared.count < all.count { columns.append(column(title, compared, compared.map(\.planned))) }
                columns.append(column("\(title), no choice", compared, compared.map(\.unchosen)))
                columns.append(column("\(title), uniform", compared, compared.map(\.baseline)))
            }
            lines += [""] + table(columns[0].indices.map { row in columns.map { $0[row] } })
        }
        return lines
    }

    /// - Parameter reads: all problems of the half, where the column says how many of them are understood.
    private static func column(
        _ title: String, _ problems: [ProblemResult], _ data: [DataResult?], reads: [ProblemResult] = []
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
        let understood = reads.filter { $0.reading.outcome == .understood }
        return [
            title, "\(sets.count)",
            reads.isEmpty ? "" : share(understood.count, reads.count),
            reads.isEmpty ? "" : "\(understood.filter { !$0.reading.misreadings.isEmpty }.count)",
            share(made.count, sets.count),
            share(sets.map(\.valid).reduce(0, +), sets.map(\.tests).reduce(0, +)),
            share(sets.map(\.boundsReached).reduce(0, +), sets.map(\.bounds).reduce(0, +)),
            killed([.wrong, .crashes]), killed([.slow]),
            share(correct.filter(\.kills.isEmpty).count, correct.count),
            made.contains { !$0.needed.isEmpty } ? mean(made.map { Double($0.needed.count) }) : "",
            mean(made.map(\.cpuSeconds)) + " s",
            mean(made.map(\.wallSeconds)) + " s",
        ]
    }

    /// `97.5 % (39/40)`.
    private static func share(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = part * 1000 / whole
        return "\(tenths / 10).\(tenths % 10) % (\(part)/\(whole))"
    }

    /// A row for each problem. The survivors are wrong programs that no test kills; those of the unseen half are only
    /// counted, so that nobody tunes to them.
    static func problems(_ result: CorpusResult) -> [String] {
        let head = [
            "problem", "half", "reading", "valid", "bounds", "wrong", "slow", "needed", "limit s", "survivors",
            "no choice: wrong", "slow", "survivors", "uniform: bounds", "wrong", "slow", "survivors",
        ]
        let rows = result.problems.map { problem in
            let reading: String =
                switch problem.reading.outcome {
                case .understood: problem.reading.misreadings.isEmpty ? "understood" : "MISREAD"
                case .given: "by hand"
                case .unclear: "unclear"
                }
            let limit = problem.timeLimitSeconds.map(rounded) ?? ""
            let names = problem.half == .seen
            return [problem.slug, problem.half.rawValue, reading] + cells(problem.planned, limit: limit, names: names)
                + cells(problem.unchosen, names: names).dropFirst() + cells(problem.baseline, names: names)
        }
        return table([head] + rows) + notes(result)
    }

    /// - Parameter limit: nil leaves out the columns that the baseline has not.
    private static func cells(_ data: DataResult?, limit: String? = nil, names: Bool) -> [String] {
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
        if !names, data.failure == nil { survivors = survivors.isEmpty ? [] : ["\(survivors.count)"] }
        return cells + [survivors.joined(separator: ", ")]
    }

    /// What a cell of the table has no room for.
    private static func notes(_ result: CorpusResult) -> [String] {
        result.problems.flatMap { problem in
            var lines: [String] = problem.faults.map { "corpus fault: \($0)" }
            // The words of an unseen statement stay unseen.
            let shows = problem.half == .seen
            let (reasons, misreadings) = (problem.reading.reasons, problem.reading.misreadings)
            if problem.reading.outcome == .unclear {
                lines += shows ? reasons.prefix(6).map { "unclear: \($0)" } : ["unclear: \(reasons.count) reasons"]
            }
            if !misreadings.isEmpty {
                let isGiven = problem.reading.outcome == .given
                let label = isGiven ? "written by hand otherwise than by the author" : "misread"
                lines +=
                    shows ? misreadings.prefix(6).map { "\(label): \($0)" } : ["\(label): \(misreadings.count) ways"]
            }
            if let data = problem.planned {
                if let failure = data.failure { lines.append(shows ? "no data: \(failure)" : "no data") }
                if !data.boundsMissed.isEmpty {
                    lines.append("bounds missed: \(data.boundsMissed.joined(separator: ", "))")
                }
                guard problem.half == .seen else { return shown(problem, lines) }
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
            return shown(problem, lines)
        }
    }

    private static func shown(_ problem: ProblemResult, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", "\(problem.slug):"] + lines.map { "- \($0)" }
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
            "disagrees with the specification about a generated input or about a mutant of one. Where a statement is unclear,",
            "`maigen generate` ends with exit code 3 and a skeleton; *by hand* are the data sets for specifications that a",
            "person completed from it (`input.yaml`). A program is *slow* when it needs more CPU time on one test than the",
            "author's limit, or than four times the standard program's longest run where that is more. *No choice*: the planned",
            "tests without a choice among more candidates. *Uniform* is the baseline: as many tests by the same generator with",
            "everything drawn uniformly at random. *Tests needed* is a greedy cover. Times of a data set are without",
            "compilation, on the machine that measured. Survivors of the unseen half are counted only: nobody tunes to them.",
            "",
            "Measured here: \(result.problems.count) problems of the corpus.", "",
        ] + summary(result) + ["", "## Problem by problem", ""] + problems(result)
    }
}
