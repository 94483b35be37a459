import Foundation
import MaigenDomain
import MaigenHTTP

/// A problem as the API takes and shows it.
struct ProblemBody: Codable, Sendable {
    var title: String
    var description: String
    var input: String
    var output: String
    var constraints: String?
    var samples: [ProblemDocument.Sample]

    init(_ problem: ProblemDocument) {
        title = problem.title
        description = problem.description
        input = problem.input
        output = problem.output
        constraints = problem.constraints
        samples = problem.samples
    }

    /// The problem, not yet checked.
    var problem: ProblemDocument {
        ProblemDocument(
            title: title, description: description, input: input, output: output, constraints: constraints,
            samples: samples)
    }
}

/// A new task as it is sent.
struct TaskRequest: Decodable {
    var problem: ProblemBody
    var program: Program
    var tests: [Wish]
    var specification: String?
    var seed: UInt64?

    struct Program: Decodable {
        var dialect: StandardProgram.Dialect?
        var source: String
    }

    struct Wish: Decodable {
        var strategy: StrategyName
        var count: Int
    }

    /// The greatest seed: numbers beyond it lose digits on their way through many JSON libraries.
    static let greatestSeed: UInt64 = (1 << 53) - 1

    /// What the task is made from, not yet checked.
    func snapshot(_ strategies: StrategyCatalogue) throws(HTTPRefusal) -> TaskSnapshot {
        var wishes: [TestWish] = []
        for (index, wish) in tests.enumerated() {
            guard let id = wish.strategy.id(in: strategies) else {
                throw .fieldMalformed("tests[\(index)].strategy")
            }
            wishes.append(TestWish(strategy: id, count: wish.count))
        }
        guard seed ?? 1 <= Self.greatestSeed else { throw .fieldMalformed("seed") }
        return TaskSnapshot(
            problem: problem.problem,
            program: StandardProgram(dialect: program.dialect ?? .cpp17, source: program.source), tests: wishes,
            specification: specification, seed: seed ?? 1)
    }
}

/// A strategy as clients name it: by number, or by slug as on the command line.
enum StrategyName: Decodable {
    case number(Int)
    case slug(String)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            self = .number(try container.decode(Int.self))
        } catch {
            self = .slug(try container.decode(String.self))
        }
    }

    /// Nil where there is no strategy of that slug. Numbers are checked by whoever takes the task.
    func id(in strategies: StrategyCatalogue) -> StrategyID? {
        switch self {
        case .number(let number): StrategyID(rawValue: number)
        case .slug(let slug): strategies.strategies.first { $0.slug == slug }?.id
        }
    }
}

/// A task as lists show it.
struct TaskBody: Encodable, Sendable {
    var id: String
    var title: String
    var state: TaskState
    var stateTitle: String
    var percent: Int
    var attempt: Int
    var testCount: Int
    var price: Points
    var createdAt: Moment
    var finishedAt: Moment?

    init(_ task: TaskSummary, in language: Language) {
        id = task.id.rawValue
        title = task.title
        state = task.state
        stateTitle = task.state.title[language]
        percent = task.percent
        attempt = task.attempt
        testCount = task.testCount
        price = task.price
        createdAt = Moment(task.createdAt)
        finishedAt = Moment(task.finishedAt)
    }
}

/// A task as its page shows it.
struct TaskDetailBody: Encodable, Sendable {
    var task: TaskBody
    var owner: String
    var problem: ProblemBody
    var program: StandardProgram
    var tests: [Wish]
    var seed: UInt64
    var specification: String?
    var fault: Fault?
    var file: File?
    var share: String?
    var lastEvent: Int64

    struct Wish: Encodable, Sendable {
        var strategy: Int
        var slug: String
        var name: String
        var count: Int
    }

    struct Fault: Encodable, Sendable {
        var kind: TaskFault.Kind
        var code: String
        var message: String
        var detail: String
    }

    struct File: Encodable, Sendable {
        var size: Int64
        var sha256: String
        var removedAt: Moment?
    }

    init(_ detail: TaskDetail, _ strategies: StrategyCatalogue, in language: Language) {
        task = TaskBody(detail.summary, in: language)
        owner = detail.summary.owner.rawValue
        problem = ProblemBody(detail.snapshot.problem)
        program = detail.snapshot.program
        tests = detail.snapshot.tests.map { wish in
            let strategy = strategies[wish.strategy]
            return Wish(
                strategy: wish.strategy.rawValue, slug: strategy?.slug ?? "", name: strategy?.name[language] ?? "",
                count: wish.count)
        }
        seed = detail.snapshot.seed
        specification = detail.specification ?? detail.snapshot.specification
        fault = detail.fault.map { fault in
            Fault(
                kind: fault.kind, code: fault.code, message: fault.message[language],
                detail: DetailText.shown(fault.detail, in: language))
        }
        file = detail.file.map { File(size: $0.size, sha256: $0.sha256, removedAt: Moment($0.removedAt)) }
        share = detail.share?.rawValue
        lastEvent = detail.lastEvent
    }

    private enum CodingKeys: CodingKey {
        case owner, problem, program, tests, seed, specification, fault, file, share, lastEvent
    }

    func encode(to encoder: any Encoder) throws {
        try task.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(owner, forKey: .owner)
        try container.encode(problem, forKey: .problem)
        try container.encode(program, forKey: .program)
        try container.encode(tests, forKey: .tests)
        try container.encode(seed, forKey: .seed)
        try container.encodeIfPresent(specification, forKey: .specification)
        try container.encodeIfPresent(fault, forKey: .fault)
        try container.encodeIfPresent(file, forKey: .file)
        try container.encodeIfPresent(share, forKey: .share)
        try container.encode(lastEvent, forKey: .lastEvent)
    }
}

/// One step of a task.
struct TaskEventBody: Encodable, Sendable {
    var sequence: Int64
    var attempt: Int
    var state: TaskState
    var stateTitle: String
    var percent: Int
    var agent: Agent?
    var agentTitle: String?
    var message: String
    var detail: String
    var at: Moment

    init(_ event: TaskEvent, in language: Language) {
        let progress = event.progress
        sequence = event.sequence
        attempt = progress.dispatch.attempt
        state = progress.state
        stateTitle = progress.state.title[language]
        percent = progress.percent
        agent = progress.agent
        agentTitle = progress.agent?.title[language]
        message = progress.message[language]
        detail = DetailText.shown(progress.detail, in: language)
        at = Moment(progress.at)
    }
}

/// The tests of a completed task: `tests.json` and `report.json` of its ZIP as they are, and the beginning of each test.
struct TestListingBody: Encodable, Sendable {
    // Passed on as they are.
    var tests: JSONValue
    var report: JSONValue
    var previews: [TestPreview]

    init(_ listing: TestListing) throws {
        let decoder = JSONDecoder()
        tests = try decoder.decode(JSONValue.self, from: Data(listing.tests.utf8))
        report = try decoder.decode(JSONValue.self, from: Data(listing.report.utf8))
        previews = listing.previews
    }
}
