import Foundation
import MaigenModelScripts
import TestSupport
import Testing

/// Problems on disk, and the answers of models to them.
enum Harbour {
    /// Beyond the built-in engine.
    static let problem = """
        # Harbour

        ## Description

        The harbour master weighs every crate twice, according to the old custom of the guild, and writes down both weights
        $p$ and $q$. How far are they apart, all crates together?

        ## Input

        The book opens with the tally $k$ of crates. Whatever the clerk noted about a crate follows beneath, crate after crate,
        first $p$ and then $q$.

        ## Output

        Print the total difference.

        ## Constraints

        $1 \\le k \\le 5000$, $0 \\le p \\le 10^6$, $0 \\le q \\le 10^6$.

        ## Sample Input 1

        ```
        2
        3 4
        5 5
        ```

        ## Sample Output 1

        ```
        1
        ```

        """

    /// Not beyond it.
    static let sum = """
        # 求和

        ## 题目描述

        求 $n$ 个整数的和。

        ## 输入格式

        第一行一个整数 $n$。第二行 $n$ 个整数 $a_i$。

        ## 输出格式

        一个整数。

        ## 数据范围

        $1 \\le n \\le 1000$，$-100 \\le a_i \\le 100$。

        ## 样例输入 1

        ```
        3
        1 2 3
        ```

        ## 样例输出 1

        ```
        6
        ```

        """

    static let solution = program("total += p < q ? q - p : p - q;")
    static let sumSolution = """
        #include <cstdio>
        int main() { long long n, x, s = 0; scanf("%lld", &n); while (scanf("%lld", &x) == 1) s += x; printf("%lld\\n", s); }

        """

    static func program(_ step: String) -> String {
        """
        #include <cstdio>
        int main() {
            int k;
            scanf("%d", &k);
            long long total = 0;
            for (int i = 0; i < k; i++) {
                long long p, q;
                scanf("%lld %lld", &p, &q);
                \(step)
            }
            printf("%lld\\n", total);
        }

        """
    }

    static let yaml = """
        version: 1
        input:
          - line: {k: {int: 1..5000}}
          - rows:
              times: k
              each: [{line: {p: {int: 0..10^6}, q: {int: 0..10^6}}}]

        """

    static func json(_ value: Any) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]), as: UTF8.self)
    }

    static func analyst(_ specification: String = yaml) throws -> String {
        try json([
            "candidates": [["specification": specification, "evidence": [Any](), "doubts": [Any]()] as [String: Any]],
            "severalAnswers": false,
        ])
    }

    static func adversary(_ programs: [(String, String)]) throws -> String {
        try json(["programs": programs.map { ["name": $0.0, "kind": "wrong", "source": $0.1] }])
    }

    static func strategist(_ tests: [(Int, [String])], wish: (Int, String)? = nil, purpose: String = "相差恰好为一") throws
        -> String
    {
        try json([
            "tests": tests.map {
                ["test": $0.0, "settings": $0.1, "purpose": ["zh": purpose, "en": purpose]] as [String: Any]
            },
            "wishes": wish.map {
                [
                    ["test": $0.0, "name": $0.1, "idea": "equal weights", "purpose": ["zh": purpose, "en": purpose]]
                        as [String: Any]
                ]
            } ?? [],
        ])
    }

    static func coder(_ name: String, _ body: String) throws -> String {
        let source = """
            #include "testlib.h"
            int main(int argc, char* argv[]) { registerGen(argc, argv, 1); \(body) }
            """
        return try json(["generators": [["name": name, "source": source]], "checker": NSNull()] as [String: Any])
    }

    static func reviewer(_ text: String) throws -> String { try json(["faults": [["about": "plan", "text": text]]]) }

    /// Every agent's answers by its prompt's name, each in turn and the last for ever.
    static func script(_ answers: [String: [String]]) -> ModelScript {
        ModelScript(
            exchanges: answers.sorted { $0.key < $1.key }.flatMap { name, answers in
                answers.enumerated().map { index, answer in
                    var exchange = ModelScript.Exchange(
                        answer, when: .init(prompt: "\(name)/1"), usage: .init(prompt: 1000, answer: 100))
                    if index == answers.count - 1 { exchange.times = 0 }
                    return exchange
                }
            })
    }

    static func good() throws -> ModelScript {
        script([
            "analyst": [try analyst()],
            "adversary": [
                try adversary([
                    ("forgets-order", program("total += q - p;")), ("counts-pairs", program("total += p != q;")),
                    (
                        "ignores-units",
                        program("if (p != q) total += (p < q ? q - p : p - q) / 2 * 2 + (k > 2 ? 0 : (p + q) % 2);")
                    ),
                ])
            ],
            "strategist": [try strategist([(1, ["k=3", "p=equal:7"])], wish: (2, "twins"))],
            "coder": [try coder("twins", #"puts("2\n7 7\n9 9");"#)],
            "reviewer": [try reviewer("equal weights alone do not tell")],
        ])
    }
}

/// One call of `maigen generate`, and what it left.
struct Generated: Sendable {
    var result: Program.Result
    var zip: Data?
    var members: [String: String] = [:]

    /// The report of the ZIP.
    var report: [String: Any] {
        let text = members["report.json"] ?? "{}"
        return (try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]) ?? [:]
    }

    static func run(
        _ problem: String, _ solution: String, address: String?, _ options: [String] = [],
        environment: [String: String] = [:]
    ) async throws -> Generated {
        try await withTemporaryFolder { folder in
            let (statement, program) = (folder.appending(path: "p.md"), folder.appending(path: "s.cpp"))
            let zip = folder.appending(path: "data.zip")
            try Data(problem.utf8).write(to: statement)
            try Data(solution.utf8).write(to: program)
            var all = ["MAIGEN_LANG": "en"].merging(environment) { $1 }
            if let address {
                all["MAIGEN_LLM_BASE_URL"] = address
                all["MAIGEN_LLM_MODEL"] = "scripted"
                all["MAIGEN_LLM_API_KEY"] = secret
                if all["MAIGEN_LLM_TIMEOUT"] == nil { all["MAIGEN_LLM_TIMEOUT"] = "120" }
            }
            let arguments =
                [
                    "generate", "--problem", statement.path, "--solution", program.path, "--out", zip.path, "--test",
                    "random-small=3", "--test", "max-bounds=1",
                ] + options
            let result = try await Program.run(Program.built("maigen").path, arguments, in: folder, environment: all)
            var generated = Generated(result: result, zip: try? Data(contentsOf: zip))
            if generated.zip != nil {
                let names = try await Program.run("unzip", ["-Z1", zip.path]).text.split(separator: "\n")
                for name in names {
                    generated.members[String(name)] = try await Program.run("unzip", ["-p", zip.path, String(name)])
                        .text
                }
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(left == (generated.zip == nil ? ["p.md", "s.cpp"] : ["data.zip", "p.md", "s.cpp"]))
            return generated
        }
    }

    /// A key that must be nowhere.
    static let secret = "sk-agents-0123456789"
}
