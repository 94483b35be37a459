import MaigenDomain
import MaigenExecution
import MaigenTestData

/// A finished data set as lines for a terminal: the table of tests, boundary coverage, what to know.
struct DataSetText {
    let lines: [String]

    init(_ dataSet: DataSet, language: Language, width: Int) {
        var lines = Self.table(dataSet, language).lines(width: width)
        lines.append("")
        lines += Self.summary(dataSet, language)
        lines += dataSet.report.remarks.map { "! " + $0[language] }
        let done = Localized(
            zh: "已写入 \(dataSet.path)（\(dataSet.size)，\(dataSet.tests.count) 个测试点）",
            en: "wrote \(dataSet.path) (\(dataSet.size), \(dataSet.tests.count) tests)")
        lines.append("✔ " + done[language])
        self.lines = lines
    }

    private static func table(_ dataSet: DataSet, _ language: Language) -> TextTable {
        func title(_ zh: String, _ en: String) -> String { Localized(zh: zh, en: en)[language] }
        var table = TextTable(columns: [
            .init(title: "#", isNumber: true), .init(title: title("策略", "strategy")),
            .init(title: title("用途", "purpose"), isFlexible: true), .init(title: title("输入", "input"), isNumber: true),
            .init(title: title("输出", "output"), isNumber: true), .init(title: title("时间", "time"), isNumber: true),
            .init(title: title("内存", "memory"), isNumber: true),
        ])
        table.rows = dataSet.tests.map { test in
            let strategy = Strategy.withID(test.plan.strategy)?.name[language] ?? test.plan.slug
            return [
                String(test.plan.number), strategy, test.plan.purpose[language], test.input.size.description,
                test.output.size.description, "\(Int(test.measurement.cpuTime.milliseconds.rounded())) ms",
                test.measurement.peakMemory.description,
            ]
        }
        return table
    }

    private static func summary(_ dataSet: DataSet, _ language: Language) -> [String] {
        let report = dataSet.report
        let reached = report.boundaries.reduce(0) { $0 + ($1.hitsLeast ? 1 : 0) + ($1.hitsGreatest ? 1 : 0) }
        let bounds = Localized(
            zh: "边界：\(reached)/\(2 * report.boundaries.count) 个上下界被取到",
            en: "bounds: \(reached) of \(2 * report.boundaries.count) ends of ranges reached")
        var lines = [bounds[language]]
        for boundary in report.boundaries where !(boundary.hitsLeast && boundary.hitsGreatest) {
            let least = boundary.reachedLeast?.value ?? "–"
            let greatest = boundary.reachedGreatest?.value ?? "–"
            let missing = Localized(
                zh: "  \(boundary.name)：范围 [\(boundary.least), \(boundary.greatest)]，实际 [\(least), \(greatest)]",
                en:
                    "  \(boundary.name): range [\(boundary.least), \(boundary.greatest)], reached [\(least), \(greatest)]"
            )
            lines.append(missing[language])
        }
        if report.attack.tried > 0 {
            let (refused, tried) = (report.attack.refused, report.attack.tried)
            let text = Localized(
                zh: "校验器：\(tried) 份近似合法的错误输入中拒绝了 \(refused) 份",
                en: "validator: refuses \(refused) of \(tried) nearly valid inputs")
            lines.append(text[language])
        }
        if let coverage = report.coverage {
            let text = Localized(
                zh: "标准程序覆盖：行 \(coverage.lines.percent)%，分支 \(coverage.branches.percent)%",
                en: "standard program covered: lines \(coverage.lines.percent)%, branches \(coverage.branches.percent)%"
            )
            lines.append(text[language])
        }
        if let kills = report.kills { lines += Self.kills(kills, language) }
        return lines
    }

    /// How many wrong programs are told from correct ones, and each with the tests that do it.
    private static func kills(_ kills: DataSetReport.Kills, _ language: Language) -> [String] {
        let killed = kills.programs.count { !$0.killedBy.isEmpty }
        let head = Localized(
            zh: "错解：\(kills.programs.count) 份中卡掉 \(killed) 份",
            en: "wrong programs: \(killed) of \(kills.programs.count) killed")
        return [head[language]]
            + kills.programs.map { program in
                let tests = program.killedBy.map(String.init).joined(separator: ", ")
                let what =
                    !program.compiles
                    ? Localized(zh: "无法编译", en: "does not compile")
                    : program.killedBy.isEmpty
                        ? Localized(zh: "未被卡掉", en: "passes every test")
                        : Localized(zh: "被测试点 \(tests) 卡掉", en: "killed by \(tests)")
                return "  \(program.killedBy.isEmpty ? "✘" : "✔") \(program.name): \(what[language])"
            }
    }
}

extension Duration {
    /// For tables and JSON.
    var milliseconds: Double { Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15 }
}
