import MaigenDomain
import Yams

/// Reads the YAML form of an input specification (`docs/input-spec.md`).
///
/// Strict: a key that is not known where it stands, a value of the wrong kind, an unknown variable or an impossible
/// range is an error with its line.
package struct SpecificationParser {
    private static let maximumLength = 256 << 10
    private static let maximumItems = 2_000
    private static let maximumDepth = 12

    private var items = 0
    private var depth = 0
    private var lines = SpecificationLines()

    private init() {}

    /// The specification that `yaml` holds, checked by `SpecificationChecks`.
    package static func parse(_ yaml: String) throws(SpecificationError) -> InputSpecification {
        guard yaml.utf8.count <= maximumLength else {
            let limit = "\(maximumLength >> 10) KiB"
            throw SpecificationError(Localized(zh: "规格文件超过 \(limit)", en: "the specification is longer than \(limit)"))
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw .notYAML(error)
        }
        guard let root else {
            throw SpecificationError(Localized(zh: "规格文件是空的", en: "the specification is empty"))
        }
        var parser = SpecificationParser()
        let specification = try parser.specification(SpecificationNode(node: root, place: "spec"))
        try SpecificationChecks.check(specification, lines: parser.lines)
        return specification
    }

    private mutating func specification(
        _ node: SpecificationNode
    ) throws(SpecificationError) -> InputSpecification {
        let keys = try node.keys(["version", "title", "input", "where", "predicates", "answers"])
        guard let version = keys["version"] else { throw node.failure(.missingKey("version", in: node.place)) }
        guard try version.text() == "1" else {
            throw version.failure(Localized(zh: "只支持 version: 1", en: "only version: 1 is supported"))
        }
        guard let input = keys["input"] else { throw node.failure(.missingKey("input", in: node.place)) }
        var result = InputSpecification(body: try block(input, where: keys["where"]))
        result.title = try keys["title"]?.text() ?? ""
        if let predicates = keys["predicates"] {
            for (name, value) in try predicates.entries() {
                let parts = try value.keys(["uses", "cpp"])
                guard let uses = parts["uses"] else { throw value.failure(.missingKey("uses", in: name)) }
                guard let body = parts["cpp"] else { throw value.failure(.missingKey("cpp", in: name)) }
                result.predicates.append(Predicate(name: name, uses: try uses.texts(), body: try body.text()))
                lines.note(.name(name), at: value.line)
            }
        }
        result.answers = try keys["answers"]?.texts() ?? []
        return result
    }

    private mutating func block(
        _ input: SpecificationNode, where relations: SpecificationNode?
    ) throws(SpecificationError) -> Block {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            throw input.failure(Localized(zh: "嵌套太深", en: "nested too deeply"))
        }
        var result: [Item] = []
        for element in try input.elements() {
            items += 1
            guard items <= Self.maximumItems else {
                throw element.failure(Localized(zh: "项目太多", en: "too many items"))
            }
            let item = try item(element)
            lines.note(.item(item), at: element.line)
            result.append(item)
        }
        return Block(result, where: try conditions(relations))
    }

    private mutating func conditions(_ node: SpecificationNode?) throws(SpecificationError) -> [Condition] {
        var result: [Condition] = []
        for element in try node?.elements() ?? [] {
            let condition = try element.condition()
            lines.note(.relation(condition), at: element.line)
            result.append(condition)
        }
        return result
    }

    private mutating func item(_ node: SpecificationNode) throws(SpecificationError) -> Item {
        if case .scalar(let scalar) = node.node, scalar.string == "blank" { return .line([]) }
        let (key, value) = try node.onlyEntry()
        switch key {
        case "line": return .line(try fields(value))
        case "matrix": return .matrix(try matrix(value))
        case "grid": return .grid(try grid(value))
        case "tree": return .tree(try tree(value))
        case "graph": return .graph(try graph(value))
        case "rows": return .repetition(try repetition(value, .rows))
        case "cases": return .repetition(try repetition(value, .cases))
        case "choice": return .choice(try choice(value))
        case "optional":
            let keys = try value.keys(["when", "each", "where"])
            guard let each = keys["each"] else { throw value.failure(.missingKey("each", in: key)) }
            return .optional(
                Optionality(when: try keys["when"]?.condition(), body: try block(each, where: keys["where"])))
        default:
            let known = ["line", "matrix", "grid", "tree", "graph", "rows", "cases", "choice", "optional", "blank"]
            throw value.failure(.unknownKey(key, known: known))
        }
    }
}

