import Foundation
import Testing

/// What people do wrong, each with its own message and status, and nothing half-written.
@Suite(.serialized) struct BadInputTests {
    private static let problem = """
        # Sum

        ## Description

        Add the numbers.

        ## Input

        The first line contains an integer $n$ ($1 \\le n \\le 100000$).
        The second line contains $n$ integers $a_1, a_2, \\ldots, a_n$ ($-10^9 \\le a_i \\le 10^9$).

        ## Output

        Print the sum.

        ## Sample Input 1

        ```
        3
        1 2 3
        ```

        ## Sample Output 1

        ```
        6
        ```

        """

    private static let sum = """
        #include <bits/stdc++.h>
        int main() { long long n, s = 0, x; std::cin >> n; while (n-- > 0) { std::cin >> x; s += x; } std::cout << s << "\\n"; }
        """

    private static func spec(_ a: String, more: String = "") -> String {
        "version: 1\ninput:\n  - line: {n: {int: 1..1000}}\n  - line: {a: \(a)}\n\(more)"
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var problem = BadInputTests.problem
        var program = BadInputTests.sum
        var spec: String?
        var options: [String] = []
        var status: Int32
        /// What the English and the Chinese message must hold.
        var english: String
        var chinese: String
        var testDescription: String { name }
    }

    private static let cases: [Case] = [
        Case(
            name: "a section is missing", problem: problem.replacingOccurrences(of: "## Output\n", with: "Output\n"),
            status: 2, english: "Output", chinese: "输出格式"),
        Case(
            name: "there is no sample", problem: problem.components(separatedBy: "## Sample Input 1")[0], status: 2,
            english: "ample", chinese: "样例"),
        Case(
            name: "no tests", options: ["--test", "max-bounds=0"], status: 2, english: "0 tests in total",
            chinese: "总数是 0"),
        Case(
            name: "too many tests", options: ["--test", "max-bounds=20", "--test", "1=1"], status: 2,
            english: "21 tests in total", chinese: "总数是 21"),
        Case(
            name: "an unknown strategy", options: ["--test", "magic=1"], status: 2, english: "no strategy 'magic'",
            chinese: "没有策略"),
        Case(
            name: "a malformed count", options: ["--test", "max-bounds"], status: 2, english: "STRATEGY=COUNT",
            chinese: "策略=个数"),
        Case(
            name: "no model for the model engine", options: ["--engine", "llm"], status: 2,
            english: "no language model", chinese: "没有配置语言模型"),
        Case(
            name: "an output that cannot be written", options: ["--out", "/nonexistent/folder/data.zip"], status: 2,
            english: "/nonexistent/folder", chinese: "/nonexistent/folder"),
        Case(
            name: "an empty range", spec: spec("{list: n, of: {int: 5..1}}"), status: 2,
            english: "range of 'a' is empty", chinese: "范围是空的"),
        Case(
            name: "an unknown variable", spec: spec("{list: k, of: {int: 1..5}}"), status: 2,
            english: "'k' is not read", chinese: "没有读入"),
        Case(
            name: "more distinct values than there are", spec: spec("{list: n, of: {int: 1..5}, distinct: true}"),
            status: 2, english: "distinct values", chinese: "互不相同"),
        Case(
            name: "sizes past memory",
            spec: spec(
                "{list: n, of: {int: 1..5}}",
                more: "  - matrix: {name: c, rows: 10^5, columns: 10^5, of: {int: 0..9}}\n"), status: 2,
            english: "too much", chinese: "超出上限"),
        Case(
            name: "a specification that cannot read the sample", spec: spec("{list: n, of: {int: 5..9}}"), status: 2,
            english: "sample 1", chinese: "样例 1"),
        Case(
            name: "a program that does not compile", program: "int main() { return undeclared_name; }", status: 2,
            english: "undeclared_name", chinese: "无法编译"),
        Case(
            name: "a program that disagrees with the sample",
            program: sum.replacingOccurrences(of: "s = 0", with: "s = 1"), status: 2, english: "sample 1",
            chinese: "样例 1"),
        Case(
            name: "a program that crashes",
            program: sum.replacingOccurrences(of: "std::cout", with: "if (s != 6) abort(); std::cout"), status: 4,
            english: "signal", chinese: "信号"),
        Case(
            name: "a program that loops",
            program: sum.replacingOccurrences(of: "std::cout", with: "while (s != 6) asm volatile(\"\"); std::cout"),
            options: ["--time-limit", "300"], status: 4, english: "time", chinese: "时"),
        Case(
            name: "a program that prints a gibibyte",
            program: sum.replacingOccurrences(
                of: "std::cout",
                with:
                    "if (s != 6) { std::string x(1 << 20, 'x'); for (int i = 0; i < 1024; i++) fwrite(x.data(), 1, x.size(), stdout); } std::cout"
            ), status: 4, english: "printed more than", chinese: "输出"),
        Case(
            name: "a program that reads past the end",
            program: sum.replacingOccurrences(
                of: "std::cout", with: "long long more = s != 6; while (more) { if (std::cin >> x) more--; } std::cout"),
            options: ["--time-limit", "300"], status: 4, english: "time", chinese: "时"),
        Case(
            name: "a program whose answer varies",
            program: sum.replacingOccurrences(
                of: "std::cout",
                with: "if (s != 6) s = std::chrono::steady_clock::now().time_since_epoch().count(); std::cout"),
            status: 4, english: "different answers", chinese: "不同的答案"),
        Case(
            name: "a statement that is not understood",
            problem: problem.replacingOccurrences(
                of: "($-10^9 \\le a_i \\le 10^9$)", with: "which obey the usual rules of the guild"), status: 3,
            english: "--spec", chinese: "--spec"),
    ]

