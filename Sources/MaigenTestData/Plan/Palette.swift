/// The knobs of one problem's generator, sorted by what a test designer does with them.
struct Palette {
    /// Knobs in the generator's order.
    let knobs: [Knob]
    /// The bounds of each quantity, by the name of its knob.
    private let bounds: [String: ClosedRange<Int128>]
    /// Number knobs that say how many of something follow.
    let sizes: Set<String>
    /// The number knob that says how many test cases follow.
    let caseCount: String?

    init(_ specification: InputSpecification, knobs: [Knob], bounds: [VariableBound]) {
        self.knobs = knobs
        var ranges: [String: ClosedRange<Int128>] = [:]
        for bound in bounds {
            guard let least = Int128(bound.least), let greatest = Int128(bound.greatest), least <= greatest else {
                continue
            }
            let isLength = bound.name.hasPrefix("|") && bound.name.hasSuffix("|")
            let knob = isLength ? "\(bound.name.dropFirst().dropLast()).length" : bound.name
            ranges[knob] = least...greatest
        }
        self.bounds = ranges
        sizes = specification.body.countVariables
        caseCount = specification.body.caseCountVariable
    }

    func bound(_ knob: Knob) -> ClosedRange<Int128>? { bounds[knob.name] }

    func has(_ kind: Knob.Kind) -> Bool { knobs.contains { $0.kind == kind } }

    func knobs(_ kind: Knob.Kind) -> [Knob] { knobs.filter { $0.kind == kind } }

    var hasSizes: Bool { knobs.contains { isSize($0) } }

    func isSize(_ knob: Knob) -> Bool {
        switch knob.kind {
        case .number: sizes.contains(knob.name)
        case .values: knob.name.hasSuffix(".length")
        case .text, .selector, .grid, .permutation, .tree, .graph, .intervals, .cases: false
        }
    }

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

    /// Whether something can take a structure worth testing: order, shape, repetition.
    var hasStructure: Bool {
        knobs.contains { knob in
            switch knob.kind {
            case .values: !knob.name.hasSuffix(".length")
            case .text, .selector, .grid, .permutation, .tree, .graph, .intervals: true
            case .number, .cases: false
            }
        }
    }
}

extension Block {
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
