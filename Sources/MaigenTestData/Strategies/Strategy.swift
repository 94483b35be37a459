import MaigenDomain

extension Strategy {
    /// Every preset, by number; those from 11 on are about one family of problems each.
    package static let all: [Strategy] =
        [
            Strategy(
                id: .randomSmall, slug: "random-small",
                name: Localized(zh: "随机小数据", en: "Small random"),
                summary: Localized(
                    zh: "规模约为 10，取值范围收窄，容易出现相等和冲突",
                    en: "sizes around ten and a narrow range of values, so that values collide"),
                kills: Localized(zh: "逻辑错误、差一错误、漏判相等", en: "wrong logic, off-by-one errors, ties forgotten"),
                defaultCount: 3),
            Strategy(
                id: .randomMedium, slug: "random-medium",
                name: Localized(zh: "随机中等数据", en: "Medium random"),
                summary: Localized(zh: "规模适中，取值占满范围", en: "sizes in between, values over the whole range"),
                kills: Localized(
                    zh: "只在小数据上正确的贪心、数组开小", en: "greedy programs that are right on small data only, arrays too small"),
                defaultCount: 2),
            Strategy(
                id: .randomLarge, slug: "random-large",
                name: Localized(zh: "随机大数据", en: "Large random"),
                summary: Localized(
                    zh: "规模在上限的一半到上限之间，取值占满范围",
                    en: "sizes from half the bound to the bound, values over the whole range"),
                kills: Localized(zh: "复杂度过高的程序", en: "programs of too high complexity"),
                defaultCount: 2),
            Strategy(
                id: .minimumBounds, slug: "min-bounds",
                name: Localized(zh: "最小边界", en: "Minimum bounds"),
                summary: Localized(zh: "规模取最小值，取值取下界", en: "every size at its minimum, values at their lower bounds"),
                kills: Localized(
                    zh: "n=1 出错、未初始化的最值、除以零", en: "failures at n=1, extremes not initialised, division by zero"),
                defaultCount: 2),
            Strategy(
                id: .maximumBounds, slug: "max-bounds",
                name: Localized(zh: "最大边界", en: "Maximum bounds"),
                summary: Localized(
                    zh: "规模取最大值，取值到达上界", en: "every size at its maximum, values up to their upper bounds"),
                kills: Localized(zh: "超时、数组越界、上界差一", en: "time limits, arrays one too short, upper ends off by one"),
                defaultCount: 3),
            Strategy(
                id: .mixedBoundary, slug: "mixed-boundary",
                name: Localized(zh: "混合边界", en: "Mixed boundaries"),
                summary: Localized(
                    zh: "一部分量取上界，另一部分取下界", en: "some quantities at their upper bounds while others are at their lower"),
                kills: Localized(
                    zh: "只考虑方形规模、混淆 n 与 m、不对称的边界", en: "square-only thinking, n and m mixed up, asymmetric limits"),
                defaultCount: 3),
            Strategy(
                id: .specialStructure, slug: "special-structure",
                name: Localized(zh: "特殊结构", en: "Special structure"),
                summary: Localized(
                    zh: "有序、逆序、周期、链、菊花、毛毛虫、网格、嵌套等结构",
                    en: "sorted, reversed, periodic, chains, stars, caterpillars, grids, nested intervals and so on"),
                kills: Localized(
                    zh: "依赖随机性的复杂度、递归过深、结构假设",
                    en: "complexity that relies on randomness, deep recursion, structural assumptions"),
                defaultCount: 2),
            Strategy(
                id: .degenerate, slug: "degenerate",
                name: Localized(zh: "退化数据", en: "Degenerate"),
                summary: Localized(
                    zh: "全部相等、单点区间、退化成链等", en: "all equal, single-point intervals, trees that are chains and so on"),
                kills: Localized(
                    zh: "默认互不相同、忽略平局、退化时变慢",
                    en: "distinctness taken for granted, ties ignored, slow on degenerate shapes"),
                defaultCount: 2),
            Strategy(
                id: .overflow, slug: "overflow",
                name: Localized(zh: "溢出", en: "Overflow"),
                summary: Localized(
                    zh: "取值紧贴上界或下界，使和与积超出 32 位",
                    en: "values close to their bounds, so that sums and products leave 32 bits"
                ),
                kills: Localized(zh: "用 int 存和、积、距离", en: "sums, products and distances kept in int"),
                defaultCount: 1),
            Strategy(
                id: .multipleTests, slug: "multi-test",
                name: Localized(zh: "多组数据混合", en: "Test-case mixes"),
                summary: Localized(
                    zh: "很多极小的组、一个极大的组、先大后小、先小后大",
                    en: "very many tiny cases, one huge case, large then small, small then large"),
                kills: Localized(
                    zh: "未清空的数组、按上界清空、每组重复的开销", en: "arrays not cleared, clearing up to the bound, overhead per case"),
                defaultCount: 0),
        ] + families

    /// The preset of that number.
    package static func withID(_ id: StrategyID) -> Strategy? { all.first { $0.id == id } }

    /// The preset of that slug.
    package static func named(_ slug: String) -> Strategy? { all.first { $0.slug == slug } }
}

extension StrategyID {
    package static let randomSmall = StrategyID(rawValue: 1)
    package static let randomMedium = StrategyID(rawValue: 2)
    package static let randomLarge = StrategyID(rawValue: 3)
    package static let minimumBounds = StrategyID(rawValue: 4)
    package static let maximumBounds = StrategyID(rawValue: 5)
    package static let mixedBoundary = StrategyID(rawValue: 6)
    package static let specialStructure = StrategyID(rawValue: 7)
    package static let degenerate = StrategyID(rawValue: 8)
    package static let overflow = StrategyID(rawValue: 9)
    package static let multipleTests = StrategyID(rawValue: 10)
    package static let arrayStructures = StrategyID(rawValue: 11)
    package static let treeShapes = StrategyID(rawValue: 12)
    package static let graphShapes = StrategyID(rawValue: 13)
    package static let slowPaths = StrategyID(rawValue: 14)
    package static let stringStructures = StrategyID(rawValue: 15)
    package static let numberTheory = StrategyID(rawValue: 16)
    package static let hashCollisions = StrategyID(rawValue: 17)
    package static let geometry = StrategyID(rawValue: 18)
    package static let intervals = StrategyID(rawValue: 19)
    package static let allSmall = StrategyID(rawValue: 20)
    package static let answerSpread = StrategyID(rawValue: 21)
}
