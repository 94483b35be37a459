import MaigenDomain

/// `README.md` of a ZIP: Chinese first, then English.
struct ReadMe: Sendable {
    var title: String
    var tests: [CreatedTest]
    var report: DataSetReport

    var text: String {
        let count = tests.count
        let title = self.title.split(whereSeparator: \.isNewline).joined(separator: " ")
        let example = tests.first?.plan.command ?? "./generator random 1 > 1.in"
        return """
            # \(title)

            ## 测试数据说明

            | 文件 | 内容 |
            |---|---|
            | `1.in` … `\(count).in` | 各测试点的输入（LF 换行，末尾有换行） |
            | `1.out` … `\(count).out` | 标准程序对相应输入的输出 |
            | `spec.yaml` | 输入规格：变量、范围、约束；生成器与校验器均由它得到 |
            | `generator.cpp` | 数据生成器（C++17，testlib） |
            | `validator.cpp` | 数据校验器（C++17，testlib） |
            \(extraFiles(\.chinese))| `tests.json` | 每个测试点的策略、目的、生成命令、种子、大小、SHA-256、标准程序的时间与内存档位 |
            | `report.json` | 质量报告：样例、校验、边界覆盖、标准程序的行与分支覆盖、备注 |

            重新生成一个测试点（同样的命令得到同样的字节）：

            ```
            g++ -O2 -std=c++17 -I. generator.cpp -o generator
            \(example)
            ```

            `testlib.h` 来自 https://github.com/MikeMirzayanov/testlib（MIT 许可证），本压缩包不含；\
            制作时所用文件的 SHA-256 为 `\(report.versions.testlibSHA256)`。

            校验一个输入：

            ```
            g++ -O2 -std=c++17 -I. validator.cpp -o validator
            ./validator < 1.in
            ```

            这些数据经过如下检查：\(checks.chinese)

            各测试点的目的：

            \(tests.map { "\($0.plan.number). `\($0.plan.slug)` \($0.plan.purpose.chinese)" }.joined(separator: "\n"))

            ## About this test data

            | file | what it is |
            |---|---|
            | `1.in` … `\(count).in` | the inputs (LF line ends, a final line end) |
            | `1.out` … `\(count).out` | the standard program's answers to them |
            | `spec.yaml` | the input specification: variables, ranges, relations; generator and validator follow from it |
            | `generator.cpp` | the generator (C++17, testlib) |
            | `validator.cpp` | the validator (C++17, testlib) |
            \(extraFiles(\.english))| `tests.json` | per test: strategy, purpose, command, seed, sizes, SHA-256, time and memory class of the standard program |
            | `report.json` | the quality report: samples, validation, boundaries reached, lines and branches reached, remarks |

            To make a test again (the same command gives the same bytes):

            ```
            g++ -O2 -std=c++17 -I. generator.cpp -o generator
            \(example)
            ```

            `testlib.h` comes from https://github.com/MikeMirzayanov/testlib (MIT licence) and is not in this archive; the file that \
            was used has the SHA-256 `\(report.versions.testlibSHA256)`.

            To check an input:

            ```
            g++ -O2 -std=c++17 -I. validator.cpp -o validator
            ./validator < 1.in
            ```

            How the data was checked: \(checks.english)

            What each test is for:

            \(tests.map { "\($0.plan.number). `\($0.plan.slug)` \($0.plan.purpose.english)" }.joined(separator: "\n"))

            """
    }

    /// Rows for the files that not every ZIP has.
    private func extraFiles(_ language: KeyPath<Localized, String>) -> String {
        var rows: [String] = []
        for name in Set(tests.compactMap(\.plan.generator)).sorted() {
            let what = Localized(
                zh: "某些测试点专用的生成器，用法与 generator.cpp 相同",
                en: "a generator of some tests alone, called as generator.cpp is")
            rows.append("| `generator-\(name).cpp` | \(what[keyPath: language]) |\n")
        }
        if report.checker == true {
            let what = Localized(
                zh: "答案检查器（testlib）：checker 输入 输出 答案", en: "judges answers (testlib): checker input output answer")
            rows.append("| `checker.cpp` | \(what[keyPath: language]) |\n")
        }
        return rows.joined()
    }

    private var checks: (chinese: String, english: String) {
        let samples = report.samples.checked
        let reached = report.boundaries.filter { $0.hitsLeast && $0.hitsGreatest }.count
        var chinese = """
            题面的 \(samples) 个样例均被校验器接受，标准程序的输出与样例一致；\(tests.count) 个输入均被校验器接受；\
            答案由标准程序给出，并重复运行核对过；\
            \(report.boundaries.count) 个变量中有 \(reached) 个的最小值与最大值都出现在数据中
            """
        var english = """
            the validator accepts all \(samples) samples of the statement and the standard program answers them as given; \
            the validator accepts all \(tests.count) inputs; the answers are the standard program's, and repeated runs agreed; \
            of \(report.boundaries.count) variables, \(reached) take both their least and their greatest value
            """
        if report.attack.tried > 0 {
            let (refused, tried) = (report.attack.refused, report.attack.tried)
            chinese += "；校验器拒绝了 \(tried) 份近似合法的错误输入中的 \(refused) 份"
            english += "; the validator refuses \(refused) of \(tried) nearly valid inputs"
        }
        if let programs = report.kills?.programs {
            let killed = programs.count { !$0.killedBy.isEmpty }
            chinese += "；\(programs.count) 份错解中有 \(killed) 份不能通过全部测试点"
            english += "; of \(programs.count) wrong programs, \(killed) fail some test"
        }
        if let coverage = report.coverage {
            chinese += "；数据到达标准程序 \(coverage.lines.percent)% 的行和 \(coverage.branches.percent)% 的分支"
            english += """
                ; the data reaches \(coverage.lines.percent)% of the standard program's lines and \
                \(coverage.branches.percent)% of its branches
                """
        }
        return (chinese + "。", english + ".")
    }
}
