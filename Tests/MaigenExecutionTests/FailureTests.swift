import Foundation
import MaigenDomain
import MaigenExecution
import MaigenSandbox
import MaigenTestData
import Testing

/// Every cause of failure has its own case, its message in both languages and its exit code, and leaves nothing behind.
@Suite("Failing to make a data set", .timeLimit(.minutes(5)))
struct FailureTests {
    /// Builds, expects a failure, and checks what holds for all of them.
    private func failure(
        exitCode: Int32, _ request: (Folder) -> DataSetRequest, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> BuildFailure {
        let folder = try Folder()
        let failure = await #expect(throws: BuildFailure.self, sourceLocation: sourceLocation) {
            _ = try await Workshop.builder().build(request(folder))
        }
        let result = try #require(failure, sourceLocation: sourceLocation)
        #expect(result.category.exitCode == exitCode, sourceLocation: sourceLocation)
        #expect(try folder.names == [], "nothing half-written", sourceLocation: sourceLocation)
        for language in Language.allCases {
            #expect(!result.message[language].isEmpty, sourceLocation: sourceLocation)
            #expect(result.message[language].utf8.count < 16 << 10, sourceLocation: sourceLocation)
            #expect(!result.message[language].contains("\u{1B}"), sourceLocation: sourceLocation)
        }
        return result
    }

    @Test("a standard program that does not compile is shown with the compiler's words")
    func doesNotCompile() async throws {
        let failure = try await failure(exitCode: 2) {
            SumProblem.request($0, solution: "int main() { return undeclared_name; }")
        }
        guard case .standardProgramDoesNotCompile = failure else { return unexpected("\(failure)") }
        #expect(failure.message.english.contains("undeclared_name"))
        #expect(failure.message.chinese.hasPrefix("标准程序无法编译"))
    }

    @Test("a generator or validator that does not compile is the data's fault")
    func toolsDoNotCompile() async throws {
        let generator = try await failure(exitCode: 4) { SumProblem.request($0) { $0.generator = "int main() {" } }
        guard case .generatorDoesNotCompile = generator else { return unexpected("\(generator)") }
        let validator = try await failure(exitCode: 4) { SumProblem.request($0) { $0.validator = "int main() {" } }
        guard case .validatorDoesNotCompile = validator else { return unexpected("\(validator)") }
    }

