import MaigenDomain
import MaigenFiles
import MaigenSandbox
import MaigenTestData
import Synchronization

extension BuildContext {
    /// Gives the validator nearly valid inputs, each of which it has to refuse.
    ///
    /// A validator that takes one of them is no reason to stop: the tests come from the generator, not from here. The report
    /// says so, as whoever reuses the validator should know.
    func attack(
        _ validator: CompiledProgram, with mutants: [InputMutant]
    ) async throws(BuildFailure) -> DataSetReport.Attack {
        let limits = request.limits.validator
        let (input, output) = (workspace["mutant.in"], workspace["mutant.out"])
        defer {
            workspace.discard(input)
            workspace.discard(output)
        }
        var escaped: [DataSetReport.Attack.Escape] = []
        for mutant in mutants {
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
            tried: mutants.count, refused: mutants.count - escaped.count, escaped: escaped)
    }

    /// What is nearly one of the generated inputs: samples are few, and often show no extremes and no structure.
    func mutants(of generated: SmallInputs) -> [InputMutant] {
        guard let specification = request.specification else { return [] }
        let mutants = ValidatorTrial.inputs(from: generated.first(3), specification, seed: request.seed)
        return Array(mutants.prefix(ValidatorTrial.generatedLimit))
    }
}

/// The bytes of small generated inputs, kept as they are made: their files go as soon as they are packed.
final class SmallInputs: Sendable {
    /// Mutants of small inputs show the same faults, and are quickly made.
    private static let greatestSize = ByteCount(bytes: 2000)
    private let inputs = Mutex<[Int: [UInt8]]>([:])

    func take(_ test: MadeTest) {
        guard test.input.size <= Self.greatestSize, test.duplicate == nil else { return }
        let text = Excerpt.ofFile(test.input.path, limit: Self.greatestSize.bytes)
        inputs.withLock { $0[test.number] = Array(text.utf8) }
    }

    /// The largest ones, of equals those with the lowest numbers, whatever order they were made in.
    func first(_ count: Int) -> [[UInt8]] {
        let all = inputs.withLock { $0 }
        return all.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(count).map(\.value)
    }
}

extension DataSetReport.Attack {
    /// Two attacks on one validator.
    static func + (left: Self, right: Self) -> Self {
        Self(
            tried: left.tried + right.tried, refused: left.refused + right.refused,
            escaped: left.escaped + right.escaped)
    }

    /// What a reader of the report should know of it.
    var remark: Localized? {
        guard !escaped.isEmpty else { return nil }
        let kinds = Set(escaped.map(\.kind.rawValue)).sorted().joined(separator: ", ")
        return Localized(
            zh: "校验器没有拒绝 \(tried) 份近似合法的错误输入中的 \(escaped.count) 份（\(kinds)）。",
            en: "The validator does not refuse \(escaped.count) of \(tried) nearly valid inputs (\(kinds)).")
    }
}
