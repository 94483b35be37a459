import MaigenDomain
import MaigenFiles
import MaigenSandbox
import MaigenTestData

/// What all stages of one build share.
struct BuildContext: Sendable {
    var sandbox: Sandbox
    var request: DataSetRequest
    var workspace: Workspace
    var progress: ProgressCounter

    /// Compiles one source.
    func compile(_ compilation: Compilation) async throws(BuildFailure) -> CompileOutcome {
        do {
            return try await sandbox.compile(compilation)
        } catch {
            throw BuildFailure(error)
        }
    }

    /// Runs one program.
    ///
    /// - Parameter errors: where its standard error goes; nil throws it away.
    func run(
        _ program: CompiledProgram, _ arguments: [String] = [], input: String?, output: String, errors: String? = nil,
        limits: RunLimits
    ) async throws(BuildFailure) -> RunResult {
        try await run(
            RunRequest(
                executable: program.executable, arguments: arguments, standardInput: input, standardOutput: output,
                standardError: errors, limits: limits))
    }

    /// Runs one program.
    func run(_ request: RunRequest) async throws(BuildFailure) -> RunResult {
        let result: RunResult
        do {
            result = try await sandbox.run(request)
        } catch {
            throw BuildFailure(error)
        }
        try BuildFailure.workFiles { () throws(FileFault) in try workspace.checkRoom() }
        return result
    }

    /// Asks the validator about an input. Gives what it says about the values reached.
    ///
    /// - Parameters:
    ///   - name: begins the names of temporary files.
    ///   - rejected: makes the failure of an input that the validator refuses, from the validator's words.
    func validate(
        _ input: String, name: String, with validator: CompiledProgram, subject: RunSubject,
        rejected: (String) -> BuildFailure
    ) async throws(BuildFailure) -> ReachedValues {
        let limits = request.limits.validator
        let (output, errors) = (workspace[name + ".reach"], workspace[name + ".judgement"])
        let result = try await run(
            validator, ["--reach"], input: input, output: output, errors: errors, limits: limits)
        defer {
            workspace.discard(output)
            workspace.discard(errors)
        }
        switch ProgramFault(result.verdict, limits: limits) {
        case nil:
            // A line a variable: a few hundred at most.
            return ReachedValues(Excerpt.ofFile(output, limit: 256 << 10))
        case .exitCode:
            throw rejected(Excerpt.clean(Excerpt.ofFile(errors, limit: 2000), limit: 1000))
        case .some(let fault):
            throw .validatorFailed(
                subject, fault, message: Excerpt.clean(Excerpt.ofFile(errors, limit: 2000), limit: 1000))
        }
    }

    /// Lets the standard program answer an input.
    func answer(
        _ input: String, to output: String, with program: CompiledProgram, subject: RunSubject
    ) async throws(BuildFailure) -> RunResult {
        let limits = request.limits.standardProgram
        let errors = output + ".errors"
        let result = try await run(program, input: input, output: output, errors: errors, limits: limits)
        defer { workspace.discard(errors) }
        if let fault = ProgramFault(result.verdict, limits: limits) {
            throw .standardProgramFailed(
                subject, fault, message: Excerpt.clean(Excerpt.ofFile(errors, limit: 2000), limit: 1000))
        }
        return result
    }
}

extension BuildFailure {
    /// Turns the faults of our own temporary files into failures of the build.
    static func workFiles<Value>(_ body: () throws(FileFault) -> Value) throws(BuildFailure) -> Value {
        do {
            return try body()
        } catch {
            throw .workFile(error)
        }
    }
}
