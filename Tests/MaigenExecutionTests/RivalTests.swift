import Foundation
import MaigenDomain
import MaigenExecution
import MaigenTestData
import Testing

/// Wrong programs meet the tests, and the report says which test tells which apart.
@Suite("Wrong programs", .timeLimit(.minutes(5)))
struct RivalTests {
    private static func rival(_ name: String, _ kind: Rival.Kind, _ source: String) -> Rival {
        Rival(name: name, kind: kind, origin: .person, source: source)
    }

    private static let rivals = [
        rival(
            "forgets-negatives", .wrong,
            """
            #include <cstdio>
            int main() {
                long long n, x, sum = 0;
                scanf("%lld", &n);
                while (scanf("%lld", &x) == 1) sum += x > 0 ? x : 0;
                printf("%lld\\n", sum);
            }
            """),
        rival("right-after-all", .wrong, SumProblem.solution),
        rival("never-ends", .slow, "int main() { for (volatile int i = 0;;) i = i; }"),
        rival("crashes", .crashing, "int main() { return 3; }"),
        rival("no-program", .unknown, "int main() {"),
    ]

    @Test("The kill table has a row for each program and a column for each test")
    func table() async throws {
        let folder = try Folder()
        let data = try await Workshop.builder().build(
            SumProblem.request(folder) {
                $0.additions.rivals = Self.rivals
                $0.limits.time = .seconds(1)
            })
        let kills = try #require(data.report.kills)
        #expect(kills.timeLimitMs == 1000)
        #expect(kills.programs.map(\.name) == Self.rivals.map(\.name))
        #expect(kills.programs.map(\.compiles) == [true, true, true, true, false])
        let rows = Dictionary(uniqueKeysWithValues: kills.programs.map { ($0.name, $0) })
        // Test 1 is "1\n-100\n".
        #expect(rows["forgets-negatives"]?.outcomes.first == .wrongAnswer)
        #expect(rows["forgets-negatives"]?.killedBy.contains(1) == true)
        #expect(rows["right-after-all"]?.outcomes == [.passes, .passes, .passes, .passes])
        #expect(rows["right-after-all"]?.killedBy == [])
        // After two slow failures it has met enough.
        #expect(rows["never-ends"]?.outcomes.count { $0 == .time } == 2)
        #expect(rows["never-ends"]?.outcomes.count { $0 == .notRun } == 2)
        #expect(rows["crashes"]?.outcomes == [.crash, .crash, .crash, .crash])
        #expect(rows["no-program"]?.outcomes == [])
        // The same in the ZIP, and nothing of the programs themselves.
        let text = try await folder.member("report.json")
        #expect(try JSONDecoder().decode(DataSetReport.self, from: Data(text.utf8)) == data.report)
        #expect(!text.contains("volatile"))
        #expect(Trial(data).survivors.map(\.name) == ["right-after-all"])
    }

    @Test("Without wrong programs there is no table")
    func none() async throws {
        let folder = try Folder()
        let data = try await Workshop.builder().build(SumProblem.request(folder))
        #expect(data.report.kills == nil)
        #expect(!(try await folder.member("report.json")).contains("kills"))
    }

    @Test("Tests that kill a wrong program are kept, where others are made to choose among")
    func choice() async throws {
        let folder = try Folder()
        let problem = ProblemDocument(
            title: "求和", description: "求 $n$ 个整数的和。", input: "第一行一个整数 $n$。第二行 $n$ 个整数 $a_i$。",
            output: "一个整数。", constraints: "$1 \\le n \\le 1000$，$-100 \\le a_i \\le 100$。",
            samples: [ProblemDocument.Sample(input: "3\n1 2 3\n", output: "6\n")])
        guard case .understood(let understanding) = ProblemAnalysis.analyze(problem) else {
            Issue.record("not understood")
            return
        }
        // Wrong where the numbers fall from the first to the last: rare, and small inputs have it.
        let source = """
            #include <cstdio>
            int main() {
                int n, a[1000];
                scanf("%d", &n);
                long long sum = 0;
                for (int i = 0; i < n; i++) { scanf("%d", a + i); sum += a[i]; }
                bool falls = n > 1;
                for (int i = 1; i < n; i++) falls = falls && a[i] < a[i - 1];
                printf("%lld\\n", sum + (falls ? 1 : 0));
            }
            """
        var request = DataSetRequest(
            problem, specification: understanding.specification, standardProgram: SumProblem.solution,
            tests: [.randomSmall: 3], seed: 5, jobs: 2, destination: folder.zip)
        request.additions.rivals = [Self.rival("falls", .wrong, source)]
        let data = try await Workshop.builder().build(request)
        let kills = try #require(data.report.kills?.programs.first)
        let choice = try #require(data.report.choice)
        #expect(choice.candidates > 3)
        // Whether some candidate kills it is not the point; that a killing one is kept where there is one, is.
        if !kills.killedBy.isEmpty {
            #expect(data.tests[kills.killedBy[0] - 1].reason?.english.contains("kills falls") == true)
        }
        #expect(kills.outcomes.count == 3)
    }
}

