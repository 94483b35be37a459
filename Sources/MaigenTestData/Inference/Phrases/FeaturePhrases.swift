/// Words that name a property of the input. A phrase is one line; the longest phrase at a place wins, so a harmless
/// longer phrase ("subtree") hides a shorter one ("tree").
enum FeaturePhrases {
    static let table = PhraseTable<[Feature]>(trees + graphs + orders + numbering + cases + harmless)

    private static let trees: [(String, [Feature])] = [
        ("构成|形成|组成|是|为|给定|给出|有 [了] 一棵 [有根|无根] [的] 树", [.tree]),
        ("一棵 [有根|无根|多叉] 树", [.tree]),
        ("一棵 {n} 个 节点|结点|点|顶点 的 [有根|无根] 树", [.tree]),
        ("一棵 有|包含|含有|由 {n} 个 节点|结点|点|顶点 [构成|组成] 的 [有根|无根] 树", [.tree]),
        ("树上|树的|这棵树|该树|树中|树形|无根树|有根树|树边", [.tree]),
        ("[undirected] tree", [.tree]),
        ("rooted tree", [.tree]),
        ("[these|the|given|all] edges|roads [that] [are] form|forms [an] [undirected] tree", [.tree]),
        (
            "[it_is] [the] [given|input] graph|edges is|are|forms|form [guaranteed] [to] [be] [form] a|an [undirected] tree",
            [.tree]
        ),
        ("[这些|所有|给出的|输入的] [边|道路|的边] 构成|形成|组成 [了] 一棵树", [.tree]),
        ("[图] [是] [保证] [是] 一棵树", [.tree]),
        ("父亲|父节点|父结点|双亲", [.parent]),
        ("parent", [.parent]),
    ]

