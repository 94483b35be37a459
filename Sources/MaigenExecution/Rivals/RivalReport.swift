import MaigenDomain

extension DataSetReport {
    /// The kill table: which test tells which wrong program from a correct one. Described in `docs/report.md`.
    package struct Kills: Sendable, Hashable, Codable {
        /// CPU time that a program may take for one test here.
        package var timeLimitMs: Int
        package var programs: [Program]

        package init(timeLimitMs: Int, programs: [Program]) {
            self.timeLimitMs = timeLimitMs
            self.programs = programs
        }

        /// One wrong program's row.
        package struct Program: Sendable, Hashable, Codable {
            package var name: String
            package var kind: Rival.Kind
            package var origin: Rival.Origin
            /// The numbers of the tests that it fails.
            package var killedBy: [Int]
            /// What it did with each test, in order; empty where it does not compile.
            package var outcomes: [RivalOutcome]
            /// Whether it can be compiled; how the compiler refuses it is for its author alone.
            package var compiles: Bool

            package init(
                name: String, kind: Rival.Kind, origin: Rival.Origin, outcomes: [RivalOutcome], compiles: Bool
            ) {
                self.name = name
                self.kind = kind
                self.origin = origin
                self.outcomes = outcomes
                self.compiles = compiles
                killedBy = outcomes.indices.filter { outcomes[$0].isDeath }.map { $0 + 1 }
            }
        }
    }
}
