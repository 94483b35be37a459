import MaigenTestData
import Testing

/// Wordings that setters use beside the plain ones, one a test.
@Suite struct WordingTests {
    private func yaml(
        _ input: String, _ constraints: String = "", sample: String, description: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> String {
        let problem = ProblemDocument(
            title: "", description: description, input: input, output: "", constraints: constraints,
            samples: [.init(input: sample, output: "0\n")])
        return understood(ProblemAnalysis.analyze(problem), sourceLocation: sourceLocation).map {
            SpecificationWriter.write($0)
        } ?? ""
    }

    @Test(arguments: [
        "同一行的整数之间以单个空格分隔。", "相邻两个整数之间用一个空格隔开。", "区间没有按照任何特定的顺序给出。", "可能有几个区间完全相同。",
        "The intervals are given in no particular order.", "Several intervals may start at the same point.",
    ]) func `A sentence that promises nothing changes nothing`(sentence: String) {
        let input = "第一行一个整数 $n$。\n\n接下来 $n$ 行，每行两个整数 $l, r$。\n\n"
        let bounds = "$1\\le n\\le 9$，$1\\le l\\le r\\le 9$。"
        #expect(
            yaml(input + sentence, bounds, sample: "1\n1 2\n") == yaml(input, bounds, sample: "1\n1 2\n"), "\(sentence)"
        )
    }

    @Test func `The end of a value's meaning is not the end of the input`() {
        let text = yaml("一行两个整数 $s, e$，表示开始时刻与结束时刻。", "$1\\le s\\le e\\le 9$。", sample: "1 2\n")
        #expect(text.contains("e: {int: s..9}"))
    }

    @Test func `Both ends said in one clause bound every name`() {
        let text = yaml("一行两个整数 $n$ 和 $m$，均不小于 $1$ 且不超过 $600$。", sample: "1 2\n")
        #expect(text.contains("n: {int: 1..600}") && text.contains("m: {int: 1..600}"))
    }

    @Test(arguments: [
        "只包含数字 `0` 到 `3`", "只包含 `0` ~ `3`", "只由字符 `0`、`1`、`2` 和 `3` 组成", "只包含数字 0 到 3，数字之间没有空格",
    ]) func `A range of characters is written out`(alphabet: String) {
        let text = yaml("一行一个长度为 $5$ 的字符串 $s$，" + alphabet + "。", sample: "01203\n")
        #expect(text.contains("over: \"0-3\""), "\(alphabet)")
    }

    @Test(arguments: [
        "Each test case starts with a line with two integers $n$ and $m$",
        "Each test case begins with a line containing $n$ and $m$",
        "The first line of each test case contains two integers $n$ and $m$",
    ]) func `A test case begins with its first line`(opening: String) {
        let text = yaml(
            "The first line contains $t$ ($1 \\le t \\le 5$), the number of test cases. \(opening) ($1 \\le n, m \\le 9$). Then $m$ lines follow, each with two integers $x$ and $y$ ($1 \\le x, y \\le 9$).",
            sample: "1\n3 1\n2 2\n")
        #expect(text.contains("cases:") && text.contains("times: m") && text.contains("x: {int: 1..9}"))
    }

    @Test(arguments: ["$m$ lines, each with two integers $x$ and $y$", "$m$ lines with two integers $x$ and $y$ each"])
    func `Lines are announced by their count`(rows: String) {
        let text = yaml(
            "The input consists of:\n\n- one line with an integer $m$;\n- \(rows).", "$1 \\le m, x, y \\le 9$",
            sample: "1\n2 3\n")
        #expect(text.contains("times: m") && text.contains("y: {int: 1..9}"))
    }

    @Test func `The total length bounds each string`() {
        let text = yaml(
            "The first line contains $t$ ($1 \\le t \\le 5$), the number of test cases. The only line of each test case contains a non-empty string $s$ that consists of lowercase English letters. It is guaranteed that the total length of the strings over all test cases does not exceed $30$.",
            sample: "1\nab\n")
        #expect(text.contains("string: 1..30") && text.contains("len(s): 30"))
    }

    @Test func `A sum of values that are not negative bounds each of them`() {
        let text = yaml(
            "The first line contains $t$ ($1 \\le t \\le 5$), the number of test cases. Each test case contains one positive integer $n$. It is guaranteed that the sum of $n$ over all test cases does not exceed $30$.",
            sample: "1\n3\n")
        #expect(text.contains("n: {int: 1..30}") && text.contains("totals: {n: 30}"))
    }

    @Test func `A permutation spelled out by its lines needs no other word`() {
        let text = yaml(
            "第一行一个整数 $n$。第二行 $n$ 个互不相同的整数 $a_i$。第三行 $n$ 个互不相同的整数 $b_i$。",
            "$1\\le n\\le 9$，$1\\le a_i,b_i\\le n$。", sample: "2\n2 1\n1 2\n", description: "小明有两个排列。")
        #expect(text.contains("a: {list: n, of: {int: 1..n}, distinct: true}") && text.contains("b: {list"))
    }

    @Test(arguments: ["图不一定连通。", "It does not have to be connected.", "The graph need not be connected."])
    func `A graph that need not be connected may fall apart`(sentence: String) {
        let text = yaml(
            "第一行两个整数 $n, m$。接下来 $m$ 行，每行两个整数 $u, v$，表示一条无向边。", "$1\\le n,m\\le 9$，$1\\le u,v\\le n$。",
            sample: "2 1\n1 2\n", description: sentence)
        #expect(text.contains("graph") && !text.contains("connected"), "\(sentence)")
    }

    private static let drawing = """
        The input is given in the following format:

        ```
        N K
        A_1 A_2 … A_N
        C_{1,1} C_{1,2} … C_{1,N}
        ⋮
        C_{N,1} C_{N,2} … C_{N,N}
        X_1 Y_1
        X_2 Y_2
        \\vdots
        X_K Y_K
        ```
        """
    private static let drawn =
        "- $1 \\le N, K \\le 9$\n- $1 \\le A_i, C_{i,j}, X_i, Y_i \\le 9$\n- $(X_i, Y_i) \\ne (X_j, Y_j)$ if $i \\ne j$.\n"

    @Test func `Lines drawn in a block become lines, lists, matrices and rows`() {
        let text = yaml(Self.drawing, Self.drawn + "- All input values are integers.", sample: "1 1\n2\n3\n4 5\n")
        #expect(text.contains("A: {list: \"N\"") || text.contains("A: {list: N"))
        #expect(text.contains("matrix: {name: C") && text.contains("times: K") && text.contains("distinct: [[X, Y]]"))
    }

    @Test(arguments: [drawn, drawn + "- $A_i$ is a string."]) func `A drawing of values of unknown kind is unclear`(
        constraints: String
    ) {
        let problem = ProblemDocument(
            title: "", description: "", input: Self.drawing, output: "", constraints: constraints,
            samples: [.init(input: "1 1\n2\n3\n4 5\n", output: "0\n")])
        if case .understood(let understanding) = ProblemAnalysis.analyze(problem) {
            Issue.record("understood as\n\(SpecificationWriter.write(understanding.specification))")
        }
    }
}