    private static let graphs: [(String, [Feature])] = [
        ("无向图", [.graph, .undirected]),
        ("有向图", [.graph, .directed]),
        ("无向连通图|连通无向图", [.graph, .undirected, .connected]),
        ("简单无向图|无向简单图", [.graph, .undirected, .noLoops, .noMultipleEdges]),
        ("简单有向图|有向简单图", [.graph, .directed, .noLoops, .noMultipleEdges]),
        ("简单图", [.graph, .noLoops, .noMultipleEdges]),
        ("连通图", [.graph, .connected]),
        ("有向无环图|dag", [.graph, .directed, .acyclic]),
        ("[simple] undirected graph", [.graph, .undirected]),
        ("simple undirected graph", [.graph, .undirected, .noLoops, .noMultipleEdges]),
        ("simple undirected connected graph", [.graph, .undirected, .noLoops, .noMultipleEdges, .connected]),
        ("simple connected undirected graph", [.graph, .undirected, .noLoops, .noMultipleEdges, .connected]),
        ("connected simple undirected graph", [.graph, .undirected, .noLoops, .noMultipleEdges, .connected]),
        ("simple connected graph", [.graph, .noLoops, .noMultipleEdges, .connected]),
        ("simple graph", [.graph, .noLoops, .noMultipleEdges]),
        ("simple directed graph", [.graph, .directed, .noLoops, .noMultipleEdges]),
        ("connected undirected graph|undirected connected graph", [.graph, .undirected, .connected]),
        ("directed graph", [.graph, .directed]),
        ("connected graph", [.graph, .connected]),
        ("directed acyclic graph", [.graph, .directed, .acyclic]),
        ("weighted graph", [.graph]),
        ("graph", [.graph]),
        ("一张图|这张图|该图|图中|图上|图论", [.graph]),
        ("二分图", [.graph, .bipartite]),
        ("bipartite", [.bipartite]),
        ("有向边", [.edge, .directed]),
        ("无向边", [.edge, .undirected]),
        ("单行道|单向道路|单向边|单向公路", [.edge, .directed]),
        ("one-way road|roads|street|streets", [.edge, .directed]),
        ("directed edge|edges", [.edge, .directed]),
        ("undirected edge|edges", [.edge, .undirected]),
        ("双向道路|双向边|双向公路|双向的道路", [.edge, .undirected]),
        ("bidirectional|two-way road|roads|edge|edges|street|streets", [.edge, .undirected]),
        ("一条边|条边|连边", [.edge]),
        (
            "connects|connecting|connect|links|linking|joins|joining [the] [{words}] {a} and|with [the] [{words}] {b}",
            [.edge]
        ),
        ("between [the] [{words}] {a} and [the] [{words}] {b}", [.edge]),
        ("{a} [号] [{words}] 和|与|、 {b} [号] [{words}] 之间 有|存在|修建|铺设", [.edge]),
        ("连接|连通|连结 [了] [{words}] {a} 和|与|、 [{words}] {b}", [.edge]),
        ("bidirectionally|in_both_directions|双向通行|双向连接", [.undirected]),
        ("is|are one-way", [.directed]),
        ("only in|in_only one direction|that direction", [.directed]),
        ("edge|edges", [.edge]),
        ("道路|公路", [.edge]),
        ("road|roads|bridge|bridges|tunnel|tunnels|cable|cables|corridor|corridors|railway|railways", [.edge]),
        ("一座桥|座桥|条隧道|条航线|条管道|条走廊|条电缆|条小路|条铁路|条缆线", [.edge]),
        (
            "there may|can|might be several|multiple roads|bridges|edges|tunnels between the same [two|pair_of] {word}",
            [.mayMultipleEdges]
        ),
        (
            "every|each|any road|bridge|edge|tunnel joins|connects|links two different|distinct {word}",
            [.edge, .noLoops]
        ),
        ("[can] be crossed|used|travelled|traveled|traversed in both directions|either_direction", [.undirected]),
        ("先后关系|依赖关系|先修关系", [.edge, .directed]),
        (
            "has|have|must|needs|need to|be [be] taken|done|finished|completed|passed|attended|performed|executed|come before",
            [.edge, .directed]
        ),
        ("depends|depend on|upon", [.edge, .directed]),
        (
            "[there] [is|are|will_be] ≤ 1 road|edge|bridge|street|tunnel|cable|connection|corridor|path between|connecting|joining|for any|each|every|two [two|pair] [pair] [of] [different|distinct] {word}",
            [.noMultipleEdges]
        ),
        (
            "[there] [is|are|will_be] ≤ one|1 {word} between|connecting|joining [any|each|every] [the_same] [two|pair|pair_of] [of] [different|distinct] {word}",
            [.noMultipleEdges]
        ),
        ("任意|每|同 两|一 对|个|座 {words} 之间 ≤ [有] 1 条 {words}", [.noMultipleEdges]),
        ("从 1 号 {words} [出发] [都|一定] 可以|能|能够 到达 任意|所有|每|任何 [一|个|座|的] [个|座|其他|其它] {words}", [.reachableFromFirst]),
        ("every|each|any|all [other] {word} can|is|are [be] reachable|reached from {word} 1", [.reachableFromFirst]),
        (
            "[it] is possible to reach|get_to|travel_to|go_to every|each|any|all [other] {word} [starting] from {word} 1",
            [.reachableFromFirst]
        ),
        (
            "[the] graph [formed] [by] [all] [the] [connections|edges|roads] is [guaranteed] [to] [be] connected",
            [.graph, .connected]
        ),
        ("[图] [是] [保证] 连通 [的]", [.connected]),
        ("没有|不存在|不会有 重复的 边|道路|公路|铁路|航线|管道", [.noMultipleEdges]),
        ("[也] 没有|不存在|不会有 [从] 一 个|座 {words} 通向|连向|连接|到 [它] 自身|自己 的 边|道路|公路|铁路|航线|管道", [.noLoops]),
        (
            "{words} {a} [与|和] {words} {b} 之间 有 [一] 条 [长|长度] [为] [{c}] [米|千米|公里] [的] 边|道路|公路|铁路|航线|管道 [相连|相接|连接]",
            [.edge]
        ),
        ("任意两 个|座|点 [城市|点|村庄|节点|顶点|之间] [之间] [都|均] [可以|能|能够|可] [通过|直接] [道路] [互相] [间接] 到达|可达|连通", [.connected]),
        ("is|be connected", [.connected]),
        (
            "[it] [is] [always] possible to get|go|travel|walk|drive|move|ride|fly between any|every|each two|pair_of {word} [by|using|along|via|through] [the] [these] [roads|edges|streets|tunnels|bridges]",
            [.connected]
        ),
        (
            "any|every|each two|pair_of {word} can|is|are [be] [directly|indirectly] [connected|reachable|reached|reach] [from] each other [by|via|using|directly|along] [roads|edges] [or_indirectly]",
            [.connected]
        ),
        (
            "no {word} [may|can|ever] connects|connect|joins|join|links|link|leads|lead|goes|go|runs|run [from] [a|the|any|some] [{word}] to|with itself",
            [.noLoops]
        ),
        (
            "[a|the] {word} never|does_not|cannot connects|connect|joins|join|links|link|leads|lead|goes|go|runs|run [from] [a|the|any|some] [{word}] [back] to|with itself",
            [.noLoops]
        ),
        (
            "no {word} is|are listed|given|mentioned|appears|repeated twice|more_than_once|several_times",
            [.noMultipleEdges]
        ),
        (
            "no two roads|streets|edges|bridges|tunnels|cables|corridors|tracks|pipes|flights connect|join|link|lead|go|run [between] the same [two|pair_of] {word}",
            [.noMultipleEdges]
        ),
        (
            "there is|exists|are [always] ≤ one|1 {word} [directly] between|connecting|joining|linking any|every|each [pair_of|two] {word}",
            [.noMultipleEdges]
        ),
        ("[there] [are|is] no cyclic {word}", [.acyclic]), ("no {word} form|forms a cycle", [.acyclic]),
        ("contains|contain no [directed] cycles|cycle", [.acyclic]),
        ("there are no [directed] cycles|cycle", [.acyclic]),
        (
            "from every|each|any {word} [one|you|it] can|may|is_possible_to [be] reach|reached|get_to|travel_to|go_to|visit [to] every|each|any|all other [{word}]",
            [.connected]
        ),
        ("every|each|any {word} can|is [be] reachable|reached from every|each|any other [{word}]", [.connected]),
        (
            "[it] is possible to get|go|travel|walk|drive from every|each|any {word} to every|each|any other [{word}]",
            [.connected]
        ),
        (
            "[between] every|any two {word} are|is connected|reachable [by|via] [a|some] [path|route|sequence_of_roads]",
            [.connected]
        ),
        ("[there] is|exists a path|route|way between|connecting every|any|each two|pair_of|pair {word}", [.connected]),
        ("每 两|2 个|座 {words} 之间 [都] 可以|能|能够 互相|相互 到达|可达", [.connected]),
        ("从 任意|任何|每 一 个|座 {words} [出发] [都] 可以|能|能够 到达 其他|其余|任意 [所有|任意] [{words}]", [.connected]),
        ("无环", [.acyclic]),
        ("不会形成环|不存在环|没有环|不含环|不会出现环|不构成环", [.acyclic]),
        ("acyclic|no cycles|no directed cycles", [.acyclic]),
        ("[没有|无|不存在|不含|不包含|不会有] 重边 和|与|、|及|或 自环", [.noLoops, .noMultipleEdges]),
        ("无|没有|不存在|不含|不包含|不会有 自环 和|与|、|及|或|且 [无|没有] 重边", [.noLoops, .noMultipleEdges]),
        ("无|没有|不存在|不含|不包含|不会有 重边 [,] [和|与|且] [无|没有] [自环]", [.noMultipleEdges]),
        ("无重边 [和|、|,|且] 无自环", [.noLoops, .noMultipleEdges]),
        ("无重边自环|没有重边自环|无自环重边|不含重边自环", [.noLoops, .noMultipleEdges]),
        ("无|没有|不存在|不含|不包含|不会有 自环", [.noLoops]),
        ("[图] [中] 可能 [会] [存在|有|包含|含有] 重边 和|与|、|及|或 自环", [.mayLoops, .mayMultipleEdges]),
        ("[图] [中] 可能 [会] [存在|有|包含|含有] 自环 和|与|、|及|或 重边", [.mayLoops, .mayMultipleEdges]),
        ("[图] [中] 可能 [会] [存在|有|包含|含有] 重边", [.mayMultipleEdges]),
        ("[同一对|任意两|同样两|两] [台|个|座|名|位] {words} 之间 可能 [会] [存在|有] 多|不止一 根|条|座|种 {words}", [.mayMultipleEdges]),
        (
            "there is|are never more_than one road|track|edge|street|bridge|cable|connection|tunnel|flight|corridor between the same [two] {word}",
            [.noMultipleEdges]
        ),
        (
            "[which] [each|every] [road|edge|track|street|of_which] joins|connects|links two different|distinct {word}",
            [.edge, .noLoops]
        ),
        ("road|track|edge|street|bridge [that] connects|joins|links two different|distinct {word}", [.edge, .noLoops]),
        ("[图] [中] 可能 [会] [存在|有|包含|含有] 自环", [.mayLoops]),
        (
            "no|without self-loops|loops|self_loops and|or|nor [no] multiple|multi|parallel|multi-edges edges",
            [.noLoops, .noMultipleEdges]
        ),
        ("no|without multiple|multi|parallel edges and|or|nor [no] self-loops|loops", [.noLoops, .noMultipleEdges]),
        ("no|without self-loops|loops", [.noLoops]),
        ("no|without multiple|parallel edges", [.noMultipleEdges]),
        (
            "[graph|there] may contain|have|be self-loops|loops and|or multiple|parallel edges",
            [.mayLoops, .mayMultipleEdges]
        ),
        (
            "[graph|there] may contain|have|be multiple|parallel edges and|or self-loops|loops",
            [.mayLoops, .mayMultipleEdges]
        ),
        ("同一条 关系|边|道路 可能 会 给出 多次", [.mayMultipleEdges]),
        (
            "two {word} may|can|might be joined|connected|linked by several|multiple|many|more_than_one [different] roads|edges|streets|tunnels",
            [.mayMultipleEdges]
        ),
        (
            "[a] road|edge|street|tunnel may|can|might [even] lead|go|run [back] to the {word} where|from_which|at_which it begins|starts|began",
            [.mayLoops]
        ),
        (
            "[a] road|edge|street|tunnel may|can|might [even|also] connect|lead|join [from] a|the {word} to|with itself",
            [.mayLoops]
        ),
        ("[an] edge|road may|can|might [even|also] be a loop", [.mayLoops]),
        ("no multiple edges", [.noMultipleEdges]),
        (
            "[there] [are] no|without self-loops|self-loop|loops [,] [and|or|nor] [no] [multiple|multi|parallel] edges",
            [.noLoops, .noMultipleEdges]
        ),
        (
            "[each|every|any] pair of vertices|nodes|cities|towns is|are connected|joined by ≤ one|1 edge|road",
            [.noMultipleEdges]
        ),
        (
            "[there] is|are ≤ one|1 edge|road|street between|connecting any|each|every [two|pair_of] vertices|nodes|cities|towns",
            [.noMultipleEdges]
        ),
        ("任意|任何 两 个|座 点|城市|节点|村庄|顶点 之间 [≤] [只有|有] [一|1] 条 [直接] [相连] [的] 边|道路", [.noMultipleEdges]),
        (
            "no edge|road|street connects|joins|links a|any|the vertex|node|city|town [to|with] itself|to_itself|with_itself",
            [.noLoops]
        ),
        (
            "[the] same pair of [buildings|cities|vertices|nodes|towns] [cities] may be listed|given|connected more than once",
            [.mayMultipleEdges]
        ),
        ("两个 路口|城市|点|节点|村庄 之间 可能 有|存在 多条 单行道|道路|边", [.mayMultipleEdges]),
        ("不会 有|存在 从 一个 路口|城市|点|节点 通向 它 自己 的 单行道|道路|边", [.noLoops]),
    ]

