/// A validator as it is being written: the lines of `main` in the order in which the input is read, and what they
/// turned out to need.
struct ValidatorProgram {
    let specification: InputSpecification
    var table: CppVariableTable
    /// Who is mentioned how often; see `ValidatorMentions`.
    private let mentioned: [String: Int]

    // What the program consists of.
    private var lines: [String] = []
    private var indentation = 1
    private var pieces: Set<CppPiece> = [.endOfInput]
    private var usedConstants: Set<String> = []
    private var patterns: [(identifier: String, declaration: String)] = []
    private var reaches: [(name: String, identifier: String, declaration: String)] = []
    private var predicates: [String] = []

    // Where the writing is.
    /// How variables are called here, by their names in the specification.
    var locals: [String: Local] = [:]
    /// The counters of the repetitions of rows around, outermost first.
    var rowCounters: [String] = []
    /// Loop counters in use.
    var counters: [String] = []
    /// Variables that were declared before the block that reads them.
    var declaredAhead: Set<String> = []
    var lineState = LineState.start
    private var blocksSeen = 0
    private var currentBlock = 0

    struct Local {
        var text: String
        var type: String
    }

    /// Whether the next token needs a space in front.
    enum LineState: Equatable {
        case start
        case inside
        /// Something was read on this line if this C++ condition holds.
        case insideIf(String)
    }

    init(_ specification: InputSpecification) {
        self.specification = specification
        let helpers = CppPiece.forValidators.reduce(into: Set(["argc", "argv", "Reach", "RealReach"])) {
            $0.formUnion($1.globalNames)
        }
        table = CppVariableTable(specification, reserving: helpers.union(specification.predicates.map(\.name)))
        mentioned = (specification.body.mentions + specification.predicates.flatMap(\.uses))
            .reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}

// MARK: - What the program needs

extension ValidatorProgram {
    mutating func need(_ piece: CppPiece) { pieces.insert(piece) }

    /// Whether anything speaks of the variable.
    func isUsed(_ name: String) -> Bool { mentioned[name, default: 0] > 0 }

    /// Which of `names` are spoken of elsewhere than by `inner` and by the predicates that belong in there.
    func usedOutside(_ names: [String], of inner: [String], predicatesInside: Bool = true) -> [String] {
        var counts = inner.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        if predicatesInside {
            for predicate in specification.predicates where Set(predicate.uses).isSubset(of: names) {
                for name in predicate.uses { counts[name, default: 0] += 1 }
            }
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted && mentioned[$0, default: 0] > counts[$0, default: 0] }
    }

    /// The object that remembers the least and greatest value of a quantity.
    mutating func reach(_ name: String, wish: String, decimals: Int? = nil) -> String {
        if let known = reaches.first(where: { $0.name == name }) { return known.identifier }
        let identifier = table.newIdentifier("\(wish)_reach")
        let arguments = "\"\(name)\"" + (decimals.map { ", \($0)" } ?? "")
        need(decimals == nil ? .reach : .realReach)
        need(.asksForReach)
        // RealReach's comment continues that of Reach.
        if decimals != nil { need(.reach) }
        reaches.append((name, identifier, "\(decimals == nil ? "Reach" : "RealReach") \(identifier)(\(arguments));"))
        return identifier
    }

    /// A named pattern: testlib takes its time to read one, so that is done once.
    mutating func pattern(_ text: String, for name: String) -> String {
        let literal = CppText.literal(text)
        if let known = patterns.first(where: { $0.declaration == "\($0.identifier)(\(literal))" }) {
            return known.identifier
        }
        let identifier = table.newIdentifier("\(name.uppercased())_FORM")
        patterns.append((identifier, "\(identifier)(\(literal))"))
        return identifier
    }

    /// The name of a bound, if it has one and is worth it.
    mutating func constant(_ key: CppConstant.Key) -> String? {
        guard let constant = table[key] else { return nil }
        usedConstants.insert(constant.identifier)
        return constant.identifier
    }
}

// MARK: - Writing lines

extension ValidatorProgram {
    mutating func line(_ text: String) {
        lines.append(text.isEmpty ? "" : String(repeating: "    ", count: indentation) + text)
    }

    mutating func open(_ head: String) {
        line(head + " {")
        indentation += 1
    }

