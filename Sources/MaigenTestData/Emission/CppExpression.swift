/// C++ text of expressions and conditions at one place of a program.
///
/// Whole numbers are `long long`. Where the static ranges of the variables say that 64 bits may not be enough, the
/// operation is done in `__int128`; where even that may not be enough, by a function that throws. Without a value
/// (division by zero, an index out of range, overflow) the program throws a `std::exception`.
package struct CppExpression: Sendable {
    /// The text, not in parentheses.
    package var text: String
    /// Whether its type is `__int128`, not `long long` (or `int`, for small literals).
    package var isWide: Bool
    package var range: CppRange
    /// The pieces it calls.
    package var pieces: Set<CppPiece>
    private var precedence: Precedence

    private enum Precedence: Int, Comparable {
        case sum, product, unary, primary
        static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
    }

    /// The expression, with every variable as `scope` reaches it.
    package init(_ expression: Expression, in scope: CppScope) {
        if let value = expression.constant {
            self.init(literalOf: value)
            return
        }
        switch expression {
        case .integer(let value):
            self.init(literalOf: value)
        case .variable(let name):
            self.init(scope.access(name), range: scope.range(name))
        case .element(let name, let index):
            let position = CppExpression(.binary(.minus, index, .integer(1)).simplified, in: scope).narrowed
            self.init(
                "\(scope.access(name)).at(\(position.text))", range: scope.range(name), pieces: position.pieces)
        case .negated(let inner):
            let value = CppExpression(inner, in: scope)
            self.init(
                "-" + value.inParentheses(below: .primary), range: -value.range, precedence: .unary,
                isWide: value.isWide, pieces: value.pieces)
        case .binary(let symbol, let left, let right):
            self.init(symbol, CppExpression(left, in: scope), CppExpression(right, in: scope))
        case .call(let function, let arguments):
            self.init(function, arguments.map { CppExpression($0, in: scope) })
        case .aggregate(let aggregate, let name):
            self.init(aggregate, name, scope)
        }
    }

    /// The same value as a `long long`; one that does not fit becomes the nearest that does.
    package var narrowed: CppExpression {
        guard isWide else { return self }
        return CppExpression(
            "narrow(\(text))", range: range.cutToLongLong, pieces: pieces.union([.narrow]))
    }

    private init(
        _ text: String, range: CppRange, precedence: Precedence = .primary, isWide: Bool = false,
        pieces: Set<CppPiece> = []
    ) {
        self.text = text
        self.range = range
        self.precedence = precedence
        self.isWide = isWide
        self.pieces = pieces
    }

    private init(literalOf value: Int128) {
        let range = CppRange(value, value)
        let text = CppExpression.literal(value)
        self.init(
            text, range: range, precedence: !range.fitsLongLong ? .sum : value < 0 ? .unary : .primary,
            isWide: !range.fitsLongLong)
    }

    private init(_ symbol: Expression.BinaryOperator, _ left: CppExpression, _ right: CppExpression) {
        let range = symbol.range(left.range, right.range)
        let pieces = left.pieces.union(right.pieces)
        switch symbol {
        case .plus, .minus:
            let needsCast = !range.fitsLongLong && !left.isWide && !right.isWide
            let isWide = needsCast || left.isWide || right.isWide
            let first = needsCast ? left.cast : left.inParentheses(below: .sum)
            let second = right.inParentheses(below: symbol == .plus && !needsCast ? .sum : .product)
            self.init(
                "\(first) \(symbol.rawValue) \(second)", range: range, precedence: .sum, isWide: isWide,
                pieces: pieces)
        case .times where range.isCut:
            self.init(
                "checkedProduct(\(left.text), \(right.text))", range: range, isWide: true,
                pieces: pieces.union([.product]))
        case .times:
            let needsCast = !range.fitsLongLong && !left.isWide && !right.isWide
            let first = needsCast ? left.cast : left.inParentheses(below: .product)
            self.init(
                "\(first) * \(right.inParentheses(below: .unary))", range: range, precedence: .product,
                isWide: needsCast || left.isWide || right.isWide, pieces: pieces)
        case .divided, .remainder:
            let isWide = left.isWide || right.isWide
            if left.range.least >= 0, right.range.least > 0 {
                self.init(
                    "\(left.inParentheses(below: .product)) \(symbol.rawValue) \(right.inParentheses(below: .unary))",
                    range: range, precedence: .product, isWide: isWide, pieces: pieces)
                return
            }
            let function = symbol == .divided ? "floorDiv" : "floorMod"
            self.init(
                "\(function)<\(isWide ? "__int128" : "long long")>(\(left.text), \(right.text))", range: range,
                isWide: isWide,
                pieces: pieces.union([symbol == .divided ? .floorDivision : .floorRemainder]))
        case .power:
            self.init(
                "power(\(left.text), \(right.narrowed.text))", range: range, isWide: true,
                pieces: pieces.union(right.narrowed.pieces).union([.power]))
        }
    }

    private init(_ function: Expression.NumberFunction, _ arguments: [CppExpression]) {
        let isWide = arguments.contains(where: \.isWide)
        let type = isWide ? "__int128" : "long long"
        var pieces = arguments.reduce(into: Set<CppPiece>()) { $0.formUnion($1.pieces) }
        let name: String
        switch function {
        case .min, .max: name = function.rawValue
        case .abs:
            name = "absolute"
            pieces.insert(.absolute)
        case .gcd:
            name = "commonDivisor"
            pieces.insert(.greatestCommonDivisor)
        }
        var text = arguments.first?.text ?? "0"
        if arguments.count == 1 { text = "\(name)<\(type)>(\(text))" }
        for argument in arguments.dropFirst() { text = "\(name)<\(type)>(\(text), \(argument.text))" }
        self.init(text, range: function.range(arguments.map(\.range)), isWide: isWide, pieces: pieces)
    }

    private init(_ aggregate: Expression.Aggregate, _ name: String, _ scope: CppScope) {
        let range = aggregate.range(scope.table[name])
        let access = scope.access(name)
        switch aggregate {
        case .sum: self.init("sumOf(\(access))", range: range, isWide: true, pieces: [.sum])
        case .len: self.init("(long long)\(access).size()", range: range, precedence: .unary)
        case .least: self.init("leastOf(\(access))", range: range, pieces: [.extremes])
        case .greatest: self.init("greatestOf(\(access))", range: range, pieces: [.extremes])
        }
    }

    private var cast: String { "(__int128)\(inParentheses(below: .primary))" }

    private func inParentheses(below least: Precedence) -> String {
        precedence < least ? "(\(text))" : text
    }
}

