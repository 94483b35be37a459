/// The variables and named bounds of one emitted program; generator and validator of one specification agree on them.
///
/// Blocks and repetitions are numbered in reading order. Block 0 is the whole input; then every body of a repetition
/// and every optional block has its number, and every repetition has the number of its place among repetitions from 0.
package struct CppVariableTable: Sendable {
    /// In reading order.
    package private(set) var variables: [CppVariable] = []
    private var constants: [CppConstant] = []
    private var byName: [String: Int] = [:]
    private var constantOf: [CppConstant.Key: Int] = [:]
    private var ambiguous: Set<CppConstant.Key> = []
    /// What the index names of repetitions and lists can be, and what they are called.
    private var indices: [String: (identifier: String, values: CppRange)] = [:]
    private var identifiers: CppIdentifiers
    private var repetitions = 0
    private var blocks = 0
    private var rowsOfBlock: [Int: [Int]] = [:]

    /// - Parameter reserving: global names of the program besides the variables, such as those of its pieces.
    package init(_ specification: InputSpecification, reserving names: Set<String> = []) {
        identifiers = CppIdentifiers(reserving: names)
        collect(specification.body, rows: [], blocks: [0])
    }

    package subscript(name: String) -> CppVariable? { byName[name].map { variables[$0] } }

    /// The named bounds in reading order.
    package var namedConstants: [CppConstant] { constants.filter(\.isUsed) }

    package subscript(key: CppConstant.Key) -> CppConstant? { constantOf[key].map { constants[$0] } }

    /// The C++ name of the index of a repetition or list.
    package func indexIdentifier(_ name: String) -> String { indices[name]?.identifier ?? name }

    /// What the index of a repetition or list can be.
    func indexRange(_ name: String) -> CppRange? { indices[name]?.values }

    /// What a variable, an index or a named bound (`#MAX_N`) can be.
    func range(_ name: String) -> CppRange {
        if name.hasPrefix("#") {
            guard let value = constants.first(where: { $0.identifier == name.dropFirst() })?.value else {
                return .longLong
            }
            return CppRange(value, value)
        }
        return self[name]?.values ?? indexRange(name) ?? .longLong
    }

    /// An identifier no other part of the program has, as near to `wish` as can be.
    package mutating func newIdentifier(_ wish: String) -> String { identifiers.take(wish) }

    /// The block a predicate belongs to: the innermost one around everything it uses.
    package func home(of predicate: Predicate) -> Int {
        let paths = predicate.uses.compactMap { self[$0]?.blocks }
        guard var common = paths.first else { return 0 }
        for path in paths.dropFirst() {
            common = Array(zip(common, path).prefix { $0 == $1 }.map(\.0))
        }
        return common.last ?? 0
    }

    /// The repetitions of rows that a block lies inside of, by their numbers.
    package func rows(ofBlock block: Int) -> [Int] { rowsOfBlock[block] ?? [] }

    // MARK: - Collecting, in reading order

    private mutating func collect(_ block: Block, rows: [Int], blocks path: [Int]) {
        rowsOfBlock[path.last ?? 0] = rows
        for item in block.items {
            switch item {
            case .line(let fields):
                for field in fields { collect(field, rows: rows, blocks: path, layers: 0) }
            case .matrix(let matrix):
                add(
                    matrix.name, matrix.element, layers: 2, rows: rows, blocks: path,
                    length: range(of: matrix.rows))
            case .grid(let grid):
                add(
                    grid.name, .text, layers: 1, rows: rows, blocks: path, values: CppRange(0, 0),
                    length: range(of: grid.rows))
            case .tree(let tree):
                for field in tree.extras { collect(field, rows: rows, blocks: path, layers: 1) }
            case .graph(let graph):
                for field in graph.extras { collect(field, rows: rows, blocks: path, layers: 1) }
            case .repetition(let repetition):
                collect(repetition, rows: rows, blocks: path)
            case .choice(let choice):
                add(
                    choice.selector, .text, layers: 0, rows: rows, blocks: path, values: CppRange(0, 0),
                    length: CppRange(1, Int128(choice.options.map(\.token.utf8.count).max() ?? 1)))
                for field in choice.options.flatMap(\.fields) { collect(field, rows: rows, blocks: path, layers: 0) }
            case .optional(let optionality):
                blocks += 1
                collect(optionality.body, rows: rows, blocks: path + [blocks])
            }
        }
    }

    private mutating func collect(_ repetition: Repetition, rows: [Int], blocks path: [Int]) {
        let number = repetitions
        repetitions += 1
        blocks += 1
        let inner = path + [blocks]
        let count: CppRange
        switch repetition.count {
        case .times(let expression): count = range(of: expression)
        case .until(_, let atMost), .endOfFile(let atMost): count = CppRange(1, range(of: atMost).greatest)
        }
        if let index = repetition.index { addIndex(index, greatest: count.greatest) }
        collect(repetition.body, rows: repetition.kind == .rows ? rows + [number] : rows, blocks: inner)
        for total in repetition.totals {
            guard let name = total.summand.variables.min() else { continue }
            addConstant(.total(name), "MAX_TOTAL_\(name.uppercased())", total.limit)
        }
    }

    private mutating func collect(_ field: Field, rows: [Int], blocks path: [Int], layers: Int) {
        switch field.kind {
        case .value(let value):
            add(field.name, value, layers: layers, rows: rows, blocks: path, length: CppRange(0, 0))
        case .list(let list):
            let length = range(of: list.length)
            if let index = list.index { addIndex(index, greatest: length.greatest) }
            add(field.name, list.element, layers: layers + 1, rows: rows, blocks: path, length: length)
            if let total = list.total {
                addConstant(.total(field.name), "MAX_TOTAL_\(field.name.uppercased())", total)
            }
        case .permutation(let length, let first):
            let count = range(of: length)
            add(
                field.name, .integer, layers: layers + 1, rows: rows, blocks: path,
                values: CppRange(Int128(first), Int128(first) + count.greatest - 1), length: count)
        case .literal:
            break
        }
    }

    private mutating func addIndex(_ name: String, greatest: Int128) {
        guard indices[name] == nil else {
            indices[name]!.values = indices[name]!.values.union(CppRange(1, greatest))
            return
        }
        indices[name] = (identifiers.take(name), CppRange(1, Swift.max(greatest, 1)))
    }

    private mutating func add(
        _ name: String, _ value: Value, layers: Int, rows: [Int], blocks path: [Int], length: CppRange
    ) {
        switch value {
        case .integer(let integers):
            let values = range(of: integers.lower).union(range(of: integers.upper)).cutToLongLong
            add(name, .integer, layers: layers, rows: rows, blocks: path, values: values, length: length)
            addConstant(.least(name), "MIN_\(name.uppercased())", integers.lower)
            addConstant(.greatest(name), "MAX_\(name.uppercased())", integers.upper)
        case .real:
            add(name, .real, layers: layers, rows: rows, blocks: path, values: CppRange(0, 0), length: length)
        case .word(let words):
            let longest = Int128(words.map(\.utf8.count).max() ?? 0)
            add(
                name, .text, layers: layers, rows: rows, blocks: path, values: CppRange(0, 0),
                length: layers == 0 ? CppRange(0, longest) : length)
        case .string(let shape):
            let characters = CppRange(range(of: shape.length.lower).least, range(of: shape.length.upper).greatest)
            add(
                name, .text, layers: layers, rows: rows, blocks: path, values: CppRange(0, 0),
                length: layers == 0 ? characters : length)
            if shape.length.lower == shape.length.upper {
                addConstant(.longest(name), "\(name.uppercased())_LENGTH", shape.length.upper)
            } else {
                addConstant(.shortest(name), "MIN_\(name.uppercased())_LENGTH", shape.length.lower)
                addConstant(.longest(name), "MAX_\(name.uppercased())_LENGTH", shape.length.upper)
            }
        }
    }

    private mutating func add(
        _ name: String, _ element: CppVariable.Element, layers: Int, rows: [Int], blocks path: [Int],
        values: CppRange, length: CppRange
    ) {
        if let known = byName[name] {
            // Options of a choice may share the names of fields.
            variables[known].values = variables[known].values.union(values)
            variables[known].length = variables[known].length.union(length)
            return
        }
        byName[name] = variables.count
        variables.append(
            CppVariable(
                name: name, identifier: identifiers.take(name), element: element, ownLayers: layers, rows: rows,
                blocks: path, values: values, length: length))
    }

    private mutating func addConstant(_ key: CppConstant.Key, _ wish: String, _ expression: Expression) {
        let value = expression.constant.flatMap { CppRange($0, $0).fitsLongLong ? $0 : nil }
        guard !ambiguous.contains(key) else { return }
        if let known = constantOf[key], constants[known].value == value { return }
        guard constantOf[key] == nil, let value else {
            // A field that several options share has no one bound: it gets no name.
            if let known = constantOf.removeValue(forKey: key) { constants[known].isUsed = false }
            ambiguous.insert(key)
            return
        }
        constantOf[key] = constants.count
        constants.append(CppConstant(identifier: identifiers.take(wish), value: value))
    }

    private func range(of expression: Expression) -> CppRange { expression.range(in: self) }
}