// MARK: - Lines

extension SpecificationParser {
    private mutating func fields(_ node: SpecificationNode) throws(SpecificationError) -> [Field] {
        var entries: [(key: String, value: SpecificationNode)] = []
        if node.isList {
            for element in try node.elements() { entries.append(try element.onlyEntry()) }
        } else {
            entries = try node.entries()
        }
        var result: [Field] = []
        for (name, value) in entries {
            let field = Field(name, try fieldKind(value))
            lines.note(.field(field), at: value.line)
            lines.note(.name(name), at: value.line)
            result.append(field)
        }
        return result
    }

    private mutating func extras(_ keys: [String: SpecificationNode]) throws(SpecificationError) -> [Field] {
        guard let node = keys["extras"] else { return [] }
        return try fields(node)
    }

    private func fieldKind(_ node: SpecificationNode) throws(SpecificationError) -> Field.Kind {
        let names = try node.entries().map(\.key)
        if names.contains("list") { return .list(try list(node)) }
        if names.contains("permutation") {
            let keys = try node.keys(["permutation", "first"])
            guard let length = keys["permutation"] else {
                throw node.failure(.missingKey("permutation", in: node.place))
            }
            return .permutation(
                length: try length.expression(), first: try keys["first"]?.integer(in: -1_000_000...1_000_000) ?? 1)
        }
        if names == ["literal"] { return .literal(try node.onlyEntry().value.text()) }
        return .value(try value(node))
    }

    private func value(_ node: SpecificationNode) throws(SpecificationError) -> Value {
        let names = try node.entries().map(\.key)
        switch names.first(where: ["int", "real", "word", "string"].contains) {
        case "int"?:
            guard let range = try node.keys(["int"])["int"] else { break }
            return .integer(try range.range())
        case "real"?: return .real(try real(node))
        case "word"?:
            guard let words = try node.keys(["word"])["word"] else { break }
            return .word(try words.texts())
        case "string"?:
            let keys = try node.keys(["string", "over", "number"])
            guard let length = keys["string"] else { break }
            let isNumber = try keys["number"]?.flag() ?? false
            guard isNumber || keys["over"] != nil else { throw node.failure(.missingKey("over", in: node.place)) }
            return .string(
                StringShape(
                    length: try length.range(), alphabet: try keys["over"].map(alphabet) ?? Array("0123456789"),
                    isNumber: isNumber))
        default: break
        }
        throw node.failure(
            .expected(
                Localized(
                    zh: "一种类型：int、real、word、string、list、permutation 或 literal",
                    en: "a type: int, real, word, string, list, permutation or literal"), at: node.place))
    }

