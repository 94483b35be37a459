import MaigenDomain

extension DataSetDocuments {
    /// The kill table of `report.json`: what the tests do to wrong programs.
    struct Kills: Decodable, Sendable {
        var programs: [Program]

        struct Program: Decodable, Sendable {
            var name: String
            var kind: Rival.Kind
            var killedBy: [Int]
            var outcomes: [RivalOutcome]
            var compiles: Bool
        }
    }
}

/// The kill table as people read it: a row for each wrong solution, a column for each test, those that pass everything first.
struct KillTable: Sendable {
    var columns: [String]
    var rows: [Row]
    /// The names of those that pass every test.
    var survivors: [String]
    var hasSurvivors: Bool
    /// The names of those that could not be run.
    var uncompiled: [String]
    var hasUncompiled: Bool
    /// `2/3`: caught, of those that ran.
    var ratio: String

    struct Row: Sendable {
        var name: String
        var kind: String
        var cells: [Cell]
        /// How many tests it fails.
        var count: String
        var isKilled: Bool
    }

    struct Cell: Sendable {
        /// As judges abbreviate it.
        var text: String
        /// The class of `tasks.css`.
        var look: String
    }

    /// Nil where there were no wrong solutions.
    init?(_ kills: DataSetDocuments.Kills?, tests: Int, _ texts: SiteTexts, in language: Language) {
        guard let kills, !kills.programs.isEmpty else { return nil }
        let ran = kills.programs.filter(\.compiles)
        columns = (0..<tests).map { "\($0 + 1)" }
        // Who survives is what a setter must see first.
        rows = (ran.filter(\.killedBy.isEmpty) + ran.filter { !$0.killedBy.isEmpty }).map { program in
            Row(
                name: program.name, kind: texts["task.rival." + program.kind.rawValue]?[language] ?? "",
                cells: program.outcomes.map(Cell.init), count: "\(program.killedBy.count)",
                isKilled: !program.killedBy.isEmpty)
        }
        survivors = ran.filter(\.killedBy.isEmpty).map(\.name)
        uncompiled = kills.programs.filter { !$0.compiles }.map(\.name)
        hasSurvivors = !survivors.isEmpty
        hasUncompiled = !uncompiled.isEmpty
        ratio = "\(ran.count - survivors.count)/\(ran.count)"
    }
}

extension KillTable.Cell {
    init(_ outcome: RivalOutcome) {
        switch outcome {
        case .passes: self.init(text: "·", look: "passes")
        case .wrongAnswer: self.init(text: "WA", look: "fails")
        case .crash: self.init(text: "RE", look: "fails")
        case .time: self.init(text: "TLE", look: "slow")
        case .memory: self.init(text: "MLE", look: "slow")
        case .output: self.init(text: "OLE", look: "fails")
        case .notRun: self.init(text: "–", look: "passes")
        }
    }
}