    private static let orders: [(String, [Feature])] = [
        ("{names} 互不相同|两两不同|各不相同|两两不相同|互异|互不相等|两两互不相同", [.distinct]),
        ("[均|都] 互不相同|两两不同|各不相同|两两不相同|互异|互不相等|两两互不相同", [.distinct]),
        ("[互] 不相同 的", [.distinct]),
        ("[all] {names} are [all] [pairwise] distinct|different|unique", [.distinct]),
        (
            "[all] [numbers|values|elements|integers|strings|words|are] [are] [pairwise|all|mutually] distinct",
            [.distinct]
        ),
        ("pairwise different", [.distinct]),
        ("[互|两两|各|都] 不重合 [的]", [.distinctPlaces]),
        ("[没有|不存在|不会有] [任何|任意] 两|2 个|座|棵|只|艘|位 {words} 重合|位置相同|坐标相同|在同一位置|在同一个位置|位于同一点", [.distinctPlaces]),
        ("[所有|各|这些] 点|整点|位置|坐标 [均|都] [互|各|两两] 不相同|不同", [.distinctPlaces]),
        ("[at] [all] [pairwise] distinct|different points|positions|locations|places|coordinates", [.distinctPlaces]),
        (
            "[all] [the|given] points|positions|locations|places|coordinates are [all] [pairwise] distinct|different",
            [.distinctPlaces]
        ),
        (
            "no two {word} of the same {word} share|have|occupy the same position|location|coordinates|place|point",
            [.distinctPlaces]
        ),
        (
            "no two [of_the|of_them|distinct|different] {words} share|have|occupy [the|a] same|common position|positions|location|coordinates|place|point",
            [.distinctPlaces]
        ),
        (
            "no two [of_the|of_them] {words} are [located|situated] at|in the same position|location|place|point",
            [.distinctPlaces]
        ),
        ("no two [of_the|of_them] points|{words} coincide", [.distinctPlaces]),
        (
            "no two {word} stand|lie|grow|are|live|sit|meet [exactly] at|in|on the same point|position|place|location|spot",
            [.distinctPlaces]
        ),
        ("non-empty|nonempty string|strings|word|words", [.nonEmpty]),
        ("非空 [的] 字符串|单词|串", [.nonEmpty]),
        ("[all] [of_the] {names} are [all] [pairwise] distinct", [.distinct]),
        (
            "no two [of_the] words|names|strings|numbers|integers|values|elements are [the] same|equal|identical",
            [.distinct]
        ),
        ("no two {word} have|share|has the same name|names", [.distinct]),
        ("没有 [任意] 两 个|位|名 {words} 同名|重名", [.distinct]),
        ("[all] [words|names|strings] differ [from_each_other|pairwise]", [.distinct]),
        ("两两 [之间] 不同", [.distinct]),
        ("[按] 升序 [排列|排序|给出]", [.order(.nondecreasing)]),
        ("[按|按照] 从小到大 [的] [顺序] [排列|排序|给出|排好序|排好序的]", [.order(.nondecreasing)]),
        ("单调不降|不降|非降|单调不减|非递减 [序列]", [.order(.nondecreasing)]),
        ("严格 [单调] 递增|上升", [.order(.increasing)]),
        ("严格 [单调] 递减|下降", [.order(.decreasing)]),
        ("[按] 降序 [排列|排序|给出]", [.order(.nonincreasing)]),
        ("[按|按照] 从大到小 [的] [顺序] [排列|排序|给出|排好序|排好序的]", [.order(.nonincreasing)]),
        ("单调不升|不升|非增|单调不增", [.order(.nonincreasing)]),
        ("in|sorted [in] non-decreasing|nondecreasing order", [.order(.nondecreasing)]),
        ("sorted in non-decreasing|nondecreasing|ascending order", [.order(.nondecreasing)]),
        ("[in|sorted] [in] strictly increasing [order]", [.order(.increasing)]),
        ("[in|sorted] [in] strictly decreasing [order]", [.order(.decreasing)]),
        ("in|sorted [in] non-increasing|nonincreasing|descending order", [.order(.nonincreasing)]),
        ("in ascending order", [.order(.nondecreasing)]),
        ("[given|listed|sorted] in [strictly] increasing order", [.order(.increasing)]),
        ("[given|listed|sorted] in strictly ascending order", [.order(.increasing)]),
        ("[given|listed|sorted] in [strictly] decreasing order", [.order(.decreasing)]),
        ("[all] [the|these] pairs are [pairwise] distinct|different", [.distinctRows]),
        ("no two pairs are equal|the_same|identical", [.distinctRows]),
        ("{a} 到|至|~ {n} 的 [一个] 排列", [.permutation]),
        ("[均|都] 构成|组成|是|为 [一个] {a} 到|至|~ {n} 的 [一个] 排列", [.permutation]),
        ("[均|都] 构成|组成|是|为 [一个] [长度为|长为] [{n}] [的] 排列", [.permutation]),
        ("{a} , {b} , … , {n} 的 [一个] 排列", [.permutation]),
        ("[两两] 不同的|互异的|各不相同的|不重复的", [.distinct]),
        ("[all] [the] {word} are [pairwise|all] different|distinct|unique", [.distinct]),
        ("no two {word} are|have|share the same [{word}]|equal|identical", [.distinct]),
        ("不会有|没有|不存在 [任何] 两 个|块|名|位|座|棵|盏|条|家 {words} [出现] [在|于|有|具有] 同一|相同 [个|的] 位置|坐标|值|编号|高度|号码", [.distinctPlaces]),
        ("[一个] 排列", [.permutation]),
        ("( {names} ) [is|be] [a] permutation of ( {a} , … , {n} )", [.permutation]),
        ("[a] permutation of ( {a} , … , {n} )", [.permutation]),
        ("[a] permutation of ( {a} , {b} , … , {n} )", [.permutation]),
        ("[a] permutation of [the] [numbers|integers] [from|of] {a} [,] to|… [,] {n}", [.permutation]),
        ("[a] permutation of [the] [numbers|integers] {a} , {b} , … , {n}", [.permutation]),
        ("[a] permutation", [.permutation]),
    ]

