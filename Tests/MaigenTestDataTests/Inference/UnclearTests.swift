import MaigenTestData
import Testing

/// Statements that a careless reader would misread: the right answer is to say so.
@Suite struct UnclearTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var description = ""
        var input: String
        var constraints: String? = nil
        var sample: String
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "no range at all", input: "第一行一个整数 $n$。\n\n第二行 $n$ 个整数 $a_1, a_2, \\dots, a_n$。",
            constraints: "$1 \\le n \\le 100$。", sample: "2\n1 2\n"),
        Case(name: "no lower bound", input: "一行一个整数 $n$。", constraints: "$n \\le 100$。", sample: "3\n"),
        Case(
            name: "two sections contradict", input: "一行一个整数 $n$（$1 \\le n \\le 100$）。",
            constraints: "$1 \\le n \\le 1000$。", sample: "3\n"),
        Case(
            name: "positive yet from zero", input: "一行一个正整数 $n$。", constraints: "$0 \\le n \\le 1000$。", sample: "3\n"),
        Case(
            name: "several integers", input: "第一行一个整数 $n$。\n\n接下来 $n$ 行，第 $i$ 行有若干个整数。",
            constraints: "$1 \\le n \\le 100$。", sample: "1\n5 6\n"),
        Case(
            name: "order of n and m against the sample", input: "第一行两个整数 $n, m$。\n\n第二行 $n$ 个整数 $a_i$。",
            constraints: "$1 \\le n,m \\le 100$，$1\\le a_i\\le 10$。", sample: "2 3\n1 2 3\n"),
        Case(
            name: "guarantee not understood", input: "一行一个整数 $n$，保证 $n$ 是完美的。", constraints: "$1 \\le n \\le 100$。",
            sample: "6\n"),
        Case(
            name: "guarantee in the description", description: "保证这些灯泡排成一个圆。", input: "一行一个整数 $n$。",
            constraints: "$1 \\le n \\le 100$。", sample: "6\n"),
        Case(
            name: "sample outside the bound", input: "一行一个整数 $n$。", constraints: "$1 \\le n \\le 100$。", sample: "101\n"
        ),
        Case(
            name: "bound of a subtask only", input: "一行一个整数 $n$。", constraints: "对于 50% 的数据，$1 \\le n \\le 100$。",
            sample: "7\n"),
        Case(
            name: "unknown structure", input: "第一行一个整数 $n$。\n\n第二行 $n$ 个整数 $a_i$，构成一个凸多边形。",
            constraints: "$1 \\le n,a_i \\le 100$。", sample: "2\n1 2\n"),
        Case(
            name: "star tree", description: "给定一棵树。", input: "第一行一个整数 $n$。\n\n接下来 $n-1$ 行，每行两个整数 $u, v$，表示一条边。",
            constraints: "$2 \\le n \\le 100$，$1\\le u,v\\le n$。树是一个菊花图。", sample: "2\n1 2\n"),
        Case(
            name: "permutation of what", description: "给定一个排列。", input: "一行两个整数 $a, b$。",
            constraints: "$1\\le a,b\\le 10$。", sample: "1 2\n"),
        Case(
            name: "connected without a graph", input: "一行两个整数 $a, b$。", constraints: "$1\\le a,b\\le 10$。保证图连通。",
            sample: "1 2\n"),
        Case(
            name: "conditional layout", input: "第一行一个整数 $t$。如果 $t=1$，后面跟一个整数 $x$。", constraints: "$1\\le t,x\\le 2$。",
            sample: "1\n2\n"),
        Case(name: "odd numbers only", input: "一行一个整数 $n$。", constraints: "$1\\le n\\le 100$，$n$ 是奇数。", sample: "3\n"),
        Case(
            name: "unknown variable in the bounds", input: "一行一个整数 $n$。",
            constraints: "$1\\le n\\le 100$，$1\\le k\\le 5$。", sample: "3\n"),
        Case(name: "alphabet not stated", input: "一行一个字符串 $s$。", constraints: "$1\\le |s|\\le 100$。", sample: "abc\n"),
        Case(name: "decimals not stated", input: "一行一个实数 $x$。", constraints: "$0\\le x\\le 100$。", sample: "1.5\n"),
        Case(
            name: "n−1 edges of what", input: "第一行一个整数 $n$。\n\n接下来 $n-1$ 行，每行两个整数 $u, v$，表示一条道路。",
            constraints: "$2\\le n\\le 100$，$1\\le u,v\\le n$。", sample: "2\n1 2\n"),
        Case(
            name: "count and names disagree", input: "一行三个整数 $a, b$。", constraints: "$1\\le a,b\\le 10$。",
            sample: "1 2\n"),
        Case(name: "line numbers disagree", input: "第二行一个整数 $n$。", constraints: "$1\\le n\\le 10$。", sample: "1\n"),
        Case(
            name: "may each town reach each other", description: "有 $n$ 座城市，任意两座城市之间都可以互相到达。",
            input: "第一行两个整数 $n, m$。\n\n接下来 $m$ 行，每行两个整数 $u, v$，表示一条道路。",
            constraints: "$2\\le n,m\\le 100$，$1\\le u,v\\le n$。", sample: "2 2\n1 2\n2 1\n"),
        Case(
            name: "a relation only in the description", description: "给定 $a$ 和 $b$，其中 $a < b$，$c$ 是它们的公共点。$b \\le 2a$。",
            input: "一行两个整数 $a,b$。", constraints: "$1\\le a,b\\le 10$，$a$ 与 $b$ 互质。", sample: "1 2\n"),
        Case(
            name: "test cases without a count", input: "输入包含多组测试数据。每组数据一行一个整数 $n$。", constraints: "$1\\le n\\le 10$。",
            sample: "1\n2\n"),
        Case(
            name: "English guarantee",
            input: "The only line contains an integer $n$. It is guaranteed that $n$ is a perfect square.",
            constraints: "$1 \\le n \\le 100$", sample: "4\n"),
        Case(
            name: "English either-or",
            input: "The first line contains $n$. Then either a line with $x$ or a line with $y$ follows.",
            constraints: "$1 \\le n, x, y \\le 9$", sample: "1\n2\n"),
        Case(
            name: "a subtask over several lines", input: "一行两个整数 $n, m$。",
            constraints: "对于 50% 的数据：\n\n$1\\le n\\le 10$，$1\\le m\\le 10$。\n\n对于 100% 的数据：\n\n$1\\le n\\le 1000$。",
            sample: "1 2\n"),
        Case(
            name: "which of the characters once", input: "第一行一个整数 $n$。接下来 $n$ 行，每行一个长度为 $n$ 的字符串，只包含 `.` 和 `#`，恰好有一个。",
            constraints: "$1\\le n\\le 9$。", sample: "1\n#\n"),
        Case(
            name: "a form of queries missing", input: "第一行一个整数 $n$。接下来 $n$ 行，每行一个操作：\n\n- `1 x`：加入；\n- `2`：删除。",
            constraints: "$1\\le n,x\\le 9$。", sample: "1\n3 4\n"),
        Case(
            name: "only the edges of a story", description: "给定一个有根树，每个点的儿子至多两个。", input: "一行一个整数 $n$。",
            constraints: "$1\\le n\\le 9$。", sample: "1\n"),
        Case(
            name: "strict and loose bounds", input: "一行一个整数 $n$。", constraints: "$1\\le n\\le 100$，$n < 100$。",
            sample: "1\n"),
        Case(
            name: "not zero", input: "第一行一个整数 $n$。第二行 $n$ 个整数 $a_i$。",
            constraints: "$1\\le n\\le 100$，$-5\\le a_i\\le 5$，$a_i\\ne 0$。", sample: "1\n1\n"),
        Case(
            name: "neighbours differ", input: "第一行一个整数 $n$。第二行 $n$ 个整数 $a_i$。",
            constraints: "$1\\le n\\le 100$，$-5\\le a_i\\le 5$，$a_i\\ne a_{i+1}$。", sample: "1\n1\n"),
        Case(
            name: "a limit of the degree, only told", description: "给定一张无向图，每个点的度数不超过 $3$。",
            input: "第一行两个整数 $n, m$。接下来 $m$ 行，每行两个整数 $u, v$，表示一条边。",
            constraints: "$1\\le n,m\\le 9$，$1\\le u,v\\le n$。", sample: "2 1\n1 2\n"),
        Case(
            name: "digits side by side are not numbers", input: "第一行一个整数 $n$。第二行 $n$ 个数字 $a_i$，数字之间没有空格。",
            constraints: "$1\\le n\\le 9$，$0\\le a_i\\le 9$。", sample: "1\n1\n"),
        Case(
            name: "not two of the same", input: "第一行一个整数 $n$。接下来 $n$ 行，每行两个整数 $x, y$。没有两行可能相同。",
            constraints: "$1\\le n,x,y\\le 9$。", sample: "1\n1 2\n"),
        Case(
            name: "no two may coincide",
            input:
                "The first line contains $n$. Each of the next $n$ lines contains $x$ and $y$. No two points may be at the same position.",
            constraints: "$1 \\le n, x, y \\le 9$", sample: "1\n1 2\n"),
        Case(
            name: "the same at most twice", input: "第一行一个整数 $n$。第二行 $n$ 个整数 $a_i$，每个数可能重复至多两次。",
            constraints: "$1\\le n,a_i\\le 9$。", sample: "1\n1\n"),
        Case(
            name: "given in no order but one", input: "第一行一个整数 $n$。第二行 $n$ 个整数 $a_i$。除第一个数以外，其余的数没有按照任何特定的顺序给出。",
            constraints: "$1\\le n,a_i\\le 9$。", sample: "1\n1\n"),
        Case(
            name: "a permutation beside another list", description: "给定一个排列。",
            input: "第一行一个整数 $n$。第二行 $n$ 个互不相同的整数 $a_i$。第三行 $n$ 个整数 $b_i$。",
            constraints: "$1\\le n\\le 9$，$1\\le a_i,b_i\\le n$。", sample: "1\n1\n1\n"),
        Case(name: "nothing is read", input: "见附件。", sample: "1\n"),
    ]

    @Test(arguments: cases) func `A statement that leaves room for a misreading is unclear`(_ item: Case) throws {
        let problem = ProblemDocument(
            title: "T", description: item.description, input: item.input, output: "输出答案。",
            constraints: item.constraints,
            samples: [.init(input: item.sample, output: "0\n")])
        switch ProblemAnalysis.analyze(problem) {
        case .understood(let understanding):
            Issue.record("understood as\n\(SpecificationWriter.write(understanding.specification))")
        case .unclear(let misunderstanding):
            #expect(!misunderstanding.reasons.isEmpty)
            #expect(misunderstanding.reasons.allSatisfy { !$0.chinese.isEmpty && !$0.english.isEmpty })
            #expect(misunderstanding.samples.count == 1)
            #expect(misunderstanding.skeleton.contains("# ???"))
        }
    }
}
