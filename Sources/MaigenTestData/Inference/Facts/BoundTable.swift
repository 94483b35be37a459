import MaigenDomain

/// What the comparisons of a statement say about the variables.
struct BoundTable: Sendable {
    /// By identifier of the variable; of strings, the bounds of the length.
    var lowers: [String: [Limit]] = [:]
    var uppers: [String: [Limit]] = [:]
    var relations: [Relation] = []
    var totals: [Total] = []
    /// Features that comparisons express: `a_i ≠ a_j`, `a_i ≤ a_{i+1}`.
    var features: [FeatureFact] = []
    var problems: [Problem] = []

    struct Limit: Sendable, Hashable {
        var expression: Expression
        /// For decimal numbers: the constant as text.
        var decimal: String?
        var evidence: String
        /// Other operands stand between: what they say themselves is said of them.
        var isImplied = false
    }

    struct Relation: Sendable, Hashable {
        var condition: Condition
        var evidence: String
    }

    /// An upper bound of a sum.
    struct Total: Sendable, Hashable {
        /// The variable whose values, elements or lengths are added.
        var identifier: String
        /// What is added where it is not one value but a product of several: `n*m`.
        var product: Expression?
        /// Lengths are added, not values.
        var isLength: Bool
        /// The sum runs over the elements of one list: its upper end was written.
        var isWithin: Bool
        var limit: Expression
        var evidence: String
    }

    /// Why the statement is unclear, and the words that are.
    struct Problem: Sendable, Hashable {
        var reason: Localized
        var words: String?
    }
}
