/// Which variables a specification speaks of beyond reading them; a name stands as often as it is spoken of.
///
/// What is mentioned nowhere is read and checked, but not kept.
extension Block {
    var mentions: [String] { items.flatMap(\.mentions) + relations.flatMap(\.mentions) }
}

extension Item {
    var mentions: [String] {
        switch self {
        case .line(let fields): fields.flatMap(\.mentions)
        case .matrix(let matrix): matrix.rows.mentions + matrix.columns.mentions + matrix.element.mentions
        case .grid(let grid): grid.rows.mentions + grid.columns.mentions
        case .tree(let tree):
            tree.vertices.mentions + tree.vertexNames.mentions + tree.extras.flatMap(\.mentions)
        case .graph(let graph):
            graph.vertices.mentions + graph.edges.mentions + graph.vertexNames.mentions + graph.sides.mentions
                + graph.extras.flatMap(\.mentions)
        case .repetition(let repetition): repetition.outerMentions + repetition.innerMentions
        case .choice(let choice): choice.options.flatMap(\.mentions)
        case .optional(let optional): (optional.condition?.mentions ?? []) + optional.body.mentions
        }
    }
}

extension Repetition {
    /// Those in the count and in the limits of totals, which stand outside of the rows.
    var outerMentions: [String] {
        let counts: [String] =
            switch count {
            case .times(let expression): expression.mentions
            // How many rows there are at most is the generator's business.
            case .until, .endOfFile: []
            }
        return counts + totals.flatMap(\.limit.mentions)
    }

    /// Those inside of a row.
    var innerMentions: [String] {
        body.mentions + totals.flatMap(\.summand.mentions) + distinct.flatMap(\.fields)
    }
}

extension Choice.Option {
    var mentions: [String] { fields.flatMap(\.mentions) + relations.flatMap(\.mentions) }
}

extension Field {
    var mentions: [String] {
        switch kind {
        case .value(let value): value.mentions
        case .list(let list): list.length.mentions + list.element.mentions + (list.total?.mentions ?? [])
        case .permutation(let length, _): length.mentions
        case .literal: []
        }
    }
}

extension Value {
    fileprivate var mentions: [String] {
        switch self {
        case .integer(let range): range.lower.mentions + range.upper.mentions
        case .string(let shape): shape.length.lower.mentions + shape.length.upper.mentions
        case .real, .word: []
        }
    }
}

extension VertexNames {
    fileprivate var mentions: [String] {
        switch self {
        case .numbers: []
        case .strings(let list): [list]
        }
    }
}

extension Graph.Sides {
    fileprivate var mentions: [String] {
        switch self {
        case .none, .hidden: []
        case .separate(let left, let right): left.mentions + right.mentions
        }
    }
}

extension Expression {
    fileprivate var mentions: [String] { Array(variables) }
}

extension Condition {
    fileprivate var mentions: [String] { Array(variables) }
}
