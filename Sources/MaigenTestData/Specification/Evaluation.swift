/// What a variable holds while an input is read.
package indirect enum InputValue: Sendable, Hashable {
    case integer(Int128)
    /// A decimal number, without superfluous zeros.
    case real(String)
    /// A word or a string.
    case text(String)
    /// A list, or the values of a field over the rows of a repetition.
    case list([InputValue])
}

/// Why an expression has no value.
package enum EvaluationError: Error, Sendable, Hashable {
    /// No variable of that name has been read.
    case unknown(String)
    /// The variable is a list, a string or a decimal number where a whole number is needed, or the reverse.
    case wrongKind(String)
    case indexOutOfRange(String, Int128)
    case divisionByZero
    case overflow
}

extension Expression {
    /// The value, with variables looked up by `lookup`.
    package func evaluate(_ lookup: (String) -> InputValue?) throws(EvaluationError) -> Int128 {
        switch self {
        case .integer(let value):
            return value
        case .variable(let name):
            guard let value = lookup(name) else { throw .unknown(name) }
            guard case .integer(let number) = value else { throw .wrongKind(name) }
            return number
        case .element(let name, let index):
            guard let value = lookup(name) else { throw .unknown(name) }
            guard case .list(let values) = value else { throw .wrongKind(name) }
            let position = try index.evaluate(lookup)
            guard position >= 1, position <= Int128(values.count) else { throw .indexOutOfRange(name, position) }
            guard case .integer(let number) = values[Int(position) - 1] else { throw .wrongKind(name) }
            return number
        case .negated(let inner):
            let (value, overflow) = Int128(0).subtractingReportingOverflow(try inner.evaluate(lookup))
            guard !overflow else { throw .overflow }
            return value
        case .binary(let symbol, let left, let right):
            return try symbol.apply(try left.evaluate(lookup), try right.evaluate(lookup))
        case .call(let function, let arguments):
            var values: [Int128] = []
            for argument in arguments { values.append(try argument.evaluate(lookup)) }
            return try function.apply(values)
        case .aggregate(let aggregate, let name):
            guard let value = lookup(name) else { throw .unknown(name) }
            return try aggregate.apply(to: value, name: name)
        }
    }
}

extension Condition {
    /// Whether the condition holds.
    package func holds(_ lookup: (String) -> InputValue?) throws(EvaluationError) -> Bool {
        switch self {
        case .comparison(let operands, let operators):
            var values: [Int128] = []
            for operand in operands { values.append(try operand.evaluate(lookup)) }
            return operators.indices.allSatisfy { operators[$0].holds(values[$0], values[$0 + 1]) }
        case .all(let parts):
            for part in parts where !(try part.holds(lookup)) { return false }
            return true
        case .any(let parts):
            for part in parts where try part.holds(lookup) { return true }
            return false
        }
    }
}

extension Condition.Comparison {
    func holds(_ left: Int128, _ right: Int128) -> Bool {
        switch self {
        case .lessOrEqual: left <= right
        case .greaterOrEqual: left >= right
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .greater: left > right
        }
    }
}

extension Expression.BinaryOperator {
    func apply(_ left: Int128, _ right: Int128) throws(EvaluationError) -> Int128 {
        let (value, overflow): (Int128, Bool)
        switch self {
        case .plus: (value, overflow) = left.addingReportingOverflow(right)
        case .minus: (value, overflow) = left.subtractingReportingOverflow(right)
        case .times: (value, overflow) = left.multipliedReportingOverflow(by: right)
        case .divided:
            guard right != 0 else { throw .divisionByZero }
            let quotient = left / right
            (value, overflow) = (left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient, false)
        case .remainder:
            guard right != 0 else { throw .divisionByZero }
            let rest = left % right
            (value, overflow) = (rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest, false)
        case .power:
            guard right >= 0, right <= 127 else { throw .overflow }
            var result: Int128 = 1
            for _ in 0..<Int(right) {
                let (next, tooLarge) = result.multipliedReportingOverflow(by: left)
                guard !tooLarge else { throw .overflow }
                result = next
            }
            return result
        }
        guard !overflow else { throw .overflow }
        return value
    }
}

extension Expression.NumberFunction {
    func apply(_ values: [Int128]) throws(EvaluationError) -> Int128 {
        guard let first = values.first else { throw .wrongKind(rawValue) }
        switch self {
        case .min: return values.reduce(first, Swift.min)
        case .max: return values.reduce(first, Swift.max)
        case .abs: return first < 0 ? -first : first
        case .gcd:
            return values.reduce(0) { result, value in
                var (a, b) = (result, value < 0 ? -value : value)
                while b != 0 { (a, b) = (b, a % b) }
                return a
            }
        }
    }
}

extension Expression.Aggregate {
    func apply(to value: InputValue, name: String) throws(EvaluationError) -> Int128 {
        switch (self, value) {
        case (.len, .text(let text)): return Int128(text.utf8.count)
        case (.len, .list(let values)): return Int128(values.count)
        case (_, .list(let values)):
            var numbers: [Int128] = []
            for element in values {
                guard case .integer(let number) = element else { throw .wrongKind(name) }
                numbers.append(number)
            }
            switch self {
            case .sum:
                var total: Int128 = 0
                for number in numbers { total = try Expression.BinaryOperator.plus.apply(total, number) }
                return total
            case .least:
                guard let least = numbers.min() else { throw .indexOutOfRange(name, 0) }
                return least
            case .greatest:
                guard let greatest = numbers.max() else { throw .indexOutOfRange(name, 0) }
                return greatest
            case .len: return Int128(numbers.count)
            }
        default: throw .wrongKind(name)
        }
    }
}
