import MaigenDomain
import MaigenExecution
import MaigenTestData

/// A problem written by hand: the sum of n numbers.
enum SumProblem {
    static let document = ProblemDocument(
        title: "求和", description: "求 $n$ 个数的和。", input: "第一行 $n$，第二行 $n$ 个整数。", output: "一个整数。",
        samples: [
            ProblemDocument.Sample(input: "3\n1 2 3\n", output: "6\n"),
            ProblemDocument.Sample(input: "1\n-5\n", output: "-5\n"),
        ])

    static let bounds = [
        VariableBound(name: "n", least: "1", greatest: "1000"),
        VariableBound(name: "a", least: "-100", greatest: "100"),
    ]

    static let generator = """
        #include "testlib.h"
        #include <cstdlib>
        #include <string>
        int main(int argc, char* argv[]) {
            registerGen(argc, argv, 1);
            int n = rnd.next(1, 1000), low = -100, high = 100;
            for (int i = 2; i + 1 < argc; i++) {
                std::string word = argv[i];
                if (word == "fail=yes") quitf(_fail, "told to fail");
                if (word == "crash=yes") std::abort();
                if (word == "returns=yes") { printf("2\\r\\n1 2"); return 0; }
                if (word.rfind("n=", 0) == 0) n = atoi(word.c_str() + 2);
                if (word.rfind("a=", 0) == 0) low = high = atoi(word.c_str() + 2);
            }
            printf("%d\\n", n);
            for (int i = 0; i < n; i++) printf("%s%d", i ? " " : "", rnd.next(low, high));
            puts("");
        }
        """

    static let validator = """
        #include "testlib.h"
        #include <algorithm>
        #include <string>
        int main(int argc, char* argv[]) {
            registerValidation(argc, argv);
            int n = inf.readInt(1, 1000, "n"), low = 1000, high = -1000;
            inf.readEoln();
            for (int i = 0; i < n; i++) {
                if (i) inf.readSpace();
                int a = inf.readInt(-100, 100, "a");
                low = std::min(low, a);
                high = std::max(high, a);
            }
            inf.readEoln();
            inf.readEof();
            if (argc > 1 && std::string(argv[1]) == "--reach") printf("n %d %d\\na %d %d\\n", n, n, low, high);
        }
        """

    static let solution = """
        #include <cstdio>
        int main() {
            int n;
            long long sum = 0;
            if (scanf("%d", &n) != 1) return 1;
            for (int i = 0; i < n; i++) {
                int a;
                scanf("%d", &a);
                if (a == 12345)
                    puts("never");
                sum += a;
            }
            printf("%lld\\n", sum);
        }
        """

    static func test(_ number: Int, _ slug: String, _ settings: [(String, String)] = [], seed: UInt64) -> PlannedTest {
        PlannedTest(
            number: number, strategy: StrategyID(rawValue: number), slug: slug,
            purpose: Localized(zh: "目的 \(number)", en: "Purpose \(number)"),
            settings: settings.map { PlannedTest.Setting($0.0, $0.1) }, seed: seed)
    }

    static let plan = TestPlan(tests: [
        test(1, "min", [("n", "1"), ("a", "-100")], seed: 1),
        test(2, "max", [("n", "1000"), ("a", "100")], seed: 2),
        test(3, "random", seed: 3),
        test(4, "random", seed: 4),
    ])

    static func request(
        _ folder: Folder, solution: String = solution, plan: TestPlan = plan,
        limits: ProgramLimits = ProgramLimits(time: .seconds(1), memory: .mebibytes(256)),
        change: (inout DataSetRequest) -> Void = { _ in }
    ) -> DataSetRequest {
        var request = DataSetRequest(
            problem: document, specificationYAML: "title: 求和\n", bounds: bounds, plan: plan, generator: generator,
            validator: validator, standardProgram: solution, limits: limits, seed: 42, jobs: 2,
            destination: folder.zip)
        change(&request)
        return request
    }
}
