/// What execution found out about a blueprint, for agents to do better.
package struct Evidence: Sendable, Hashable, Codable {
    /// What was executed last.
    package var blueprint: Blueprint
    /// Why it made no data; nil where it made some.
    package var fault: TaskFault?
    /// How good the data was; nil where there was none.
    package var trial: Trial?
    /// Whether an earlier round, or this one, made data: then failing costs nothing but the improvement.
    package var hasData: Bool

    package init(blueprint: Blueprint, fault: TaskFault? = nil, trial: Trial? = nil, hasData: Bool) {
        self.blueprint = blueprint
        self.fault = fault
        self.trial = trial
        self.hasData = hasData
    }
}

/// What the workers of a try hand on from round to round.
package struct RoundRecord: Sendable, Hashable, Codable {
    /// About the last round.
    package var evidence: Evidence
    /// The best data so far, in the file store.
    package var best: StoredDataSet?

    package init(evidence: Evidence, best: StoredDataSet?) {
        self.evidence = evidence
        self.best = best
    }
}

/// The loop of author, machine and reviewer: execution judges a blueprint, and what can be mended goes back, at most
/// `limit` executions in all. The best data of all rounds wins, by measurement, not the last.
///
/// The same rules hold on the platform, where a round is a way through two queues, and on the command line.
package enum Rounds {
    /// A task's data is made so many times at most.
    package static let limit = 3

    /// Faults that may lie in what the agents wrote, by their codes.
    private static let mendable: Set<String> = [
        "generator-does-not-compile", "validator-does-not-compile", "generator-failed", "input-rejected",
        "validator-failed", "sample-rejected", "standard-program-failed",
    ]

    /// What was made in a round.
    package struct Made<Product: Sendable>: Sendable {
        package var product: Product
        package var trial: Trial

        package init(_ product: Product, _ trial: Trial) {
            self.product = product
            self.trial = trial
        }
    }

    /// What to do after a round.
    package enum Next<Product: Sendable>: Sendable {
        /// It is over, with the best that was made.
        case finished(Product)
        /// It is over without data.
        case failed(TaskFault)
        /// Once more, with this evidence; `best` is kept meanwhile.
        case again(Evidence, best: Made<Product>?)
    }

    /// Judges a round.
    ///
    /// - Parameters:
    ///   - blueprint: what was executed.
    ///   - outcome: what came of it.
    ///   - best: the best of earlier rounds.
    package static func next<Product: Sendable>(
        after blueprint: Blueprint, _ outcome: Result<Made<Product>, TaskFault>, best: Made<Product>?
    ) -> Next<Product> {
        let mayRepeat = blueprint.isMendable && blueprint.round + 1 < limit
        switch outcome {
        case .failure(let fault):
            guard mayRepeat, mendable.contains(fault.code) else { return over(best, fault) }
            return .again(Evidence(blueprint: blueprint, fault: fault, hasData: best != nil), best: best)
        case .success(let made):
            let isProgress = best.map { made.trial.isBetter(than: $0.trial) } ?? true
            let better = isProgress ? made : best ?? made
            guard mayRepeat, isProgress, made.trial.hasWeakness else { return .finished(better.product) }
            return .again(Evidence(blueprint: blueprint, trial: made.trial, hasData: true), best: better)
        }
    }

    /// The loop where one process does both parts, as on the command line.
    ///
    /// - Parameters:
    ///   - make: executes a blueprint.
    ///   - discard: what was made and is not the best any more.
    /// - Throws: the last fault where no round made data.
    package static func run<Product: Sendable & Equatable>(
        _ analyst: any TaskAnalyst, _ snapshot: TaskSnapshot, progress: ProgressSink,
        make: (Blueprint) async -> Result<Made<Product>, TaskFault>, discard: (Product) -> Void
    ) async throws(TaskFault) -> Product {
        var evidence: Evidence?
        var best: Made<Product>?
        while true {
            let blueprint: Blueprint?
            do throws(TaskFault) {
                blueprint = try await analyst.blueprint(for: snapshot, after: evidence, progress: progress)
            } catch {
                guard let best else { throw error }
                return best.product
            }
            guard var blueprint else {
                if let best { return best.product }
                throw evidence?.fault ?? .workersSilent
            }
            blueprint.round = evidence.map { $0.blueprint.round + 1 } ?? 0
            let outcome = await make(blueprint)
            let made = try? outcome.get()  // why there is none is judged below
            func keepOnly(_ product: Product?) {
                for other in [made?.product, best?.product].compactMap(\.self) where other != product { discard(other) }
            }
            switch next(after: blueprint, outcome, best: best) {
            case .finished(let product):
                keepOnly(product)
                return product
            case .failed(let fault): throw fault
            case .again(let found, let better):
                keepOnly(better?.product)
                (evidence, best) = (found, better)
            }
        }
    }

    private static func over<Product>(_ best: Made<Product>?, _ fault: TaskFault) -> Next<Product> {
        best.map { .finished($0.product) } ?? .failed(fault)
    }

    // MARK: How far

    /// The part of a task's percentages that the agents' work of a round has, as its worker counts: 0 to 20.
    package static func analysis(of round: Int) -> ClosedRange<Int> {
        round == 0 ? 0...20 : starts(round)...(starts(round) + 4)
    }

    /// The part that execution of a blueprint has, as its worker counts: 20 to 99.
    package static func execution(of blueprint: Blueprint) -> ClosedRange<Int> {
        guard blueprint.isMendable else { return 20...99 }
        let start = blueprint.round == 0 ? 20 : starts(blueprint.round) + 4
        return start...(starts(blueprint.round + 1))
    }

    private static func starts(_ round: Int) -> Int { [0, 70, 85, 99][min(max(round, 0), limit)] }
}

extension ProgressSink {
    /// Shows percentages of `part` as their places in `whole`.
    package func scaled(from part: ClosedRange<Int>, to whole: ClosedRange<Int>) -> ProgressSink {
        guard part != whole else { return self }
        return mapped { step in
            var step = step
            let place = min(max(step.percent, part.lowerBound), part.upperBound) - part.lowerBound
            step.percent =
                whole.lowerBound + place * (whole.upperBound - whole.lowerBound)
                / max(1, part.upperBound - part.lowerBound)
            return step
        }
    }
}
