/// The knobs of a problem's generator.
package enum GeneratorKnobs {
    /// In reading order; the knob of a string's length follows the string's own, the knob of a pair of ends follows
    /// those of both ends, the knob `cases` stands before the fields of the test cases.
    ///
    /// A quantity that can take one value only has no knob. How many rows an input of kind `until` or `endOfFile` has
    /// is the number knob `count`. Where a variable has the name of another knob, that knob's name gets underscores.
    package static func knobs(of specification: InputSpecification) -> [Knob] {
        GeneratorKnobPlan(specification).knobs.map(\.knob)
    }
}

/// The knobs with what they belong to.
struct GeneratorKnobPlan {
    enum Role: Hashable {
        /// The values, characters or shape of a variable or structure.
        case main(String)
        /// The length of a string.
        case length(String)
        case intervals(left: String, right: String)
        case points(x: String, y: String)
        /// Test cases whose totals are shared out, by the number of the repetition.
        case cases(Int)
        /// The number of rows, by the number of the repetition.
        case count(Int)
    }

    struct Entry {
        var knob: Knob
        var role: Role
        /// The words of a selector.
        var words: [String] = []
        /// What 1 in a setting stands for: `10^decimals`.
        var decimals = 0
    }

    private(set) var knobs: [Entry] = []
    private var roles: Set<Role> = []
    private var names: Set<String>
    private var repetitions = 0
    /// Variables that stand in counts.
    private let sizes: Set<String>
    /// Whether numbers themselves must be what the problem is about: there are no strings, graphs and the like.
    private let isAboutNumbers: Bool

    init(_ specification: InputSpecification) {
        names = Set(specification.body.fieldNames)
        sizes = specification.body.countVariables
        isAboutNumbers = !specification.body.holdsStructure
        collect(specification.body, isInRows: false)
    }

    func has(_ role: Role) -> Bool { roles.contains(role) }

    func entry(_ role: Role) -> Entry? { knobs.first { $0.role == role } }

    // MARK: - Collecting, in reading order

    private mutating func collect(_ block: Block, isInRows: Bool) {
        for item in block.items {
            switch item {
            case .line(let fields): collect(fields, where: block.relations, isInRows: isInRows)
            case .matrix(let matrix): collect(matrix.name, matrix.element, isRun: true, [])
            case .grid(let grid): add(.main(grid.name), grid.name, .grid)
            case .tree(let tree):
                add(.main(tree.name), tree.name, .tree)
                collect(tree.extras, where: [], isInRows: true, areKeys: false)
            case .graph(let graph):
                add(.main(graph.name), graph.name, .graph, extras: graph.costs == nil ? [] : [.costs])
                collect(graph.extras, where: [], isInRows: true, areKeys: false)
            case .repetition(let repetition): collect(repetition, isInRows: isInRows)
            case .choice(let choice):
                add(.main(choice.selector), choice.selector, .selector, words: choice.options.map(\.token))
                for option in choice.options {
                    collect(option.fields, where: block.relations + option.relations, isInRows: isInRows)
                }
            case .optional(let optionality): collect(optionality.body, isInRows: isInRows)
            }
        }
    }

    private mutating func collect(_ repetition: Repetition, isInRows: Bool) {
        let number = repetitions
        repetitions += 1
        switch repetition.count {
        case .times: break
        case .until, .endOfFile: add(.count(number), free("count"), .number)
        }
        if repetition.kind == .cases { add(.cases(number), free("cases"), .cases) }
        collect(repetition.body, isInRows: isInRows || repetition.kind == .rows)
    }

