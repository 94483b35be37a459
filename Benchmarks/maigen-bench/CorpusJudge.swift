import Foundation
import MaigenDomain
import MaigenSandbox

/// Runs an author's programs on tests.
struct CorpusJudge: Sendable {
    let sandbox: Sandbox

    struct DoesNotCompile: Error {
        var message: String
    }

    /// A test with its files on the disk.
    struct Test: Sendable {
        var number: Int
        var input: String
        var answer: String
        var inputBytes: Int
    }

    /// - Throws: `DoesNotCompile`; `SandboxFault`.
    func compile(_ source: String, _ headers: Compilation.Headers = .standard) async throws -> CompiledProgram {
        switch try await sandbox.compile(Compilation(source: source, headers: headers)) {
        case .success(let program): return program
        case .failure(let failure):
            throw DoesNotCompile(message: String(failure.diagnostics.prefix(300)).replacing("\n", with: " "))
        }
    }

    /// Asks a validator about an input.
    ///
    /// - Returns: nil where it accepts; otherwise what it says.
    func refusal(of input: String, by validator: CompiledProgram) async throws -> String? {
        let (output, errors) = (sandbox.temporaryPath("out"), sandbox.temporaryPath("err"))
        defer {
            unlink(output)
            unlink(errors)
        }
        let result = try await sandbox.run(
            RunRequest(
                executable: validator.executable, standardInput: input, standardOutput: output, standardError: errors,
                limits: .checker))
        if result.verdict == .ok { return nil }
        // The words only explain; the verdict stands without them.
        let words = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
        return "\(result.verdict): \(words.prefix(200).trimmingCharacters(in: .whitespacesAndNewlines))"
    }

    /// A slow program costs its whole time limit with every kill: this many, and the rest of the tests is spared.
    private static let enoughSlowKills = 2

    /// Lets a program answer the tests.
    ///
    /// - Parameters:
    ///   - limit: the CPU time of one test.
    ///   - untilKilled: whether the first kill is enough to know.
    func trial(
        of rival: Rival, _ program: CompiledProgram, on tests: [Test], limit: Duration, untilKilled: Bool
    ) async throws -> RivalResult {
        var result = RivalResult(name: rival.name, fate: rival.fate, kills: [], testsRun: 0)
        var slowKills = 0
        // Slow programs meet the largest input first, so that few runs tell.
        let order =
            rival.fate == .slow ? tests.sorted { ($1.inputBytes, $0.number) < ($0.inputBytes, $1.number) } : tests
        for test in order where slowKills < Self.enoughSlowKills {
            result.testsRun += 1
            guard let death = try await death(of: program, on: test, limit: limit) else { continue }
            result.kills.append(RivalResult.Kill(test: test.number, death: death))
            if death == .time { slowKills += 1 }
            if untilKilled { break }
        }
        result.kills.sort { $0.test < $1.test }
        return result
    }

    private func death(
        of program: CompiledProgram, on test: Test, limit: Duration
    ) async throws -> RivalResult.Death? {
        let output = sandbox.temporaryPath("out")
        defer { unlink(output) }
        var limits = RunLimits.program(timeLimit: limit, memory: .mebibytes(512))
        limits.output = .mebibytes(64)
        let run = try await sandbox.run(
            RunRequest(
                executable: program.executable, standardInput: test.input, standardOutput: output, limits: limits))
        switch run.verdict {
        case .ok: return try CorpusComparison.haveSameWords(output, test.answer) ? nil : .wrongAnswer
        case .runtimeError, .signal, .securityViolation: return .crash
        case .timeLimit, .wallTimeLimit: return .time
        case .memoryLimit: return .memory
        case .outputLimit: return .output
        }
    }
}
