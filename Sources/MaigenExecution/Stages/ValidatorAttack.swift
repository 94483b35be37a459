import MaigenDomain
import MaigenFiles
import MaigenSandbox
import MaigenTestData

extension BuildContext {
    /// Gives the validator the request's nearly valid inputs, each of which it has to refuse.
    ///
    /// A validator that takes one of them is no reason to stop: the tests come from the generator, not from here. The report
    /// says so, as whoever reuses the validator should know.
    func attack(_ validator: CompiledProgram) async throws(BuildFailure) -> DataSetReport.Attack {
        let limits = request.limits.validator
        let (input, output) = (workspace["mutant.in"], workspace["mutant.out"])
        defer {
            workspace.discard(input)
            workspace.discard(output)
        }
        var escaped: [DataSetReport.Attack.Escape] = []
        for mutant in request.nearlyValid {
            _ = try BuildFailure.workFiles { () throws(FileFault) in
                try workspace.write("mutant.in", bytes: mutant.bytes)
            }
            let result = try await run(validator, input: input, output: output, limits: limits)
            // A crash refuses nothing either.
            if case .exitCode? = ProgramFault(result.verdict, limits: limits) { continue }
            escaped.append(
                DataSetReport.Attack.Escape(
                    kind: mutant.kind,
                    input: Excerpt.clean(String(decoding: mutant.bytes.prefix(400), as: UTF8.self), limit: 200)))
        }
        return DataSetReport.Attack(
            tried: request.nearlyValid.count, refused: request.nearlyValid.count - escaped.count, escaped: escaped)
    }
}

extension DataSetReport.Attack {
    /// What a reader of the report should know of it.
    var remark: Localized? {
        guard !escaped.isEmpty else { return nil }
        let kinds = Set(escaped.map(\.kind.rawValue)).sorted().joined(separator: ", ")
        return Localized(
            zh: "校验器没有拒绝 \(tried) 份近似合法的错误输入中的 \(escaped.count) 份（\(kinds)）。",
            en: "The validator does not refuse \(escaped.count) of \(tried) nearly valid inputs (\(kinds)).")
    }
}
