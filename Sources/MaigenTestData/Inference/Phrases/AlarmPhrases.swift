/// Words that change what an input looks like. Where no rule has read them, the statement is unclear.
enum AlarmPhrases {
    /// In explanations of what values mean, where other words are harmless.
    static let inTails = PhraseTable<Bool>([
        (
            "若干|不定|任意多|如果|若|否则|除非|后面跟|后跟|后接|紧跟|空行|省略|可能|有时|互不|各不|不同|相同|顺序|次序|循环|周期|接下来|之后|随后|每行|各行|依次|恰好|仅当|至少|至多|最多|最少|保证|结束|奇数|偶数|质数|素数|互质|倍数|整除|回文|对称|平面|凸|前导零|非零|非空|不为|不是|不等|递增|递减|升序|降序|排序|有序|单调|随机|对于",
            true
        ),
        (
            "several|some|any_number|arbitrary|if|otherwise|unless|may|might|could|followed|follows|follow|blank|empty|optional|optionally|omitted|either|except|only|guaranteed|distinct|different|unique|sorted|ordered|order|increasing|decreasing|exactly|at_most|at_least|odd|even|prime|coprime|divisible|multiple|generated|randomly|palindrome|palindromic|symmetric|convex|leading|nonzero|non-zero|non-empty|random|terminated|until|ends|repeated|separated|unless|not|no|without|always|never|satisfy|satisfies|satisfying|such_that",
            true
        ),
        (
            "相邻|相间|交替|轮流|成倍|一半|两倍|各一半|对应相等|neighbour|neighbours|neighbor|neighbors|neighbouring|neighboring|adjacent|consecutive|alternate|alternates|alternating|alternately|differ|differs|equal|equals|rise|rises|rising|increases|decreases|half",
            true
        ),
        ("先升后降|先降后升|单峰|单谷|上升|下降|波浪|等差|等比|高低|奇偶", true),
        ("[the] first|last|second [one|number|value|element|of_them] is|being|equals|was", true),
        ("is|being|are the largest|smallest|greatest|least|biggest|highest|lowest|longest|shortest|first|last", true),
        ("until the|a|it|they|he|she {word}", false), ("until the end|last|input|file", true),
        // The end of what a value means, not of the input.
        ("结束时刻|结束时间|结束日期|结束位置|结束下标|起止时间", false),
    ])

    /// In a later clause of an explanation: words by which it no longer tells what a value means but what holds of all.
    static let assertions: Set<String> = [
        "all", "every", "any", "both", "must", "cannot", "together", "same", "sum", "sums", "total", "neither", "nor",
        "none", "form", "forms", "add", "adds", "share", "shares", "overlap", "touch", "intersect", "必",
        "均", "都", "全", "无", "没", "不", "只", "仅", "须", "挨", "互", "恰",
    ]

    static func alarmsInTail(_ tokens: [TextToken], at position: Int) -> Bool {
        guard let (isAlarm, match) = inTails.match(tokens, at: position) else { return false }
        guard isAlarm, superlatives.match(tokens, at: position)?.match.end == match.end else { return isAlarm }
        // "最多能带走的重量" tells what a value means; "至多 k 个" how many there are.
        guard match.end < tokens.count else { return false }
        switch tokens[match.end].kind {
        case .word(let word): return NumberWords.all[word] != nil || ["有", "为", "是", "出", "包"].contains(word)
        default: return true
        }
    }

    static let superlatives = PhraseTable<Bool>([("至少|至多|最多|最少", true)])

    /// In the description: words that limit what they speak of …
    static let limits = PhraseTable<Bool>([
        ("恰好|至多|至少|最多|最少|奇数|偶数|质数|素数|互质|倍数|回文|≤|<|≥|>", true),
        ("exactly|odd|even|prime|coprime|divisible|palindrome|twice|≤|<|≥|>", true),
    ])

    static let prohibitions = PhraseTable<Bool>([("no two|没有两|没有任何两", true)])

    /// Promises about all things of a kind, which no rule has read.
    static let promises = PhraseTable<Bool>([
        ("输入的|输入中|第一行的|最后一个数|第一个数", true), ("the last|first number|line is", true),
        ("no two|任意两|没有两|每两|两两|互不|各不", true),
        ("reach|reachable|get_to every|any|each|all", true),
        ("every|any|each|all can|is|are reachable|connected", true),
        ("可以到达|能够到达|互相到达|互相可达|都能到达 任意|所有|其他|每", true),
    ])

