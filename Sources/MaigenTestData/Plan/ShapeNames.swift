import MaigenDomain

/// The string table of shapes: how a knob's setting is called in the purpose of a test.
extension Knob {
    /// `a 递增` / `a increasing`; nil for settings that are no shape.
    func description(of setting: String) -> Localized? {
        let names: [String: Localized]
        switch kind {
        case .values: names = Self.valueNames
        case .text: names = Self.textNames
        case .selector: names = Self.selectorNames
        case .grid: names = Self.gridNames
        case .permutation: names = Self.permutationNames
        case .tree: names = Self.treeNames
        case .graph: names = Self.graphNames
        case .intervals: names = Self.intervalNames
        case .points: names = Self.pointNames
        case .number: names = [:]
        case .cases: return nil
        }
        guard let shape = names[setting] ?? extraName(of: setting) else { return nil }
        return Localized(zh: "\(name) \(shape.chinese)", en: "\(name) \(shape.english)")
    }

    private func extraName(of setting: String) -> Localized? {
        if extras.contains(.arrays), let name = Self.arrayNames[setting] { return name }
        if extras.contains(.numbers), let name = Self.numberNames[setting] { return name }
        if extras.contains(.hashKeys), let name = Self.hashNames[setting] { return name }
        if extras.contains(.costs), let name = Self.costNames[setting] { return name }
        return nil
    }

