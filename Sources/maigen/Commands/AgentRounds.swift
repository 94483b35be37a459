import Foundation
import MaigenAnalysis
import MaigenDomain
import MaigenExecution
import MaigenTestData

/// What one call of `maigen generate` asks for.
struct GenerateOrder: Sendable {
    var problem: ProblemDocument
    var program: String
    /// YAML; nil to have the statement read.
    var specification: String?
    /// Nil for the default mix.
    var tests: [StrategyID: Int]?
    var rivals: [Rival]
    var seed: UInt64
    var engine: AnalysisEngine
    var limits: ProgramLimits
    var jobs: Int
    var destination: String

    /// How many tests there will be.
    var testCount: Int { tests?.values.reduce(0, +) ?? TestPlanner.greatestCount }

    /// As agents get it.
    var snapshot: TaskSnapshot {
        TaskSnapshot(
            problem: problem, program: StandardProgram(source: program),
            tests: (tests ?? [:]).sorted { $0.key < $1.key }.map { TestWish(strategy: $0.key, count: $0.value) },
            specification: specification, seed: seed, engine: engine, rivals: rivals)
    }
}

/// Agents and machine in turns, in this process: the same rules as on the platform (`Rounds`).
struct AgentRounds {
    var order: GenerateOrder
    var builder: DataSetBuilder
    var display: ProgressDisplay

    /// The best data set of all rounds, at its destination.
    func run(_ analyst: any TaskAnalyst) async throws -> DataSet {
        let sink = ProgressSink(Dispatch(task: TaskID(rawValue: "generate"), attempt: 1)) { [display] in
            display.show($0)
        }
        let result = try await Rounds.run(analyst, order.snapshot, progress: sink) { blueprint in
            await make(blueprint)
        } discard: { data in
            unlink(data.path)
        }
        guard result.path != order.destination else { return result }
        // A later round's, beside its place.
        guard rename(result.path, order.destination) == 0 else {
            throw BuildFailure.cannotWrite(.system(.write, path: order.destination))
        }
        var data = result
        data.path = order.destination
        return data
    }

    private func make(_ blueprint: Blueprint) async -> Result<Rounds.Made<DataSet>, TaskFault> {
        let specification: InputSpecification
        do throws(SpecificationError) {
            specification = try SpecificationParser.parse(blueprint.specification)
        } catch {
            return .failure(TaskFault(kind: .input, code: "specification", message: error.message))
        }
        let place = order.destination + (blueprint.round == 0 ? "" : ".round-\(blueprint.round + 1)")
        let request = DataSetRequest(
            order.problem, blueprint: blueprint, specification: specification, standardProgram: order.program,
            tests: order.tests, seed: order.seed, limits: order.limits, jobs: order.jobs, destination: place)
        display.begin(tests: request.plan.tests.count)
        do throws(BuildFailure) {
            let data = try await builder.build(request) { display.show($0) }
            return .success(Rounds.Made(data, Trial(data)))
        } catch {
            return .failure(TaskFault(error))
        }
    }
}
