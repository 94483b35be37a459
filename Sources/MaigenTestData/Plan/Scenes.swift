import MaigenDomain

extension Strategy {
    /// The scenes this strategy plays for a problem, in order; a user who asks for more tests sees them again with
    /// other seeds.
    func scenes(_ palette: Palette) -> [Scene] {
        switch id {
        case .randomSmall: palette.spansZero ? Self.smallWithSigns : Self.small
        case .randomMedium:
            (palette.graphs.isEmpty ? [] : Self.alike) + (palette.spansZero ? Self.mediumWithSigns : Self.medium)
        case .randomLarge: palette.graphs.isEmpty ? Self.large : Self.sparse + Self.large
        case .minimumBounds: Self.minimum
        case .maximumBounds: Self.maximum(palette)
        case .mixedBoundary: palette.spansZero ? Self.mixedWithSigns : Self.mixed
        case .specialStructure: Self.special
        case .degenerate: Self.degenerateScenes
        case .overflow: Self.overflowScenes(palette)
        case .multipleTests: Self.multiple(palette)
        case .allSmall: Self.allSmall
        case .answerSpread: Self.spread
        default: aim.map { Self.aimed($0, palette) } ?? []
        }
    }

    /// Whether the strategy has anything to work on.
    func applies(to palette: Palette) -> Bool {
        switch id {
        case .overflow: palette.canOverflow
        case .multipleTests, .allSmall: palette.has(.cases)
        case .specialStructure, .degenerate: palette.hasStructure
        default: aim.map { palette.has($0) } ?? true
        }
    }

    /// What stands in for a strategy that has nothing to work on.
    func nearest(for palette: Palette) -> StrategyID {
        func first(_ wishes: [StrategyID]) -> StrategyID {
            wishes.first { Strategy.withID($0)?.applies(to: palette) ?? false } ?? .mixedBoundary
        }
        return switch id {
        case .overflow, .numberTheory, .hashCollisions: .maximumBounds
        case .slowPaths: first([.graphShapes, .treeShapes, .specialStructure])
        case .graphShapes: first([.treeShapes, .specialStructure])
        case .treeShapes: first([.graphShapes, .specialStructure])
        case .arrayStructures, .stringStructures, .geometry, .intervals: first([.specialStructure])
        case .allSmall: .randomSmall
        case .multipleTests, .specialStructure, .degenerate: .mixedBoundary
        default: id
        }
    }

    private static let small: [Scene] = [
        Scene(
            sizes: .small, values: .narrow,
            purpose: Localized(zh: "小规模、取值密集：查逻辑错误和相等情形", en: "small and dense: wrong logic and ties")),
        Scene(
            sizes: .alike(size: 8),
            purpose: Localized(
                zh: "各个规模都小而相近、取值占满范围：查差一错误",
                en: "sizes small and alike, values over the whole range: off-by-one errors"
            )),
        Scene(
            sizes: .tiny, values: .narrow,
            purpose: Localized(zh: "极小规模：可以手算核对的边角情形", en: "tiny: corner cases that can be checked by hand")),
        Scene(
            sizes: .small, values: .edges,
            purpose: Localized(zh: "小规模且含取值两端", en: "small, with both ends of the values")),
        Scene(
            sizes: .small,
            purpose: Localized(zh: "小规模、取值占满范围", en: "small, values over the whole range")),
    ]

    private static let smallWithSigns: [Scene] = {
        var scenes = small
        scenes.insert(
            Scene(
                sizes: .small, values: .negative,
                purpose: Localized(
                    zh: "小规模、全为负数：最值初始化为零的错误", en: "small and all negative: extremes that start from zero")),
            at: 1)
        return scenes
    }()

    private static let mediumWithSigns: [Scene] = {
        var scenes = medium
        scenes.insert(
            Scene(
                sizes: .medium, values: .signs,
                purpose: Localized(zh: "中等规模、正负交替：短视的贪心", en: "medium with alternating signs: short-sighted greedy")),
            at: 1)
        return scenes
    }()

