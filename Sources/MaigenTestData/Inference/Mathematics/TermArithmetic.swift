/// Adds and subtracts terms, folding constants: `n + 1 - 2` becomes `n - 1`.
enum TermArithmetic {
    static func plus(_ left: Term, _ right: Term) -> Term {
        if let right = right.constant {
            let (rest, constant) = split(left)
            return join(rest, constant + right)
        }
        if let left = left.constant { return plus(right, .number(left)) }
        return .binary(.plus, left, right)
    }

    static func minus(_ left: Term, _ right: Term) -> Term {
        if let right = right.constant { return plus(left, .number(-right)) }
        let (leftRest, leftConstant) = split(left)
        let (rightRest, rightConstant) = split(right)
        if leftRest == rightRest { return .number(leftConstant - rightConstant) }
        return .binary(.minus, left, right)
    }

    /// A term as a part without, and a constant.
    private static func split(_ term: Term) -> (Term?, Int128) {
        if let value = term.constant { return (nil, value) }
        switch term {
        case .binary(.plus, let left, let right):
            if let value = right.constant {
                let (rest, constant) = split(left)
                return (rest, constant + value)
            }
            if let value = left.constant {
                let (rest, constant) = split(right)
                return (rest, constant + value)
            }
            return (term, 0)
        case .binary(.minus, let left, let right):
            guard let value = right.constant else { return (term, 0) }
            let (rest, constant) = split(left)
            return (rest, constant - value)
        default:
            return (term, 0)
        }
    }

    private static func join(_ rest: Term?, _ constant: Int128) -> Term {
        guard let rest else { return .number(constant) }
        if constant == 0 { return rest }
        return constant > 0 ? .binary(.plus, rest, .number(constant)) : .binary(.minus, rest, .number(-constant))
    }
}
