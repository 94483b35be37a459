/// The knobs of one problem's generator, sorted by what a test designer does with them.
struct Palette {
    /// Knobs in the generator's order.
    let knobs: [Knob]
    /// The bounds of each quantity, by the name of its knob.
    private let bounds: [String: ClosedRange<Int128>]
    /// Number knobs that say how many of something follow.
    let sizes: Set<String>
    /// The sizes that bound places in rows only: nothing is read as often, so that each can be large beside no rows at all.
    let extents: Set<String>
    /// The number knob that says how many test cases there are, whether the input says it or ends with them.
    let caseCount: String?
    /// Values in rows that are looked up in a list read before.
    let lookups: Set<String>
    /// Lists whose elements may be looked up in a list before.
    let secondLists: Set<String>
    /// How many digits after the point decimal numbers have, by the name of their knob.
    let decimals: [String: Int]
    /// Lists of strings no two of which are equal: shapes that leave one string only are not for them.
    let distinctTexts: Set<String>
    /// Lists whose elements come in an order.
    let orderedLists: Set<String>
    /// Values in rows that say where something is, not how much of it there is: no greater than a size, or one end of
    /// an interval.
    let positions: Set<String>
    /// The ends of intervals, which a knob of their own sets.
    let intervalEnds: Set<String>
    /// The coordinates of points, likewise.
    let coordinates: Set<String>
    /// Graphs whose sizes are variables.
    let graphs: [GraphSizes]
    /// Numbers read once that name a vertex of a graph.
    let endpoints: Set<String>
    /// Variables in the lengths of strings of which there are several.
    let listedLengths: Set<String>

    /// The variables that say how large a graph is.
    struct GraphSizes {
        var vertices: String
        var edges: String
        var isDirected: Bool
    }

    init(_ specification: InputSpecification, knobs: [Knob], bounds: [VariableBound]) {
        self.knobs = knobs
        var ranges: [String: ClosedRange<Int128>] = [:]
        for bound in bounds {
            guard let least = Self.whole(bound.least), let greatest = Self.whole(bound.greatest), least <= greatest
            else { continue }
            let isLength = bound.name.hasPrefix("|") && bound.name.hasSuffix("|")
            let knob = isLength ? "\(bound.name.dropFirst().dropLast()).length" : bound.name
            ranges[knob] = least...greatest
        }
        var sizes = specification.body.countVariables
        extents = specification.body.joinedSizes.subtracting(sizes)
        sizes.formUnion(extents)
        var caseCount = specification.body.caseCountVariable
        // What is read until it ends has a knob for its number, and no variable.
        let fields = Set(specification.body.fieldNames)
        if let open = specification.body.openRepetition,
            let knob = knobs.first(where: { $0.kind == .number && !fields.contains($0.name) })
        {
            if open.kind == .cases { caseCount = caseCount ?? knob.name } else { sizes.insert(knob.name) }
            if let most = open.atMost, most > 1 { ranges[knob.name] = 1...most }
        }
        self.bounds = ranges
        self.sizes = sizes
        self.caseCount = caseCount
        sharesTotals = specification.body.sharesTotals
        let lists = specification.body.listNames()
        let found = Set(GeneratorLookups.lists(specification).keys)
        lookups = found.subtracting(lists)
        secondLists = found.intersection(lists)
        orderedLists = specification.body.listNames { $0.order != nil }
        distinctTexts = specification.body.distinctTexts
        decimals = specification.body.decimals
        let intervals = knobs.filter { $0.kind == .intervals }.map(\.name)
        func ends(of pairs: [String]) -> Set<String> {
            Set(
                knobs.map(\.name).filter { name in
                    pairs.contains { $0.hasPrefix("\(name)-") || $0.hasSuffix("-\(name)") }
                })
        }
        intervalEnds = ends(of: intervals)
        coordinates = ends(of: knobs.filter { $0.kind == .points }.map(\.name))
        graphs = specification.body.graphSizes
        endpoints = specification.body.numbers(upTo: Set(graphs.map(\.vertices)))
        listedLengths = specification.body.listedLengths
        positions = specification.body.positions.union(intervalEnds)
    }

