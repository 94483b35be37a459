/// The bounds of every quantity of an input.
package enum VariableBounds {
    /// In reading order. Ends of edges, parents, permutations, words and type tokens have no bounds of their own.
    package static func of(_ specification: InputSpecification) -> [VariableBound] {
        let analysis = IntervalAnalysis(specification)
        var result: [VariableBound] = []
        for bound in bounds(specification.body, analysis) where !result.contains(where: { $0.name == bound.name }) {
            result.append(bound)
        }
        return result
    }

    private static func bounds(_ block: Block, _ analysis: IntervalAnalysis) -> [VariableBound] {
        block.items.flatMap { item in
            switch item {
            case .line(let fields): bounds(fields, analysis)
            case .matrix(let matrix): bounds(matrix.name, matrix.element, analysis)
            case .grid: [VariableBound]()
            case .tree(let tree): bounds(tree.extras, analysis)
            case .graph(let graph): bounds(graph.extras, analysis)
            case .repetition(let repetition): bounds(repetition.body, analysis)
            case .choice(let choice): choice.options.flatMap { bounds($0.fields, analysis) }
            case .optional(let optional): bounds(optional.body, analysis)
            }
        }
    }

    private static func bounds(_ fields: [Field], _ analysis: IntervalAnalysis) -> [VariableBound] {
        fields.flatMap { field in
            switch field.kind {
            case .value(let value): bounds(field.name, value, analysis)
            case .list(let list): bounds(field.name, list.element, analysis)
            case .permutation, .literal: [VariableBound]()
            }
        }
    }

    private static func bounds(_ name: String, _ value: Value, _ analysis: IntervalAnalysis) -> [VariableBound] {
        switch value {
        case .integer: [bound(name, analysis[name])]
        case .real(let real): [VariableBound(name: name, least: real.lower, greatest: real.upper)]
        case .string: [bound("|\(name)|", analysis["len:" + name])]
        case .word: []
        }
    }

    private static func bound(_ name: String, _ interval: Interval) -> VariableBound {
        VariableBound(name: name, least: String(interval.least), greatest: String(interval.greatest))
    }
}
