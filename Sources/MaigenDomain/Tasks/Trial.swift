/// How good a data set turned out to be, as far as agents can do better.
package struct Trial: Sendable, Hashable, Codable {
    /// Nearly valid inputs that the validator did not refuse.
    package var escaped: Int
    /// Each rival, with the tests that tell it from a correct program.
    package var rivals: [Fate]
    /// Ends of ranges that some test reaches, of so many.
    package var boundsReached: Int
    package var bounds: Int
    /// The ends that none reaches: `n = 100000`.
    package var missedBounds: [String]
    /// Branches of the standard program that some test takes, of so many.
    package var branchesReached: Int
    package var branches: Int
    /// What of the blueprint did not hold, and why, in English.
    package var dropped: [String]
    /// The tests: number, command and size.
    package var tests: [String]

    package struct Fate: Sendable, Hashable, Codable {
        package var name: String
        package var kind: Rival.Kind
        /// The numbers of the tests that it fails.
        package var killedBy: [Int]
        /// Whether it could be run at all.
        package var compiles: Bool

        package init(name: String, kind: Rival.Kind, killedBy: [Int], compiles: Bool) {
            self.name = name
            self.kind = kind
            self.killedBy = killedBy
            self.compiles = compiles
        }
    }

    package init(
        escaped: Int = 0, rivals: [Fate] = [], boundsReached: Int = 0, bounds: Int = 0, missedBounds: [String] = [],
        branchesReached: Int = 0, branches: Int = 0, dropped: [String] = [], tests: [String] = []
    ) {
        self.escaped = escaped
        self.rivals = rivals
        self.boundsReached = boundsReached
        self.bounds = bounds
        self.missedBounds = missedBounds
        self.branchesReached = branchesReached
        self.branches = branches
        self.dropped = dropped
        self.tests = tests
    }

    /// The rivals that pass every test.
    package var survivors: [Fate] { rivals.filter { $0.compiles && $0.killedBy.isEmpty } }

    /// Whether this data is better than `other`: its validator first, then what it kills, then the ends of ranges, then the
    /// branches. Of two that are as good the earlier one is kept, so this is strict.
    package func isBetter(than other: Trial) -> Bool {
        func score(_ trial: Trial) -> [Int] {
            let killed = trial.rivals.count { !$0.killedBy.isEmpty }
            return [-trial.escaped, killed, trial.boundsReached, trial.branchesReached]
        }
        return score(other).lexicographicallyPrecedes(score(self))
    }

    /// Whether agents may find something to improve.
    package var hasWeakness: Bool { !survivors.isEmpty || !dropped.isEmpty || escaped > 0 }
}
