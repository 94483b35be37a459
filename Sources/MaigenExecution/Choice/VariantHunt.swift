import MaigenDomain
import MaigenSandbox
import MaigenTestData

/// What a hunt found: the candidates that tell survivors apart, and what is known of each variant then.
struct VariantHunt: Sendable {
    var tests: [MadeTest] = []
    var fates: [VariantTrial.Fate]
}

extension BuildContext {
    /// So many inputs are made at a time.
    private static let pack = 8

    /// Looks for small inputs that tell variants apart which no candidate does.
    ///
    /// Theory of operation: a wrong comparison often shows only where things meet exactly, as few inputs of any plan do. Small and
    /// lopsided inputs are cheap. So some dozens are made beyond the candidates, and only the survivors run on them; an
    /// input that tells one of them apart becomes a candidate, the others are thrown away. The hunt is over when there is no
    /// survivor left, or no input planned. It depends on neither time nor chance.
    ///
    /// - Parameters:
    ///   - fates: what the candidates showed of each variant.
    ///   - handOver: gets each input that is found.
    func hunt(
        _ trial: VariantTrial, _ fates: [VariantTrial.Fate], with programs: Programs, _ inputs: InputMaker,
        handOver: @Sendable (MadeTest) -> Void
    ) async throws(BuildFailure) -> VariantHunt {
        var hunt = VariantHunt(fates: fates)
        let planned = request.planner?.hunt(beyond: request.plan, seed: request.seed) ?? []
        for start in stride(from: 0, to: planned.count, by: Self.pack) {
            let survivors = hunt.fates.indices.filter { hunt.fates[$0] == .told([]) }
            guard !survivors.isEmpty else { break }
            let made = try await inParallel(
                planned[start..<min(start + Self.pack, planned.count)], atOnce: request.jobs
            ) {
                test throws(BuildFailure) in try await makeCandidate(test, with: programs, inputs)
            }.compactMap(\.self)
            let fates = try await inParallel(survivors, atOnce: request.jobs) { variant throws(BuildFailure) in
                try await trial.trial(of: variant, on: made)
            }
            for (variant, fate) in zip(survivors, fates) { hunt.fates[variant] = fate }
            let telling = fates.reduce(into: Set<Int>()) { $0.formUnion($1.tests) }
            for test in made {
                if telling.contains(test.number) {
                    hunt.tests.append(test)
                    handOver(test)
                } else {
                    workspace.discard(test)
                }
            }
        }
        return hunt
    }
}
