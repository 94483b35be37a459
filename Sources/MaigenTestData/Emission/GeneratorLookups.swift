/// Which values a program is likely to look up in a list read before: queries among elements, a second list beside a first.
enum GeneratorLookups {
    /// The list for each such field, by name: the nearest one before it in the same block whose elements are whole
    /// numbers with constant bounds and the same greatest value.
    static func lists(_ specification: InputSpecification) -> [String: String] {
        specification.body.lookups
    }
}

extension Block {
    fileprivate var lookups: [String: String] {
        var lists: [(name: String, range: IntegerRange)] = []
        var result: [String: String] = [:]
        func find(_ name: String, _ range: IntegerRange) {
            guard range.lower.constant != nil, range.upper.constant != nil, range.lower != range.upper,
                let list = lists.last(where: { $0.range.lower.constant != nil && $0.range.upper == range.upper })
            else { return }
            result[name] = list.name
        }
        func find(_ fields: [Field]) {
            for field in fields {
                if case .value(.integer(let range)) = field.kind { find(field.name, range) }
            }
        }
        for item in items {
            switch item {
            case .line(let fields):
                for field in fields {
                    guard case .list(let list) = field.kind, case .integer(let range) = list.element else { continue }
                    find(field.name, range)
                    lists.append((field.name, range))
                }
            case .repetition(let repetition) where repetition.kind == .rows:
                for case .line(let fields) in repetition.body.items { find(fields) }
                for case .choice(let choice) in repetition.body.items { find(choice.options.flatMap(\.fields)) }
            case .repetition(let repetition):
                result.merge(repetition.body.lookups) { first, _ in first }
            case .matrix, .grid, .tree, .graph, .choice, .optional: continue
            }
        }
        return result
    }
}
