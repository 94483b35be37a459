/// Reads a term from tokens: numbers, names with subscripts, the four operations, powers, `|x|`, `∑`, `min`, `⌊ ⌋`.
struct TermParser {
    private let tokens: [TextToken]
    private(set) var position: Int
    /// `|` ends the term while the inside of `|…|` is read.
    private var bars = 0
    /// How many terms are open around this place, and how many operations were read. Both are bounded, because terms are
    /// read, used and let go by recursion, and a statement may be written to overflow the stack; no problem comes near.
    private var nesting = 0
    private var operations = 0
    private static let greatestNesting = 24
    private static let mostOperations = 256

    init(_ tokens: [TextToken], at position: Int) {
        self.tokens = tokens
        self.position = position
    }

    /// The longest term at `position`, and where it ends.
    static func term(in tokens: [TextToken], at position: Int) -> (Term, Int)? {
        var parser = TermParser(tokens, at: position)
        guard let term = parser.sum() else { return nil }
        return (term, parser.position)
    }

    /// One name with its subscripts.
    static func name(in tokens: [TextToken], at position: Int) -> (VariableName, Int)? {
        var parser = TermParser(tokens, at: position)
        guard let name = parser.name() else { return nil }
        return (name, parser.position)
    }

    private var current: TextToken? { position < tokens.count ? tokens[position] : nil }

    private mutating func accept(_ symbol: Symbol) -> Bool {
        guard current?.isSymbol(symbol) == true else { return false }
        position += 1
        return true
    }

    private mutating func sum() -> Term? {
        guard var left = product() else { return nil }
        while let token = current, token.isSymbol(.plus) || token.isSymbol(.minus), operates() {
            let start = position
            position += 1
            guard let right = product() else {
                position = start
                break
            }
            left = .binary(token.isSymbol(.plus) ? .plus : .minus, left, right)
        }
        return left
    }

    private mutating func product() -> Term? {
        guard var left = signed() else { return nil }
        while let token = current, operations < Self.mostOperations {
            let start = position
            let symbol: Expression.BinaryOperator
            switch token.kind {
            case .symbol(.times): symbol = .times
            case .symbol(.divide): symbol = .divided
            case .symbol(.remainder): symbol = .remainder
            case .name, .symbol(.openParenthesis):
                guard multipliesSilently(from: left) else { return left }
                guard let right = power() else {
                    position = start
                    return left
                }
                left = .binary(.times, left, right)
                operations += 1
                continue
            default: return left
            }
            position += 1
            guard let right = signed() else {
                position = start
                return left
            }
            left = .binary(symbol, left, right)
            operations += 1
        }
        return left
    }

    /// `2n`, `n(n-1)`, `nm` written apart inside mathematics. `f(x)` outside mathematics is prose.
    private func multipliesSilently(from left: Term) -> Bool {
        guard let token = current, position > 0 else { return false }
        let previous = tokens[position - 1]
        guard token.isMathematics, previous.isMathematics else {
            if case .number = previous.kind, case .name = token.kind { return true }
            return false
        }
        if case .name = previous.kind, case .name = token.kind { return false }
        return true
    }

    /// Counts one more operation, if there may be one.
    private mutating func operates() -> Bool {
        operations += 1
        return operations <= Self.mostOperations
    }

    private mutating func signed() -> Term? {
        guard nesting < Self.greatestNesting else { return nil }
        nesting += 1
        defer { nesting -= 1 }
        if accept(.minus) { return signed().map { Term.negated($0) } }
        if accept(.plus) { return signed() }
        return power()
    }

    private mutating func power() -> Term? {
        guard let base = primary() else { return nil }
        let start = position
        guard accept(.power) else { return base }
        guard let exponent = exponent() else {
            position = start
            return base
        }
        return .binary(.power, base, exponent)
    }

    private mutating func exponent() -> Term? {
        guard nesting < Self.greatestNesting else { return nil }
        nesting += 1
        defer { nesting -= 1 }
        if accept(.minus) { return exponent().map { Term.negated($0) } }
        return primary()
    }