extension Expression {
    /// What the expression can be, from what its variables can be.
    func range(in table: CppVariableTable) -> CppRange {
        switch self {
        case .integer(let value): CppRange(value, value)
        case .variable(let name): table.range(name)
        case .element(let name, _): table[name]?.values ?? .longLong
        case .negated(let inner): -inner.range(in: table)
        case .binary(let symbol, let left, let right):
            symbol.range(left.range(in: table), right.range(in: table))
        case .call(let function, let arguments): function.range(arguments.map { $0.range(in: table) })
        case .aggregate(let aggregate, let name): aggregate.range(table[name])
        }
    }
}

extension Expression.BinaryOperator {
    func range(_ left: CppRange, _ right: CppRange) -> CppRange {
        switch self {
        case .plus: left + right
        case .minus: left - right
        case .times: left * right
        case .divided: left.divided(by: right)
        case .remainder: left.remainder(by: right)
        case .power: left.power(right)
        }
    }
}

extension Expression.NumberFunction {
    func range(_ arguments: [CppRange]) -> CppRange {
        let least = arguments.map(\.least)
        let greatest = arguments.map(\.greatest)
        switch self {
        case .min: return CppRange(least.min() ?? 0, greatest.min() ?? 0)
        case .max: return CppRange(least.max() ?? 0, greatest.max() ?? 0)
        case .abs: return arguments.first?.absolute ?? .longLong
        case .gcd: return CppRange(0, arguments.map(\.absolute.greatest).max() ?? 0)
        }
    }
}

extension Expression.Aggregate {
    func range(_ variable: CppVariable?) -> CppRange {
        guard let variable else { return .longLong }
        switch self {
        case .sum:
            // A field of rows: nobody knows here how many there are.
            let count = variable.rows.isEmpty ? variable.length : CppRange(0, 1 << 40)
            return variable.values * CppRange(0, count.greatest)
        case .len: return variable.depth == 0 || !variable.rows.isEmpty ? CppRange(0, 1 << 40) : variable.length
        case .least, .greatest: return variable.values
        }
    }
}
