import MaigenDomain

/// Reads expressions, ranges and conditions as specifications write them.
///
/// Grammar (usual precedence; `^` binds tightest and to the right):
/// ```
/// condition  := conjunction { "or" conjunction }
/// conjunction:= comparison { "and" comparison }
/// comparison := sum ( "<=" | ">=" | "==" | "!=" | "<" | ">" ) sum { … sum } | "(" condition ")"
/// range      := sum ".." sum
/// sum        := product { ("+" | "-") product }
/// product    := signed { ("*" | "/" | "%") signed }
/// signed     := [ "-" ] power
/// power      := atom [ "^" signed ]
/// atom       := number | name | name "[" sum "]" | function "(" sum { "," sum } ")" | "(" sum ")"
/// ```
/// Numbers are `200000`, `1e9`, `10^18`. Sub-expressions without variables are replaced by their value.
package struct ExpressionParser {
    private let source: String
    private let tokens: [Token]
    /// Where each token begins, counted from 1, and where the text ends.
    private let columns: [Int]
    private var position = 0
    private var depth = 0

    private static let maximumLength = 500
    private static let maximumDepth = 40

    /// The whole of `text` as an expression.
    package static func expression(_ text: String) throws(SpecificationError) -> Expression {
        var parser = try ExpressionParser(text)
        let result = try parser.sum()
        try parser.expectEnd()
        return result
    }

    /// The whole of `text` as a range `lower..upper`; a single expression is the range of that one number.
    package static func range(_ text: String) throws(SpecificationError) -> IntegerRange {
        var parser = try ExpressionParser(text)
        let lower = try parser.sum()
        if parser.atEnd { return IntegerRange(lower, lower) }
        try parser.expect(.symbol(".."))
        let upper = try parser.sum()
        try parser.expectEnd()
        return IntegerRange(lower, upper)
    }

    /// The whole of `text` as a condition.
    package static func condition(_ text: String) throws(SpecificationError) -> Condition {
        var parser = try ExpressionParser(text)
        let result = try parser.condition()
        try parser.expectEnd()
        return result
    }

    private init(_ text: String) throws(SpecificationError) {
        guard text.utf8.count <= Self.maximumLength else {
            throw SpecificationError(
                Localized(
                    zh: "表达式超过 \(Self.maximumLength) 个字符",
                    en: "an expression is longer than \(Self.maximumLength) characters"))
        }
        source = text
        (tokens, columns) = try Token.list(of: text)
    }
}

// MARK: - Conditions

