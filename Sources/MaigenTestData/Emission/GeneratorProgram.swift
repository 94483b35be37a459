/// A generator under construction. Items are visited in reading order, so that repetitions and blocks have the numbers
/// the variable table gave them.
struct GeneratorProgram {
    let specification: InputSpecification
    let plan: GeneratorKnobPlan
    let analysis: IntervalAnalysis
    /// The lists that values are looked up in.
    let lookups: [String: String]
    var table: CppVariableTable
    var knobNames: [GeneratorKnobPlan.Role: String] = [:]
    var pieces: Set<CppPiece> = [.core, .knob, .output]
    /// File-scope variables in reading order.
    var storage: [GeneratorStorage] = []
    var functions: [[String]] = []
    var repetitions = 0
    var blocks = 0
    /// Starts of knob runs that the test cases around must make.
    var pendingStarts: [String] = []
    let names: GeneratorLocalNames

    init(_ specification: InputSpecification) {
        self.specification = specification
        plan = GeneratorKnobPlan(specification)
        analysis = IntervalAnalysis(specification)
        lookups = GeneratorLookups.lists(specification)
        let reserved = CppPiece.forGenerators.reduce(into: Set<String>()) { $0.formUnion($1.globalNames) }
        table = CppVariableTable(specification, reserving: reserved)
        names = GeneratorLocalNames(&table)
        for extra in Knob.Extra.allCases where plan.knobs.contains(where: { $0.knob.extras.contains(extra) }) {
            switch extra {
            case .arrays: pieces.insert(.arrayShapes)
            case .numbers: pieces.insert(.numberShapes)
            case .hashKeys: pieces.insert(.hashKeys)
            case .costs: break
            }
        }
        for entry in plan.knobs { knobNames[entry.role] = table.newIdentifier(Self.identifierWish(entry.role)) }
    }

    private static func identifierWish(_ role: GeneratorKnobPlan.Role) -> String {
        switch role {
        case .main(let name): "\(name)Knob"
        case .length(let name): "\(name)LengthKnob"
        case .intervals(let left, let right): "\(left)\(right.prefix(1).uppercased())\(right.dropFirst())Knob"
        case .points(let x, let y): "\(x)\(y.prefix(1).uppercased())\(y.dropFirst())Knob"
        case .cases: "casesKnob"
        case .count: "countKnob"
        }
    }

    /// Whole numbers that are factors of a bounded product.
    var factors: Set<String> { specification.body.factors }

    // MARK: - Text of expressions

    mutating func text(_ expression: Expression, _ place: GeneratorPlace) -> String {
        let emitted = CppExpression(expression, in: place.scope).narrowed
        pieces.formUnion(emitted.pieces)
        return emitted.text
    }

    mutating func text(_ condition: Condition, _ place: GeneratorPlace) -> String {
        let emitted = CppCondition(condition, in: place.scope)
        pieces.formUnion(emitted.pieces)
        return emitted.text
    }

    /// A constant bound by its name, anything else as it is.
    func named(_ expression: Expression, _ key: CppConstant.Key) -> Expression {
        guard expression.constant != nil, let constant = table[key] else { return expression }
        return .variable("#" + constant.identifier)
    }

