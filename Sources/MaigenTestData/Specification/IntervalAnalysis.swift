/// The least and greatest values that variables can take, from ranges, relations and structures alone.
///
/// Every range and relation is a constraint between expressions; forward evaluation and backward narrowing over the
/// expression trees are repeated until nothing changes (HC4-revise: Benhamou, Goualard, Granvilliers and Puget 1999).
/// The result contains every possible value; where constraints interact in more involved ways it can be wider than
/// what really occurs.
struct IntervalAnalysis {
    /// By variable; `len:s` for the length of a string or list. Elements of lists and fields of rows stand under
    /// the variable's own name.
    private(set) var intervals: [String: Interval] = [:]
    /// Upper bounds of compound expressions that a relation states: `n*m` where `n*m <= 10^6`.
    private var stated: [Expression: Interval] = [:]
    private var constraints: [Constraint] = []
    /// A variable whose interval became empty.
    private(set) var contradiction: String?

    /// `left ≤ right`.
    private struct Constraint {
        var left: Expression
        var right: Expression
        /// The variables it may narrow; nil: all. A constraint on rows that may be missing says nothing about others.
        var narrows: Set<String>?
    }

    private static let maximumRounds = 60

    init(_ specification: InputSpecification) {
        collect(specification.body, narrows: nil)
        solve()
        // Sums over rows bound the number of rows by what each adds at least, which only now is known.
        let before = constraints.count
        collectTotals(specification.body)
        if constraints.count > before { solve() }
    }

    subscript(name: String) -> Interval { intervals[name] ?? .everything }

    /// Leaves a variable nothing but its least value.
    mutating func fix(_ name: String) {
        let least = self[name].least
        intervals[name] = Interval(least, least)
    }

    // MARK: Solving

    private mutating func solve() {
        for _ in 0..<Self.maximumRounds where contradiction == nil {
            let before = intervals
            for constraint in constraints { apply(constraint) }
            if intervals == before { return }
        }
    }

    private mutating func apply(_ constraint: Constraint) {
        let left = value(constraint.left)
        let right = value(constraint.right)
        narrow(constraint.left, to: Interval(Interval.everything.least, right.greatest), constraint.narrows)
        narrow(constraint.right, to: Interval(left.least, Interval.everything.greatest), constraint.narrows)
    }

    /// The values the expression can have.
    func value(_ expression: Expression) -> Interval {
        let computed = computedValue(expression)
        guard let known = stated[expression] else { return computed }
        return computed.intersection(known)
    }

    private func computedValue(_ expression: Expression) -> Interval {
        switch expression {
        case .integer(let number): return Interval(number, number)
        case .variable(let name), .element(let name, _): return self[name]
        case .negated(let inner): return -value(inner)
        case .binary(let symbol, let left, let right):
            let (left, right) = (value(left), value(right))
            switch symbol {
            case .plus: return left + right
            case .minus: return left - right
            case .times: return left * right
            case .divided:
                guard right.least > 0, left.isBounded else { return .everything }
                let ends = [left.least, left.greatest].flatMap { a in
                    [right.least, right.greatest].map { Interval.floor(a, $0) }
                }
                return Interval(ends.min() ?? 0, ends.max() ?? 0)
            case .remainder:
                guard right.least > 0 else { return .everything }
                return Interval(0, right.greatest - 1)
            case .power: return power(left, right)
            }
        case .call(let function, let arguments):
            let values = arguments.map(value)
            switch function {
            case .min: return Interval(values.map(\.least).min() ?? 0, values.map(\.greatest).min() ?? 0)
            case .max: return Interval(values.map(\.least).max() ?? 0, values.map(\.greatest).max() ?? 0)
            case .abs:
                let greatest = values.map { max(-$0.least, $0.greatest) }.max() ?? 0
                return Interval(values[0].least > 0 ? values[0].least : max(0, -values[0].greatest), greatest)
            case .gcd: return Interval(0, values.map { max(-$0.least, $0.greatest) }.max() ?? 0)
            }
        case .aggregate(let aggregate, let name):
            switch aggregate {
            case .len: return self["len:" + name]
            case .sum: return self["len:" + name].intersection(Interval(0, Interval.everything.greatest)) * self[name]
            case .least, .greatest: return self[name]
            }
        }
    }

