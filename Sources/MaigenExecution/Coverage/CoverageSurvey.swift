import MaigenDomain
import MaigenSandbox

/// The second runs of all tests, and what they say together.
struct CoverageSurvey: Sendable {
    /// Nil where nothing could be measured.
    var coverage: DataSetReport.Coverage?
    var remarks: [Localized]

    /// Examines tests as they come, a few at a time.
    ///
    /// - Parameter examined: called for each test once its files are needed no more.
    static func run(
        _ second: SecondRun, tests: AsyncStream<MadeTest>, jobs: Int, examined: @Sendable (MadeTest) async -> Void
    ) async throws(BuildFailure) -> [SecondRun.Finding] {
        let result = await withTaskGroup(of: Result<(MadeTest, SecondRun.Finding), BuildFailure>.self) { group in
            var findings: [SecondRun.Finding] = []
            var failure: BuildFailure?
            var inWork = 0
            func take(_ result: Result<(MadeTest, SecondRun.Finding), BuildFailure>) async {
                inWork -= 1
                switch result {
                case .success(let (test, finding)):
                    findings.append(finding)
                    await examined(test)
                case .failure(let reason):
                    if failure.map({ reason.isMoreTelling(than: $0) }) ?? true { failure = reason }
                }
            }
            for await test in tests {
                if inWork == jobs, let result = await group.next() { await take(result) }
                guard failure == nil else { break }
                inWork += 1
                group.addTask {
                    do throws(BuildFailure) {
                        return .success((test, try await second.examine(test)))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            if failure != nil { group.cancelAll() }
            while let result = await group.next() { await take(result) }
            return failure.map { .failure($0) } ?? Result<[SecondRun.Finding], BuildFailure>.success(findings)
        }
        return try result.get().sorted { $0.number < $1.number }
    }

    /// - Parameters:
    ///   - findings: those of the data set's tests, in their order.
    ///   - isBuilt: whether the program could be built with counters.
    init(_ findings: [SecondRun.Finding], isBuilt: Bool) {
        remarks = findings.compactMap { $0.remark?($0.number) }
        var total = GcovReport()
        var tests: [DataSetReport.Coverage.Test] = []
        for finding in findings {
            guard let report = finding.coverage else { continue }
            let new = report.reachedLines.subtracting(total.reachedLines)
            total.merge(report)
            tests.append(
                DataSetReport.Coverage.Test(
                    test: finding.number, lines: report.reachedLines.count, branches: report.branchesTaken,
                    newLines: new.count))
        }
        let unmeasured = findings.filter { $0.coverage == nil }.map { String($0.number) }
        if !isBuilt {
            remarks.append(
                Localized(
                    zh: "未能测量标准程序的代码覆盖率（覆盖率版本无法编译）。",
                    en: "The standard program's coverage could not be measured (it does not build with counters)."))
        } else if !unmeasured.isEmpty {
            remarks.append(
                Localized(
                    zh: "以下测试点未能测量代码覆盖率：\(unmeasured.joined(separator: "、"))。",
                    en: "Coverage could not be measured for these tests: \(unmeasured.joined(separator: ", "))."))
        }
        guard !total.lines.isEmpty else { return }
        coverage = DataSetReport.Coverage(
            lines: DataSetReport.Share(reached: total.reachedLines.count, total: total.lines.count),
            branches: DataSetReport.Share(reached: total.branchesTaken, total: total.branchesTotal),
            unreachedLines: total.unreachedLines, tests: tests)
    }
}
