import Foundation
import MaigenTestData
import Testing

@Suite("Validators of the families", .enabled(if: CompiledValidators.arePossible))
struct ValidatorFamilyTests {
    @Test("agree with the specification on samples and on their mutants", arguments: try Family.all())
    func agreement(family: Family) async throws {
        // Given
        let validators = try await CompiledValidators.families.value
        #expect(!family.samples.isEmpty)

        // When
        let samples = try await validators.outcomes(family.samples, of: family.name, reach: true)
        let mutants = family.samples.enumerated().flatMap {
            InputMutants.of($0.element, family.specification, seed: UInt64($0.offset + 1))
        }
        let outcomes = try await validators.outcomes(mutants.map(\.bytes), of: family.name)

        // Then
        for (sample, outcome) in zip(family.samples, samples) {
            do {
                let reading = try InputReader(family.specification).read(bytes: sample)
                let reached = Set(reading.reached.map { "\($0.key) \($0.value.least) \($0.value.greatest)" })
                #expect(Set(outcome.output.split(separator: "\n").map(String.init)) == reached)
            } catch {
                Issue.record("the reader refuses a sample of \(family): \(error)")
            }
            #expect(outcome.accepts, "\(family) refuses a sample: \(outcome.message)")
        }
        #expect(mutants.count { !$0.isValid } >= 30)
        for (mutant, outcome) in zip(mutants, outcomes) {
            // The reader does not ask predicates.
            if mutant.isValid, outcome.message.contains("this must hold") { continue }
            #expect(outcome.exitCode == (mutant.isValid ? 0 : 3), disagreement(mutant, outcome))
            #expect(outcome.output.isEmpty)
        }
    }

    private func disagreement(_ mutant: InputMutant, _ outcome: CompiledValidators.Outcome) -> Comment {
        let verdict = mutant.isValid ? "valid" : "invalid"
        let text = String(decoding: mutant.bytes.prefix(300), as: UTF8.self).debugDescription
        return "\(mutant.kind.rawValue) is \(verdict): \(text): \(outcome.message)"
    }
}