    private static let arrayNames: [String: Localized] = [
        "middle-killer": Localized(zh: "卡取中间为轴的快速排序", en: "against quicksort with the middle for its pivot"),
        "median-killer": Localized(zh: "卡三数取中的快速排序", en: "against quicksort with the median of three for its pivot"),
        "majority": Localized(zh: "有一个值恰好占一半左右", en: "with one value in half of the places"),
        "groups": Localized(zh: "约 √n 种取值", en: "of about √n distinct values"),
        "peak": Localized(zh: "前半极大、后半极小", en: "all high, then all low"),
    ]
    private static let numberNames: [String: Localized] = [
        "primes": Localized(zh: "取大素数", en: "a large prime"),
        "prime-squares": Localized(zh: "取素数的平方或两个相近素数之积", en: "the square of a prime or the product of two close ones"),
        "highly-composite": Localized(zh: "取因数最多的数", en: "with as many divisors as can be"),
        "powers": Localized(zh: "取 2 的幂及其相邻数", en: "a power of two or next to one"),
        "carmichael": Localized(zh: "取卡迈克尔数", en: "a Carmichael number"),
        "fibonacci": Localized(zh: "取相邻斐波那契数", en: "a Fibonacci number"),
    ]
    private static let hashNames: [String: Localized] = [
        "one-bucket": Localized(zh: "全部落入哈希表的同一个桶", en: "all in one bucket of a hash table")
    ]
    private static let costNames: [String: Localized] = [
        "slow-queue": Localized(zh: "卡 SPFA 及其 SLF、LLL 优化", en: "against SPFA, also with SLF and LLL"),
        "slow-line": Localized(zh: "长链加等价捷径", en: "a long line with skips of equal cost"),
        "slow-grid": Localized(zh: "狭长网格", en: "a long and narrow grid"),
        "stale-heap": Localized(zh: "卡不判断过期项的 Dijkstra", en: "against Dijkstra's algorithm that takes stale entries"),
    ]
    private static let pointNames: [String: Localized] = [
        "line": Localized(zh: "全部共线", en: "all on one line"), "vertical": Localized(zh: "横坐标全相同", en: "all with one x"),
        "circle": Localized(zh: "近似共圆", en: "nearly on a circle"),
        "same": Localized(zh: "大量重合", en: "of three different places"),
        "corners": Localized(zh: "全在四角", en: "all in the corners"),
        "lattice": Localized(zh: "方格点阵", en: "a square lattice"),
        "cluster": Localized(zh: "密集成团", en: "close together"),
    ]
    private static let valueNames: [String: Localized] = [
        "equal": Localized(zh: "全相等", en: "all equal"), "min": Localized(zh: "全取下界", en: "all at the lower bound"),
        "max": Localized(zh: "全取上界", en: "all at the upper bound"),
        "alternating": Localized(zh: "两端交错", en: "alternating between the bounds"),
        "increasing": Localized(zh: "递增", en: "increasing"), "decreasing": Localized(zh: "递减", en: "decreasing"),
        "mountain": Localized(zh: "先增后减", en: "rising, then falling"),
        "few": Localized(zh: "只有三种取值", en: "of three distinct values"),
        "signs": Localized(zh: "正负交替", en: "positive and negative in turn"),
        "mixed": Localized(zh: "两端与随机位置混合", en: "at both ends and in between"),
        "lookup": Localized(zh: "命中、相邻与缺失的查询值", en: "found, just missed and missing"),
    ]
    private static let textNames: [String: Localized] = [
        "equal": Localized(zh: "单一字符", en: "of one letter"),
        "almost-equal": Localized(zh: "仅末位不同", en: "of one letter but the last"),
        "two-letters": Localized(zh: "只含两种字符", en: "of two letters"),
        "alternating": Localized(zh: "交替串", en: "alternating"), "periodic": Localized(zh: "周期串", en: "periodic"),
        "palindrome": Localized(zh: "回文", en: "palindromic"),
        "fibonacci": Localized(zh: "斐波那契串", en: "a Fibonacci word"),
        "thue-morse": Localized(zh: "Thue–Morse 串", en: "a Thue–Morse word"),
        "broken-period": Localized(zh: "末周期被破坏的周期串", en: "periodic but for one letter at the end"),
        "one-other": Localized(zh: "仅中间一个字符不同", en: "of one letter but in the middle"),
        "bordered": Localized(zh: "首尾相同", en: "ending as it begins"),
        "ruler": Localized(zh: "标尺串", en: "a ruler word"),
    ]
    private static let selectorNames: [String: Localized] = [
        "cyclic": Localized(zh: "轮流", en: "in turn"), "blocks": Localized(zh: "分段", en: "in blocks"),
    ]
    private static let gridNames: [String: Localized] = [
        "uniform": Localized(zh: "单一字符", en: "of one character"), "sparse": Localized(zh: "稀疏", en: "sparse"),
        "checker": Localized(zh: "棋盘", en: "a checkerboard"), "stripes": Localized(zh: "条纹", en: "striped"),
        "snake": Localized(zh: "蛇形长路", en: "one long winding way"),
    ]
    private static let permutationNames: [String: Localized] = [
        "identity": Localized(zh: "恒等", en: "the identity"), "reversed": Localized(zh: "逆序", en: "reversed"),
        "nearly-sorted": Localized(zh: "近乎有序", en: "nearly sorted"),
        "rotation": Localized(zh: "循环移位", en: "a rotation"),
        "zigzag": Localized(zh: "大小交错", en: "small and large in turn"),
    ]
    private static let treeNames: [String: Localized] = [
        "uniform": Localized(zh: "均匀随机树", en: "a uniform random tree"), "chain": Localized(zh: "链", en: "a chain"),
        "identity-chain": Localized(zh: "按编号的链", en: "a chain in order of labels"),
        "star": Localized(zh: "菊花", en: "a star"), "caterpillar": Localized(zh: "毛毛虫", en: "a caterpillar"),
        "broom": Localized(zh: "扫帚", en: "a broom"), "binary": Localized(zh: "完全二叉树", en: "a complete binary tree"),
        "chain-binary": Localized(zh: "每点替换为链的二叉树", en: "a binary tree of chains"),
        "tall": Localized(zh: "很高的随机树", en: "a tall random tree"),
        "spines": Localized(zh: "长度递减的链逐条悬挂", en: "chains of falling lengths hung on one another"),
    ]
    private static let graphNames: [String: Localized] = [
        "tree": Localized(zh: "以树为骨架", en: "built on a tree"), "chain": Localized(zh: "以链为骨架", en: "built on a chain"),
        "star": Localized(zh: "以菊花为骨架", en: "built on a star"), "cycle": Localized(zh: "含大环", en: "with a large cycle"),
        "clique": Localized(zh: "集中为团", en: "gathered in a clique"), "grid": Localized(zh: "网格", en: "a grid"),
        "bipartite": Localized(zh: "二分", en: "bipartite"), "disconnected": Localized(zh: "不连通", en: "disconnected"),
        "shortcuts": Localized(zh: "长路加捷径", en: "a long path with shortcuts"),
        "backward": Localized(zh: "边按逆序给出的长路", en: "a long path with its edges last to first"),
    ]
    private static let intervalNames: [String: Localized] = [
        "full": Localized(zh: "最宽", en: "as wide as can be"), "points": Localized(zh: "单点", en: "single points"),
        "nested": Localized(zh: "层层嵌套", en: "nested"), "disjoint": Localized(zh: "互不相交", en: "disjoint"),
        "touching": Localized(zh: "首尾相接", en: "each ending where the next begins"),
        "equal": Localized(zh: "全部相同", en: "all the same"),
        "shared-left": Localized(zh: "共左端点", en: "with one left end"),
        "shared-right": Localized(zh: "共右端点", en: "with one right end"), "short": Localized(zh: "很短", en: "short"),
        "mixed": Localized(zh: "长短混合", en: "from the widest to single points"),
    ]
}
