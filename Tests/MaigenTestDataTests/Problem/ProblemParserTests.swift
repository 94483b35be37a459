import MaigenTestData
import Testing

@Suite struct ProblemParserTests {
    static let chinese =
        "# 求和\n\n## 题目描述\n\n求 $a+b$。\n\n## 输入格式\n\n两个整数。\n\n## 输出格式\n\n和。\n\n## 数据范围\n\n$1\\le a,b\\le 9$\n\n## 样例输入 1\n\n```\n1 2\n```\n\n## 样例输出 1\n\n```\n3\n```\n"

    @Test func `A document with every section is read`() throws {
        let problem = try ProblemParser.parse(Self.chinese)
        #expect(problem.title == "求和")
        #expect(problem.description == "求 $a+b$。")
        #expect(problem.input == "两个整数。")
        #expect(problem.output == "和。")
        #expect(problem.constraints == "$1\\le a,b\\le 9$")
        #expect(problem.samples == [.init(input: "1 2\n", output: "3\n")])
    }

    @Test func `A byte order mark, CRLF and trailing spaces do not matter`() throws {
        let windows =
            "\u{FEFF}"
            + Self.chinese.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "  \r\n")
        #expect(try ProblemParser.parse(windows).samples == [.init(input: "1 2\n", output: "3\n")])
    }

    @Test(arguments: [
        ("Input", "Output", "Constraints", "Sample Input", "Sample Output"),
        ("Input Format", "Output Format", "Limits", "Example Input 1", "Example Output 1"),
        ("输入描述", "输出描述", "数据规模与约定", "输入样例", "输出样例"),
        ("输入", "输出", "数据范围与提示", "样例输入 #1", "样例输出 #1"),
    ]) func `Headings that people write are known`(names: (String, String, String, String, String)) throws {
        let text =
            "# T\n\n## \(names.0)\n\nx\n\n## \(names.1)\n\ny\n\n## \(names.2)\n\nz\n\n## \(names.3)\n\n~~~text\n1\n~~~\n\n## \(names.4)\n\n```\n2\n```\n\n## Note\n\nhi\n"
        let problem = try ProblemParser.parse(text)
        #expect(problem.constraints == "z")
        #expect(problem.samples == [.init(input: "1\n", output: "2\n")])
    }

    @Test func `A heading inside a fence is part of the sample`() throws {
        let text = Self.chinese.split(separator: "1 2", omittingEmptySubsequences: false).joined(separator: "# 1\n## 2")
        #expect(try ProblemParser.parse(text).samples[0].input == "# 1\n## 2\n")
    }

    @Test func `Numbered samples are paired by their numbers`() throws {
        let text =
            "# T\n## Input\nx\n## Output\ny\n## Sample Input 1\n```\n1\n```\n## Sample Input 2\n```\n2\n```\n## Sample Output 2\n```\nb\n```\n## Sample Output 1\n```\na\n```\n"
        #expect(
            try ProblemParser.parse(text).samples == [
                .init(input: "1\n", output: "a\n"), .init(input: "2\n", output: "b\n"),
            ])
    }

    @Test(arguments: [
        ("## 输入格式\nx", ProblemParseError.missingTitle),
        ("# T\n## Output\ny", .missingSection(.init(zh: "输入格式", en: "Input"))),
        ("# T\n## Input\nx", .missingSection(.init(zh: "输出格式", en: "Output"))),
        ("# T\n## Input\nx\n## Output\ny", .missingSection(.init(zh: "样例输入", en: "Sample Input"))),
        ("# T\n## Input\nx\n## Input\nz\n## Output\ny", .repeatedSection(line: 4, heading: "Input")),
        ("# T\n## Banana\nx", .unknownHeading(line: 2, heading: "Banana")),
        (
            "# T\n## Input\nx\n## Output\ny\n## Sample Input\nno block",
            .sampleWithoutBlock(line: 6, heading: "Sample Input")
        ),
        ("# T\n## Input\n```\nx", .unclosedFence(line: 3)),
        ("# T\n## Input\nx\n## Output\ny\n## Sample Input\n```\n1\n```\n", .unmatchedSamples(inputs: 1, outputs: 0)),
        ("# T\u{0}", .nulByte(line: 1)),
    ]) func `A mistake is named with its place`(text: String, error: ProblemParseError) {
        #expect(throws: error) { try ProblemParser.parse(text) }
        #expect(!error.message.chinese.isEmpty && !error.message.english.isEmpty)
    }

    @Test func `A document beyond the limits is refused`() {
        #expect(throws: ProblemParseError.tooLarge(bytes: ProblemParser.maximumBytes + 1)) {
            try ProblemParser.parse(String(repeating: "x", count: ProblemParser.maximumBytes + 1))
        }
        let sample = "## Sample Input\n```\n1\n```\n## Sample Output\n```\n1\n```\n"
        #expect(throws: ProblemParseError.tooManySamples(51)) {
            try ProblemParser.parse("# T\n## Input\nx\n## Output\ny\n" + String(repeating: sample, count: 51))
        }
    }
}

/// Notes are read for what they bound or promise.
@Suite struct NoteTests {
    private func constraints(_ note: String) throws -> String? {
        try ProblemParser.parse(
            "# T\n\n## Input\n\nx\n\n## Output\n\ny\n\n## Sample Input\n\n```\n1\n```\n\n## Sample Output\n\n```\n2\n```\n\n## 提示\n\n\(note)\n"
        ).constraints
    }

    @Test(arguments: ["保证 $a_i$ 互不相同。", "对于 $100\\%$ 的数据，$1 \\le n \\le 5$。", "$1\\le n\\le 5$。"])
    func `A promise or a bound in a note counts as one of the section of bounds`(note: String) throws {
        #expect(try constraints(note) == note)
    }

    @Test(arguments: ["样例一中，$3 \\le 4$，因此答案是 $1$。", "这道题很有趣。"])
    func `What a note tells of a sample or of nothing is no bound`(note: String) throws {
        #expect(try constraints(note) == nil)
    }
}