    private func power(_ base: Interval, _ exponent: Interval) -> Interval {
        guard base.least >= 0, exponent.least >= 0, exponent.greatest <= 127, base.isBounded else { return .everything }
        func raise(_ base: Int128, _ exponent: Int128) -> Int128 {
            (0..<Int(exponent)).reduce(1) { result, _ in Interval(Interval.saturatingProduct(result, base), 0).least }
        }
        return Interval(raise(base.least, exponent.least), raise(base.greatest, exponent.greatest))
    }

    /// Narrows the variables of `expression` to those values for which it can lie in `target`.
    private mutating func narrow(_ expression: Expression, to target: Interval, _ allowed: Set<String>?) {
        switch expression {
        case .integer, .element: return
        case .variable(let name): narrow(name, to: target, allowed)
        case .negated(let inner): narrow(inner, to: -target, allowed)
        case .binary(let symbol, let left, let right):
            let target = target.intersection(value(expression))
            switch symbol {
            case .plus:
                narrow(left, to: target - value(right), allowed)
                narrow(right, to: target - value(left), allowed)
            case .minus:
                narrow(left, to: target + value(right), allowed)
                narrow(right, to: value(left) - target, allowed)
            case .times:
                narrow(left, to: target.exactQuotients(by: value(right)), allowed)
                narrow(right, to: target.exactQuotients(by: value(left)), allowed)
            case .divided:
                let divisor = value(right)
                guard divisor.least > 0 else { return }
                let products = target * divisor
                narrow(left, to: Interval(products.least, products.greatest + divisor.greatest - 1), allowed)
            case .remainder, .power: return
            }
        case .call(let function, let arguments):
            for argument in arguments {
                switch function {
                case .min: narrow(argument, to: Interval(target.least, Interval.everything.greatest), allowed)
                case .max: narrow(argument, to: Interval(Interval.everything.least, target.greatest), allowed)
                case .abs: narrow(argument, to: Interval(-target.greatest, target.greatest), allowed)
                case .gcd: return
                }
            }
        case .aggregate(let aggregate, let name):
            switch aggregate {
            case .len: narrow("len:" + name, to: target, allowed)
            case .least: narrow(name, to: Interval(target.least, Interval.everything.greatest), allowed)
            case .greatest: narrow(name, to: Interval(Interval.everything.least, target.greatest), allowed)
            case .sum: return
            }
        }
    }

    private mutating func narrow(_ name: String, to target: Interval, _ allowed: Set<String>?) {
        guard allowed?.contains(name) ?? true else { return }
        let narrowed = self[name].intersection(target)
        if narrowed.isEmpty {
            if contradiction == nil { contradiction = name }
        } else {
            intervals[name] = narrowed
        }
    }

    // MARK: Collecting constraints

    private mutating func require(_ left: Expression, atMost right: Expression, narrows: Set<String>?) {
        constraints.append(Constraint(left: left, right: right, narrows: narrows))
        if let limit = right.constant, case .binary = left {
            stated[left] = Interval(Interval.everything.least, limit)
            if case .binary(.times, let first, let second) = left {
                stated[.binary(.times, second, first)] = Interval(Interval.everything.least, limit)
            }
        }
    }

    private mutating func require(_ condition: Condition, narrows: Set<String>?) {
        switch condition {
        case .all(let parts):
            for part in parts { require(part, narrows: narrows) }
        case .any: return
        case .comparison(let operands, let operators):
            for (place, comparison) in operators.enumerated() {
                let (left, right) = (operands[place], operands[place + 1])
                switch comparison {
                case .lessOrEqual: require(left, atMost: right, narrows: narrows)
                case .greaterOrEqual: require(right, atMost: left, narrows: narrows)
                case .less: require(.binary(.plus, left, 1), atMost: right, narrows: narrows)
                case .greater: require(.binary(.plus, right, 1), atMost: left, narrows: narrows)
                case .equal:
                    require(left, atMost: right, narrows: narrows)
                    require(right, atMost: left, narrows: narrows)
                case .notEqual: break
                }
            }
        }
    }

