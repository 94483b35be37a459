extension GeneratorFact {
    /// What the items of a block demand of the numbers read before them: a connected graph needs edges, distinct
    /// values need room.
    static func implicit(_ block: Block, range: (Expression) -> CppRange) -> [GeneratorFact] {
        block.items.flatMap { implicit($0, relations: block.relations, range: range) }
    }

    private static func implicit(
        _ item: Item, relations: [Condition], range: (Expression) -> CppRange
    ) -> [GeneratorFact] {
        switch item {
        case .line(let fields): fields.flatMap { implicit($0, range) }
        case .matrix(let matrix): atLeast([matrix.rows, matrix.columns], 0, range)
        case .grid(let grid):
            atLeast([grid.rows, grid.columns], 0, range)
                + atLeast([.binary(.times, grid.rows, grid.columns)], grid.markerCount, range)
        case .tree(let tree): atLeast([tree.vertices], 1, range)
        case .graph(let graph): implicit(graph, range)
        case .repetition(let repetition): implicit(repetition, range)
        case .choice, .optional: []
        }
    }

    private static func implicit(_ field: Field, _ range: (Expression) -> CppRange) -> [GeneratorFact] {
        switch field.kind {
        case .value(.integer(let ends)):
            // Leaves the variables in the ends room for this one.
            return ends.lower.constant != nil && ends.upper.constant != nil
                ? [] : [unchecked(ends.lower, atMost: ends.upper)]
        case .value(.string(let shape)):
            return shape.length.lower.constant != nil && shape.length.upper.constant != nil
                ? [] : [unchecked(shape.length.lower, atMost: shape.length.upper)]
        case .permutation(let length, _): return atLeast([length], 0, range)
        case .list(let list):
            var facts = atLeast([list.length], 0, range)
            guard case .integer(let ends) = list.element else { return facts }
            let own = ends.lower.variables.union(ends.upper.variables)
            guard list.index.map({ !own.contains($0) }) ?? true else { return facts }
            if list.isDistinct || list.order == .increasing || list.order == .decreasing {
                facts += atMost(list.length, ends.size, range)
            }
            if let total = list.total { facts += atMost(.binary(.times, list.length, ends.lower), total, range) }
            return facts
        case .value, .literal: return []
        }
    }

    private static func implicit(_ graph: Graph, _ range: (Expression) -> CppRange) -> [GeneratorFact] {
        let (n, m) = (graph.vertices, graph.edges)
        var facts = atLeast([n, m], 0, range)
        if graph.isConnected { facts += atMost(.binary(.minus, n, 1), m, range) }
        let pairs = Expression.binary(.times, n, .binary(.minus, n, 1))
        let isOneWay = graph.isDirected && (graph.isAcyclic || graph.isOrdered)
        if graph.isAcyclic, !graph.isDirected {
            facts += atMost(m, .call(.max, [0, .binary(.minus, n, 1)]), range)
        }
        let allowsLoops = graph.allowsLoops && !graph.isAcyclic && !graph.isOrdered && graph.sides == .none
        if graph.allowsMultipleEdges {
            // Any edge can be repeated, if there is one at all: with one vertex there is none.
            let greatest = range(m).greatest
            guard greatest > 0, !allowsLoops else { return facts }
            if range(m).least > 0 { return facts + atLeast([n], 2, range) }
            return facts + atMost(m, .binary(.times, .integer(greatest), .binary(.minus, n, 1)), range)
        }
        switch graph.sides {
        case .separate(let left, let right): facts += atMost(m, .binary(.times, left, right), range)
        case .hidden:
            let crossing = Expression.binary(.divided, .binary(.times, n, n), 4)
            facts += atMost(m, graph.isDirected && !isOneWay ? .binary(.times, 2, crossing) : crossing, range)
        case .none:
            let all = graph.isDirected && !isOneWay ? pairs : .binary(.divided, pairs, 2)
            facts += atMost(m, allowsLoops ? .binary(.plus, all, n) : all, range)
        }
        return facts
    }

    private static func implicit(_ repetition: Repetition, _ range: (Expression) -> CppRange) -> [GeneratorFact] {
        guard case .times(let count) = repetition.count else { return [] }
        var facts = atLeast([count], 0, range)
        let inner = Set(repetition.body.fieldNames).union([repetition.index].compactMap { $0 })
        for distinct in repetition.distinct {
            if let size = repetition.body.tuples(distinct), size.variables.isDisjoint(with: inner) {
                facts += atMost(count, size, range)
            }
        }
        return facts
    }

    // MARK: - Facts that may fail

    private static func atLeast(
        _ expressions: [Expression], _ least: Int, _ range: (Expression) -> CppRange
    ) -> [GeneratorFact] {
        expressions.filter { range($0).least < Int128(least) }
            .flatMap { facts(.comparison([$0, .integer(Int128(least))], [.greaterOrEqual])) }
    }

    static func atMost(
        _ left: Expression, _ right: Expression, _ range: (Expression) -> CppRange
    ) -> [GeneratorFact] {
        left == right || range(left).greatest <= range(right).least
            ? [] : facts(.comparison([left, right], [.lessOrEqual]))
    }
}

extension IntegerRange {
    /// How many numbers the range holds.
    var size: Expression { Expression.binary(.plus, .binary(.minus, upper, lower), 1).folded }
}

extension Grid {
    var markerCount: Int { exactly.values.reduce(0, +) + atLeast.values.reduce(0, +) }
}

extension Block {
    /// How many different tuples of these fields there can be, where all are whole numbers of the block's own lines.
    fileprivate func tuples(_ distinct: Repetition.DistinctFields) -> Expression? {
        var ranges: [IntegerRange] = []
        for name in distinct.fields {
            guard let range = integerRange(name) else { return nil }
            ranges.append(range)
        }
        guard var product = ranges.first?.size else { return nil }
        if ranges.count == 2 {
            let facts = relations.flatMap(GeneratorFact.facts)
            let names = distinct.fields
            let gap = facts.compactMap { $0.orders(names[0], names[1]) ?? $0.orders(names[1], names[0]) }.max()
            let differ =
                gap == 1
                || relations.contains {
                    $0.text.contains("\(names[0]) != \(names[1])") || $0.text.contains("\(names[1]) != \(names[0])")
                }
            let isTriangle = distinct.isUnordered || gap != nil
            guard ranges[0] == ranges[1] else { return .binary(.times, product, ranges[1].size) }
            let pairs = Expression.binary(
                .times, product,
                differ ? .binary(.minus, product, 1) : isTriangle ? .binary(.plus, product, 1) : product)
            return isTriangle ? .binary(.divided, pairs, 2) : pairs
        }
        for range in ranges.dropFirst() { product = .binary(.times, product, range.size) }
        return product
    }

    /// The range of a whole number in one of the block's own lines.
    func integerRange(_ name: String) -> IntegerRange? {
        for case .line(let fields) in items {
            for case let field in fields where field.name == name {
                if case .value(.integer(let range)) = field.kind { return range }
            }
        }
        return nil
    }
}