    /// A C++ string literal.
    static func quoted(_ text: String) -> String {
        let escaped = text.map { character -> String in
            switch character {
            case "\"": "\\\""
            case "\\": "\\\\"
            // Two question marks in a row could be a trigraph.
            case "?": "\\?"
            default: String(character)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    /// A call of a step that may fail.
    func orReturn(_ call: String) -> String { "if (!\(call)) return false;" }

    // MARK: - Bounds

    func solver(_ place: GeneratorPlace) -> GeneratorSolver {
        GeneratorSolver(
            isKnown: { !place.pending.contains($0) },
            range: { CppExpression($0, in: place.scope).range },
            extremes: { name in
                let interval = analysis[name]
                return interval.isBounded ? CppRange(interval.least, interval.greatest) : .longLong
            },
            facts: place.facts)
    }

    /// The bounds of a draw as C++.
    struct Ends {
        var least: String
        var greatest: String
        /// Without what relations to other numbers of the same group cut off, where they do.
        var outer: (least: String, greatest: String)?
    }

    /// The bounds in force for `target`, which has `range`; facts that they guarantee become enforced.
    mutating func bounds(
        of target: Expression, _ range: IntegerRange, keys: (CppConstant.Key, CppConstant.Key),
        _ place: inout GeneratorPlace, ignoring other: String? = nil
    ) -> Ends {
        var lower = [named(range.lower, keys.0)]
        var upper = [named(range.upper, keys.1)]
        var outerLower = lower
        var outerUpper = upper
        let own = (
            CppExpression(lower[0], in: place.scope).range, CppExpression(upper[0], in: place.scope).range
        )
        for bound in solver(place).bounds(of: target) {
            if let other, bound.value.variables.contains(other) { continue }
            let value = CppExpression(bound.value, in: place.scope).range
            let isOuter = bound.value.variables.isDisjoint(with: place.group)
            // Only what may cut something off.
            if bound.isUpper, value.least < own.1.greatest, !upper.contains(bound.value) {
                upper.append(bound.value)
                if isOuter { outerUpper.append(bound.value) }
            }
            if !bound.isUpper, value.greatest > own.0.least, !lower.contains(bound.value) {
                lower.append(bound.value)
                if isOuter { outerLower.append(bound.value) }
            }
            if bound.isExact { place.enforced.insert(bound.fact) }
        }
        func text(_ parts: [Expression], _ function: Expression.NumberFunction) -> String {
            self.text(parts.count == 1 ? parts[0] : .call(function, parts), place)
        }
        var ends = Ends(least: text(lower, .max), greatest: text(upper, .min))
        if lower.count > outerLower.count || upper.count > outerUpper.count {
            ends.outer = (text(outerLower, .max), text(outerUpper, .min))
        }
        return ends
    }
}

/// Names of loop variables and parameters, which must not hide variables of the input.
struct GeneratorLocalNames {
    let attempt, position, column, length, count, seen, left, share, start, caseIndex, parts, lows, highs,
        lengths: String
    /// Loop variables over rows, from the outside in.
    let rows: [String]

    init(_ table: inout CppVariableTable) {
        attempt = table.newIdentifier("attempt")
        position = table.newIdentifier("position")
        column = table.newIdentifier("column")
        length = table.newIdentifier("length")
        count = table.newIdentifier("rowCount")
        seen = table.newIdentifier("seen")
        left = table.newIdentifier("leftOf")
        share = table.newIdentifier("share")
        start = table.newIdentifier("textStart")
        caseIndex = table.newIdentifier("caseIndex")
        parts = table.newIdentifier("parts")
        lows = table.newIdentifier("lows")
        highs = table.newIdentifier("highs")
        lengths = table.newIdentifier("lengths")
        rows = ["row", "innerRow", "innermostRow"].map { table.newIdentifier($0) }
    }

    func row(_ depth: Int) -> String { depth < rows.count ? rows[depth] : "\(rows[rows.count - 1])\(depth)" }
}

extension Block {
    /// Variables that stand in a product of two or more variables in a relation.
    fileprivate var factors: Set<String> {
        var result: Set<String> = []
        for operand in relations.flatMap(\.operands) { operand.collectFactors(into: &result) }
        for item in items {
            switch item {
            case .repetition(let repetition): result.formUnion(repetition.body.factors)
            case .optional(let optionality): result.formUnion(optionality.body.factors)
            default: break
            }
        }
        return result
    }
}

extension Condition {
    fileprivate var operands: [Expression] {
        switch self {
        case .comparison(let operands, _): operands
        case .all(let parts), .any(let parts): parts.flatMap(\.operands)
        }
    }
}

extension Expression {
    fileprivate func collectFactors(into result: inout Set<String>) {
        guard case .binary(let symbol, let left, let right) = self else { return }
        if symbol == .times, !left.variables.isEmpty, !right.variables.isEmpty { result.formUnion(variables) }
        left.collectFactors(into: &result)
        right.collectFactors(into: &result)
    }
}
