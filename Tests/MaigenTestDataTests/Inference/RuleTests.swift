import MaigenTestData
import Testing

/// One rule a test: how a phrase of a statement becomes a part of the specification.
@Suite struct RuleTests {
    /// The YAML of the input part that a statement is understood as.
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
        "$1\\le n\\le 2\\times10^5$", "1≤n≤200000", "1 <= n <= 2e5", "1<=n<=200,000",
        "$1 \\leqslant n \\leq 200\\,000$", "1 ≤ n ≤ 2·10^5",
        "$n$ 不小于 1 且不超过 $2\\times 10^5$。", "$n$ is between 1 and 200000", "1 ≤ n ≤ 20万", "$200000 \\ge n \\ge 1$",
        "$0 < n < 200001$",
        "$1 \\le n \\le 2 \\times 10^{5}$", "对于 30% 的数据，$n \\le 100$；对于 100% 的数据，$1 \\le n \\le 200000$。",
        "For 30% of the tests, n ≤ 100. For all tests, 1 ≤ n ≤ 200000.", "`1 <= n <= 200000`", "n 在 1 到 200000 之间",
    ]) func `A range is the same however it is written`(constraints: String) {
        #expect(yaml("一行一个整数 $n$。", constraints, sample: "7\n").contains("n: {int: 1..2*10^5}"))
    }

    @Test func `Shared bounds belong to every name`() {
        let text = yaml("一行两个整数 $n, m$。", "$1 \\le n, m \\le 100$。", sample: "1 2\n")
        #expect(text.contains("n: {int: 1..100}") && text.contains("m: {int: 1..100}"))
    }

    @Test func `Powers with an offset are exact`() {
        #expect(
            yaml("一行一个整数 $x$。", "$-2^{31} \\le x \\le 2^{31}-1$。", sample: "1\n").contains("-2147483648..2147483647"))
    }

    @Test func `A chain bounds the later variable by the earlier one`() {
        let text = yaml(
            "第一行一个整数 $n$。接下来 $n$ 行，每行两个整数 $l, r$。", "$1 \\le n \\le 9$，$1\\le l\\le r\\le n$。", sample: "1\n1 1\n")
        #expect(text.contains("l: {int: 1..n}") && text.contains("r: {int: l..n}"))
    }

    @Test func `A product bounds its factors`() {
        let text = yaml("一行两个正整数 $n, m$，保证 $n\\times m\\le 10^6$。", sample: "2 3\n")
        #expect(text.contains("n: {int: 1..10^6}") && text.contains("n*m <= 10^6"))
    }

    @Test func `Letters side by side are a product where each is a variable`() {
        #expect(yaml("一行两个整数 $n, m$。", "$1\\le n,m\\le 1000$，$nm \\le 10^5$。", sample: "2 3\n").contains("n*m <= 10^5"))
    }

    @Test func `The sum over test cases is a total`() {
        let text = yaml(
            "The first line contains $t$ ($1 \\le t \\le 100$), the number of test cases. Each test case contains an integer $n$ ($1 \\le n \\le 1000$). It is guaranteed that the sum of $n$ over all test cases does not exceed $2000$.",
            sample: "2\n3\n4\n")
        #expect(text.contains("totals: {n: 2000}"))
    }

    @Test func `A permutation, an order and distinct values are told apart`() {
        let start = "第一行一个整数 $n$（$1\\le n\\le 9$）。第二行 "
        #expect(yaml(start + "$n$ 个整数 $p_i$，是 $1$ 到 $n$ 的一个排列。", sample: "2\n2 1\n").contains("p: {permutation: n}"))
        #expect(
            yaml(start + "$n$ 个互不相同的整数 $a_i$。", "$1\\le a_i\\le 99$。", sample: "2\n2 1\n").contains("distinct: true"))
        #expect(
            yaml(start + "$n$ 个整数 $a_i$，按升序给出。", "$1\\le a_i\\le 99$。", sample: "2\n1 2\n").contains(
                "order: nondecreasing"))
        #expect(
            yaml(start + "$n$ 个整数 $a_i$，保证 $a_i < a_{i+1}$。", "$1\\le a_i\\le 99$。", sample: "2\n1 2\n").contains(
                "order: increasing"))
    }

    @Test func `Forms of queries share their names`() {
        let text = yaml(
            "第一行一个整数 $n$。接下来 $n$ 行，每行是以下两种操作之一：\n\n- `Q l r`：查询；\n- `C l x`：修改。",
            "$1\\le n\\le 9$，$1\\le l\\le r\\le n$，$0\\le x\\le 5$。",
            sample: "2\nQ 1 2\nC 1 5\n")
        #expect(text.contains("\"Q\"") && text.contains("\"C\"") && !text.contains("l_2"))
    }

    @Test func `A graph keeps what is said of loops, multiple edges and direction`() {
        let start = "第一行两个整数 $n, m$。接下来 $m$ 行，每行两个整数 $u, v$，表示一条"
        let bounds = "$1\\le n,m\\le 9$，$1\\le u,v\\le n$。"
        let directed = yaml(start + "从 $u$ 到 $v$ 的有向边。保证没有重边和自环。", bounds, sample: "2 1\n1 2\n")
        #expect(directed.contains("directed: true") && !directed.contains("loops") && !directed.contains("multi"))
        let loose = yaml(start + "无向边。可能有重边和自环。", bounds, sample: "2 1\n1 1\n")
        #expect(loose.contains("loops: true") && loose.contains("multi: true") && !loose.contains("directed"))
    }

    @Test func `A tree is a tree where the description only says so`() {
        let text = yaml(
            "The first line contains $n$. Each of the next $n-1$ lines contains $u$ and $v$.",
            "$2 \\le n \\le 9$, $1 \\le u, v \\le n$", sample: "2\n1 2\n",
            description: "You are given a tree with $n$ vertices.")
        #expect(text.contains("tree: {name: tree, vertices: n}"))
    }

    @Test func `Vertices without a stated numbering are counted as the sample counts them`() {
        let text = yaml(
            "第一行一个整数 $n$。接下来 $n-1$ 行，每行两个整数 $u, v$，表示一条边。", "$2\\le n\\le 9$。", sample: "3\n0 1\n1 2\n",
            description: "给定一棵树。")
        #expect(text.contains("tree"))
    }

    @Test func `Cells are a grid with its markers`() {
        let text = yaml(
            "第一行两个整数 $n, m$。接下来 $n$ 行，每行一个长度为 $m$ 的字符串，只包含 `.`、`#` 和 `S`，其中恰好有一个 `S`。", "$1\\le n,m\\le 9$。",
            sample: "1 2\nS.\n")
        #expect(text.contains("grid:") && text.contains("exactly"))
    }

    @Test func `The same problem has the same outcome`() {
        let first = yaml("一行两个整数 $a, b$。", "$1\\le a,b\\le 9$。", sample: "1 2\n")
        #expect((0..<5).allSatisfy { _ in yaml("一行两个整数 $a, b$。", "$1\\le a,b\\le 9$。", sample: "1 2\n") == first })
    }
}
