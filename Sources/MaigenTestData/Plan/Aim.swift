/// A family of structures that a strategy goes through one by one.
enum Aim: Sendable, Hashable, CaseIterable {
    case arrays, trees, graphs, paths, strings, numbers, hashKeys, points, intervals

    /// What a knob is set to when the family's k-th structure is wanted; nil where the knob does not belong to the family.
    func setting(_ knob: Knob, _ k: Int) -> String? {
        guard !settings(knob).isEmpty else { return nil }
        let settings = settings(knob)
        return settings[k % settings.count]
    }

    /// The family's structures for a knob, the most telling first.
    func settings(_ knob: Knob) -> [String] {
        switch self {
        case .arrays:
            guard knob.extras.contains(.arrays) else { return [] }
            return [
                ArrayShape.middleKiller.rawValue, ValueShape.mountain.rawValue, ArrayShape.medianKiller.rawValue,
                ArrayShape.majority.rawValue, ArrayShape.peak.rawValue, ValueShape.decreasing.rawValue,
                ValueShape.increasing.rawValue, ArrayShape.groups.rawValue, ValueShape.few.rawValue,
            ]
        case .trees:
            return of(
                knob, .tree,
                [.caterpillar, .spines, .chainBinary, .broom, .star, .tall, .binary, .chain, .uniform, .random]
                    as [TreeShape])
        case .graphs:
            return of(
                knob, .graph,
                [.clique, .grid, .shortcuts, .disconnected, .backward, .cycle, .bipartite, .star, .chain]
                    as [GraphShape])
        case .paths:
            guard knob.extras.contains(.costs) else { return [] }
            return [CostShape.slowQueue, .slowGrid, .staleHeap, .slowLine].map(\.rawValue)
        case .strings:
            return of(
                knob, .text,
                [
                    .thueMorse, .fibonacci, .oneOther, .ruler, .equal, .brokenPeriod, .palindrome, .bordered, .periodic,
                    .almostEqual,
                ] as [TextShape])
        case .numbers:
            guard knob.extras.contains(.numbers) else { return [] }
            return [NumberShape.primes, .highlyComposite, .powers, .primeSquares, .fibonacci, .carmichael].map(
                \.rawValue)
        case .hashKeys:
            return knob.extras.contains(.hashKeys) ? [HashShape.oneBucket.rawValue] : []
        case .points:
            return of(
                knob, .points, [.vertical, .line, .circle, .same, .corners, .lattice, .cluster] as [PointShape])
        case .intervals:
            return of(
                knob, .intervals,
                [.touching, .nested, .equal, .disjoint, .sharedLeft, .sharedRight, .points, .full] as [IntervalShape])
        }
    }

    private func of<Shape: RawRepresentable<String>>(_ knob: Knob, _ kind: Knob.Kind, _ shapes: [Shape]) -> [String] {
        knob.kind == kind ? shapes.map(\.rawValue) : []
    }
}
