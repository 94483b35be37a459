extension Choice.Option {
    /// The option with other names for its fields.
    func renaming(_ names: [String: String]) -> Choice.Option {
        guard !names.isEmpty else { return self }
        var option = self
        option.fields = fields.map { field in
            var field = field
            field.name = names[field.name] ?? field.name
            switch field.kind {
            case .value(.integer(let range)):
                field.kind = .value(.integer(range.renaming(names)))
            case .value(.string(var shape)):
                shape.length = shape.length.renaming(names)
                field.kind = .value(.string(shape))
            case .list(var list):
                list.length = list.length.renaming(names)
                if case .integer(let range) = list.element { list.element = .integer(range.renaming(names)) }
                field.kind = .list(list)
            case .value(.real), .value(.word), .permutation, .literal: break
            }
            return field
        }
        option.relations = relations.map { $0.renaming(names) }
        return option
    }
}

extension IntegerRange {
    func renaming(_ names: [String: String]) -> IntegerRange {
        IntegerRange(lower.renaming(names), upper.renaming(names))
    }
}

extension Condition {
    func renaming(_ names: [String: String]) -> Condition {
        switch self {
        case .comparison(let operands, let operators): .comparison(operands.map { $0.renaming(names) }, operators)
        case .all(let parts): .all(parts.map { $0.renaming(names) })
        case .any(let parts): .any(parts.map { $0.renaming(names) })
        }
    }
}

extension Expression {
    func renaming(_ names: [String: String]) -> Expression {
        switch self {
        case .integer: self
        case .variable(let name): .variable(names[name] ?? name)
        case .element(let name, let index): .element(names[name] ?? name, index: index.renaming(names))
        case .negated(let inner): .negated(inner.renaming(names))
        case .binary(let symbol, let left, let right): .binary(symbol, left.renaming(names), right.renaming(names))
        case .call(let function, let arguments): .call(function, arguments.map { $0.renaming(names) })
        case .aggregate(let aggregate, let name): .aggregate(aggregate, names[name] ?? name)
        }
    }
}
