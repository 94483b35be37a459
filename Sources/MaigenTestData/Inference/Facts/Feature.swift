/// A property of the input that a phrase of the statement names.
enum Feature: Sendable, Hashable {
    case tree
    case graph
    /// A row of two names is an edge.
    case edge
    case connected
    case acyclic
    /// Every vertex can be reached from the first: connected, where edges have no direction.
    case reachableFromFirst
    case directed
    case undirected
    case noLoops
    case mayLoops
    case noMultipleEdges
    case mayMultipleEdges
    case bipartite
    /// A list gives parents.
    case parent
    case permutation
    case distinct
    /// The names together differ in every two rows.
    case distinctRows
    /// The points of the plane that rows tell differ.
    case distinctPlaces
    case order(List.Order)
    /// Vertices or positions count from here.
    case numbered(from: Int)
    /// … and up to here.
    case numberedUpTo(Term)
    /// There are several test cases.
    case manyCases
    /// The name beside it counts the test cases.
    case caseCount
    /// Test cases until these tokens.
    case terminator([String])
    case untilEnd
    /// At most so many rows or test cases.
    case atMostRows(Int128)
    /// So many digits after the point.
    case decimals(ClosedRange<Int>)
    case alphabet([Character])
    case nonEmpty
    /// At least one row of the type.
    case atLeastOne(String)
    /// A cell marker that stands exactly so often.
    case marker(Character, Int)
    /// The names beside it are such values; of strings, how long.
    case kind(LayoutEntry.Kind, length: Term?)
    /// Says that something is not guaranteed, or nothing about the input.
    case harmless
}

/// A feature with what it was read from.
struct FeatureFact: Sendable, Hashable {
    var feature: Feature
    /// What it speaks of, where it says so by name.
    var names: [VariableName]
    /// The statement it stands in, by its place in the reading.
    var statement: Int
    /// The words.
    var evidence: String
    var section: Statement.Section
    /// In the description, a clause that asks or supposes may not be about the input.
    var mood = HypotheticalPhrases.Mood.assertion
    /// Stands before the noun of a run of values: "c distinct integers" is about these, not about c.
    var describesRun = false
}

/// Comparisons with what they were read from.
struct ChainFact: Sendable, Hashable {
    var chain: Chain
    var statement: Int
    var evidence: String
    var section: Statement.Section
    /// Stands in a sentence of the description that asks or tells a condition, so may not be about the input.
    var isHypothetical: Bool
    /// Stands in the explanation of what a line means: "表示一条约束 x_a - x_b ≤ c".
    var isExplanation = false
}
