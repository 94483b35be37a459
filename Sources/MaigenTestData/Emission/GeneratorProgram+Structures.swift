extension GeneratorProgram {
    mutating func tree(_ tree: Tree, _ place: inout GeneratorPlace) -> GeneratorCode {
        let isEdges = tree.form == .edges
        pieces.insert(isEdges ? .treeEdges : .treeParents)
        let storage = GeneratorStorage(
            identifier: table.newIdentifier(tree.name),
            type: isEdges ? "vector<pair<long long, long long>>" : "vector<long long>", rows: currentRows(place))
        let target = storage.access(place.scope)
        let knob = knobNames[.main(tree.name)] ?? ""
        let count = text(tree.vertices, place)
        var code = GeneratorCode()
        code.storage = [storage]
        let isOrdered = if case .parents(true) = tree.form { true } else { false }
        let keepsRoot = if case .parents = tree.form { true } else { false }
        code.draw = [
            isEdges
                ? "\(target) = treeEdges(\(knob), \(count), \(names.attempt));"
                : "\(target) = treeParents(\(knob), \(count), \(isOrdered), \(keepsRoot), \(names.attempt));"
        ]
        code.append(extras(tree.extras, "\(target).size()", from: keepsRoot ? 1 : 0, &place))
        let position = names.position
        switch tree.form {
        case .edges:
            code.write = edges(target, tree.vertexNames, tree.vertexNames, tree.extras, place)
        case .parents where tree.extras.isEmpty, .parentsWithRoot where tree.extras.isEmpty:
            let parent = parent(tree, "\(target)[\(position)]", place)
            let isText = if case .strings = tree.vertexNames { true } else { false }
            let list = isText ? "vector<string>" : "vector<long long>"
            code.write =
                ["\(list) \(names.parts);"]
                + loop(
                    position, "(long long)\(target).size()", ["\(names.parts).push_back(\(parent));"],
                    from: keepsRoot ? 1 : 0)
                + ["out.line(\(names.parts));"]
            code.write = code.write.inBraces
        case .parents, .parentsWithRoot:
            let parts =
                [parent(tree, "\(target)[\(position)]", place)] + extraParts(tree.extras, keepsRoot ? 1 : 0, place)
            code.write = loop(
                position, "(long long)\(target).size()", ["out.line(\(parts.joined(separator: ", ")));"],
                from: keepsRoot ? 1 : 0)
        }
        return code
    }

    mutating func graph(_ graph: Graph, _ place: inout GeneratorPlace) -> GeneratorCode {
        let costs = graph.costs
        pieces.insert(costs == nil ? .graphKnob : .costedGraphKnob)
        let storage = GeneratorStorage(
            identifier: table.newIdentifier(graph.name), type: "vector<pair<long long, long long>>",
            rows: currentRows(place))
        let target = storage.access(place.scope)
        let knob = knobNames[.main(graph.name)] ?? ""
        var rules = [
            (graph.isDirected, "isDirected"), (graph.allowsLoops, "allowsLoops"),
            (graph.allowsMultipleEdges, "allowsMultiple"), (graph.isConnected, "isConnected"),
            (graph.isAcyclic, "isAcyclic"), (graph.isOrdered, "isOrdered"),
        ].filter(\.0).map { "rules.\($0.1) = true;" }
        var vertices = text(graph.vertices, place)
        var secondNames = graph.vertexNames
        switch graph.sides {
        case .none: break
        case .hidden: rules.append("rules.isBipartite = true;")
        case .separate(let left, let right):
            rules.append("rules.isBipartite = true;")
            rules.append("rules.left = \(text(left, place));")
            vertices = "\(text(left, place)) + \(text(right, place))"
            if case .strings(let list) = graph.vertexNames { secondNames = .strings(list) }
        }
        var code = GeneratorCode()
        code.storage = [storage]
        let call =
            "\(knob).draw(\(target), \(vertices), \(text(graph.edges, place)), rules, \(names.attempt))"
        code.draw = (["GraphRules rules;"] + rules + [orReturn(call)]).inBraces
        place.costs = costs.map { ($0, knob) }
        code.append(extras(graph.extras, "\(target).size()", from: 0, &place))
        place.costs = nil
        code.write = edges(target, graph.vertexNames, secondNames, graph.extras, place)
        return code
    }

    // MARK: - Writing

    private func vertex(_ index: String, _ names: VertexNames, _ place: GeneratorPlace) -> String {
        switch names {
        case .numbers(let first): first == 0 ? index : first < 0 ? "\(index) - \(-first)" : "\(index) + \(first)"
        case .strings(let list): "\(place.scope.access(list))[\(index)]"
        }
    }

    private func parent(_ tree: Tree, _ index: String, _ place: GeneratorPlace) -> String {
        let name = vertex(index, tree.vertexNames, place)
        guard case .parentsWithRoot(let marker) = tree.form else { return name }
        return "\(index) < 0 ? \(marker) : \(name)"
    }

    private func edges(
        _ target: String, _ firstNames: VertexNames, _ secondNames: VertexNames, _ extras: [Field],
        _ place: GeneratorPlace
    ) -> [String] {
        let edge = "\(target)[\(names.position)]"
        let parts =
            [vertex("\(edge).first", firstNames, place), vertex("\(edge).second", secondNames, place)]
            + extraParts(extras, 0, place)
        return loop(names.position, "(long long)\(target).size()", ["out.line(\(parts.joined(separator: ", ")));"])
    }

    private func extraParts(_ extras: [Field], _ first: Int, _ place: GeneratorPlace) -> [String] {
        let index = first == 0 ? names.position : "\(names.position) - \(first)"
        return extras.map { field in
            if case .literal = field.kind { return written(field, place) }
            return "\(place.scope.access(field.name))[\(index)]"
        }
    }

    // MARK: - What follows an edge

    /// Draws the extras of every edge: lists with one element per edge.
    private mutating func extras(
        _ fields: [Field], _ size: String, from first: Int, _ place: inout GeneratorPlace
    ) -> GeneratorCode {
        guard !fields.isEmpty else { return GeneratorCode() }
        let count = first == 0 ? "(long long)\(size)" : "(long long)\(size) - \(first)"
        var inner = place
        inner.position = names.row(place.depth)
        inner.depth += 1
        inner.isInRows = true
        inner.intervals = [:]
        inner.points = [:]
        inner.facts += fields.flatMap { field in
            GeneratorFact.implicit(Block([.line([field])]), range: { CppExpression($0, in: inner.scope).range })
        }
        for name in fields.flatMap(\.names) {
            inner.scope.locals[name] = "\(place.scope.access(name))[\(inner.position)]"
        }
        let body = self.fields(fields, &inner)
        var code = GeneratorCode()
        code.storage = body.storage
        for storage in body.storage {
            let access = storage.access(place.scope)
            let element = String(storage.type.dropFirst("vector<".count).dropLast())
            let empty = GeneratorStorage(identifier: "", type: element, rows: []).empty
            code.draw.append("\(access).assign(\(count), \(empty == "{}" ? element + "()" : empty));")
        }
        code.draw += unique(body.starts).map { $0.replacingCount(count) }
        code.draw += loop(inner.position, count, body.draw)
        place.pending.subtract(fields.flatMap(\.names))
        return code
    }

    func unique(_ lines: [String]) -> [String] {
        var seen: Set<String> = []
        return lines.filter { seen.insert($0).inserted }
    }

    func loop(_ variable: String, _ count: String, _ body: [String], from first: Int) -> [String] {
        ["for (long long \(variable) = \(first); \(variable) < \(count); \(variable)++)"] + body.indented
    }
}

extension String {
    /// A start of a knob's run with the number of its values.
    func replacingCount(_ count: String) -> String {
        split(separator: "\u{0}", omittingEmptySubsequences: false).joined(separator: count)
    }
}
