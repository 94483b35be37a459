import MaigenDomain

/// The part of JSON schema (draft 2020-12) that prompts use: types, properties, items, `enum`, `const`, `anyOf`, bounds
/// of numbers and lengths, and references into the schema's own `$defs`. Anything else is refused when the schema is
/// read, so that no rule silently counts for nothing.
package struct JSONSchema: Sendable {
    /// A schema that cannot be read.
    package struct Unreadable: Error, Hashable {
        package var reason: String
    }

    /// Where a value breaks the schema, and how.
    package struct Violation: Error, Hashable, CustomStringConvertible {
        /// As `items[2].name`.
        package var path: String
        package var reason: String

        package var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
    }

    private indirect enum Rule: Sendable {
        case all([Rule])
        case types([String])
        case properties([String: Rule], required: [String], others: Rule?, closed: Bool)
        case items(Rule)
        case values([JSONValue])
        case any([Rule])
        case least(Double, String)
        case most(Double, String)
        case count(of: String, least: Int, most: Int)
        case reference(String)
    }

    private let root: Rule
    private let definitions: [String: Rule]
    private static let remarks: Set<String> = [
        "$schema", "$id", "title", "description", "default", "examples", "$comment",
    ]
    /// Deeper values and schemas are refused.
    private static let depth = 64

    package init(_ text: String) throws(Unreadable) {
        guard let value = JSONValue(text: text) else { throw Unreadable(reason: "not JSON") }
        guard case .object(let members) = value else { throw Unreadable(reason: "not an object") }
        var definitions: [String: Rule] = [:]
        if case .object(let named)? = members["$defs"] {
            for (name, rule) in named { definitions[name] = try Self.rule(rule, depth: 1) }
        }
        self.definitions = definitions
        root = try Self.rule(value, depth: 0)
    }

    /// - Throws: the first rule that `value` breaks
    package func check(_ value: JSONValue) throws(Violation) {
        try check(value, root, "", 0)
    }

    // MARK: - Reading

    private static func rule(_ value: JSONValue, depth: Int) throws(Unreadable) -> Rule {
        if case .bool(let allowed) = value { return allowed ? .all([]) : .any([]) }
        guard depth <= Self.depth, case .object(let members) = value else {
            throw Unreadable(reason: "a rule is not an object, or lies too deep")
        }
        var rules: [Rule] = []
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            switch name {
            case "type": rules.append(.types(try texts(value, name, or: value.string.map { [$0] })))
            case "enum":
                guard case .list(let values) = value else { throw Unreadable(reason: "enum is no list") }
                rules.append(.values(values))
            case "const": rules.append(.values([value]))
            case "anyOf", "oneOf":
                guard case .list(let values) = value else { throw Unreadable(reason: "\(name) is no list") }
                var some: [Rule] = []
                for value in values { some.append(try rule(value, depth: depth + 1)) }
                rules.append(.any(some))
            case "items": rules.append(.items(try rule(value, depth: depth + 1)))
            case "minimum", "maximum":
                guard let bound = value.double else { throw Unreadable(reason: "\(name) is no number") }
                let shown = bound.magnitude < 1e15 && bound == bound.rounded() ? "\(Int64(bound))" : "\(bound)"
                rules.append(name == "minimum" ? .least(bound, shown) : .most(bound, shown))
            case "minLength", "maxLength", "minItems", "maxItems":
                guard case .integer(let bound) = value, let bound = Int(exactly: bound) else {
                    throw Unreadable(reason: "\(name) is no whole number")
                }
                let kind = name.hasSuffix("Items") ? "array" : "string"
                rules.append(
                    name.hasPrefix("min")
                        ? .count(of: kind, least: bound, most: .max) : .count(of: kind, least: 0, most: bound))
            case "$ref":
                guard let path = value.string, path.hasPrefix("#/$defs/") else {
                    throw Unreadable(reason: "$ref leads out of the schema")
                }
                rules.append(.reference(String(path.dropFirst(8))))
            case "properties", "required", "additionalProperties", "$defs": continue
            case let name where remarks.contains(name): continue
            default: throw Unreadable(reason: "“\(name)” is not known")
            }
        }
        if let object = try properties(members, depth: depth) { rules.append(object) }
        return .all(rules)
    }

    private static func properties(_ members: [String: JSONValue], depth: Int) throws(Unreadable) -> Rule? {
        guard members.keys.contains(where: { ["properties", "required", "additionalProperties"].contains($0) }) else {
            return nil
        }
        var properties: [String: Rule] = [:]
        if let value = members["properties"] {
            guard case .object(let named) = value else { throw Unreadable(reason: "properties is no object") }
            for (name, value) in named { properties[name] = try rule(value, depth: depth + 1) }
        }
        var others: Rule?
        if let value = members["additionalProperties"] { others = try rule(value, depth: depth + 1) }
        return .properties(
            properties,
            required: try members["required"].map { value throws(Unreadable) in try texts(value, "required") }
                ?? [], others: others, closed: members["additionalProperties"] == .bool(false))
    }

    private static func texts(
        _ value: JSONValue, _ name: String, or one: [String]? = nil
    ) throws(Unreadable) -> [String] {
        guard let texts = one ?? value.texts else { throw Unreadable(reason: "\(name) is no list of names") }
        return texts
    }

    // MARK: - Checking

    private func check(_ value: JSONValue, _ rule: Rule, _ path: String, _ depth: Int) throws(Violation) {
        guard depth <= Self.depth * 4 else { throw Violation(path: path, reason: "lies too deep") }
        func broken(_ reason: String) -> Violation { Violation(path: path, reason: reason) }
        switch rule {
        case .all(let rules):
            for rule in rules { try check(value, rule, path, depth + 1) }
        case .types(let types):
            let isWhole = value.double.map { $0 == $0.rounded() } == true
            guard
                types.contains(value.kind) || (types.contains("number") && value.double != nil)
                    || (types.contains("integer") && isWhole)
            else { throw broken("is \(value.kind), not \(types.joined(separator: " or "))") }
        case .properties(let properties, let required, let others, let closed):
            guard case .object(let members) = value else { return }
            if let missing = required.first(where: { members[$0] == nil }) { throw broken("lacks “\(missing)”") }
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                let inner = path.isEmpty ? name : "\(path).\(name)"
                if let rule = properties[name] {
                    try check(member, rule, inner, depth + 1)
                } else if closed {
                    throw broken("must not have “\(name.prefix(60))”")
                } else if let others {
                    try check(member, others, inner, depth + 1)
                }
            }
        case .items(let rule):
            guard case .list(let values) = value else { return }
            for (index, value) in values.enumerated() { try check(value, rule, "\(path)[\(index)]", depth + 1) }
        case .values(let allowed):
            guard allowed.contains(value) else {
                throw broken("is none of " + allowed.prefix(20).map(Self.shown).joined(separator: ", "))
            }
        case .any(let rules):
            var first: Violation?
            for rule in rules {
                do throws(Violation) {
                    return try check(value, rule, path, depth + 1)
                } catch {
                    first = first ?? error
                }
            }
            throw broken("fits none of the \(rules.count) forms" + (first.map { " (first: \($0))" } ?? ""))
        case .least(let bound, let shown):
            if let number = value.double, number < bound { throw broken("is less than \(shown)") }
        case .most(let bound, let shown):
            if let number = value.double, number > bound { throw broken("is more than \(shown)") }
        case .count(let kind, let least, let most):
            try checkCount(value, kind, least, most, path)
        case .reference(let name):
            guard let rule = definitions[name] else { throw broken("the schema has no “\(name)”") }
            try check(value, rule, path, depth + 1)
        }
    }

    private func checkCount(
        _ value: JSONValue, _ kind: String, _ least: Int, _ most: Int, _ path: String
    ) throws(Violation) {
        let count: Int
        switch value {
        // JSON schema counts characters as code points.
        case .text(let text) where kind == "string": count = text.unicodeScalars.count
        case .list(let values) where kind == "array": count = values.count
        case .null, .bool, .integer, .number, .text, .list, .object: return
        }
        let unit = kind == "string" ? "characters" : "items"
        if count < least { throw Violation(path: path, reason: "has \(count) \(unit), fewer than \(least)") }
        if count > most { throw Violation(path: path, reason: "has \(count) \(unit), more than \(most)") }
    }

    private static func shown(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .text(let text): "\"\(text.prefix(60))\""
        case .list: "[…]"
        case .object: "{…}"
        }
    }
}
