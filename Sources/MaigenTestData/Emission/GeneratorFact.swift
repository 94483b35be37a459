/// Something that must hold among variables, as far as drawing can make use of it.
struct GeneratorFact {
    enum Form {
        /// `left + gap <= right`.
        case atMost(Expression, Expression, gap: Int)
        case equal(Expression, Expression)
        /// Anything else: drawn again until it holds.
        case opaque
    }

    var form: Form
    /// What is checked after drawing; nil where drawing from an empty range fails by itself.
    var condition: Condition?
    var variables: Set<String>

    /// Whether the fact says `left <= right` (0) or `left < right` (1) of two variables and nothing else.
    func orders(_ left: String, _ right: String) -> Int? {
        guard case .atMost(.variable(left), .variable(right), let gap) = form else { return nil }
        return gap
    }

    /// The facts a relation consists of.
    static func facts(_ condition: Condition) -> [GeneratorFact] {
        switch condition {
        case .all(let parts): parts.flatMap(facts)
        case .any: [GeneratorFact(form: .opaque, condition: condition, variables: condition.variables)]
        case .comparison(let operands, let operators):
            operators.indices.map { comparison(operands[$0], operators[$0], operands[$0 + 1]) }
        }
    }

    /// `left <= right`, which is not checked but used.
    static func unchecked(_ left: Expression, atMost right: Expression) -> GeneratorFact {
        GeneratorFact(
            form: .atMost(left, right, gap: 0), condition: nil, variables: left.variables.union(right.variables))
    }

    private static func comparison(
        _ left: Expression, _ sign: Condition.Comparison, _ right: Expression
    ) -> GeneratorFact {
        let form: Form =
            switch sign {
            case .lessOrEqual: .atMost(left, right, gap: 0)
            case .less: .atMost(left, right, gap: 1)
            case .greaterOrEqual: .atMost(right, left, gap: 0)
            case .greater: .atMost(right, left, gap: 1)
            case .equal: .equal(left, right)
            case .notEqual: .opaque
            }
        return GeneratorFact(
            form: form, condition: .comparison([left, right], [sign]),
            variables: left.variables.union(right.variables))
    }
}
