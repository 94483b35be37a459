import Foundation
import MaigenDomain
import MaigenExecution
import MaigenSandbox
import MaigenTestData

/// How long a data set takes compared with the compilers and programs it runs, and how much memory MAIGEN itself needs.
///
/// Prints one line each for 20 tests of an array problem with n ≤ 2·10⁵ (cold, and warm with everything compiled
/// before), and one for 20 tests of 10 MB each.
func benchmarkExecution() async throws {
    var configuration = try SandboxConfiguration.standard(above: #filePath)
    let folder = FileManager.default.temporaryDirectory.path + "/maigen-bench-\(getpid())"
    configuration.cacheDirectory = folder + "/cache"
    // Making headers in the background serves later compilations; it would only blur this measurement.
    configuration.precompilesHeaders = false
    defer {
        // What is left lies in the temporary folder.
        try? FileManager.default.removeItem(atPath: folder)
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let sandbox = try await Sandbox(configuration: configuration)
    let builder = DataSetBuilder(
        sandbox: sandbox, versions: try await DataSetReport.Versions(maigen: "bench", sandbox: sandbox))
    let jobs = configuration.jobs

    for (name, size) in [("n=2e5 cold", 200_000), ("n=2e5 warm", 200_000), ("10 MB each", 1_450_000)] {
        let request = arrayRequest(size: size, jobs: jobs, destination: folder + "/data.zip")
        let programs = childrenCPU()
        let own = ownCPU()
        let start = ContinuousClock.now
        let data = try await builder.build(request)
        let wall = seconds(ContinuousClock.now - start)
        let cpu = childrenCPU() - programs
        let bytes = data.tests.reduce(0) { $0 + $1.input.size.bytes + $1.output.size.bytes }
        print(
            "execution \(name): wall \(rounded(wall)) s, programs \(rounded(cpu)) CPU s,",
            "maigen \(rounded(ownCPU() - own)) CPU s, wall / (programs / \(jobs)) = \(rounded(wall / (cpu / Double(jobs)))),",
            "target \(rounded(1.3 * cpu / Double(jobs) + 1)) s, data \(ByteCount(bytes: bytes)), zip \(data.size),",
            "VmHWM \(peakMemory())")
    }
}

/// 20 tests of `size` numbers each, half the work in the generator and half in the program.
private func arrayRequest(size: Int, jobs: Int, destination: String) -> DataSetRequest {
    let tests = (1...20).map { number in
        PlannedTest(
            number: number, strategy: StrategyID(rawValue: 1), slug: "random",
            purpose: Localized(zh: "随机", en: "Random"), settings: [PlannedTest.Setting("n", String(size))],
            seed: UInt64(number))
    }
    return DataSetRequest(
        problem: ProblemDocument(
            title: "Sort", description: "", input: "", output: "",
            samples: [ProblemDocument.Sample(input: "3\n3 1 2\n", output: "1 2 3\n")]),
        specificationYAML: "title: Sort\n",
        bounds: [VariableBound(name: "n", least: "1", greatest: "2000000")], plan: TestPlan(tests: tests),
        generator: """
            #include "testlib.h"
            int main(int argc, char* argv[]) {
                registerGen(argc, argv, 1);
                int n = atoi(argv[2] + 2);
                printf("%d\\n", n);
                for (int i = 0; i < n; i++) printf("%s%d", i ? " " : "", rnd.next(1, 1000000));
                puts("");
            }
            """,
        validator: """
            #include "testlib.h"
            int main(int argc, char* argv[]) {
                registerValidation(argc, argv);
                int n = inf.readInt(1, 2000000, "n");
                inf.readEoln();
                for (int i = 0; i < n; i++) {
                    if (i) inf.readSpace();
                    inf.readInt(1, 1000000, "a");
                }
                inf.readEoln();
                inf.readEof();
                printf("n %d %d\\n", n, n);
            }
            """,
        standardProgram: """
            #include <bits/stdc++.h>
            using namespace std;
            int main() {
                int n;
                scanf("%d", &n);
                vector<int> a(n);
                for (int& x : a) scanf("%d", &x);
                sort(a.begin(), a.end());
                for (int i = 0; i < n; i++) printf("%d%c", a[i], i + 1 < n ? ' ' : '\\n');
            }
            """,
        seed: 1, jobs: jobs, destination: destination)
}

/// The greatest resident memory of this process so far.
private func peakMemory() -> ByteCount {
    // Without /proc there is nothing to report.
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let words = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?.split(whereSeparator: \.isWhitespace)
    return ByteCount(bytes: (words.flatMap { Int($0[1]) } ?? 0) << 10)
}
