import MaigenDomain

extension Assembler {
    // MARK: edges

    /// Rows of two ends and more as the edges of a tree or a graph; nil where nothing says they are edges.
    mutating func edgeStructure(_ fields: [Variable], _ count: Expression, _ line: LayoutLine) -> Item? {
        guard fields.count >= 2, !fields[0].isList, !fields[1].isList else { return nil }
        let (first, second) = (fields[0], fields[1])
        let saysEdge = [
            Feature.edge, .graph, .tree, .connected, .acyclic, .noLoops, .noMultipleEdges, .mayMultipleEdges, .mayLoops,
            .bipartite,
        ]
        .contains { feature in
            features.facts.contains { fact in
                fact.feature == feature && fact.isUsable
                    && (feature != .edge || fact.names.count != 2
                        || fact.names.map(\.base) == [first.name.base, second.name.base])
            }
        }
        guard saysEdge, first.kind != .string, second.kind != .string else { return nil }
        if let graph = twoSidedGraph(first, second, fields, count, line) { return graph }
        guard let ends = vertexRange(first, second) else { return nil }
        let isTree = features.has(.tree) && TermResolver.shifted(ends.vertices, by: -1) == count
        hasGraph = true
        let noLoops = takeDifference(first.identifier, second.identifier)
        let extras = fields.dropFirst(2).map { field($0) }
        _ = features.use(.edge)
        _ = features.use(.graph)
        let directed = features.use(.directed)
        let undirected = features.use(.undirected)
        if directed && undirected { problem("又说有向又说无向", "the graph is called directed and undirected", line.statement) }
        let words = reading.statements[line.statement].statement.text
        if !isTree, TermResolver.shifted(ends.vertices, by: -1) == count {
            problem(
                "n−1 条边，但没有说明是不是一棵树", "there are n−1 edges, but nothing says whether they form a tree", line.statement)
        }
        if isTree, ends.isOrdered {
            problem(
                "树的每条边都由较小的端点写起，规格说不出来",
                "the smaller end of every edge of the tree comes first, which no specification can say", line.statement)
        }
        if isTree {
            for feature in [Feature.tree, .connected, .acyclic, .noLoops, .noMultipleEdges, .reachableFromFirst] {
                features.absorb(feature)
            }
            facts.append(
                .init(
                    Localized(zh: "\(count.text) 行是一棵树的边", en: "\(count.text) lines are the edges of a tree"),
                    evidence: words))
            return .tree(
                Tree(
                    name: structureName("tree"), vertices: ends.vertices, vertexNames: .numbers(first: ends.first),
                    form: .edges, extras: Array(extras)))
        }
        facts.append(
            .init(
                Localized(zh: "\(count.text) 行是一个图的边", en: "\(count.text) lines are the edges of a graph"),
                evidence: words))
        var graph = Graph(
            name: structureName("graph"), vertices: ends.vertices, edges: count,
            vertexNames: .numbers(first: ends.first),
            isDirected: directed, extras: Array(extras))
        graph.isConnected = features.use(.connected)
        if undirected, features.use(.reachableFromFirst) { graph.isConnected = true }
        graph.isAcyclic = features.use(.acyclic)
        graph.isOrdered = ends.isOrdered
        if features.use(.bipartite) { graph.sides = .hidden }
        loops(&graph, isForbidden: noLoops || ends.isOrdered, line.statement)
        multipleEdges(&graph, line.statement, ends: [first, second])
        if graph.isAcyclic && !directed && !undirected {
            problem(
                "说没有环，却没说有向还是无向", "there are no cycles, but whether edges have a direction is not stated",
                line.statement)
        }
        if !directed && !undirected {
            assumptions.append(
                Localized(
                    zh: "题面没有说图有向还是无向，按无向处理",
                    en: "the statement does not say whether the graph is directed; taken as undirected"))
        }
        return .graph(graph)
    }