    mutating func close() {
        indentation -= 1
        line("}")
    }

    mutating func otherwise(_ head: String) {
        indentation -= 1
        line("} else \(head) {")
        indentation += 1
    }

    /// A blank line and a comment before a part of the input.
    mutating func heading(_ text: String) {
        if let last = lines.last, !last.isEmpty, !last.hasSuffix("{") { line("") }
        line("// " + CppText.comment(text))
    }

    /// A blank line, except at the start of a block.
    mutating func gap() {
        if let last = lines.last, !last.isEmpty, !last.hasSuffix("{") { line("") }
    }

    /// `ensuref(condition, "message");`
    mutating func ensure(_ condition: String, _ message: String, _ arguments: [String] = []) {
        line("ensuref(\(([condition, message] + arguments).joined(separator: ", ")));")
    }

    /// A loop counter that nothing around here is called.
    mutating func openLoop(named index: String?, _ head: (String) -> String) -> String {
        let counter = index.map(table.indexIdentifier) ?? freeCounter()
        counters.append(counter)
        open(head(counter))
        return counter
    }

    mutating func closeLoop() {
        close()
        counters.removeLast()
    }

    private func freeCounter() -> String {
        let taken = Set(table.variables.map(\.identifier) + counters + allIndices)
        let wishes = ["i", "j", "k", "row", "column"] + (1...99).map { "i\($0)" }
        return wishes.first { !taken.contains($0) && !locals.values.map(\.text).contains($0) } ?? "i100"
    }

    private var allIndices: [String] { specification.body.indexNames.map(table.indexIdentifier) }
}

// MARK: - Expressions

extension ValidatorProgram {
    var scope: CppScope { CppScope(table, locals: locals.mapValues(\.text)) }

    func range(of expression: Expression) -> CppRange { CppExpression(expression, in: scope).range }

    /// The value as a `long long`.
    mutating func number(_ expression: Expression) -> String {
        let result = CppExpression(expression, in: scope).narrowed
        pieces.formUnion(result.pieces)
        return result.text
    }

    /// A count that is certainly not negative, as something cheap to write twice.
    mutating func count(_ expression: Expression, of name: String, atLeast least: Int128 = 0) -> String {
        var text = number(expression)
        if text.contains("(") {
            let identifier = table.newIdentifier("\(name)_count")
            line("const long long \(identifier) = \(text);")
            text = identifier
        }
        if range(of: expression).least < least {
            ensure("\(text) >= \(least)", CppText.format("\(expression.text) must be at least \(least) for \(name)"))
        }
        return text
    }

    mutating func condition(_ condition: Condition) -> String {
        let result = CppCondition(condition, in: scope)
        pieces.formUnion(result.pieces)
        return result.text
    }

    /// `lower, upper` as arguments of `readLong`, which needs one of them to be a `long long`.
    mutating func bounds(_ range: IntegerRange, of name: String?) -> String {
        var lower = number(range.lower)
        var upper = number(range.upper)
        if let value = range.lower.constant, value != 0, value != 1, let name, let named = constant(.least(name)) {
            lower = named
        }
        if range.upper.constant != nil {
            if let name, let named = constant(.greatest(name)) { upper = named } else { upper += "LL" }
        }
        return "\(lower), \(upper)"
    }

    /// The name of what is read here, for messages: `"n"`, or `nameOf("a", i)`.
    mutating func label(_ name: String, _ indices: [String] = []) -> String {
        let all = rowCounters + indices
        guard !all.isEmpty else { return "\"\(name)\"" }
        need(.nameOf)
        return "nameOf(\"\(name)\", \(all.joined(separator: ", ")))"
    }
}

// MARK: - Blocks

extension ValidatorProgram {
    mutating func block(_ block: Block) {
        let number = blocksSeen
        blocksSeen += 1
        for item in block.items { self.item(item) }
        if !block.relations.isEmpty || specification.predicates.contains(where: { table.home(of: $0) == number }) {
            gap()
        }
        relations(block.relations)
        for predicate in specification.predicates where table.home(of: predicate) == number { call(predicate) }
    }

