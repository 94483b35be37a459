import MaigenDomain
import MaigenTestData

/// What a candidate shows that another may not: what the choice of tests is about.
enum TestFeature: Sendable, Hashable {
    /// A quantity takes the least or the greatest value it can take at all.
    case bound(String, isLeast: Bool)
    /// The standard program reaches the line.
    case line(Int)
    /// It takes the line's branch of that number.
    case branch(Int, Int)
    /// An answer of that class comes up.
    case answer(String)
    /// The variant of the standard program of that number answers otherwise.
    case variant(Int)
    /// The wrong program of that number fails.
    case rival(Int)
    /// The line runs about 4^k times.
    case effort(Int, Int)
    /// No candidate makes the standard program do more.
    case mostWork

    /// What the feature is worth to the data set when the first, the second and any later test shows it.
    fileprivate var worth: [Int] {
        switch self {
        case .bound: [1000, 5]
        case .variant: [100, 40, 10]
        case .rival: [300, 50, 10]
        case .line, .branch: [60, 2]
        case .answer: [80, 30, 10]
        case .mostWork: [60]
        case .effort: [2]
        }
    }

    /// Whether a data set without it lacks something.
    fileprivate var isTelling: Bool {
        switch self {
        case .bound, .variant, .rival, .line, .branch, .answer: true
        case .mostWork, .effort: false
        }
    }
}

/// One test that may be kept.
struct TestCandidate: Sendable, Hashable {
    var number: Int
    var strategy: StrategyID
    /// Whether it stands in the plan; the others were made to have more to choose from.
    var isPlanned: Bool
    var features: Set<TestFeature>
    /// Whether an agent asked for it.
    var isProposed = false
}

/// The tests that are kept, and what each brings.
///
/// Theory of operation: a greedy cover. Every strategy has its number of places. Again and again the candidate is taken that
/// is worth most beside those taken before, the planned one and then the first of equals, until all places are taken. What two
/// tests show is worth something once more, and far less: a mistake unlike the variants may hide from one of them. Where
/// the mix of strategies is ours, places then change hands until every candidate that shows something of its own is kept, or
/// is worth less than what would go. Nothing in it depends on time or chance.
struct TestChoice: Sendable, Hashable {
    struct Kept: Sendable, Hashable {
        var number: Int
        /// What no test kept before shows.
        var news: Set<TestFeature>
    }

    /// In the order in which they were taken.
    private(set) var kept: [Kept] = []
    /// What the kept tests show together.
    private(set) var covered: Set<TestFeature> = []

    /// What a planned test is worth by itself. Of structures at the largest size the plan begins with the most telling, and what
    /// is slow on one of them the features cannot show.
    private static let plannedWorth = 30
    /// What a test that an agent asked for is worth by itself: there is a reason for it that features may not show, but a wrong
    /// program killed or a bound reached counts for more.
    private static let proposedWorth = 250

    /// - Parameters:
    ///   - places: how many tests of each strategy are kept.
    ///   - mayExchange: whether strategies may then give up places for what no kept test shows. Not where somebody asked for so
    ///     many tests of each.
    init(among candidates: [TestCandidate], places: [StrategyID: Int], mayExchange: Bool = false) {
        var shown = Showing()
        var taken: [TestCandidate] = []
        var free = places
        var open = candidates
        while true {
            let possible = open.indices.filter { free[open[$0].strategy, default: 0] > 0 }
            guard let best = possible.map({ Valued(open, $0, worth: shown.worth(open[$0])) }).max() else { break }
            let candidate = open.remove(at: best.place)
            taken.append(candidate)
            shown.add(candidate)
            free[candidate.strategy, default: 0] -= 1
        }
        if mayExchange { Self.exchange(&taken, for: open, &shown) }
        for candidate in taken {
            kept.append(Kept(number: candidate.number, news: candidate.features.subtracting(covered)))
            covered.formUnion(candidate.features)
        }
    }

    /// What the tests that are taken show, and how often.
    private struct Showing {
        var counts: [TestFeature: Int] = [:]

        mutating func add(_ candidate: TestCandidate) {
            for feature in candidate.features { counts[feature, default: 0] += 1 }
        }

        mutating func remove(_ candidate: TestCandidate) {
            for feature in candidate.features { counts[feature, default: 0] -= 1 }
        }

        /// What the candidate is worth beside the others.
        func worth(_ candidate: TestCandidate) -> Int {
            let own =
                (candidate.isPlanned ? TestChoice.plannedWorth : 0)
                + (candidate.isProposed ? TestChoice.proposedWorth : 0)
            return candidate.features.reduce(own) { sum, feature in
                let steps = feature.worth
                let count = counts[feature, default: 0]
                return sum + (count < steps.count ? steps[count] : 0)
            }
        }

        /// What is lost with a candidate that is among them.
        func loss(_ candidate: TestCandidate) -> Int {
            var others = self
            others.remove(candidate)
            return others.worth(candidate)
        }
    }

    /// A place in a list of candidates, and what is gained or lost there. Of equals the first that was planned is the greater.
    private struct Valued: Comparable {
        var place: Int
        var worth: Int
        private var number: Int

        init(_ list: [TestCandidate], _ place: Int, worth: Int) {
            self.place = place
            self.worth = worth
            number = list[place].number
        }

        static func < (left: Valued, right: Valued) -> Bool {
            (left.worth, -left.number) < (right.worth, -right.number)
        }
    }

    /// Candidates that show what no other does take the places of the tests that are missed least. Every strategy keeps one test,
    /// and those for slow programs keep all theirs: what is slow the features cannot show.
    private static func exchange(_ taken: inout [TestCandidate], for open: [TestCandidate], _ shown: inout Showing) {
        var open = open
        while true {
            let missing = open.indices.filter { place in
                open[place].features.contains { $0.isTelling && shown.counts[$0, default: 0] == 0 }
            }
            let counts = Dictionary(taken.map { ($0.strategy, 1) }, uniquingKeysWith: +)
            let spare = taken.indices.filter {
                donors.contains(taken[$0].strategy) && counts[taken[$0].strategy, default: 0] > 1
            }
            guard let gain = missing.map({ Valued(open, $0, worth: shown.worth(open[$0])) }).max(),
                let loss = spare.map({ Valued(taken, $0, worth: shown.loss(taken[$0])) }).min(), gain.worth > loss.worth
            else { return }
            shown.remove(taken[loss.place])
            shown.add(open[gain.place])
            taken[loss.place] = open.remove(at: gain.place)
        }
    }

    /// Who gives up places.
    private static let donors: Set<StrategyID> = [
        .randomSmall, .randomMedium, .randomLarge, .minimumBounds, .maximumBounds, .mixedBoundary, .degenerate,
    ]
}
