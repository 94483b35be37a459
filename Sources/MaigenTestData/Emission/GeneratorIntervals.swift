/// Two whole-number fields read one after the other, the first at most the second.
struct GeneratorInterval {
    var left: String
    var right: String
    /// 1 where the ends must differ.
    var gap: Int
    var leftRange: IntegerRange
    var rightRange: IntegerRange
}

enum GeneratorIntervals {
    /// Neighbouring fields that a range or a relation keeps in order: `l: 1..n, r: l..n` or `l <= r`.
    static func pairs(_ fields: [Field], where relations: [Condition]) -> [GeneratorInterval] {
        let facts = relations.flatMap(GeneratorFact.facts)
        var pairs: [GeneratorInterval] = []
        for (first, second) in zip(fields, fields.dropFirst()) where pairs.last?.right != first.name {
            guard case .value(.integer(let left)) = first.kind, case .value(.integer(let right)) = second.kind,
                left.lower != left.upper, right.lower != right.upper,
                !right.upper.variables.contains(first.name),
                let gap = gap(first.name, second.name, right.lower, facts)
            else { continue }
            pairs.append(
                GeneratorInterval(
                    left: first.name, right: second.name, gap: gap, leftRange: left, rightRange: right))
        }
        return pairs
    }

    private static func gap(
        _ left: String, _ right: String, _ lower: Expression, _ facts: [GeneratorFact]
    ) -> Int? {
        switch lower {
        case .variable(left): return facts.contains { $0.orders(left, right) == 1 } ? 1 : 0
        case .binary(.plus, .variable(left), 1), .binary(.plus, 1, .variable(left)): return 1
        default:
            guard !lower.variables.contains(left) else { return nil }
            return facts.compactMap { $0.orders(left, right) }.max()
        }
    }
}
