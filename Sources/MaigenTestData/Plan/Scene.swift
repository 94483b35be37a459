import MaigenDomain

/// What one test should look like, said without the problem's own knobs.
struct Scene {
    /// How large counts and lengths are.
    enum Sizes {
        case tiny, small, medium, large, minimal, maximal
        /// Over the whole range, small values as likely as large ones.
        case logarithmic
        /// The sizes at even places of the list maximal, the others minimal; or the reverse.
        case split(firstIsLarge: Bool)
        /// The sizes at even places of the list medium, the others small; or the reverse.
        case uneven(firstIsLarge: Bool)
        /// All sizes about the same, near `size` where their bounds allow it, and edges nearly three for each vertex: not everything
        /// is joined, matched or reached, and not nothing.
        case alike(size: Int128)
        /// In each test case others: the least, the greatest and those between.
        case varied
        /// Long strings, and few of them where there are several.
        case long
        /// Graphs with all edges between as many vertices as the number of edges allows.
        case complete
        /// Graphs with hardly more edges than vertices.
        case sparse
    }

    /// What single values and elements are.
    enum Values {
        /// `three`: three values only.
        case random, narrow, three, minimal, maximal, edges, high, low
        /// The values at even places of the list at their upper bound, the others at their lower; or the reverse.
        case split(firstIsHigh: Bool)
        /// All below zero, all above, or both in turn, where the bounds hold zero.
        case negative, positive, signs
    }

    /// How elements, strings, trees and so on are arranged.
    enum Arrangement {
        case random
        /// The k-th special structure of each kind.
        case special(Int)
        /// The k-th degenerate structure of each kind.
        case degenerate(Int)
        /// Structures in which extremes meet: both bounds planted, chains, full intervals.
        case extreme
        /// The k-th structure of one family.
        case aimed(Aim, Int)
    }

    var sizes: Sizes
    var values: Values = .random
    var arrangement: Arrangement = .random
    var cases: CasesShape?
    var purpose: Localized

    /// The generator's settings, in the order of its knobs.
    func settings(_ palette: Palette) -> [PlannedTest.Setting] {
        var sizePlace = 0
        var valuePlace = 0
        var result: [PlannedTest.Setting] = []
        for knob in palette.knobs {
            let value: String?
            if knob.name == palette.caseCount {
                value = caseCount(palette.bound(knob))
            } else if palette.isSize(knob), !(isMinimal && palette.extents.contains(knob.name)) {
                value = size(knob, palette, place: sizePlace)
                sizePlace += 1
            } else {
                value = setting(knob, palette, place: valuePlace)
                if knob.kind == .number || knob.kind == .values { valuePlace += 1 }
            }
            if let value { result.append(PlannedTest.Setting(knob.name, value)) }
        }
        return result
    }

    private var isMinimal: Bool { if case .minimal = sizes { true } else { false } }

    /// The purpose, with the structures that this problem's knobs take in special and degenerate scenes.
    func purpose(_ palette: Palette) -> Localized {
        switch arrangement {
        case .random, .extreme: return purpose
        case .special, .degenerate, .aimed: break
        }
        let settings = settings(palette)
        let shapes = palette.knobs.compactMap { knob in
            settings.first { $0.knob == knob.name }.flatMap { knob.description(of: $0.value) }
        }
        guard !shapes.isEmpty else { return purpose }
        return Localized(
            zh: purpose.chinese + "（" + shapes.map(\.chinese).joined(separator: "、") + "）",
            en: purpose.english + " (" + shapes.map(\.english).joined(separator: ", ") + ")")
    }

    // MARK: Sizes

