import MaigenDomain
import MaigenSandbox
import MaigenTestData
import Testing

@testable import MaigenExecution

@Suite("The choice of tests")
struct TestChoiceTests {
    private func candidate(
        _ number: Int, _ strategy: StrategyID = .randomSmall, isPlanned: Bool = true, _ features: TestFeature...
    ) -> TestCandidate {
        TestCandidate(number: number, strategy: strategy, isPlanned: isPlanned, features: Set(features))
    }

    @Test("keeps as many tests of each strategy as are wanted, first those that bring most")
    func places() {
        let choice = TestChoice(
            among: [
                candidate(1, .randomSmall, .line(1)),
                candidate(2, .randomSmall, .line(1), .bound("n", isLeast: true)),
                candidate(3, .randomSmall, isPlanned: false, .line(1), .variant(0), .variant(1)),
                candidate(4, .overflow, .line(1)),
            ], places: [.randomSmall: 2, .overflow: 1])
        #expect(choice.kept.map(\.number) == [2, 3, 4])
        #expect(choice.kept[0].news == [.line(1), .bound("n", isLeast: true)])
        #expect(choice.kept[1].news == [.variant(0), .variant(1)])
        #expect(choice.kept[2].news.isEmpty)
    }

    @Test("never gives up a bound for mistakes told apart")
    func boundsFirst() {
        let mistakes = (0..<9).map { TestFeature.variant($0) }
        let choice = TestChoice(
            among: [
                TestCandidate(number: 1, strategy: .randomSmall, isPlanned: false, features: Set(mistakes)),
                candidate(2, .randomSmall, .bound("n", isLeast: false)),
            ], places: [.randomSmall: 1])
        #expect(choice.kept.map(\.number) == [2])
    }

    @Test("prefers planned tests, and then the first, among equals")
    func ties() {
        let choice = TestChoice(
            among: [
                candidate(1, .randomSmall, isPlanned: false, .line(1)), candidate(2, .randomSmall, .line(1)),
                candidate(3, .randomSmall, .line(1)),
            ], places: [.randomSmall: 2])
        #expect(choice.kept.map(\.number) == [2, 3])
    }

    @Test("lets strategies give up places for what no kept test shows, where nobody asked for so many of each")
    func exchange() {
        let candidates = [
            candidate(1, .maximumBounds, .bound("n", isLeast: false)), candidate(2, .maximumBounds, .line(1)),
            candidate(3, .answerSpread, .variant(0), .variant(1)),
            candidate(4, .answerSpread, isPlanned: false, .variant(2)),
            candidate(5, .specialStructure), candidate(6, .specialStructure), candidate(7, .randomSmall),
        ]
        let places: [StrategyID: Int] = [
            .maximumBounds: 2, .answerSpread: 1, .specialStructure: 2, .randomSmall: 1,
        ]
        func kept(_ mayExchange: Bool) -> Set<Int> {
            Set(TestChoice(among: candidates, places: places, mayExchange: mayExchange).kept.map(\.number))
        }
        #expect(kept(false) == [1, 2, 3, 5, 6, 7])
        // Neither the bound, nor a structure, nor a strategy's only test goes; the line was worth less than the mistake.
        #expect(kept(true) == [1, 3, 4, 5, 6, 7])
    }

