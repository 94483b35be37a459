import MaigenDomain

/// What the input of a problem holds, in reading order: the one description from which the samples are read, the
/// generator and the validator are written and the coverage is reported.
///
/// The YAML form is described in `docs/input-spec.md`; `SpecificationParser` reads it and `SpecificationWriter`
/// writes it. A value of this type that came from the parser has passed `SpecificationChecks`: names are known
/// where they are used, ranges are not empty, relations are possible.
package struct InputSpecification: Sendable, Hashable {
    /// The problem's title, for people; may be empty.
    package var title: String
    /// Everything the input holds.
    package var body: Block
    /// Statements in C++ that the declarative part cannot make. Each belongs to the innermost block that reads all
    /// the variables it uses.
    package var predicates: [Predicate]
    /// The words that a whole answer, or an answer line, may be, where the statement names them: `YES`, `NO`, `-1`.
    package var answers: [String]

    package init(title: String = "", body: Block, predicates: [Predicate] = [], answers: [String] = []) {
        self.title = title
        self.body = body
        self.predicates = predicates
        self.answers = answers
    }
}

/// Items that are read one after another, and the relations between their variables.
package struct Block: Sendable, Hashable {
    package var items: [Item]
    /// Hold once all items of the block have been read (for the rows of a repetition: in every row).
    package var relations: [Condition]

    package init(_ items: [Item], where relations: [Condition] = []) {
        self.items = items
        self.relations = relations
    }
}

/// One part of the input. Every item ends with a line end.
package indirect enum Item: Sendable, Hashable {
    /// One line of fields separated by single spaces. A line without fields is an empty line.
    case line([Field])
    /// `rows` lines of `columns` values separated by single spaces.
    case matrix(Matrix)
    /// `rows` lines of `columns` characters without spaces.
    case grid(Grid)
    case tree(Tree)
    case graph(Graph)
    /// The same block several times: rows, queries, test cases.
    case repetition(Repetition)
    /// One line whose first field decides which fields follow.
    case choice(Choice)
    /// A block that is there only under a condition.
    case optional(Optionality)
}