    private static let numbering: [(String, [Feature])] = [
        (
            "[the|all] {words} are numbered|labeled|labelled|indexed [with] [integers] [from] 1 to|through {n}",
            [.numbered(from: 1)]
        ),
        (
            "[the|all] {words} are numbered|labeled|labelled|indexed [with] [integers] [from] 0 to|through {n}",
            [.numbered(from: 0)]
        ),
        ("[依次|分别|从左到右] 编号 [依次|分别] [为|是|从] 1 ~|到|至|—|- {n}", [.numbered(from: 1)]),
        ("[依次|分别|从左到右] 编号 [依次|分别] [为|是|从] 0 ~|到|至|—|- {n}", [.numbered(from: 0)]),
        ("从 1 到|至 {n} [依次|连续|分别] 编号", [.numbered(from: 1)]), ("从 0 到|至 {n} [依次|连续|分别] 编号", [.numbered(from: 0)]),
        ("编号 [依次|分别] [为|是] 1 , 2 , … , {n}", [.numbered(from: 1)]),
        ("numbered|labeled|labelled|indexed [with] [integers] [from] 1 to|through {n}", [.numbered(from: 1)]),
        ("numbered|labeled|labelled|indexed [with] [integers] [from] 0 to|through {n}", [.numbered(from: 0)]),
        ("numbered|labeled|labelled|indexed [with] 1 , 2 , … , {n}", [.numbered(from: 1)]),
    ]

