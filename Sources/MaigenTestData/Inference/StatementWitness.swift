import MaigenDomain

/// What a statement says beyond doubt, so that a specification which somebody else made of it can be held against it.
///
/// Theory of operation. The sentences are read as for the built-in analysis, without tying names to a layout: comparisons
/// with their numbers, words that name a property, and where in the input section each name comes first. Sentences that are
/// about a part of the tests only (subtasks) are left out. None of it suffices to understand a problem, but a specification
/// that contradicts it is wrong: too wide and its data is illegal, too narrow and its data is weak.
package struct StatementWitness: Sendable {
    /// What comparisons say of a name.
    struct Said: Sendable, Hashable {
        var leasts: Set<Int128> = []
        var greatests: Set<Int128> = []
        /// Whether something that is no constant bounds it, too.
        var isBoundedByVariable = false
    }

    private let isTooLong: Bool
    private var said: [String: Said] = [:]
    private var features: Set<Feature> = []
    private var mentions: [String: Int] = [:]
    /// Pairs of names that stand on two sides of a comparison.
    private var pairs: Set<[String]> = []
    /// Upper bounds of sums over all rows, elements or test cases.
    private var totals: Set<Int128> = []

    package init(_ problem: ProblemDocument) {
        let sections = ProblemStatements(problem)
        isTooLong = StatementLength.refused(problem, sections) != nil
        guard !isTooLong else { return }
        let reading = StatementReader.read(problem, sections)
        for fact in reading.chains where !fact.isHypothetical { note(fact.chain) }
        for bound in reading.tabled {
            note(bound.lower, .lessOrEqual, .name(bound.name), .lessOrEqual, bound.upper)
        }
        features = Set(reading.features.filter { $0.mood == .assertion }.map(\.feature))
        totals.formUnion(reading.worded.filter(\.isTotal).compactMap { $0.upper?.constant })
        var place = 0
        for statement in sections.input {
            for token in statement.tokens {
                place += 1
                if case .name(let name) = token.kind, mentions[name] == nil { mentions[name] = place }
            }
        }
    }

    /// The numbers that stand in a text, however they are written: `10^5`, `2\times 10^5`, `1e9`, `200000`.
    package static func numbers(in text: String) -> Set<Int128> {
        var result: Set<Int128> = []
        for statement in StatementSplitter.statements(of: text, in: .constraints) {
            guard statement.tokens.count <= StatementLength.sentence else { continue }
            let tokens = statement.tokens
            for place in tokens.indices {
                if case .number(let value) = tokens[place].kind { result.insert(value) }
                if let (term, _) = TermParser.term(in: tokens, at: place), let value = term.constant {
                    result.insert(value)
                    result.insert(-value)
                }
            }
        }
        return result
    }

    // MARK: - Reading

    private mutating func note(_ chain: Chain) {
        guard let chain = BoundReader.ascending(chain) else { return }
        for (place, operand) in chain.operands.enumerated() {
            guard let (name, isMagnitude) = Self.subject(operand) else { continue }
            var entry = said[name, default: Said()]
            // "1 ≤ i < j ≤ n" says nothing of the least n: only what stands beside a name is said of its lower end.
            let least = end(chain, from: place, step: -1)
            if let value = least.constant, !least.isImplied, !isMagnitude { entry.leasts.insert(value) }
            let greatest = end(chain, from: place, step: 1)
            if let value = greatest.constant {
                entry.greatests.insert(value)
                if isMagnitude { entry.leasts.insert(-value) }
            }
            if greatest.isImplied { entry.isBoundedByVariable = true }
            said[name] = entry
        }
        for (left, right) in zip(chain.operands, chain.operands.dropFirst()) {
            if case .name(let one) = left, case .name(let other) = right, one.base != other.base {
                pairs.insert([one.base, other.base].sorted())
            }
        }
        for (place, operand) in chain.operands.enumerated() {
            if case .sum = operand, let limit = end(chain, from: place, step: 1).constant { totals.insert(limit) }
        }
    }

    private mutating func note(
        _ lower: Term?, _ first: Condition.Comparison, _ middle: Term, _ second: Condition.Comparison, _ upper: Term?
    ) {
        let operands = [lower, middle, upper].compactMap(\.self)
        note(Chain(operands: operands, comparisons: Array(repeating: first, count: operands.count - 1)))
    }

    /// The name that an operand is about; magnitudes and lengths count as such.
    private static func subject(_ term: Term) -> (name: String, isMagnitude: Bool)? {
        switch term {
        case .name(let name): (name.base, false)
        // |s| of a string is its length, which has no lower end of its own.
        case .absolute(.name(let name)): (name.base, true)
        case .length(.name(let name)): (name.base, false)
        default: nil
        }
    }

    /// The nearest constant on one side, with the strict signs between taken off, and whether variables stand between.
    private func end(_ chain: Chain, from start: Int, step: Int) -> (constant: Int128?, isImplied: Bool) {
        var (position, strict) = (start, Int128(0))
        while true {
            let sign = step > 0 ? position : position - 1
            let isImplied = abs(position - start) > 0
            guard chain.comparisons.indices.contains(sign) else { return (nil, isImplied) }
            switch chain.comparisons[sign] {
            case .less, .greater: strict += 1
            case .lessOrEqual, .greaterOrEqual, .equal: break
            case .notEqual: return (nil, isImplied)
            }
            position += step
            if let value = chain.operands[position].constant { return (value - Int128(step) * strict, isImplied) }
        }
    }

    // MARK: - Judging

    /// What speaks against `specification`; empty where nothing does.
    package func objections(to specification: InputSpecification) -> [Localized] {
        guard !isTooLong else {
            return [Localized(zh: "题面太长，无法逐句核对", en: "the statement is too long to be held against the specification")]
        }
        return bounds(specification) + Self.order(specification.body, mentions) + promises(specification)
            + relations(specification)
    }

    /// Whether the statement says in a comparison what `name` can be at most.
    package func bounds(_ name: String) -> Bool { !(said[Self.base(name)]?.greatests.isEmpty ?? true) }

    /// `a` for `|a|` and `a_1`.
    private static func base(_ name: String) -> String {
        let plain = name.hasPrefix("|") ? String(name.dropFirst().dropLast()) : name
        return plain.split(separator: "_").first.map(String.init) ?? plain
    }

    private func said(of name: String) -> Said? {
        let plain = name.hasPrefix("|") ? String(name.dropFirst().dropLast()) : name
        return said[plain] ?? said[Self.base(name)]
    }

    private func bounds(_ specification: InputSpecification) -> [Localized] {
        VariableBounds.of(specification).flatMap { bound -> [Localized] in
            guard let said = said(of: bound.name), let least = Int128(bound.least),
                let greatest = Int128(bound.greatest)
            else { return [] }
            var result: [Localized] = []
            if let most = said.greatests.max(), !said.greatests.contains(greatest) {
                let isNarrower = greatest < most && said.isBoundedByVariable
                if !isNarrower { result.append(Self.contradiction(bound.name, "≤ \(greatest)", said.greatests, "≤")) }
            }
            if let fewest = said.leasts.min(), !said.leasts.contains(least), !bound.name.hasPrefix("|") {
                if !(least > fewest && said.isBoundedByVariable) {
                    result.append(Self.contradiction(bound.name, "≥ \(least)", said.leasts, "≥"))
                }
            }
            return result
        }
    }

    private static func contradiction(
        _ name: String, _ given: String, _ said: Set<Int128>, _ sign: String
    ) -> Localized {
        let ends = said.sorted().map { "\(sign) \($0)" }.joined(separator: ", ")
        return Localized(
            zh: "规格里 \(name) \(given)，而题面写着 \(name) \(ends)",
            en: "the specification has \(name) \(given), the statement says \(name) \(ends)")
    }

    /// Fields of one line come in the order in which the input section first names them.
    private static func order(_ block: Block, _ mentions: [String: Int]) -> [Localized] {
        block.items.flatMap { item -> [Localized] in
            switch item {
            case .line(let fields): return swapped(fields.flatMap(\.names), mentions)
            case .repetition(let repetition): return order(repetition.body, mentions)
            case .optional(let optionality): return order(optionality.body, mentions)
            case .choice(let choice):
                return choice.options.flatMap { swapped($0.fields.flatMap(\.names), mentions) }
            case .tree(let tree): return swapped(tree.extras.flatMap(\.names), mentions)
            case .graph(let graph): return swapped(graph.extras.flatMap(\.names), mentions)
            case .matrix, .grid: return []
            }
        }
    }

    private static func swapped(_ names: [String], _ mentions: [String: Int]) -> [Localized] {
        let known = names.compactMap { name in mentions[name].map { (name, $0) } }
        return zip(known, known.dropFirst()).filter { $0.1 > $1.1 }.map { first, second in
            Localized(
                zh: "规格里 \(first.0) 在 \(second.0) 之前，输入格式里先说 \(second.0)",
                en: "the specification reads \(first.0) before \(second.0), the input section names \(second.0) first")
        }
    }

    // MARK: Relations

    /// What the statement compares with each other, and what it says of sums, stands in the specification as well.
    private func relations(_ specification: InputSpecification) -> [Localized] {
        let related = Related(specification)
        let names = Set(specification.body.fieldNames)
        let missing = pairs.filter { pair in
            pair.allSatisfy(names.contains) && !related.groups.contains { $0.isSuperset(of: pair) }
        }
        return missing.sorted { $0.joined() < $1.joined() }.map { pair in
            Localized(
                zh: "题面比较了 \(pair[0]) 与 \(pair[1])，规格里没有它们的关系",
                en: "the statement compares \(pair[0]) with \(pair[1]), the specification does not")
        }
            + totals.subtracting(related.limits).sorted().map { limit in
                Localized(
                    zh: "题面说总和不超过 \(limit)，规格里没有（totals 或 total）",
                    en: "the statement bounds a sum by \(limit), the specification does not (totals or total)")
            }
    }

    /// Names that a specification relates with each other, and the limits of its sums.
    private struct Related {
        var groups: [Set<String>] = []
        var limits: Set<Int128> = []

        init(_ specification: InputSpecification) {
            look(specification.body)
            groups += specification.predicates.map { Set($0.uses) }
        }

        private mutating func look(_ block: Block) {
            for relation in block.relations { look(relation) }
            for item in block.items {
                switch item {
                case .line(let fields): for field in fields { look(field) }
                case .tree(let tree): for field in tree.extras { look(field) }
                case .graph(let graph):
                    groups.append(graph.vertices.variables.union(graph.edges.variables))
                    for field in graph.extras { look(field) }
                case .repetition(let repetition):
                    for total in repetition.totals { note(total.limit) }
                    for distinct in repetition.distinct { groups.append(Set(distinct.fields)) }
                    look(repetition.body)
                case .choice(let choice):
                    for option in choice.options {
                        for field in option.fields { look(field) }
                        for relation in option.relations { look(relation) }
                    }
                case .optional(let optionality):
                    if let condition = optionality.condition { look(condition) }
                    look(optionality.body)
                case .matrix(let matrix): look(matrix.name, matrix.element)
                case .grid: break
                }
            }
        }

        private mutating func look(_ condition: Condition) {
            groups.append(condition.variables)
            // A relation that speaks of a sum holds its limit somewhere.
            switch condition {
            case .comparison(let operands, _): for operand in operands { note(operand) }
            case .all(let parts), .any(let parts): for part in parts { look(part) }
            }
        }

        private mutating func note(_ limit: Expression) {
            if let value = limit.constant { limits.insert(value) }
        }

        private mutating func look(_ field: Field) {
            switch field.kind {
            case .value(let value): look(field.name, value)
            case .list(let list):
                look(field.name, list.element)
                if let total = list.total { note(total) }
            case .permutation, .literal: break
            }
        }

        private mutating func look(_ name: String, _ value: Value) {
            switch value {
            case .integer(let range): groups.append(range.lower.variables.union(range.upper.variables).union([name]))
            case .string(let shape):
                groups.append(shape.length.lower.variables.union(shape.length.upper.variables).union([name]))
            case .real, .word: break
            }
        }
    }

    // MARK: Properties

    private func promises(_ specification: InputSpecification) -> [Localized] {
        let kept = Kept(specification)
        let wanted: [(Set<Feature>, Bool, Localized)] = [
            ([.distinct, .distinctRows, .distinctPlaces], kept.isDistinct, Localized(zh: "互不相同", en: "distinct")),
            ([.permutation], kept.hasPermutation, Localized(zh: "排列", en: "a permutation")),
            ([.tree], kept.hasTree, Localized(zh: "树", en: "a tree")),
            ([.connected], kept.hasTree || kept.isConnected, Localized(zh: "连通", en: "connected")),
            ([.acyclic], kept.hasTree || kept.isAcyclic, Localized(zh: "无环", en: "without cycles")),
            ([.bipartite], kept.isBipartite, Localized(zh: "二分图", en: "bipartite")),
            ([.noLoops], kept.hasTree || !kept.allowsLoops, Localized(zh: "无自环", en: "without loops")),
            (
                [.noMultipleEdges], kept.hasTree || !kept.allowsMultipleEdges,
                Localized(zh: "无重边", en: "without multiple edges")
            ),
        ]
        var result = wanted.filter { !features.isDisjoint(with: $0.0) && !$0.1 }.map { _, _, name in
            Localized(
                zh: "题面说到“\(name.chinese)”，规格里没有",
                en: "the statement speaks of '\(name.english)', the specification does not")
        }
        for case .order(let order) in features where !kept.orders.contains(order) && !kept.hasRelations {
            result.append(
                Localized(
                    zh: "题面说到顺序（\(order.rawValue)），规格里没有",
                    en: "the statement speaks of an order (\(order.rawValue)), the specification does not"))
        }
        return result
    }

    /// The properties that a specification holds to.
    private struct Kept {
        var isDistinct = false
        var hasPermutation = false
        var hasTree = false
        var isConnected = false
        var isAcyclic = false
        var isBipartite = false
        var allowsLoops = false
        var allowsMultipleEdges = false
        var orders: Set<List.Order> = []
        var hasRelations = false

        init(_ specification: InputSpecification) { look(specification.body) }

        private mutating func look(_ block: Block) {
            if !block.relations.isEmpty { hasRelations = true }
            for item in block.items {
                switch item {
                case .line(let fields): for field in fields { look(field) }
                case .tree: (hasTree, isDistinct) = (true, true)
                case .graph(let graph):
                    if graph.isConnected { isConnected = true }
                    if graph.isAcyclic { isAcyclic = true }
                    if graph.sides != .none { isBipartite = true }
                    if graph.allowsLoops { allowsLoops = true }
                    if graph.allowsMultipleEdges { allowsMultipleEdges = true } else { isDistinct = true }
                case .repetition(let repetition):
                    if !repetition.distinct.isEmpty { isDistinct = true }
                    look(repetition.body)
                case .choice(let choice):
                    for option in choice.options {
                        if !option.relations.isEmpty { hasRelations = true }
                        for field in option.fields { look(field) }
                    }
                case .optional(let optionality): look(optionality.body)
                case .matrix, .grid: break
                }
            }
        }

        private mutating func look(_ field: Field) {
            switch field.kind {
            case .permutation: (hasPermutation, isDistinct) = (true, true)
            case .list(let list):
                if list.isDistinct { isDistinct = true }
                if let order = list.order {
                    orders.insert(order)
                    // Strictly ordered lists are ordered, too, and their elements differ.
                    if order == .increasing { (isDistinct, orders) = (true, orders.union([.nondecreasing])) }
                    if order == .decreasing { (isDistinct, orders) = (true, orders.union([.nonincreasing])) }
                }
            case .value, .literal: break
            }
        }
    }
}