    private static let mixedWithSigns: [Scene] = {
        var scenes = mixed
        scenes.insert(
            contentsOf: [
                Scene(
                    sizes: .large, values: .negative,
                    purpose: Localized(
                        zh: "大规模、全为负数：把零当成默认值的错误", en: "large and all negative: zero taken for granted")),
                Scene(
                    sizes: .large, values: .positive,
                    purpose: Localized(zh: "大规模、全为正数：最大的和", en: "large and all positive: the largest sums")),
            ], at: 2)
        return scenes
    }()

    private static let medium: [Scene] = [
        Scene(
            sizes: .medium,
            purpose: Localized(zh: "中等规模随机：查只在小数据上成立的做法", en: "medium random: methods that hold on small data only")),
        Scene(
            sizes: .medium, values: .narrow,
            purpose: Localized(zh: "中等规模、取值密集：大量相等与冲突", en: "medium and dense: many ties and collisions")),
        Scene(sizes: .logarithmic, purpose: Localized(zh: "各个规模相差悬殊", en: "sizes far apart from each other")),
    ]

    private static let alike: [Scene] = [
        Scene(
            sizes: .alike(size: 60),
            purpose: Localized(
                zh: "点数相近、边数约为三倍的随机图：匹配、连通与贪心",
                en: "random graph, three edges for a vertex: matchings, connectedness, greedy"))
    ]

    private static let sparse: [Scene] = [
        Scene(
            sizes: .sparse,
            purpose: Localized(
                zh: "点数最多、边数与点数相当的随机图：贪心与默认连通", en: "random graph with as many edges as vertices: greedy, connectedness"
            ))
    ]

    private static let large: [Scene] = [
        Scene(sizes: .large, purpose: Localized(zh: "接近上限的随机数据：查复杂度", en: "random near the limits: complexity")),
        Scene(
            sizes: .large, values: .narrow,
            purpose: Localized(zh: "大规模、取值密集：相等元素极多时的复杂度", en: "large and dense: complexity with very many ties")),
    ]

    private static let minimum: [Scene] = [
        Scene(
            sizes: .minimal, values: .minimal,
            purpose: Localized(
                zh: "所有量取下界：空循环、未初始化、除以零",
                en: "everything at its lower bound: empty loops, missing initialisation, division by zero")),
        Scene(
            sizes: .minimal, values: .maximal,
            purpose: Localized(
                zh: "规模最小而取值最大：单个元素也要算对", en: "smallest size, largest values: one element must be right too")),
        Scene(sizes: .minimal, purpose: Localized(zh: "规模最小、取值随机", en: "smallest size, random values")),
    ]

    private static func maximum(_ palette: Palette) -> [Scene] {
        [
            Scene(
                sizes: .maximal, values: .edges,
                purpose: Localized(
                    zh: "规模取上限，取值含两端：超时与数组越界",
                    en: "largest size with both ends of the values: time limits and arrays one too short")),
            Scene(
                sizes: .maximal, values: .maximal,
                purpose: Localized(
                    zh: "所有量取上界：最大的和与积", en: "everything at its upper bound: the largest sums and products")),
            Scene(sizes: .maximal, purpose: Localized(zh: "规模取上限的随机数据", en: "largest size, random values")),
            Scene(
                sizes: .maximal, values: .minimal,
                purpose: Localized(zh: "规模取上限，取值全取下界", en: "largest size, values all at their lower bound")),
            Scene(
                sizes: .maximal, values: .edges, arrangement: .extreme,
                purpose: Localized(
                    zh: "规模取上限的极端形状：链、最宽的区间", en: "largest size in extreme shapes: chains, widest intervals")),
        ]
    }

