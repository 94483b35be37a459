import Foundation
import MaigenTestData
import Testing

/// The programs of one specification fit together: what the generator makes, the reader reads and the validator takes.
@Suite("Generators and validators of the families", .enabled(if: CompiledValidators.arePossible))
struct ValidatorGeneratorTests {
    private static let generators = Task {
        try await CompiledValidators(
            "generators",
            sources: Family.all().map { ($0.name, GeneratorEmission.source(for: $0.specification)) })
    }

    @Test(
        "agree on generated inputs, and validators refuse what the reader refuses of them", arguments: try Family.all())
    func agreement(family: Family) async throws {
        // Given: small inputs, as the reader is slow in debug builds.
        let numbers = GeneratorKnobs.knobs(of: family.specification).filter { $0.kind == .number }.map(\.name)
        let calls = (1...4).map { seed in ["small"] + numbers.map { "\($0)=min..min+\(seed * 4)" } + ["\(seed)"] }
        let smallest = ["least"] + numbers.map { "\($0)=min" } + ["5"]
        let inputs = try await Self.generators.value.outputs(calls + [smallest], of: family.name)

        // When
        let outcomes = try await CompiledValidators.families.value.outcomes(inputs, of: family.name, reach: true)
        let mutants = InputMutants.of(inputs[2], family.specification, seed: 3).filter { !$0.isValid }
        let refused = try await CompiledValidators.families.value.outcomes(mutants.map(\.bytes), of: family.name)

        // Then
        for (input, outcome) in zip(inputs, outcomes) {
            let text = String(decoding: input.prefix(400), as: UTF8.self).debugDescription
            #expect(outcome.accepts, "\(text): \(outcome.message)")
            do {
                let reading = try InputReader(family.specification).read(bytes: input)
                let reached = Set(reading.reached.map { "\($0.key) \($0.value.least) \($0.value.greatest)" })
                #expect(Set(outcome.output.split(separator: "\n").map(String.init)) == reached, "\(text)")
            } catch {
                Issue.record("\(error): \(text)")
            }
        }
        for (mutant, outcome) in zip(mutants, refused) {
            let text = String(decoding: mutant.bytes.prefix(400), as: UTF8.self).debugDescription
            #expect(outcome.exitCode == 3, "\(mutant.kind.rawValue): \(text): \(outcome.message)")
        }
    }
}
