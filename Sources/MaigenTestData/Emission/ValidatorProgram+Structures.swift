/// Trees and graphs.
extension ValidatorProgram {
    /// What the lines of a structure write besides its edges: each field is a list, seen from outside.
    private struct Columns {
        var all: [(name: String, vector: String, type: String)] = []
    }

    /// How the vertices of a structure are read.
    private struct Vertices {
        /// `VertexNames` in C++, nil for numbers.
        var names: String?
        var first: Int

        /// The vertex counted from 0.
        func number(_ text: String) -> String {
            if names != nil || first == 0 { return text }
            return first > 0 ? "\(text) - \(first)" : "\(text) + \(-first)"
        }
    }

    private mutating func vertices(_ names: VertexNames, of structure: String, count: String) -> Vertices {
        switch names {
        case .numbers(let first): return Vertices(names: nil, first: first)
        case .strings(let list):
            need(.vertexNames)
            let identifier = table.newIdentifier("\(structure)_names")
            line("const VertexNames \(identifier)(\(locals[list]?.text ?? list), \(count));")
            return Vertices(names: identifier, first: 0)
        }
    }

    /// Reads one vertex into a new constant, if it has a name; numbers go up to `first + count - 1`.
    private mutating func vertex(
        _ identifier: String?, _ vertices: Vertices, count: Expression, label: String
    ) {
        separator()
        let target = identifier.map { "const long long \($0) = " } ?? ""
        if let names = vertices.names {
            line("\(target)\(names).read(\(label));")
        } else {
            let range = IntegerRange(.integer(Int128(vertices.first)), count.plus(vertices.first - 1))
            line("\(target)inf.readLong(\(bounds(range, of: nil)), \(label));")
        }
    }

    /// Declares the lists of the extras that something outside speaks of.
    private mutating func declareColumns(_ extras: [Field]) -> Columns {
        let outside = usedOutside(extras.flatMap(\.names), of: extras.flatMap(\.mentions), predicatesInside: false)
        var columns = Columns()
        for field in extras where outside.contains(field.name) {
            let vector = table.newIdentifier("all_\(field.name)")
            line("vector<\(field.type)> \(vector);")
            columns.all.append((field.name, vector, field.type))
        }
        return columns
    }

    private mutating func extras(_ extras: [Field], _ columns: Columns, _ counter: String) {
        // Messages about extras name their line.
        rowCounters.append(counter)
        fields(extras)
        rowCounters.removeLast()
        for column in columns.all { line("\(column.vector).push_back(\(locals[column.name]?.text ?? column.name));") }
    }

    private mutating func publish(_ columns: Columns) {
        for column in columns.all {
            locals[column.name] = Local(text: column.vector, type: "vector<\(column.type)>")
        }
    }

    // MARK: Trees

    mutating func tree(_ tree: Tree) {
        let name = tree.name
        heading("\(name): a tree with \(tree.vertices.text) vertices, \(tree.form.outline)")
        let size = count(tree.vertices, of: name, atLeast: 1)
        let vertices = vertices(tree.vertexNames, of: name, count: size)
        let columns = declareColumns(tree.extras)
        need(.disjointSets)
        let sets = table.newIdentifier("\(name)_parts")
        line("DisjointSets \(sets)(\(size));")
        switch tree.form {
        case .edges: edges(tree, size, vertices, columns, sets)
        case .parents(let isOrdered): parents(tree, size, vertices, columns, sets, isOrdered: isOrdered)
        case .parentsWithRoot(let marker): parentsWithRoot(tree, size, vertices, columns, sets, marker: marker)
        }
        publish(columns)
    }

    private mutating func edges(
        _ tree: Tree, _ size: String, _ vertices: Vertices, _ columns: Columns, _ sets: String
    ) {
        let (u, v) = (newLocal("u"), newLocal("v"))
        let edge = openLoop(named: nil) { "for (long long \($0) = 1; \($0) < \(size); \($0)++)" }
        lineState = .start
        let label = label(tree.name, [edge])
        vertex(u, vertices, count: tree.vertices, label: label)
        vertex(v, vertices, count: tree.vertices, label: label)
        extras(tree.extras, columns, edge)
        endOfLine(after: tree.extras)
        join(tree, sets, vertices.number(u), vertices.number(v), edge)
        closeLoop()
    }

