import Foundation
import MaigenBroker
import MaigenDomain
import MaigenSecrets
import MaigenServices
import MaigenStorage
import MaigenTestData
import TestSupport
import Testing

/// A database on which one process after another works, most of which die.
struct Wreck: Sendable {
    let folder: URL
    let owner: UserID
    /// What the owner held before the first task.
    private let wealth: Points
    static let price: Int64 = 5

    /// What one process left behind.
    struct Life: Sendable {
        /// 0, or 137 where it was killed.
        var status: Int32
        /// How many steps it took; nil where it was killed.
        var steps: Int?
        /// The tasks it said it had submitted, by number.
        var submitted: [Int: TaskID]
        /// At which step it was killed, in words.
        var end: String
        var duration: Duration
        var errors: String
    }

    /// Runs `body` with a new database that has one rich owner.
    static func run<Value>(_ body: (Wreck) async throws -> Value) async throws -> Value {
        try await withTemporaryFolder { folder in try await body(Wreck(in: folder)) }
    }

    private init(in folder: URL) async throws {
        self.folder = folder
        let database = try SQLiteDatabase(path: folder.appending(path: "maigen.db").path)
        try await Migrator().migrate(database)
        let store = Store(database)
        let surroundings = Surroundings(limits: InProcessRateLimits())
        let accounts = AccountTools(
            accounts: store, secrets: try SodiumSecrets(cost: .least, waiting: 10), mailer: RecordingMailer(),
            surroundings: surroundings)
        let account = try await RegisterAccount(accounts, settings: store).administrator(
            address: "root@example.org", language: .chinese
        ).account
        let signedIn = SignedIn(account: account, session: ID(rawValue: "none"))
        owner = account.id
        try await AdjustPoints(points: store, surroundings: surroundings)(
            of: owner, by: 5000, reason: "for the tests", key: "wealth", by: signedIn, from: .console)
        let present = try await store.settings()
        var settings = present.settings
        settings.tasks.tasksInWork = 1000
        _ = try await ChangeSettings(
            settings: store, strategies: StrategyCatalogue(Strategy.all), surroundings: surroundings)(
                to: settings, from: present.version, by: signedIn, from: .console)
        wealth = try #require(try await store.balance(of: owner))
        await database.close()
    }

    /// One process: submits the tasks of these numbers, works on all there are, and dies at step `crash`, if it gets
    /// there.
    func live(submitting numbers: Range<Int>, crash: Int = 0) async throws -> Life {
        let start = ContinuousClock.now
        let result = try await Program.run(
            Program.built("CrashSubject").path,
            [folder.path, owner.rawValue, "\(numbers.lowerBound)", "\(numbers.count)", "\(crash)"])
        var life = Life(
            status: result.status, submitted: [:], end: "", duration: .now - start, errors: result.message)
        for line in result.text.split(separator: "\n") {
            let words = line.split(separator: " ")
            switch words.first {
            case "submitted": life.submitted[try #require(Int(words[1]))] = TaskID(rawValue: String(words[2]))
            case "steps": life.steps = Int(words[1])
            default: life.end = String(line)
            }
        }
        return life
    }

    /// What the database says in the end.
    struct Outcome: Sendable {
        var tasks: [TaskSummary]
        var records: [PointsRecord]
        var balance: Points
        var ledger: LedgerReport
        /// The files of completed tasks that the store does not have.
        var missingFiles: Int
    }

    func outcome() async throws -> Outcome {
        let database = try SQLiteDatabase(path: folder.appending(path: "maigen.db").path)
        let store = Store(database)
        let tasks = try await all { try await store.tasks(of: owner, TaskFilter(), $0) }
        let records = try await all { try await store.records(of: owner, kind: nil, $0) }
        var missing = 0
        for task in tasks where task.state == .completed {
            let file = try #require(try await store.file(of: task.id))
            let path = folder.appending(path: "files/\(file.name.prefix(2))/\(file.name)")
            if try Data(contentsOf: path).count != Int(file.size) { missing += 1 }
        }
        let outcome = Outcome(
            tasks: tasks, records: records, balance: try #require(try await store.balance(of: owner)),
            ledger: try await store.checkLedger(), missingFiles: missing)
        await database.close()
        return outcome
    }

    private func all<Item>(_ page: (PageRequest) async throws -> Page<Item>) async throws -> [Item] {
        var items: [Item] = []
        var cursor: Cursor?
        repeat {
            let next = try await page(PageRequest(after: cursor, limit: 100))
            items += next.items
            cursor = next.nextCursor
        } while cursor != nil
        return items
    }

    /// Expects that each of the tasks `numbers` is there once and has ended, that each was paid once, and that exactly
    /// those without data were paid back, once.
    func check(
        _ outcome: Outcome, numbers: Range<Int>, _ context: Comment,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let titles = outcome.tasks.map(\.title).sorted()
        #expect(titles == numbers.map(String.init).sorted(), context, sourceLocation: sourceLocation)
        var balance = wealth
        for task in outcome.tasks {
            #expect(task.state.isFinal, "\(context): \(task)", sourceLocation: sourceLocation)
            let paid = outcome.records.filter { $0.cause == .task(task.id) && $0.kind == .task }
            let back = outcome.records.filter { $0.cause == .task(task.id) && $0.kind == .taskRefund }
            #expect(paid.map(\.amount) == [Points(-Self.price)], context, sourceLocation: sourceLocation)
            let refund = task.state == .completed ? [] : [Points(Self.price)]
            #expect(back.map(\.amount) == refund, "\(context): \(task)", sourceLocation: sourceLocation)
            if task.state == .completed { balance = balance - Points(Self.price) }
        }
        #expect(outcome.balance == balance, context, sourceLocation: sourceLocation)
        #expect(outcome.ledger.isSound, "\(context): \(outcome.ledger.faults)", sourceLocation: sourceLocation)
        #expect(outcome.missingFiles == 0, context, sourceLocation: sourceLocation)
    }
}