    private static let ending =
        "[the] [end] [of] [the] [input] [is|gets] [marked|indicated|terminated|signalled|ends|ended|followed|terminates] by|with"

    /// How the input ends. Read before comparisons: "a line with n = 0" bounds nothing.
    static let endings = PhraseTable<[Feature]>([
        ("以 [一行] [两个] 0 0 [为] 结束|结尾|作为结束|表示结束|作为输入结束", [.terminator(["0", "0"])]),
        ("以 [一行] [一个] [单独的] 0 [为] 结束|结尾|作为结束|表示结束|作为输入结束|作为结束标志", [.terminator(["0"])]),
        ("[当|输入] [输入] 0 0 时 结束", [.terminator(["0", "0"])]),
        (
            "[the] last line [of] [the] [input] contains|consists_of|is two zeros|zeroes [and] [marks|separated_by_a_space] [the] [end] [of] [the] [input]",
            [.terminator(["0", "0"])]
        ),
        (
            "[the] last line [of] [the] [input] contains|consists_of|is [a] [single] zero|0 [and] [marks] [the] [end] [of] [the] [input]",
            [.terminator(["0"])]
        ),
        (
            "[the] input ends|terminates [with] [a] [line] [containing|with] two zeros|zeroes",
            [.terminator(["0", "0"])]
        ),
        (
            "[the] input [is] terminated|ends|terminates [by|with] [a] [line] [containing] [two] 0 0",
            [.terminator(["0", "0"])]
        ),
        ("[直到|至|到] 文件 [末尾] 结束 [为止]", [.untilEnd]),
        ("until [the] end of [the] file|input|eof", [.untilEnd]),
        ("[the] [input] [is] terminated|ended|ends by|with|at [the] end of file|input|end-of-file|eof", [.untilEnd]),
        ("[the] [input] [is] terminated by|with end-of-file|eof", [.untilEnd]),
        ("[请] [一直] 处理到|读到|读入到|输入到|直到|到 [遇到] 文件 末尾|结束|尾|结尾|结束符 [为止|结束]", [.untilEnd]),
        ("[直到|以|至|到] eof [结束|为止]", [.untilEnd]),
        (ending + " a [single] line with|containing|of {x} = 0", [.terminator(["0"])]),
        (
            ending
                + " a [single] line with|containing|of|that_contains [a|the|only|just] [single] [number|integer|only] 0|zero [only|alone]",
            [.terminator(["0"])]
        ),
        (ending + " a [single] 0|zero [on|in] [a|its] [line|own] [line]", [.terminator(["0"])]),
        (
            ending
                + " a [single] line with|containing|of|that_contains [the] two 0|zeros|zeroes [separated_by_a_space]",
            [.terminator(["0", "0"])]
        ),
        (
            ending + " a [single] line with|containing|of|that_contains three 0|zeros|zeroes [separated_by_spaces]",
            [.terminator(["0", "0", "0"])]
        ),
        (ending + " a [single] line 0 0", [.terminator(["0", "0"])]),
        ("[输入] [数据] [最后] 以 [一行] [单独] [的] 一|1 个 0|零 [作为|表示|为] 结束|结尾|结束标志|输入结束|输入的结束", [.terminator(["0"])]),
        ("[输入] [数据] [最后] 以 [一行] 两|2 个 0|零 [作为|表示|为] 结束|结尾|结束标志|输入结束|输入的结束", [.terminator(["0", "0"])]),
        (
            "[输入] [数据] [最后] 以 [一行] 三|3 个 0|零 [作为|表示|为] 结束|结尾|结束标志|输入结束|输入的结束",
            [.terminator(["0", "0", "0"])]
        ),
        (
            "[the] last line contains|is [only] [the|a] [single] [number|integer] 0|zero [,] [and|which] should|must|is|need not [to] [be] processed",
            [.terminator(["0"])]
        ),
        ("[最后] [一行] [是|为|有] 0 0 [,] [表示|代表|标志着|作为] [输入] [数据] [的] 结束|结尾|结束标志", [.terminator(["0", "0"])]),
        ("[最后] [一行] [是|为|有] [一个] 0 [,] 表示|代表|标志着|作为 [输入] [数据] [的] 结束|结尾|结束标志", [.terminator(["0"])]),
        ("{x} = 0 [时] [表示|代表|标志着] [输入] [数据] 结束", [.terminator(["0"])]),
        ("{x} = {y} = 0 [时] [表示|代表|标志着] [输入] [数据] 结束", [.terminator(["0", "0"])]),
    ])