    private static let mixed: [Scene] = [
        Scene(
            sizes: .split(firstIsLarge: true), values: .split(firstIsHigh: true), arrangement: .extreme,
            purpose: Localized(
                zh: "第一个规模最大、第二个最小：查混淆 n 与 m", en: "first size largest, second smallest: n and m mixed up")),
        Scene(
            sizes: .split(firstIsLarge: false), values: .split(firstIsHigh: false), arrangement: .extreme,
            purpose: Localized(
                zh: "第一个规模最小、第二个最大：查混淆 n 与 m", en: "first size smallest, second largest: n and m mixed up")),
        Scene(
            sizes: .medium, values: .edges, arrangement: .extreme,
            purpose: Localized(zh: "取值两端同时出现", en: "both ends of the values at once")),
        Scene(
            sizes: .large, values: .low,
            purpose: Localized(zh: "大规模、取值紧贴下界", en: "large, values close to the lower bound")),
        Scene(
            sizes: .small, values: .high,
            purpose: Localized(zh: "小规模、取值紧贴上界", en: "small, values close to the upper bound")),
    ]

    private static let special: [Scene] = (0..<5).map { k in
        Scene(
            sizes: k < 3 ? .maximal : .medium, arrangement: .special(k),
            purpose: k < 3
                ? Localized(zh: "规模取上限的特殊结构", en: "special structure at the largest size")
                : Localized(zh: "中等规模的特殊结构", en: "special structure at medium size"))
    }

    private static let degenerateScenes: [Scene] = [
        Scene(
            sizes: .maximal, arrangement: .degenerate(0),
            purpose: Localized(zh: "规模取上限的退化情形：平局与递归深度", en: "degenerate at the largest size: ties and recursion depth")
        ),
        Scene(
            sizes: .large, arrangement: .degenerate(1),
            purpose: Localized(zh: "大规模的退化情形", en: "degenerate and large")),
        Scene(
            sizes: .small, arrangement: .degenerate(0),
            purpose: Localized(zh: "小规模的退化情形", en: "degenerate and small")),
        Scene(
            sizes: .medium, arrangement: .degenerate(2),
            purpose: Localized(zh: "中等规模的退化情形", en: "degenerate at medium size")),
    ]

    private static func overflowScenes(_ palette: Palette) -> [Scene] {
        let sum = Expression.roundNumber(palette.greatestSum)
        return [
            Scene(
                sizes: .maximal, values: .high,
                purpose: Localized(
                    zh: "取值紧贴上界，和可达 \(sum)，超出 32 位",
                    en: "values close to the upper bound: sums up to \(sum) leave 32 bits")),
            Scene(
                sizes: .maximal, values: .low,
                purpose: Localized(
                    zh: "取值紧贴下界：负向溢出或最小的和",
                    en: "values close to the lower bound: negative overflow or the smallest sums")),
            Scene(
                sizes: .small, values: .high,
                purpose: Localized(zh: "小规模但取值极大：两数之积溢出", en: "small with huge values: the product of two overflows")),
        ]
    }

    private static func multiple(_ palette: Palette) -> [Scene] {
        // Without a bound on the sum, sizes differ from case to case by themselves.
        let sizes: Scene.Sizes = palette.sharesTotals ? .maximal : .varied
        return [
            Scene(
                sizes: .tiny, values: .narrow, cases: .tiny,
                purpose: Localized(
                    zh: "组数最多、每组极小：每组清空与输出的开销",
                    en: "as many cases as allowed, each tiny: the cost of clearing and printing per case")),
            Scene(
                sizes: sizes, cases: .oneLarge,
                purpose: Localized(zh: "先一组极大、后面极小：查未清空的数组", en: "one huge case, then tiny ones: arrays not cleared")),
            Scene(
                sizes: .tiny, values: .edges, arrangement: .extreme, cases: .tiny,
                purpose: Localized(zh: "组数最多、每组极小而取值极端", en: "as many cases as allowed, each tiny, with extreme values")
            ),
            Scene(
                sizes: sizes, cases: .smallThenLarge,
                purpose: Localized(zh: "先极小、最后一组极大", en: "tiny cases, then a huge one")),
            Scene(
                sizes: .large, cases: .balanced, purpose: Localized(zh: "若干组大小相近", en: "several cases of similar size")),
        ]
    }