    private func real(_ node: SpecificationNode) throws(SpecificationError) -> Real {
        let keys = try node.keys(["real", "decimals"])
        guard let range = keys["real"] else { throw node.failure(.missingKey("real", in: node.place)) }
        guard let decimals = keys["decimals"] else { throw node.failure(.missingKey("decimals", in: node.place)) }
        let digits = try decimals.range()
        guard let minimum = digits.lower.constant, let maximum = digits.upper.constant, minimum >= 0,
            maximum <= 15, minimum <= maximum
        else {
            throw decimals.failure(
                .expected(Localized(zh: " 0 到 15 之间的位数", en: "a number of digits from 0 to 15"), at: "decimals"))
        }
        let text = try range.text()
        guard let dots = text.range(of: "..") else {
            throw range.failure(
                .expected(Localized(zh: "形如 -1.5..1000 的范围", en: "a range such as -1.5..1000"), at: "real"))
        }
        let ends = [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])]
        var decimalsRead: [DecimalNumber] = []
        for end in ends {
            guard let value = DecimalNumber(end) else {
                throw range.failure(
                    .expected(Localized(zh: "形如 -1.5..1000 的范围", en: "a range such as -1.5..1000"), at: "real"))
            }
            decimalsRead.append(value)
        }
        guard decimalsRead[0] <= decimalsRead[1] else {
            throw range.failure(.emptyRange(node.place, ends[0], ends[1]))
        }
        return Real(
            lower: decimalsRead[0].text, upper: decimalsRead[1].text, minimumDecimals: Int(minimum),
            maximumDecimals: Int(maximum))
    }

    private func list(_ node: SpecificationNode) throws(SpecificationError) -> List {
        let keys = try node.keys(["list", "of", "order", "distinct", "total", "index", "separator"])
        guard let length = keys["list"] else { throw node.failure(.missingKey("list", in: node.place)) }
        guard let element = keys["of"] else { throw node.failure(.missingKey("of", in: node.place)) }
        return List(
            length: try length.expression(), of: try value(element), index: try keys["index"]?.text(),
            order: try keys["order"]?.option(List.Order.self), isDistinct: try keys["distinct"]?.flag() ?? false,
            total: try keys["total"]?.expression(),
            separator: try keys["separator"]?.option(List.Separator.self) ?? .space)
    }

    /// `a-z0-9_`: ranges between two letters or two digits; any other character stands for itself.
    private func alphabet(_ node: SpecificationNode) throws(SpecificationError) -> [Character] {
        let text = Array(try node.text().unicodeScalars)
        guard !text.isEmpty, text.allSatisfy({ (32...126).contains($0.value) }) else {
            throw node.failure(
                .expected(Localized(zh: "可打印的 ASCII 字符", en: "printable ASCII characters"), at: node.place))
        }
        func sameClass(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
            for range in ["0"..."9", "a"..."z", "A"..."Z"] as [ClosedRange<Unicode.Scalar>]
            where range.contains(left) && range.contains(right) { return true }
            return false
        }
        var characters: Set<Unicode.Scalar> = []
        var position = 0
        while position < text.count {
            if position + 2 < text.count, text[position + 1] == "-", sameClass(text[position], text[position + 2]),
                text[position] <= text[position + 2]
            {
                for value in text[position].value...text[position + 2].value {
                    characters.insert(Unicode.Scalar(UInt8(value)))
                }
                position += 3
            } else {
                characters.insert(text[position])
                position += 1
            }
        }
        return characters.sorted().map(Character.init)
    }
}

// MARK: - Tables and structures

extension SpecificationParser {
    private func required(
        _ keys: [String: SpecificationNode], _ key: String, of node: SpecificationNode
    ) throws(SpecificationError) -> SpecificationNode {
        guard let value = keys[key] else { throw node.failure(.missingKey(key, in: node.place)) }
        return value
    }

    private func matrix(_ node: SpecificationNode) throws(SpecificationError) -> Matrix {
        let keys = try node.keys(["name", "rows", "columns", "of"])
        return Matrix(
            name: try required(keys, "name", of: node).text(), rows: try required(keys, "rows", of: node).expression(),
            columns: try required(keys, "columns", of: node).expression(),
            element: try value(required(keys, "of", of: node)))
    }

    private func grid(_ node: SpecificationNode) throws(SpecificationError) -> Grid {
        let keys = try node.keys(["name", "rows", "columns", "over", "exactly", "at-least"])
        return Grid(
            name: try required(keys, "name", of: node).text(), rows: try required(keys, "rows", of: node).expression(),
            columns: try required(keys, "columns", of: node).expression(),
            alphabet: try alphabet(required(keys, "over", of: node)), exactly: try markers(keys["exactly"]),
            atLeast: try markers(keys["at-least"]))
    }

    private func markers(_ node: SpecificationNode?) throws(SpecificationError) -> [Character: Int] {
        var result: [Character: Int] = [:]
        guard let node else { return result }
        for (key, value) in try node.entries() {
            guard key.count == 1, let character = key.first else {
                throw value.failure(.expected(Localized(zh: "一个字符", en: "one character"), at: key))
            }
            result[character] = try value.integer(in: 0...1_000_000)
        }
        return result
    }

    private func vertexNames(
        _ keys: [String: SpecificationNode]
    ) throws(SpecificationError) -> VertexNames {
        if let names = keys["names"] { return .strings(try names.text()) }
        return .numbers(first: try keys["first"]?.integer(in: -1_000_000...1_000_000) ?? 1)
    }

    private mutating func tree(_ node: SpecificationNode) throws(SpecificationError) -> Tree {
        let keys = try node.keys([
            "name", "vertices", "form", "first", "names", "ordered", "root-marker", "extras",
        ])
        let isOrdered = try keys["ordered"]?.flag() ?? false
        let form: Tree.Form
        switch try keys["form"]?.text() ?? "edges" {
        case "edges": form = .edges
        case "parents": form = .parents(isOrdered: isOrdered)
        case "parents-with-root":
            form = .parentsWithRoot(
                marker: try required(keys, "root-marker", of: node).integer(in: -1_000_000...1_000_000))
        default:
            throw node.failure(
                .expected(
                    Localized(zh: " edges、parents 或 parents-with-root", en: "edges, parents or parents-with-root"),
                    at: "form"))
        }
        return Tree(
            name: try required(keys, "name", of: node).text(),
            vertices: try required(keys, "vertices", of: node).expression(), vertexNames: try vertexNames(keys),
            form: form, extras: try extras(keys))
    }