    func bound(_ knob: Knob) -> ClosedRange<Int128>? { bounds[knob.name] }

    /// A bound without its decimals: settings count in whole numbers, and are cut to the bounds in force anyway.
    private static func whole(_ text: String) -> Int128? {
        Int128(text.prefix { $0 != "." })
    }

    /// The bounds of the number of that name.
    func bounds(of name: String) -> ClosedRange<Int128>? { bounds[name] }

    func has(_ kind: Knob.Kind) -> Bool { knobs.contains { $0.kind == kind } }

    func knobs(_ kind: Knob.Kind) -> [Knob] { knobs.filter { $0.kind == kind } }

    var hasSizes: Bool { knobs.contains { isSize($0) } }

    func isSize(_ knob: Knob) -> Bool {
        switch knob.kind {
        case .number: sizes.contains(knob.name)
        case .values: knob.name.hasSuffix(".length")
        case .text, .selector, .grid, .permutation, .tree, .graph, .intervals, .points, .cases: false
        }
    }

    /// Whether some knob takes the structures of a family.
    func has(_ aim: Aim) -> Bool { knobs.contains { !aim.settings($0).isEmpty } }

    /// Whether bounds on sums over all test cases are shared out.
    let sharesTotals: Bool

    /// The greatest number of elements that some run of values can have, as far as one size says.
    private var greatestSize: Int128 {
        knobs.filter { $0.kind == .number && sizes.contains($0.name) }.compactMap { bound($0)?.upperBound }.max() ?? 1
    }

    /// Whether a sum over all elements, or a product of two values, can leave 32 bits although each value fits.
    var canOverflow: Bool {
        let magnitudes = knobs.filter { ($0.kind == .values || $0.kind == .number) && !isSize($0) }
            .compactMap(bound).map { max($0.upperBound, -$0.lowerBound) }
        guard let greatest = magnitudes.max() else { return false }
        return greatest * greatest > Int128(Int32.max) || greatest * greatestSize > Int128(Int32.max)
    }

    /// The greatest sum such data can have: what the overflow test is about.
    var greatestSum: Int128 {
        let magnitudes = knobs.filter { ($0.kind == .values || $0.kind == .number) && !isSize($0) }
            .compactMap(bound).map { max($0.upperBound, -$0.lowerBound) }
        return (magnitudes.max() ?? 0) * max(2, greatestSize)
    }

    /// Whether values can be negative as well as positive.
    var spansZero: Bool {
        knobs.contains { knob in
            guard knob.kind == .values || knob.kind == .number, !isSize(knob), let bound = bound(knob) else {
                return false
            }
            return !positions.contains(knob.name) && bound.lowerBound < 0 && bound.upperBound > 0
        }
    }

    /// Whether something can take a structure worth testing: order, shape, repetition.
    var hasStructure: Bool {
        knobs.contains { knob in
            switch knob.kind {
            case .values: !knob.name.hasSuffix(".length")
            case .text, .selector, .grid, .permutation, .tree, .graph, .intervals, .points: true
            case .number, .cases: false
            }
        }
    }
}

extension Block {
    /// The repetition that goes on until a terminator or the input's end, and the most rows that generated inputs hold.
    fileprivate var openRepetition: (kind: Repetition.Kind, atMost: Int128?)? {
        for case .repetition(let repetition) in items {
            switch repetition.count {
            case .times: continue
            case .until(_, let atMost), .endOfFile(let atMost): return (repetition.kind, atMost.constant)
            }
        }
        return nil
    }

    /// Variables that stand in counts: lengths, numbers of rows, vertices and edges.
    var countVariables: Set<String> {
        items.reduce(into: []) { $0.formUnion($1.countVariables) }
    }

    /// The variable that is the number of test cases.
    var caseCountVariable: String? {
        for case .repetition(let repetition) in items where repetition.kind == .cases {
            if case .times(.variable(let name)) = repetition.count { return name }
        }
        return nil
    }
}

