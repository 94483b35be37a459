/// Rows, test cases, choices and optional blocks.
extension ValidatorProgram {
    mutating func repetition(_ repetition: Repetition) {
        heading(repetition.outline)
        let columns = declareColumns(repetition)
        let sums = repetition.totals.map { total in
            let identifier = table.newIdentifier("total_\(total.summand.variables.min() ?? "")")
            line("__int128 \(identifier) = 0;")
            return identifier
        }
        let keys = repetition.distinct.map { distinct in
            let identifier = table.newIdentifier("seen_\(distinct.fields.joined(separator: "_"))")
            line("vector<\(keyType(distinct, repetition))> \(identifier);")
            return identifier
        }
        let outside = locals
        let counter = openRows(repetition)
        if repetition.kind == .cases {
            line("setTestCase((int)\(counter));")
        } else {
            rowCounters.append(counter)
        }
        block(repetition.body)
        for (total, sum) in zip(repetition.totals, sums) { line("\(sum) += \(number(total.summand));") }
        for (distinct, seen) in zip(repetition.distinct, keys) {
            line("\(seen).push_back(\(key(distinct, repetition)));")
        }
        for column in columns { line("\(column.vector).push_back(\(locals[column.name]?.text ?? column.name));") }
        if repetition.kind == .rows { rowCounters.removeLast() }
        closeLoop()
        let types = locals.mapValues(\.type)
        locals = outside
        if repetition.kind == .cases { line("unsetTestCase();") }
        afterRows(repetition, counter)
        for (total, sum) in zip(repetition.totals, sums) {
            let bound = totalConstant(total) ?? number(total.limit)
            let everywhere = repetition.kind == .cases ? "test cases" : "rows"
            let message = "the sum of \(total.summand.text) over all \(everywhere) must be at most \(total.limit.text)"
            ensure("\(sum) <= \(bound)", CppText.format(message))
        }
        for (distinct, seen) in zip(repetition.distinct, keys) {
            need(.noRepeats)
            let list = distinct.fields.joined(separator: ", ")
            line("ensureDistinct(\(seen), \(CppText.literal("no two rows may have the same (\(list))")));")
        }
        for column in columns {
            locals[column.name] = Local(text: column.vector, type: "vector<\(types[column.name] ?? column.type)>")
        }
    }

    /// The vectors of fields that something outside of the rows speaks of.
    private mutating func declareColumns(
        _ repetition: Repetition
    ) -> [(name: String, vector: String, type: String)] {
        guard repetition.kind == .rows else { return [] }
        let types = repetition.body.fieldTypes
        return usedOutside(repetition.body.fieldNames, of: repetition.innerMentions).map { name in
            let vector = table.newIdentifier("all_\(name)")
            let type = types[name] ?? "long long"
            line("vector<\(type)> \(vector);")
            return (name, vector, type)
        }
    }

    /// Opens the loop and returns its counter, which counts from 1.
    private mutating func openRows(_ repetition: Repetition) -> String {
        switch repetition.count {
        case .times(let expression):
            let times = count(expression, of: "the rows")
            return openLoop(named: repetition.index) { "for (long long \($0) = 1; \($0) <= \(times); \($0)++)" }
        case .until(let terminator, _):
            need(.readLineIf)
            let text = CppText.format(terminator.joined(separator: " ") + "\n").replacing("%%", with: "%")
            return openUncounted(repetition, "!readLineIf(\(text))")
        case .endOfFile:
            return openUncounted(repetition, "!atEndOfInput()")
        }
    }

    private mutating func openUncounted(_ repetition: Repetition, _ condition: String) -> String {
        let counter =
            repetition.index.map(table.indexIdentifier)
            ?? table.newIdentifier(repetition.kind == .cases ? "test_case" : "row")
        counters.append(counter)
        line("long long \(counter) = 0;")
        open("while (\(condition))")
        line("\(counter)++;")
        return counter
    }

    private mutating func afterRows(_ repetition: Repetition, _ counter: String) {
        switch repetition.count {
        case .times: break
        case .until, .endOfFile: ensure("\(counter) >= 1", "\"there must be at least one data set\"")
        }
    }

    private mutating func totalConstant(_ total: Repetition.Total) -> String? {
        guard let name = total.summand.variables.min(), total.limit.constant != nil,
            table[.total(name)]?.value == total.limit.constant
        else { return nil }
        return constant(.total(name))
    }

    // MARK: Tuples that must differ

