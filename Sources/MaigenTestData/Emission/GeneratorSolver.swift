/// Turns facts into bounds of one variable at the moment it is drawn.
///
/// Variables drawn later stand for their extremes, so that a draw leaves the later ones room.
struct GeneratorSolver {
    /// What has a value at this moment.
    var isKnown: (String) -> Bool
    /// The ranges that decide about signs.
    var range: (Expression) -> CppRange
    /// The least and greatest value of a variable over all inputs.
    var extremes: (String) -> CppRange
    var facts: [GeneratorFact]

    /// A bound of a variable.
    struct Bound {
        var isUpper: Bool
        var value: Expression
        /// Whether the fact holds exactly when the bound does.
        var isExact: Bool
        var fact: Int
    }

    /// The bounds that the facts put on `target`: a variable, or the length of a string.
    func bounds(of target: Expression) -> [Bound] {
        facts.indices.flatMap { index -> [Bound] in
            switch facts[index].form {
            case .atMost(let left, let right, let gap):
                let bound = inequality(left, right, gap: gap, target)
                return bound.map { [Bound(isUpper: $0.isUpper, value: $0.value, isExact: $0.isExact, fact: index)] }
                    ?? []
            case .equal(let left, let right):
                // Equality is two inequalities; neither alone is all of it, both together are.
                guard let upper = inequality(left, right, gap: 0, target),
                    let lower = inequality(right, left, gap: 0, target), upper.isUpper != lower.isUpper
                else { return [] }
                let isExact = upper.isExact && lower.isExact
                return [upper, lower].map {
                    Bound(isUpper: $0.isUpper, value: $0.value, isExact: isExact, fact: index)
                }
            case .opaque:
                return []
            }
        }
    }

    private typealias Solution = (value: Expression, isUpper: Bool, isExact: Bool)

    private func inequality(_ left: Expression, _ right: Expression, gap: Int, _ target: Expression) -> Solution? {
        let onLeft = left.mentions(target)
        guard onLeft != right.mentions(target) else { return nil }
        let limit: Expression =
            gap == 0 ? (onLeft ? right : left) : .binary(onLeft ? .minus : .plus, onLeft ? right : left, 1)
        guard var solution = isolate(target, in: onLeft ? left : right, limit, isUpper: onLeft) else { return nil }
        if !solution.value.variables.allSatisfy(isKnown) {
            guard let relaxed = relax(solution.value, wantsGreatest: solution.isUpper, target) else { return nil }
            solution = (relaxed, solution.isUpper, false)
        }
        return solution
    }

    /// Solves `expression <= limit` (or `>=`) for the target, which stands in the expression once.
    private func isolate(
        _ target: Expression, in expression: Expression, _ limit: Expression, isUpper: Bool
    ) -> Solution? {
        if expression == target { return (limit.folded, isUpper, true) }
        switch expression {
        case .negated(let inner):
            return isolate(target, in: inner, .negated(limit), isUpper: !isUpper)
        case .binary(let symbol, let left, let right):
            let onLeft = left.mentions(target)
            guard onLeft != right.mentions(target) else { return nil }
            let (own, other) = onLeft ? (left, right) : (right, left)
            switch symbol {
            case .plus:
                return isolate(target, in: own, .binary(.minus, limit, other), isUpper: isUpper)
            case .minus where onLeft:
                return isolate(target, in: own, .binary(.plus, limit, other), isUpper: isUpper)
            case .minus:
                return isolate(target, in: own, .binary(.minus, other, limit), isUpper: !isUpper)
            case .times where range(other).least >= 1:
                return isolate(target, in: own, quotient(limit, other, roundsUp: !isUpper), isUpper: isUpper)
            case .divided where onLeft && range(other).least >= 1:
                let product = Expression.binary(.times, limit, other)
                let edge = isUpper ? Expression.binary(.plus, product, .binary(.minus, other, 1)) : product
                return isolate(target, in: own, edge, isUpper: isUpper)
            default: return nil
            }
        case .call(.max, let arguments) where isUpper, .call(.min, let arguments) where !isUpper:
            guard let own = arguments.first(where: { $0.mentions(target) }) else { return nil }
            return isolate(target, in: own, limit, isUpper: isUpper).map { ($0.value, $0.isUpper, false) }
        default: return nil
        }
    }

    private func quotient(_ left: Expression, _ right: Expression, roundsUp: Bool) -> Expression {
        roundsUp
            ? .binary(.divided, .binary(.plus, left, .binary(.minus, right, 1)), right)
            : .binary(.divided, left, right)
    }