    private func size(_ knob: Knob, _ palette: Palette, place: Int) -> String? {
        if case .uneven(let firstIsLarge) = sizes {
            var scene = self
            scene.sizes = (place % 2 == 0) == firstIsLarge ? .medium : .small
            return scene.size(knob, palette, place: place)
        }
        let bound = palette.bound(knob)
        // Lengths of strings in rows are values in their own right: a shape comes first.
        let prefix = knob.kind == .values ? "random:" : ""
        switch sizes {
        case .minimal: return "min"
        case .maximal: return "max"
        case .split(let firstIsLarge): return (place % 2 == 0) == firstIsLarge ? "max" : "min"
        case .uneven: return nil
        case .alike(let size):
            let isEdges = palette.graphs.contains { $0.edges == knob.name }
            return cut(bound, to: isEdges ? size * 5 / 2...size * 3 : size...size + size / 4).map { prefix + $0 }
        case .logarithmic: return knob.kind == .values ? nil : "log"
        case .varied: return knob.kind == .values ? ValueShape.mixed.rawValue : "varied"
        case .long:
            let isLength = knob.kind == .values || palette.listedLengths.contains(knob.name)
            return isLength || palette.listedLengths.isEmpty ? "max" : "min+1..min+9"
        case .complete: return completeSize(knob, palette) ?? "max"
        case .sparse:
            guard let graph = palette.graphs.first(where: { $0.edges == knob.name }),
                let vertices = palette.bounds(of: graph.vertices)
            else { return "max" }
            return "\(vertices.upperBound)"
        case .tiny: return narrowed(bound, 3).map { prefix + $0 }
        case .small: return narrowed(bound, 9).map { prefix + $0 }
        case .medium:
            guard let bound else { return nil }
            let middle = Self.squareRoot(max(1, bound.lowerBound) * max(1, bound.upperBound))
            return cut(bound, to: middle...middle * 10).map { prefix + $0 }
        case .large:
            guard let bound else { return nil }
            return "\(prefix)\(bound.upperBound - (bound.upperBound - bound.lowerBound) / 2)..max"
        }
    }

    /// For `n` vertices and `m` edges: the most vertices that `m` edges join pairwise.
    private func completeSize(_ knob: Knob, _ palette: Palette) -> String? {
        guard let graph = palette.graphs.first(where: { $0.vertices == knob.name || $0.edges == knob.name }),
            let vertices = palette.bounds(of: graph.vertices), let edges = palette.bounds(of: graph.edges)
        else { return nil }
        let factor: Int128 = graph.isDirected ? 1 : 2
        var count = min(vertices.upperBound, Self.squareRoot(factor * edges.upperBound) + 1)
        while count > 1, count * (count - 1) > factor * edges.upperBound { count -= 1 }
        return graph.vertices == knob.name ? "\(count)" : "\(count * (count - 1) / factor)"
    }

    /// What of a bound lies in `range`, or nothing where that is not a range.
    private func cut(_ bound: ClosedRange<Int128>?, to range: ClosedRange<Int128>) -> String? {
        guard let bound else { return nil }
        let (lower, upper) = (max(bound.lowerBound, range.lowerBound), min(bound.upperBound, range.upperBound))
        return lower < upper ? "\(lower)..\(upper)" : nil
    }

    /// `min..min+width`, or nothing where the whole range is no wider.
    private func narrowed(_ bound: ClosedRange<Int128>?, _ width: Int128) -> String? {
        guard let bound, bound.upperBound - bound.lowerBound > width else { return nil }
        return "min..min+\(width)"
    }

    /// Many test cases where each is small; one where each is large.
    private func caseCount(_ bound: ClosedRange<Int128>?) -> String? {
        switch cases {
        case .tiny: return "max"
        case .allSmall: return "max"
        case .oneLarge, .smallThenLarge: return "min+1..min+9"
        case .balanced: return "min+1..min+19"
        case .random?, nil: break
        }
        switch sizes {
        case .maximal, .large, .long, .complete, .sparse: return "min"
        case .varied: return "min+1..min+9"
        case .minimal, .tiny: return "max"
        case .small: return bound.map { $0.upperBound > 200 ? "100..200" : "max" }
        case .medium, .uneven, .alike: return "min+1..min+9"
        case .logarithmic, .split: return nil
        }
    }

    private static func squareRoot(_ value: Int128) -> Int128 {
        Int128(Double(value).squareRoot())
    }

    // MARK: Values and arrangements

