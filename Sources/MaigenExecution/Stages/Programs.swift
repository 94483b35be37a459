import MaigenSandbox

/// The three programs that the tests wait for.
struct Programs: Sendable {
    var standard: CompiledProgram
    var generator: CompiledProgram
    var validator: CompiledProgram
}

extension Compilation {
    /// The standard program, as a judge would build it.
    static func standardProgram(of request: DataSetRequest) -> Compilation {
        Compilation(source: request.standardProgram, standard: request.standard)
    }

    /// The standard program, counting the lines and branches it reaches.
    static func coverage(of request: DataSetRequest) -> Compilation {
        Compilation(source: request.standardProgram, standard: request.standard, instrumentation: .coverage)
    }

    static func generator(of request: DataSetRequest) -> Compilation {
        Compilation(source: request.generator, headers: .testlib)
    }

    static func validator(of request: DataSetRequest) -> Compilation {
        Compilation(source: request.validator, headers: .testlib)
    }
}

extension BuildContext {
    /// Compiles one of the programs that the tests wait for.
    ///
    /// - Parameter failure: makes the failure of a source that the compiler refuses.
    func program(
        _ compilation: Compilation, _ failure: (CompileFailure) -> BuildFailure
    ) async throws(BuildFailure) -> CompiledProgram {
        switch try await compile(compilation) {
        case .success(let program):
            await progress.advance(.compiling)
            return program
        case .failure(let reason):
            throw failure(reason)
        }
    }
}