    private static let allSmall: [Scene] = [
        Scene(
            sizes: .tiny, values: .three, cases: .allSmall,
            purpose: Localized(zh: "互不相同的极小测试组装满 T", en: "as many different tiny cases as T allows")),
        Scene(
            sizes: .small, values: .three, cases: .allSmall,
            purpose: Localized(zh: "互不相同的小测试组装满 T", en: "as many different small cases as T allows")),
    ]

    private static let spread: [Scene] = {
        let purpose = Localized(zh: "让各类答案都出现", en: "each class of answer comes up")
        return [
            Scene(sizes: .small, values: .narrow, purpose: purpose),
            Scene(sizes: .small, values: .three, arrangement: .special(0), purpose: purpose),
            // Many of one kind meet few of another: else everything is reached, covered, found.
            Scene(sizes: .uneven(firstIsLarge: true), values: .narrow, purpose: purpose),
            Scene(sizes: .uneven(firstIsLarge: false), values: .narrow, purpose: purpose),
            Scene(sizes: .alike(size: 12), purpose: purpose),
            Scene(sizes: .medium, values: .narrow, purpose: purpose),
            Scene(sizes: .tiny, purpose: purpose),
            Scene(sizes: .medium, arrangement: .degenerate(0), purpose: purpose),
            Scene(sizes: .logarithmic, values: .edges, purpose: purpose),
        ]
    }()

    /// The structures of a family, large first; what they are the purposes say themselves.
    private static func aimed(_ aim: Aim, _ palette: Palette) -> [Scene] {
        let count = palette.knobs.map { aim.settings($0).count }.max() ?? 0
        return (0..<count).map { k in
            let setting = palette.knobs.compactMap { aim.setting($0, k) }.first
            let sizes: Scene.Sizes =
                switch aim {
                case .strings: .long
                case .graphs where setting == GraphShape.clique.rawValue: .complete
                case .graphs where k % 2 == 1: .sparse
                default: .maximal
                }
            return Scene(
                sizes: sizes, values: aim == .points && k == 0 ? .edges : .random, arrangement: .aimed(aim, k),
                purpose: aim.purpose)
        }
    }
}

extension Scene {
    /// What is played again and again, with other seeds, to tell a stubborn mistake apart.
    static let hunting: [Scene] = {
        let purpose = Localized(
            zh: "专门寻找：能区分其他测试点都区分不了的错误", en: "searched for: tells apart a mistake that no other test shows")
        return [
            Scene(sizes: .uneven(firstIsLarge: true), values: .narrow, purpose: purpose),
            Scene(sizes: .small, values: .narrow, purpose: purpose),
            Scene(sizes: .uneven(firstIsLarge: false), values: .narrow, purpose: purpose),
            Scene(sizes: .small, values: .three, purpose: purpose),
            Scene(sizes: .medium, values: .narrow, purpose: purpose),
            Scene(sizes: .tiny, values: .narrow, purpose: purpose),
            Scene(sizes: .small, values: .edges, purpose: purpose),
            Scene(sizes: .alike(size: 6), purpose: purpose),
        ]
    }()
}

extension Aim {
    fileprivate var purpose: Localized {
        switch self {
        case .arrays: Localized(zh: "规模取上限的数组结构", en: "an array structure at the largest size")
        case .trees: Localized(zh: "规模取上限的树形", en: "a tree shape at the largest size")
        case .graphs: Localized(zh: "大规模的图形结构", en: "a large graph of one shape")
        case .paths: Localized(zh: "卡最短路算法的图", en: "a graph against shortest-path programs")
        case .strings: Localized(zh: "结构特殊的长串", en: "long strings of one structure")
        case .numbers: Localized(zh: "数论上的特殊值", en: "special numbers")
        case .hashKeys: Localized(zh: "卡哈希表", en: "against hash tables")
        case .points: Localized(zh: "规模取上限的特殊点集", en: "a special set of points at the largest size")
        case .intervals: Localized(zh: "规模取上限的区间结构", en: "a structure of intervals at the largest size")
        }
    }
}