/// What agents propose is tried; what does not hold costs nothing.
@Suite("Proposals of agents", .timeLimit(.minutes(5)))
struct ProposalTests {
    private static let purpose = Localized(zh: "专门的输入", en: "a special input")

    private static func generator(_ name: String, _ body: String) -> ExtraGenerator {
        ExtraGenerator(
            name: name,
            source: """
                #include "testlib.h"
                int main(int argc, char* argv[]) { registerGen(argc, argv, 1); \(body) }
                """)
    }

    @Test("An input of an extra generator is in the data set, with its source in the ZIP and its command in tests.json")
    func extraGenerator() async throws {
        let folder = try Folder()
        let data = try await Workshop.builder().build(
            SumProblem.request(folder) {
                $0.additions.generators = [Self.generator("threes", #"puts("3\n3 3 3");"#)]
                $0.additions.proposals = [
                    3: Proposal(test: 3, purpose: Self.purpose, settings: [], generator: "threes")
                ]
            })
        #expect(try await folder.member("3.in") == "3\n3 3 3\n")
        #expect(try await folder.member("3.out") == "9\n")
        #expect(try await folder.member("generator-threes.cpp").contains("registerGen"))
        #expect(data.tests[2].plan.command.hasPrefix("./generator-threes "))
        #expect(data.tests[2].plan.purpose == Self.purpose)
        #expect(data.dropped == [])
    }

    @Test("Settings that agents chose make the test")
    func settings() async throws {
        let folder = try Folder()
        let data = try await Workshop.builder().build(
            SumProblem.request(folder) {
                $0.additions.proposals = [3: Proposal(test: 3, purpose: Self.purpose, settings: ["n=2", "a=7"])]
            })
        #expect(try await folder.member("3.in") == "2\n7 7\n")
        #expect(data.tests[2].plan.settings.map(\.knob) == ["n", "a"])
    }

    @Test(
        "What does not hold is replaced by the planned test, and said",
        arguments: [
            ("illegal", #"puts("2\n1000 1");"#, "input-rejected"),
            ("endless", "for (volatile int i = 0;;) i = i;", "generator-failed"),
            ("floods", #"for (;;) puts("123456789012345678901234567890");"#, "generator-failed"),
            ("broken", "return;", "does not compile"), ("crashes", "abort();", "generator-failed"),
        ])
    func fallback(name: String, body: String, why: String) async throws {
        let folder = try Folder()
        let plain = try Folder()
        let untouched = try await Workshop.builder().build(SumProblem.request(plain))
        let data = try await Workshop.builder().build(
            SumProblem.request(folder) {
                $0.additions.generators = [Self.generator(name, body)]
                $0.additions.proposals = [
                    3: Proposal(test: 3, purpose: Self.purpose, settings: [], generator: name)
                ]
            })
        #expect(data.tests.map(\.input.sha256) == untouched.tests.map(\.input.sha256))
        #expect(data.report.remarks.contains { $0.english.contains(why) })
        #expect(!data.dropped.isEmpty)
        let members = String(decoding: try await Folder.unzip("-Z1", folder.zip), as: UTF8.self)
        #expect(!members.contains("generator-"))
    }

    /// Any two numbers with the given sum: many answers are right.
    private static func checker(_ judge: String) -> String {
        """
        #include "testlib.h"
        int main(int argc, char* argv[]) {
            registerTestlibCmd(argc, argv);
            \(judge)
        }
        """
    }

    @Test("A checker that accepts what is right and refuses what is wrong is trusted, and judges the wrong programs")
    func trustedChecker() async throws {
        let folder = try Folder()
        let spaced = SumProblem.solution.replacing("%lld\\n", with: "+%lld\\n")
        let source = Self.checker(
            """
            std::string word = ouf.readToken();
            if (!word.empty() && word[0] == '+') word = word.substr(1);
            if (word != ans.readToken()) quitf(_wa, "differs");
            if (!ouf.seekEof()) quitf(_wa, "more");
            quitf(_ok, "right");
            """)
        let data = try await Workshop.builder().build(
            SumProblem.request(folder) {
                $0.additions.checker = source
                $0.additions.rivals = [
                    Rival(name: "signed", kind: .wrong, origin: .person, source: spaced),
                    Rival(
                        name: "zero", kind: .wrong, origin: .person,
                        source: "#include <cstdio>\nint main() { puts(\"0\"); }"),
                ]
            })
        #expect(data.report.checker == true)
        #expect(try await folder.member("checker.cpp").contains("seekEof"))
        let programs = try #require(data.report.kills?.programs)
        #expect(programs[0].killedBy == [])
        #expect(!programs[1].killedBy.isEmpty)
    }

    @Test(
        "A checker that accepts everything, refuses everything or does not compile is not in the ZIP",
        arguments: [#"quitf(_ok, "fine");"#, #"quitf(_wa, "no");"#, "nonsense"])
    func droppedChecker(judge: String) async throws {
        let folder = try Folder()
        let data = try await Workshop.builder().build(
            SumProblem.request(folder) { $0.additions.checker = Self.checker(judge) })
        #expect(data.report.checker == false)
        #expect(data.dropped.count == 1)
        let members = String(decoding: try await Folder.unzip("-Z1", folder.zip), as: UTF8.self)
        #expect(!members.contains("checker"))
    }
}
