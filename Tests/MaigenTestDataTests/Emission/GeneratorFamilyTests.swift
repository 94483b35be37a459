import Foundation
import MaigenDomain
import Testing

@testable import MaigenTestData

@Suite("Generated generators")
struct GeneratorFamilyTests {
    @Test("Every setting of every knob and every planned test makes a legal input", arguments: GeneratorFamily.all)
    func everySetting(family: GeneratorFamily) async throws {
        let lab = try await GeneratorLab(family.yaml)
        #expect(lab.source == GeneratorEmission.source(for: lab.specification))
        for seed in 1...6 { _ = try await lab.read(["random", "\(seed)"]) }
        for size in ["min", "max"] {
            let all = lab.knobs.filter { $0.kind == .number }.map { "\($0.name)=\(size)" }
            for seed in 1...3 { _ = try await lab.read(["all"] + all + ["\(seed)"]) }
        }
        for knob in lab.knobs {
            for (seed, setting)
                in (knob.kind.settings(for: knob, in: lab.specification) + knob.extras.flatMap(\.settings)).enumerated()
            {
                let arguments = ["one", "\(knob.name)=\(setting)", "\(seed + 10)"]
                _ = try await lab.read(arguments)
            }
        }
        let planner = TestPlanner(lab.specification, knobs: lab.knobs, bounds: VariableBounds.of(lab.specification))
        let wanted = Dictionary(uniqueKeysWithValues: Strategy.all.map { ($0.id, 4) })
        for test in planner.plan(wanted, seed: 5).tests { _ = try await lab.read(test.arguments) }
        let arguments = ["same"] + lab.knobs.prefix(3).map { "\($0.name)=random" } + ["77"]
        #expect(try await lab.run(arguments).output == lab.run(arguments).output)
        #expect(try await lab.run(["same", "78"]).output != lab.run(["same", "79"]).output)
    }
}

extension Knob.Kind {
    /// All settings worth trying for a knob.
    func settings(for knob: Knob, in specification: InputSpecification) -> [String] {
        switch self {
        case .number:
            ["min", "max", "random", "log", "varied", "3", "min+1", "max-1", "1..4", "max-3..max", "min..max"]
        case .values:
            ValueShape.allCases.map(\.rawValue) + ["random:min..min+2", "few:2..max-1", "edges:max-5..max", "equal:3"]
        case .text: TextShape.allCases.map(\.rawValue)
        case .selector:
            SelectorShape.allCases.map(\.rawValue)
                + (GeneratorKnobPlan(specification).knobs.first { $0.knob == knob }?.words.map { "only:\($0)" } ?? [])
        case .grid: GridShape.allCases.map(\.rawValue)
        case .permutation: PermutationShape.allCases.map(\.rawValue)
        case .tree: TreeShape.allCases.map(\.rawValue)
        case .graph: GraphShape.allCases.map(\.rawValue)
        case .intervals: IntervalShape.allCases.map(\.rawValue)
        case .points: PointShape.allCases.map(\.rawValue)
        case .cases: CasesShape.allCases.map(\.rawValue)
        }
    }
}
