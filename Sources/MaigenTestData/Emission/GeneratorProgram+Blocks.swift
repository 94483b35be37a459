extension GeneratorProgram {
    /// What must hold of a block's variables: its relations and what its items demand.
    func facts(_ block: Block, _ place: GeneratorPlace) -> [GeneratorFact] {
        let implicit = GeneratorFact.implicit(block, range: { CppExpression($0, in: place.scope).range })
        return block.relations.flatMap(GeneratorFact.facts) + implicit
    }

    /// Draws and writes a block in reading order, with its checks at the end. Used inside of rows, where the whole row is
    /// drawn again if something does not fit.
    mutating func body(_ block: Block, number: Int, _ place: inout GeneratorPlace) -> GeneratorCode {
        place.pending.formUnion(block.fieldNames)
        let (outerIntervals, outerPoints) = (place.intervals, place.points)
        if place.isInRows {
            place.intervals = intervals(block)
            place.points = points(block)
        }
        var code = GeneratorCode()
        for item in block.items { code.append(self.item(item, drawn: [], &place)) }
        place.intervals = outerIntervals
        place.points = outerPoints
        code.draw += checks(place, of: Set(block.fieldNames)) + predicateChecks(number, place)
        return code
    }

    func intervals(_ block: Block) -> [String: GeneratorInterval] {
        var result: [String: GeneratorInterval] = [:]
        for case .line(let fields) in block.items {
            for pair in GeneratorIntervals.pairs(fields, where: block.relations) { result[pair.left] = pair }
        }
        return result
    }

    private func points(_ block: Block) -> [String: GeneratorPoint] {
        var result: [String: GeneratorPoint] = [:]
        for case .line(let fields) in block.items {
            for pair in GeneratorPoints.pairs(fields) where hasKnob(pair) { result[pair.x] = pair }
        }
        return result
    }

    func hasKnob(_ pair: GeneratorPoint) -> Bool { plan.has(.points(x: pair.x, y: pair.y)) }

    /// Checks of all facts about known variables that drawing does not guarantee and that speak of one of `names`.
    mutating func checks(_ place: GeneratorPlace, of names: Set<String>, except done: Set<Int> = []) -> [String] {
        var lines: [String] = []
        for (index, fact) in place.facts.enumerated() {
            guard let condition = fact.condition, !place.enforced.contains(index), !done.contains(index),
                !fact.variables.isDisjoint(with: names), fact.variables.isDisjoint(with: place.pending)
            else { continue }
            let line = "if (!(\(text(condition, place)))) return reject(\(Self.quoted(message(condition))));"
            if !lines.contains(line) { lines.append(line) }
        }
        return lines
    }

    /// The condition as people read it.
    private func message(_ condition: Condition) -> String { condition.text.filter { $0 != "#" } }

    /// Calls of the predicates that belong to a block.
    mutating func predicateChecks(_ block: Int, _ place: GeneratorPlace) -> [String] {
        specification.predicates.filter { table.home(of: $0) == block }.map { predicate in
            let arguments = predicate.uses.map { name -> String in
                let access = place.scope.access(name)
                guard table[name]?.element == .real else { return access }
                pieces.insert(.realValues)
                return "asNumber(\(access))"
            }
            let call = "\(predicate.name)(\(arguments.joined(separator: ", ")))"
            return "if (!\(call)) return reject(\(Self.quoted(predicate.name)));"
        }
    }

    /// The function of a predicate.
    func function(_ predicate: Predicate) -> [String] {
        let parameters = predicate.uses.map { name in
            // What is no variable is the number of a row.
            guard let variable = table[name] else { return "long long \(name)" }
            let outer = variable.rows.count { isRow($0, around: predicate) }
            return "\(variable.parameterType(below: outer)) \(name)"
        }
        let body = predicate.body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return ["bool \(predicate.name)(\(parameters.joined(separator: ", "))) {"] + body.indented + ["}"]
    }

    /// Whether a predicate's block lies inside of the rows of a repetition: then so do all variables it uses.
    private func isRow(_ repetition: Int, around predicate: Predicate) -> Bool {
        let home = table.home(of: predicate)
        return table.rows(ofBlock: home).contains(repetition)
    }

    // MARK: - The input and the test cases

    /// Emits functions that draw and write a block that stands outside of rows, and returns their names.
    mutating func outermost(
        _ block: Block, number: Int, name: String, _ place: inout GeneratorPlace
    ) -> (draw: String, write: String) {
        place.pending.formUnion(block.fieldNames)
        var code = GeneratorCode()
        var calls: [String] = []
        let hoisted = hoistedNumbers(block, place)
        let numbers = block.items.lineFields.filter { hoisted.contains($0.name) }
        var checked: Set<Int> = []
        if !numbers.isEmpty { calls.append(drawNumbers(numbers, &place, &checked)) }
        for item in block.items {
            let part = self.item(item, drawn: hoisted, &place)
            var rest = part
            rest.draw = []
            code.append(rest)
            guard !part.draw.isEmpty else { continue }
            calls.append(step(part.draw, for: item, drawn: hoisted))
        }
        let draw = table.newIdentifier("draw\(name)")
        var lines = unique(code.starts).map { $0.replacingCount("1") }
        if place.position != "0" { lines = [] }
        let checks = self.checks(place, of: Set(block.fieldNames), except: checked) + predicateChecks(number, place)
        lines += calls.map { orReturn("\($0)(\(names.attempt))") }
        add(
            comment: "Everything in the order in which later parts need it; false where it does not fit together.",
            "bool \(draw)(int \(names.attempt)) {", lines + checks + ["return true;"])
        let write = table.newIdentifier("write\(name)")
        add(comment: nil, "void \(write)() {", code.write)
        pendingStarts = unique(code.starts)
        storage += code.storage.filter { !storage.contains($0) }
        return (draw, write)
    }

    private mutating func step(_ lines: [String], for item: Item, drawn: Set<String>) -> String {
        let subject = item.subjects.filter { !drawn.contains($0) }
        let wish = subject.first.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? "Part"
        let name = table.newIdentifier("draw\(wish)")
        let isAttemptUsed = lines.contains { $0.contains(names.attempt) }
        add(
            comment: subject.joined(separator: ", "), "bool \(name)(int\(isAttemptUsed ? " \(names.attempt)" : "")) {",
            lines + ["return true;"])
        return name
    }

    private mutating func drawNumbers(
        _ numbers: [Field], _ place: inout GeneratorPlace, _ checked: inout Set<Int>
    ) -> String {
        let name = table.newIdentifier("drawNumbers")
        place.group = Set(numbers.map(\.name))
        let code = fields(numbers, &place)
        place.group = []
        let known = Set(numbers.map(\.name))
        let checks = self.checks(place, of: known)
        for (index, fact) in place.facts.enumerated()
        where !fact.variables.isDisjoint(with: known) && fact.variables.isDisjoint(with: place.pending) {
            checked.insert(index)
        }
        add(
            comment: numbers.map(\.name).joined(separator: ", "), "bool \(name)(int \(names.attempt)) {",
            ["return retry(\(names.attempt), [&](int \(names.attempt)) {"]
                + (code.draw + checks + ["return true;"]).indented
                + ["});"])
        return name
    }

    /// The whole numbers of a block that depend on nothing else in it: they are drawn first, so that relations among
    /// them are settled before anything large is drawn.
    private func hoistedNumbers(_ block: Block, _ place: GeneratorPlace) -> Set<String> {
        let own = Set(block.fieldNames)
        var hoisted: Set<String> = []
        for field in block.items.lineFields {
            guard case .value(.integer(let range)) = field.kind else { continue }
            let needed = range.lower.variables.union(range.upper.variables).intersection(own)
            if needed.isSubset(of: hoisted) { hoisted.insert(field.name) }
        }
        return hoisted
    }

    mutating func add(comment: String?, _ head: String, _ body: [String]) {
        functions.append((comment.map { ["// \($0)"] } ?? []) + [head] + body.indented + ["}"])
    }
}

extension [Item] {
    /// The fields of the lines among the items.
    var lineFields: [Field] {
        flatMap { item -> [Field] in
            if case .line(let fields) = item { fields } else { [] }
        }
    }
}

extension Item {
    /// What a step is called after.
    fileprivate var subjects: [String] {
        switch self {
        case .tree(let tree): [tree.name] + fieldNames
        case .graph(let graph): [graph.name] + fieldNames
        default: fieldNames
        }
    }
}