    private mutating func primary() -> Term? {
        guard let token = current, nesting < Self.greatestNesting else { return nil }
        nesting += 1
        defer { nesting -= 1 }
        let start = position
        switch token.kind {
        case .number(let value):
            position += 1
            return .number(value)
        case .decimal(let text):
            position += 1
            return .decimal(text)
        case .term(let term):
            position += 1
            return term
        case .name:
            return name().map { Term.name($0) }
        case .symbol(.openParenthesis): return enclosed(by: .closeParenthesis)
        case .symbol(.openBrace): return enclosed(by: .closeBrace)
        case .symbol(.openFloor): return enclosed(by: .closeFloor)
        case .symbol(.fraction):
            position += 1
            guard accept(.openBrace), let top = sum(), accept(.closeBrace), accept(.openBrace), let bottom = sum(),
                accept(.closeBrace)
            else {
                position = start
                return nil
            }
            return .binary(.divided, top, bottom)
        case .symbol(.bar):
            guard bars == 0 else { return nil }
            position += 1
            bars += 1
            let inner = sum()
            bars -= 1
            guard let inner, accept(.bar) else {
                position = start
                return nil
            }
            return .absolute(inner)
        case .symbol(.sum):
            return summation()
        case .word(let word):
            guard let function = Expression.NumberFunction(rawValue: word) else { return nil }
            position += 1
            return call(function)
                ?? {
                    position = start
                    return nil
                }()
        default:
            return nil
        }
    }

    private mutating func enclosed(by closing: Symbol) -> Term? {
        let start = position
        position += 1
        let outer = bars
        bars = 0
        let inner = sum()
        bars = outer
        guard let inner, accept(closing) else {
            position = start
            return nil
        }
        return inner
    }

    private mutating func call(_ function: Expression.NumberFunction) -> Term? {
        let isSet = current?.isSymbol(.openSet) == true
        guard accept(.openParenthesis) || accept(.openSet) else { return nil }
        var arguments: [Term] = []
        while let argument = sum() {
            arguments.append(argument)
            guard accept(.comma) || accept(.wideComma) else { break }
        }
        guard !arguments.isEmpty, accept(isSet ? .closeSet : .closeParenthesis) else { return nil }
        return .call(function, arguments)
    }

    /// `∑ n`, `∑_{i=1}^{n} a_i`.
    private mutating func summation() -> Term? {
        let start = position
        position += 1
        var upper: Term?
        if accept(.subscripted) { skipGroup() }
        if accept(.power) { upper = primary() }
        if accept(.subscripted) { skipGroup() }
        // "∑ n × m" adds products.
        guard let body = product() else {
            position = start
            return nil
        }
        return .sum(body, upTo: upper)
    }

    private mutating func skipGroup() {
        guard accept(.openBrace) else {
            position += 1
            return
        }
        var depth = 1
        while let token = current, depth > 0 {
            if token.isSymbol(.openBrace) { depth += 1 }
            if token.isSymbol(.closeBrace) { depth -= 1 }
            position += 1
        }
    }

    private mutating func name() -> VariableName? {
        guard case .name(var base)? = current?.kind else { return nil }
        position += 1
        while accept(.prime) { base += "'" }
        var subscripts: [Term] = []
        let start = position
        if accept(.subscripted) {
            if accept(.openBrace) {
                while let part = sum() {
                    subscripts.append(contentsOf: part.asSubscripts)
                    guard accept(.comma) || accept(.wideComma) else { break }
                }
                guard !subscripts.isEmpty, accept(.closeBrace) else {
                    position = start
                    return VariableName(base)
                }
            } else if let part = primary() {
                subscripts = part.asSubscripts
                // x_1_2 and a_i_j
                while accept(.subscripted) { if let next = primary() { subscripts += next.asSubscripts } }
            } else {
                position = start
            }
        } else if current?.isSymbol(.openBracket) == true {
            // a[i] and a[i][j]
            while accept(.openBracket) {
                guard let part = sum(), accept(.closeBracket) else {
                    position = start
                    return VariableName(base)
                }
                subscripts.append(part)
            }
        }
        return VariableName(base, subscripts)
    }
}

extension Term {
    /// `a_{ij}` has two subscripts.
    fileprivate var asSubscripts: [Term] {
        guard case .name(let name) = self, name.subscripts.isEmpty, ["ij", "xy", "ik", "jk", "uv"].contains(name.base)
        else { return [self] }
        return name.base.map { Term.name(VariableName(String($0))) }
    }
}