    /// The greatest (or least) value over everything that is still open.
    private func relax(_ expression: Expression, wantsGreatest: Bool, _ target: Expression) -> Expression? {
        if expression.variables.allSatisfy(isKnown) { return expression }
        switch expression {
        case .integer: return expression
        case .variable(let name): return extreme(name, wantsGreatest: wantsGreatest, target)
        case .negated(let inner): return relax(inner, wantsGreatest: !wantsGreatest, target).map { .negated($0) }
        case .binary(.plus, let left, let right):
            guard let left = relax(left, wantsGreatest: wantsGreatest, target),
                let right = relax(right, wantsGreatest: wantsGreatest, target)
            else { return nil }
            return Expression.binary(.plus, left, right).folded
        case .binary(.minus, let left, let right):
            guard let left = relax(left, wantsGreatest: wantsGreatest, target),
                let right = relax(right, wantsGreatest: !wantsGreatest, target)
            else { return nil }
            return Expression.binary(.minus, left, right).folded
        case .binary(.times, let left, let right) where range(left).least >= 0 && range(right).least >= 0:
            guard let left = relax(left, wantsGreatest: wantsGreatest, target),
                let right = relax(right, wantsGreatest: wantsGreatest, target)
            else { return nil }
            return Expression.binary(.times, left, right).folded
        case .binary(.divided, let left, let right) where range(left).least >= 0 && range(right).least >= 1:
            guard let left = relax(left, wantsGreatest: wantsGreatest, target),
                let right = relax(right, wantsGreatest: !wantsGreatest, target)
            else { return nil }
            return Expression.binary(.divided, left, right).folded
        case .call(let function, let arguments) where function == .min || function == .max:
            let relaxed = arguments.compactMap { relax($0, wantsGreatest: wantsGreatest, target) }
            return relaxed.count == arguments.count ? .call(function, relaxed) : nil
        default: return nil
        }
    }

    /// What a later variable can be at most (or least), by its own bounds and by facts about it and what is known.
    private func extreme(_ name: String, wantsGreatest: Bool, _ target: Expression) -> Expression? {
        let ends = extremes(name)
        let value = wantsGreatest ? ends.greatest : ends.least
        guard CppRange(value, value).fitsLongLong else { return nil }
        var candidates: [Expression] = [.integer(value)]
        for fact in facts {
            guard case .atMost(let left, let right, let gap) = fact.form else { continue }
            let (own, other) = wantsGreatest ? (left, right) : (right, left)
            guard own == .variable(name), other != target, !other.mentions(target),
                other.variables.allSatisfy(isKnown)
            else { continue }
            candidates.append(gap == 0 ? other : .binary(wantsGreatest ? .minus : .plus, other, 1))
        }
        return candidates.count == 1 ? candidates[0] : .call(wantsGreatest ? .min : .max, candidates)
    }
}

extension Expression {
    /// Whether the target stands somewhere in the expression.
    func mentions(_ target: Expression) -> Bool {
        if self == target { return true }
        if case .variable(let name) = target { return variables.contains(name) }
        switch self {
        case .integer, .variable, .aggregate: return false
        case .element(_, let index): return index.mentions(target)
        case .negated(let inner): return inner.mentions(target)
        case .binary(_, let left, let right): return left.mentions(target) || right.mentions(target)
        case .call(_, let arguments): return arguments.contains { $0.mentions(target) }
        }
    }

    /// The expression with constants calculated where that makes it shorter.
    var folded: Expression {
        if let constant { return .integer(constant) }
        switch self {
        case .binary(.plus, let left, 0): return left.folded
        case .binary(.plus, 0, let right): return right.folded
        case .binary(.minus, let left, 0): return left.folded
        case .binary(.times, let left, 1): return left.folded
        case .binary(.times, 1, let right): return right.folded
        case .binary(.divided, let left, 1): return left.folded
        case .binary(.plus, .binary(.plus, let inner, .integer(let a)), .integer(let b)):
            return Expression.binary(.plus, inner, .integer(a + b)).folded
        case .binary(.plus, .binary(.minus, let inner, .integer(let a)), .integer(let b)):
            return b >= a
                ? Expression.binary(.plus, inner, .integer(b - a)).folded
                : .binary(.minus, inner, .integer(a - b))
        case .binary(.minus, .binary(.plus, let inner, .integer(let a)), .integer(let b)):
            return a >= b
                ? Expression.binary(.plus, inner, .integer(a - b)).folded
                : .binary(.minus, inner, .integer(b - a))
        case .binary(.minus, .binary(.minus, let inner, .integer(let a)), .integer(let b)):
            return .binary(.minus, inner, .integer(a + b))
        case .binary(let symbol, let left, let right):
            let folded = Expression.binary(symbol, left.folded, right.folded)
            return folded == self ? self : folded.folded
        default: return self
        }
    }
}
