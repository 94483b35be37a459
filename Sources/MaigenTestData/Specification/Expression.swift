/// A whole-number expression over the variables of an input: a bound, a count, one side of a relation.
///
/// Written in specifications as `2*10^5`, `n*(n-1)/2`, `min(n, 300)`, `a[i]`, `sum(a)`, `len(s)`.
package indirect enum Expression: Sendable, Hashable {
    /// A literal. 128 bits, so that products of two 64-bit bounds are exact.
    case integer(Int128)
    /// The value of a whole-number variable, or of the index of an enclosing repetition.
    case variable(String)
    /// One element of a list, of a permutation or of a field of an earlier repetition; the index counts from 1.
    case element(String, index: Expression)
    /// The negated value.
    case negated(Expression)
    /// Two values joined by an operator.
    case binary(BinaryOperator, Expression, Expression)
    /// A function of whole numbers: `min`, `max`, `abs`, `gcd`.
    case call(NumberFunction, [Expression])
    /// A number read off a whole variable: `sum(a)`, `len(s)`, `least(a)`, `greatest(a)`.
    case aggregate(Aggregate, String)

    /// The four operations, remainder and power. Division rounds towards negative infinity; the remainder has the
    /// sign of the divisor. A power needs an exponent from 0 to 127.
    package enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
        case remainder = "%"
        case power = "^"
    }

    /// Functions of one or more whole numbers. `min`, `max` and `gcd` take at least two arguments, `abs` takes one.
    package enum NumberFunction: String, Sendable, Hashable, CaseIterable {
        case min, max, abs, gcd
    }

    /// Numbers read off a whole list or string. `len` is the number of characters of a string or of elements of a
    /// list; the others read lists of whole numbers.
    package enum Aggregate: String, Sendable, Hashable, CaseIterable {
        case sum, len, least, greatest
    }
}

/// A statement about variables that is true or false: `l <= r`, `1 <= a*b <= 10^6`, `x != y`.
package indirect enum Condition: Sendable, Hashable {
    /// A chain of comparisons: `operands.count == operators.count + 1 >= 2`; each neighbouring pair must hold.
    case comparison([Expression], [Comparison])
    case all([Condition])
    case any([Condition])

    package enum Comparison: String, Sendable, Hashable, CaseIterable {
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case greater = ">"
    }
}

/// A closed range of whole numbers whose ends are expressions: `1..2*10^5`, `l..n`.
package struct IntegerRange: Sendable, Hashable {
    package var lower: Expression
    package var upper: Expression

    package init(_ lower: Expression, _ upper: Expression) {
        self.lower = lower
        self.upper = upper
    }
}

extension Expression: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) {
        self = .integer(Int128(value))
    }
}

extension Expression {
    /// Every variable the expression speaks of, arrays and strings included.
    package var variables: Set<String> {
        switch self {
        case .integer: []
        case .variable(let name): [name]
        case .element(let name, let index): index.variables.union([name])
        case .negated(let inner): inner.variables
        case .binary(_, let left, let right): left.variables.union(right.variables)
        case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.variables) }
        case .aggregate(_, let name): [name]
        }
    }

    /// The value where it depends on no variable and stays inside 128 bits.
    package var constant: Int128? {
        guard variables.isEmpty else { return nil }
        // A constant expression can only fail by overflow or division by zero; both mean "no constant value".
        return try? evaluate { _ in nil }
    }
}

extension Condition {
    /// Every variable the condition speaks of.
    package var variables: Set<String> {
        switch self {
        case .comparison(let operands, _): operands.reduce(into: []) { $0.formUnion($1.variables) }
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.variables) }
        }
    }
}
