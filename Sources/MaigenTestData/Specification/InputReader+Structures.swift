import MaigenDomain

extension InputReaderRun {
    /// The numbers 0 ..< count of the vertices read as a vertex's name.
    private func vertexNumbers(
        _ names: VertexNames, count: Int
    ) throws(InputReadError) -> [String: Int] {
        guard case .strings(let list) = names else { return [:] }
        guard case .list(let elements)? = values[list], elements.count >= count else {
            throw failure(Localized(zh: "\(list) 中没有 \(count) 个名字", en: "\(list) does not have \(count) names"))
        }
        var result: [String: Int] = [:]
        for (number, element) in elements.prefix(count).enumerated() {
            if case .text(let name) = element { result[name] = number }
        }
        return result
    }

    /// Reads a vertex and returns its number, counted from 0.
    private mutating func vertex(
        _ structure: String, _ names: VertexNames, _ numbers: [String: Int], count: Int
    ) throws(InputReadError) -> Int {
        switch names {
        case .numbers(let first):
            return Int(try integer(structure, Int128(first), Int128(first + count - 1))) - first
        case .strings:
            try separator()
            let range = token()
            guard let number = numbers[text(range)] else {
                throw failure(
                    at: range.lowerBound,
                    Localized(
                        zh: "“\(text(range).prefix(30))” 不是已有的名字",
                        en: "'\(text(range).prefix(30))' is none of the names"))
            }
            tokens.append(ReadToken(name: structure, bytes: range))
            return number
        }
    }

    private mutating func extras(
        _ fields: [Field], into columns: inout [String: [InputValue]]
    ) throws(InputReadError) {
        try self.fields(fields)
        for name in fields.flatMap(\.names) { columns[name, default: []].append(values[name] ?? .integer(0)) }
    }

    private mutating func publish(_ fields: [Field], _ columns: [String: [InputValue]]) {
        for name in fields.flatMap(\.names) { values[name] = .list(columns[name] ?? []) }
    }

    // MARK: Trees

    mutating func tree(_ tree: Tree) throws(InputReadError) {
        let count = try count(tree.vertices)
        guard count >= 1 else {
            throw failure(Localized(zh: "\(tree.name) 至少要有一个点", en: "\(tree.name) needs at least one vertex"))
        }
        let numbers = try vertexNumbers(tree.vertexNames, count: count)
        var columns: [String: [InputValue]] = [:]
        var edges: [(Int, Int)] = []
        switch tree.form {
        case .edges:
            for _ in 1..<count {
                let left = try vertex(tree.name, tree.vertexNames, numbers, count: count)
                let right = try vertex(tree.name, tree.vertexNames, numbers, count: count)
                edges.append((left, right))
                try extras(tree.extras, into: &columns)
                try lineEnd()
            }
        case .parents(let isOrdered):
            for child in 1..<count {
                let parent = try vertex(tree.name, tree.vertexNames, numbers, count: isOrdered ? child : count)
                guard parent < child || !isOrdered else {
                    throw failure(
                        Localized(
                            zh: "\(tree.name) 的父结点应排在子结点之前",
                            en: "parents in \(tree.name) must come before their children"))
                }
                edges.append((parent, child))
                if !tree.extras.isEmpty {
                    try extras(tree.extras, into: &columns)
                    try lineEnd()
                }
            }
            if tree.extras.isEmpty { try lineEnd() }
        case .parentsWithRoot(let marker):
            edges = try parentsWithRoot(tree, marker: marker, count: count, columns: &columns)
        }
        publish(tree.extras, columns)
        var components = DisjointSets(count: count)
        for (left, right) in edges where !components.unite(left, right) {
            throw failure(Localized(zh: "\(tree.name) 不是树：有环", en: "\(tree.name) is no tree: there is a cycle"))
        }
    }

    private mutating func parentsWithRoot(
        _ tree: Tree, marker: Int, count: Int, columns: inout [String: [InputValue]]
    ) throws(InputReadError) -> [(Int, Int)] {
        guard case .numbers(let first) = tree.vertexNames else {
            throw failure(Localized(zh: "父结点列表必须用编号", en: "parent lists need numbered vertices"))
        }
        var edges: [(Int, Int)] = []
        var roots = 0
        for child in 0..<count {
            let lower = min(Int128(marker), Int128(first))
            let upper = max(Int128(marker), Int128(first + count - 1))
            let parent = Int(try integer(tree.name, lower, upper))
            if parent == marker {
                roots += 1
            } else {
                guard (first..<first + count).contains(parent) else {
                    throw failure(.outOfRange(tree.name, String(parent), String(first), String(first + count - 1)))
                }
                edges.append((parent - first, child))
            }
            if !tree.extras.isEmpty {
                try extras(tree.extras, into: &columns)
                try lineEnd()
            }
        }
        if tree.extras.isEmpty { try lineEnd() }
        guard roots == 1 else {
            throw failure(
                Localized(zh: "\(tree.name) 应恰有一个根，却有 \(roots) 个", en: "\(tree.name) must have one root, not \(roots)"))
        }
        return edges
    }

