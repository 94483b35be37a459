extension Expression {
    /// The expression as specifications write it, with round numbers as powers of ten: `2*10^5`.
    package var text: String {
        if case .integer(let value) = self { return Self.roundNumber(value) }
        return written(inside: 0)
    }

    /// `200000` as `2*10^5`; numbers that are not round, or below 10,000, as they are.
    static func roundNumber(_ value: Int128) -> String {
        var rest = value.magnitude
        var zeros = 0
        while rest != 0, rest % 10 == 0 {
            rest /= 10
            zeros += 1
        }
        guard zeros >= 4, rest < 1000 else { return String(value) }
        return (value < 0 ? "-" : "") + (rest == 1 ? "10^\(zeros)" : "\(rest)*10^\(zeros)")
    }

    /// `level`: 0 anywhere, 1 in a sum's right side, 2 in a product, 3 in a product's right side, 4 in a power.
    private func written(inside level: Int) -> String {
        switch self {
        case .integer(let value):
            let digits = String(value)
            return value < 0 && level > 0 ? "(\(digits))" : digits
        case .variable(let name): return name
        case .element(let name, let index): return "\(name)[\(index.written(inside: 0))]"
        case .negated(let inner):
            let text = "-" + inner.written(inside: 2)
            return level > 0 ? "(\(text))" : text
        case .binary(let symbol, let left, let right):
            let own: Int
            let sides: (Int, Int)
            switch symbol {
            case .plus, .minus: (own, sides) = (0, (0, 1))
            case .times, .divided, .remainder: (own, sides) = (2, (2, 3))
            case .power: (own, sides) = (3, (4, 4))
            }
            let text = left.written(inside: sides.0) + symbol.rawValue + right.written(inside: sides.1)
            return level > own ? "(\(text))" : text
        case .call(let function, let arguments):
            return "\(function.rawValue)(" + arguments.map { $0.written(inside: 0) }.joined(separator: ", ") + ")"
        case .aggregate(let aggregate, let name): return "\(aggregate.rawValue)(\(name))"
        }
    }
}

extension IntegerRange {
    /// `1..2*10^5`, or one expression where both ends are equal.
    package var text: String {
        lower == upper ? lower.text : "\(lower.text)..\(upper.text)"
    }
}

extension Condition {
    /// The condition as specifications write it.
    package var text: String { written(inside: 0) }

    private func written(inside level: Int) -> String {
        switch self {
        case .comparison(let operands, let operators):
            return zip(operands.dropFirst(), operators).reduce(operands[0].text) {
                $0 + " \($1.1.rawValue) " + $1.0.text
            }
        case .all(let parts):
            let text = parts.map { $0.written(inside: 2) }.joined(separator: " and ")
            return level > 1 ? "(\(text))" : text
        case .any(let parts):
            let text = parts.map { $0.written(inside: 2) }.joined(separator: " or ")
            return level > 0 ? "(\(text))" : text
        }
    }
}
