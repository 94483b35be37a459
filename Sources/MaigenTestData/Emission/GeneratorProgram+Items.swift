extension GeneratorProgram {
    /// The code of one item; what it reads is known afterwards.
    ///
    /// - Parameter drawn: fields that have been drawn already.
    mutating func item(_ item: Item, drawn: Set<String>, _ place: inout GeneratorPlace) -> GeneratorCode {
        switch item {
        case .line(let fields): line(fields, drawn: drawn, &place)
        case .matrix(let matrix): self.matrix(matrix, &place)
        case .grid(let grid): self.grid(grid, &place)
        case .tree(let tree): self.tree(tree, &place)
        case .graph(let graph): self.graph(graph, &place)
        case .repetition(let repetition): self.repetition(repetition, &place)
        case .choice(let choice): self.choice(choice, &place)
        case .optional(let optionality): optional(optionality, &place)
        }
    }

    // MARK: - Lines

    private mutating func line(
        _ fields: [Field], drawn: Set<String>, _ place: inout GeneratorPlace
    ) -> GeneratorCode {
        var code = GeneratorCode()
        code.append(self.fields(fields, drawn: drawn, &place))
        if case .list(let list)? = fields.first?.kind, list.separator == .newline {
            code.write = ["out.lines(\(place.scope.access(fields[0].name)));"]
        } else {
            code.write = ["out.line(\(fields.map { written($0, place) }.joined(separator: ", ")));"]
        }
        return code
    }

    /// What a field is in a call of `out.line`.
    func written(_ field: Field, _ place: GeneratorPlace) -> String {
        if case .literal(let word) = field.kind { return Self.quoted(word) }
        return place.scope.access(field.name)
    }

    /// Draws fields one after the other; pairs of ends together.
    mutating func fields(_ fields: [Field], drawn: Set<String> = [], _ place: inout GeneratorPlace) -> GeneratorCode {
        var code = GeneratorCode()
        for field in fields {
            if !field.names.isEmpty { code.storage.append(variable(field.name)) }
            guard !drawn.contains(field.name) else { continue }
            let target = place.scope.access(field.name)
            switch field.kind {
            case .literal: continue
            case .value(let value):
                if place.intervals.values.contains(where: { $0.right == field.name }) { continue }
                if place.points.values.contains(where: { $0.y == field.name }) { continue }
                if let pair = place.intervals[field.name] {
                    code.append(interval(pair, &place))
                    place.pending.remove(pair.right)
                } else if let pair = place.points[field.name] {
                    code.append(point(pair, &place))
                    place.pending.remove(pair.y)
                } else {
                    code.draw += drawValue(
                        field.name, value, into: target, at: place.position, isRun: place.isInRows, &place)
                }
                code.starts += starts(field.name, value, count: "\u{0}")
            case .list(let list):
                code.draw += drawList(field.name, list, into: target, &place)
            case .permutation(let length, let first):
                pieces.insert(.permutationKnob)
                let knob = knobNames[.main(field.name)] ?? ""
                code.draw.append("\(target) = \(knob).draw(\(text(length, place)), \(first), \(names.attempt));")
            }
            place.pending.remove(field.name)
        }
        return code
    }

    private mutating func interval(_ pair: GeneratorInterval, _ place: inout GeneratorPlace) -> GeneratorCode {
        guard let knob = knobNames[.intervals(left: pair.left, right: pair.right)] else { return GeneratorCode() }
        pieces.insert(.intervalsKnob)
        // The knob keeps the ends in order.
        for (index, fact) in place.facts.enumerated()
        where fact.orders(pair.left, pair.right).map({ $0 <= pair.gap }) ?? false {
            place.facts[index].form = .opaque
            place.enforced.insert(index)
        }
        let left = bounds(
            of: .variable(pair.left), pair.leftRange, keys: (.least(pair.left), .greatest(pair.left)), &place,
            ignoring: pair.right)
        // What keeps the ends in order is the gap; the right end's own lower bound is the left end's then.
        var right = pair.rightRange
        if right.lower.variables.contains(pair.left) { right.lower = pair.leftRange.lower }
        let ends = bounds(
            of: .variable(pair.right), right, keys: (.least(pair.right), .greatest(pair.right)), &place,
            ignoring: pair.left)
        var code = GeneratorCode()
        let targets = "\(place.scope.access(pair.left)), \(place.scope.access(pair.right)), \(place.position)"
        code.draw = [
            orReturn(
                "\(knob).draw(\(targets), {\(left.least), \(left.greatest)}, {\(ends.least), \(ends.greatest)}, "
                    + "\(pair.gap), \(names.attempt))")
        ]
        code.starts = ["\(knob).start(\u{0});"]
        for name in [pair.left, pair.right] {
            if let own = knobNames[.main(name)] { code.starts.append("\(own).start(\u{0});") }
        }
        return code
    }

    private mutating func point(_ pair: GeneratorPoint, _ place: inout GeneratorPlace) -> GeneratorCode {
        guard let knob = knobNames[.points(x: pair.x, y: pair.y)] else { return GeneratorCode() }
        pieces.insert(.pointsKnob)
        let x = bounds(
            of: .variable(pair.x), pair.xRange, keys: (.least(pair.x), .greatest(pair.x)), &place, ignoring: pair.y)
        let y = bounds(
            of: .variable(pair.y), pair.yRange, keys: (.least(pair.y), .greatest(pair.y)), &place, ignoring: pair.x)
        let targets = "\(place.scope.access(pair.x)), \(place.scope.access(pair.y)), \(place.position)"
        var code = GeneratorCode()
        code.draw = [
            orReturn(
                "\(knob).draw(\(targets), {\(x.least), \(x.greatest)}, {\(y.least), \(y.greatest)}, \(names.attempt))")
        ]
        code.starts = ["\(knob).start(\u{0});"]
        for name in [pair.x, pair.y] {
            if let own = knobNames[.main(name)] { code.starts.append("\(own).start(\u{0});") }
        }
        return code
    }

    /// The file-scope variable of a field.
    func variable(_ name: String) -> GeneratorStorage {
        guard let variable = table[name] else { return GeneratorStorage(identifier: name, type: "long long", rows: []) }
        // DecimalNumber numbers are kept as they are written.
        let element: CppVariable.Element = variable.element == .real ? .text : variable.element
        return GeneratorStorage(
            identifier: variable.identifier, type: CppVariable.type(element, layers: variable.ownLayers),
            rows: variable.rows)
    }

    // MARK: - Tables

    private mutating func matrix(_ matrix: Matrix, _ place: inout GeneratorPlace) -> GeneratorCode {
        var code = GeneratorCode()
        code.storage = [variable(matrix.name)]
        let target = place.scope.access(matrix.name)
        let (rows, columns) = (text(matrix.rows, place), text(matrix.columns, place))
        let layer = code.storage[0].type.dropFirst("vector<".count).dropLast()
        code.draw = ["\(target).assign(\(rows), \(layer)(\(columns)));"]
        code.draw += starts(matrix.name, matrix.element, count: "(\(rows)) * (\(columns))")
        let index = "\(names.position) * (\(columns)) + \(names.column)"
        let cell = "\(target)[\(names.position)][\(names.column)]"
        let draw = drawValue(matrix.name, matrix.element, into: cell, at: index, isRun: true, &place)
        code.draw += loop(names.position, rows, loop(names.column, columns, draw))
        code.write = ["out.lines(\(target));"]
        place.pending.remove(matrix.name)
        return code
    }

    private mutating func grid(_ grid: Grid, _ place: inout GeneratorPlace) -> GeneratorCode {
        pieces.insert(.gridKnob)
        var code = GeneratorCode()
        code.storage = [variable(grid.name)]
        let target = place.scope.access(grid.name)
        let knob = knobNames[.main(grid.name)] ?? ""
        func markers(_ counts: [Character: Int], _ isExact: Bool) -> [String] {
            counts.sorted { $0.key < $1.key }.map {
                "{'\($0.key == "'" || $0.key == "\\" ? "\\" : "")\($0.key)', \($0.value), \(isExact)}"
            }
        }
        let list = (markers(grid.exactly, true) + markers(grid.atLeast, false)).joined(separator: ", ")
        let size = "\(text(grid.rows, place)), \(text(grid.columns, place))"
        code.draw = [
            orReturn(
                "\(knob).draw(\(target), \(size), \(Self.quoted(String(grid.alphabet))), {\(list)}, \(names.attempt))")
        ]
        code.write = ["out.lines(\(target));"]
        place.pending.remove(grid.name)
        return code
    }

    // MARK: - Optional blocks

    private mutating func optional(_ optionality: Optionality, _ place: inout GeneratorPlace) -> GeneratorCode {
        blocks += 1
        let number = blocks
        var code = GeneratorCode()
        let outer = place
        var condition = optionality.condition.map { text($0, place) }
        if condition == nil {
            let name = table.newIdentifier("hasLastBlock")
            let flag = GeneratorStorage(identifier: name, type: "bool", rows: currentRows(place))
            code.storage.append(flag)
            code.draw.append("\(flag.access(place.scope)) = rnd.next(4) > 0;")
            condition = flag.access(place.scope)
        }
        var inner = place
        inner.facts += facts(optionality.body, inner)
        var body = self.body(optionality.body, number: number, &inner)
        place.pending = inner.pending
        place.enforced = outer.enforced
        let resets = body.storage.map { "\($0.access(place.scope)) = \($0.emptyHere(place.scope));" }
        code.draw += ["if (\(condition ?? "true")) {"] + body.draw.indented + ["} else {"] + resets.indented + ["}"]
        code.write = ["if (\(condition ?? "true")) {"] + body.write.indented + ["}"]
        body.draw = []
        body.write = []
        code.append(body)
        return code
    }

    /// The numbers of the repetitions of rows around, outermost first.
    func currentRows(_ place: GeneratorPlace) -> [Int] { place.scope.rows.keys.sorted() }
}