    private mutating func require(_ name: String, in range: IntegerRange, narrows: Set<String>?) {
        require(range.lower, atMost: .variable(name), narrows: narrows)
        require(.variable(name), atMost: range.upper, narrows: narrows)
    }

    /// What a missing block may narrow: only its own variables and their lengths.
    private func ownVariables(_ names: [String]) -> Set<String> {
        Set(names).union(names.map { "len:" + $0 })
    }

    private mutating func collect(_ block: Block, narrows: Set<String>?) {
        for item in block.items { collect(item, narrows: narrows) }
        for relation in block.relations { require(relation, narrows: narrows) }
    }

    private mutating func collect(_ item: Item, narrows: Set<String>?) {
        switch item {
        case .line(let fields): collect(fields, narrows: narrows)
        case .matrix(let matrix):
            require(0, atMost: matrix.rows, narrows: narrows)
            require(0, atMost: matrix.columns, narrows: narrows)
            collect(matrix.name, matrix.element, narrows: ownVariables([matrix.name]))
        case .grid(let grid):
            require(0, atMost: grid.rows, narrows: narrows)
            require(0, atMost: grid.columns, narrows: narrows)
        case .tree(let tree):
            require(1, atMost: tree.vertices, narrows: narrows)
            collect(tree.extras, narrows: ownVariables(tree.extras.flatMap(\.names)))
        case .graph(let graph): collect(graph, narrows: narrows)
        case .repetition(let repetition): collect(repetition, narrows: narrows)
        case .choice(let choice): collect(choice)
        case .optional(let optional): collect(optional.body, narrows: ownVariables(optional.body.fieldNames))
        }
    }

    private mutating func collect(_ fields: [Field], narrows: Set<String>?) {
        for field in fields {
            switch field.kind {
            case .value(let value): collect(field.name, value, narrows: narrows)
            case .list(let list): collect(field.name, list, narrows: narrows)
            case .permutation(let length, let first):
                require(0, atMost: length, narrows: narrows)
                require(.integer(Int128(first)), atMost: .variable(field.name), narrows: [field.name])
                require(
                    .variable(field.name), atMost: .binary(.plus, length, .integer(Int128(first - 1))),
                    narrows: [field.name])
                require(.aggregate(.len, field.name), atMost: length, narrows: narrows)
                require(length, atMost: .aggregate(.len, field.name), narrows: narrows)
            case .literal: break
            }
        }
    }

    private mutating func collect(_ name: String, _ value: Value, narrows: Set<String>?) {
        switch value {
        case .integer(let range): require(name, in: range, narrows: narrows)
        case .string(let shape):
            require(shape.length.lower, atMost: .aggregate(.len, name), narrows: narrows)
            require(.aggregate(.len, name), atMost: shape.length.upper, narrows: narrows)
            require(0, atMost: .aggregate(.len, name), narrows: narrows)
        case .real, .word: break
        }
    }

    private mutating func collect(_ name: String, _ list: List, narrows: Set<String>?) {
        let own = ownVariables([name] + (list.index.map { [$0] } ?? []))
        require(0, atMost: list.length, narrows: narrows)
        if let index = list.index {
            require(1, atMost: .variable(index), narrows: own)
            require(.variable(index), atMost: list.length, narrows: own)
        }
        // The elements' own bounds. For strings, `len:` means one element's length, not the list's.
        collect(name, list.element, narrows: own)
        guard case .integer(let range) = list.element else { return }
        require(.aggregate(.len, name), atMost: list.length, narrows: narrows)
        require(list.length, atMost: .aggregate(.len, name), narrows: narrows)
        let isStrict = list.isDistinct || list.order == .increasing || list.order == .decreasing
        if isStrict, list.index == nil {
            require(
                .binary(.plus, list.length, range.lower), atMost: .binary(.plus, range.upper, 1), narrows: narrows)
        }
        if let total = list.total, value(range.lower).least >= 0 {
            require(.variable(name), atMost: total, narrows: own)
        }
    }

