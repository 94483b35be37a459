/// The nearly valid inputs that a validator is tried with before its word is taken.
package enum ValidatorTrial {
    /// The most inputs of a trial.
    package static let limit = 60
    /// How many of those that are made from generated inputs follow.
    package static let generatedLimit = 40
    /// Samples above this size are left out: a mutant of a small sample shows the same faults.
    package static let greatestSample = 16 << 10

    /// Mutants of the samples that the specification refuses: first one of each kind, in the order of the kinds, then a
    /// second of each, and so on up to `limit`. The same samples and seed give the same inputs.
    package static func inputs(
        from samples: [[UInt8]], _ specification: InputSpecification, seed: UInt64
    ) -> [InputMutant] {
        var byKind: [InputMutant.Kind: [InputMutant]] = [:]
        for (number, sample) in samples.enumerated() where sample.count <= greatestSample {
            for mutant in InputMutants.of(sample, specification, seed: seed &+ UInt64(number)) where !mutant.isValid {
                byKind[mutant.kind, default: []].append(mutant)
            }
        }
        var chosen: [InputMutant] = []
        var seen: Set<[UInt8]> = []
        let rounds = byKind.values.map(\.count).max() ?? 0
        for round in 0..<rounds {
            for kind in InputMutant.Kind.allCases {
                guard let mutants = byKind[kind], round < mutants.count else { continue }
                guard chosen.count < limit else { return chosen }
                if seen.insert(mutants[round].bytes).inserted { chosen.append(mutants[round]) }
            }
        }
        return chosen
    }
}