    /// - Parameter areKeys: whether values may be used as keys of a hash table; costs of edges are not.
    private mutating func collect(
        _ fields: [Field], where relations: [Condition], isInRows: Bool, areKeys: Bool = true
    ) {
        let pairs = isInRows ? GeneratorIntervals.pairs(fields, where: relations) : []
        let points = isInRows ? GeneratorPoints.pairs(fields) : []
        let places = Set(pairs.flatMap { [$0.left, $0.right] } + points.flatMap { [$0.x, $0.y] })
        for field in fields {
            switch field.kind {
            case .value(let value):
                let extras = places.contains(field.name) || !areKeys ? [] : extras(field.name, value, isRun: isInRows)
                collect(field.name, value, isRun: isInRows, extras)
            case .list(let list):
                var extras = list.index == nil ? extras(field.name, list.element, isRun: true) : []
                if case .integer = list.element, list.order == nil, list.index == nil, !isInRows {
                    extras.insert(.arrays)
                }
                collect(field.name, list.element, isRun: true, extras)
            case .permutation: add(.main(field.name), field.name, .permutation)
            case .literal: break
            }
            if let pair = pairs.first(where: { $0.right == field.name }) {
                add(.intervals(left: pair.left, right: pair.right), "\(pair.left)-\(pair.right)", .intervals)
            }
            if let pair = points.first(where: { $0.y == field.name }) {
                add(.points(x: pair.x, y: pair.y), "\(pair.x)-\(pair.y)", .points)
            }
        }
    }

    /// - Parameter isRun: whether there are several values in a row.
    private mutating func collect(_ name: String, _ value: Value, isRun: Bool, _ extras: Set<Knob.Extra>) {
        switch value {
        case .integer(let range):
            guard range.lower != range.upper else { return }
            add(.main(name), name, isRun ? .values : .number, extras: extras)
        case .real(let real):
            add(.main(name), name, .values, decimals: GeneratorReal(real).decimals)
        case .word(let words):
            guard words.count > 1 else { return }
            add(.main(name), name, .selector, words: words)
        case .string(let shape):
            add(.main(name), name, .text)
            if shape.length.lower != shape.length.upper { add(.length(name), "\(name).length", .values) }
        }
    }

    /// What a whole number may be used for: only large ones are factorised or kept in hash tables.
    private func extras(_ name: String, _ value: Value, isRun: Bool) -> Set<Knob.Extra> {
        guard case .integer(let range) = value, !sizes.contains(name), let least = range.lower.constant,
            let greatest = range.upper.constant, greatest >= 1_000_000
        else { return [] }
        var result: Set<Knob.Extra> = []
        if isAboutNumbers, least >= 0 { result.insert(.numbers) }
        if isRun, least <= 1000 { result.insert(.hashKeys) }
        return result
    }

    private mutating func add(
        _ role: Role, _ name: String, _ kind: Knob.Kind, extras: Set<Knob.Extra> = [], words: [String] = [],
        decimals: Int = 0
    ) {
        guard roles.insert(role).inserted else { return }
        names.insert(name)
        knobs.append(
            Entry(knob: Knob(name: name, kind: kind, extras: extras), role: role, words: words, decimals: decimals))
    }

    private func free(_ name: String) -> String {
        var name = name
        while names.contains(name) { name += "_" }
        return name
    }
}

extension Block {
    /// Whether the block holds something that is not numbers, or pairs of numbers that mean places.
    fileprivate var holdsStructure: Bool {
        items.contains { item in
            switch item {
            case .line(let fields): fields.contains(where: \.holdsText)
            case .matrix, .choice: false
            case .grid, .tree, .graph: true
            case .repetition(let repetition): repetition.body.holdsStructure
            case .optional(let optionality): optionality.body.holdsStructure
            }
        }
    }
}

extension Field {
    fileprivate var holdsText: Bool {
        switch kind {
        case .value(.string), .permutation: true
        case .list(let list): if case .string = list.element { true } else { false }
        case .value, .literal: false
        }
    }
}

extension Graph {
    /// The first whole number of each edge that can differ: what shapes about costs decide.
    var costs: String? {
        extras.first { field in
            if case .value(.integer(let range)) = field.kind { range.lower != range.upper } else { false }
        }?.name
    }
}