    private mutating func collect(_ graph: Graph, narrows: Set<String>?) {
        let (n, m) = (graph.vertices, graph.edges)
        require(0, atMost: n, narrows: narrows)
        require(0, atMost: m, narrows: narrows)
        func product(_ left: Expression, _ right: Expression) -> Expression { .binary(.times, left, right) }
        let pairs = product(n, .binary(.minus, n, 1))
        if case .separate(let left, let right) = graph.sides {
            if !graph.allowsMultipleEdges { require(m, atMost: product(left, right), narrows: narrows) }
        } else if graph.isAcyclic, !graph.isDirected {
            require(.binary(.plus, m, 1), atMost: .call(.max, [n, 1]), narrows: narrows)
        } else if !graph.allowsMultipleEdges {
            var limit = graph.isDirected && !graph.isAcyclic && !graph.isOrdered ? pairs : .binary(.divided, pairs, 2)
            if case .hidden = graph.sides, !graph.isDirected { limit = .binary(.divided, product(n, n), 4) }
            if graph.allowsLoops { limit = .binary(.plus, limit, n) }
            require(m, atMost: limit, narrows: narrows)
        } else if !graph.allowsLoops, value(m).least >= 1 {
            require(2, atMost: n, narrows: narrows)
        }
        if graph.isConnected { require(.binary(.minus, n, 1), atMost: m, narrows: narrows) }
        collect(graph.extras, narrows: ownVariables(graph.extras.flatMap(\.names)))
    }

    private mutating func collect(_ repetition: Repetition, narrows: Set<String>?) {
        let own = ownVariables(repetition.body.fieldNames + (repetition.index.map { [$0] } ?? []))
        var canBeMissing = false
        if case .times(let times) = repetition.count {
            require(0, atMost: times, narrows: narrows)
            solve()
            canBeMissing = value(times).least < 1
            if let index = repetition.index {
                require(1, atMost: .variable(index), narrows: own)
                require(.variable(index), atMost: times, narrows: own)
            }
        }
        collect(repetition.body, narrows: canBeMissing ? own.intersection(narrows ?? own) : narrows)
        for total in repetition.totals {
            solve()
            if value(total.summand).least >= 0 { require(total.summand, atMost: total.limit, narrows: own) }
        }
    }

    private mutating func collectTotals(_ block: Block) {
        for case .repetition(let repetition) in block.items {
            if case .times(let times) = repetition.count {
                for total in repetition.totals {
                    let least = value(total.summand).least
                    guard least > 0 else { continue }
                    require(.binary(.times, times, .integer(least)), atMost: total.limit, narrows: nil)
                }
            }
            collectTotals(repetition.body)
        }
    }

    /// A field name that several options share has the hull of its intervals in them.
    private mutating func collect(_ choice: Choice) {
        var hulls: [String: Interval] = [:]
        for option in choice.options {
            let names = option.fields.flatMap(\.names)
            let keys = names + names.map { "len:" + $0 }
            for key in keys { intervals[key] = nil }
            let before = constraints.count
            collect(option.fields, narrows: ownVariables(names))
            for relation in option.relations { require(relation, narrows: ownVariables(names)) }
            solve()
            for key in keys where intervals[key] != nil { hulls[key] = hulls[key]?.hull(self[key]) ?? self[key] }
            // What one option says of a name must not bind the same name in another.
            let shared = choice.options.filter { !names.isDisjoint(with: $0.fields.flatMap(\.names)) }.count > 1
            if shared { constraints.removeSubrange(before...) }
        }
        for (key, hull) in hulls { intervals[key] = hull }
    }
}

extension Array where Element: Hashable {
    fileprivate func isDisjoint(with other: [Element]) -> Bool { Set(self).isDisjoint(with: other) }
}
