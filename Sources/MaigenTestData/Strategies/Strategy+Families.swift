import MaigenDomain

extension Strategy {
    /// The presets that work on one family of inputs. The default mix takes from them what applies to a problem.
    static let families: [Strategy] = [
        Strategy(
            id: .arrayStructures, slug: "array-structures",
            name: Localized(zh: "数组结构", en: "Array structures"),
            summary: Localized(
                zh: "卡快速排序的排列、有序、逆序、先增后减、近半数众数、约 √n 种取值、前缀和先升后降",
                en:
                    "orders against quicksort, sorted, reversed, organ pipe, near-majorities, √n distinct values, peaking prefix sums"
            ),
            kills: Localized(
                zh: "固定取轴的快速排序、依赖取值互异的做法、中途溢出的前缀和",
                en:
                    "quicksort with a fixed pivot, methods that need distinct values, prefix sums that overflow on the way"
            ),
            defaultCount: 0),
        Strategy(
            id: .treeShapes, slug: "tree-shapes",
            name: Localized(zh: "树的形状", en: "Tree shapes"),
            summary: Localized(
                zh: "链、菊花、毛毛虫、扫帚、完全二叉树、链替换的二叉树、逐级缩短的链、三种深度的随机树，编号打乱",
                en:
                    "chains, stars, caterpillars, brooms, binary trees, binary trees of chains, spines, random trees of three depths, labels shuffled"
            ),
            kills: Localized(
                zh: "递归过深、逐层上跳、按度数平方的做法、错误的剖分",
                en: "deep recursion, climbing step by step, work in the square of a degree, wrong decompositions"),
            defaultCount: 0),
        Strategy(
            id: .graphShapes, slug: "graph-shapes",
            name: Localized(zh: "图的形状", en: "Graph shapes"),
            summary: Localized(
                zh: "稀疏、稠密、完全图、二分图、大环、网格、长路加捷径、不连通，允许时含重边与自环",
                en:
                    "sparse, dense, complete, bipartite, large cycles, grids, long paths with shortcuts, disconnected; multi-edges and loops where allowed"
            ),
            kills: Localized(
                zh: "邻接矩阵、默认连通、指数级搜索、重边与自环处理错误",
                en: "adjacency matrices, connectedness taken for granted, exponential searches, multi-edges and loops"),
            defaultCount: 0),
        Strategy(
            id: .slowPaths, slug: "slow-paths",
            name: Localized(zh: "卡最短路", en: "Shortest-path killers"),
            summary: Localized(
                zh: "卡 SPFA（含 SLF、LLL 优化）与不判断过期项的 Dijkstra 的带权图",
                en:
                    "weighted graphs against SPFA (also with SLF and LLL) and Dijkstra's algorithm without a visited check"
            ),
            kills: Localized(zh: "SPFA、不跳过过期项的 Dijkstra", en: "SPFA, Dijkstra's algorithm that expands stale entries"),
            defaultCount: 0),
        Strategy(
            id: .stringStructures, slug: "string-structures",
            name: Localized(zh: "字符串结构", en: "String structures"),
            summary: Localized(
                zh: "Thue–Morse、斐波那契、标尺、单一字符、a^k b a^k、周期、回文等长串",
                en: "long Thue–Morse, Fibonacci and ruler words, one letter, a^k b a^k, periods, palindromes"),
            kills: Localized(
                zh: "模 2^64 的多项式哈希、朴素匹配、边界与周期错误",
                en: "polynomial hashes modulo 2^64, naive matching, mistakes about borders and periods"),
            defaultCount: 0),
        Strategy(
            id: .numberTheory, slug: "number-theory",
            name: Localized(zh: "数论特殊值", en: "Special numbers"),
            summary: Localized(
                zh: "大素数、反素数、2^k 及其相邻数、素数平方、卡迈克尔数、斐波那契数",
                en:
                    "large primes, highly composite numbers, 2^k and its neighbours, squares of primes, Carmichael numbers, Fibonacci numbers"
            ),
            kills: Localized(
                zh: "试除到头的分解、平方根误差、费马测试、位运算越界",
                en: "trial division to the end, inexact square roots, Fermat tests, bit tricks at the edge"),
            defaultCount: 0),
        Strategy(
            id: .hashCollisions, slug: "hash-collisions",
            name: Localized(zh: "哈希碰撞", en: "Hash collisions"),
            summary: Localized(
                zh: "取值全是 unordered_map 某一桶数的倍数，桶数在运行时测得",
                en: "values that are multiples of a bucket count of unordered_map, found at run time"),
            kills: Localized(
                zh: "以整数为键的 unordered_map、unordered_set",
                en: "unordered_map and unordered_set with whole numbers as keys"),
            defaultCount: 0),
        Strategy(
            id: .geometry, slug: "geometry",
            name: Localized(zh: "平面点集", en: "Point sets"),
            summary: Localized(
                zh: "共线、同横坐标、近似共圆、重合、四角、点阵、密集成团",
                en:
                    "on a line, with one x, nearly on a circle, coinciding, in the corners, on a lattice, close together"
            ),
            kills: Localized(
                zh: "叉积与距离溢出、斜率除零、退化凸包、按横坐标剪枝失效",
                en: "overflowing products, division by a zero width, degenerate hulls, pruning by x alone"),
            defaultCount: 0),
        Strategy(
            id: .intervals, slug: "intervals",
            name: Localized(zh: "区间结构", en: "Intervals"),
            summary: Localized(
                zh: "嵌套、互不相交、首尾相接、共端点、全部相同、单点",
                en: "nested, disjoint, touching, with shared ends, all the same, single points"),
            kills: Localized(zh: "开闭端点混淆、扫描线平局", en: "open and closed ends mixed up, ties in a sweep"),
            defaultCount: 0),
        Strategy(
            id: .allSmall, slug: "all-small",
            name: Localized(zh: "穷举小数据", en: "All small cases"),
            summary: Localized(
                zh: "互不相同的最小的测试组，一组不落地从小到大装满 T",
                en: "test cases no two of which are equal, from the smallest on, until T is full"),
            kills: Localized(zh: "任何一种极小情形下的逻辑错误", en: "logic that fails in any tiny case"),
            defaultCount: 0),
        Strategy(
            id: .answerSpread, slug: "answer-spread",
            name: Localized(zh: "答案分布", en: "Spread of answers"),
            summary: Localized(
                zh: "从许多中小规模数据中挑选，使每一类答案（如 YES、NO、-1）都出现",
                en: "chosen from many small and medium inputs so that each class of answer (YES, NO, -1, …) comes up"),
            kills: Localized(
                zh: "只输出常见答案的程序、漏掉无解情形", en: "programs that print the common answer, impossible cases forgotten"),
            defaultCount: 0),
    ]

    /// The family whose structures the strategy goes through.
    var aim: Aim? {
        switch id {
        case .arrayStructures: .arrays
        case .treeShapes: .trees
        case .graphShapes: .graphs
        case .slowPaths: .paths
        case .stringStructures: .strings
        case .numberTheory: .numbers
        case .hashCollisions: .hashKeys
        case .geometry: .points
        case .intervals: .intervals
        default: nil
        }
    }
}