extension Block {
    fileprivate var sharesTotals: Bool {
        items.contains { item in
            guard case .repetition(let repetition) = item, repetition.kind == .cases else { return false }
            return !repetition.totals.isEmpty
        }
    }

    /// Variables that say how many things there are which rows join: the greatest values of two places in one row.
    fileprivate var joinedSizes: Set<String> {
        items.reduce(into: []) { names, item in
            guard case .repetition(let repetition) = item else { return }
            names.formUnion(repetition.body.joinedSizes)
            guard repetition.kind == .rows else { return }
            let sizes = repetition.body.items.lineFields.compactMap { field -> String? in
                guard let place = field.place, let least = place.least.constant, least == 0 || least == 1 else {
                    return nil
                }
                return place.size
            }
            if sizes.count > 1 { names.formUnion(sizes) }
        }
    }

    fileprivate var graphSizes: [Palette.GraphSizes] {
        items.flatMap { item -> [Palette.GraphSizes] in
            switch item {
            case .graph(let graph):
                guard case .variable(let edges) = graph.edges else { return [] }
                // Of two sides the first stands for the graph.
                var count = graph.vertices
                if case .separate(let left, _) = graph.sides { count = left }
                guard case .variable(let vertices) = count else { return [] }
                return [Palette.GraphSizes(vertices: vertices, edges: edges, isDirected: graph.isDirected)]
            case .repetition(let repetition): return repetition.pairedSizes ?? repetition.body.graphSizes
            case .line, .matrix, .grid, .tree, .choice, .optional: return []
            }
        }
    }

    /// Whole numbers outside of rows that are at most one of these variables.
    fileprivate func numbers(upTo sizes: Set<String>) -> Set<String> {
        items.reduce(into: []) { names, item in
            switch item {
            case .line(let fields):
                for field in fields {
                    if let place = field.place, sizes.contains(place.size) { names.insert(field.name) }
                }
            case .repetition(let repetition) where repetition.kind == .cases:
                names.formUnion(repetition.body.numbers(upTo: sizes))
            case .repetition, .matrix, .grid, .tree, .graph, .choice, .optional: break
            }
        }
    }

    fileprivate var listedLengths: Set<String> {
        func lengths(_ value: Value) -> Set<String> { value.lengthVariables }
        return items.reduce(into: []) { names, item in
            switch item {
            case .line(let fields):
                for field in fields {
                    if case .list(let list) = field.kind { names.formUnion(lengths(list.element)) }
                }
            case .repetition(let repetition):
                names.formUnion(repetition.body.listedLengths)
                guard repetition.kind == .rows else { return }
                for field in repetition.body.items.lineFields {
                    if case .value(let value) = field.kind { names.formUnion(lengths(value)) }
                }
            case .matrix, .grid, .tree, .graph, .choice, .optional: break
            }
        }
    }

    /// Decimal numbers and lists of them, with their digits after the point.
    fileprivate var decimals: [String: Int] {
        func digits(_ fields: [Field]) -> [(String, Int)] {
            fields.compactMap { field in
                switch field.kind {
                case .value(.real(let real)): (field.name, real.maximumDecimals)
                case .list(let list):
                    if case .real(let real) = list.element { (field.name, real.maximumDecimals) } else { nil }
                case .value, .permutation, .literal: nil
                }
            }
        }
        return items.reduce(into: [:]) { result, item in
            let found: [(String, Int)] =
                switch item {
                case .line(let fields): digits(fields)
                case .tree(let tree): digits(tree.extras)
                case .graph(let graph): digits(graph.extras)
                case .repetition(let repetition): Array(repetition.body.decimals)
                case .optional(let optional): Array(optional.body.decimals)
                case .matrix, .grid, .choice: []
                }
            result.merge(found) { first, _ in first }
        }
    }

    /// The lists of the block, and of all blocks in it.
    fileprivate func listNames(where isWanted: (List) -> Bool = { _ in true }) -> Set<String> {
        items.reduce(into: []) { names, item in
            switch item {
            case .line(let fields):
                for field in fields {
                    if case .list(let list) = field.kind, isWanted(list) { names.insert(field.name) }
                }
            case .repetition(let repetition): names.formUnion(repetition.body.listNames(where: isWanted))
            case .optional(let optional): names.formUnion(optional.body.listNames(where: isWanted))
            case .matrix, .grid, .tree, .graph, .choice: break
            }
        }
    }

