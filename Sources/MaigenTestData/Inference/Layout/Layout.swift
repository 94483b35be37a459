/// What the input section says stands where, before ranges are known.
indirect enum LayoutNode: Sendable {
    case line(LayoutLine)
    /// `count` lines of one kind. `count` nil: until the terminator or the end.
    case rows(count: Term?, LayoutLine)
    /// `count` lines, each of one of several forms.
    case forms(count: Term, [QueryForm])
    case cases([LayoutNode])
    /// There only where the value named has this value.
    case optional(VariableName, Int128, [LayoutNode])
}

/// One line.
struct LayoutLine: Sendable {
    var entries: [LayoutEntry] = []
    /// The statement it was read from.
    var statement: Int
}

/// A value or a run of values on a line.
struct LayoutEntry: Sendable {
    var names: [VariableName] = []
    /// `a_1, …, a_n` written out.
    var members: NameList.Members?
    /// How many values; nil where nothing is said.
    var count: Term?
    var kind: Kind
    /// The word for the value: "name", "integers".
    var noun = ""
    /// The length of the string, where the line says it.
    var length: Term?
    var isPositive = false
    var isNonNegative = false
    /// What the line says the value means, where it has no name and stands beside others.
    var meaning: [TextToken] = []
    /// Comparisons that stand beside the entry without naming it.
    var bounds: [Bound] = []
    var statement: Int
    var evidence: String

    enum Kind: Sendable, Hashable {
        case integer, real, string, character
        /// "a number", or a name alone: whole until a sentence or a sample says otherwise.
        case number
        /// A list of numbers, its count given as its length.
        case sequence
    }

    struct Bound: Sendable, Hashable {
        var comparison: Condition.Comparison
        var term: Term
        var isAbsolute: Bool
    }
}

/// `1 x v`: a type token and the names after it.
struct QueryForm: Sendable {
    var token: String
    var names: [VariableName]
    var statement: Int
    var evidence: String
}

/// A part of the text that no rule could read.
struct Unread: Sendable, Hashable {
    var statement: Int
    /// The words that could not be read.
    var words: String
}
