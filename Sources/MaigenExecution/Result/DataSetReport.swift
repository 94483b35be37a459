import MaigenDomain
import MaigenSandbox
import MaigenTestData

/// What is known about a data set's quality: `report.json`. Every field is described in `docs/report.md`.
///
/// Nothing in it differs between two builds of the same request with the same tools.
package struct DataSetReport: Sendable, Hashable, Codable {
    /// The form of this document; grows when a field changes its meaning or goes.
    package var version = 1
    package var problem: String
    package var seed: UInt64
    package var samples: Samples
    package var validation: Validation
    package var attack: Attack
    package var boundaries: [Boundary]
    package var duplicates: [Duplicate]
    /// Nil where it could not be measured; a remark says why.
    package var coverage: Coverage?
    /// Nil where all planned tests were kept as they are.
    package var choice: Choice?
    /// Nil where there were no wrong programs.
    package var kills: Kills?
    /// Whether the ZIP has a `checker.cpp` that has shown that it can judge; nil where none was proposed.
    package var checker: Bool?
    package var remarks: [Localized]
    package var versions: Versions

    /// The samples that the validator accepted and that the standard program answered as given: all of them.
    package struct Samples: Sendable, Hashable, Codable {
        package var checked: Int

        package init(checked: Int) {
            self.checked = checked
        }
    }

    /// The inputs that the validator accepted: all of them.
    package struct Validation: Sendable, Hashable, Codable {
        package var accepted: Int

        package init(accepted: Int) {
            self.accepted = accepted
        }
    }

    /// How the validator took nearly valid inputs: made from the samples by one change each, and every one of them wrong.
    package struct Attack: Sendable, Hashable, Codable {
        package var tried: Int
        package var refused: Int
        package var escaped: [Escape]

        /// An input that the validator did not refuse.
        package struct Escape: Sendable, Hashable, Codable {
            package var kind: InputMutant.Kind
            /// How it begins.
            package var input: String

            package init(kind: InputMutant.Kind, input: String) {
                self.kind = kind
                self.input = input
            }
        }

        package init(tried: Int, refused: Int, escaped: [Escape]) {
            self.tried = tried
            self.refused = refused
            self.escaped = escaped
        }
    }

    /// How far the data goes towards the ends of one variable's range.
    package struct Boundary: Sendable, Hashable, Codable {
        package var name: String
        /// What the specification allows.
        package var least: String
        package var greatest: String
        /// What the data holds; nil where no test holds the variable.
        package var reachedLeast: Reached?
        package var reachedGreatest: Reached?
        /// Whether the data holds the least and the greatest value.
        package var hitsLeast: Bool
        package var hitsGreatest: Bool

        package init(
            name: String, least: String, greatest: String, reachedLeast: Reached? = nil,
            reachedGreatest: Reached? = nil, hitsLeast: Bool, hitsGreatest: Bool
        ) {
            self.name = name
            self.least = least
            self.greatest = greatest
            self.reachedLeast = reachedLeast
            self.reachedGreatest = reachedGreatest
            self.hitsLeast = hitsLeast
            self.hitsGreatest = hitsGreatest
        }
    }

    /// A value and the first test that holds it.
    package struct Reached: Sendable, Hashable, Codable {
        package var value: String
        package var test: Int

        package init(value: String, test: Int) {
            self.value = value
            self.test = test
        }
    }

    /// A test whose input repeated an earlier test's, and what was done.
    package struct Duplicate: Sendable, Hashable, Codable {
        package enum Outcome: String, Sendable, Hashable, Codable {
            /// Another seed gave a new input.
            case newSeed
            /// The settings were dropped: the test is random now.
            case settingsDropped
            /// No input but known ones came up; the test stays a repetition.
            case kept
        }

        package var test: Int
        package var sameAs: Int
        package var outcome: Outcome

        package init(test: Int, sameAs: Int, outcome: Outcome) {
            self.test = test
            self.sameAs = sameAs
            self.outcome = outcome
        }
    }

    /// What gcov says about the standard program over all tests.
    package struct Coverage: Sendable, Hashable, Codable {
        package var lines: Share
        package var branches: Share
        /// Line numbers of the standard program that no test reaches.
        package var unreachedLines: [Int]
        package var tests: [Test]

        package struct Test: Sendable, Hashable, Codable {
            package var test: Int
            package var lines: Int
            package var branches: Int
            /// Lines that no earlier test reaches.
            package var newLines: Int

            package init(test: Int, lines: Int, branches: Int, newLines: Int) {
                self.test = test
                self.lines = lines
                self.branches = branches
                self.newLines = newLines
            }
        }

        package init(lines: Share, branches: Share, unreachedLines: [Int], tests: [Test]) {
            self.lines = lines
            self.branches = branches
            self.unreachedLines = unreachedLines
            self.tests = tests
        }
    }

    /// How the tests were chosen among more candidates.
    package struct Choice: Sendable, Hashable, Codable {
        /// How many tests were made to choose among.
        package var candidates: Int
        /// Variants of the standard program, with one mistake each, that some candidate told apart.
        package var variants: Int
        /// How many of them the kept tests tell apart.
        package var distinguished: Int

        package init(candidates: Int, variants: Int, distinguished: Int) {
            self.candidates = candidates
            self.variants = variants
            self.distinguished = distinguished
        }
    }

    /// So many of so many.
    package struct Share: Sendable, Hashable, Codable {
        package var reached: Int
        package var total: Int
        /// With one decimal; 100 where there is nothing to reach.
        package var percent: Double

        package init(reached: Int, total: Int) {
            self.reached = reached
            self.total = total
            percent = total == 0 ? 100 : Double(reached * 1000 / total) / 10
        }
    }

    /// What the data set was made with.
    package struct Versions: Sendable, Hashable, Codable {
        package var maigen: String
        /// The C++ compiler's name and version.
        package var compiler: String
        /// SHA-256 of testlib.h.
        package var testlibSHA256: String

        package init(maigen: String, compiler: String, testlibSHA256: String) {
            self.maigen = maigen
            self.compiler = compiler
            self.testlibSHA256 = testlibSHA256
        }
    }

    package init(
        problem: String, seed: UInt64, samples: Samples, validation: Validation, attack: Attack, boundaries: [Boundary],
        duplicates: [Duplicate], coverage: Coverage? = nil, choice: Choice? = nil, kills: Kills? = nil,
        checker: Bool? = nil, remarks: [Localized],
        versions: Versions
    ) {
        self.problem = problem
        self.seed = seed
        self.samples = samples
        self.validation = validation
        self.attack = attack
        self.boundaries = boundaries
        self.duplicates = duplicates
        self.coverage = coverage
        self.choice = choice
        self.kills = kills
        self.checker = checker
        self.remarks = remarks
        self.versions = versions
    }
}

extension DataSetReport.Versions {
    /// The tools of this sandbox.
    ///
    /// - Parameter maigen: MAIGEN's own version.
    package init(maigen: String, sandbox: Sandbox) async throws(SandboxFault) {
        self.init(
            maigen: maigen, compiler: try await sandbox.compilerVersion(),
            testlibSHA256: try sandbox.testlibSHA256() ?? "")
    }
}