    /// In a problem about a graph: words about who reaches whom, and about roads that repeat or close. Outside of a question
    /// they promise something, also where they say "can", and no rule has read them.
    static let connections = PhraseTable<Bool>([
        ("reach|reaches|reached|reachable|is_connected|are_connected|disconnected", true),
        ("itself|more_than_once|twice|the_same pair|two|both", true),
        ("from any|every|each {word} to any|every|each|all|another", true),
        ("between any|every|each two|pair|pair_of|other", true),
        ("cycle|cycles|loop|loops|circuit|circular", true),
        ("到达|可达|连通|互通|相通|自己|自身|同一对|不止一|重复|环|回路|原地", true),
    ])

    /// Take such a word back: what they stand beside may be so or not.
    static let doubts = PhraseTable<Bool>([
        ("not certain|guaranteed|necessarily|always|sure", true), ("need not", true), ("不一定|不保证|未必|不必", true),
    ])

    /// … and the things of an input they may speak of.
    static let objects = PhraseTable<Bool>([
        ("度数|的度|儿子|子节点|每个点|每个节点|每个顶点|每条边|每个数|每个元素|每个字符|每个整数|所有数|序列中|数组中|字符串中", true),
        ("degree|degrees|children|vertex|node|element|elements|array|string|character|integers|edge", true),
        (
            "numbers|values|each_value|every_value|each_number|every_number|first_number|last_number|adjacent|neighbouring",
            true
        ),
        ("相邻|总和|之和|第一个数|最后一个数", true),
        ("the_same two|between any|between two|each_pair|every_pair|any_pair|pair_of|同一对|任意两|两个之间", true),
    ])

    /// Inputs that are drawn at random: no worst case may be made of them.
    static let randomness = PhraseTable<Bool>([
        ("randomly_generated|generated_randomly|generated_at_random|generated_uniformly|uniformly_at_random", true),
        ("chosen_at_random|chosen_randomly|generated_independently", true),
        ("随机生成|随机产生|均匀随机|数据随机|随机数据|随机选取|纯随机", true),
    ])

    /// What a promise of the output section is about.
    static let answers = PhraseTable<Bool>([
        ("答案|结果|输出|解|方案|有解", true), ("answer|answers|result|output|solution|solutions|way|fits", true),
    ])

    /// Sentences about the answer, the program or the reader, whatever they say.
    static let harmless = PhraseTable<Bool>([
        ("[保证] 答案|结果|输出", true),
        ("[保证] 存在 [合法] [解|方案|答案]|[保证] 有解|[保证] 一定有解", true),
        ("建议|请使用|请选择|本题 [输入|输出|数据] [输入|量|规模] [较大|很大|较多]", true),
        ("[请] 注意 使用|常数|时间|空间|变量的类型|数据类型|读入|输出", true),
        ("[it_is] [guaranteed] [that] the answer|output|result", true),
        ("please use|do_not_use|make_sure|consider", true),
        ("[the] answer|result|output", true),
        (
            "[it|which|this_line|that_line] must|should|need|needs|may not be processed|printed|solved|considered|handled|included|output",
            true
        ),
        (
            "[it|which|this_line] is not [a|part] [of] [the|to_be] [input|test|data|processed|valid] [case|set|output]",
            true
        ),
        ("[该|这] [一] 行 不 [需要] 处理|计算|输出", true),
        ("时间限制|空间限制|内存限制", true),
        ("表中|表格中 [的]", true),
        ("time limit|memory limit", true),
    ])

    /// Of a string: that it is written as strings are.
    static let glued = PhraseTable<Bool>([
        ("[相邻] [数字|字符|字母|数] [之间|间] 没有|无|不含|不用|不带 [任何] 空格 [分隔|隔开]", true),
        (
            "[with] [there] [are] no|without [any] spaces|blanks|whitespace [between|in_between] [them|characters|the_characters|the_digits|digits]",
            true
        ),
    ])

    /// The end of a clause that only says how values stand apart.
    static let spacing = PhraseTable<Bool>([
        ("[之间] 用|使用|以|由|有 [恰好|且仅] [一|单|1|有一] 个 [英文|半角] 空格 [符] 隔开|分隔|分开|间隔", true),
        ("[之间] 恰 [好] 有 一|1 个 空格", true),
        ("is|are separated by [a|one|exactly_one] [single] space|spaces|blank|blanks", true),
    ])