    mutating func relations(_ relations: [Condition]) {
        for relation in relations {
            let text = condition(relation)
            let message = "\(relation.text) must hold"
            if let row = rowCounters.last {
                ensure(text, CppText.format(message + ", but not in row ", ""), [row])
            } else {
                ensure(text, CppText.format(message))
            }
        }
    }

    private mutating func call(_ predicate: Predicate) {
        var parameters: [String] = []
        var arguments: [String] = []
        for name in predicate.uses {
            let local = locals[name] ?? Local(text: table.indexIdentifier(name), type: "long long")
            let isPlain = local.type == "long long" || local.type == "double"
            parameters.append("\(isPlain ? local.type : "const \(local.type)&") \(name)")
            arguments.append(local.text)
        }
        let body = predicate.body.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
        let trimmed = body.hasSuffix("\n") ? String(body.dropLast()) : body
        predicates.append("bool \(predicate.name)(\(parameters.joined(separator: ", "))) {\n\(trimmed)\n}\n")
        let message = "\(predicate.name.replacing("_", with: " ")): this must hold"
        if let row = rowCounters.last {
            ensure(
                "\(predicate.name)(\(arguments.joined(separator: ", ")))",
                CppText.format(message + ", but not in row ", ""), [row])
        } else {
            ensure("\(predicate.name)(\(arguments.joined(separator: ", ")))", CppText.format(message))
        }
    }
}

// MARK: - The whole text

extension ValidatorProgram {
    var text: String {
        var parts = [header, "#include \"testlib.h\"\n\nusing namespace std;\n"]
        let constants = table.namedConstants.filter { usedConstants.contains($0.identifier) }.map(\.declaration)
        let declarations = constants + patterns.map { "const pattern \($0.declaration);" }
        if !declarations.isEmpty { parts.append(declarations.joined(separator: "\n") + "\n") }
        parts += CppPiece.inOrder(pieces).map(\.text)
        if !reaches.isEmpty { parts.append(reaches.map(\.declaration).joined(separator: "\n") + "\n") }
        parts += predicates
        parts.append(main)
        return parts.joined(separator: "\n")
    }

    private var header: String {
        let title = CppText.comment(specification.title)
        return """
            // Validator\(title.isEmpty ? "" : " of \"\(title)\""), written by MAIGEN from the input specification (spec.yaml).
            //
            // Accepts exactly the inputs of the specification, strict to the byte: single spaces, LF line ends, nothing
            // after the last line. With the argument --reach it also prints the least and greatest value that each
            // bounded quantity has in this input.

            """
    }

    private var main: String {
        // Expressions without a value (an index out of range, a division by zero) are thrown; predicates may throw, too.
        let canThrow =
            !predicates.isEmpty || lines.contains { $0.contains(".at(") }
            || !pieces.isDisjoint(with: [.floorDivision, .floorRemainder, .power, .product, .extremes])
        var result = ["int main(int argc, char* argv[]) \(canThrow ? "try " : ""){"]
        result.append("    registerValidation(argc, argv);")
        if lines.first?.hasPrefix("    //") ?? false { result.append("") }
        result += lines
        result += ["", "    ensuref(atEndOfInput(), \"The input goes on after its end\");", "    inf.readEof();"]
        if !reaches.isEmpty {
            result.append("    if (asksForReach(argc, argv)) {")
            result += reaches.map { "        \($0.identifier).print();" }
            result.append("    }")
        }
        result.append("}" + (canThrow ? " catch (const exception& error) {" : ""))
        if canThrow { result += ["    quitf(_fail, \"A bound or a relation has no value: %s\", error.what());", "}"] }
        return result.joined(separator: "\n") + "\n"
    }
}

extension Block {
    /// The names of all indices of repetitions and lists.
    fileprivate var indexNames: [String] {
        items.flatMap { item -> [String] in
            switch item {
            case .line(let fields):
                fields.compactMap { if case .list(let list) = $0.kind { list.index } else { nil } }
            case .repetition(let repetition): [repetition.index].compactMap(\.self) + repetition.body.indexNames
            case .optional(let optional): optional.body.indexNames
            case .tree(let tree): Block([.line(tree.extras)]).indexNames
            case .graph(let graph): Block([.line(graph.extras)]).indexNames
            case .choice(let choice): Block(choice.options.map { .line($0.fields) }).indexNames
            case .matrix, .grid: []
            }
        }
    }
}