    fileprivate var distinctTexts: Set<String> {
        listNames { list in
            if case .string = list.element { list.isDistinct } else { false }
        }.union(distinctFields)
    }

    /// Fields that differ in every two rows.
    private var distinctFields: Set<String> {
        items.reduce(into: []) { names, item in
            guard case .repetition(let repetition) = item else { return }
            names.formUnion(repetition.body.distinctFields)
            names.formUnion(repetition.distinct.filter { $0.fields.count == 1 }.flatMap(\.fields))
        }
    }

    /// Whole numbers in rows that are at most as great as a variable.
    fileprivate var positions: Set<String> {
        items.reduce(into: []) { names, item in
            guard case .repetition(let repetition) = item else { return }
            names.formUnion(repetition.body.positions)
            guard repetition.kind == .rows else { return }
            for item in repetition.body.items {
                let fields: [Field]
                switch item {
                case .line(let line): fields = line
                case .choice(let choice): fields = choice.options.flatMap(\.fields)
                case .matrix, .grid, .tree, .graph, .repetition, .optional: fields = []
                }
                for field in fields {
                    guard case .value(.integer(let range)) = field.kind, !range.upper.variables.isEmpty else {
                        continue
                    }
                    names.insert(field.name)
                }
            }
        }
    }
}

extension Field {
    /// Of a whole number that is at most as great as a variable: that variable, and the least the number can be.
    fileprivate var place: (size: String, least: Expression)? {
        guard case .value(.integer(let range)) = kind, case .variable(let size) = range.upper else { return nil }
        return (size, range.lower)
    }
}

extension Repetition {
    /// Rows that are edges though no statement calls them so: two places each, no two rows with the same ones.
    fileprivate var pairedSizes: [Palette.GraphSizes]? {
        guard kind == .rows, case .times(.variable(let edges)) = count, case .line(let fields)? = body.items.first
        else {
            return nil
        }
        func size(_ name: String) -> String? { fields.first { $0.name == name }?.place?.size }
        for tuple in distinct where tuple.fields.count == 2 {
            guard let first = size(tuple.fields[0]), size(tuple.fields[1]) != nil else { continue }
            return [Palette.GraphSizes(vertices: first, edges: edges, isDirected: !tuple.isUnordered)]
        }
        return nil
    }
}

extension Item {
    fileprivate var countVariables: Set<String> {
        func fields(_ fields: [Field]) -> Set<String> {
            fields.reduce(into: []) { names, field in
                switch field.kind {
                case .list(let list):
                    names.formUnion(list.length.variables)
                    names.formUnion(list.element.lengthVariables)
                case .permutation(let length, _): names.formUnion(length.variables)
                case .value(let value): names.formUnion(value.lengthVariables)
                case .literal: break
                }
            }
        }
        switch self {
        case .line(let line): return fields(line)
        case .matrix(let matrix): return matrix.rows.variables.union(matrix.columns.variables)
        case .grid(let grid): return grid.rows.variables.union(grid.columns.variables)
        case .tree(let tree): return tree.vertices.variables.union(fields(tree.extras))
        case .graph(let graph):
            var names = graph.vertices.variables.union(graph.edges.variables).union(fields(graph.extras))
            if case .separate(let left, let right) = graph.sides {
                names.formUnion(left.variables.union(right.variables))
            }
            return names
        case .repetition(let repetition):
            var names = repetition.body.countVariables
            if case .times(let times) = repetition.count { names.formUnion(times.variables) }
            return names
        case .choice(let choice): return choice.options.reduce(into: []) { $0.formUnion(fields($1.fields)) }
        case .optional(let optional): return optional.body.countVariables
        }
    }
}

extension Value {
    fileprivate var lengthVariables: Set<String> {
        guard case .string(let shape) = self else { return [] }
        return shape.length.lower.variables.union(shape.length.upper.variables)
    }
}
