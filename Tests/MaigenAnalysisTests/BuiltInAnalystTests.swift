import MaigenAnalysis
import MaigenDomain
import MaigenTestData
import Synchronization
import Testing

/// The built-in agents on a problem that they understand, and on ones that they do not.
@Suite struct BuiltInAnalystTests {
    private static let sum = ProblemDocument(
        title: "求和", description: "求 $n$ 个整数的和。", input: "第一行一个整数 $n$。第二行 $n$ 个整数 $a_i$。",
        output: "一个整数。", constraints: "$1 \\le n \\le 1000$，$-100 \\le a_i \\le 100$。",
        samples: [ProblemDocument.Sample(input: "3\n1 2 3\n", output: "6\n")])

    private func snapshot(_ problem: ProblemDocument = sum, specification: String? = nil) -> TaskSnapshot {
        TaskSnapshot(
            problem: problem, program: StandardProgram(source: "int main() {}"),
            tests: [
                TestWish(strategy: .minimumBounds, count: 2), TestWish(strategy: .maximumBounds, count: 2),
                TestWish(strategy: .randomSmall, count: 3),
            ], specification: specification)
    }

    /// What `snapshot` ends with, and the steps until then.
    private func analyse(_ snapshot: TaskSnapshot) async -> (Result<String, TaskFault>, [TaskProgress]) {
        let steps: Mutex<[TaskProgress]> = Mutex([])
        let sink = ProgressSink(Dispatch(task: TaskID(rawValue: "t"), attempt: 1)) { step in
            steps.withLock { $0.append(step) }
        }
        do throws(TaskFault) {
            let made = try await BuiltInAnalyst(atOnce: 1).blueprint(for: snapshot, after: nil, progress: sink)
            return (.success(made?.specification ?? ""), steps.withLock { $0 })
        } catch {
            return (.failure(error), steps.withLock { $0 })
        }
    }

    @Test("Each agent shows what it found, and the percentage never goes back")
    func agents() async throws {
        let (result, steps) = await analyse(snapshot())
        let specification = try SpecificationParser.parse(try result.get())
        _ = try InputReader(specification).read("3\n1 2 3\n")
        #expect(steps.map(\.percent) == steps.map(\.percent).sorted())
        #expect(steps.allSatisfy { $0.state == .analyzing && (0..<20).contains($0.percent) })
        func details(of agent: Agent) -> [String] { steps.filter { $0.agent == agent }.map(\.detail) }
        #expect(details(of: .analyst).contains { $0.contains("1000") && $0.contains("“") })
        #expect(details(of: .analyst).last == (try result.get()))
        let plan = try #require(details(of: .strategist).first)
        #expect((1...7).allSatisfy { plan.contains("\($0). ") })
        #expect(plan.contains("min-bounds"))
        #expect(DetailText.shown(plan, in: .chinese) != DetailText.shown(plan, in: .english))
        #expect(details(of: .coder).count == 2)
        #expect(details(of: .coder).allSatisfy { $0.contains("#include \"testlib.h\"") })
        #expect(try #require(details(of: .reviewer).first).contains("7"))
    }

    @Test("The same snapshot gives the same specification")
    func deterministic() async throws {
        #expect(try await analyse(snapshot()).0.get() == analyse(snapshot()).0.get())
    }

    @Test("A statement that is not understood asks for a specification, and says as much of it as is known")
    func unclear() async throws {
        var problem = Self.sum
        problem.constraints = nil
        let (result, _) = await analyse(snapshot(problem))
        guard case .failure(let fault) = result else {
            Issue.record("understood without ranges")
            return
        }
        #expect(fault.kind == .notUnderstood)
        #expect(fault.code == "not-understood")
        #expect(fault.detail.contains("???"))
        #expect(!fault.message.chinese.isEmpty && !fault.message.english.isEmpty)
    }

    @Test("The owner's own specification is used as it was written, once it reads the samples")
    func own() async throws {
        let written = "# mine\n" + (try await analyse(snapshot()).0.get())
        var vague = Self.sum
        vague.constraints = nil
        let (result, _) = await analyse(snapshot(vague, specification: written))
        #expect(try result.get() == written)
    }

    @Test(
        "A wrong specification of the owner's is refused with the place",
        arguments: ["input: [", "title: x\ninput:\n  - nonsense\n"])
    func wrong(text: String) async throws {
        let (result, _) = await analyse(snapshot(specification: text))
        guard case .failure(let fault) = result else {
            Issue.record("accepted")
            return
        }
        #expect(fault.kind == .input)
        #expect(fault.code == "specification")
    }

    @Test("A specification that a sample does not obey is refused with the sample's number")
    func contradiction() async throws {
        let written = try await analyse(snapshot()).0.get()
        var problem = Self.sum
        problem.samples.append(ProblemDocument.Sample(input: "1\n5000\n", output: "5000\n"))
        let (result, _) = await analyse(snapshot(problem, specification: written))
        guard case .failure(let fault) = result else {
            Issue.record("accepted")
            return
        }
        #expect(fault.code == "sample-rejected")
        #expect(fault.message.english.contains("sample 2"))
    }

    /// A text written to break whoever reads it, by the name under which a test shows it.
    struct Hostile: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String

        init(_ part: String, times: Int, before: String = "", after: String = "") {
            testDescription = "\(before)\(part)…×\(times)\(after)"
            text = before + String(repeating: part, count: times) + after
        }
    }

    @Test(
        "Hostile statements end with an answer",
        arguments: [
            Hostile("(", times: 60_000), Hostile("(", times: 590), Hostile("((((((((((((. ", times: 400),
            Hostile("$1 \\le n \\le 2$ ", times: 3000), Hostile("$1 \\le n \\le 2$ ", times: 80),
            Hostile("\\textbf{a ", times: 2000), Hostile("(n+", times: 190, before: "$1 \\le ", after: "1$"),
            Hostile("n^{", times: 20_000, before: "$"),
            Hostile("a_", times: 30_000), Hostile("10^{", times: 4, before: "$1 \\le n \\le ", after: "1}}}}$"),
            Hostile("(n+", times: 20_000, before: "$1 \\le ", after: "1$"),
            Hostile("-", times: 60_000, before: "$1 \\le n \\le ", after: "1$"),
            Hostile("+n", times: 30_000, before: "$1 \\le n", after: "$"),
            Hostile("\\frac{", times: 9000, before: "$n \\le "), Hostile("\\textbf{a ", times: 6000),
            Hostile("}", times: 6000, before: String(repeating: "\\textbf{", count: 6000)),
        ])
    func hostile(text: Hostile) async throws {
        var problem = Self.sum
        problem.constraints = text.text
        let (result, _) = await analyse(snapshot(problem))
        #expect(throws: TaskFault.self) { try result.get() }
    }

    @Test(
        "Hostile specifications end with an answer",
        arguments: [
            Hostile("[", times: 60_000), Hostile("- ", times: 30_000), Hostile("{a: ", times: 15_000),
            Hostile("(", times: 60_000, before: "title: x\ninput:\n  - line: [n: 1..", after: "1]\n"),
        ])
    func hostileSpecification(text: Hostile) async throws {
        let (result, _) = await analyse(snapshot(specification: text.text))
        #expect(throws: TaskFault.self) { try result.get() }
    }
}
