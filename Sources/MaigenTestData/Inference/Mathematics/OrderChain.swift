/// Reads `a_1 ≤ a_2 ≤ … ≤ a_n`: a list in order.
enum OrderChain {
    static func order(in tokens: [TextToken], at position: Int) -> (List.Order, VariableName, Int)? {
        guard let (first, firstEnd) = TermParser.name(in: tokens, at: position), !first.subscripts.isEmpty else {
            return nil
        }
        var end = firstEnd
        var comparison: Condition.Comparison?
        var hasDots = false
        var members = 1
        while end + 1 < tokens.count, case .symbol(let symbol) = tokens[end].kind, let next = symbol.comparison {
            guard comparison == nil || comparison == next else { return nil }
            comparison = next
            if tokens[end + 1].isSymbol(.dots) {
                hasDots = true
                end += 2
            } else if let (name, nameEnd) = TermParser.name(in: tokens, at: end + 1), name.base == first.base {
                members += 1
                end = nameEnd
            } else {
                return nil
            }
        }
        guard hasDots, members >= 2, let comparison else { return nil }
        let order: List.Order
        switch comparison {
        case .lessOrEqual: order = .nondecreasing
        case .less: order = .increasing
        case .greaterOrEqual: order = .nonincreasing
        case .greater: order = .decreasing
        case .equal, .notEqual: return nil
        }
        return (order, VariableName(first.base, [.name(VariableName("i"))]), end)
    }
}
