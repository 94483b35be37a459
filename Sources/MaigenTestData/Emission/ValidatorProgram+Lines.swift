extension ValidatorProgram {
    mutating func item(_ item: Item) {
        lineState = .start
        switch item {
        case .line(let fields):
            heading(fields.isEmpty ? "an empty line" : fields.map(\.outline).joined(separator: " "))
            if case .list(let list)? = fields.first?.kind, list.separator == .newline {
                self.list(fields[0].name, list)
            } else {
                self.fields(fields)
                endOfLine(after: fields)
            }
        case .matrix(let matrix): self.matrix(matrix)
        case .grid(let grid): self.grid(grid)
        case .tree(let tree): self.tree(tree)
        case .graph(let graph): self.graph(graph)
        case .repetition(let repetition): self.repetition(repetition)
        case .choice(let choice): self.choice(choice)
        case .optional(let optional): self.optional(optional)
        }
    }

    mutating func fields(_ fields: [Field]) {
        for field in fields {
            switch field.kind {
            case .value(let value):
                separator()
                self.value(field.name, value, into: target(field), label: label(field.name))
            case .list(let list): self.list(field.name, list)
            case .permutation(let length, let first): permutation(field.name, length, first)
            case .literal(let word):
                separator()
                let pattern = pattern(ValidatorPattern.words([word]), for: field.name)
                line("inf.readToken(\(pattern), \(label(field.name)));")
            }
        }
    }

    mutating func endOfLine(after fields: [Field] = []) {
        // A text with spaces was read to the end of its line.
        if !(fields.last?.isRestOfLine ?? false) { line("inf.readEoln();") }
        lineState = .start
    }

    mutating func separator() {
        switch lineState {
        case .start: break
        case .inside: line("inf.readSpace();")
        case .insideIf(let condition): line("if (\(condition)) inf.readSpace();")
        }
        lineState = .inside
    }

    // MARK: Values

    /// Where a value goes.
    enum Target {
        /// A new constant, or a variable declared ahead.
        case local(String, isNew: Bool)
        case element(of: String)
        case nowhere
    }

    /// Declares where a single value goes.
    private mutating func target(_ field: Field) -> Target {
        guard isUsed(field.name) else { return .nowhere }
        let identifier = table[field.name]?.identifier ?? field.name
        locals[field.name] = Local(text: identifier, type: field.type)
        return .local(identifier, isNew: !declaredAhead.contains(field.name))
    }

    /// Declares the vector of a run of values, unless it was declared ahead; `extra` layers of vectors inside.
    mutating func declareVector(_ name: String, of type: String) -> String {
        let identifier = table[name]?.identifier ?? name
        locals[name] = Local(text: identifier, type: "vector<\(type)>")
        if !declaredAhead.contains(name) { line("vector<\(type)> \(identifier);") }
        return identifier
    }

    mutating func value(_ name: String, _ value: Value, into target: Target, label: String) {
        let wish = table[name]?.identifier ?? name
        let reading: String
        var checks: [(String) -> String] = []
        switch value {
        case .integer(let range):
            reading = "\(reach(name, wish: wish))(inf.readLong(\(bounds(range, of: name)), \(label)))"
        case .real(let real):
            let reach = reach(name, wish: wish, decimals: real.maximumDecimals)
            let arguments = "\(real.lower), \(real.upper), \(real.minimumDecimals), \(real.maximumDecimals)"
            reading = "\(reach)(inf.readStrictReal(\(arguments), \(label)))"
        case .word(let words):
            reading = "inf.readToken(\(pattern(ValidatorPattern.words(words), for: name)), \(label))"
        case .string(let shape):
            (reading, checks) = string(name, shape, label)
        }
        switch target {
        case .local(let identifier, let isNew):
            line("\(isNew ? "const \(value.type) " : "")\(identifier) = \(reading);")
            for check in checks { line(check(identifier)) }
        case .element(let vector):
            line("\(vector).push_back(\(reading));")
            for check in checks { line(check("\(vector).back()")) }
        case .nowhere where checks.isEmpty:
            line("\(reading);")
        case .nowhere:
            line("const \(value.type) \(wish) = \(reading);")
            for check in checks { line(check(wish)) }
        }
    }

    /// The C++ that reads a string, and statements about the variable it ends up in.
    private mutating func string(
        _ name: String, _ shape: StringShape, _ label: String
    ) -> (reading: String, checks: [(String) -> String]) {
        let reach = reach("|\(name)|", wish: "\(table[name]?.identifier ?? name)_length")
        let set = ValidatorPattern.set(shape.alphabet)
        let mayBeEmpty = range(of: shape.length.lower).least < 1
        var checks: [(String) -> String] = []
        let form: String
        if let lower = shape.length.lower.constant, let upper = shape.length.upper.constant, lower >= 0,
            upper <= Int128(Int32.max)
        {
            form = set + (lower == upper ? "{\(lower)}" : "{\(lower),\(upper)}")
        } else {
            form = set + "*"
            let (lower, upper) = (number(shape.length.lower), number(shape.length.upper))
            if shape.length.lower == shape.length.upper {
                let message = CppText.format("the length of \(name) must be \(shape.length.lower.text) = ", "")
                checks.append { "ensuref((long long)\($0).size() == \(lower), \(message), (long long)(\(lower)));" }
            } else {
                let message = CppText.format("the length of \(name) must be in \(shape.length.text)")
                checks.append {
                    "ensuref(\(lower) <= (long long)\($0).size() && (long long)\($0).size() <= \(upper), \(message));"
                }
            }
        }
        if shape.isNumber, shape.alphabet.contains("0") {
            let message = CppText.format("\(name) must not have a leading zero")
            checks.append { "ensuref(\($0).size() <= 1 || \($0)[0] != '0', \(message));" }
        }
        let pattern = pattern(form, for: name)
        if shape.alphabet.contains(" ") {
            need(.restOfLine)
            return ("\(reach)(readRestOfLine(\(pattern), \(label)))", checks)
        }
        guard mayBeEmpty else { return ("\(reach)(inf.readToken(\(pattern), \(label)))", checks) }
        need(.maybeEmpty)
        return ("\(reach)(readMaybeEmpty(\(pattern), \(label)))", checks)
    }

    // MARK: Runs of values

    mutating func list(_ name: String, _ list: List) {
        let length = count(list.length, of: name)
        let isKept = isUsed(name) || list.order != nil || list.isDistinct || (list.total != nil && list.sumsNumbers)
        let vector = isKept ? declareVector(name, of: list.element.type) : nil
        var total: String?
        if list.total != nil, !list.sumsNumbers {
            total = table.newIdentifier("total_\(name)_length")
            line("long long \(total!) = 0;")
        }
        let before = lineState
        let counter = openLoop(named: list.index) { "for (long long \($0) = 1; \($0) <= \(length); \($0)++)" }
        if list.separator == .space { spaceBetween(counter, before) }
        let target: Target
        if let vector {
            target = .element(of: vector)
        } else if let total {
            target = .local("one_\(name)", isNew: true)
            _ = total
        } else {
            target = .nowhere
        }
        value(name, list.element, into: target, label: label(name, [counter]))
        if let total {
            line("\(total) += (long long)\(vector.map { "\($0).back()" } ?? "one_\(name)").size();")
        }
        if let vector, let order = list.order {
            let (last, this) = ("\(vector)[\(counter) - 2]", "\(vector)[\(counter) - 1]")
            ensure(
                "\(counter) == 1 || \(last) \(order.comparison) \(this)",
                CppText.format("\(name) must be \(order.rawValue), but not at position ", ""), [counter])
        }
        if list.separator == .newline { endOfLine(after: [Field(name, .value(list.element))]) }
        closeLoop()
        if list.separator == .space { stateAfterRun(list.length, length, before) }
        if let vector, list.isDistinct, !(list.order?.isStrict ?? false) {
            need(.noRepeats)
            line("ensureDistinct(\(vector), \(CppText.literal("the elements of \(name) must differ")));")
        }
        if let limit = list.total {
            let bound = constant(.total(name)) ?? number(limit)
            let message = CppText.format("the total of \(name) must be at most \(limit.text)")
            if let total {
                ensure("\(total) <= \(bound)", message)
            } else if let vector, list.element.type == "long long" {
                need(.sum)
                ensure("sumOf(\(vector)) <= \(bound)", message)
            }
        }
        locals[name] = vector.map { Local(text: $0, type: "vector<\(list.element.type)>") }
    }

    private mutating func spaceBetween(_ counter: String, _ before: LineState) {
        switch before {
        case .start: line("if (\(counter) > 1) inf.readSpace();")
        case .inside: line("inf.readSpace();")
        case .insideIf(let condition): line("if (\(counter) > 1 || \(condition)) inf.readSpace();")
        }
    }

    /// An empty run at the start of a line leaves the next token without a space in front.
    private mutating func stateAfterRun(_ length: Expression, _ text: String, _ before: LineState) {
        if before == .inside || range(of: length).least >= 1 {
            lineState = .inside
        } else if case .insideIf(let condition) = before {
            lineState = .insideIf("\(condition) || \(text) > 0")
        } else {
            lineState = .insideIf("\(text) > 0")
        }
    }

    private mutating func permutation(_ name: String, _ length: Expression, _ first: Int) {
        let size = count(length, of: name)
        let vector = declareVector(name, of: "long long")
        let before = lineState
        let counter = openLoop(named: nil) { "for (long long \($0) = 1; \($0) <= \(size); \($0)++)" }
        spaceBetween(counter, before)
        let range = IntegerRange(.integer(Int128(first)), length.plus(first - 1))
        line("\(vector).push_back(inf.readLong(\(bounds(range, of: nil)), \(label(name, [counter]))));")
        closeLoop()
        stateAfterRun(length, size, before)
        need(.noRepeats)
        let message = "\(name) must be a permutation, but holds a number twice"
        line("ensureDistinct(\(vector), \(CppText.literal(message)));")
    }
}