    /// Sentences that only say how lines are written, which every input of ours obeys.
    static let conventions = PhraseTable<Bool>([
        (
            "[同一行|每行|每一行|一行|同行] [的|中|内|中的|内的] [相邻] [两|两个] [的] [数|整数|数字|元素|数据|变量|值] [之间] [均|都] [用|以|由] [恰好] [一|单|1] [个] 空格 [隔开|分隔|分开|间隔]",
            true
        ),
        ("[given|written] [in|of|has] [one_of] the following [two|three|four] forms|formats|ways|types [:]", true),
        ("[the] input [file] contains|consists_of|has several|multiple|many lines", true),
        ("[请] 从 [文件] inputfile [中] 读入|读取|输入 [数据|内容]", true), ("输入文件 [名] [为|是|:] inputfile", true),
        ("[the] input [is] read from [the] [file] inputfile", true), ("( [file] inputfile )", true),
        ("( 可能|可以 为|是 负|负数|零|0 [数|值] )", true), ("( possibly negative|zero|empty )", true),
        ("[the] {word} follows :", true), ("[the] {word} follow :", true),
        ("[exactly] one [line] per|for [each|every] {word} [{word}]", true),
        ("[同一行|每行|一行] [的] [相邻] [两|两个] [数据项|数据|项|元素|整数] [之间] [均|都] [用|以|由] [一|单|1] [个] 空格 [隔开|分隔|分开|间隔]", true),
        ("separated by [a] single space|spaces", true), ("separated by [a] space|spaces", true),
        ("one|an|a operation|query|event|request|command|instruction", true),
        ("in the format|form given|described|explained|shown above|below", true),
        ("one|an operation|query|event|request in the format given|described above|below", true),
        ("[一共|总共|共|共有|有] {n} 行 [数据]", true),
        ("[一共|总共|共|共有] 一|两|三|四|五 行 [数据]", true),
        ("[as] described|defined|explained above|below|in_the_statement", true),
        ("[含义|意义|其含义|格式|定义] [均|都] 如|同|见 题目|题目描述|题面|题面描述|题意|上文|上|前文|描述 [中] [所述|所示|描述]", true),
        ("[the] [description|descriptions|information|data] of|about|for [the] {word}", true),
        (
            "[a|an] query|operation|event|request|command|record|instruction of [one_of] [the|two|three|four] [following] [two|three|four|types|forms|kinds] [types|forms|kinds|formats]",
            true
        ),
        (
            "[it_is|is] [one_of|of_one_of] [the] [following|two|three|four|five] [two|three|four|five|following] types|forms|kinds|formats [:]",
            true
        ),
        ("in the format given above|in the following format|in one of the following formats", true),
        ("[具体] [格式] 如下|格式为|如下所示|如下格式|如下两种格式之一|形式如下|以下形式之一|以下两种之一|以下三种之一|以下两种操作之一|以下三种操作之一|如下两种之一|两种操作之一|三种操作之一", true),
        ("{a} 或|到|至 {b} 个 [整] 数", true),
        ("[表示|描述|给出|代表] 一 个|次|种|条 操作|记录|询问|指令|命令|查询|事件|请求|语句", true),
        ("[各] [测试点|子任务|数据|部分分] [的] [其他|其它|具体|详细] 限制|约束|范围|约定|分值|分值与限制|特殊限制 [均|都] 如|见 [下] 表 [所示]", true),
        ("[以|用|记] {a} [和|与] [{b}] [分别] 表示|为 [两个|这两个|各个] 字符串 [{n}] 的 长度", true),
        ("[the] {word} are [then] described|given|listed one after another|the_other", true),
        ("there are|may_be|might_be|can_be [some] {word} without [a|any] {word}", true),
        ("区分大小写|大小写敏感|case-sensitive|case_sensitive", true),
        ("consecutive|adjacent numbers|integers are separated by [a] single space|spaces", true),
    ])
}

/// Words that carry nothing on their own in sentences of bounds and guarantees.
enum FillerPhrases {
    static let words: Set<String> = [
        "the", "it", "is", "are", "that", "for", "all", "each", "every", "and", "of", "in", "test", "tests", "case",
        "cases", "input", "inputs", "integers", "guaranteed", "also", "both", "holds", "have", "has", "here", "a", "an",
        "data", "be", "will", "any", "on", "them", "inclusive", "satisfy", "satisfies", "values", "constraints",
        "limits",
        "following", "there", "given", "where", "integer", "to", "note", "please", "this", "these", "those", "with",
        "as", "its",
        "保", "证", "且", "并", "和", "与", "以", "及", "均", "都", "的", "为", "是", "其", "中", "对", "于", "所", "有", "满",
        "足", "注", "意", "请", "还", "数", "据", "测", "试", "而", "内", "每", "个", "种", "全", "部", "同", "时", "整", "输", "入", "另",
        "外", "这", "些",
        "任", "但", "而", "组", "本", "题", "规", "模", "范", "围", "约", "定", "如", "下", "点", "限", "制", "值", "条", "件", "会",
    ]
}
