import MaigenDomain
import MaigenServices

/// The form of a new task.
struct NewTaskPage: PageModel {
    static let template = "new-task"
    var problem: Problem
    var samples: [Sample]
    var program: String
    var dialects: [Choice]
    var strategies: [Offered]
    var presets: [Preset]
    var total: String
    var most: String
    var specification: String
    var hasSpecification: Bool
    var seed: String
    var key: String
    var price: String
    var balance: String
    /// Whether the balance does not cover the price.
    var isShort: Bool
    /// What was wrong with what was sent.
    var refusal: Refused?
    /// Whether a draft that the browser kept may take the place of what is shown.
    var takesDraft: Bool
    /// Samples that the form may hold.
    var mostSamples: String

    struct Problem: Sendable {
        var title: String
        var description: String
        var input: String
        var output: String
        var constraints: String
    }

    struct Sample: Sendable {
        var number: String
        var input: String
        var output: String
    }

    /// One strategy.
    struct Offered: Sendable {
        var id: String
        var name: String
        var summary: String
        var kills: String
        var count: String
        var isOn: Bool
    }

    /// A mix at one press: `1=3,2=2`.
    struct Preset: Sendable {
        var name: String
        var mix: String
    }

    struct Refused: Sendable {
        var message: String
        /// The field that it is about.
        var field: String?
    }

    /// What the form is shown with beside what was typed.
    struct Surroundings {
        var strategies: [ListStrategies.Listed]
        var limits: TaskLimits
        var price: Points
        var balance: Points
        var language: Language
        var texts: SiteTexts
    }

    init(
        _ form: NewTaskForm, _ around: Surroundings, refused message: String? = nil, field: String? = nil,
        samples least: Int = 1, takesDraft: Bool = false
    ) {
        let language = around.language
        problem = Problem(
            title: form.problem.title, description: form.problem.description, input: form.problem.input,
            output: form.problem.output, constraints: form.problem.constraints ?? "")
        let kept = form.problem.samples
        samples = (0..<max(kept.count, least)).map { index in
            let sample = kept.indices.contains(index) ? kept[index] : .init(input: "", output: "")
            return Sample(number: "\(index + 1)", input: sample.input, output: sample.output)
        }
        program = form.program.source
        dialects = StandardProgram.Dialect.allCases.map {
            Choice(
                value: $0.rawValue, text: $0.rawValue.replacing("c", with: "C"), isChosen: $0 == form.program.dialect)
        }
        strategies = around.strategies.map { listed in
            Offered(
                id: "\(listed.strategy.id.rawValue)", name: listed.strategy.name[language],
                summary: listed.strategy.summary[language], kills: listed.strategy.kills[language],
                count: listed.isOn ? form.counts[listed.strategy.id].flatMap { $0.isEmpty ? nil : $0 } ?? "0" : "0",
                isOn: listed.isOn)
        }
        presets = TestMix.presets.compactMap { mix in
            let on = mix.counts.filter { pair in
                around.strategies.contains { $0.isOn && $0.strategy.id == pair.key }
            }
            guard let name = around.texts[mix.key]?[language], !on.isEmpty else { return nil }
            let parts = on.sorted { $0.key < $1.key }.map { "\($0.key.rawValue)=\($0.value)" }
            return Preset(name: name, mix: parts.joined(separator: ","))
        }
        total = "\(strategies.reduce(0) { $0 + (Int($1.count) ?? 0) })"
        most = "\(TaskLimits.tests.upperBound)"
        specification = form.specification
        hasSpecification = !form.specification.isEmpty
        seed = form.seed
        key = form.key
        price = NumberText.grouped(around.price.count)
        balance = NumberText.grouped(around.balance.count)
        isShort = around.balance < around.price
        refusal = message.map { Refused(message: $0, field: field) }
        self.takesDraft = takesDraft
        // Both texts of a sample are fields, and a form has a hundred.
        mostSamples = "\(min(around.limits.samples, 40))"
    }

    /// The field that a refusal is about, by its code.
    static func field(of code: String) -> String? {
        switch code {
        case "title_malformed": "title"
        case "statement_incomplete", "statement_too_long": "description"
        case "sample_missing", "samples_too_many", "sample_malformed": "sample-1-input"
        case "program_malformed": "program"
        case "specification_too_long": "specification"
        case "test_count_malformed", "strategy_off", "strategy_repeated", "strategy_unknown": "strategies"
        default: nil
        }
    }
}

/// Mixes of tests that setters often want.
struct TestMix {
    /// The text's key.
    var key: String
    var counts: [StrategyID: Int]

    static let presets = [
        TestMix(
            key: "newTask.presetBalanced",
            counts: [1: 3, 2: 2, 3: 2, 4: 2, 5: 3, 6: 3, 7: 2, 8: 2, 9: 1].byStrategy),
        TestMix(key: "newTask.presetBoundaries", counts: [1: 1, 4: 5, 5: 5, 6: 6, 8: 2, 9: 1].byStrategy),
        TestMix(key: "newTask.presetSlow", counts: [1: 1, 3: 6, 5: 6, 7: 5, 8: 2].byStrategy),
        TestMix(key: "newTask.presetQuick", counts: [1: 2, 4: 1, 5: 1, 6: 1].byStrategy),
    ]
}

extension [Int: Int] {
    fileprivate var byStrategy: [StrategyID: Int] {
        [StrategyID: Int](uniqueKeysWithValues: map { (StrategyID(rawValue: $0.key), $0.value) })
    }
}
