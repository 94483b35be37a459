import MaigenDomain

/// What one test is for and how its input is made.
package struct PlannedTest: Sendable, Hashable {
    /// 1, 2, … in the order of the files in the ZIP.
    package var number: Int
    package var strategy: StrategyID
    /// The strategy's slug, the generator's first argument.
    package var slug: String
    /// One sentence: what the test shows or whom it punishes.
    package var purpose: Localized
    /// `name=value` arguments of the generator, in a fixed order.
    package var settings: [Setting]
    package var seed: UInt64
    /// The name of an extra generator that makes the input; nil for the problem's own.
    package var generator: String?

    package struct Setting: Sendable, Hashable {
        package var knob: String
        package var value: String

        package init(_ knob: String, _ value: String) {
            self.knob = knob
            self.value = value
        }
    }

    package init(
        number: Int, strategy: StrategyID, slug: String, purpose: Localized, settings: [Setting], seed: UInt64
    ) {
        self.number = number
        self.strategy = strategy
        self.slug = slug
        self.purpose = purpose
        self.settings = settings
        self.seed = seed
    }

    /// The generator's arguments: slug, settings, seed.
    package var arguments: [String] {
        [slug] + settings.map { "\($0.knob)=\($0.value)" } + [String(seed)]
    }
}

/// The tests of one data set, in order.
package struct TestPlan: Sendable, Hashable {
    package var tests: [PlannedTest]
    /// How many of the last tests may still be changed once the others are made, so that every bound is reached.
    package var adjustable: Int
    /// What the user should know: a strategy that does not apply and what was used in its place.
    package var remarks: [Localized]

    package init(tests: [PlannedTest], adjustable: Int = 0, remarks: [Localized] = []) {
        self.tests = tests
        self.adjustable = adjustable
        self.remarks = remarks
    }
}