    private mutating func graph(_ node: SpecificationNode) throws(SpecificationError) -> Graph {
        let keys = try node.keys([
            "name", "vertices", "edges", "first", "names", "directed", "loops", "multi", "connected", "acyclic",
            "bipartite", "ordered", "extras",
        ])
        func flag(_ key: String) throws(SpecificationError) -> Bool { try keys[key]?.flag() ?? false }
        var sides = Graph.Sides.none
        if let bipartite = keys["bipartite"] {
            if case .mapping = bipartite.node {
                let ends = try bipartite.keys(["left", "right"])
                sides = .separate(
                    left: try required(ends, "left", of: bipartite).expression(),
                    right: try required(ends, "right", of: bipartite).expression())
            } else if try bipartite.flag() {
                sides = .hidden
            }
        }
        return Graph(
            name: try required(keys, "name", of: node).text(),
            vertices: try required(keys, "vertices", of: node).expression(),
            edges: try required(keys, "edges", of: node).expression(), vertexNames: try vertexNames(keys),
            isDirected: try flag("directed"), allowsLoops: try flag("loops"),
            allowsMultipleEdges: try flag("multi"), isConnected: try flag("connected"),
            isAcyclic: try flag("acyclic"), sides: sides, isOrdered: try flag("ordered"),
            extras: try extras(keys))
    }
}

// MARK: - Repetitions and choices

extension SpecificationParser {
    private mutating func repetition(
        _ node: SpecificationNode, _ kind: Repetition.Kind
    ) throws(SpecificationError) -> Repetition {
        let keys = try node.keys([
            "times", "until", "at-most", "index", "each", "where", "totals", "distinct",
        ])
        let count: Repetition.Count
        if let times = keys["times"] {
            count = .times(try times.expression())
        } else if let until = keys["until"] {
            let atMost = try required(keys, "at-most", of: node).expression()
            if until.isList {
                count = .until(terminator: try until.texts(), atMost: atMost)
            } else if try until.text() == "end-of-file" {
                count = .endOfFile(atMost: atMost)
            } else {
                throw until.failure(
                    .expected(
                        Localized(zh: "一串结束标记，或 end-of-file", en: "a list of tokens, or end-of-file"), at: "until"))
            }
        } else {
            throw node.failure(.missingKey("times", in: node.place))
        }
        var totals: [Repetition.Total] = []
        for (key, value) in try keys["totals"]?.entries() ?? [] {
            let summand = try value.located { () throws(SpecificationError) in try ExpressionParser.expression(key) }
            totals.append(Repetition.Total(summand, limit: try value.expression()))
        }
        var distinct: [Repetition.DistinctFields] = []
        for element in try keys["distinct"]?.elements() ?? [] {
            if element.isList {
                distinct.append(Repetition.DistinctFields(try element.texts()))
            } else {
                let unordered = try required(element.keys(["unordered"]), "unordered", of: element)
                distinct.append(Repetition.DistinctFields(try unordered.texts(), isUnordered: true))
            }
        }
        return Repetition(
            kind, count: count, index: try keys["index"]?.text(),
            body: try block(required(keys, "each", of: node), where: keys["where"]), totals: totals,
            distinct: distinct)
    }

    private mutating func choice(_ node: SpecificationNode) throws(SpecificationError) -> Choice {
        let keys = try node.keys(["selector", "options"])
        var options: [Choice.Option] = []
        for (token, value) in try required(keys, "options", of: node).entries() {
            if case .mapping(let mapping) = value.node, mapping.keys.contains(where: { $0.string == "fields" }) {
                let parts = try value.keys(["fields", "where"])
                options.append(
                    Choice.Option(
                        token, fields: try fields(required(parts, "fields", of: value)),
                        where: try conditions(parts["where"])))
            } else {
                options.append(Choice.Option(token, fields: try fields(value)))
            }
        }
        return Choice(selector: try required(keys, "selector", of: node).text(), options: options)
    }
}