// MARK: - What things are in C++

extension Value {
    /// `long long`, `double` or `string`.
    var type: String {
        switch self {
        case .integer: "long long"
        case .real: "double"
        case .word, .string: "string"
        }
    }
}

extension Field {
    /// The C++ type.
    var type: String {
        switch kind {
        case .value(let value): value.type
        case .list(let list): "vector<\(list.element.type)>"
        case .permutation: "vector<long long>"
        case .literal: "string"
        }
    }

    /// Whether the field takes the rest of its line, line end included.
    fileprivate var isRestOfLine: Bool {
        if case .value(.string(let shape)) = kind { shape.alphabet.contains(" ") } else { false }
    }

    /// As in the comment over a line: `n`, `a[1..n]`, a literal as itself.
    fileprivate var outline: String {
        switch kind {
        case .value: name
        case .list(let list): "\(name)[1..\(list.length.text)]"
        case .permutation(let length, _): "\(name)[1..\(length.text)]"
        case .literal(let word): "\"\(word)\""
        }
    }
}

extension List {
    /// Whether `total` bounds the sum of the elements, not of their lengths.
    fileprivate var sumsNumbers: Bool {
        switch element {
        case .integer, .real: true
        case .word, .string: false
        }
    }
}

extension List.Order {
    fileprivate var comparison: String {
        switch self {
        case .nondecreasing: "<="
        case .increasing: "<"
        case .nonincreasing: ">="
        case .decreasing: ">"
        }
    }

    fileprivate var isStrict: Bool { self == .increasing || self == .decreasing }
}

extension Expression {
    /// The expression with a constant added.
    func plus(_ number: Int) -> Expression {
        switch (constant, number) {
        case (_, 0): self
        case (let value?, _): .integer(value + Int128(number))
        case (nil, ..<0): .binary(.minus, self, .integer(Int128(-number)))
        default: .binary(.plus, self, .integer(Int128(number)))
        }
    }
}
