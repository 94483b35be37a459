import Foundation
import MaigenDomain

/// `tests.json` and `report.json` of a ZIP, as far as pages show them; `docs/report.md` describes both. A part that an
/// older platform did not write yet is absent.
struct DataSetDocuments: Sendable {
    var tests: [Test]
    var report: Report

    struct Test: Decodable, Sendable {
        var number: Int
        var strategyId: Int
        var purpose: Text
        var input: File
        var output: File
        var standardProgram: Usage

        struct File: Decodable, Sendable {
            var size: Int64
        }

        struct Usage: Decodable, Sendable {
            var timeAtMostMs: Int64
            var memoryAtMostMiB: Int64
        }
    }

    struct Report: Decodable, Sendable {
        var samples: Samples
        var validation: Validation
        var attack: Attack?
        var boundaries: [Boundary]
        var coverage: Coverage?
        var kills: Kills?
        var remarks: [Text]

        struct Samples: Decodable, Sendable {
            var checked: Int
        }

        struct Validation: Decodable, Sendable {
            var accepted: Int
        }

        struct Attack: Decodable, Sendable {
            var tried: Int
            var refused: Int
        }

        struct Boundary: Decodable, Sendable {
            var name: String
            var least: String
            var greatest: String
            var reachedLeast: Reached?
            var reachedGreatest: Reached?
            var hitsLeast: Bool
            var hitsGreatest: Bool
        }

        struct Reached: Decodable, Sendable {
            var value: String
        }

        struct Coverage: Decodable, Sendable {
            var lines: Share
            var branches: Share
        }

        struct Share: Decodable, Sendable {
            var percent: Double
        }
    }

    /// A text in both languages.
    struct Text: Decodable, Sendable {
        var zh: String
        var en: String

        subscript(language: Language) -> String { language == .chinese ? zh : en }
    }

    private struct Tests: Decodable {
        var tests: [Test]
    }

    /// - Throws: what is wrong with a document: a fault of the program, since no user wrote it.
    init(_ listing: TestListing) throws(StoreFailure) {
        do {
            tests = try JSONDecoder().decode(Tests.self, from: Data(listing.tests.utf8)).tests
            report = try JSONDecoder().decode(Report.self, from: Data(listing.report.utf8))
        } catch {
            throw StoreFailure(.broken, "a data set's documents cannot be read: \(error)")
        }
    }
}

/// A completed task's tests and how good they are, as its page shows them.
struct DataSetView: Sendable {
    var tests: [Test]
    var figures: [Figure]
    var boundaries: [Boundary]
    var hasBoundaries: Bool
    var kills: KillTable?
    var times: SafeHTML
    var remarks: [String]
    var hasRemarks: Bool

    struct Test: Sendable {
        var number: String
        var strategy: String
        var purpose: String
        var inputSize: String
        var outputSize: String
        var time: String
        var memory: String
        var preview: Preview?
    }

    struct Preview: Sendable {
        var input: String
        var output: String
    }

    struct Figure: Sendable {
        var value: String
        var name: String
    }

    /// How far the tests go towards the ends of one variable's range.
    struct Boundary: Sendable {
        var name: String
        var least: String
        var greatest: String
        var bar: SafeHTML
        var hitsLeast: Bool
        var hitsGreatest: Bool
    }

    init(
        _ documents: DataSetDocuments, _ previews: [TestPreview], _ strategies: StrategyCatalogue,
        _ texts: SiteTexts, in language: Language
    ) {
        func text(_ key: String) -> String { texts["task." + key]?[language] ?? "" }
        let beginnings = Dictionary(previews.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        tests = documents.tests.map { test in
            Test(
                number: "\(test.number)",
                strategy: strategies[StrategyID(rawValue: test.strategyId)]?.name[language] ?? "",
                purpose: test.purpose[language], inputSize: SizeText.bytes(test.input.size),
                outputSize: SizeText.bytes(test.output.size), time: "≤ \(test.standardProgram.timeAtMostMs) ms",
                memory: "≤ \(test.standardProgram.memoryAtMostMiB) MiB",
                preview: beginnings[test.number].map { Preview(input: $0.input, output: $0.output) })
        }
        let report = documents.report
        var figures = [
            Figure(value: "\(documents.tests.count)", name: text("figureTests")),
            Figure(value: "\(report.validation.accepted)/\(documents.tests.count)", name: text("figureValid")),
            Figure(value: "\(report.samples.checked)", name: text("figureSamples")),
        ]
        if let attack = report.attack, attack.tried > 0 {
            figures.append(Figure(value: "\(attack.refused)/\(attack.tried)", name: text("figureAttack")))
        }
        kills = KillTable(report.kills, tests: documents.tests.count, texts, in: language)
        if let kills, !kills.rows.isEmpty { figures.append(Figure(value: kills.ratio, name: text("figureKills"))) }
        if let coverage = report.coverage {
            figures.append(Figure(value: NumberText.short(coverage.lines.percent) + "%", name: text("figureLines")))
            figures.append(
                Figure(value: NumberText.short(coverage.branches.percent) + "%", name: text("figureBranches")))
        }
        self.figures = figures
        boundaries = report.boundaries.map { bound in
            Boundary(
                name: bound.name, least: bound.least, greatest: bound.greatest,
                bar: RangeBar.html(bound, text("range")),
                hitsLeast: bound.hitsLeast, hitsGreatest: bound.hitsGreatest)
        }
        hasBoundaries = !boundaries.isEmpty
        times =
            ScatterPlot(
                points: documents.tests.map {
                    .init(
                        x: Double($0.input.size), y: Double($0.standardProgram.timeAtMostMs),
                        title: "\($0.number): \(SizeText.bytes($0.input.size)), ≤ \($0.standardProgram.timeAtMostMs) ms"
                    )
                },
                title: text("times"), xTitle: text("timesSize"), yTitle: text("timesTime")
            ).html
        remarks = report.remarks.map { $0[language] }
        hasRemarks = !remarks.isEmpty
    }
}

/// Sizes as people read them.
enum SizeText {
    static func bytes(_ count: Int64) -> String {
        let units = ["B", "KiB", "MiB", "GiB"]
        var (value, unit) = (Double(count), 0)
        while value >= 1024, unit < units.count - 1 {
            value /= 1024
            unit += 1
        }
        if unit == 0 { return "\(count) B" }
        return (value < 9.95 ? NumberText.short(value) : "\(Int(value.rounded()))") + " " + units[unit]
    }
}