    private func setting(_ knob: Knob, _ palette: Palette, place: Int) -> String? {
        if case .aimed(let aim, let k) = arrangement {
            if !palette.distinctTexts.contains(knob.name), let setting = aim.setting(knob, k) { return setting }
            if aim == .paths, palette.endpoints.contains(knob.name) { return place == 0 ? "min" : "max" }
            if palette.coordinates.contains(knob.name) { return nil }
        }
        switch knob.kind {
        case .number: return number(knob, palette, place: place)
        case .values:
            if looksUp(knob, palette) { return ValueShape.lookup.rawValue }
            if palette.positions.contains(knob.name) { return position(knob, palette, place: place) }
            return elements(knob, palette, place: place)
        case .text: return palette.distinctTexts.contains(knob.name) && !isRandom ? nil : text
        case .selector:
            return pick(
                special: [.blocks, .cyclic] as [SelectorShape], degenerate: [.cyclic, .blocks], extreme: .random)
        case .grid:
            return pick(
                special: [.snake, .checker, .stripes] as [GridShape], degenerate: [.uniform, .sparse], extreme: .sparse)
        case .permutation:
            return pick(
                special: [.nearlySorted, .zigzag, .rotation] as [PermutationShape], degenerate: [.identity, .reversed],
                extreme: .reversed)
        case .tree:
            return pick(
                special: [.caterpillar, .chainBinary, .broom, .binary, .uniform] as [TreeShape],
                degenerate: [.chain, .star, .identityChain], extreme: .chain)
        case .graph:
            return pick(
                special: [.backward, .grid, .shortcuts, .clique, .bipartite, .disconnected] as [GraphShape],
                degenerate: [.chain, .star, .cycle], extreme: .backward)
        case .intervals:
            if case .random = arrangement, separatesPositions { return IntervalShape.mixed.rawValue }
            return pick(
                special: [.nested, .disjoint, .sharedLeft, .sharedRight] as [IntervalShape],
                degenerate: [.points, .short, .full], extreme: .edges)
        case .points:
            return pick(
                special: [.line, .circle, .lattice, .cluster] as [PointShape],
                degenerate: [.vertical, .same, .corners],
                extreme: .corners)
        case .cases: return palette.sharesTotals || cases == .allSmall ? cases?.rawValue : nil
        }
    }

    private var isRandom: Bool {
        if case .random = arrangement { true } else { false }
    }

    private func number(_ knob: Knob, _ palette: Palette, place: Int) -> String? {
        let bound = palette.bound(knob)
        switch values {
        case .random, .edges, .signs: return nil
        case .narrow: return near(knob, palette)
        case .three: return narrowed(bound, 2)
        case .minimal: return "min"
        case .maximal: return "max"
        case .negative: return spansZero(bound) ? "min..-1" : nil
        case .positive: return spansZero(bound) ? "1..max" : nil
        case .high: return "max-3..max"
        case .low: return "min..min+3"
        case .split(let firstIsHigh): return (place % 2 == 0) == firstIsHigh ? "max" : "min"
        }
    }

    private func spansZero(_ bound: ClosedRange<Int128>?) -> Bool {
        bound.map { $0.lowerBound < 0 && $0.upperBound > 0 } ?? false
    }

    /// Whether positions have settings of their own: extreme magnitudes say nothing about where they lie. A single row
    /// has one position, which follows the values.
    private var separatesPositions: Bool {
        if case .minimal = sizes { return false }
        switch values {
        case .random, .narrow, .three: return false
        case .minimal, .maximal, .edges, .high, .low, .split, .negative, .positive, .signs: return true
        }
    }

    /// A position: whole ranges, prefixes, suffixes and single places beside random ones.
    private func position(_ knob: Knob, _ palette: Palette, place: Int) -> String? {
        if case .special = arrangement { return elements(knob, palette, place: place) }
        let isDegenerate = if case .degenerate = arrangement { true } else { false }
        guard separatesPositions || isDegenerate else { return elements(knob, palette, place: place) }
        return palette.intervalEnds.contains(knob.name) ? nil : ValueShape.mixed.rawValue
    }

