/// Writes the YAML form of an input specification; `SpecificationParser` reads back an equal value.
package enum SpecificationWriter {
    /// The document, with a final line end.
    package static func write(_ specification: InputSpecification) -> String {
        var lines = ["version: 1"]
        if !specification.title.isEmpty { lines.append("title: \(quoted(specification.title))") }
        lines.append("input:")
        lines += specification.body.items.flatMap(item).map { "  " + $0 }
        if !specification.body.relations.isEmpty { lines.append("where: \(conditions(specification.body.relations))") }
        if !specification.predicates.isEmpty {
            lines.append("predicates:")
            for predicate in specification.predicates {
                lines.append("  \(predicate.name):")
                lines.append("    uses: [\(predicate.uses.joined(separator: ", "))]")
                lines.append("    cpp: \(quoted(predicate.body))")
            }
        }
        if !specification.answers.isEmpty {
            lines.append("answers: [\(specification.answers.map(quoted).joined(separator: ", "))]")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Items

    private static func item(_ item: Item) -> [String] {
        switch item {
        case .line(let fields):
            return fields.isEmpty ? ["- blank"] : ["- line:"] + self.fields(fields).map { "    " + $0 }
        case .matrix(let matrix):
            return [
                "- matrix: "
                    + mapping([
                        ("name", matrix.name), ("rows", text(matrix.rows)), ("columns", text(matrix.columns)),
                        ("of", value(matrix.element)),
                    ])
            ]
        case .grid(let grid):
            return [
                "- grid: "
                    + mapping([
                        ("name", grid.name), ("rows", text(grid.rows)), ("columns", text(grid.columns)),
                        ("over", alphabet(grid.alphabet)), ("exactly", markers(grid.exactly)),
                        ("at-least", markers(grid.atLeast)),
                    ])
            ]
        case .tree(let tree): return ["- tree: " + self.tree(tree)]
        case .graph(let graph): return ["- graph: " + self.graph(graph)]
        case .repetition(let repetition): return self.repetition(repetition)
        case .choice(let choice): return self.choice(choice)
        case .optional(let optional):
            var lines = ["- optional:"]
            if let condition = optional.condition { lines.append("    when: \(quoted(condition.text))") }
            return lines + block(optional.body).map { "    " + $0 }
        }
    }

    private static func block(_ block: Block) -> [String] {
        var lines = ["each:"] + block.items.flatMap(item).map { "  " + $0 }
        if !block.relations.isEmpty { lines.append("where: \(conditions(block.relations))") }
        return lines
    }

    private static func repetition(_ repetition: Repetition) -> [String] {
        var lines: [String] = []
        switch repetition.count {
        case .times(let expression): lines.append("times: \(text(expression))")
        case .until(let terminator, let atMost):
            lines.append("until: [\(terminator.map(quoted).joined(separator: ", "))]")
            lines.append("at-most: \(text(atMost))")
        case .endOfFile(let atMost):
            lines.append("until: end-of-file")
            lines.append("at-most: \(text(atMost))")
        }
        if let index = repetition.index { lines.append("index: \(index)") }
        lines += block(repetition.body)
        if !repetition.totals.isEmpty {
            lines.append("totals: " + mapping(repetition.totals.map { (quoted($0.summand.text), text($0.limit)) }))
        }
        if !repetition.distinct.isEmpty {
            let parts = repetition.distinct.map { distinct in
                let list = "[\(distinct.fields.joined(separator: ", "))]"
                return distinct.isUnordered ? "{unordered: \(list)}" : list
            }
            lines.append("distinct: [\(parts.joined(separator: ", "))]")
        }
        return ["- \(repetition.kind == .rows ? "rows" : "cases"):"] + lines.map { "    " + $0 }
    }

    private static func choice(_ choice: Choice) -> [String] {
        var lines = ["- choice:", "    selector: \(choice.selector)", "    options:"]
        for option in choice.options {
            let token = "\"\(escaped(option.token))\""
            if option.fields.isEmpty, option.relations.isEmpty {
                lines.append("      \(token): {}")
                continue
            }
            lines.append("      \(token):")
            if option.relations.isEmpty, !option.fields.contains(where: { $0.name == "fields" }) {
                lines += fields(option.fields).map { "        " + $0 }
            } else {
                lines.append(option.fields.isEmpty ? "        fields: {}" : "        fields:")
                lines += fields(option.fields).map { "          " + $0 }
                if !option.relations.isEmpty { lines.append("        where: \(conditions(option.relations))") }
            }
        }
        return lines
    }

    // MARK: Fields and values

    private static func fields(_ fields: [Field]) -> [String] {
        fields.map { "\($0.name): \(kind($0.kind))" }
    }

    private static func kind(_ kind: Field.Kind) -> String {
        switch kind {
        case .value(let value): return self.value(value)
        case .list(let list):
            return mapping([
                ("list", text(list.length)), ("of", value(list.element)), ("order", list.order?.rawValue),
                ("distinct", flag(list.isDistinct)), ("total", list.total.map(text)), ("index", list.index),
                ("separator", list.separator == .newline ? "newline" : nil),
            ])
        case .permutation(let length, let first):
            return mapping([("permutation", text(length)), ("first", first == 1 ? nil : String(first))])
        case .literal(let word): return mapping([("literal", quoted(word))])
        }
    }

    private static func value(_ value: Value) -> String {
        switch value {
        case .integer(let range): return mapping([("int", quoted(range.text))])
        case .real(let real):
            let decimals =
                real.minimumDecimals == real.maximumDecimals
                ? "\(real.minimumDecimals)" : "\(real.minimumDecimals)..\(real.maximumDecimals)"
            return mapping([("real", "\(real.lower)..\(real.upper)"), ("decimals", decimals)])
        case .word(let words): return mapping([("word", "[\(words.map(quoted).joined(separator: ", "))]")])
        case .string(let shape):
            let isDigits = shape.isNumber && shape.alphabet == Array("0123456789")
            return mapping([
                ("string", quoted(shape.length.text)), ("over", isDigits ? nil : alphabet(shape.alphabet)),
                ("number", flag(shape.isNumber)),
            ])
        }
    }

    private static func tree(_ tree: Tree) -> String {
        var form: String?
        var isOrdered = false
        var marker: String?
        switch tree.form {
        case .edges: break
        case .parents(let ordered): (form, isOrdered) = ("parents", ordered)
        case .parentsWithRoot(let root): (form, marker) = ("parents-with-root", String(root))
        }
        return mapping(
            [
                ("name", tree.name), ("vertices", text(tree.vertices)), ("form", form), ("ordered", flag(isOrdered)),
                ("root-marker", marker),
            ] + vertexNames(tree.vertexNames) + [("extras", extras(tree.extras))])
    }

    private static func graph(_ graph: Graph) -> String {
        var sides: String?
        switch graph.sides {
        case .none: break
        case .hidden: sides = "true"
        case .separate(let left, let right): sides = mapping([("left", text(left)), ("right", text(right))])
        }
        return mapping(
            [("name", graph.name), ("vertices", text(graph.vertices)), ("edges", text(graph.edges))]
                + vertexNames(graph.vertexNames) + [
                    ("directed", flag(graph.isDirected)), ("loops", flag(graph.allowsLoops)),
                    ("multi", flag(graph.allowsMultipleEdges)), ("connected", flag(graph.isConnected)),
                    ("acyclic", flag(graph.isAcyclic)), ("bipartite", sides), ("ordered", flag(graph.isOrdered)),
                    ("extras", extras(graph.extras)),
                ])
    }

    private static func vertexNames(_ names: VertexNames) -> [(String, String?)] {
        switch names {
        case .numbers(let first): [("first", first == 1 ? nil : String(first))]
        case .strings(let list): [("names", list)]
        }
    }

    private static func extras(_ fields: [Field]) -> String? {
        fields.isEmpty ? nil : mapping(fields.map { ($0.name, kind($0.kind)) })
    }

    private static func markers(_ markers: [Character: Int]) -> String? {
        guard !markers.isEmpty else { return nil }
        return mapping(markers.sorted { $0.key < $1.key }.map { ("\"\(escaped(String($0.key)))\"", String($0.value)) })
    }

    // MARK: YAML

    /// `{key: value, …}` of the entries that have a value.
    private static func mapping(_ entries: [(String, String?)]) -> String {
        "{" + entries.compactMap { key, value in value.map { "\(key): \($0)" } }.joined(separator: ", ") + "}"
    }

    private static func flag(_ value: Bool) -> String? { value ? "true" : nil }

    private static func text(_ expression: Expression) -> String { quoted(expression.text) }

    private static func conditions(_ conditions: [Condition]) -> String {
        "[" + conditions.map { "\"\(escaped($0.text))\"" }.joined(separator: ", ") + "]"
    }

    /// Runs of three or more letters or digits as `a-z`; the hyphen last.
    private static func alphabet(_ characters: [Character]) -> String {
        var text = ""
        let values = characters.filter { $0 != "-" }.compactMap(\.asciiValue).sorted()
        var position = 0
        while position < values.count {
            var end = position
            while end + 1 < values.count, values[end + 1] == values[end] + 1,
                isAlphanumeric(values[end + 1]), isAlphanumeric(values[position])
            { end += 1 }
            let (first, last) = (Character(Unicode.Scalar(values[position])), Character(Unicode.Scalar(values[end])))
            if end - position >= 2 {
                text += "\(first)-\(last)"
                position = end + 1
            } else {
                text.append(first)
                position += 1
            }
        }
        if characters.contains("-") { text += "-" }
        return "\"\(escaped(text))\""
    }

    private static func isAlphanumeric(_ value: UInt8) -> Bool {
        let character = Character(Unicode.Scalar(value))
        return character.isLetter || character.isNumber
    }

    /// A plain scalar where YAML allows it in a flow context and cannot take it for something else.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.first != " " && text.last != " "
            && text.allSatisfy { $0.isLetter || $0.isNumber || "+-*/^().;_ ".contains($0) }
            && text.first.map { $0.isLetter || $0.isNumber || $0 == "(" || ($0 == "-" && text.count > 1) } == true
            && !text.hasPrefix("- ")
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
        return isPlain || text == "n" || text == "y" ? text : "\"\(escaped(text))\""
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if scalar.value < 32 || scalar.value == 127 {
                    result += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}
