import Foundation
import MaigenDomain
import MaigenFiles
import MaigenSandbox
import MaigenTestData

/// A checker that an agent wrote, once it has shown that it can judge: it accepts every answer of the standard program, and
/// refuses answers that are certainly, or nearly certainly, wrong.
struct CheckedAnswers: Sendable {
    private let context: BuildContext
    private let program: CompiledProgram

    /// Larger files are not given to a checker: its scratch directory counts as its memory.
    private static let limit = ByteCount.mebibytes(8)

    /// What came of a checker.
    enum Outcome: Sendable {
        case trusted(CheckedAnswers)
        /// Why its word is not taken.
        case dropped(Dropped)
    }

    /// Tries `source` on the tests.
    static func trial(
        of source: String, in context: BuildContext, on tests: [MadeTest]
    ) async throws(BuildFailure) -> Outcome {
        guard case .success(let program) = try await context.compile(Compilation(source: source, headers: .testlib))
        else { return .dropped(Self.dropped("the checker does not compile")) }
        let checker = CheckedAnswers(context: context, program: program)
        var (mutants, refused) = (0, 0)
        let small = tests.filter { $0.input.size <= limit && $0.output.size <= limit }
            .sorted { ($0.input.size.bytes, $0.number) < ($1.input.size.bytes, $1.number) }
        guard !small.isEmpty else { return .dropped(Self.dropped("every test is too large for a checker")) }
        for test in small {
            guard try await checker.accepts(test.output.path, for: test, name: "check") else {
                return .dropped(
                    Self.dropped("the checker refuses the standard program's answer to test \(test.number)"))
            }
        }
        for test in small.prefix(6) {
            let answer = Excerpt.ofFile(test.output.path, limit: 256 << 10)
            for (place, wrong) in mutated(answer).enumerated() {
                let path = try BuildFailure.workFiles { () throws(FileFault) in
                    try context.workspace.write("check-mutant.out", wrong)
                }
                let isAccepted = try await checker.accepts(path, for: test, name: "check-mutant")
                if place == 0, isAccepted {
                    return .dropped(Self.dropped("the checker accepts an empty answer to test \(test.number)"))
                }
                mutants += 1
                if !isAccepted { refused += 1 }
            }
        }
        // A changed answer may happen to be another right one; most are not.
        guard refused * 3 >= mutants * 2 else {
            return .dropped(Self.dropped("the checker accepts \(mutants - refused) of \(mutants) changed answers"))
        }
        return .trusted(checker)
    }

    private static func dropped(_ words: String) -> Dropped {
        Dropped(
            Localized(zh: "附加的答案检查器不可靠，未采用。", en: "The checker that was proposed cannot be relied on and is not used."),
            words: words)
    }

    /// An empty answer, one without its last word, one with a word too many, one with a number that is one too large.
    private static func mutated(_ answer: String) -> [String] {
        let words = answer.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let last = words.last else { return [] }
        var result = ["", words.dropLast().joined(separator: "\n") + "\n", answer + last + "\n"]
        if let place = words.indices.first(where: { Int(words[$0]) != nil }), let number = Int(words[place]) {
            var changed = words
            changed[place] = String(number &+ 1_000_003)
            result.append(changed.joined(separator: "\n") + "\n")
        }
        return result
    }

    /// Whether the checker takes the answer in the file `output`.
    func accepts(_ output: String, for test: MadeTest, name: String) async throws(BuildFailure) -> Bool {
        let words = context.workspace[name + ".check"]
        defer { context.workspace.discard(words) }
        var limits = context.request.limits.validator
        limits.memory = .mebibytes(768)
        let run = try await context.run(
            RunRequest(
                executable: program.executable, arguments: ["input", "output", "answer"], standardOutput: words,
                limits: limits, scratch: .mebibytes(300),
                put: [
                    PlacedFile(source: test.input.path, name: "input"), PlacedFile(source: output, name: "output"),
                    PlacedFile(source: test.output.path, name: "answer"),
                ]))
        return run.verdict == .ok
    }
}
