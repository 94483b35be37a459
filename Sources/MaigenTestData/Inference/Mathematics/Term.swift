/// A piece of mathematics in a statement, before its names have been tied to variables of the input.
indirect enum Term: Sendable, Hashable {
    case number(Int128)
    case decimal(String)
    case name(VariableName)
    case negated(Term)
    case binary(Expression.BinaryOperator, Term, Term)
    /// `|x|`: an absolute value or a length, told apart by what `x` is.
    case absolute(Term)
    /// `∑ x`, and the upper end of the sum where it is written.
    case sum(Term, upTo: Term?)
    case call(Expression.NumberFunction, [Term])
    /// The length of a string or list, said in words.
    case length(Term)
    /// Something said in words: "the length", "each number". Tied to a variable by its sentence.
    case subject(Subject)

    /// What a sentence speaks of without naming it.
    enum Subject: String, Sendable, Hashable {
        /// The length of the string.
        case stringLength
        /// Every number in question.
        case everyNumber
        /// The absolute value of every number in question.
        case everyAbsolute
        /// The number of test cases.
        case caseCount
        /// The weight of an edge.
        case edgeWeight
    }
}

/// `n`, `a_i`, `x_1`, `a_{i,j}`.
struct VariableName: Sendable, Hashable {
    var base: String
    var subscripts: [Term] = []

    init(_ base: String, _ subscripts: [Term] = []) {
        self.base = base
        self.subscripts = subscripts
    }

    /// `x_1`: one subscript that is a number.
    var number: Int128? {
        guard subscripts.count == 1, case .number(let number) = subscripts[0] else { return nil }
        return number
    }
}

extension Term {
    /// Every name in the term.
    var names: Set<VariableName> {
        switch self {
        case .number, .decimal, .subject: []
        case .name(let name): [name]
        case .negated(let inner), .absolute(let inner), .length(let inner): inner.names
        case .sum(let inner, let upper): inner.names.union(upper?.names ?? [])
        case .binary(_, let left, let right): left.names.union(right.names)
        case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.names) }
        }
    }

    var hasSubject: Bool {
        switch self {
        case .subject: true
        case .number, .decimal, .name: false
        case .negated(let inner), .absolute(let inner), .length(let inner), .sum(let inner, _): inner.hasSubject
        case .binary(_, let left, let right): left.hasSubject || right.hasSubject
        case .call(_, let arguments): arguments.contains { $0.hasSubject }
        }
    }

    /// Speaks of no variable.
    var isConstant: Bool { names.isEmpty && !hasSubject }

    /// The value of a constant.
    var constant: Int128? {
        guard isConstant else { return nil }
        switch self {
        case .number(let value): return value
        case .negated(let inner): return inner.constant.map { -$0 }
        case .binary(let symbol, let left, let right):
            guard let left = left.constant, let right = right.constant else { return nil }
            return try? symbol.apply(left, right)  // overflow: no constant
        case .call(let function, let arguments):
            let values = arguments.compactMap(\.constant)
            guard values.count == arguments.count else { return nil }
            return try? function.apply(values)  // wrong arguments: no constant
        default: return nil
        }
    }
}

/// Comparisons in a row: `1 ≤ l ≤ r ≤ n`. Every operand is one term; shared bounds have been spread.
struct Chain: Sendable, Hashable {
    var operands: [Term]
    var comparisons: [Condition.Comparison]
}
