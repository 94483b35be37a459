import MaigenDomain
import MaigenFiles
import MaigenSandbox

/// Runs the standard program on every test a second time, built to count its lines. That serves two ends at once: it shows
/// what the data reaches, and it shows answers that are not certain.
struct SecondRun: Sendable {
    var context: BuildContext
    /// The program as the first run had it.
    var standard: CompiledProgram
    /// The program built to count; nil where that build failed.
    var counting: CompiledProgram?

    /// What the second run of one test showed.
    struct Finding: Sendable {
        var number: Int
        /// Nil where the program left no counters.
        var coverage: GcovReport?
        var remark: NumberedRemark?
    }

    /// Runs one test again.
    ///
    /// - Throws: `.answerVaries` where the same binary gives another answer to the same input.
    func examine(_ test: MadeTest) async throws(BuildFailure) -> Finding {
        var finding = Finding(number: test.number)
        let answer = context.workspace["\(test.number).second"]
        defer { context.workspace.discard(answer) }
        if let counting {
            let data = context.workspace["\(test.number).gcda"]
            defer { context.workspace.discard(data) }
            var request = RunRequest(
                executable: counting.executable, standardInput: test.input.path, standardOutput: answer,
                limits: context.request.limits.coverage)
            request.recordCoverage(to: data)
            let result = try await context.run(request)
            if result.verdict == .ok {
                finding.coverage = try await counters(counting, data, were: result.taken.last ?? nil)
                if try isSame(answer, as: test) { return finding }
            }
        }
        // No second answer yet, or another one. The same binary decides: an answer that then varies is no answer.
        _ = try await context.answer(
            test.input.path, to: answer, with: standard, subject: .test(test.created.plan))
        guard try isSame(answer, as: test) else {
            let difference = try BuildFailure.workFiles { () throws(FileFault) in
                try OutputDifference.between(expected: test.output.path, actual: answer)
            }
            throw .answerVaries(.test(test.created.plan), difference)
        }
        if finding.coverage != nil {
            finding.remark = { number in
                Localized(
                    zh: """
                        测试点 \(number)：标准程序用不同的优化级别（-O1 与 -O2）编译时给出不同的答案，\
                        可能有未定义行为（未初始化的变量、越界等），请检查。
                        """,
                    en: """
                        Test \(number): built with another optimisation (-O1 instead of -O2) the standard program gives \
                        another answer. It may have undefined behaviour (an uninitialised variable, an index out of range); check it.
                        """)
            }
        }
        return finding
    }

    private func isSame(_ answer: String, as test: MadeTest) throws(BuildFailure) -> Bool {
        try BuildFailure.workFiles { () throws(FileFault) in try test.output.isSame(as: answer) }
    }

    private func counters(
        _ program: CompiledProgram, _ data: String, were taken: ByteCount?
    ) async throws(BuildFailure) -> GcovReport? {
        guard taken != nil, let notes = program.coverageNotes else { return nil }
        do {
            return try GcovReport(json: try await context.sandbox.coverage(notes: notes, data: data))
        } catch let fault as SandboxFault where fault.kind == .cancelled {
            throw .cancelled
        } catch {
            // The program can spoil its own counters. That costs the figures, which a remark says, and not the data.
            return nil
        }
    }
}
