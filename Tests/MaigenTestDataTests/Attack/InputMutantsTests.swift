import MaigenTestData
import Testing

@Suite("Mutants of inputs")
struct InputMutantsTests {
    @Test("are many, all different, and the same for the same seed", arguments: try Family.all())
    func variety(family: Family) {
        for sample in family.samples {
            // When
            let mutants = InputMutants.of(sample, family.specification, seed: 7)

            // Then
            #expect(mutants.count { !$0.isValid } >= 30)
            #expect(Set(mutants.map(\.bytes)).count == mutants.count)
            #expect(!mutants.contains { $0.bytes == sample })
            #expect(mutants == InputMutants.of(sample, family.specification, seed: 7))
        }
    }

    @Test("of the families are of every kind")
    func kinds() throws {
        let made = try Family.all().flatMap { family in
            family.samples.flatMap { InputMutants.of($0, family.specification, seed: 1) }
        }
        #expect(Set(made.map(\.kind)) == Set(InputMutant.Kind.allCases))
    }

    @Test("leave every bounded number by one, on both sides")
    func bounds() throws {
        // Given
        let family = try Family(named: "intervals")
        let sample = Array("3 1\n5 0 1\n2 3 1\n".utf8)

        // When
        let mutants = InputMutants.of(sample, family.specification, seed: 1)
        let below = mutants.filter { $0.kind == .belowRange }.map { String(decoding: $0.bytes, as: UTF8.self) }
        let above = mutants.filter { $0.kind == .aboveRange }.map { String(decoding: $0.bytes, as: UTF8.self) }

        // Then
        #expect(below.contains("0 1\n5 0 1\n2 3 1\n"))
        #expect(below.contains("3 1\n5 0 1\n2 1 1\n"))
        #expect(above.contains("3 1\n5 0 1\n2 4 1\n"))
        #expect(above.contains("3 1\n5 0 1000001\n2 3 1\n"))
        #expect(mutants.filter { [.belowRange, .aboveRange].contains($0.kind) }.allSatisfy { !$0.isValid })
    }

    @Test("are not made from an input that the specification refuses")
    func refused() throws {
        let family = try Family(named: "scalars")
        #expect(InputMutants.of(Array("1 2".utf8), family.specification, seed: 1).isEmpty)
    }
}
