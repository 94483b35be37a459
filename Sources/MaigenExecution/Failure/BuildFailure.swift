import MaigenDomain
import MaigenFiles
import MaigenSandbox
import MaigenTestData

/// Why there is no data set. Nothing half-written is left anywhere.
package enum BuildFailure: Error, Sendable, Hashable {
    // The user's mistakes.

    /// The compiler refuses the standard program.
    case standardProgramDoesNotCompile(CompileFailure)
    /// The validator refuses a sample's input: sample and specification contradict each other.
    case sampleRejected(number: Int, message: String)
    /// The standard program's answer to a sample is not the sample's output.
    case sampleDisagrees(number: Int, OutputDifference)
    /// The ZIP cannot be written where it was asked for.
    case cannotWrite(FileFault)

    // The program or the data failed.

    /// The standard program failed on a legal input.
    case standardProgramFailed(RunSubject, ProgramFault, message: String)
    /// The standard program gave two answers to one input.
    case answerVaries(RunSubject, OutputDifference?)
    /// The compiler refuses the generator.
    case generatorDoesNotCompile(CompileFailure)
    /// The compiler refuses the validator.
    case validatorDoesNotCompile(CompileFailure)
    /// The generator failed.
    case generatorFailed(RunSubject, ProgramFault, message: String)
    /// The validator refuses a generated input.
    case inputRejected(RunSubject, message: String)
    /// The validator failed instead of judging.
    case validatorFailed(RunSubject, ProgramFault, message: String)

    // Not theirs.

    /// The task was cancelled.
    case cancelled
    /// The sandbox failed.
    case sandbox(SandboxFault)
    /// MAIGEN's own temporary files could not be read or written.
    case workFile(FileFault)
}

/// Which run a failure is about.
package enum RunSubject: Sendable, Hashable {
    /// A sample, counted from 1.
    case sample(Int)
    /// A test of the plan; its settings and seed are those of the failed run.
    case test(PlannedTest)

    var name: Localized {
        switch self {
        case .sample(let number): Localized(zh: "样例 \(number)", en: "sample \(number)")
        case .test(let test):
            Localized(zh: "测试点 \(test.number)（\(test.slug)）", en: "test \(test.number) (\(test.slug))")
        }
    }

    /// The generator's command, where there is one.
    var command: String? {
        switch self {
        case .sample: nil
        case .test(let test): test.command
        }
    }
}

extension BuildFailure {
    /// Whose fault it is.
    package enum Category: Sendable, Hashable {
        /// The request itself is wrong: exit code 2.
        case wrongInput
        /// The standard program or the data failed validation: exit code 4.
        case failedProgramOrData
        /// MAIGEN's own trouble, to be logged: exit code 1.
        case internalFault
        /// Somebody stopped it: exit code 130, as shells say for an interrupted program.
        case cancelled

        /// What `maigen generate` ends with.
        package var exitCode: Int32 {
            switch self {
            case .wrongInput: 2
            case .failedProgramOrData: 4
            case .internalFault: 1
            case .cancelled: 130
            }
        }
    }

    /// Whose fault it is.
    package var category: Category {
        switch self {
        case .standardProgramDoesNotCompile, .sampleRejected, .sampleDisagrees, .cannotWrite: .wrongInput
        case .standardProgramFailed, .answerVaries, .generatorDoesNotCompile, .validatorDoesNotCompile,
            .generatorFailed, .inputRejected, .validatorFailed:
            .failedProgramOrData
        case .cancelled: .cancelled
        case .sandbox, .workFile: .internalFault
        }
    }

    init(_ fault: SandboxFault) {
        self = fault.kind == .cancelled ? .cancelled : .sandbox(fault)
    }

    /// What comes first when several parts of a build failed at once: the cause, not the parts that were stopped for it.
    func isMoreTelling(than other: BuildFailure) -> Bool {
        func rank(_ failure: BuildFailure) -> (Int, Int) {
            switch failure {
            case .cancelled: (2, 0)
            case .standardProgramFailed(.test(let test), _, _), .answerVaries(.test(let test), _),
                .generatorFailed(.test(let test), _, _), .inputRejected(.test(let test), _),
                .validatorFailed(.test(let test), _, _):
                (1, test.number)
            default: (0, 0)
            }
        }
        return rank(self) < rank(other)
    }
}

extension TaskFault {
    /// The failure as the owner of a task reads it.
    package init(_ failure: BuildFailure) {
        let kind: Kind =
            switch failure.category {
            case .wrongInput: .input
            case .failedProgramOrData: .data
            case .internalFault, .cancelled: .platform
            }
        self.init(kind: kind, code: failure.code, message: failure.message)
    }
}

extension BuildFailure {
    /// A stable name for scripts.
    package var code: String {
        switch self {
        case .standardProgramDoesNotCompile: "standard-program-does-not-compile"
        case .sampleRejected: "sample-rejected"
        case .sampleDisagrees: "sample-disagrees"
        case .cannotWrite: "cannot-write"
        case .standardProgramFailed: "standard-program-failed"
        case .answerVaries: "answer-varies"
        case .generatorDoesNotCompile: "generator-does-not-compile"
        case .validatorDoesNotCompile: "validator-does-not-compile"
        case .generatorFailed: "generator-failed"
        case .inputRejected: "input-rejected"
        case .validatorFailed: "validator-failed"
        case .cancelled: "cancelled"
        case .sandbox: "sandbox"
        case .workFile: "work-file"
        }
    }
}