/// A named value, or a run of values, inside a line.
package struct Field: Sendable, Hashable {
    /// A C++ identifier, unique in the whole specification.
    package var name: String
    package var kind: Kind

    package enum Kind: Sendable, Hashable {
        /// One token.
        case value(Value)
        /// Several tokens of one type.
        case list(List)
        /// The numbers `first ... first + length - 1` in any order.
        case permutation(length: Expression, first: Int)
        /// Always this word. The name is not a variable.
        case literal(String)
    }

    package init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// The type of one token.
package enum Value: Sendable, Hashable {
    case integer(IntegerRange)
    case real(Real)
    /// One of these words.
    case word([String])
    case string(StringShape)
}

/// A decimal number `lower...upper` written with between `minimumDecimals` and `maximumDecimals` digits after the
/// point (no point where there are none).
package struct Real: Sendable, Hashable {
    /// DecimalNumber text, such as `-1000` or `0.5`.
    package var lower: String
    package var upper: String
    package var minimumDecimals: Int
    package var maximumDecimals: Int

    package init(lower: String, upper: String, minimumDecimals: Int, maximumDecimals: Int) {
        self.lower = lower
        self.upper = upper
        self.minimumDecimals = minimumDecimals
        self.maximumDecimals = maximumDecimals
    }
}

/// A string of characters from an alphabet. Where the alphabet holds the space, the string is the rest of its line
/// and must be the line's last field.
package struct StringShape: Sendable, Hashable {
    /// The number of characters; equal ends where the length is another variable.
    package var length: IntegerRange
    /// The distinct characters allowed, printable ASCII, in ascending order, not empty.
    package var alphabet: [Character]
    /// The first character must not be `0` unless the string is `0` alone: numbers too long for 64 bits.
    package var isNumber: Bool

    package init(length: IntegerRange, alphabet: [Character], isNumber: Bool = false) {
        self.length = length
        self.alphabet = alphabet
        self.isNumber = isNumber
    }
}

/// A run of values.
package struct List: Sendable, Hashable {
    package var length: Expression
    package var element: Value
    /// The name by which `element` may speak of the position, counted from 1.
    package var index: String?
    package var order: Order?
    package var isDistinct: Bool
    /// An upper bound of the sum of the elements (whole numbers) or of their lengths (strings).
    package var total: Expression?
    package var separator: Separator

    package enum Order: String, Sendable, Hashable, CaseIterable {
        case nondecreasing, increasing, nonincreasing, decreasing
    }

    /// What stands between two elements: a space, or a line end (one element a line; then the list is alone in its
    /// `line` item).
    package enum Separator: String, Sendable, Hashable, CaseIterable {
        case space, newline
    }

    package init(
        length: Expression, of element: Value, index: String? = nil, order: Order? = nil, isDistinct: Bool = false,
        total: Expression? = nil, separator: Separator = .space
    ) {
        self.length = length
        self.element = element
        self.index = index
        self.order = order
        self.isDistinct = isDistinct
        self.total = total
        self.separator = separator
    }
}

/// A table of values.
package struct Matrix: Sendable, Hashable {
    package var name: String
    package var rows: Expression
    package var columns: Expression
    package var element: Value

    package init(name: String, rows: Expression, columns: Expression, element: Value) {
        self.name = name
        self.rows = rows
        self.columns = columns
        self.element = element
    }
}

/// A table of characters.
package struct Grid: Sendable, Hashable {
    package var name: String
    package var rows: Expression
    package var columns: Expression
    /// All characters that may stand in a cell, the markers included, in ascending order.
    package var alphabet: [Character]
    /// How often a marker stands in the grid: exactly so often.
    package var exactly: [Character: Int]
    /// How often a marker stands in the grid at least.
    package var atLeast: [Character: Int]

    package init(
        name: String, rows: Expression, columns: Expression, alphabet: [Character], exactly: [Character: Int] = [:],
        atLeast: [Character: Int] = [:]
    ) {
        self.name = name
        self.rows = rows
        self.columns = columns
        self.alphabet = alphabet
        self.exactly = exactly
        self.atLeast = atLeast
    }
}

/// How vertices are written.
package enum VertexNames: Sendable, Hashable {
    /// As `first ... first + count - 1`.
    case numbers(first: Int)
    /// As the elements of an earlier list of distinct strings, named here.
    case strings(String)
}

/// A tree.
package struct Tree: Sendable, Hashable {
    package var name: String
    /// The number of vertices.
    package var vertices: Expression
    package var vertexNames: VertexNames
    package var form: Form
    /// What follows the two ends of an edge (or the parent) on its line: weights and the like.
    package var extras: [Field]

    package enum Form: Sendable, Hashable {
        /// `vertices - 1` lines with both ends of an edge.
        case edges
        /// The parents of every vertex but the first, in order: one line of numbers, or one line each where there
        /// are extras. `isOrdered`: each parent comes before its child.
        case parents(isOrdered: Bool)
        /// The parents of every vertex, in order; the root's is `marker` (such as 0 or -1).
        case parentsWithRoot(marker: Int)
    }

    package init(
        name: String, vertices: Expression, vertexNames: VertexNames = .numbers(first: 1), form: Form = .edges,
        extras: [Field] = []
    ) {
        self.name = name
        self.vertices = vertices
        self.vertexNames = vertexNames
        self.form = form
        self.extras = extras
    }
}

/// A graph, as lines with both ends of an edge.
package struct Graph: Sendable, Hashable {
    package var name: String
    package var vertices: Expression
    package var edges: Expression
    package var vertexNames: VertexNames
    package var isDirected: Bool
    package var allowsLoops: Bool
    package var allowsMultipleEdges: Bool
    /// Weakly, where the graph is directed.
    package var isConnected: Bool
    package var isAcyclic: Bool
    package var sides: Sides
    /// The first end of every edge is smaller than the second (vertices are numbers).
    package var isOrdered: Bool
    package var extras: [Field]

    package enum Sides: Sendable, Hashable {
        /// Any graph.
        case none
        /// The vertices can be split into two sides; nothing tells which.
        case hidden
        /// The first end is one of `left` vertices, the second one of `right` other vertices; both sides count from
        /// the first number (`vertices` is then `left + right`).
        case separate(left: Expression, right: Expression)
    }

    package init(
        name: String, vertices: Expression, edges: Expression, vertexNames: VertexNames = .numbers(first: 1),
        isDirected: Bool = false, allowsLoops: Bool = false, allowsMultipleEdges: Bool = false,
        isConnected: Bool = false, isAcyclic: Bool = false, sides: Sides = .none, isOrdered: Bool = false,
        extras: [Field] = []
    ) {
        self.name = name
        self.vertices = vertices
        self.edges = edges
        self.vertexNames = vertexNames
        self.isDirected = isDirected
        self.allowsLoops = allowsLoops
        self.allowsMultipleEdges = allowsMultipleEdges
        self.isConnected = isConnected
        self.isAcyclic = isAcyclic
        self.sides = sides
        self.isOrdered = isOrdered
        self.extras = extras
    }
}

/// A block read several times.
///
/// Seen from outside the repetition, a field of its block is a list with one element per row (0 or an empty string
/// where the row did not read it). The fields of test cases are not seen from outside.
package struct Repetition: Sendable, Hashable {
    package var kind: Kind
    package var count: Count
    /// The name by which the block may speak of the row, counted from 1.
    package var index: String?
    package var body: Block
    /// Upper bounds of sums over all rows: `n` for a whole-number field, `len(s)` for a string or list.
    package var totals: [Total]
    /// Tuples of fields that differ in every two rows.
    package var distinct: [DistinctFields]

    package enum Kind: Sendable, Hashable {
        /// Rows of one input: items, intervals, queries.
        case rows
        /// Independent test cases.
        case cases
    }

    package enum Count: Sendable, Hashable {
        /// So many times.
        case times(Expression)
        /// Until a line with exactly these tokens, which ends the input. The block's first line has as many
        /// fields. Generated inputs hold between 1 and `atMost` rows.
        case until(terminator: [String], atMost: Expression)
        /// Until the input ends; generated inputs hold between 1 and `atMost` rows.
        case endOfFile(atMost: Expression)
    }

    package struct Total: Sendable, Hashable {
        /// `n`, `len(s)`, `n*m`: what each row adds, never less than nothing.
        package var summand: Expression
        package var limit: Expression

        package init(_ summand: Expression, limit: Expression) {
            self.summand = summand
            self.limit = limit
        }
    }

    package struct DistinctFields: Sendable, Hashable {
        package var fields: [String]
        /// `(1, 2)` and `(2, 1)` count as equal.
        package var isUnordered: Bool

        package init(_ fields: [String], isUnordered: Bool = false) {
            self.fields = fields
            self.isUnordered = isUnordered
        }
    }

    package init(
        _ kind: Kind = .rows, count: Count, index: String? = nil, body: Block, totals: [Total] = [],
        distinct: [DistinctFields] = []
    ) {
        self.kind = kind
        self.count = count
        self.index = index
        self.body = body
        self.totals = totals
        self.distinct = distinct
    }
}

/// One line that begins with a type token.
package struct Choice: Sendable, Hashable {
    /// The name of the type token, which is a text whatever it looks like.
    package var selector: String
    package var options: [Option]

    package struct Option: Sendable, Hashable {
        /// The type token as written: `1`, `Q`, `ADD`.
        package var token: String
        /// What follows it on the line.
        package var fields: [Field]
        /// Hold in every line of this type.
        package var relations: [Condition]

        package init(_ token: String, fields: [Field], where relations: [Condition] = []) {
            self.token = token
            self.fields = fields
            self.relations = relations
        }
    }

    package init(selector: String, options: [Option]) {
        self.selector = selector
        self.options = options
    }
}

/// A block that may be missing.
package struct Optionality: Sendable, Hashable {
    /// There exactly when this holds; nil: there unless the input ends, and then the last item of the input.
    package var condition: Condition?
    package var body: Block

    package init(when condition: Condition?, body: Block) {
        self.condition = condition
        self.body = body
    }
}

/// A named statement about variables in C++.
package struct Predicate: Sendable, Hashable {
    /// A C++ identifier that says what holds: `rectangles_are_disjoint`.
    package var name: String
    /// The variables that become parameters of the same names: `long long`, `double`, `const string&`, or
    /// `const vector<…>&` of these.
    package var uses: [String]
    /// The body of a function returning `bool`.
    package var body: String

    package init(name: String, uses: [String], body: String) {
        self.name = name
        self.uses = uses
        self.body = body
    }
}
