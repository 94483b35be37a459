extension GeneratorProgram {
    mutating func choice(_ choice: Choice, _ place: inout GeneratorPlace) -> GeneratorCode {
        pieces.insert(.selectorKnob)
        var code = GeneratorCode()
        let selector = variable(choice.selector)
        let target = selector.access(place.scope)
        let knob = knobNames[.main(choice.selector)] ?? ""
        code.storage = [selector]
        code.starts = ["\(knob).start(\u{0});"]
        code.draw = ["\(target) = \(knob).draw(\(place.position), \(names.attempt));"]
        place.pending.remove(choice.selector)
        let allFields = choice.options.flatMap(\.fields).flatMap(\.names)
        // What another option drew before must not be left over.
        code.draw += unique(
            allFields.map { name in
                let storage = variable(name)
                return "\(storage.access(place.scope)) = \(storage.emptyHere(place.scope));"
            })
        var draws: [String] = []
        var writes: [String] = []
        for (index, option) in choice.options.enumerated() {
            var inner = place
            inner.facts += option.relations.flatMap(GeneratorFact.facts)
            inner.facts += GeneratorFact.implicit(
                Block([.line(option.fields)]), range: { CppExpression($0, in: inner.scope).range })
            inner.pending.formUnion(option.fields.flatMap(\.names))
            inner.intervals = [:]
            inner.points = [:]
            if place.isInRows {
                for pair in GeneratorIntervals.pairs(option.fields, where: option.relations) {
                    inner.intervals[pair.left] = pair
                }
                for pair in GeneratorPoints.pairs(option.fields) where hasKnob(pair) { inner.points[pair.x] = pair }
            }
            var body = fields(option.fields, &inner)
            let names = Set(option.fields.flatMap(\.names))
            let lines = body.draw + checks(inner, of: names)
            let head = "\(index == 0 ? "" : "} else ")if (\(target) == \(Self.quoted(option.token))) {"
            draws += [head] + lines.indented
            let parts = [target] + option.fields.map { written($0, inner) }
            writes += [head, "    out.line(\(parts.joined(separator: ", ")));"]
            body.draw = []
            code.append(body)
        }
        code.draw += draws + ["}"]
        code.write = writes + ["}"]
        place.pending.subtract(allFields)
        return code
    }
}