    @Test("an answer to a sample that is not the sample's output is shown with the first line that differs")
    func disagreesWithSample() async throws {
        let failure = try await failure(exitCode: 2) {
            SumProblem.request($0) { $0.problem.samples[1].output = "\n-6\n" }
        }
        #expect(
            failure
                == .sampleDisagrees(number: 2, OutputDifference(line: 1, expected: "", actual: "-5")))
        #expect(failure.message.english.contains("line 1: expected an empty line, got `-5`"))
    }

    @Test("spaces at line ends and empty lines at the end of a sample count for nothing")
    func lenientSamples() async throws {
        let folder = try Folder()
        _ = try await Workshop.builder().build(
            SumProblem.request(folder) {
                $0.problem.samples[0].output = "6  \n\n"
                $0.problem.samples[1].output = "-5"
            })
        #expect(try folder.names == ["data.zip"])
    }

    @Test("a sample that the validator rejects is named, with the validator's words")
    func sampleRejected() async throws {
        let failure = try await failure(exitCode: 2) {
            SumProblem.request($0) { $0.problem.samples[0].input = "3\n1 2 300\n" }
        }
        guard case .sampleRejected(number: 1, let message) = failure else { return unexpected("\(failure)") }
        #expect(message.contains("300"))
        #expect(failure.message.english.contains("sample 1"))
    }

    @Test("a crash is named by its signal and the command that makes the input")
    func crashes() async throws {
        let failure = try await failure(exitCode: 4) {
            SumProblem.request(
                $0,
                solution: SumProblem.solution.replacing(
                    "long long sum = 0;", with: "long long sum = 0; volatile int z = 0;"
                )
                .replacing("printf(\"%lld", with: "if (n > 3) n /= z; printf(\"%lld"))
        }
        guard case .standardProgramFailed(.test(let test), .signal(8), _) = failure else {
            return unexpected("\(failure)")
        }
        #expect(test.number == 2)
        #expect(failure.message.english.contains("division by zero"))
        #expect(failure.message.english.contains("./generator max n=1000 a=100 2 > 2.in"))
    }

    @Test("an exit code other than 0 is a failure, on samples too, with what the program said")
    func exitCode() async throws {
        let failure = try await failure(exitCode: 4) {
            SumProblem.request(
                $0,
                solution: #"""
                    #include <cstdio>
                    int main() { fputs("bad \033[31mnews", stderr); return 3; }
                    """#)
        }
        #expect(failure == .standardProgramFailed(.sample(1), .exitCode(3), message: "bad [31mnews"))
    }

    @Test("a program that loops, or waits for more input than there is, exceeds its time")
    func loops() async throws {
        let failure = try await failure(exitCode: 4) {
            SumProblem.request(
                $0,
                solution: #"""
                    #include <cstdio>
                    int main() {
                        int n, a, sum = 0, left;
                        scanf("%d", &n);
                        // One more than there is, until it comes.
                        for (left = n + 1; left > 0;) if (scanf("%d", &a) == 1) sum += a, left--;
                        printf("%d\n", sum);
                    }
                    """#, limits: ProgramLimits(time: .milliseconds(300)))
        }
        #expect(failure == .standardProgramFailed(.sample(1), .timeLimit(.milliseconds(300)), message: ""))
        #expect(failure.message.english.contains("0.3 s"))
    }

    @Test("reading past the end of an array is a bad memory access")
    func readsPastTheEnd() async throws {
        let failure = try await failure(exitCode: 4) {
            SumProblem.request(
                $0,
                solution: SumProblem.solution.replacing(
                    "printf(\"%lld",
                    with: "volatile int* p = new int[1]; if (n > 3) for (;;) sum += *p++; printf(\"%lld"))
        }
        guard case .standardProgramFailed(.test, .signal(11), _) = failure else { return unexpected("\(failure)") }
    }

    @Test("too much memory is told from other failures")
    func memory() async throws {
        let failure = try await failure(exitCode: 4) {
            SumProblem.request(
                $0,
                solution: #"""
                    #include <cstdlib>
                    #include <cstring>
                    int main() { for (;;) memset(malloc(1 << 20), 1, 1 << 20); }
                    """#, limits: ProgramLimits(time: .seconds(5), memory: .mebibytes(64)))
        }
        // Without a memory cgroup the allocation fails instead, and the program with it.
        switch failure {
        case .standardProgramFailed(.sample(1), .memoryLimit, _), .standardProgramFailed(.sample(1), .signal(11), _):
            break
        default: Issue.record("\(failure)")
        }
    }

    @Test("printing 1 GiB is stopped at the limit")
    func prints() async throws {
        let failure = try await failure(exitCode: 4) {
            SumProblem.request(
                $0,
                solution: SumProblem.solution.replacing(
                    "printf(\"%lld",
                    with:
                        "if (n == 1000) for (int i = 0; i < 1 << 20; i++) puts(std::string(1023, 'x').c_str()); printf(\"%lld"
                )
                .replacing("#include <cstdio>", with: "#include <cstdio>\n#include <string>"),
                limits: ProgramLimits(time: .seconds(10), output: .mebibytes(32)))
        }
        guard case .standardProgramFailed(.test(let test), .outputLimit(.mebibytes(32)), _) = failure else {
            return unexpected("\(failure)")
        }
        #expect(test.number == 2)
    }

    @Test("a forbidden system call is a failure of its own")
    func forbidden() async throws {
        let failure = try await failure(exitCode: 4) {
            SumProblem.request(
                $0,
                solution: #"""
                    #include <sys/socket.h>
                    int main() { socket(AF_INET, SOCK_STREAM, 0); }
                    """#)
        }
        #expect(failure == .standardProgramFailed(.sample(1), .securityViolation, message: ""))
    }

    @Test("an answer that varies between runs is refused")
    func varies() async throws {
        let failure = try await failure(exitCode: 4) {
            SumProblem.request(
                $0,
                solution: SumProblem.solution.replacing(
                    "printf(\"%lld\\n\", sum);",
                    with: """
                        timespec now;
                        clock_gettime(CLOCK_MONOTONIC, &now);
                        if (n == 1000) sum = now.tv_nsec + now.tv_sec * 1000000000ll;
                        printf("%lld\\n", sum);
                        """
                ).replacing("#include <cstdio>", with: "#include <cstdio>\n#include <ctime>"))
        }
        guard case .answerVaries(.test(let test), let difference?) = failure else { return unexpected("\(failure)") }
        #expect(test.number == 2)
        #expect(difference.line == 1)
    }

    @Test("a generator that fails is named with its command and words")
    func generatorFails() async throws {
        let plan = TestPlan(tests: [SumProblem.test(1, "odd", [("fail", "yes")], seed: 1)])
        let failure = try await failure(exitCode: 4) { SumProblem.request($0, plan: plan) }
        guard case .generatorFailed(.test(plan.tests[0]), .exitCode, let message) = failure else {
            return unexpected("\(failure)")
        }
        #expect(message.contains("told to fail"))
        let crashing = TestPlan(tests: [SumProblem.test(1, "odd", [("crash", "yes")], seed: 1)])
        let crash = try await self.failure(exitCode: 4) { SumProblem.request($0, plan: crashing) }
        #expect(crash == .generatorFailed(.test(crashing.tests[0]), .signal(6), message: ""))
    }

    @Test("an input that the validator rejects is named with its command and the validator's words")
    func inputRejected() async throws {
        let plan = TestPlan(tests: [SumProblem.test(1, "large", [("n", "1001")], seed: 1)])
        let failure = try await failure(exitCode: 4) { SumProblem.request($0, plan: plan) }
        guard case .inputRejected(.test(plan.tests[0]), let message) = failure else {
            return unexpected("\(failure)")
        }
        #expect(message.contains("1001"))
        #expect(failure.message.english.contains("./generator large n=1001 1 > 1.in"))
    }

    @Test("a validator that crashes does not count as a refusal")
    func validatorFails() async throws {
        let failure = try await failure(exitCode: 4) {
            SumProblem.request($0) { $0.validator = "int main() { __builtin_trap(); }" }
        }
        #expect(failure == .validatorFailed(.sample(1), .signal(4), message: ""))
    }

    @Test("a place that cannot be written is refused before any work is done")
    func unwritable() async throws {
        let failure = try await failure(exitCode: 2) { folder in
            SumProblem.request(folder) { $0.destination = folder.path + "/absent/data.zip" }
        }
        guard case .cannotWrite(let fault) = failure else { return unexpected("\(failure)") }
        #expect(fault.operation == .create)
    }

    @Test("what stood at the destination survives a failure")
    func keepsTheOld() async throws {
        let folder = try Folder()
        try "old".write(toFile: folder.zip, atomically: true, encoding: .utf8)
        await #expect(throws: BuildFailure.self) {
            try await Workshop.builder().build(SumProblem.request(folder, solution: "int main() { return 1; }"))
        }
        #expect(try String(contentsOfFile: folder.zip, encoding: .utf8) == "old")
        #expect(try folder.names == ["data.zip"])
    }

    @Test("cancelling stops everything at once and removes the temporary files")
    func cancellation() async throws {
        let folder = try Folder()
        let builder = try await Workshop.builder()
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let request = SumProblem.request(
            folder,
            solution: SumProblem.solution.replacing("printf(\"%lld", with: "while (n > 3) {} printf(\"%lld"),
            limits: ProgramLimits(time: .seconds(60)))
        let task = Task {
            try await builder.build(request) { event in
                if event.stage == .making { start.yield() }
            }
        }
        for await _ in started { break }
        let clock = ContinuousClock.now
        task.cancel()
        let result = await task.result
        #expect(ContinuousClock.now - clock < .seconds(10))
        guard case .failure(BuildFailure.cancelled) = result else { return unexpected("\(result)") }
        #expect(BuildFailure.cancelled.category.exitCode == 130)
        #expect(try folder.names == [])
    }

    @Test("no build leaves files in the sandbox's work folder")
    func cleansUp() async throws {
        let configuration = try await Workshop.sandbox.value.configuration
        let sandbox = try await Sandbox(configuration: configuration)
        let builder = DataSetBuilder(sandbox: sandbox, versions: Workshop.versions)
        let before = try FileManager.default.contentsOfDirectory(atPath: sandbox.workDirectory)
        let folder = try Folder()
        await #expect(throws: BuildFailure.self) {
            try await builder.build(
                SumProblem.request(folder) { $0.plan.tests[3].settings = [PlannedTest.Setting("n", "0")] })
        }
        _ = try await builder.build(SumProblem.request(folder))
        let after = try FileManager.default.contentsOfDirectory(atPath: sandbox.workDirectory)
        // Whatever the sandbox itself keeps there, nothing of a build is among it.
        #expect(after.filter { $0.hasPrefix("build-") }.isEmpty)
        #expect(before.filter { $0.hasPrefix("build-") }.isEmpty)
    }
}

private func unexpected(_ what: String, sourceLocation: SourceLocation = #_sourceLocation) {
    Issue.record("\(what)", sourceLocation: sourceLocation)
}
