import MaigenTestData
import Testing

/// Whole statements in the manner of several judges, and the lines of YAML that each must become.
@Suite struct StatementTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var description = ""
        var input: String
        var constraints: String? = nil
        var sample: String
        var expected: [String]
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "numbers in words",
            input:
                "The first line contains the number of days $d$, which is positive and does not exceed one hundred. The second line contains $d$ integers, each between $0$ and $1000$: the number of glasses sold on each day.",
            sample: "2\n3 4\n", expected: ["d: {int: 1..100}", "a: {list: d, of: {int: 0..1000}}"]),
        Case(
            name: "中文数字", description: "报童一共卖了 $n$ 天，$n$ 是一个不超过一百的正整数。",
            input: "第一行一个正整数 $n$。\n\n第二行 $n$ 个非负整数，依次表示每天卖出的份数，每天卖出的份数都不超过一万。", sample: "2\n3 4\n",
            expected: ["n: {int: 1..100}", "of: {int: 0..10^4}"]),
        Case(
            name: "bounds of what was named before",
            description:
                "The kingdom has $n$ towns, which are numbered from $1$ to $n$; there are at least two of them, but no more than twenty thousand.",
            input: "The only line contains $n$.", sample: "5\n", expected: ["n: {int: 2..2*10^4}"]),
        Case(
            name: "a value by its meaning",
            input:
                "The first line contains an integer $n$, $1 \\le n \\le 50$. Each of the next $n$ lines contains three integers $a$, $b$ and $c$, describing a flight from gate $a$ to gate $b$ with a fare of $c$ coins.",
            constraints: "$1 \\le a, b \\le 9$. Fares are never negative and never above one million coins.",
            sample: "1\n1 2 3\n", expected: ["c: {int: 0..10^6}", "a: {int: 1..9}"]),
        Case(
            name: "重量的范围", description: "快递站里有 $n$ 件包裹，第 $i$ 件包裹的重量为 $w_i$ 千克。小车的载重为 $C$。",
            input: "第一行两个整数，分别表示包裹的件数 $n$ 和小车的载重 $C$。\n\n第二行 $n$ 个整数，第 $i$ 个整数表示 $w_i$。",
            constraints: "包裹的件数不少于 $1$ 且不超过 $100000$，每件包裹的重量是不超过 $C$ 的正整数，$1 \\le C \\le 10^9$。",
            sample: "2 9\n5 6\n", expected: ["n: {int: 1..10^5}", "w: {list: n, of: {int: 1..C}}"]),
        Case(
            name: "neither",
            input:
                "One line with two integers $n$ and $m$, the number of tulips and the number of taps. The park is small: neither number is zero, and neither exceeds $700$.",
            sample: "3 4\n", expected: ["n: {int: 1..700}", "m: {int: 1..700}"]),
        Case(
            name: "the table's widest row counts",
            input: "第一行两个整数 $n, q$。\n\n第二行 $n$ 个整数，依次表示 $f_1, f_2, \\dots, f_n$。\n\n接下来 $q$ 行，每行两个整数 $x, k$。",
            constraints:
                "对于所有数据，$1 \\le f_i, x \\le n$。\n\n| 子任务 | $n, q$ | $k$ | 性质 |\n| :-: | :-: | :-: | :-: |\n| 1 | $1 \\le n, q \\le 50$ | $0 \\le k \\le 50$ | A |\n| 2 | $1 \\le n, q \\le 10^4$ | $0 \\le k \\le 10^{12}$ | — |",
            sample: "2 1\n2 1\n1 5\n",
            expected: ["n: {int: 1..10^4}", "k: {int: 0..10^12}", "f: {list: n, of: {int: 1..n}}"]),
        Case(
            name: "subtasks in a list",
            input:
                "The first line contains two integers $n$ and $k$. The second line contains a string of length $n$ that consists of the characters `0` and `1`.",
            constraints:
                "$1 \\le k \\le n \\le 10^6$\n\n**Subtasks**\n\n1. (20 points) $n \\le 100$\n2. (80 points) No additional constraints.",
            sample: "3 2\n011\n", expected: ["n: {int: 1..10^6}", "string: n, over: \"01\""]),
        Case(
            name: "a drawn grid",
            input:
                "The input is given from Standard Input in the following format:\n\n```\nH W\nS_1\nS_2\n⋮\nS_H\n```",
            constraints:
                "- $1 \\leq H, W \\leq 40$\n- $H$ and $W$ are integers.\n- $S_i$ is a string of length $W$ consisting of `.` and `#`.",
            sample: "2 3\n..#\n#..\n", expected: ["grid: {name: S, rows: H, columns: W, over: \"#.\"}"]),
        Case(
            name: "drawn test cases",
            input:
                "The input is given from Standard Input in the following format:\n\n```\nT\ncase_1\n⋮\ncase_T\n```\n\nEach test case is given in the following format:\n\n```\nN K\nA_1 A_2 … A_N\n```",
            constraints:
                "- $1 \\leq T \\leq 100$\n- $1 \\leq K \\leq N \\leq 500$\n- $1 \\leq A_i \\leq 10^9$\n- The sum of $N$ over all test cases in each input file is at most $500$.\n- All input values are integers.",
            sample: "1\n3 2\n1 2 3\n", expected: ["times: T", "K: {int: 1..N}", "totals: {\"N\": 500}"]),
        Case(
            name: "drawn queries",
            input:
                "The input is given from Standard Input in the following format:\n\n```\nN Q\nquery_1\nquery_2\n⋮\nquery_Q\n```\n\nEach query is given in one of the following formats:\n\n```\n1 x y\n```\n\n```\n2 l r\n```",
            constraints:
                "- $1 \\leq N, Q \\leq 200$\n- $1 \\leq x \\leq N$\n- $0 \\leq y \\leq 9$\n- $1 \\leq l \\leq r \\leq N$\n- All input values are integers.",
            sample: "3 2\n1 1 5\n2 1 3\n", expected: ["\"1\":", "y: {int: 0..9}", "r: {int: l..N}"]),
        Case(
            name: "a form without values",
            input:
                "The first line contains two integers $n$ and $q$ ($1 \\le n, q \\le 50$). Then $q$ lines follow. Each line describes a query of one of three types:\n\n- $1\\ i\\ x$ ($1 \\le i \\le n$, $1 \\le x \\le 9$) — put $x$ on shelf $i$;\n- $2\\ l\\ r$ ($1 \\le l \\le r \\le n$) — print the total;\n- $3$ — undo.\n\nIt is guaranteed that there is at least one query of type $2$.",
            sample: "3 3\n1 1 5\n2 1 3\n3\n", expected: ["\"3\": {}", "has_type_2", "i: {int: 1..n}"]),
        Case(
            name: "操作写成条件",
            input:
                "第一行两个整数 $n$、$m$。\n\n接下来 $m$ 行，每行表示一个操作：若第一个数为 $1$，则后面跟着三个整数 $l,r,v$，表示将区间 $[l,r]$ 内的每个数加上 $v$；若第一个数为 $2$，则后面跟着一个整数 $x$，表示查询第 $x$ 个数。",
            constraints: "$1\\le n,m\\le 10^5$，$1\\le l\\le r\\le n$，$1\\le x\\le n$，$-10^4\\le v\\le 10^4$。",
            sample: "2 2\n1 1 2 5\n2 1\n", expected: ["\"1\":", "v: {int: -10^4..10^4}", "x: {int: 1..n}"]),
        Case(
            name: "a line under a condition",
            input:
                "The first line contains two integers $n$ and $t$ ($1 \\le n \\le 100$, $0 \\le t \\le 1$). If $t = 1$, the second line contains $n$ integers $w_1, \\ldots, w_n$ ($1 \\le w_i \\le 50$). If $t = 0$, there is no second line.",
            sample: "2 1\n3 4\n", expected: ["optional:", "t == 1", "w: {list: n, of: {int: 1..50}}"]),
        Case(
            name: "maps are the test cases",
            description: "Along the coast there are lighthouses, all of them at pairwise distinct points of the plane.",
            input:
                "The input contains several maps. Each map starts with a line with the number $n$ of lighthouses on it. Then $n$ lines follow, each with two integers $x$ and $y$, the coordinates of a lighthouse, whose absolute values do not exceed one thousand ($1000$). There are at least $2$ and at most $60$ lighthouses on a map, and not more than $200$ on all maps together. There is at least one map. The end of the input is marked by a line with $n = 0$, which must not be processed.",
            sample: "2\n0 0\n1 1\n0\n",
            expected: ["until: [0]", "n: {int: 2..60}", "distinct: [[x, y]]", "totals: {n: 200}", "at-most: 100"]),
        Case(
            name: "读到文件末尾", description: "判断每个单词是不是回文。",
            input: "输入包含多行，每行一个单词，由小写字母组成，长度不超过 $100$。单词的个数不超过 $1000$。读到文件末尾为止。",
            sample: "abba\nabc\n", expected: ["until: end-of-file", "at-most: 1000", "string: 1..100"]),
        Case(
            name: "以 0 0 结束",
            input: "输入有多组数据，每组数据一行两个整数 $a$ 和 $b$（$1 \\le a, b \\le 10^9$）。输入以一行 `0 0` 结束，这一行不需要处理。数据组数不超过 $100$。",
            sample: "3 4\n0 0\n", expected: ["until: [0, 0]", "at-most: 100", "b: {int: 1..10^9}"]),
        Case(
            name: "names with a length",
            input:
                "The first line of input contains one integer $N$ ($1 \\le N \\le 1\\,000$), the number of tourists. The following $N$ lines each contain a name and an integer $t$ ($0 \\le t \\le 86\\,400$): the name of a tourist and the time at which they arrive. A name consists of between $1$ and $20$ lowercase letters (`a`–`z`), and no two tourists have the same name.",
            sample: "2\nann 5\nbob 7\n",
            expected: ["string: 1..20, over: \"a-z\"", "t: {int: 0..86400}", "distinct: [[s]]"]),
        Case(
            name: "lists with their lengths",
            input:
                "The first line contains $n$ and $m$ ($1 \\le n, m \\le 90$). Each of the following $n$ lines starts with an integer $k$ ($1 \\le k \\le 10$), the number of ingredients, followed by $k$ integers $c_1, c_2, \\ldots, c_k$ ($1 \\le c_i \\le m$).",
            sample: "2 3\n2 1 3\n1 2\n", expected: ["k: {int: 1..10}", "c: {list: k, of: {int: 1..m}}"]),
        Case(
            name: "a graph of bridges",
            description:
                "The archipelago has $n$ islands, numbered $1$ through $n$, and $m$ bridges. Every bridge joins two different islands and can be crossed in both directions; there may be several bridges between the same two islands. From every island one can reach every other island.",
            input:
                "The first line has two integers $n$ and $m$ ($2 \\le n \\le 100$, $1 \\le m \\le 500$). Then follow $m$ lines. Each of these lines has three integers $a$, $b$, $t$ ($1 \\le a, b \\le n$, $a \\ne b$, $1 \\le t \\le 9$): there is a bridge between islands $a$ and $b$ that takes $t$ minutes to cross.",
            sample: "2 1\n1 2 3\n", expected: ["graph:", "connected: true", "multi: true", "t: {int: 1..9}"]),
        Case(
            name: "强制的两个标记", description: "给定一个迷宫，`S` 表示起点，`T` 表示终点，`.` 表示空地，`#` 表示墙壁。",
            input: "第一行两个正整数 $n$ 和 $m$。\n\n接下来 $n$ 行，每行 $m$ 个字符，描述迷宫。保证 `S` 和 `T` 各恰好出现一次。",
            constraints: "$1 \\le n, m \\le 10$，$n \\times m \\ge 2$。", sample: "1 3\nS.T\n",
            expected: ["exactly: {\"S\": 1, \"T\": 1}", "2 <= n*m"]),
        Case(
            name: "equally long strings that differ",
            description: "协会有 $n$ 个会员，他们的呼号是 $n$ 个长度都等于 $m$ 的字符串，只含小写英文字母，并且两两不同。",
            input: "第一行两个正整数 $n, m$。\n\n接下来 $n$ 行，每行一个长度为 $m$ 的字符串，表示一个呼号。",
            constraints: "$n \\le 1000$，$m \\le 50$，$n \\times m \\le 4000$。", sample: "2 3\nabc\nabd\n",
            expected: ["of: {string: m, over: \"a-z\"}", "distinct: true", "total: 4000"]),
    ]

    @Test(arguments: cases) func `A statement becomes the lines it tells`(_ item: Case) {
        let problem = ProblemDocument(
            title: "", description: item.description, input: item.input, output: "", constraints: item.constraints,
            samples: [.init(input: item.sample, output: "0\n")])
        guard let specification = understood(ProblemAnalysis.analyze(problem)) else { return }
        let text = SpecificationWriter.write(specification)
        for line in item.expected { #expect(text.contains(line), "\(line) in\n\(text)") }
    }

    static let promises: [(String, String)] = [
        ("It is guaranteed that all numbers are even.", "IO"), ("Note that the first number is always prime.", "ID"),
        ("Each value appears at most twice.", "ID"), ("Any two adjacent numbers differ by at most $1$.", "ID"),
        ("The last number is $0$.", "ID"), ("No two numbers are equal.", "I"),
        ("No two of the friends may coincide.", "D"),
        ("The numbers are generated randomly.", "I"),
    ]

    @Test(arguments: promises) func `A promise that no rule reads makes a statement unclear`(
        promise: String, sections: String
    ) {
        for section in sections {
            let problem = ProblemDocument(
                title: "", description: "Find the sum." + (section == "D" ? " " + promise : ""),
                input:
                    "The first line contains an integer $n$ ($1 \\le n \\le 9$). The second line contains $n$ integers $a_1, \\ldots, a_n$ ($0 \\le a_i \\le 9$)."
                    + (section == "I" ? " " + promise : ""), output: section == "O" ? promise : "Print the sum.",
                constraints: nil, samples: [.init(input: "2\n2 4\n", output: "6\n")])
            if case .understood(let understanding) = ProblemAnalysis.analyze(problem) {
                let text = SpecificationWriter.write(understanding.specification)
                #expect(text.contains("distinct"), "\(section): understood as\n\(text)")
            }
        }
    }
}