extension ExpressionParser {
    private mutating func condition() throws(SpecificationError) -> Condition {
        try enter()
        defer { depth -= 1 }
        var parts = [try conjunction()]
        while accept(.name("or")) { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(SpecificationError) -> Condition {
        var parts = [try comparison()]
        while accept(.name("and")) { parts.append(try comparison()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func comparison() throws(SpecificationError) -> Condition {
        // A parenthesis may open a number or a whole condition; the shorter reading is tried first.
        let start = position
        do {
            return try chain()
        } catch {
            let failure = error
            position = start
            guard accept(.symbol("(")) else { throw failure }
            let inner = try condition()
            try expect(.symbol(")"))
            return inner
        }
    }

    private mutating func chain() throws(SpecificationError) -> Condition {
        var operands = [try sum()]
        var operators: [Condition.Comparison] = []
        while case .symbol(let text)? = current, let comparison = Condition.Comparison(rawValue: text) {
            position += 1
            operators.append(comparison)
            operands.append(try sum())
        }
        guard !operators.isEmpty else {
            throw failure(Localized(zh: "这里应当有比较符号", en: "a comparison sign is missing here"))
        }
        return .comparison(operands, operators)
    }
}

// MARK: - Expressions

extension ExpressionParser {
    private mutating func sum() throws(SpecificationError) -> Expression {
        try enter()
        defer { depth -= 1 }
        var result = try product()
        while true {
            if accept(.symbol("+")) {
                result = folded(.binary(.plus, result, try product()))
            } else if accept(.symbol("-")) {
                result = folded(.binary(.minus, result, try product()))
            } else {
                return result
            }
        }
    }

    private mutating func product() throws(SpecificationError) -> Expression {
        var result = try signed()
        while case .symbol(let text)? = current, ["*", "/", "%"].contains(text) {
            position += 1
            guard let symbol = Expression.BinaryOperator(rawValue: text) else { break }
            result = folded(.binary(symbol, result, try signed()))
        }
        return result
    }

    private mutating func signed() throws(SpecificationError) -> Expression {
        try enter()
        defer { depth -= 1 }
        if accept(.symbol("-")) { return folded(.negated(try signed())) }
        let base = try atom()
        guard accept(.symbol("^")) else { return base }
        return folded(.binary(.power, base, try signed()))
    }

    private mutating func atom() throws(SpecificationError) -> Expression {
        switch current {
        case .number(let value)?:
            position += 1
            return .integer(value)
        case .symbol("(")?:
            position += 1
            let inner = try sum()
            try expect(.symbol(")"))
            return inner
        case .name(let name)?:
            position += 1
            if accept(.symbol("(")) { return try call(name) }
            if accept(.symbol("[")) {
                let index = try sum()
                try expect(.symbol("]"))
                return .element(name, index: index)
            }
            return .variable(name)
        case .symbol, nil:
            throw failure(Localized(zh: "这里应当有数或变量", en: "a number or a variable is missing here"))
        }
    }

    private mutating func call(_ name: String) throws(SpecificationError) -> Expression {
        if let aggregate = Expression.Aggregate(rawValue: name), case .name(let variable)? = current {
            position += 1
            try expect(.symbol(")"))
            return .aggregate(aggregate, variable)
        }
        guard let function = Expression.NumberFunction(rawValue: name) else {
            position -= 2
            let known =
                Expression.NumberFunction.allCases.map(\.rawValue) + Expression.Aggregate.allCases.map(\.rawValue)
            let list = known.joined(separator: ", ")
            throw failure(Localized(zh: "没有函数 “\(name)”；可用：\(list)", en: "no function '\(name)'; there are \(list)"))
        }
        var arguments = [try sum()]
        while accept(.symbol(",")) { arguments.append(try sum()) }
        try expect(.symbol(")"))
        guard function == .abs ? arguments.count == 1 : arguments.count >= 2 else {
            throw failure(Localized(zh: "“\(name)” 的参数个数不对", en: "'\(name)' has the wrong number of arguments"))
        }
        return folded(.call(function, arguments))
    }

    /// The value in place of a sub-expression without variables.
    private func folded(_ expression: Expression) -> Expression {
        expression.constant.map(Expression.integer) ?? expression
    }
}

// MARK: - Tokens

extension ExpressionParser {
    private var current: Token? { position < tokens.count ? tokens[position] : nil }
    private var atEnd: Bool { position == tokens.count }

    private mutating func accept(_ token: Token) -> Bool {
        guard current == token else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ token: Token) throws(SpecificationError) {
        guard accept(token) else {
            throw failure(Localized(zh: "这里应当是 “\(token)”", en: "'\(token)' is missing here"))
        }
    }

    private func expectEnd() throws(SpecificationError) {
        guard atEnd else {
            throw failure(Localized(zh: "后面多出了内容", en: "nothing should follow here"))
        }
    }

    private mutating func enter() throws(SpecificationError) {
        depth += 1
        guard depth <= Self.maximumDepth else {
            throw failure(Localized(zh: "嵌套太深", en: "nested too deeply"))
        }
    }

    private func failure(_ reason: Localized) -> SpecificationError {
        SpecificationError(.badExpression(source, column: columns[position], reason))
    }
}

/// A word, number or sign of an expression.
private enum Token: Hashable, CustomStringConvertible {
    case number(Int128)
    case name(String)
    case symbol(String)

    var description: String {
        switch self {
        case .number(let value): "\(value)"
        case .name(let text), .symbol(let text): text
        }
    }

    private static let symbols = [
        "..", "<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "%", "^", "(", ")", "[", "]", ",",
    ]
    private static let synonyms: [Character: String] = ["≤": "<=", "≥": ">=", "≠": "!=", "×": "*", "=": "=="]

    static func list(of text: String) throws(SpecificationError) -> (tokens: [Token], columns: [Int]) {
        var result: [Token] = []
        var columns: [Int] = []
        var rest = Substring(text)
        while let first = rest.first {
            if first == " " {
                rest.removeFirst()
                continue
            }
            columns.append(text.count - rest.count + 1)
            if first.isASCII, first.isNumber {
                result.append(.number(try number(&rest, in: text)))
            } else if first.isASCII, first.isLetter || first == "_" {
                let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
                rest = rest.dropFirst(name.count)
                result.append(.name(String(name)))
            } else if let symbol = symbols.first(where: { rest.hasPrefix($0) }) {
                rest = rest.dropFirst(symbol.count)
                result.append(.symbol(symbol))
            } else if let symbol = synonyms[first] {
                rest.removeFirst()
                result.append(.symbol(symbol))
            } else {
                let column = text.count - rest.count + 1
                let reason = Localized(zh: "不认识的字符 “\(first)”", en: "unknown character '\(first)'")
                throw SpecificationError(.badExpression(text, column: column, reason))
            }
        }
        return (result, columns + [text.count + 1])
    }

    private static func number(_ rest: inout Substring, in text: String) throws(SpecificationError) -> Int128 {
        let column = text.count - rest.count + 1
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        var value = Int128(digits)
        if rest.first == "e" || rest.first == "E" {
            let exponent = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            if let power = Int128(exponent), let base = value {
                rest = rest.dropFirst(1 + exponent.count)
                // Too large an exponent gives no value, which is reported below.
                value = try? Expression.BinaryOperator.times.apply(
                    base, Expression.BinaryOperator.power.apply(10, power))
            }
        }
        guard let value else {
            throw SpecificationError(
                .badExpression(text, column: column, Localized(zh: "数太大", en: "the number is too large")))
        }
        return value
    }
}
