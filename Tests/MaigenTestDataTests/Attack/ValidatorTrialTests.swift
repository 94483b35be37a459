import MaigenTestData
import Testing

@Suite("Inputs to try a validator with")
struct ValidatorTrialTests {
    @Test("are thirty to sixty wrong inputs of many kinds, the same for the same seed", arguments: try Family.all())
    func inputs(family: Family) {
        let inputs = ValidatorTrial.inputs(from: family.samples, family.specification, seed: 3)
        #expect((30...ValidatorTrial.limit).contains(inputs.count))
        #expect(inputs.allSatisfy { !$0.isValid })
        #expect(Set(inputs.map(\.bytes)).count == inputs.count)
        #expect(Set(inputs.map(\.kind)).count >= 20)
        #expect(inputs == ValidatorTrial.inputs(from: family.samples, family.specification, seed: 3))
    }

    @Test("come from small samples only")
    func large() throws {
        let family = try Family(named: "array")
        let sample = Array(repeating: UInt8(ascii: "1"), count: ValidatorTrial.greatestSample + 1)
        #expect(ValidatorTrial.inputs(from: [sample], family.specification, seed: 1).isEmpty)
    }
}
