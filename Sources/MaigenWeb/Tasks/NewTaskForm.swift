import MaigenDomain
import MaigenHTTP
import MaigenServices
import MaigenTestData

/// A new task as it stands in its form, finished or not.
struct NewTaskForm: Sendable, Hashable {
    var problem: ProblemDocument
    var program: StandardProgram
    /// How many tests of each strategy, as typed.
    var counts: [StrategyID: String]
    /// A specification that the setter supplies; empty to have the statement read.
    var specification = ""
    /// As typed.
    var seed = "1"
    /// Makes a repetition of the same press known.
    var key: String

    /// What pressing a button of the form asks for.
    enum Press: String {
        /// Make the data.
        case submit
        /// Show fields for further samples.
        case samples
        /// Fill the form from a document.
        case document
    }

    /// An empty form with the default mix.
    init(_ strategies: [ListStrategies.Listed], key: String) {
        problem = ProblemDocument(title: "", description: "", input: "", output: "", samples: [])
        program = StandardProgram(source: "")
        counts = Self.defaultMix(strategies)
        self.key = key
    }

    /// The form of another task like `task`; where that failed for want of a specification, with the skeleton of one.
    init(_ task: TaskDetail, key: String) {
        problem = task.snapshot.problem
        program = task.snapshot.program
        counts = Dictionary(uniqueKeysWithValues: task.snapshot.tests.map { ($0.strategy, "\($0.count)") })
        specification =
            task.fault?.kind == .notUnderstood ? task.fault?.detail ?? "" : task.snapshot.specification ?? ""
        seed = "\(task.snapshot.seed)"
        self.key = key
    }

    /// What was sent.
    init(_ form: Query, _ strategies: StrategyCatalogue) {
        func text(_ name: String) -> String { form[name] ?? "" }
        problem = ProblemDocument(
            title: text("title"), description: text("description"), input: text("input"), output: text("output"),
            constraints: text("constraints"), samples: [])
        var number = 1
        while let input = form["sample-\(number)-input"], let output = form["sample-\(number)-output"] {
            if !input.isEmpty || !output.isEmpty { problem.samples.append(.init(input: input, output: output)) }
            number += 1
        }
        program = StandardProgram(
            dialect: StandardProgram.Dialect(rawValue: text("dialect")) ?? .cpp17, source: text("program"))
        counts = [:]
        for strategy in strategies.strategies { counts[strategy.id] = text("count-\(strategy.id.rawValue)") }
        specification = text("specification")
        seed = text("seed")
        key = text("key")
    }

    /// This form with the problem of `document`, as `problem.md` is written.
    func filled(from document: String) throws(ProblemParseError) -> NewTaskForm {
        var form = self
        form.problem = try ProblemParser.parse(document)
        form.specification = ""
        return form
    }

    /// What the task is made from, not yet checked beyond its numbers.
    func snapshot() throws(ServiceError) -> TaskSnapshot {
        var wishes: [TestWish] = []
        for (strategy, text) in counts.sorted(by: { $0.key < $1.key }) where !text.isEmpty && text != "0" {
            guard let count = Int(text) else { throw .refused(TaskRefusal.testCountMalformed) }
            wishes.append(TestWish(strategy: strategy, count: count))
        }
        // Numbers beyond 2⁵³ − 1 lose digits in JSON, as the API says.
        guard let number = UInt64(seed.isEmpty ? "1" : seed), number < 1 << 53 else {
            throw .refused(HTTPRefusal.fieldMalformed("seed"))
        }
        return TaskSnapshot(
            problem: problem, program: program, tests: wishes,
            specification: specification.isEmpty ? nil : specification, seed: number)
    }

    /// The presets' default mix without those that are switched off.
    static func defaultMix(_ strategies: [ListStrategies.Listed]) -> [StrategyID: String] {
        Dictionary(
            uniqueKeysWithValues: strategies.filter { $0.isOn && $0.strategy.defaultCount > 0 }
                .map { ($0.strategy.id, "\($0.strategy.defaultCount)") })
    }
}