    // MARK: Graphs

    mutating func graph(_ graph: Graph) throws(InputReadError) {
        let vertices = try count(graph.vertices, structure: graph.name)
        let edgeCount = try count(graph.edges)
        var left = vertices
        var right = vertices
        if case .separate(let leftCount, let rightCount) = graph.sides {
            left = try count(leftCount, structure: graph.name)
            right = try count(rightCount, structure: graph.name)
        }
        let numbers = try vertexNumbers(graph.vertexNames, count: vertices)
        var columns: [String: [InputValue]] = [:]
        var edges: [(Int, Int)] = []
        var seen: Set<[Int]> = []
        for _ in 0..<edgeCount {
            let from = try vertex(graph.name, graph.vertexNames, numbers, count: left)
            var to = try vertex(graph.name, graph.vertexNames, numbers, count: right)
            if case .separate = graph.sides { to += left }
            if graph.isOrdered, from >= to {
                throw failure(Localized(zh: "\(graph.name) 的边应满足 u < v", en: "edges of \(graph.name) need u < v"))
            }
            if !graph.allowsLoops, from == to {
                throw failure(Localized(zh: "\(graph.name) 有自环", en: "\(graph.name) has a loop"))
            }
            let key = graph.isDirected || from <= to ? [from, to] : [to, from]
            if !graph.allowsMultipleEdges, !seen.insert(key).inserted {
                throw failure(Localized(zh: "\(graph.name) 有重边", en: "\(graph.name) has an edge twice"))
            }
            edges.append((from, to))
            try extras(graph.extras, into: &columns)
            try lineEnd()
        }
        publish(graph.extras, columns)
        try check(graph, edges, vertices: { if case .separate = graph.sides { left + right } else { vertices } }())
    }

    /// A number of vertices: larger than the input may be, but not so large that checking it is an attack.
    private func count(_ expression: Expression, structure: String) throws(InputReadError) -> Int {
        let value = try evaluate(expression)
        guard value >= 0, value <= 20_000_000 else {
            throw failure(
                Localized(zh: "\(structure) 的点数 \(value) 不合理", en: "\(value) vertices in \(structure) make no sense"))
        }
        return Int(value)
    }

    private func check(_ graph: Graph, _ edges: [(Int, Int)], vertices: Int) throws(InputReadError) {
        var components = DisjointSets(count: vertices)
        var hasCycle = false
        for (from, to) in edges where !components.unite(from, to) { hasCycle = true }
        if graph.isConnected, vertices > 0, components.count != 1 {
            throw failure(Localized(zh: "\(graph.name) 不连通", en: "\(graph.name) is not connected"))
        }
        if graph.isAcyclic {
            let isCyclic = graph.isDirected ? hasDirectedCycle(edges, vertices) : hasCycle
            if isCyclic { throw failure(Localized(zh: "\(graph.name) 有环", en: "\(graph.name) has a cycle")) }
        }
        if case .hidden = graph.sides {
            // Vertex v on side 0 is v, on side 1 is v + vertices; an edge joins opposite sides.
            var sides = DisjointSets(count: 2 * vertices)
            for (from, to) in edges {
                _ = sides.unite(from, to + vertices)
                _ = sides.unite(from + vertices, to)
            }
            for vertex in 0..<vertices where sides.find(vertex) == sides.find(vertex + vertices) {
                throw failure(Localized(zh: "\(graph.name) 不是二分图", en: "\(graph.name) is not bipartite"))
            }
        }
    }

    /// Kahn's algorithm: some vertex is never free of incoming edges.
    private func hasDirectedCycle(_ edges: [(Int, Int)], _ vertices: Int) -> Bool {
        var incoming = [Int](repeating: 0, count: vertices)
        var targets = [[Int]](repeating: [], count: vertices)
        for (from, to) in edges {
            incoming[to] += 1
            targets[from].append(to)
        }
        var free = incoming.indices.filter { incoming[$0] == 0 }
        var removed = 0
        while let vertex = free.popLast() {
            removed += 1
            for target in targets[vertex] {
                incoming[target] -= 1
                if incoming[target] == 0 { free.append(target) }
            }
        }
        return removed < vertices
    }
}

/// Disjoint sets with path halving and union by size (Tarjan and van Leeuwen 1984).
struct DisjointSets {
    private var parents: [Int]
    private var sizes: [Int]
    /// How many sets there are.
    private(set) var count: Int

    init(count: Int) {
        parents = Array(0..<count)
        sizes = [Int](repeating: 1, count: count)
        self.count = count
    }

    mutating func find(_ element: Int) -> Int {
        var element = element
        while parents[element] != element {
            parents[element] = parents[parents[element]]
            element = parents[element]
        }
        return element
    }

    /// False where both were in one set already.
    mutating func unite(_ left: Int, _ right: Int) -> Bool {
        var (left, right) = (find(left), find(right))
        guard left != right else { return false }
        if sizes[left] < sizes[right] { swap(&left, &right) }
        parents[right] = left
        sizes[left] += sizes[right]
        count -= 1
        return true
    }
}
