extension Field {
    /// The variables the field reads: none for a literal.
    package var names: [String] {
        switch kind {
        case .value, .list, .permutation: [name]
        case .literal: []
        }
    }
}

extension Block {
    /// Every variable read in the block, in reading order, those of inner blocks and structures' extras included.
    package var fieldNames: [String] { items.flatMap(\.fieldNames) }
}

extension Item {
    /// Every variable the item reads, in reading order.
    package var fieldNames: [String] {
        switch self {
        case .line(let fields): fields.flatMap(\.names)
        case .matrix(let matrix): [matrix.name]
        case .grid(let grid): [grid.name]
        case .tree(let tree): tree.extras.flatMap(\.names)
        case .graph(let graph): graph.extras.flatMap(\.names)
        case .repetition(let repetition): repetition.body.fieldNames
        case .choice(let choice):
            choice.options.reduce(into: [choice.selector]) { names, option in
                names += option.fields.flatMap(\.names).filter { !names.contains($0) }
            }
        case .optional(let optional): optional.body.fieldNames
        }
    }
}
