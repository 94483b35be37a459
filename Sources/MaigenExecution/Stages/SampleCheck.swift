import MaigenFiles
import MaigenSandbox

extension BuildContext {
    /// Checks the statement's samples before anything is generated: the validator accepts their inputs, and the standard
    /// program answers them as the statement does.
    func checkSamples(standard: CompiledProgram, validator: CompiledProgram) async throws(BuildFailure) {
        await progress.begin(.checkingSamples, of: request.problem.samples.count)
        for (index, sample) in request.problem.samples.enumerated() {
            let number = index + 1
            let name = "sample-\(number)"
            let (input, expected) = try BuildFailure.workFiles { () throws(FileFault) in
                (
                    try workspace.write(name + ".in", sample.input),
                    try workspace.write(name + ".expected", sample.output)
                )
            }
            let actual = workspace[name + ".out"]
            _ = try await validate(input, name: name, with: validator, subject: .sample(number)) { message in
                .sampleRejected(number: number, message: message)
            }
            _ = try await answer(input, to: actual, with: standard, subject: .sample(number))
            let difference = try BuildFailure.workFiles { () throws(FileFault) in
                try OutputDifference.between(expected: expected, actual: actual)
            }
            if let difference { throw .sampleDisagrees(number: number, difference) }
            await progress.advance(.checkingSamples)
        }
    }
}
