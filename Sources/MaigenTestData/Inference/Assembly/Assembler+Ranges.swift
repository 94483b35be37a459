import MaigenDomain

extension Assembler {
    struct ResolvedRange {
        var lower: Expression?
        var upper: Expression?
    }

    /// The range that all statements about a variable leave; contradictions become problems.
    mutating func resolvedRange(_ variable: Variable) -> ResolvedRange {
        var range = ResolvedRange(
            lower: end(bounds.lowers[variable.identifier] ?? [], variable, joinedBy: .max),
            upper: end(bounds.uppers[variable.identifier] ?? [], variable, joinedBy: .min))
        if variable.kind != .string {
            // "positive" and a stated lower bound must not contradict each other.
            let word: Int128? = variable.entry.isPositive ? 1 : variable.entry.isNonNegative ? 0 : nil
            if let word {
                if let stated = range.lower?.constant, stated < word {
                    problem(
                        "\(variable.identifier) 说是\(word == 1 ? "正" : "非负")整数，下界却是 \(stated)",
                        "\(variable.identifier) is called \(word == 1 ? "positive" : "non-negative"), yet its lower bound is \(stated)",
                        variable.statement)
                }
                if range.lower == nil { range.lower = .integer(word) }
            }
        }
        if range.upper == nil, let derived = upperFromProductOrSum(variable) { range.upper = derived }
        return range
    }

    /// One end: equal constants agree, different ones contradict; expressions are joined with `min` or `max`.
    private mutating func end(
        _ limits: [BoundTable.Limit], _ variable: Variable, joinedBy function: Expression.NumberFunction
    ) -> Expression? {
        let hasDirect = limits.contains { !$0.isImplied }
        // `1 ≤ u ≤ n` says 1 ≤ n only by the way.
        let limits = limits.filter { !($0.isImplied && hasDirect && $0.expression.constant != nil) }
        var expressions: [Expression] = []
        for limit in limits where !expressions.contains(limit.expression) { expressions.append(limit.expression) }
        let constants = Set(expressions.compactMap(\.constant))
        if constants.count > 1 {
            let shown = constants.sorted().map { "\($0)" }.joined(separator: " / ")
            problem(
                "\(variable.identifier) 的范围自相矛盾：\(shown)",
                "the range of \(variable.identifier) contradicts itself: \(shown)", variable.statement)
        }
        var parts = expressions.filter { $0.constant == nil }
        if let constant = constants.sorted().first {
            // A constant that the other ends imply says nothing new: 1 ≤ l beside 1 ≤ l ≤ r.
            if !parts.contains(where: { implies($0, constant, function) }) { parts.append(.integer(constant)) }
        }
        guard let first = parts.first else { return nil }
        return parts.count == 1 ? first : .call(function, parts)
    }

    /// Whether `expression` is itself bounded by the constant in the same direction.
    private func implies(_ expression: Expression, _ constant: Int128, _ function: Expression.NumberFunction) -> Bool {
        guard case .variable(let name) = expression else { return false }
        let limits = function == .max ? bounds.lowers[name] : bounds.uppers[name]
        return (limits ?? []).contains { limit in
            limit.expression.constant.map { function == .max ? $0 >= constant : $0 <= constant } ?? false
        }
    }

    /// `n × m ≤ C` with `m ≥ 1` bounds `n`; so does `∑ n ≤ C` where no `n` is negative.
    private func upperFromProductOrSum(_ variable: Variable) -> Expression? {
        for relation in bounds.relations {
            guard case .comparison(let operands, let comparisons) = relation.condition, operands.count == 2,
                comparisons == [.lessOrEqual],
                let limit = operands[1].constant, let factors = operands[0].factors,
                factors.contains(variable.identifier)
            else { continue }
            if factors.allSatisfy({ atLeastOne($0) }) { return .integer(limit) }
        }
        for total in bounds.totals
        where total.identifier == variable.identifier && total.isLength == (variable.kind == .string) {
            if variable.kind == .string || (leastConstant(variable.identifier) ?? -1) >= 0, !variable.isList {
                return total.limit
            }
        }
        return nil
    }

    /// `n × m ≤ C` of n strings of length m bounds their lengths together.
    func lengthTotal(_ variable: Variable, _ count: Expression) -> Expression? {
        guard variable.kind == .string, let length = variable.entry.length.flatMap({ resolver.expression($0) }),
            case .variable(let length) = length, case .variable(let count) = count
        else { return nil }
        for relation in bounds.relations {
            guard case .comparison(let operands, [.lessOrEqual]) = relation.condition, operands.count == 2,
                operands[1].constant != nil, let factors = operands[0].factors, Set(factors) == [length, count],
                factors.count == 2
            else { continue }
            return operands[1]
        }
        return nil
    }

    private func leastConstant(_ identifier: String) -> Int128? {
        if let stated = (bounds.lowers[identifier] ?? []).compactMap(\.expression.constant).max() { return stated }
        guard let variable = table.variables.first(where: { $0.identifier == identifier }) else { return nil }
        return variable.entry.isPositive ? 1 : variable.entry.isNonNegative ? 0 : nil
    }

    private func atLeastOne(_ identifier: String) -> Bool { (leastConstant(identifier) ?? 0) >= 1 }
}

extension Expression {
    /// The variables of a plain product; nil for anything else.
    fileprivate var factors: [String]? {
        switch self {
        case .variable(let name): [name]
        case .binary(.times, let left, let right):
            left.factors.flatMap { first in right.factors.map { first + $0 } }
        default: nil
        }
    }
}
