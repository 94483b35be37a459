import Foundation
import MaigenDomain
import MaigenExecution
import MaigenTestData
import Synchronization
import Testing

@Suite("Making data sets", .timeLimit(.minutes(5)))
struct DataSetTests {
    @Test("a whole data set: members, answers, documents")
    func wholeDataSet() async throws {
        let folder = try Folder()
        let events = Mutex<[ProgressEvent]>([])

        let data = try await Workshop.builder().build(SumProblem.request(folder)) { event in
            events.withLock { $0.append(event) }
        }

        // The ZIP.
        let members = String(decoding: try await Folder.unzip("-Z1", folder.zip), as: UTF8.self).split(separator: "\n")
        #expect(
            members == [
                "1.in", "1.out", "2.in", "2.out", "3.in", "3.out", "4.in", "4.out", "spec.yaml", "generator.cpp",
                "validator.cpp", "tests.json", "report.json", "README.md",
            ])
        #expect(try folder.names == ["data.zip"])
        #expect(try await folder.member("1.in") == "1\n-100\n")
        #expect(try await folder.member("1.out") == "-100\n")
        #expect(try await folder.member("2.out") == "100000\n")
        #expect(try await folder.member("generator.cpp") == SumProblem.generator + "\n")
        let values = try await folder.member("3.in").split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        #expect(values.count == values[0] + 1)
        #expect(try await folder.member("3.out") == "\(values.dropFirst().reduce(0, +))\n")

        // What comes back.
        #expect(data.tests.map(\.plan.number) == [1, 2, 3, 4])
        #expect(data.tests[0].input.preview == "1\n-100\n")
        #expect(data.tests[0].input.sha256 == SHA256.hexadecimal(of: "1\n-100\n"))
        #expect(data.tests[1].input.isCut)
        #expect(data.tests[1].input.preview.utf8.count == 1024)
        #expect(data.tests.allSatisfy { $0.measurement.cpuTime < .seconds(1) && $0.measurement.peakMemory.bytes > 0 })

        // The report.
        let report = data.report
        #expect(report.samples.checked == 2)
        #expect(report.validation.accepted == 4)
        #expect(report.boundaries.map(\.name) == ["n", "a"])
        #expect(report.boundaries[0].reachedLeast == DataSetReport.Reached(value: "1", test: 1))
        #expect(report.boundaries[0].reachedGreatest == DataSetReport.Reached(value: "1000", test: 2))
        #expect(report.boundaries.allSatisfy { $0.hitsLeast && $0.hitsGreatest })
        #expect(report.duplicates.isEmpty)
        #expect(report.remarks.isEmpty)
        let coverage = try #require(report.coverage)
        #expect(coverage.unreachedLines == [10])
        #expect(coverage.lines.reached == coverage.lines.total - 1)
        #expect(coverage.branches.reached < coverage.branches.total)
        #expect(coverage.tests.map(\.test) == [1, 2, 3, 4])
        #expect(coverage.tests[0].newLines == coverage.lines.reached)