    /// What is looked up is near to the list's elements in all tests but the smallest, whatever the elements are. A second
    /// list is so in wholly random tests only and has a shape of its own in the others.
    private func looksUp(_ knob: Knob, _ palette: Palette) -> Bool {
        if palette.secondLists.contains(knob.name), case (.random, .random) = (values, arrangement) { return true }
        if case .minimal = sizes { return false }
        return palette.lookups.contains(knob.name)
    }

    /// Small alphabets where values are narrow, and strings with borders where values are extreme.
    private var text: String? {
        switch arrangement {
        case .aimed: return nil
        case .special, .degenerate, .extreme:
            return pick(
                special: [.brokenPeriod, .fibonacci, .periodic, .palindrome, .thueMorse, .alternating] as [TextShape],
                degenerate: [.equal, .almostEqual, .twoLetters], extreme: .oneOther)
        case .random: break
        }
        switch values {
        case .random, .minimal, .maximal: return nil
        case .narrow, .three, .low: return TextShape.twoLetters.rawValue
        case .edges, .negative: return TextShape.bordered.rawValue
        case .high, .positive: return TextShape.brokenPeriod.rawValue
        case .split, .signs: return TextShape.oneOther.rawValue
        }
    }

    private func elements(_ knob: Knob, _ palette: Palette, place: Int) -> String? {
        let bound = palette.bound(knob)
        switch arrangement {
        case .special(let k):
            // Shapes that are about order are lost on what comes in an order: there the steps between values count.
            let shapes: [ValueShape] =
                palette.orderedLists.contains(knob.name)
                ? [.increasing, .few, .low, .edges, .high] : [.increasing, .decreasing, .mountain, .alternating, .few]
            return Self.cyclic(shapes, k).rawValue
        case .degenerate(let k): return Self.cyclic([.equal, .max, .few, .min] as [ValueShape], k).rawValue
        case .extreme, .random, .aimed: break
        }
        switch values {
        case .random: return nil
        case .narrow: return near(knob, palette).map { "random:\($0)" }
        case .three: return narrowed(bound, 2).map { "random:\($0)" }
        case .minimal: return "min"
        case .maximal: return "max"
        case .edges: return "edges"
        case .negative: return spansZero(bound) ? "random:min..-1" : nil
        case .positive: return spansZero(bound) ? "random:1..max" : nil
        case .signs: return spansZero(bound) ? ValueShape.signs.rawValue : nil
        case .high: return "high"
        case .low: return "low"
        case .split(let firstIsHigh): return (place % 2 == 0) == firstIsHigh ? "max" : "min"
        }
    }

    /// A narrow range: around zero where the bounds hold zero, at the lower bound elsewhere. Decimal numbers differ in their
    /// last digits only, so that they meet as whole numbers do.
    private func near(_ knob: Knob, _ palette: Palette) -> String? {
        guard let bound = palette.bound(knob), bound.upperBound - bound.lowerBound > 20 else { return nil }
        let spansZero = bound.lowerBound < 0 && bound.upperBound > 0
        if let decimals = palette.decimals[knob.name], decimals > 0 {
            // Thirty of the last digit: 0.29 is the first hundredth that cutting off gets wrong.
            let step = decimals == 1 ? "3.0" : "0." + String(repeating: "0", count: decimals - 2) + "30"
            return spansZero ? "-\(step)..\(step)" : "min..min+\(step)"
        }
        if spansZero { return "\(max(bound.lowerBound, -10))..\(min(bound.upperBound, 10))" }
        return "min..min+9"
    }

    private func pick<Shape: RawRepresentable>(
        special: [Shape], degenerate: [Shape], extreme: Shape
    ) -> String? where Shape.RawValue == String {
        switch arrangement {
        case .random, .aimed: nil
        case .special(let k): Self.cyclic(special, k).rawValue
        case .degenerate(let k): Self.cyclic(degenerate, k).rawValue
        case .extreme: extreme.rawValue
        }
    }

    private static func cyclic<T>(_ list: [T], _ k: Int) -> T { list[k % list.count] }
}
