/// Turns terms of the statement into expressions over variables of the input.
struct TermResolver: Sendable {
    let table: VariableTable

    /// The expression, as seen while `context` is read (its own subscript is then the index of its list); nil where a
    /// name is unknown or an element cannot be spoken of.
    func expression(_ term: Term, in context: Variable? = nil) -> Expression? {
        if let value = term.constant { return .integer(value) }
        switch term {
        case .number(let value): return .integer(value)
        case .decimal, .subject: return nil
        case .name(let name): return expression(name, in: context)
        case .negated(let inner): return expression(inner, in: context).map { .negated($0) }
        case .binary(let symbol, let left, let right):
            guard let left = expression(left, in: context), let right = expression(right, in: context) else {
                return nil
            }
            return simplified(.binary(symbol, left, right))
        case .absolute(let inner), .length(let inner):
            if case .name(let name) = inner, let variable = table.firstMatching(name) {
                if variable.isVisible(from: context),
                    variable.kind == .string && !variable.isList || (variable.isList && name.subscripts.isEmpty)
                {
                    return .aggregate(.len, variable.identifier)
                }
            }
            if case .length = term { return nil }
            return expression(inner, in: context).map { .call(.abs, [$0]) }
        case .sum(.name(let name), _):
            return table.firstMatching(name).map { .aggregate(.sum, $0.identifier) }
        case .sum: return nil
        case .call(let function, let arguments):
            let values = arguments.compactMap { expression($0, in: context) }
            return values.count == arguments.count ? .call(function, values) : nil
        }
    }

    private func expression(_ name: VariableName, in context: Variable?) -> Expression? {
        let found = table.matching(name).filter { $0.isVisible(from: context) }
        if let variable = found.first(where: { $0.blocks == context?.blocks }) ?? found.first {
            if !variable.isList { return .variable(variable.identifier) }
            guard let context, context.isList, context.identifier != variable.identifier,
                context.firstSubscript == variable.firstSubscript, name.subscripts.count == 1,
                case .name = name.subscripts[0]
            else { return nil }
            return .element(variable.identifier, index: .variable(Self.index(of: context)))
        }
        // The subscript of the list in question: p_i < i.
        if let context, context.isList, name.subscripts.isEmpty, isSubscript(name, of: context) {
            return simplified(.binary(.plus, .variable(Self.index(of: context)), .integer(context.firstSubscript - 1)))
        }
        // nm is n times m.
        if name.subscripts.isEmpty, name.base.count > 1 {
            let factors = name.base.map { table.firstMatching(VariableName(String($0))) }
            guard factors.allSatisfy({ $0.map { !$0.isList && $0.kind != .string } ?? false }) else { return nil }
            let names = factors.map { Expression.variable($0!.identifier) }
            return names.dropFirst().reduce(names[0]) { .binary(.times, $0, $1) }
        }
        return nil
    }

    private func isSubscript(_ name: VariableName, of variable: Variable) -> Bool {
        ["i", "j", "k"].contains(name.base) || variable.name.subscripts.contains(.name(name))
    }

    /// The name by which a list's elements may speak of their position.
    static func index(of variable: Variable) -> String {
        variable.identifier == "i" ? "position" : "i"
    }

    private func simplified(_ expression: Expression) -> Expression {
        guard case .binary(let symbol, let left, let right) = expression else { return expression }
        switch (symbol, left, right) {
        case (.plus, .integer(let a), .integer(let b)): return .integer(a + b)
        case (.minus, .integer(let a), .integer(let b)): return .integer(a - b)
        case (.plus, let other, .integer(0)), (.plus, .integer(0), let other), (.minus, let other, .integer(0)):
            return other
        case (.times, .integer(1), let other), (.times, let other, .integer(1)): return other
        default: return expression
        }
    }

    /// `expression + offset`.
    static func shifted(_ expression: Expression, by offset: Int128) -> Expression {
        if offset == 0 { return expression }
        switch expression {
        case .integer(let value): return .integer(value + offset)
        case .binary(.plus, let rest, .integer(let constant)): return joined(rest, constant + offset)
        case .binary(.minus, let rest, .integer(let constant)): return joined(rest, offset - constant)
        default: return joined(expression, offset)
        }
    }

    private static func joined(_ rest: Expression, _ constant: Int128) -> Expression {
        if constant == 0 { return rest }
        return constant > 0 ? .binary(.plus, rest, .integer(constant)) : .binary(.minus, rest, .integer(-constant))
    }
}