        // The documents.
        let tests = try #require(
            try JSONSerialization.jsonObject(with: Data(await folder.member("tests.json").utf8)) as? [String: Any])
        let second = try #require((tests["tests"] as? [[String: Any]])?[1])
        #expect(second["command"] as? String == "./generator max n=1000 a=100 2 > 2.in")
        #expect(second["strategy"] as? String == "max")
        #expect(second["seed"] as? Int == 2)
        #expect((second["output"] as? [String: Any])?["size"] as? Int == 7)
        #expect((second["standardProgram"] as? [String: Any])?["timeAtMostMs"] as? Int == 50)
        let readMe = try await folder.member("README.md")
        #expect(readMe.hasPrefix("# 求和\n"))
        #expect(readMe.contains("./generator min n=1 a=-100 1 > 1.in"))

        // Progress.
        let seen = events.withLock { $0 }
        #expect(seen.first?.stage == .compiling)
        #expect(seen.last.map { $0.stage == .done && $0.done == 4 && $0.total == 4 } == true)
        for stage in ProgressEvent.Stage.allCases where stage != .done {
            let counts = seen.filter { $0.stage == stage }.map(\.done)
            #expect(counts == Array(0..<counts.count))
        }
        #expect(seen.last { $0.stage == .making }.map { [$0.done, $0.total] } == [4, 4])
        #expect(seen.last { $0.stage == .packing }.map { [$0.done, $0.total] } == [4, 4])
    }

    @Test("the same request gives the same bytes, whatever the number of jobs")
    func isDeterministic() async throws {
        var files: Set<Data> = []
        for jobs in [1, 2, 4, 2] {
            let folder = try Folder()
            _ = try await Workshop.builder().build(SumProblem.request(folder) { $0.jobs = jobs })
            files.insert(try Data(contentsOf: URL(fileURLWithPath: folder.zip)))
        }
        #expect(files.count == 1)
    }

    @Test("equal tests are told apart by other seeds, then by dropping settings, in the order of the tests")
    func duplicates() async throws {
        let folder = try Folder()
        let plan = TestPlan(tests: [
            SumProblem.test(1, "random", seed: 7),
            SumProblem.test(2, "random", seed: 7),
            SumProblem.test(3, "min", [("n", "1"), ("a", "-100")], seed: 1),
            SumProblem.test(4, "min", [("n", "1"), ("a", "-100")], seed: 2),
        ])

        let data = try await Workshop.builder().build(SumProblem.request(folder, plan: plan))

        #expect(Set(data.tests.map(\.input.sha256)).count == 4)
        #expect(
            data.report.duplicates == [
                DataSetReport.Duplicate(test: 2, sameAs: 1, outcome: .newSeed),
                DataSetReport.Duplicate(test: 4, sameAs: 3, outcome: .settingsDropped),
            ])
        #expect(data.tests[1].plan.seed != 7)
        #expect(data.tests[3].plan.settings.isEmpty)
        #expect(data.tests[3].plan.purpose.english.hasPrefix("Random data"))
        #expect(data.report.remarks.count == 1)
        // The command in the ZIP is the one that made the input.
        #expect(try await folder.member("tests.json").contains("./generator random \(data.tests[1].plan.seed) > 2.in"))
    }

    @Test("where no other input exists, the repetition stays and is said")
    func unavoidableDuplicates() async throws {
        let folder = try Folder()
        let plan = TestPlan(tests: [
            SumProblem.test(1, "only", seed: 1), SumProblem.test(2, "only", [("n", "1")], seed: 2),
        ])
        let request = SumProblem.request(folder, plan: plan) {
            $0.generator = #"""
                #include <cstdio>
                int main() { puts("1\n5"); }
                """#
        }
        let data = try await Workshop.builder().build(request)
        #expect(data.report.duplicates == [DataSetReport.Duplicate(test: 2, sameAs: 1, outcome: .kept)])
        #expect(data.tests[1].plan == plan.tests[1])
        #expect(data.report.remarks.count == 1)
    }

    @Test("line ends become LF and the last line is ended, in inputs and outputs")
    func lineEnds() async throws {
        let folder = try Folder()
        let plan = TestPlan(tests: [SumProblem.test(1, "crlf", [("returns", "yes")], seed: 1)])
        let solution = SumProblem.solution.replacing("%lld\\n", with: "%lld\\r\\n\\rx")
        let request = SumProblem.request(folder, solution: solution, plan: plan) { $0.problem.samples = [] }

        let data = try await Workshop.builder().build(request)

        #expect(try await folder.member("1.in") == "2\n1 2\n")
        #expect(try await folder.member("1.out") == "3\n\rx\n")
        #expect(data.tests[0].output.sha256 == SHA256.hexadecimal(of: "3\n\rx\n"))
    }

    @Test("an answer that depends on how the program is built is remarked")
    func buildDependence() async throws {
        let folder = try Folder()
        // Writing through pointers of two types: `-O2` may believe that they differ, `-O1` does not.
        let solution = SumProblem.solution.replacing(
            "int main() {",
            with: """
                __attribute__((noinline)) int punned(int* a, float* b) { *a = 1; *b = 2; return *a; }
                int main() {
                """
        ).replacing(
            "printf(\"%lld\\n\", sum);",
            with: #"""
                int x;
                if (n == 1000) sum += punned(&x, (float*)&x) - 1;
                printf("%lld\n", sum);
                """#)
        let data = try await Workshop.builder().build(SumProblem.request(folder, solution: solution))
        #expect(data.report.remarks.count == 1)
        #expect(data.report.remarks.map(\.english).allSatisfy { $0.hasPrefix("Test 2:") })
        #expect(try await folder.member("2.out") == "100000\n")
    }
}
