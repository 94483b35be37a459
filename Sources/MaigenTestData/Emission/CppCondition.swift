/// C++ text of a condition at one place of a program.
package struct CppCondition: Sendable {
    /// A `bool` expression, not in parentheses.
    package var text: String
    /// The pieces it calls.
    package var pieces: Set<CppPiece>
    private var joiner: String?

    /// The condition, with every variable as `scope` reaches it.
    package init(_ condition: Condition, in scope: CppScope) {
        switch condition {
        case .comparison(let operands, let operators):
            let texts = operands.map { CppExpression($0, in: scope) }
            let parts = operators.indices.map {
                "\(texts[$0].text) \(operators[$0].rawValue) \(texts[$0 + 1].text)"
            }
            self.init(
                parts.joined(separator: " && "), joiner: parts.count > 1 ? "&&" : nil,
                pieces: texts.reduce(into: []) { $0.formUnion($1.pieces) })
        case .all(let conditions):
            self.init(conditions, joinedBy: "&&", empty: "true", in: scope)
        case .any(let conditions):
            self.init(conditions, joinedBy: "||", empty: "false", in: scope)
        }
    }

    /// The opposite: `!(…)`.
    package var negated: String { "!(\(text))" }

    private init(_ conditions: [Condition], joinedBy sign: String, empty: String, in scope: CppScope) {
        let parts = conditions.map { CppCondition($0, in: scope) }
        let texts = parts.map {
            $0.joiner == nil || $0.joiner == sign || parts.count == 1 ? $0.text : "(\($0.text))"
        }
        self.init(
            parts.isEmpty ? empty : texts.joined(separator: " \(sign) "),
            joiner: parts.count > 1 ? sign : parts.first?.joiner,
            pieces: parts.reduce(into: []) { $0.formUnion($1.pieces) })
    }

    private init(_ text: String, joiner: String?, pieces: Set<CppPiece>) {
        self.text = text
        self.joiner = joiner
        self.pieces = pieces
    }
}