    private static let cases: [(String, [Feature])] = [
        ("[本题] [有|包含|含有|共有|存在] 多组 [测试] 数据|用例|样例|询问数据", [.manyCases]),
        (
            "[the|each] [input|test] [file] [contains|consists_of|of|consists] [of] multiple|several|many [independent] test cases",
            [.manyCases]
        ),
        (
            "[the|each] [input|test] [file] contains|consists_of multiple|several|many [independent] data_sets|datasets|scenarios|instances|{word}",
            [.manyCases]
        ),
        ("[本题|输入] [的] [每个|单个] [测试点|测试数据] [中] 包含|含有|有|存在 多组 [测试] 数据|用例|样例|询问数据", [.manyCases]),
        ("[测试] 数据 [的] 组数", [.caseCount]),
        ("[the] number of [independent] test cases|testcases|data_sets", [.caseCount]),
    ]

    private static let harmless: [(String, [Feature])] = [
        ("果树|树苗|树木|大树|圣诞树|苹果树|植树|种树|树干|每棵树|棵树|两棵树|树的高度|梨树|桃树", [.harmless]),
        ("子树|生成树|最小生成树|线段树|树状数组|平衡树|字典树|二叉搜索树|树链剖分", [.harmless]),
        ("subtree|subtrees|spanning_tree|spanning_trees|segment_tree|trees", [.harmless]),
        ("不连通|连通块|连通分量|强连通|连通性", [.harmless]),
        ("不保证 [图] 连通", [.harmless]),
        ("connected component|components", [.harmless]),
        ("not [necessarily] connected", [.harmless]),
        ("does|do|need|needs not have|need [to] be connected", [.harmless]),
        ("need|needs not be connected", [.harmless]),
        ("may|might|can be disconnected", [.harmless]),
        ("不一定 [是] 连通 [的]", [.harmless]),
        ("[图] 可能 [是] 不连通 [的]", [.harmless]),
        ("上升子序列|不降子序列|下降子序列|最长不降|最长上升", [.harmless]),
        ("increasing|decreasing|nondecreasing|non-decreasing subsequence|subsequences", [.harmless]),
        ("字符串的排列|全排列|排列成|重新排列|排列顺序", [.harmless]),
        ("序列中 可能 有 相同 的 数", [.harmless]),
    ]
}