    /// The statement that an edge of a tree joins what was apart: `size - 1` such edges are a tree.
    private mutating func join(_ tree: Tree, _ sets: String, _ u: String, _ v: String, _ number: String) {
        let message = CppText.format("\(tree.name) must be a tree, but edge ", " closes a cycle")
        ensure("\(sets).join(\(u), \(v))", message, [number])
    }

    private mutating func parents(
        _ tree: Tree, _ size: String, _ vertices: Vertices, _ columns: Columns, _ sets: String, isOrdered: Bool
    ) {
        let parent = newLocal("parent")
        // The child is counted from 0; its label is the vertex as the input numbers it.
        let child = openLoop(named: nil) { "for (long long \($0) = 1; \($0) < \(size); \($0)++)" }
        if tree.extras.isEmpty { line("if (\(child) > 1) inf.readSpace();") }
        lineState = .start
        let label = label(tree.name, [vertices.first == 0 ? child : "\(child) + \(vertices.first)"])
        if isOrdered, vertices.names == nil {
            let last = vertices.first == 1 ? child : "\(child) + \(vertices.first - 1)"
            line("const long long \(parent) = inf.readLong(\(vertices.first)LL, \(last), \(label));")
        } else {
            vertex(parent, vertices, count: tree.vertices, label: label)
            if isOrdered {
                ensure(
                    "\(parent) < \(child)", CppText.format("every parent in \(tree.name) must come before its child"))
            }
        }
        if !tree.extras.isEmpty {
            lineState = .inside
            extras(tree.extras, columns, child)
            endOfLine(after: tree.extras)
        }
        join(tree, sets, vertices.number(parent), child, child)
        closeLoop()
        if tree.extras.isEmpty { endOfLine() }
    }

    private mutating func parentsWithRoot(
        _ tree: Tree, _ size: String, _ vertices: Vertices, _ columns: Columns, _ sets: String, marker: Int
    ) {
        let (parent, roots) = (newLocal("parent"), table.newIdentifier("\(tree.name)_roots"))
        line("long long \(roots) = 0;")
        let child = openLoop(named: nil) { "for (long long \($0) = 0; \($0) < \(size); \($0)++)" }
        if tree.extras.isEmpty { line("if (\(child) > 0) inf.readSpace();") }
        let first = Int128(vertices.first)
        let last = tree.vertices.plus(vertices.first - 1)
        let range = IntegerRange(
            .integer(min(first, Int128(marker))),
            Int128(marker) > self.range(of: last).least ? .call(.max, [last, .integer(Int128(marker))]) : last)
        let label = label(tree.name, [vertices.first == 0 ? child : "\(child) + \(vertices.first)"])
        line("const long long \(parent) = inf.readLong(\(bounds(range, of: nil)), \(label));")
        if !tree.extras.isEmpty {
            lineState = .inside
            extras(tree.extras, columns, "\(child) + 1")
            endOfLine(after: tree.extras)
        }
        open("if (\(parent) == \(marker))")
        line("\(roots)++;")
        otherwise("")
        if Int128(marker) < first - 1 || Int128(marker) > self.range(of: last).least {
            let message = CppText.format("a parent in \(tree.name) is no vertex")
            ensure("\(vertices.first) <= \(parent) && \(parent) <= \(number(last))", message)
        }
        join(tree, sets, vertices.number(parent), child, "\(child) + 1")
        close()
        closeLoop()
        if tree.extras.isEmpty { endOfLine() }
        ensure("\(roots) == 1", CppText.format("\(tree.name) must have exactly one root"))
    }

    // MARK: Graphs