    @Test("says why each test is kept")
    func reasons() throws {
        let variants = try #require(
            ProgramVariants(
                of: "int main() {\n  long long a = 0;\n  for (int i = 1; i <= 3; i++) a += i;\n  return a > 5;\n}\n")
        ).variants
        let choice = TestChoice(
            among: [
                candidate(1, .randomSmall, .bound("n", isLeast: true), .variant(0), .line(4), .answer("NO")),
                candidate(2, .randomSmall),
            ], places: [.randomSmall: 2])
        let reasons = choice.kept.map { $0.reason(variants) }
        #expect(
            reasons[0].english
                == "reaches the bounds n min; tells 1 variant(s) of the standard program apart (32-bit integers); "
                + "reaches 1 new line(s) and 0 new branch(es); new class of answer: NO")
        #expect(reasons[0].chinese == "到达边界 n min；区分标准程序的 1 个变体（32 位整数）；新覆盖 1 行、0 个分支；新的答案类别：NO")
        #expect(reasons[1].english == "kept for its strategy: others show what it shows")
    }

    @Test("tells classes of answers apart, and not names")
    func answers() {
        #expect(AnswerClasses("YES\n").names == ["YES"])
        #expect(AnswerClasses("-1\n").names == ["-1"])
        #expect(AnswerClasses("17 0 -3\n").names == ["number", "0", "negative number"])
        #expect(AnswerClasses("NO\nNO\n").names == ["NO", "only NO"])
        #expect(AnswerClasses("").names == ["nothing"])
        let few = AnswerClasses.fold([AnswerClasses("YES"), AnswerClasses("NO")])
        #expect(few.map(\.names) == [["YES"], ["NO"]])
        let many = AnswerClasses.fold("abcdefghij".map { AnswerClasses("\($0)\($0) 5") })
        #expect(many.allSatisfy { $0.names == ["word", "number"] })
    }

    // MARK: - A whole data set

    private static let statement = ProblemDocument(
        title: "Largest", description: "", input: "", output: "",
        samples: [ProblemDocument.Sample(input: "2\n3 4\n", output: "7 4\n")])

    private static let solution = """
        #include <cstdio>
        int main() {
            int n;
            scanf("%d", &n);
            long long sum = 0, best = -4000000000000000000LL;
            for (int i = 0; i < n; i++) {
                long long a;
                scanf("%lld", &a);
                sum += a;
                if (a > best) best = a;
            }
            printf("%lld %lld\\n", sum, best);
        }
        """

    private func request(_ folder: Folder) throws -> DataSetRequest {
        let specification = try SpecificationParser.parse(
            "version: 1\ninput:\n  - line: {n: {int: 1..2000}}\n  - line: {a: {list: n, of: {int: -10^9..10^9}}}\n")
        return DataSetRequest(
            Self.statement, specification: specification, standardProgram: Self.solution,
            tests: [.randomSmall: 3, .overflow: 1, .maximumBounds: 2, .minimumBounds: 1, .randomMedium: 2], seed: 5,
            jobs: 2,
            destination: folder.zip)
    }

    @Test("honours the counts that are asked for, gives reasons, and the same bytes again")
    func wholeDataSet() async throws {
        let (first, second) = (try Folder(), try Folder())
        let data = try await Workshop.builder().build(request(first))
        _ = try await Workshop.builder().build(request(second))

        #expect(
            try await Folder.unzip("-v", first.zip).split(separator: 10).dropFirst()
                == Folder.unzip("-v", second.zip).split(separator: 10).dropFirst())
        var counts: [StrategyID: Int] = [:]
        for test in data.tests { counts[test.plan.strategy, default: 0] += 1 }
        #expect(counts == [.randomSmall: 3, .overflow: 1, .maximumBounds: 2, .minimumBounds: 1, .randomMedium: 2])
        #expect(data.tests.map(\.plan.number) == Array(1...9))
        #expect(data.tests.allSatisfy { $0.reason != nil })
        let choice = try #require(data.report.choice)
        #expect(choice.candidates > 9)
        #expect(choice.variants >= 3 && choice.distinguished == choice.variants)
        #expect(data.report.boundaries.allSatisfy { $0.hitsLeast && $0.hitsGreatest })
        #expect(data.report.coverage?.tests.map(\.test) == Array(1...9))
        #expect(try await first.member("tests.json").contains("\"reason\" : {"))
    }

    @Test("is left out where the request says so")
    func asPlanned() async throws {
        let folder = try Folder()
        var request = try request(folder)
        request.choosesTests = false
        let data = try await Workshop.builder().build(request)
        #expect(data.report.choice == nil && data.tests.allSatisfy { $0.reason == nil })
        #expect(data.tests.map(\.plan.slug) == request.plan.tests.map(\.slug))
    }
}
