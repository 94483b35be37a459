/// Whether two specifications are two ways to say the same.
package enum SpecificationComparison {
    /// Where two readings of one problem part: an input that one accepts and the other refuses, or bounds that differ. Nil
    /// where none was found: made from the samples by one change each, so a difference in a bound, an order, a relation or a
    /// layout shows.
    package static func difference(
        _ first: InputSpecification, _ second: InputSpecification, samples: [String]
    ) -> String? {
        if first.body == second.body { return nil }
        let (one, other) = (VariableBounds.of(first), VariableBounds.of(second))
        guard one.map(\.least) == other.map(\.least), one.map(\.greatest) == other.map(\.greatest) else {
            func text(_ bounds: [VariableBound]) -> String {
                bounds.map { "\($0.name) \($0.least)..\($0.greatest)" }.joined(separator: ", ")
            }
            return "bounds: \(text(one)) — \(text(other))"
        }
        for (number, sample) in samples.enumerated() where sample.utf8.count <= ValidatorTrial.greatestSample {
            for (made, judge) in [(first, second), (second, first)] {
                let reader = InputReader(judge)
                for mutant in InputMutants.of(Array(sample.utf8), made, seed: UInt64(number)) {
                    guard accepts(reader, mutant.bytes) != mutant.isValid else { continue }
                    return "input: \(String(decoding: mutant.bytes.prefix(200), as: UTF8.self))"
                }
            }
        }
        return nil
    }

    private static func accepts(_ reader: InputReader, _ bytes: [UInt8]) -> Bool {
        do throws(InputReadError) {
            _ = try reader.read(bytes: bytes)
            return true
        } catch {
            return false
        }
    }
}
