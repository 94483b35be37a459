extension Knob {
    /// Whether a generator takes `setting` for this knob, as far as that is known without it: the word after `only:` is
    /// not looked at.
    package func accepts(_ setting: String) -> Bool {
        switch kind {
        case .number:
            if ["random", "log", "varied"].contains(setting) { return true }
            return extraShapes.contains(setting) || Self.isRange(setting)
        case .values:
            let parts = setting.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let shape = parts.first, parts.count == 1 || Self.isRange(parts[1]) else { return false }
            return shapes.contains(shape) || extraShapes.contains(shape)
        case .selector:
            if setting.hasPrefix("only:") { return setting.utf8.count > 5 && !setting.contains(where: \.isWhitespace) }
            return shapes.contains(setting)
        case .text, .grid, .permutation, .tree, .graph, .points, .intervals, .cases:
            return shapes.contains(setting) || extraShapes.contains(setting)
        }
    }

    /// The settings in words, for whoever chooses among them.
    package var choices: String {
        let words = (shapes + extraShapes.sorted()).joined(separator: " | ")
        return switch kind {
        case .number:
            "random | log | min | max | NUMBER | A..B"
                + (extraShapes.isEmpty ? "" : " | \(extraShapes.sorted().joined(separator: " | "))")
        case .values: "SHAPE or SHAPE:A..B with SHAPE = \(words)"
        case .selector: "\(words) | only:WORD"
        case .text, .grid, .permutation, .tree, .graph, .points, .intervals, .cases: words
        }
    }

    private var shapes: [String] {
        switch kind {
        case .number: []
        case .values: ValueShape.allCases.map(\.rawValue)
        case .text: TextShape.allCases.map(\.rawValue)
        case .selector: SelectorShape.allCases.map(\.rawValue)
        case .grid: GridShape.allCases.map(\.rawValue)
        case .permutation: PermutationShape.allCases.map(\.rawValue)
        case .tree: TreeShape.allCases.map(\.rawValue)
        case .graph: GraphShape.allCases.map(\.rawValue)
        case .points: PointShape.allCases.map(\.rawValue)
        case .intervals: IntervalShape.allCases.map(\.rawValue)
        case .cases: CasesShape.allCases.map(\.rawValue)
        }
    }

    private var extraShapes: Set<String> {
        var result: Set<String> = []
        for extra in extras {
            switch extra {
            case .arrays: result.formUnion(ArrayShape.allCases.map(\.rawValue))
            case .numbers: result.formUnion(NumberShape.allCases.map(\.rawValue))
            case .hashKeys: result.formUnion(HashShape.allCases.map(\.rawValue))
            case .costs: result.formUnion(CostShape.allCases.map(\.rawValue))
            }
        }
        return result
    }

    /// `5`, `min`, `max-3`, `1..10`, `min+1..max`.
    private static func isRange(_ text: String) -> Bool {
        var ends: [Substring] = [text[...]]
        if let dots = text.firstRange(of: "..") { ends = [text[..<dots.lowerBound], text[dots.upperBound...]] }
        return ends.allSatisfy { end in
            for word in ["min", "max"] where end.hasPrefix(word) {
                let rest = end.dropFirst(3)
                return rest.isEmpty || (["+", "-"].contains(rest.first) && UInt64(rest.dropFirst()) != nil)
            }
            return Int64(end) != nil
        }
    }
}
