import MaigenDomain
import Yams

/// A YAML node with what is needed to read it strictly: every error names its line.
struct SpecificationNode {
    let node: Node
    /// What people call this place: the key that led here.
    let place: String

    var line: Int? { node.mark?.line }

    func failure(_ reason: Localized) -> SpecificationError {
        SpecificationError(line: line, reason)
    }

    /// Runs `body` and puts this node's line on errors that have none.
    func located<T>(_ body: () throws(SpecificationError) -> T) throws(SpecificationError) -> T {
        do {
            return try body()
        } catch {
            throw SpecificationError(line: error.line ?? line, error.reason)
        }
    }

    // MARK: Mappings

    /// The entries of a mapping in document order.
    func entries() throws(SpecificationError) -> [(key: String, value: SpecificationNode)] {
        guard case .mapping(let mapping) = node else {
            throw failure(.expected(Localized(zh: "键值对", en: "a mapping"), at: place))
        }
        var result: [(key: String, value: SpecificationNode)] = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                throw failure(.expected(Localized(zh: "以文字为键的键值对", en: "a mapping with text keys"), at: place))
            }
            result.append((scalar.string, SpecificationNode(node: value, place: scalar.string)))
        }
        return result
    }

    /// The entries of a mapping that may have these keys only.
    func keys(_ known: [String]) throws(SpecificationError) -> [String: SpecificationNode] {
        var result: [String: SpecificationNode] = [:]
        for (key, value) in try entries() {
            guard known.contains(key) else { throw value.failure(.unknownKey(key, known: known)) }
            result[key] = value
        }
        return result
    }

    /// The only entry of a mapping with one entry.
    func onlyEntry() throws(SpecificationError) -> (key: String, value: SpecificationNode) {
        let all = try entries()
        guard all.count == 1 else {
            throw failure(.expected(Localized(zh: "只有一个键的键值对", en: "a mapping with one key"), at: place))
        }
        return all[0]
    }

    // MARK: Lists and scalars

    /// The elements of a list.
    func elements() throws(SpecificationError) -> [SpecificationNode] {
        guard case .sequence(let sequence) = node else {
            throw failure(.expected(Localized(zh: "列表", en: "a list"), at: place))
        }
        return sequence.map { SpecificationNode(node: $0, place: place) }
    }

    var isList: Bool {
        if case .sequence = node { true } else { false }
    }

    /// The text of a scalar, as written.
    func text() throws(SpecificationError) -> String {
        guard case .scalar(let scalar) = node else {
            throw failure(.expected(Localized(zh: "一段文字或一个数", en: "a text or a number"), at: place))
        }
        return scalar.string
    }

    func texts() throws(SpecificationError) -> [String] {
        var result: [String] = []
        for element in try elements() { result.append(try element.text()) }
        return result
    }

    func flag() throws(SpecificationError) -> Bool {
        switch try text() {
        case "true": return true
        case "false": return false
        default: throw failure(.expected(Localized(zh: " true 或 false", en: "true or false"), at: place))
        }
    }

    func integer(in range: ClosedRange<Int>) throws(SpecificationError) -> Int {
        guard let value = Int(try text()), range.contains(value) else {
            let bounds = "\(range.lowerBound)–\(range.upperBound)"
            throw failure(.expected(Localized(zh: " \(bounds) 之间的整数", en: "a whole number in \(bounds)"), at: place))
        }
        return value
    }

    /// One of the raw values of a string enum.
    func option<T: RawRepresentable & CaseIterable>(_ type: T.Type) throws(SpecificationError) -> T
    where T.RawValue == String {
        guard let value = T(rawValue: try text()) else {
            let list = T.allCases.map(\.rawValue).joined(separator: ", ")
            throw failure(.expected(Localized(zh: "以下之一：\(list)", en: "one of \(list)"), at: place))
        }
        return value
    }

    func expression() throws(SpecificationError) -> Expression {
        let text = try text()
        return try located { () throws(SpecificationError) in try ExpressionParser.expression(text) }
    }

    func range() throws(SpecificationError) -> IntegerRange {
        let text = try text()
        return try located { () throws(SpecificationError) in try ExpressionParser.range(text) }
    }

    func condition() throws(SpecificationError) -> Condition {
        let text = try text()
        return try located { () throws(SpecificationError) in try ExpressionParser.condition(text) }
    }
}