    @Test(arguments: cases)
    func `a mistake has a clear message, its status, and leaves nothing`(example: Case) async throws {
        let folder = try TemporaryFolder()
        let problem = try folder.write("problem.md", example.problem)
        let program = try folder.write("std.cpp", example.program)
        var arguments = ["generate", "--problem", problem.path, "--solution", program.path]
        if let text = example.spec { arguments += ["--spec", try folder.write("spec.yaml", text).path] }
        if !example.options.contains("--out") { arguments += ["--out", folder.url.appending(path: "data.zip").path] }
        arguments += example.options
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()

        for (language, expected) in [("en", example.english), ("zh", example.chinese)] {
            let result = try await Shell.run(Shell.maigen, arguments, environment: ["MAIGEN_LANG": language])
            #expect(result.status == example.status, "\(result.errors)\(result.output)")
            #expect(result.errors.contains(expected), "\(result.errors)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == before)
    }

    @Test func `as JSON a mistake is one object with a code and both languages`() async throws {
        let folder = try TemporaryFolder()
        let problem = try folder.write("problem.md", Self.problem)
        let program = try folder.write("std.cpp", "int main() { return undeclared_name; }")
        let result = try await Shell.run(
            Shell.maigen,
            [
                "generate", "--problem", problem.path, "--solution", program.path, "--json", "--out",
                folder.url.appending(path: "data.zip").path,
            ])
        #expect(result.status == 2)
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let error = object?["error"] as? [String: Any]
        #expect(object?["status"] as? String == "failed")
        #expect((error?["code"] as? String)?.isEmpty == false)
        #expect(((error?["message"] as? [String: String])?["zh"]) != nil)
        #expect(((error?["message"] as? [String: String])?["en"]) != nil)
    }

    @Test func `a statement that is not understood gives a skeleton to complete`() async throws {
        let folder = try TemporaryFolder()
        let text = Self.problem.replacingOccurrences(of: "($-10^9 \\le a_i \\le 10^9$)", with: "")
        let problem = try folder.write("problem.md", text)
        let result = try await Shell.run(Shell.maigen, ["spec", "--problem", problem.path])
        #expect(result.status == 3)
        #expect(result.output.contains("version: 1"))
    }

    /// While it starts, while it compiles, while the standard program loops.
    @Test(arguments: [Duration.milliseconds(100), .milliseconds(400), .milliseconds(1500), .seconds(6)])
    func `the keyboard's interrupt ends the work and leaves nothing`(delay: Duration) async throws {
        let folder = try TemporaryFolder()
        let problem = try folder.write("problem.md", Self.problem)
        let program = try folder.write(
            "std.cpp",
            Self.sum.replacingOccurrences(of: "std::cout", with: "while (s != 6) asm volatile(\"\"); std::cout"))
        let result = try await Shell.run(
            Shell.maigen,
            [
                "generate", "--problem", problem.path, "--solution", program.path, "--out",
                folder.url.appending(path: "data.zip").path,
            ], environment: ["TMPDIR": folder.url.path], interruptAfter: delay)
        #expect(result.status == 130, "\(result.errors)")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["problem.md", "std.cpp"])
    }

    @Test(arguments: [
        (["generate"], "Missing expected argument '--problem <problem>'", "缺少参数 '--problem <problem>'"),
        (["spec", "--problem"], "Missing value for '--problem <problem>'", "'--problem <problem>' 后面缺少值"),
        (["doctor", "--jsn"], "Unknown option '--jsn'. Did you mean '--json'?", "没有选项 '--jsn'；是否想写 '--json'？"),
        (["strategies", "more"], "Unexpected argument 'more'", "多余的参数 'more'"),
        (
            ["generate", "--problem", "p", "--solution", "s", "--seed", "x"],
            "The value 'x' is invalid for '--seed <seed>'", "“x” 不能作为 --seed <seed> 的值"
        ),
        (["generate", "--problem", "absent.md", "--solution", "s"], "absent.md: No such file", "absent.md：文件或目录不存在"),
    ])
    func `wrong use is explained in both languages, with one object where JSON is wanted`(
        arguments: [String], english: String, chinese: String
    ) async throws {
        for (language, expected) in [("en", english), ("zh", chinese)] {
            let result = try await Shell.run(
                Shell.maigen, arguments + ["--json"], environment: ["MAIGEN_LANG": language])
            #expect(result.status == 2)
            #expect(result.errors.contains(expected), "\(result.errors)")
            let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
            let message = (object?["error"] as? [String: Any])?["message"] as? [String: String]
            #expect(object?["status"] as? String == "failed")
            #expect(message?["en"]?.contains(english) == true, "\(result.output)")
            #expect(message?["zh"]?.contains(chinese) == true, "\(result.output)")
        }
    }

    @Test func `help is there in both languages`() async throws {
        for (language, word) in [("en", "USAGE: maigen generate"), ("zh", "用法：maigen generate")] {
            let help = try await Shell.run(
                Shell.maigen, ["generate", "--help"], environment: ["MAIGEN_LANG": language])
            #expect(help.status == 0)
            #expect(help.output.contains(word), "\(help.output)")
        }
    }
}