    /// `1 ≤ u ≤ n`, `1 ≤ v ≤ m` in a graph called bipartite: both sides count for themselves.
    private mutating func twoSidedGraph(
        _ first: Variable, _ second: Variable, _ fields: [Variable], _ count: Expression, _ line: LayoutLine
    ) -> Item? {
        guard features.has(.bipartite) else { return nil }
        let (a, b) = (resolvedRange(first), resolvedRange(second))
        guard a.lower == 1, b.lower == 1, let left = a.upper, let right = b.upper, left != right,
            case .variable = left, case .variable = right
        else { return nil }
        hasGraph = true
        for feature in [Feature.bipartite, .graph, .edge, .undirected, .noLoops] { features.absorb(feature) }
        var graph = Graph(
            name: structureName("graph"), vertices: .binary(.plus, left, right), edges: count,
            sides: .separate(left: left, right: right), extras: fields.dropFirst(2).map { field($0) })
        graph.isConnected = features.use(.connected)
        multipleEdges(&graph, line.statement)
        fact("\(count.text) 行是二分图的边", "\(count.text) lines are the edges of a bipartite graph", line.statement)
        return .graph(graph)
    }

    private mutating func loops(_ graph: inout Graph, isForbidden: Bool, _ statement: Int) {
        let forbidden = features.use(.noLoops) || isForbidden
        let allowed = features.use(.mayLoops)
        if forbidden && allowed { problem("自环的说法自相矛盾", "what is said of self-loops contradicts itself", statement) }
        if forbidden { features.absorb(.noLoops) }
        graph.allowsLoops = !forbidden && !graph.isAcyclic
        if !forbidden && !allowed && !graph.isAcyclic {
            assumptions.append(
                Localized(zh: "题面没有排除自环，视为可能出现", en: "the statement does not exclude self-loops; they may occur"))
        }
    }

    private mutating func multipleEdges(_ graph: inout Graph, _ statement: Int, ends: [Variable] = []) {
        // "(u_i, v_i) ≠ (u_j, v_j)" of ends in order.
        let differ =
            (graph.isOrdered || graph.isDirected)
            && features.take({ fact in
                fact.feature == .distinctRows
                    && (fact.names.isEmpty || fact.names.map(\.base) == ends.map(\.name.base))
            }) != nil
        let forbidden = features.use(.noMultipleEdges) || differ
        let allowed = features.use(.mayMultipleEdges)
        if forbidden && allowed { problem("重边的说法自相矛盾", "what is said of multiple edges contradicts itself", statement) }
        graph.allowsMultipleEdges = !forbidden
        if !forbidden && !allowed {
            assumptions.append(
                Localized(zh: "题面没有排除重边，视为可能出现", en: "the statement does not exclude multiple edges; they may occur"))
        }
    }

    private struct Ends {
        var vertices: Expression
        var first: Int
        var isOrdered: Bool
    }

    /// What both ends run over: `1..n` or `0..n-1`; also where only the numbering of the vertices is stated.
    private mutating func vertexRange(_ first: Variable, _ second: Variable) -> Ends? {
        let (a, b) = (resolvedRange(first), resolvedRange(second))
        // "三个正整数 u, v, w" of a tree: the ends are vertices, which the lower end says no more of.
        let isPositive = a.lower == 1 && b.lower == 1 && first.entry.isPositive && second.entry.isPositive
        if a.lower == nil && b.lower == nil || isPositive, a.upper == nil, b.upper == nil {
            let isNumbered = features.facts.contains { if case .numbered = $0.feature { true } else { false } }
            guard features.has(.tree) || features.has(.graph) || isNumbered && features.has(.edge),
                let vertices = vertexCount(before: first)
            else { return nil }
            var start: Int?
            for fact in features.facts { if case .numbered(let from) = fact.feature { start = from } }
            if start == nil, isPositive { start = 1 }
            if start == 0, isPositive { return nil }
            if start == nil { dependsOnFirstVertex = true }
            return Ends(vertices: .variable(vertices.identifier), first: start ?? variant.firstVertex, isOrdered: false)
        }
        guard let lower = a.lower?.constant, lower == 0 || lower == 1, let upper = a.upper,
            b.upper == upper || b.upper == nil || b.upper == TermResolver.shifted(upper, by: 1)
        else { return nil }
        let vertices = lower == 1 ? upper : TermResolver.shifted(upper, by: 1)
        guard vertices.constant == nil, case .variable = vertices else {
            // u < v ≤ n: the first end stops one before.
            let whole = TermResolver.shifted(vertices, by: 1)
            if case .variable = whole, b.lower == TermResolver.shifted(.variable(first.identifier), by: 1),
                b.upper == TermResolver.shifted(upper, by: 1)
            {
                return Ends(vertices: whole, first: Int(lower), isOrdered: true)
            }
            return nil
        }
        guard b.lower?.constant == lower, b.upper == upper else {
            if b.lower == TermResolver.shifted(.variable(first.identifier), by: 1), b.upper == upper {
                return Ends(vertices: vertices, first: Int(lower), isOrdered: true)
            }
            return nil
        }
        return Ends(vertices: vertices, first: Int(lower), isOrdered: false)
    }