    mutating func graph(_ graph: Graph) {
        let name = graph.name
        heading("\(name): \(graph.outline)")
        var left = graph.vertices
        var right = graph.vertices
        var total = graph.vertices
        if case .separate(let leftSide, let rightSide) = graph.sides {
            (left, right) = (leftSide, rightSide)
            total = .binary(.plus, left, right)
        }
        let size = count(total, of: name)
        let edgeCount = count(graph.edges, of: name)
        let vertices = vertices(graph.vertexNames, of: name, count: size)
        let columns = declareColumns(graph.extras)
        let isKept =
            !graph.allowsMultipleEdges || graph.isConnected || graph.isAcyclic || graph.sides == .hidden
        let edges = isKept ? table.newIdentifier("\(name)_edges") : nil
        if let edges {
            need(.edges)
            line("Edges \(edges);")
        }
        let (u, v) = (newLocal("u"), newLocal("v"))
        let edge = openLoop(named: nil) { "for (long long \($0) = 1; \($0) <= \(edgeCount); \($0)++)" }
        lineState = .start
        let label = label(name, [edge])
        let hasChecks = isKept || graph.isOrdered || !graph.allowsLoops
        vertex(hasChecks ? u : nil, vertices, count: left, label: label)
        vertex(hasChecks ? v : nil, vertices, count: right, label: label)
        extras(graph.extras, columns, edge)
        endOfLine(after: graph.extras)
        var to = vertices.number(v)
        if case .separate = graph.sides { to += " + \(number(left))" }
        edgeChecks(graph, vertices.number(u), to, u, v, edge)
        if let edges { line("\(edges).push_back({\(vertices.number(u)), \(to)});") }
        closeLoop()
        publish(columns)
        if let edges { shapeChecks(graph, edges, size) }
    }

    private mutating func edgeChecks(
        _ graph: Graph, _ from: String, _ to: String, _ u: String, _ v: String, _ edge: String
    ) {
        // Where both sides are numbered on their own, equal numbers are different vertices.
        if case .separate = graph.sides { return }
        if graph.isOrdered {
            let message = CppText.format("edges of \(graph.name) must lead upwards, but not edge ", "")
            ensure("\(u) < \(v)", message, [edge])
        } else if !graph.allowsLoops {
            let message = CppText.format("\(graph.name) must have no loops, but edge ", " is one")
            ensure("\(u) != \(v)", message, [edge])
        }
    }

    private mutating func shapeChecks(_ graph: Graph, _ edges: String, _ size: String) {
        let name = graph.name
        if !graph.allowsMultipleEdges {
            need(.duplicateEdges)
            ensure(
                "!hasDuplicates(\(edges), \(graph.isDirected))",
                CppText.format("\(name) must not have two edges with the same ends"))
        }
        if graph.isConnected {
            need(.connected)
            ensure("isConnected(\(size), \(edges))", CppText.format("\(name) must be connected"))
        }
        if graph.isAcyclic, graph.isDirected {
            need(.directedCycle)
            ensure("!hasDirectedCycle(\(size), \(edges))", CppText.format("\(name) must not have a cycle"))
        } else if graph.isAcyclic {
            need(.forest)
            ensure("isForest(\(size), \(edges))", CppText.format("\(name) must not have a cycle"))
        }
        if graph.sides == .hidden {
            need(.bipartite)
            ensure("isBipartite(\(size), \(edges))", CppText.format("\(name) must be bipartite"))
        }
    }

    /// A name for a constant inside of a loop, which other loops may have, too.
    private mutating func newLocal(_ wish: String) -> String {
        let taken = table.variables.contains { $0.identifier == wish } || table.indexIdentifier(wish) != wish
        return taken ? table.newIdentifier("\(wish)_end") : wish
    }
}

extension Tree.Form {
    fileprivate var outline: String {
        switch self {
        case .edges: "by its edges"
        case .parents(true): "by parents; each comes before its children"
        case .parents(false): "by parents of all but the first"
        case .parentsWithRoot(let marker): "by parents; the root has \(marker)"
        }
    }
}

extension Graph {
    /// `a connected directed graph with n vertices and m edges`.
    fileprivate var outline: String {
        var words: [String] = []
        if isConnected { words.append("connected") }
        if isAcyclic { words.append("acyclic") }
        if sides != .none { words.append("bipartite") }
        words.append(isDirected ? "directed" : "undirected")
        return "\(words.joined(separator: ", ")) graph with \(vertices.text) vertices and \(edges.text) edges"
    }
}