    private func keyType(_ distinct: Repetition.DistinctFields, _ repetition: Repetition) -> String {
        let types = repetition.body.fieldTypes
        let fields = distinct.fields.map { types[$0] ?? "long long" }
        if fields.count == 1 { return fields[0] }
        return distinct.isUnordered ? "vector<\(fields[0])>" : "tuple<\(fields.joined(separator: ", "))>"
    }

    private mutating func key(_ distinct: Repetition.DistinctFields, _ repetition: Repetition) -> String {
        let values = distinct.fields.map { locals[$0]?.text ?? $0 }
        if values.count == 1 { return values[0] }
        guard distinct.isUnordered else { return "{\(values.joined(separator: ", "))}" }
        need(.sortedValues)
        let type = repetition.body.fieldTypes[distinct.fields[0]] ?? "long long"
        return "sorted<\(type)>({\(values.joined(separator: ", "))})"
    }

    // MARK: Choices and optional blocks

    mutating func choice(_ choice: Choice) {
        let tokens = choice.options.map(\.token)
        heading("\(choice.selector): \(tokens.joined(separator: ", "))")
        let identifier = table[choice.selector]?.identifier ?? choice.selector
        let form = pattern(ValidatorPattern.words(tokens), for: choice.selector)
        line("const string \(identifier) = inf.readToken(\(form), \(label(choice.selector)));")
        locals[choice.selector] = Local(text: identifier, type: "string")
        // Declared ahead: what is spoken of beyond the lines of one type.
        var ahead: [String: String] = [:]
        for option in choice.options {
            let types = Dictionary(option.fields.map { ($0.name, $0.type) }) { first, _ in first }
            for name in usedOutside(
                option.fields.flatMap(\.names), of: option.mentions, predicatesInside: false)
            where ahead[name] == nil && !declaredAhead.contains(name) {
                ahead[name] = types[name]
                declareAhead(name, types[name] ?? "long long")
            }
        }
        let outside = locals
        for (number, option) in choice.options.enumerated() {
            let head = "if (\(identifier) == \(CppText.literal(option.token)))"
            if number == 0 { open(head) } else { otherwise(head) }
            lineState = .inside
            fields(option.fields)
            endOfLine(after: option.fields)
            relations(option.relations)
            locals = outside
        }
        close()
        declaredAhead.subtract(ahead.keys)
    }

    mutating func optional(_ optional: Optionality) {
        let text = optional.condition.map { "if \($0.text)" } ?? "unless the input ends"
        heading("the following is there \(text)")
        let types = optional.body.fieldTypes
        let ahead = usedOutside(optional.body.fieldNames, of: optional.body.mentions)
            .filter { !declaredAhead.contains($0) }
        for name in ahead { declareAhead(name, types[name] ?? "long long") }
        let outside = locals
        open("if (\(optional.condition.map { condition($0) } ?? "!atEndOfInput()"))")
        block(optional.body)
        close()
        locals = outside
        declaredAhead.subtract(ahead)
    }

    private mutating func declareAhead(_ name: String, _ type: String) {
        let identifier = table[name]?.identifier ?? name
        line("\(type) \(identifier)\(type == "long long" || type == "double" ? " = 0" : "");")
        locals[name] = Local(text: identifier, type: type)
        declaredAhead.insert(name)
    }
}

extension Repetition {
    fileprivate var outline: String {
        let what = kind == .cases ? "test cases" : "rows"
        switch count {
        case .times(let expression): return "\(expression.text) \(what)"
        case .until(let terminator, _): return "\(what) until the line \"\(terminator.joined(separator: " "))\""
        case .endOfFile: return "\(what) until the end of the input"
        }
    }
}

extension Block {
    /// The C++ types that the block's variables have inside of it.
    fileprivate var fieldTypes: [String: String] {
        var types: [String: String] = [:]
        for item in items {
            switch item {
            case .line(let fields): for field in fields { types[field.name] = field.type }
            case .matrix(let matrix): types[matrix.name] = "vector<vector<\(matrix.element.type)>>"
            case .grid(let grid): types[grid.name] = "vector<string>"
            case .tree(let tree): for field in tree.extras { types[field.name] = "vector<\(field.type)>" }
            case .graph(let graph): for field in graph.extras { types[field.name] = "vector<\(field.type)>" }
            case .repetition(let inner):
                types.merge(inner.body.fieldTypes.mapValues { "vector<\($0)>" }) { first, _ in first }
            case .choice(let choice):
                types[choice.selector] = "string"
                for field in choice.options.flatMap(\.fields) { types[field.name] = field.type }
            case .optional(let optional): types.merge(optional.body.fieldTypes) { first, _ in first }
            }
        }
        return types
    }
}