    /// The variable that counts the vertices: up to which things are numbered, else n.
    private func vertexCount(before first: Variable) -> Variable? {
        let outer = table.variables.filter {
            first.blocks.starts(with: $0.blocks) && $0.blocks != first.blocks && !$0.isList
        }
        var ends: Set<String> = []
        for fact in features.facts {
            if case .numberedUpTo(.name(let name)) = fact.feature { ends.insert(name.base) }
        }
        if ends.count == 1, let only = ends.first { return outer.first { $0.name.base == only } }
        return outer.first { $0.identifier.lowercased() == "n" }
    }

    private func structureName(_ name: String) -> String {
        table.variables.contains { $0.identifier == name } ? name + "_edges" : name
    }

    // MARK: parents

    /// A list `p_2, …, p_n` with `1 ≤ p_i < i`, or of parents by name, as a tree.
    mutating func parentTree(_ variable: Variable) -> Tree? {
        guard variable.isList, let count = variable.count, let length = resolver.expression(count) else { return nil }
        let vertices = TermResolver.shifted(length, by: 1)
        guard case .variable = vertices, variable.firstSubscript == 2 else { return nil }
        let range = resolvedRange(variable)
        let isOrdered = range.lower == 1 && range.upper == .variable(TermResolver.index(of: variable))
        let saysParent = features.has(.parent, in: variable.statement)
        let isWhole = range.lower == 1 && range.upper == vertices
        guard isOrdered || (saysParent && features.has(.tree) && isWhole) else { return nil }
        _ = features.use(.tree)
        _ = features.use(.parent)
        fact("\(variable.identifier) 是父亲表示的树", "\(variable.identifier) is a tree told by parents", variable.statement)
        return Tree(name: variable.identifier, vertices: vertices, form: .parents(isOrdered: isOrdered))
    }

    // MARK: tables

    /// Rows of equally long strings as a grid.
    mutating func grid(_ variable: Variable, _ rows: Expression) -> Grid? {
        let length: Term?
        if variable.kind == .string, !variable.isList {
            length = variable.entry.length
        } else if variable.kind == .character, variable.isList {
            dependsOnSpacing = true
            length = variant.charactersAreSpaced ? nil : variable.count
        } else {
            length = nil
        }
        guard let length, let columns = resolver.expression(length) else { return nil }
        var grid = Grid(name: variable.identifier, rows: rows, columns: columns, alphabet: alphabet(of: variable))
        while let fact = features.take({ if case .marker = $0.feature { true } else { false } }) {
            guard case .marker(let character, let count) = fact.feature else { continue }
            if !grid.alphabet.contains(character) { grid.alphabet = (grid.alphabet + [character]).sorted() }
            grid.exactly[character] = count
            facts.append(
                .init(
                    Localized(zh: "恰好 \(count) 个 \(character)", en: "exactly \(count) of \(character)"),
                    evidence: fact.evidence))
        }
        fact(
            "\(rows.text) 行 \(columns.text) 列的字符表", "a grid of \(rows.text) rows and \(columns.text) columns",
            variable.statement)
        return grid
    }

    mutating func matrixFact(_ variable: Variable) {
        fact("\(variable.identifier) 是一个矩阵", "\(variable.identifier) is a matrix", variable.statement)
    }
}