extension CppExpression {
    /// A literal with digits in groups of three from 10'000 on; a negative one has its sign. Numbers beyond 64 bits
    /// become a calculation in `__int128`.
    package static func literal(_ value: Int128) -> String {
        if value == Int128(Int64.min) { return "LLONG_MIN" }
        guard CppRange(value, value).fitsLongLong else {
            let unit: Int128 = 1_000_000_000_000_000_000
            let (high, low) = (value / unit, value % unit)
            let product = "(__int128)\(literal(high)) * \(literal(unit))"
            return low == 0 ? product : "\(product) \(low < 0 ? "-" : "+") \(literal(low < 0 ? -low : low))"
        }
        let digits = String(value.magnitude)
        guard digits.count > 4 else { return String(value) }
        var grouped = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset) % 3 == 0 { grouped.append("'") }
            grouped.append(digit)
        }
        return (value < 0 ? "-" : "") + grouped
    }
}

extension Expression {
    /// `i - 1` and the like without sums of literals: the index of a `vector` from an index that counts from 1.
    var simplified: Expression {
        guard case .binary(.minus, let left, .integer(let b)) = self else { return self }
        switch left {
        case .integer(let a): return .integer(a - b)
        case .binary(.plus, let inner, .integer(let a)) where a == b: return inner
        case .binary(.plus, let inner, .integer(let a)) where a > b: return .binary(.plus, inner, .integer(a - b))
        case .binary(.minus, let inner, .integer(let a)): return .binary(.minus, inner, .integer(a + b))
        default: return self
        }
    }
}
